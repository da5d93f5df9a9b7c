"""Methods of ``client().contacts``. Made by `make generate`: change the table, not this file."""

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
            account_id: account, the organisation a contact belongs to; id; None clears it.
            cf: own fields by their API names, as cf_number; free keys.
            city: city of the address; at most 100 characters.
            country: country of the address; at most 100 characters.
            custom_fields: own fields by their labels; cf has them by API name, and is the newer way; free keys.
            description: description; at most 65535 characters.
            email: e-mail address; at most 255 characters; None clears it.
            facebook: id on Facebook; at most 100 characters.
            first_name: first name; at most 40 characters; None clears it.
            language: language, as English; at most 255 characters.
            last_name: last name; at most 200 characters; None clears it.
            layout_id: layout of the record's fields; id.
            mobile: mobile telephone number; at most 50 characters.
            owner_id: agent who owns the record; id; None clears it.
            phone: telephone number; at most 50 characters; None clears it.
            secondary_email: second e-mail address; at most 100 characters; None clears it.
            state: state or province of the address; at most 100 characters.
            street: street and number of the address; at most 250 characters.
            title: title of the person, as Dr.; at most 100 characters.
            twitter: id on Twitter; at most 100 characters.
            type: what kind of contact it is; None clears it.
            zip: postal code of the address, as a number: it cannot begin with 0; whole number.

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
            contact_id: contact, the person who asks; id; None clears it.
            include: what comes with each object, beside its ids; each one of accounts, owner; None clears it.

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
            fields: fields that each row shall have, up to 30, by API name; any type but multi-text; at most 30
                entries.
            filter_id: saved filter whose rows are listed; id.
            from_: rows to skip, counted from 0; whole number; from 0; None clears it; 0 when left out.
            include: what comes with each object, beside its ids; each one of accounts; None clears it.
            limit: rows of a page; whole number; from 1; up to 100; None clears it; 100 when left out.
            sort_by: field that decides the order, the smallest first; one of firstName, lastName, phone, email,
                account, createdTime, modifiedTime; at most 100 characters; None clears it.
            view_id: list view whose rows are listed; the contract has a short number here; whole number; None
                clears it.

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
            fields: fields that each row shall have, up to 30, by API name; any type but multi-text; at most 30
                entries.
            filter_id: saved filter whose rows are listed; id.
            include: what comes with each object, beside its ids; each one of accounts; None clears it.
            limit: rows of a page; whole number; from 1; up to 100; None clears it; 100 when left out.
            sort_by: field that decides the order, the smallest first; one of firstName, lastName, phone, email,
                account, createdTime, modifiedTime; at most 100 characters; None clears it.
            view_id: list view whose rows are listed; the contract has a short number here; whole number; None
                clears it.

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
            contact_id: contact, the person who asks; id; None clears it.
            account_id: account, the organisation a contact belongs to; id; None clears it.
            cf: own fields by their API names, as cf_number; free keys.
            city: city of the address; at most 30 characters.
            country: country of the address; at most 30 characters.
            custom_fields: own fields by their labels; cf has them by API name, and is the newer way; free keys.
            description: description; at most 65535 characters.
            email: e-mail address; at most 255 characters; None clears it.
            facebook: id on Facebook; at most 100 characters.
            first_name: first name; at most 40 characters; None clears it.
            language: language, as English; at most 255 characters.
            last_name: last name; at most 200 characters; None clears it.
            layout_id: layout of the record's fields; id.
            mobile: mobile telephone number; at most 50 characters.
            owner_id: agent who owns the record; id; None clears it.
            phone: telephone number; at most 50 characters; None clears it.
            secondary_email: second e-mail address; at most 100 characters; None clears it.
            state: state or province of the address; at most 30 characters.
            street: street and number of the address; at most 250 characters.
            title: title of the person, as Dr.; at most 100 characters.
            twitter: id on Twitter; at most 100 characters.
            type: what kind of contact it is; None clears it.
            zip: postal code of the address, as a number: it cannot begin with 0; whole number.

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
            contact_ids: contacts, moved to the recycle bin; ids; None clears it.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("contacts.delete", {"contactIds": contact_ids})
