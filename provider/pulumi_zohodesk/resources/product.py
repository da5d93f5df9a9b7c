"""Made by `make generate` from kinds/product.py: change that, not this file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.product import KIND
from pulumi_zohodesk.resources._lookups import found, later

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.agent import Agent
    from pulumi_zohodesk.resources.department import Department

__all__ = ["Product", "ProductInfo", "get_product", "get_product_output"]


class Product(DeskResource):
    """What customers ask about. ``destroy`` moves it to the recycle bin, from which no call brings it back."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        product_name: pulumi.Output[str]
        department_ids: pulumi.Output[Sequence[str]]
        product_code: pulumi.Output[str | None]
        unit_price: pulumi.Output[float | str | None]
        product_category: pulumi.Output[str | None]
        manufacturer: pulumi.Output[str | None]
        description: pulumi.Output[str | None]
        owner_id: pulumi.Output[str | None]
        cf: pulumi.Output[Mapping[str, Any] | None]
        created_by: pulumi.Output[str | None]
        created_time: pulumi.Output[str | None]
        modified_by: pulumi.Output[str | None]
        modified_time: pulumi.Output[str | None]

    def __init__(
        self,
        resource_name: str,
        *,
        product_name: pulumi.Input[str],
        department_ids: pulumi.Input[Sequence[pulumi.Input[str]]] | Sequence[pulumi.Input[str] | Department],
        product_code: pulumi.Input[str] | None = None,
        unit_price: pulumi.Input[float | str] | None = None,
        product_category: pulumi.Input[str] | None = None,
        manufacturer: pulumi.Input[str] | None = None,
        description: pulumi.Input[str] | None = None,
        owner_id: pulumi.Input[str] | Agent | None = None,
        cf: pulumi.Input[Mapping[str, pulumi.Input[Any]]] | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a product (createProduct, updateProduct).

        Args:
            resource_name: the logical name in the program.
            product_name: unique in the organisation; at most 200 characters.
            department_ids: the departments; each by its resource or its id; a set, at least 1.
            product_code: your own code for it; at most 200 characters.
            unit_price: the price of one; how it is written makes no difference.
            product_category: what sort of product it is; at most 100 characters.
            manufacturer: who makes it; at most 100 characters.
            description: what it is; at most 65535 characters.
            owner_id: the agent it is assigned to; whoever makes it if left out; the resource or its id.
            cf: custom fields by API name; only the keys given are managed.
            connection: a connection of ``zohodesk.toml`` in place of the stack's own; at most 100 characters.
            opts: Pulumi's resource options.
        """
        args = {key: value for key, value in locals().items() if key in KIND.by_snake}
        super().__init__(resource_name, args, opts)

    @classmethod
    def get(
        cls,
        resource_name: str,
        id: pulumi.Input[str],
        opts: pulumi.ResourceOptions | None = None,
        *,
        connection: pulumi.Input[str] | None = None,
    ) -> Product:
        """Read a product that exists, without managing it (getProduct)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class ProductInfo:
    """A product, as getProducts answers it."""

    id: str
    product_name: str
    department_ids: Sequence[str] | None
    product_code: str | None
    unit_price: float | str | None
    product_category: str | None
    manufacturer: str | None
    description: str | None
    owner_id: str | None
    cf: Mapping[str, Any] | None
    created_by: str | None
    created_time: str | None
    modified_by: str | None
    modified_time: str | None


@ends_the_program_plainly
def get_product(*, product_name: str, connection: str | None = None) -> ProductInfo:
    """The product of this natural key (getProducts).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(ProductInfo, KIND, {"productName": product_name}, connection)


def get_product_output(*, product_name: pulumi.Input[str], connection: str | None = None) -> pulumi.Output[ProductInfo]:
    """`get_product` for outputs."""
    return later(get_product, product_name=product_name, connection=connection)
