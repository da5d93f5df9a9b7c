"""`zohodesk probe --write`: in a sandbox that is named, and as if it had never been there."""

from __future__ import annotations

import pytest

from pulumi_zohodesk.questions import PREFIX, PROBES, Asking, clean

KINDS = ("departments", "agents", "skillTypes", "skills", "tickets", "contacts", "accounts")


def kept(server) -> dict[str, object]:
    """What an organisation holds, but for the one department that stays, and for when something was changed."""
    state = server.state("prod")
    rows = {kind: [{**row, "modifiedTime": None} for row in state[kind] if row.get("name") != PREFIX] for kind in KINDS}
    return rows


def department(server) -> list[tuple[bool, list[str]]]:
    """The department of the probes: whether it is in service, and who is in it."""
    state = server.state("prod")
    return [
        (row["isEnabled"], [one["id"] for one in state["agents"] if row["id"] in one["associatedDepartmentIds"]])
        for row in state["departments"]
        if row["name"] == PREFIX
    ]


def meant(server) -> list[str]:
    return ["--write", "--organization", server.env()["ZOHODESK_ORG_ID"], "--yes"]


@pytest.mark.parametrize("more", [[], ["--yes"], ["--organization", "1", "--yes"]], ids=["bare", "no id", "another id"])
def test_an_organisation_that_is_not_named_is_not_written_to(probe, server, more):
    code, _, said = probe("--write", *more)
    assert code == 1
    assert "Nothing was sent" in said
    assert server.log() == []


def test_what_goes_with_write_alone_is_wrong_usage(probe):
    assert probe("--departments")[0] == 64


def test_the_organisation_is_as_it_was_but_for_what_is_said(probe, server):
    before = kept(server)
    code, found, _ = probe(*meant(server))
    assert (code, found["left"]) == (0, [])
    assert (kept(server), department(server)) == (before, [])
    for _ in range(2):  # the second time the department is brought back
        code, found, _ = probe(*meant(server), "--departments")
        (words,) = found["left"]
        assert "departments are for ever" in words
        assert (kept(server), department(server)) == (before, [(False, [])])
    answers = {row["name"]: row["answer"] for row in found["questions"] if row["answer"]}
    assert answers["department-agents"] == "replaced"
    assert answers["skill-name"] == "type"


WRITES = [name for name, one in PROBES.items() if one.writes]


@pytest.mark.parametrize("name", WRITES)
def test_killed_at_any_write_a_second_run_cleans_up(emulator, asking, name):
    """As after a kill: what was written until then is there, and another process looks for it."""
    client, before, last, done = asking().client, kept(emulator), 0, False
    send = client.look
    while not done:
        last, written = last + 1, 0

        def look(operation, *, last=last, **request):
            nonlocal written
            answer = send(operation, **request)
            written += operation.method != "GET"
            if written == last:
                raise KeyboardInterrupt
            return answer

        client.look = look
        try:
            PROBES[name].ask(Asking(client))
            done = True
        except KeyboardInterrupt:
            pass
        client.look = send
        clean(Asking(client))
        assert kept(emulator) == before, f"killed after write {last}"
        assert department(emulator) in ([], [(False, [])])
    assert last > 1
