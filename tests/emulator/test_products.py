"""Products: departments, prices as text or number, the bin, tickets that name them."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Api, errors, rows


def test_prices_are_numbers_however_they_are_sent(api: Api) -> None:
    home = api.default_department()
    for name, price in (("A", 9), ("B", "10.50"), ("C", 100.25)):
        assert float(api.product(name, [home], unitPrice=price)["unitPrice"]) == float(price)
    found = rows(api.get("/products", sortBy="-unitPrice"))
    assert [row["productName"] for row in found] == ["C", "B", "A"]
    assert errors(api.post("/products", {"productName": "D", "departmentIds": [home], "unitPrice": "dear"})) == {
        ("/unitPrice", "invalid")
    }


def test_a_list_is_of_one_department_or_of_all(api: Api) -> None:
    home, sales = api.default_department(), api.department("Sales")["id"]
    api.product("Both", [home, sales])
    api.product("Home", [home])
    names = {one: [row["productName"] for row in rows(api.get("/products", departmentId=one))] for one in ("0", sales)}
    assert names == {"0": ["Both", "Home"], sales: ["Both"]}
    (row,) = rows(api.get("/products", departmentId=sales, fields="manufacturer"))
    assert row.keys() == {"id", "manufacturer"}


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({"departmentIds": []}, ("/departmentIds", "invalid")),
        ({"departmentIds": ["1"]}, ("/departmentIds/0", "invalid")),
        ({"ownerId": "1"}, ("/ownerId", "invalid")),
        ({"productName": ""}, ("/productName", "invalid")),
    ],
)
def test_what_cannot_be_is_refused(api: Api, body: dict[str, Any], error: tuple[str, str]) -> None:
    made = api.product("Box", [api.default_department()])["id"]
    assert errors(api.patch(f"/products/{made}", body)) == {error}


def test_custom_fields_that_are_not_named_stay(api: Api) -> None:
    made = api.product("Box", [api.default_department()], cf={"cf_a": "1", "cf_b": "2"})["id"]
    assert api.patch(f"/products/{made}", {"cf": {"cf_a": "3"}}).json()["cf"] == {"cf_a": "3", "cf_b": "2"}


def test_the_bin_takes_them_and_tickets_no_longer_can(api: Api, contact: str) -> None:
    home = api.default_department()
    made = api.product("Box", [home])["id"]
    ticket = api.ticket(contact, productId=made)["id"]
    assert api.get(f"/tickets/{ticket}", include="products").json()["product"] == {"id": made, "productName": "Box"}
    assert api.post("/products/moveToTrash", {"productIds": [made]}).status_code == 204
    assert api.get(f"/products/{made}").json()["isDeleted"] is True
    assert rows(api.get("/products")) == []
    assert api.get(f"/tickets/{ticket}", include="products").json()["product"] is None
    body = {"contactId": contact, "departmentId": home, "subject": "New", "productId": made}
    assert errors(api.post("/tickets", body)) == {("/productId", "invalid")}
    assert errors(api.post("/products/moveToTrash", {"productIds": ["1"] * 51})) == {("/productIds", "invalid")}
