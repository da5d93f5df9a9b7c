"""Products: of several departments, with an owner; what is removed goes to the recycle bin. Source: Product.json."""

from __future__ import annotations

from typing import Any

from pulumi_zohodesk.emulator import _records as records
from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._collection import refuse, texts, unknown_ids
from pulumi_zohodesk.emulator._errors import invalid, invalid_data
from pulumi_zohodesk.emulator._kind import Answer, Erratum, Link, Portal, Record
from pulumi_zohodesk.emulator._plain import usable_department
from pulumi_zohodesk.emulator._recorded import Recorded

ALL = "0"
"""The department of a list that stands for all."""


def _settle(_portal: Portal, record: Record) -> None:
    record["isDeleted"] = record["isTrashed"]


def _asked(call: Call, record: Record) -> bool:
    department = call.query.get("departmentId", ALL)
    return department in (ALL, *record["departmentIds"]) and call.query.get("ownerId") in (None, record["ownerId"])


def _in_view(call: Call, record: Record) -> bool:
    return any(call.sees(one) for one in record["departmentIds"])


def _check(call: Call) -> None:
    """Departments that the caller sees, and a name."""
    body, places = call.body, texts(call.body.get("departmentIds"))
    errors = unknown_ids(
        call.portal, "departments", places, "/departmentIds", lambda row: row["isEnabled"] and call.sees(row["id"])
    )
    if "departmentIds" in body and not places:
        errors.append(invalid("/departmentIds", "A product needs at least one department."))
    if "productName" in body and not body["productName"]:
        errors.append(invalid("/productName", "A product needs a name."))
    refuse(errors)


def _stored(body: Record) -> Record:
    price = {"unitPrice": _price(body["unitPrice"])} if "unitPrice" in body else {}
    places = {"departmentIds": texts(body["departmentIds"])} if "departmentIds" in body else {}
    return {**body, **price, **places}


def _price(value: Any) -> str:
    """The price as text, as it is answered: a number as it was sent, nothing as 0 (unconfirmed)."""
    try:
        float(value or 0)
    except ValueError:
        raise invalid_data(invalid("/unitPrice", "The price must be a number.")) from None
    return str(value or 0)


RECORDED = Recorded(
    "Product",
    needed="productName",
    blank={
        **dict.fromkeys(("productCode", "productCategory", "manufacturer", "description")),
        "productName": "",
        "unitPrice": "0",
        "departmentIds": [],
    },
    check=_check,
    stored=_stored,
    beyond=("viewId",),
    keys={"unitPrice": lambda _portal, row: f"{float(row['unitPrice']):020.4f}"},
    in_view=_in_view,
    asked=_asked,
)


def _list(call: Call) -> Answer:
    records.must_be_emulated(call.query, RECORDED.beyond)
    if call.query.get("departmentId", ALL) != ALL:
        usable_department(call, call.query["departmentId"])
    return RECORDED.list(call)


KIND = RECORDED.kind(
    {"getProducts": _list},
    links=(Link("departmentIds", "departments", "departments", many=True),),
    settle=_settle,
    errata={
        "A row lacks what is not asked for, by prose, while its schema requires four fields.": Erratum(
            operations="getProducts", fields=("unitPrice", "productCode", "productName"), optional=True
        ),
        "The prose allows 50 ids a call.": Erratum(
            part="body", operations="deleteProduct", fields=("productIds",), set={"maxItems": 50}
        ),
    },
)
