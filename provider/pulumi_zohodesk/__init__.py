"""Zoho Desk as code: departments, agents, skill types and skills of a help desk as Pulumi resources.

import pulumi_zohodesk as desk

billing = desk.Department("billing", name="Billing")
languages = desk.SkillType("languages", department_id=billing, name="Languages")
jo = desk.Agent(
    "jo",
    last_name="Doe",
    email_id="jo@example.com",
    role_permission_type="AgentPublic",
    associated_department_ids=[billing],
)
french = desk.Skill(
    "french",
    skill_type_id=languages,
    name="French",
    status="ACTIVE",
    criteria=desk.Criteria(
        field_conditions=[
            desk.FieldCondition(field_module="tickets", field_name="Language", condition="is", value=["French"])
        ],
        pattern="1",
    ),
    agent_ids=[jo],
)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pulumi_zohodesk.actions import DeskClient as DeskClient
    from pulumi_zohodesk.actions import client as client
    from pulumi_zohodesk.resources import *  # noqa: F403
    from pulumi_zohodesk.resources import __all__ as __all__


def __getattr__(name: str) -> Any:
    """Loaded at first use: `zohodesk --version` and the emulator shall not wait for Pulumi's SDK."""
    if name in ("client", "DeskClient"):
        from pulumi_zohodesk import actions

        return getattr(actions, name)
    from importlib.util import find_spec  # here: no command waits for it

    if find_spec(f"{__name__}.{name}"):  # a room, which the import that asks will find by itself
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from pulumi_zohodesk import resources

    if name == "__all__" or name in resources.__all__:
        return getattr(resources, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    own = (name for name in globals() if name.startswith("__"))
    return sorted({*own, "DeskClient", "client", *__getattr__("__all__")})
