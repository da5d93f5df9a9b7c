"""Products: of several departments, with an owner; what is removed goes to the recycle bin. Source: Product.json."""

from __future__ import annotations

from typing import Any

from pulumi_zohodesk.emulator import _records as records
from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import page, refuse, texts, unknown_ids
from pulumi_zohodesk.emulator._errata import Erratum
from pulumi_zohodesk.emulator._errors import invalid, invalid_data
from pulumi_zohodesk.emulator._kind import Answer, Portal, Reference
from pulumi_zohodesk.emulator._plain import usable_department
from pulumi_zohodesk.emulator._recorded import Recorded
from pulumi_zohodesk.emulator._store import Record

NAME = "products"
ALL = "0"
"""The department of a list that stands for all."""


def _blank(portal: Portal, creator: str) -> Record:
    return {
        **records.blank(portal, NAME, creator),
        **dict.fromkeys(("productCode", "productCategory", "manufacturer", "description")),
        "productName": "",
        "unitPrice": "0",
        "departmentIds": [],
        "ownerId": creator,
    }


def _settle(_portal: Portal, record: Record) -> None:
    record["isDeleted"] = record["isTrashed"]


def _forget(portal: Portal, kind: str, record: Record) -> None:
    if kind == "departments":
        for row in portal.table(NAME):
            row["departmentIds"] = [one for one in row["departmentIds"] if one != record["id"]]


def _shown(call: Call, record: Record) -> Record:
    return records.with_layout(call.portal, record)


def _list(call: Call) -> Answer:
    query, department = call.query, call.query.get("departmentId", ALL)
    records.must_be_emulated(query, ("viewId",))
    if department != ALL:
        usable_department(call, department)
    rows = [
        row
        for row in records.listed(call, NAME)
        if department in (ALL, *row["departmentIds"])
        and _in_view(call, row)
        and query.get("ownerId") in (None, row["ownerId"])
    ]
    rows = records.sorted_by(rows, query.get("sortBy"), {"unitPrice": lambda row: f"{float(row['unitPrice']):020.4f}"})
    return [records.row(call, "product", "getProduct", row) for row in page(call, rows)]


def _in_view(call: Call, record: Record) -> bool:
    return any(call.sees(one) for one in record["departmentIds"])


def _values(call: Call) -> dict[str, Any]:
    """The fields of a body, checked: departments that the caller sees, a price that is a number."""
    body, places = call.body, texts(call.body.get("departmentIds"))
    errors = unknown_ids(
        call.portal, "departments", places, "/departmentIds", lambda row: row["isEnabled"] and call.sees(row["id"])
    )
    if "departmentIds" in body and not places:
        errors.append(invalid("/departmentIds", "A product needs at least one department."))
    if "productName" in body and not body["productName"]:
        errors.append(invalid("/productName", "A product needs a name."))
    refuse(errors)
    records.must_know_layout(call, NAME)
    values = {**body, **records.referring(call, {"ownerId": ("agents", records.active)})}
    if "unitPrice" in body:
        values["unitPrice"] = _price(body["unitPrice"])
    return {**values, **({"departmentIds": places} if "departmentIds" in body else {})}


def _price(value: Any) -> str:
    """The price as text, as it is answered: a number as it was sent, nothing as 0 (unconfirmed)."""
    try:
        float(value or 0)
    except ValueError:
        raise invalid_data(invalid("/unitPrice", "The price must be a number.")) from None
    return str(value or 0)


KIND = Recorded("Product", _values, _shown, _in_view).kind(
    _list,
    natural_key=lambda record: None if record.get("isTrashed") else str(record["productName"]).casefold(),
    references=(
        Reference("owner", "ownerId", "agents"),
        Reference("departments", "departmentIds", "departments", many=True),
    ),
    blank=_blank,
    settle=_settle,
    forget=_forget,
    errata=(
        Erratum(
            "A row holds the fields that are asked for, by prose, while its schema is closed.",
            operations="getProducts",
            rows=records.declared("product", "getProduct"),
        ),
        Erratum(
            "A row lacks what is not asked for, by prose, while its schema requires four fields.",
            operations="getProducts",
            fields=("unitPrice", "productCode", "productName"),
            optional=True,
        ),
        Erratum(
            "The prose allows 50 ids a call.",
            part="body",
            operations="deleteProduct",
            fields=("productIds",),
            set={"maxItems": 50},
        ),
        Erratum(
            "The schema of a new product requires no name, but a product without a name cannot be.",
            part="body",
            operations="createProduct",
            required=("productName",),
        ),
    ),
)
