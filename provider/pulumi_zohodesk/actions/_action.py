"""What an action is: a name for one operation, and what each of the three layers does to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from pulumi_zohodesk.actions._meanings import meaning_of
from pulumi_zohodesk.actions._parameters import Parameter, parameters_of
from pulumi_zohodesk.transport import Operation

Effect = Literal["refused", "filtered", "not applicable"]

LAYERS = ("scope", "profile", "sharing")
"""What must all allow a call: the token's OAuth scopes, the profile of its agent, data sharing of the module."""

_DESTRUCTIVE = frozenset({"delete", "delete_unconfirmed", "move_to_trash", "disable", "deactivate"})
_CONTRACT = "contract: scopes of the operation, of which any one is enough"
GUIDE = "integration guide"


@dataclass(frozen=True)
class Layer:
    """What one layer does to an action when it does not allow it.

    Attributes:
        effect: ``refused``: the call fails with 403; ``filtered``: it answers less, without an error;
            ``not applicable``: the layer does not look at it.
        needs: what opens it: scopes joined by ``|``, a permission such as ``tickets.view`` as profiles name it, or
            a level of data sharing as data-sharing rules name it; empty where nothing is needed.
        source: who says so.
    """

    effect: Effect
    needs: str = ""
    source: str = ""


OPEN = Layer("not applicable")


@dataclass(frozen=True)
class Action:
    """Something that can be asked of Zoho Desk, by a name that people type.

    Attributes:
        name: group and verb: ``tickets.move_to_trash``.
        operation: what is called.
        title: one sentence without a full stop.
        profile: what the profile of the token's agent does to it.
        sharing: what data sharing does to it.
        connector: one of the forty that a Zoho Desk connector offers; the others are what the provider needs besides.
        list_credits: it costs as much as a list page although it has no pages.
    """

    name: str
    operation: Operation
    title: str
    profile: Layer = OPEN
    sharing: Layer = OPEN
    connector: bool = True
    list_credits: bool = False

    @property
    def group(self) -> str:
        return self.name.partition(".")[0]

    @property
    def verb(self) -> str:
        return self.name.partition(".")[2]

    @property
    def scope(self) -> Layer:
        """Every action has this layer."""
        return Layer("refused", "|".join(self.operation.scopes), _CONTRACT)

    @property
    def layers(self) -> Mapping[str, Layer]:
        """The three layers by name, in the order in which the service asks them."""
        return {"scope": self.scope, "profile": self.profile, "sharing": self.sharing}

    @property
    def reads(self) -> bool:
        """Whether it changes nothing."""
        return self.operation.method == "GET"

    @property
    def destructive(self) -> bool:
        """Whether it takes something away or out of service."""
        return self.verb in _DESTRUCTIVE

    @property
    def credits(self) -> int:
        """Credits of one call at small offsets."""
        return 3 if self.list_credits else self.operation.credits

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """What it takes, from the contract: path, query, body; with what each means, from a table of our own."""
        found = (self._window(one) for one in parameters_of(self.group, self.operation.name))
        return tuple(replace(one, meaning=meaning_of(self.name, one.name)) for one in found)

    def _window(self, parameter: Parameter) -> Parameter:
        """``from`` and ``limit`` of a list as they are sent: the contract has bounds for some lists only."""
        size = self.operation.page_size
        if not size or parameter.place != "query" or parameter.name not in ("from", "limit"):
            return parameter
        if parameter.name == "from":
            return replace(parameter, least=0, default=0)
        return replace(parameter, least=1, most=size, default=size)


def administrative(operation: Operation, name: str, title: str, *, connector: bool = True) -> Action:
    """An action on what administrators set up: scope and the permission that its operation names."""
    source = f"{GUIDE}: administrative permission of the group"
    if operation.method == "GET":
        source += "; that reading needs it too is unconfirmed"
    return Action(name, operation, title, profile=Layer("refused", operation.permission, source), connector=connector)
