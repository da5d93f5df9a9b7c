"""Products: what customers ask about. There may be thousands of them, so they are read as a whole only where asked for.

Source: Product.json (createProduct, getProducts, getProduct, updateProduct, deleteProduct). The contract requires
neither a name nor that it is unique; the provider does, since nothing else finds a product again. Rows of the list lack
most fields; ``fields`` asks for more, but neither for texts of several lines nor, for certain, for departments.
Removal is the recycle bin. The contract has no call that brings a product back from there, so one in the bin is gone.
"""

from __future__ import annotations

from pulumi_zohodesk.engine import Call, Crud, Decimal, Field, Kind, Listing, Many, Map, Reference, Scalar, Text, calls
from pulumi_zohodesk.kinds._fields import STAMPS, name_text

CALLS = Crud("/products", "Product", ("products", "settings"), "products.{verb}", page_size=100)
TRASH = CALLS.operation("deleteProduct", "POST", "/moveToTrash", verb="DELETE")
GROUP = Text(100, r"[0-9a-zA-Z_\-.$@?:/!\s()]|[^\x00-\x7f]", "letters, digits, spaces and _ - . $ @ ? : / ! ( )")

KIND = Kind(
    "Product",
    "product",
    "What customers ask about. ``destroy`` moves it to the recycle bin, from which no call brings it back.",
    own_fields=(
        Field("productName", Text(200, least=1), "unique in the organisation", required=True),
        Field("departmentIds", Many(Reference("Department"), least=1), "the departments", required=True),
        Field("productCode", name_text(200), "your own code for it"),
        Field("unitPrice", Decimal(100), "the price of one; how it is written makes no difference"),
        Field("productCategory", GROUP, "what sort of product it is"),
        Field("manufacturer", GROUP, "who makes it"),
        Field("description", name_text(65535), "what it is"),
        Field("ownerId", Reference("Agent"), "the agent it is assigned to; whoever makes it if left out"),
        Field("cf", Map(Scalar(100, as_text=True)), "custom fields by API name; only the keys given are managed"),
    ),
    outputs=STAMPS,
    key=("productName",),
    calls=CALLS,
    listing=Listing(
        CALLS.list,
        query={"departmentId": "0"},  # all that can be reached
        lacks=frozenset({"departmentIds", "productCategory", "manufacturer", "description", "ownerId", "cf"}),
    ),
    removals={"trash": calls("was moved to the recycle bin", Call(TRASH, lambda id, _state: {"productIds": [id]}))},
    deleted=lambda row: bool(row.get("isDeleted")),
    records=True,
)
