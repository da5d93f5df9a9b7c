"""Values that the engine hides in what it says of a preview.

`pulumi preview --json` writes ``[secret]`` for every secret value, with ``--show-secrets`` as well. What a program
wants is told by the plan that the same preview saves. How an object is live is told nowhere; it is read once more, from
what the state has.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pulumi_zohodesk.dynamic import BY_TYPE, TYPE_PREFIX, logical_name
from pulumi_zohodesk.engine import Kind, Live, Row
from pulumi_zohodesk.errors import InputError
from pulumi_zohodesk.plan._values import object_from

MASK = "[secret]"
"""What the engine shows in place of a secret."""

_SIDES = ("inputs", "outputs")
_OPENED = "zohodeskOpened"
"""Key under which a state of a preview has the names of what was hidden in it, once that is readable."""

Step = Mapping[str, Any]
ReadLive = Callable[[Kind, str, Row], Live | None]
"""How an object of a kind, by its id and what the state has of it, is now; None when it is gone."""


def with_wanted_values(preview: Mapping[str, Any], plan: Mapping[str, Any]) -> dict[str, Any]:
    """A preview whose wanted inputs are all readable.

    Args:
        plan: what the same preview wrote with ``--save-plan`` and ``--show-secrets``.

    Raises InputError: the plan does not have a value that the preview hides.
    """
    plans = plan.get("resourcePlans") or {}

    def shown(step: Step) -> Step:
        new = step.get("newState") or {}
        # Of what stays as it is, nothing is wanted; the plan does not repeat it either.
        if step.get("op") in ("same", "refresh", "read") or not _ours(new) or not _masked(new.get("inputs")):
            return step
        known = _wanted(plans.get(step["urn"]) or {})
        return {**step, "newState": _opened(new, ("inputs",), {"inputs": known}, step["urn"])}

    return {**preview, "steps": [shown(step) for step in preview.get("steps") or ()]}


def _wanted(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Inputs as a plan has them: what the provider checked, else what the program gave."""
    given = (entry.get("goal") or {}).get("inputDiff") or {}
    return {**(given.get("adds") or {}), **(given.get("updates") or {}), **(entry.get("state") or {})}


def hides_live_values(preview: Mapping[str, Any]) -> bool:
    """Whether something that the stack has is hidden in a preview."""
    return any(_hidden_sides(step) for step in preview.get("steps") or ())


def with_live_values(preview: Mapping[str, Any], deployment: Mapping[str, Any], read: ReadLive) -> dict[str, Any]:
    """A refreshed preview in which all that the stack has is readable: as the state has it, and as it is live.

    Args:
        deployment: what ``pulumi stack export --show-secrets`` says.
        read: asked once for each object of which something is hidden.

    Raises:
        InputError: an object is gone since the preview, or the state does not have it.
        What ``read`` raises.
    """
    resources = deployment.get("resources") or ()
    held = {resource["urn"]: resource for resource in resources if resource.get("id") and not resource.get("delete")}
    live: dict[str, Mapping[str, Any]] = {}

    def found(urn: str, old: Mapping[str, Any]) -> Mapping[str, Any]:
        if urn not in live:
            known = object_from((held.get(urn) or {}).get("outputs"))
            now = read(BY_TYPE[old["type"]], str(old.get("id") or ""), known)
            if now is None:
                raise InputError(f"{logical_name(urn)} was removed while the run was looked at. Run the same again.")
            live[urn] = {"inputs": now.inputs, "outputs": now.outputs}
        return live[urn]

    def shown(step: Step) -> Step:
        sides = _hidden_sides(step)
        if not sides:
            return step
        urn, old = step["urn"], step["oldState"]
        known = held.get(urn) or {} if step.get("op") == "refresh" else found(urn, old)
        return {**step, "oldState": _opened(old, sides, known, urn)}

    return {**preview, "steps": [shown(step) for step in preview.get("steps") or ()]}


def _hidden_sides(step: Step) -> list[str]:
    old = step.get("oldState") or {}
    if not _ours(old) or old.get("external"):
        return []
    return [side for side in _SIDES if _masked(old.get(side))]


def _ours(state: Mapping[str, Any]) -> bool:
    return str(state.get("type") or "").startswith(TYPE_PREFIX)


def secrets_in(state: Mapping[str, Any]) -> frozenset[str]:
    """Names of what the engine hides, whole or in part, in a state of a preview; also of what was made readable."""
    masked = (key for side in _SIDES for key, value in (state.get(side) or {}).items() if _masked(value))
    return frozenset([*masked, *state.get(_OPENED, ())])


def _opened(state: Mapping[str, Any], sides: Sequence[str], known: Mapping[str, Any], urn: str) -> dict[str, Any]:
    """A state without a mask in these sides of it."""
    shown = {side: _readable(state[side], known.get(side), urn) for side in sides}
    return {**state, **shown, _OPENED: sorted(secrets_in(state))}


def _readable(values: Mapping[str, Any], known: Mapping[str, Any] | None, urn: str) -> dict[str, Any]:
    """Values without a mask in any of them."""
    lacking = [key for key, value in values.items() if _masked(value) and key not in (known or {})]
    if lacking:
        raise InputError(
            f"Pulumi's engine does not tell the secret values of {logical_name(urn)}: {', '.join(lacking)}. "
            "Nothing was changed. Use Pulumi 3.254 or newer; if it is, apply the program with `pulumi up`, and bring "
            "what exists into the stack with `pulumi import`."
        )
    return {key: (known or {})[key] if _masked(value) else value for key, value in values.items()}


def _masked(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(_masked(item) for item in value.values())
    if isinstance(value, list):
        return any(_masked(item) for item in value)
    return bool(value == MASK)
