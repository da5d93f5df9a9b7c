"""Methods of ``client().products``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from pulumi_zohodesk.actions._group import LEFT_OUT, Answer, Group, LeftOut, Row, Rows

__all__ = ["Products"]


class Products(Group):
    """Actions of the group products."""

    def create(
        self,
        *,
        department_ids: Sequence[str],
        cf: Mapping[str, Any] | None = None,
        custom_fields: Mapping[str, Any] | None = None,
        description: str | None = None,
        layout_id: str | None = None,
        manufacturer: str | None = None,
        owner_id: str | None = None,
        product_category: str | None = None,
        product_code: str | None = None,
        product_name: str | None = None,
        unit_price: float | None = None,
    ) -> Answer:
        """Create a product (createProduct).

        Costs 1 credit. Needs one of the scopes Desk.products.CREATE, Desk.settings.CREATE; the permission
        Products: Create; data sharing 'public' for records of others.

        Args:
            department_ids: the departments; ids.
            cf: custom fields by API name; only the keys given are managed; free keys.
            custom_fields: own fields by their labels; cf has them by API name, and is the newer way; free keys.
            description: what it is; at most 65535 characters.
            layout_id: layout of the record's fields; id.
            manufacturer: who makes it.
            owner_id: the agent it is assigned to; whoever makes it if left out; id.
            product_category: what sort of product it is.
            product_code: your own code for it; at most 200 characters.
            product_name: unique in the organisation; at most 200 characters.
            unit_price: the price of one; how it is written makes no difference.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "products.create",
            {
                "departmentIds": department_ids,
                "cf": cf,
                "customFields": custom_fields,
                "description": description,
                "layoutId": layout_id,
                "manufacturer": manufacturer,
                "ownerId": owner_id,
                "productCategory": product_category,
                "productCode": product_code,
                "productName": product_name,
                "unitPrice": unit_price,
            },
        )

    def get(self, *, product_id: str, include: Sequence[Literal["departments", "owner"]] | None = None) -> Answer:
        """Read a product (getProduct).

        Costs 1 credit. Needs one of the scopes Desk.products.READ, Desk.settings.READ; the permission Products:
        View; data sharing 'public read only' for records of others.

        Args:
            product_id: product; id.
            include: what comes with each object, beside its ids; each one of departments, owner.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("products.get", {"productId": product_id, "include": include})

    def list(
        self,
        *,
        department_id: str | None = None,
        fields: Sequence[str] | None = None,
        from_: int | None = None,
        include: Sequence[Literal["owner"]] | None = None,
        limit: int | None = None,
        owner_id: str | None = None,
        sort_by: Literal[
            "productName",
            "productCode",
            "unitPrice",
            "createdTime",
            "modifiedTime",
            "-productName",
            "-productCode",
            "-unitPrice",
            "-createdTime",
            "-modifiedTime",
        ]
        | None = None,
        view_id: str | None = None,
    ) -> Rows:
        """List products (getProducts).

        Costs 3 credits a page. Needs one of the scopes Desk.products.READ, Desk.settings.READ; the permission
        Products: View; data sharing 'public read only' for records of others.

        Args:
            department_id: department; id.
            fields: fields that each row shall have, up to 30, by API name; any type but multi-text.
            from_: rows to skip, counted from 0; whole number; from 0; 0 when left out.
            include: what comes with each object, beside its ids; each one of owner.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.
            owner_id: only those with this ownerId; id.
            sort_by: field that decides the order, the smallest first; one of productName, productCode,
                unitPrice, createdTime, modifiedTime, -productName, -productCode, -unitPrice, -createdTime,
                -modifiedTime; at most 100 characters.
            view_id: list view whose rows are listed; id.

        Returns:
            The rows, as the service has them; a page, of up to 100.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "products.list",
            {
                "departmentId": department_id,
                "fields": fields,
                "from": from_,
                "include": include,
                "limit": limit,
                "ownerId": owner_id,
                "sortBy": sort_by,
                "viewId": view_id,
            },
        )

    def iterate(
        self,
        *,
        department_id: str | None = None,
        fields: Sequence[str] | None = None,
        include: Sequence[Literal["owner"]] | None = None,
        limit: int | None = None,
        owner_id: str | None = None,
        sort_by: Literal[
            "productName",
            "productCode",
            "unitPrice",
            "createdTime",
            "modifiedTime",
            "-productName",
            "-productCode",
            "-unitPrice",
            "-createdTime",
            "-modifiedTime",
        ]
        | None = None,
        view_id: str | None = None,
    ) -> Iterator[Row]:
        """List products (getProducts).

        Costs 3 credits a page. Needs one of the scopes Desk.products.READ, Desk.settings.READ; the permission
        Products: View; data sharing 'public read only' for records of others.

        Args:
            department_id: department; id.
            fields: fields that each row shall have, up to 30, by API name; any type but multi-text.
            include: what comes with each object, beside its ids; each one of owner.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.
            owner_id: only those with this ownerId; id.
            sort_by: field that decides the order, the smallest first; one of productName, productCode,
                unitPrice, createdTime, modifiedTime, -productName, -productCode, -unitPrice, -createdTime,
                -modifiedTime; at most 100 characters.
            view_id: list view whose rows are listed; id.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all(
            "products.list",
            {
                "departmentId": department_id,
                "fields": fields,
                "include": include,
                "limit": limit,
                "ownerId": owner_id,
                "sortBy": sort_by,
                "viewId": view_id,
            },
        )

    def update(
        self,
        *,
        product_id: str,
        cf: Mapping[str, Any] | None = None,
        custom_fields: Mapping[str, Any] | None = None,
        department_ids: Sequence[str] | None = None,
        description: str | None = None,
        layout_id: str | None = None,
        manufacturer: str | None = None,
        owner_id: str | None = None,
        product_category: str | None = None,
        product_code: str | LeftOut | None = LEFT_OUT,
        product_name: str | None = None,
        unit_price: float | LeftOut | None = LEFT_OUT,
    ) -> Answer:
        """Change a product (updateProduct).

        Costs 1 credit. Needs one of the scopes Desk.products.UPDATE, Desk.settings.UPDATE; the permission
        Products: Edit; data sharing 'public' for records of others.

        Args:
            product_id: product; id.
            cf: custom fields by API name; only the keys given are managed; free keys.
            custom_fields: own fields by their labels; cf has them by API name, and is the newer way; free keys.
            department_ids: the departments; ids.
            description: what it is; at most 65535 characters.
            layout_id: layout of the record's fields; id.
            manufacturer: who makes it.
            owner_id: the agent it is assigned to; whoever makes it if left out; id.
            product_category: what sort of product it is.
            product_code: your own code for it; at most 200 characters; None clears it.
            product_name: unique in the organisation; at most 200 characters.
            unit_price: the price of one; how it is written makes no difference; None clears it.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "products.update",
            {
                "productId": product_id,
                "cf": cf,
                "customFields": custom_fields,
                "departmentIds": department_ids,
                "description": description,
                "layoutId": layout_id,
                "manufacturer": manufacturer,
                "ownerId": owner_id,
                "productCategory": product_category,
                "productCode": product_code,
                "productName": product_name,
                "unitPrice": unit_price,
            },
        )

    def delete(self, *, product_ids: Sequence[str], department_id: str | None = None) -> None:
        """Delete a product (deleteProduct).

        Costs 1 credit. Needs one of the scopes Desk.products.DELETE, Desk.settings.DELETE; the permission
        Products: Delete; data sharing 'public' for records of others.

        Args:
            product_ids: product ids; ids.
            department_id: department; id.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("products.delete", {"productIds": product_ids, "departmentId": department_id})
