"""Methods of ``client().organizations``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from pulumi_zohodesk.actions._group import Answer, Group, Rows

__all__ = ["Organizations"]


class Organizations(Group):
    """Actions of the group organizations."""

    def get(self, *, organization_id: str, include_custom_domain: bool | None = None) -> Answer:
        """Read one organisation: name, edition, primary contact (getOrganization).

        Costs 1 credit. Needs one of the scopes Desk.basic.READ, Desk.organization.READ, Desk.settings.READ.

        Args:
            organization_id: organisation; id.
            include_custom_domain: whether the organisation's own domain is told; False when left out.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "organizations.get", {"organizationId": organization_id, "includeCustomDomain": include_custom_domain}
        )

    def list(self) -> Rows:
        """List the organisations of the person who consented (getOrganizations).

        Costs 3 credits. Needs one of the scopes Desk.basic.READ, Desk.organization.READ, Desk.settings.READ.

        Returns:
            The rows, as the service has them.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows("organizations.list", {})

    def list_accessible(self) -> Rows:
        """List the organisations that the token reaches; signing in asks it (getAccessibleOrganizationsForUser).

        Costs 3 credits. Needs one of the scopes Desk.basic.READ, Desk.organization.READ, Desk.settings.READ.

        Returns:
            The rows, as the service has them.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows("organizations.list_accessible", {})
