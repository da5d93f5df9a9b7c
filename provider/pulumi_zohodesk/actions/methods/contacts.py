"""Methods of ``client().contacts``. Made by tools/contract/methods.py: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from pulumi_zohodesk.actions._group import LEFT_OUT, Answer, Group, LeftOut, Row, Rows

__all__ = ["Contacts"]


class Contacts(Group):
    """Actions of the group contacts."""

    def create(
        self,
        *,
        account_id: str | LeftOut | None = LEFT_OUT,
        cf: Mapping[str, Any] | None = None,
        city: str | None = None,
        country: str | None = None,
        custom_fields: Mapping[str, Any] | None = None,
        description: str | None = None,
        email: str | LeftOut | None = LEFT_OUT,
        facebook: str | None = None,
        first_name: str | LeftOut | None = LEFT_OUT,
        language: str | None = None,
        last_name: str | LeftOut | None = LEFT_OUT,
        layout_id: str | None = None,
        mobile: str | None = None,
        owner_id: str | LeftOut | None = LEFT_OUT,
        phone: str | LeftOut | None = LEFT_OUT,
        secondary_email: str | LeftOut | None = LEFT_OUT,
        state: str | None = None,
        street: str | None = None,
        title: str | None = None,
        twitter: str | None = None,
        type: str | LeftOut | None = LEFT_OUT,
        zip: int | None = None,
    ) -> Answer:
        """Create a contact (createContact).

        Costs 1 credit. Needs one of the scopes Desk.contacts.CREATE; the permission Contacts: Create; data
        sharing 'public' for records of others.

        Args:
            account_id: id; None clears it.
            cf: free keys.
            city: at most 100 characters.
            country: at most 100 characters.
            custom_fields: free keys.
            description: at most 65535 characters.
            email: at most 255 characters; None clears it.
            facebook: at most 100 characters.
            first_name: at most 40 characters; None clears it.
            language: at most 255 characters.
            last_name: at most 200 characters; None clears it.
            layout_id: id.
            mobile: at most 50 characters.
            owner_id: id; None clears it.
            phone: at most 50 characters; None clears it.
            secondary_email: at most 100 characters; None clears it.
            state: at most 100 characters.
            street: at most 250 characters.
            title: at most 100 characters.
            twitter: at most 100 characters.
            type: None clears it.
            zip: whole number.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "contacts.create",
            {
                "accountId": account_id,
                "cf": cf,
                "city": city,
                "country": country,
                "customFields": custom_fields,
                "description": description,
                "email": email,
                "facebook": facebook,
                "firstName": first_name,
                "language": language,
                "lastName": last_name,
                "layoutId": layout_id,
                "mobile": mobile,
                "ownerId": owner_id,
                "phone": phone,
                "secondaryEmail": secondary_email,
                "state": state,
                "street": street,
                "title": title,
                "twitter": twitter,
                "type": type,
                "zip": zip,
            },
        )

    def get(
        self, *, contact_id: str | None, include: Sequence[Literal["accounts", "owner"]] | LeftOut | None = LEFT_OUT
    ) -> Answer:
        """Read one contact (getContact).

        Costs 1 credit. Needs one of the scopes Desk.contacts.READ; the permission Contacts: View; data sharing
        'public read only' for records of others.

        Args:
            contact_id: id; None clears it.
            include: None clears it.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("contacts.get", {"contactId": contact_id, "include": include})

    def list(
        self,
        *,
        fields: Sequence[str] | None = None,
        filter_id: str | None = None,
        from_: int | LeftOut | None = LEFT_OUT,
        include: Sequence[Literal["accounts"]] | LeftOut | None = LEFT_OUT,
        limit: int | LeftOut | None = LEFT_OUT,
        sort_by: Literal["firstName", "lastName", "phone", "email", "account", "createdTime", "modifiedTime"]
        | LeftOut
        | None = LEFT_OUT,
        view_id: int | LeftOut | None = LEFT_OUT,
    ) -> Rows:
        """List contacts (getContacts).

        Costs 3 credits a page. Needs one of the scopes Desk.contacts.READ; the permission Contacts: View; data
        sharing 'public read only' for records of others.

        Args:
            fields: at most 30 entries.
            filter_id: id.
            from_: whole number; from 0; None clears it; 0 when left out.
            include: None clears it.
            limit: whole number; from 1; up to 100; None clears it; 100 when left out.
            sort_by: at most 100 characters; None clears it.
            view_id: whole number; None clears it.

        Returns:
            The rows, as the service has them; a page, of up to 100.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "contacts.list",
            {
                "fields": fields,
                "filterId": filter_id,
                "from": from_,
                "include": include,
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
        from_: int | LeftOut | None = LEFT_OUT,
        include: Sequence[Literal["accounts"]] | LeftOut | None = LEFT_OUT,
        limit: int | LeftOut | None = LEFT_OUT,
        sort_by: Literal["firstName", "lastName", "phone", "email", "account", "createdTime", "modifiedTime"]
        | LeftOut
        | None = LEFT_OUT,
        view_id: int | LeftOut | None = LEFT_OUT,
    ) -> Iterator[Row]:
        """List contacts (getContacts).

        Costs 3 credits a page. Needs one of the scopes Desk.contacts.READ; the permission Contacts: View; data
        sharing 'public read only' for records of others.

        Args:
            fields: at most 30 entries.
            filter_id: id.
            from_: whole number; from 0; None clears it; 0 when left out.
            include: None clears it.
            limit: whole number; from 1; up to 100; None clears it; 100 when left out.
            sort_by: at most 100 characters; None clears it.
            view_id: whole number; None clears it.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all(
            "contacts.list",
            {
                "fields": fields,
                "filterId": filter_id,
                "from": from_,
                "include": include,
                "limit": limit,
                "sortBy": sort_by,
                "viewId": view_id,
            },
        )

    def update(
        self,
        *,
        contact_id: str | None,
        account_id: str | LeftOut | None = LEFT_OUT,
        cf: Mapping[str, Any] | None = None,
        city: str | None = None,
        country: str | None = None,
        custom_fields: Mapping[str, Any] | None = None,
        description: str | None = None,
        email: str | LeftOut | None = LEFT_OUT,
        facebook: str | None = None,
        first_name: str | LeftOut | None = LEFT_OUT,
        language: str | None = None,
        last_name: str | LeftOut | None = LEFT_OUT,
        layout_id: str | None = None,
        mobile: str | None = None,
        owner_id: str | LeftOut | None = LEFT_OUT,
        phone: str | LeftOut | None = LEFT_OUT,
        secondary_email: str | LeftOut | None = LEFT_OUT,
        state: str | None = None,
        street: str | None = None,
        title: str | None = None,
        twitter: str | None = None,
        type: str | LeftOut | None = LEFT_OUT,
        zip: int | None = None,
    ) -> Answer:
        """Change fields of a contact (updateContact).

        Costs 1 credit. Needs one of the scopes Desk.contacts.UPDATE; the permission Contacts: Edit; data
        sharing 'public' for records of others.

        Args:
            contact_id: id; None clears it.
            account_id: id; None clears it.
            cf: free keys.
            city: at most 30 characters.
            country: at most 30 characters.
            custom_fields: free keys.
            description: at most 65535 characters.
            email: at most 255 characters; None clears it.
            facebook: at most 100 characters.
            first_name: at most 40 characters; None clears it.
            language: at most 255 characters.
            last_name: at most 200 characters; None clears it.
            layout_id: id.
            mobile: at most 50 characters.
            owner_id: id; None clears it.
            phone: at most 50 characters; None clears it.
            secondary_email: at most 100 characters; None clears it.
            state: at most 30 characters.
            street: at most 250 characters.
            title: at most 100 characters.
            twitter: at most 100 characters.
            type: None clears it.
            zip: whole number.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "contacts.update",
            {
                "contactId": contact_id,
                "accountId": account_id,
                "cf": cf,
                "city": city,
                "country": country,
                "customFields": custom_fields,
                "description": description,
                "email": email,
                "facebook": facebook,
                "firstName": first_name,
                "language": language,
                "lastName": last_name,
                "layoutId": layout_id,
                "mobile": mobile,
                "ownerId": owner_id,
                "phone": phone,
                "secondaryEmail": secondary_email,
                "state": state,
                "street": street,
                "title": title,
                "twitter": twitter,
                "type": type,
                "zip": zip,
            },
        )

    def delete(self, *, contact_ids: Sequence[str] | None) -> None:
        """Move contacts to the recycle bin (deleteContact).

        Costs 1 credit. Needs one of the scopes Desk.contacts.DELETE; the permission Contacts: Delete; data
        sharing 'public' for records of others.

        Args:
            contact_ids: None clears it.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("contacts.delete", {"contactIds": contact_ids})
