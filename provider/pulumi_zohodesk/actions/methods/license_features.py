"""Methods of ``client().license_features``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pulumi_zohodesk.actions._group import Group, Row, Rows

__all__ = ["LicenseFeatures"]


class LicenseFeatures(Group):
    """Actions of the group license_features."""

    def list(
        self,
        *,
        feature_codes: Sequence[str] | None = None,
        include_detailed_limits: bool | None = None,
        is_allowed: bool | None = None,
    ) -> Rows:
        """List what the plan of the organisation allows (featureInfo).

        Costs 3 credits a page. Needs one of the scopes Desk.basic.READ, Desk.settings.READ.

        Args:
            feature_codes: only these features, by code; at most 50 entries.
            include_detailed_limits: whether free and bought quotas are told beside the limit.
            is_allowed: only what the plan allows (True), or only the rest.

        Returns:
            The rows, as the service has them; a page, of up to 1000.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "license_features.list",
            {"featureCodes": feature_codes, "includeDetailedLimits": include_detailed_limits, "isAllowed": is_allowed},
        )

    def iterate(
        self,
        *,
        feature_codes: Sequence[str] | None = None,
        include_detailed_limits: bool | None = None,
        is_allowed: bool | None = None,
    ) -> Iterator[Row]:
        """List what the plan of the organisation allows (featureInfo).

        Costs 3 credits a page. Needs one of the scopes Desk.basic.READ, Desk.settings.READ.

        Args:
            feature_codes: only these features, by code; at most 50 entries.
            include_detailed_limits: whether free and bought quotas are told beside the limit.
            is_allowed: only what the plan allows (True), or only the rest.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all(
            "license_features.list",
            {"featureCodes": feature_codes, "includeDetailedLimits": include_detailed_limits, "isAllowed": is_allowed},
        )
