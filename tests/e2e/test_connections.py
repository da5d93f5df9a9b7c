"""One program, two organisations: connections per object, on the real engine."""

from __future__ import annotations

import textwrap

import pytest

PROGRAM = """
    import json, os
    import pulumi_zohodesk as desk

    of = json.loads(os.environ["CONNECTIONS"])
    home = desk.Department("home", name="Shared", connection=of["home"])
    away = desk.Department("away", name="Shared", connection=of["away"])
    desk.SkillType("type", name="Languages", department_id=away, connection=of["type"])
    desk.get_role_output(name="CEO", connection=of["away"])
"""


@pytest.fixture
def stack(emulator, tmp_path, make_stack):
    program = tmp_path / "program"
    program.mkdir()
    (program / "__main__.py").write_text(textwrap.dedent(PROGRAM))
    (program / "Pulumi.yaml").write_text("name: two\nruntime: python\n")
    env = emulator.env()
    servers = f'api_url = "{emulator.url}"\naccounts_url = "{emulator.url}"\n'
    tables = []
    for name, of in {"prod": "PROD", "again": "PROD", "sandbox": "SANDBOX"}.items():
        client, organization = env[f"ZOHODESK_{of}_CLIENT_ID"], env[f"ZOHODESK_{of}_ORG_ID"]
        tables.append(f'[connections.{name}]\nclient_id = "{client}"\norg_id = "{organization}"\n{servers}')
    (program / "zohodesk.toml").write_text("\n".join(tables))
    secrets = {
        f"ZOHODESK_{name}_{field}": env[f"ZOHODESK_{of}_{field}"]
        for name, of in {"PROD": "PROD", "AGAIN": "PROD", "SANDBOX": "SANDBOX"}.items()
        for field in ("CLIENT_SECRET", "REFRESH_TOKEN")
    }
    return make_stack(program, {**secrets, **said(home="prod", away="sandbox", type="sandbox")})


def said(**connections: str) -> dict[str, str]:
    pairs = ", ".join(f'"{name}": "{value}"' for name, value in connections.items())
    return {"CONNECTIONS": f"{{{pairs}}}"}


def test_one_program_serves_two_organisations(stack, emulator):
    stack.up()
    stack.clean()
    for organization in ("prod", "sandbox"):
        assert "Shared" in [one["name"] for one in emulator.state(organization)["departments"]]
    assert len(emulator.state("sandbox")["skillTypes"]) == 1
    assert emulator.state("prod")["skillTypes"] == []

    emulator.clear_log()
    stack.preview("--expect-no-changes", **said(home="again", away="sandbox", type="sandbox"))
    assert [entry for entry in emulator.log() if entry["method"] != "GET"] == []

    refused = stack.preview(code=None, **said(home="sandbox", away="sandbox", type="sandbox"))
    assert refused.code != 0
    assert "belongs to organisation" in refused.text
    assert "Traceback" not in refused.text

    crossed = stack.preview(code=None, **said(home="prod", away="sandbox", type="prod"))
    assert crossed.code != 0
    assert "belongs to organisation" in crossed.text

    stack.destroy()
    assert stack.resources() == {}
    enabled = [one["name"] for one in emulator.state("prod")["departments"] if one["isEnabled"]]
    assert "Shared" not in enabled


LOOKING = """
    import pulumi_zohodesk as desk

    home = desk.get_department(name="Example Sandbox")
    desk.Agent("boss", last_name="Boss", email_id="boss@example.com", role_id=desk.get_role(name="CEO").id,
               role_permission_type="AgentPublic", associated_department_ids=[home.id])
"""


@pytest.mark.matrix
def test_look_ups_use_the_connection_of_the_stack(stack):
    (stack.program / "__main__.py").write_text(textwrap.dedent(LOOKING))
    stack.config("zohodesk:connection", "sandbox")
    stack.up()
    stack.clean()


@pytest.mark.parametrize(
    ("call", "line"),
    [
        ('get_role(name="Nobody")', "__main__.py, line 3: "),
        pytest.param('get_role_output(name="Nobody")', "", marks=pytest.mark.matrix),
    ],
)
def test_a_look_up_that_finds_nothing_is_a_line_and_a_sentence(call, line, stack):
    (stack.program / "__main__.py").write_text(f"import pulumi_zohodesk as desk\n\ndesk.{call}\n")
    stack.config("zohodesk:connection", "sandbox")
    text = stack.preview(code=1).text
    assert f"error: {line}Organisation" in text
    assert 'has no role with name "Nobody" that this token can see.' in text
    assert "Traceback" not in text
    assert "_lookups.py" not in text


ELSEWHERE = """
    import pulumi_zohodesk as desk

    there = desk.{}(name="Example Sandbox", connection="sandbox")
    desk.SkillType(
        "type",
        name="Languages",
        department_id=there.id,
        connection="{}",
    )
"""


@pytest.mark.parametrize("look_up", ["get_department", pytest.param("get_department_output", marks=pytest.mark.matrix)])
def test_an_id_that_was_looked_up_elsewhere_is_refused_in_the_program(look_up, stack, emulator):
    main = stack.program / "__main__.py"
    main.write_text(textwrap.dedent(ELSEWHERE.format(look_up, "prod")))
    text = stack.preview(code=1).text
    assert "__main__.py, line 5: The department_id of the skill type type names" in text
    assert "was looked up in organisation" in text
    assert "Traceback" not in text
    main.write_text(textwrap.dedent(ELSEWHERE.format(look_up, "sandbox")))
    stack.up()
    assert len(emulator.state("sandbox")["skillTypes"]) == 1


GOT = """
    import pulumi_zohodesk as desk

    there = desk.Department.get("there", id="{}", connection="sandbox")
    desk.SkillType("type", name="Languages", department_id=there, connection="prod")
"""


def test_an_object_that_is_only_read_has_an_owner_in_the_preview(stack, emulator):
    id = emulator.state("sandbox")["departments"][0]["id"]
    (stack.program / "__main__.py").write_text(textwrap.dedent(GOT.format(id)))
    refused = stack.preview(code=None)
    assert refused.code != 0
    assert "belongs to organisation" in refused.text
    assert emulator.state("prod")["skillTypes"] == []
