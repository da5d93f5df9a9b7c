"""Methods of ``client().accounts``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from pulumi_zohodesk.actions._group import LEFT_OUT, Answer, Group, LeftOut, Row, Rows

__all__ = ["Accounts"]


class Accounts(Group):
    """Actions of the group accounts."""

    def create(
        self,
        *,
        account_name: str | LeftOut | None = LEFT_OUT,
        annualrevenue: str | None = None,
        associated_slaids: Sequence[str] | None = None,
        cf: Mapping[str, Any] | None = None,
        city: str | None = None,
        code: str | None = None,
        country: str | None = None,
        custom_fields: Mapping[str, Any] | None = None,
        description: str | None = None,
        email: str | LeftOut | None = LEFT_OUT,
        fax: str | None = None,
        industry: str | None = None,
        layout_id: str | None = None,
        owner_id: str | None = None,
        phone: str | LeftOut | None = LEFT_OUT,
        state: str | None = None,
        street: str | None = None,
        website: str | LeftOut | None = LEFT_OUT,
    ) -> Answer:
        """Create an account (createAccount).

        Costs 1 credit. Needs one of the scopes Desk.contacts.CREATE; the permission Accounts: Create; data
        sharing 'public' for records of others.

        Args:
            account_name: name of the account; at most 200 characters; None clears it.
            annualrevenue: revenue of a year, in the currency of the organisation; at most 100 characters.
            associated_slaids: service level agreements that hold for the account; ids.
            cf: own fields by their API names, as cf_number; free keys.
            city: city of the address; at most 100 characters.
            code: zip code of the account; at most 30 characters.
            country: country of the address; at most 100 characters.
            custom_fields: own fields by their labels; cf has them by API name, and is the newer way; free keys.
            description: description; at most 65535 characters.
            email: e-mail address; at most 255 characters; None clears it.
            fax: fax number; at most 30 characters.
            industry: industry of the account; at most 120 characters.
            layout_id: layout of the record's fields; id.
            owner_id: agent who owns the record; id.
            phone: telephone number; at most 30 characters; None clears it.
            state: state or province of the address; at most 100 characters.
            street: street and number of the address; at most 250 characters.
            website: address of the account's website; at most 120 characters; None clears it.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "accounts.create",
            {
                "accountName": account_name,
                "annualrevenue": annualrevenue,
                "associatedSLAIds": associated_slaids,
                "cf": cf,
                "city": city,
                "code": code,
                "country": country,
                "customFields": custom_fields,
                "description": description,
                "email": email,
                "fax": fax,
                "industry": industry,
                "layoutId": layout_id,
                "ownerId": owner_id,
                "phone": phone,
                "state": state,
                "street": street,
                "website": website,
            },
        )

    def get(self, *, account_id: str, include: Literal["owner"] | None = None) -> Answer:
        """Read one account (getAccount).

        Costs 1 credit. Needs one of the scopes Desk.contacts.READ; the permission Accounts: View; data sharing
        'public read only' for records of others.

        Args:
            account_id: account, the organisation a contact belongs to; id.
            include: what comes with each object, beside its ids; one of owner.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("accounts.get", {"accountId": account_id, "include": include})

    def list(
        self,
        *,
        fields: Sequence[str] | None = None,
        filter_id: str | None = None,
        filters: Mapping[str, Any] | None = None,
        from_: int | None = None,
        limit: int | None = None,
        sort_by: Literal["website", "email", "phone", "accountName", "createdTime", "modifiedTime"] | None = None,
        view_id: str | None = None,
    ) -> Rows:
        """List accounts (getAccounts).

        Costs 3 credits a page. Needs one of the scopes Desk.contacts.READ; the permission Accounts: View; data
        sharing 'public read only' for records of others.

        Args:
            fields: fields that each row shall have, up to 30, by API name; any type but multi-text.
            filter_id: saved filter whose rows are listed; id.
            filters: conditions, at most 25: criteria.fieldConditions have field (an API name), con and data;
                keys Agent, AuthorArticles, Closed Time, Department, Due Date, Mode, Permission, Priority,
                Status, Topic, View, criteria.
            from_: rows to skip, counted from 0; whole number; from 0; 0 when left out.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.
            sort_by: field that decides the order, the smallest first; one of website, email, phone,
                accountName, createdTime, modifiedTime.
            view_id: list view whose rows are listed; id.

        Returns:
            The rows, as the service has them; a page, of up to 100.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "accounts.list",
            {
                "fields": fields,
                "filterId": filter_id,
                "filters": filters,
                "from": from_,
                "limit": limit,
                "sortBy": sort_by,
                "viewId": view_id,
            },
        )

    def iterate(
        self,
        *,
        fields: Sequence[str] | None = None,
        filter_id: str | None = None,
        filters: Mapping[str, Any] | None = None,
        limit: int | None = None,
        sort_by: Literal["website", "email", "phone", "accountName", "createdTime", "modifiedTime"] | None = None,
        view_id: str | None = None,
    ) -> Iterator[Row]:
        """List accounts (getAccounts).

        Costs 3 credits a page. Needs one of the scopes Desk.contacts.READ; the permission Accounts: View; data
        sharing 'public read only' for records of others.

        Args:
            fields: fields that each row shall have, up to 30, by API name; any type but multi-text.
            filter_id: saved filter whose rows are listed; id.
            filters: conditions, at most 25: criteria.fieldConditions have field (an API name), con and data;
                keys Agent, AuthorArticles, Closed Time, Department, Due Date, Mode, Permission, Priority,
                Status, Topic, View, criteria.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.
            sort_by: field that decides the order, the smallest first; one of website, email, phone,
                accountName, createdTime, modifiedTime.
            view_id: list view whose rows are listed; id.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all(
            "accounts.list",
            {
                "fields": fields,
                "filterId": filter_id,
                "filters": filters,
                "limit": limit,
                "sortBy": sort_by,
                "viewId": view_id,
            },
        )

    def update(
        self,
        *,
        account_id: str,
        account_name: str | LeftOut | None = LEFT_OUT,
        annualrevenue: str | None = None,
        associated_slaids: Sequence[str] | None = None,
        cf: Mapping[str, Any] | None = None,
        city: str | None = None,
        code: str | None = None,
        country: str | None = None,
        custom_fields: Mapping[str, Any] | None = None,
        description: str | None = None,
        email: str | LeftOut | None = LEFT_OUT,
        fax: str | None = None,
        industry: str | None = None,
        layout_id: str | None = None,
        owner_id: str | None = None,
        phone: str | LeftOut | None = LEFT_OUT,
        state: str | None = None,
        street: str | None = None,
        website: str | LeftOut | None = LEFT_OUT,
    ) -> Answer:
        """Change fields of an account (updateAccount).

        Costs 1 credit. Needs one of the scopes Desk.contacts.UPDATE; the permission Accounts: Edit; data
        sharing 'public' for records of others.

        Args:
            account_id: account, the organisation a contact belongs to; id.
            account_name: name of the account; at most 200 characters; None clears it.
            annualrevenue: revenue of a year, in the currency of the organisation; at most 100 characters.
            associated_slaids: service level agreements that hold for the account; ids.
            cf: own fields by their API names, as cf_number; free keys.
            city: city of the address; at most 30 characters.
            code: zip code of the account; at most 30 characters.
            country: country of the address; at most 30 characters.
            custom_fields: own fields by their labels; cf has them by API name, and is the newer way; free keys.
            description: description; at most 65535 characters.
            email: e-mail address; at most 255 characters; None clears it.
            fax: fax number; at most 30 characters.
            industry: industry of the account; at most 120 characters.
            layout_id: layout of the record's fields; id.
            owner_id: agent who owns the record; id.
            phone: telephone number; at most 30 characters; None clears it.
            state: state or province of the address; at most 30 characters.
            street: street and number of the address; at most 250 characters.
            website: address of the account's website; at most 120 characters; None clears it.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "accounts.update",
            {
                "accountId": account_id,
                "accountName": account_name,
                "annualrevenue": annualrevenue,
                "associatedSLAIds": associated_slaids,
                "cf": cf,
                "city": city,
                "code": code,
                "country": country,
                "customFields": custom_fields,
                "description": description,
                "email": email,
                "fax": fax,
                "industry": industry,
                "layoutId": layout_id,
                "ownerId": owner_id,
                "phone": phone,
                "state": state,
                "street": street,
                "website": website,
            },
        )

    def delete(self, *, account_ids: Sequence[str]) -> None:
        """Move accounts to the recycle bin (deleteAccount).

        Costs 1 credit. Needs one of the scopes Desk.contacts.DELETE; the permission Accounts: Delete; data
        sharing 'public' for records of others.

        Args:
            account_ids: accounts, moved to the recycle bin; ids.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("accounts.delete", {"accountIds": account_ids})
