"""Accounts: the companies that contacts belong to. Source: Account.json. Their scopes are those of contacts."""

from __future__ import annotations

from pulumi_zohodesk.actions._action import record
from pulumi_zohodesk.transport import Operation

__all__ = ["ACTIONS"]

PATH = "/accounts/{accountId}"
READ = ("Desk.contacts.READ",)

ACTIONS = (
    record(
        "create",
        Operation("createAccount", "POST", "/accounts", ("Desk.contacts.CREATE",), repeatable=False),
        "accounts.create",
        "Create an account",
    ),
    record("view", Operation("getAccount", "GET", PATH, READ), "accounts.get", "Read one account"),
    record(
        "view",
        Operation("getAccounts", "GET", "/accounts", READ, page_size=100, first_row=1),
        "accounts.list",
        "List accounts",
    ),
    record(
        "edit",
        Operation("updateAccount", "PATCH", PATH, ("Desk.contacts.UPDATE",)),
        "accounts.update",
        "Change fields of an account",
    ),
    record(
        "delete",
        Operation("deleteAccount", "POST", "/accounts/moveToTrash", ("Desk.contacts.DELETE",)),
        "accounts.delete",
        "Move accounts to the recycle bin",
    ),
)
