"""Methods of ``client().profiles``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pulumi_zohodesk.actions._group import LEFT_OUT, Answer, Group, LeftOut, Row, Rows

__all__ = ["Profiles"]


class Profiles(Group):
    """Actions of the group profiles."""

    def clone(self, *, profile_id: str, name: str, description: str | None = None) -> Answer:
        """Clone a profile (cloneProfile).

        Costs 1 credit. Needs one of the scopes Desk.basic.CREATE, Desk.permissions.CREATE,
        Desk.settings.CREATE; the permission Permissions.

        Args:
            profile_id: profile; id.
            name: unique in the organisation; at most 50 characters.
            description: what it is for; at most 32000 characters.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("profiles.clone", {"profileId": profile_id, "name": name, "description": description})

    def get(self, *, profile_id: str) -> Answer:
        """Read a profile (getProfile).

        Costs 1 credit. Needs one of the scopes Desk.basic.READ, Desk.permissions.READ, Desk.settings.READ; the
        permission Permissions.

        Args:
            profile_id: profile; id.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("profiles.get", {"profileId": profile_id})

    def list(
        self,
        *,
        default: bool | None = None,
        fields: str | LeftOut | None = LEFT_OUT,
        from_: int | LeftOut | None = LEFT_OUT,
        limit: int | LeftOut | None = LEFT_OUT,
        search_str: str | None = None,
        visible: bool | None = None,
    ) -> Rows:
        """List profiles (getProfileList).

        Costs 3 credits a page. Needs one of the scopes Desk.basic.READ, Desk.permissions.READ,
        Desk.settings.READ; the permission Permissions.

        Args:
            default: only those that come with Zoho Desk (True), or only others.
            fields: fields that each row shall have, up to 30, by API name; any type but multi-text; at most 100
                characters; None clears it.
            from_: rows to skip, counted from 0; whole number; from 0; None clears it; 0 when left out.
            limit: rows of a page; whole number; from 1; up to 250; None clears it; 250 when left out.
            search_str: what the name or description must be: x exactly; the start as x%, a part as %x%; at most
                100 characters; at least 1 characters.
            visible: only those that are shown (True), or only others.

        Returns:
            The rows, as the service has them; a page, of up to 250.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "profiles.list",
            {
                "default": default,
                "fields": fields,
                "from": from_,
                "limit": limit,
                "searchStr": search_str,
                "visible": visible,
            },
        )

    def iterate(
        self,
        *,
        default: bool | None = None,
        fields: str | LeftOut | None = LEFT_OUT,
        limit: int | LeftOut | None = LEFT_OUT,
        search_str: str | None = None,
        visible: bool | None = None,
    ) -> Iterator[Row]:
        """List profiles (getProfileList).

        Costs 3 credits a page. Needs one of the scopes Desk.basic.READ, Desk.permissions.READ,
        Desk.settings.READ; the permission Permissions.

        Args:
            default: only those that come with Zoho Desk (True), or only others.
            fields: fields that each row shall have, up to 30, by API name; any type but multi-text; at most 100
                characters; None clears it.
            limit: rows of a page; whole number; from 1; up to 250; None clears it; 250 when left out.
            search_str: what the name or description must be: x exactly; the start as x%, a part as %x%; at most
                100 characters; at least 1 characters.
            visible: only those that are shown (True), or only others.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all(
            "profiles.list",
            {"default": default, "fields": fields, "limit": limit, "searchStr": search_str, "visible": visible},
        )

    def update(
        self,
        *,
        profile_id: str,
        admin: str | None = None,
        delete_shared_custom_views: str | None = None,
        description: str | None = None,
        edit_all_articles: str | None = None,
        edit_shared_custom_views: str | None = None,
        export: str | None = None,
        import_: str | None = None,
        manage_kb: str | None = None,
        manage_own_custom_views: str | None = None,
        moderate: str | None = None,
        name: str | None = None,
        permissions: Mapping[str, Any] | None = None,
        reshare_shared_custom_views: str | None = None,
        share_own_custom_views: str | None = None,
    ) -> Answer:
        """Change a profile (updateProfile).

        Costs 1 credit. Needs one of the scopes Desk.basic.UPDATE, Desk.permissions.UPDATE,
        Desk.settings.UPDATE; the permission Permissions.

        Args:
            profile_id: profile; id.
            admin: admin.
            delete_shared_custom_views: delete shared custom views.
            description: what it is for; at most 3200 characters.
            edit_all_articles: edit all articles.
            edit_shared_custom_views: edit shared custom views.
            export: export.
            import_: import.
            manage_kb: manage kb.
            manage_own_custom_views: manage own custom views.
            moderate: moderate.
            name: unique in the organisation; at most 50 characters.
            permissions: what it allows, by group: ``{'tickets': {'delete': False}}``; only what is named is
                managed; keys CommunityComment (required), CommunityTopic (required), accounts (required),
                activities (required), agents (required), calls (required), clientAction (required),
                clientActionConditions (required), clientActionLocationAssociation (required),
                clientActionModuleAssociation (required), clientEvents (required), comments (required),
                community (required), componentEventMappingAssociation (required), componentMapping (required),
                contacts (required), contracts (required), crmInteg (required), eventMapping (required), events
                (required), financeInteg (required), gc (required), im (required), kbCategory (required),
                mobileapp (required), products (required), radar (required), reports (required), setup
                (required), social (required), tasks (required), tickets (required), timeEntry (required), zia
                (required), chat, courses, managerDashboard, modules, supportEmailAddress, ticketLifeCycleData.
            reshare_shared_custom_views: reshare shared custom views.
            share_own_custom_views: share own custom views.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "profiles.update",
            {
                "profileId": profile_id,
                "admin": admin,
                "deleteSharedCustomViews": delete_shared_custom_views,
                "description": description,
                "editAllArticles": edit_all_articles,
                "editSharedCustomViews": edit_shared_custom_views,
                "export": export,
                "import": import_,
                "manageKB": manage_kb,
                "manageOwnCustomViews": manage_own_custom_views,
                "moderate": moderate,
                "name": name,
                "permissions": permissions,
                "reshareSharedCustomViews": reshare_shared_custom_views,
                "shareOwnCustomViews": share_own_custom_views,
            },
        )

    def delete(self, *, profile_id: str, transfer_to_profile_id: str) -> None:
        """Delete a profile (deleteProfile).

        Costs 1 credit. Needs one of the scopes Desk.basic.DELETE, Desk.permissions.DELETE,
        Desk.settings.DELETE; the permission Permissions.

        Args:
            profile_id: profile; id.
            transfer_to_profile_id: takes over its agents when it is deleted, which needs it; id.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("profiles.delete", {"profileId": profile_id, "transferToProfileId": transfer_to_profile_id})

    def mine(self) -> Answer:
        """Read the profile of the agent whose token it is (getMyProfile).

        Costs 1 credit. Needs one of the scopes Desk.basic.READ, Desk.permissions.READ, Desk.settings.READ.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("profiles.mine", {})

    def data_sharing(self) -> Answer:
        """Read the level of data sharing of each module (getDataSharingRules).

        Costs 1 credit. Needs one of the scopes Desk.basic.READ, Desk.permissions.READ, Desk.settings.READ.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("profiles.data_sharing", {})
