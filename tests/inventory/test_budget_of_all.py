"""What a whole organisation costs to export, compare and refresh, against its list pages: counted by the service."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import closing, contextmanager

import pytest

from pulumi_zohodesk.cli.drift._look import Want, look
from pulumi_zohodesk.compare import held_in
from pulumi_zohodesk.engine import Session, read
from pulumi_zohodesk.export import Options, Selection, project, select
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.settings import resolve
from pulumi_zohodesk.transport import Client, page_credits
from tests.kinds.tables import TABLES

DEPARTMENTS, AGENTS, ROLES, PROFILES, TEAMS, TEMPLATES, PRODUCTS = 20, 400, 20, 10, 60, 400, 30
REFRESHED = ("Department", "Profile", "Role", "Agent", "Team", "TemplateFolder", "EmailTemplate")
TEMPLATE = {"recordType": "tickets", "subject": "x", "contentType": "plaintext", "fromId": "a@example.com", "body": "x"}


@pytest.fixture
def whole(organisation):
    """So much of each, the ones that an organisation begins with included; products beside them, for nobody asks."""
    emulator = organisation.emulator
    state = emulator.state("prod")
    lacks = {name: most - len(state[name]) for name, most in (("roles", ROLES), ("profiles", PROFILES))}
    sizes = {"departments": DEPARTMENTS - 1, "agents": AGENTS - len(state["agents"])}
    emulator.seed({"prod": {"generate": sizes}})
    homes = [row["id"] for row in emulator.state("prod")["departments"]]
    emulator.seed({"prod": {name: [{"name": f"N{one}"} for one in range(count)] for name, count in lacks.items()}})
    made = emulator.seed(
        {
            "prod": {
                "teams": [{"name": f"T{n}", "departmentId": homes[n % DEPARTMENTS]} for n in range(TEAMS)],
                "templateFolders": [{"folderName": "Own", "departmentId": home} for home in homes],
                "products": [{"productName": f"P{n}", "departmentIds": homes[:1]} for n in range(PRODUCTS)],
            }
        }
    )
    folders = dict(zip(homes, made["prod"]["templateFolders"], strict=True))
    emulator.seed(
        {
            "prod": {
                "emailTemplates": [
                    {**TEMPLATE, "templateName": f"E{n}", "departmentId": home, "folderId": folders[home]}
                    for n in range(TEMPLATES)
                    for home in [homes[n % DEPARTMENTS]]
                ]
            }
        }
    )
    emulator.clear_log()
    return organisation


def spent(organisation) -> tuple[Counter[str], int]:
    """Calls by operation, and credits, since the log was cleared."""
    log = [entry for entry in organisation.emulator.log() if "/oauth/" not in entry["path"]]
    organisation.emulator.clear_log()
    return Counter(entry["operation"] for entry in log), sum(entry["credits"] for entry in log)


def ideal(organisation) -> tuple[Counter[str], int]:
    """The pages of every list, once, and a read of each object of which the list does not tell all."""
    state = organisation.emulator.state("prod")
    calls: Counter[str] = Counter()
    credits = 0
    lists = [(kind.name, kind.listing.operation, kind.listing.scope) for kind in KINDS if not kind.dear]
    for name, operation, scope in lists:
        rows = state[TABLES[name]]
        parts = Counter(row[scope] for row in rows) if scope else Counter([""] * len(rows))
        for home in [row["id"] for row in state["departments"]] if scope else [""]:
            pages = parts[home] // operation.page_size + 1  # a list ends with a page that is not full
            calls[operation.name] += pages
            credits += sum(page_credits(number * operation.page_size) for number in range(pages))
    for kind in KINDS:
        if kind.listing.lacks and not kind.dear:
            calls[kind.get.name] += len(state[TABLES[kind.name]])
            credits += len(state[TABLES[kind.name]])
    return +calls, credits


def imported(organisation, inventory):
    """The state of a stack that has imported an export."""
    made = project(inventory, select(inventory, Selection()), Options("x"))
    entries = json.loads(made.files["import.json"])["resources"]
    return held_in(
        {"resources": [{**one, "urn": f"urn:pulumi:dev::p::{one['type']}::{one['name']}"} for one in entries]}
    )


@contextmanager
def asking(organisation, folder):
    """A session as a new process has it."""
    settings = resolve(environ=organisation.environ(), directory=folder)
    with closing(Client(settings, cache_dir=folder)) as client:
        yield Session(client, settings, KINDS)


def test_an_export_costs_its_list_pages(whole):
    found = whole.take()
    assert spent(whole) == ideal(whole)
    assert not any(item.kind.dear for name in found.kinds for item in found.items(name))
    calls, _ = ideal(whole)
    assert calls["getTemplates"] == calls["getTeamsInDepartment"] == DEPARTMENTS
    assert calls["getAgents"] == AGENTS // 200 + 1


def test_drift_right_after_an_import_costs_the_lists_of_what_the_stack_has_and_finds_nothing(whole, tmp_path):
    state = imported(whole, whole.take())
    spent(whole)
    with asking(whole, tmp_path) as session:
        found = look(state, lambda _connection: session, Want())
    assert found.findings == ()
    assert {held.kind.name for held in state} >= {"Department", "Agent", "Team", "EmailTemplate"}
    read = {name for held in state for name in (held.kind.name, *held.kind.refers_to)}
    kept = {kind.listing.operation.name for kind in KINDS if kind.name in read}
    kept |= {kind.get.name for kind in KINDS if kind.name in read}
    calls = ideal(whole)[0]
    assert spent(whole)[0] == Counter({name: count for name, count in calls.items() if name in kept})


def test_a_refresh_costs_five_calls_more_than_the_pages(whole, tmp_path):
    """The first object of a kind is read by itself: only the second tells that there are more. So it is with the first
    folders, of which each department has but one."""
    state = [held for held in imported(whole, whole.take()) if held.kind.name in REFRESHED]
    spent(whole)
    with asking(whole, tmp_path) as session:
        for held in state:
            assert read(session, held.kind, held.id, held.outputs) is not None
    calls, credits = spent(whole)
    pages = [ideal(whole)[0][name] for name in dict.fromkeys(held.kind.listing.operation.name for held in state)]
    whole_kinds = DEPARTMENTS + AGENTS + TEAMS + TEMPLATES + DEPARTMENTS
    assert len(state) == whole_kinds + 23  # of roles and profiles, what comes with Zoho Desk is not exported
    assert sum(pages) == 66
    assert (calls.total(), credits) == (71, 193)


def test_products_cost_a_call_each_and_only_where_somebody_asks(whole):
    found = whole.take(["Product"])
    assert len(found.items("Product")) == PRODUCTS
    calls, _ = spent(whole)
    assert (calls["getProducts"], calls["getProduct"]) == (1, PRODUCTS)
