"""Folders and e-mail templates: given folders, who may use one, names that differ between writing and reading."""

from __future__ import annotations

from typing import Any

import pytest

from .calls import folder, template
from .conftest import Api, code, errors

UNMET = (422, "UNPROCESSABLE_ENTITY")


@pytest.fixture
def home(api: Api) -> str:
    return api.default_department()


def _folder(api: Api, home: str, name: str = "Welcome") -> str:
    return str(api.made("/templateFolders", folder(home, name))["folderId"])


def test_every_department_has_a_given_folder_that_stays(api: Api, home: str) -> None:
    sales = api.department("Sales")["id"]
    (given,) = api.get("/templateFolders", departmentId=sales).json()
    assert (given["category"], given["createdBy"], given["createdOn"]) == ("DEFAULT_FOLDER", None, None)
    path = f"/templateFolders/{given['folderId']}"
    assert code(api.delete(path)) == code(api.patch(path, {"folderName": "Mine"})) == UNMET
    made = api.made("/templates", template(sales, given["folderId"]))
    assert made["folder"] == {"folderId": given["folderId"], "folderName": given["folderName"]}
    api.emulator.switch(default_folders=False)
    assert api.get("/templateFolders", departmentId=api.department("Bare")["id"]).json() == []


@pytest.mark.parametrize(
    ("access", "pointer"),
    [
        ({"type": "onlyMe"}, "/folderAccessDetails/type"),
        ({"type": "restrictedAccess", "teams": ["1"]}, "/folderAccessDetails/teams/0"),
        ({"rolesAndSubordinates": ["1"]}, "/folderAccessDetails/rolesAndSubordinates/0"),
    ],
)
def test_who_may_use_a_folder_must_exist(api: Api, home: str, access: dict[str, Any], pointer: str) -> None:
    assert errors(api.post("/templateFolders", folder(home, **access))) == {(pointer, "invalid")}


def test_who_goes_is_taken_out_of_folders(api: Api, home: str) -> None:
    lead = api.role("Lead")["id"]
    made = api.made("/templateFolders", folder(home, type="restrictedAccess", roles=[lead]))
    top = api.emulator.state("prod")["roles"][0]["id"]
    api.post(f"/roles/{lead}/delete", {"transferToRoleId": top})
    assert api.get(f"/templateFolders/{made['folderId']}").json()["folderAccessDetails"]["roles"] == []


def test_a_full_folder_stays_unless_its_templates_go_with_it(api: Api, home: str) -> None:
    place = _folder(api, home)
    made = api.made("/templates", template(home, place))["templateId"]
    counted = api.get("/templateFolders", departmentId=home, include="emailTemplatesCount").json()[-1]
    assert counted["templatesCount"][0]["count"]["tickets"] == "1"
    assert code(api.delete(f"/templateFolders/{place}")) == UNMET
    api.emulator.switch(full_folders_refused=False)
    assert api.delete(f"/templateFolders/{place}").status_code == 204
    assert code(api.get(f"/templates/{made}")) == (404, "URL_NOT_FOUND")


def test_lists_are_bare_and_count_from_one(api: Api, home: str) -> None:
    for name in ("A", "B", "C"):
        api.made("/templates", template(home, _folder(api, home, f"In {name}"), name))
    names = [row["templateName"] for row in api.get("/templates", departmentId=home, limit=2, **{"from": 2}).json()]
    assert names == ["B", "C"]
    assert code(api.get("/templates", departmentId=home, **{"from": 0})) == UNMET
    assert [row["templateName"] for row in api.get("/templates", departmentId=home, searchStr="b").json()] == ["B"]
    assert "attachments" not in api.get("/templates", departmentId=home).json()[0]


def test_a_template_belongs_to_a_folder_of_its_department(api: Api, home: str) -> None:
    sales = api.department("Sales")["id"]
    place = _folder(api, home)
    assert errors(api.post("/templates", template(sales, place))) == {("/folderId", "invalid")}
    assert errors(api.post("/templates", template(home, "1"))) == {("/folderId", "invalid")}
    made = api.made("/templates", template(home, place, replyTo="re@example.com"))
    assert made["replyToAddr"] == "re@example.com"
    assert errors(api.post("/templates", template(home, place))) == {("/templateName", "duplicate")}
    answer = api.patch(f"/templates/{made['templateId']}", {"attachmentIds": ["7"]})
    assert errors(answer) == {("/attachmentIds/0", "invalid")}


def test_html_may_come_back_rewritten(api: Api, home: str) -> None:
    place = _folder(api, home)
    assert api.made("/templates", template(home, place))["body"] == "<P>Hi&auml;</P>"
    api.emulator.switch(rewrites_html=True)
    made = api.made("/templates", template(home, place, "Other"))
    assert made["body"] == "<div><p>Hiä</p><br /></div>"
    again = api.patch(f"/templates/{made['templateId']}", {"body": made["body"]}).json()
    assert again["body"] == made["body"]


def test_seeds_name_folders(api: Api, home: str) -> None:
    api.emulator.seed(
        {
            "prod": {
                "departments": [{"name": "Sales"}],
                "templateFolders": [{"folderName": "Own", "department": "Sales"}],
                "emailTemplates": [{"templateName": "Hi", "department": "Sales", "folder": "own"}],
            }
        }
    )
    (made,) = api.emulator.state("prod")["emailTemplates"]
    assert api.get(f"/templates/{made['id']}").json()["folder"]["folderName"] == "Own"
