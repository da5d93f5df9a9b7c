"""Every declared field against the contract: bodies and answers of its operations, rows of its list.

What differs stands in `DEPARTURES` with its reason; what stands there and does not differ fails as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pulumi_zohodesk.emulator._contract import answer_schema, table
from pulumi_zohodesk.emulator._schema import alternatives, envelope, merged, whole
from pulumi_zohodesk.emulator.kinds import KINDS as EMULATED
from pulumi_zohodesk.engine import (
    Choice,
    Field,
    Flag,
    Kind,
    Many,
    Map,
    Number,
    Order,
    Reference,
    Scalar,
    Struct,
    Text,
    ValueType,
)
from pulumi_zohodesk.kinds import KINDS
from pulumi_zohodesk.transport import Operation

ROWS = {name: (row, kind) for kind in EMULATED for name, row in table(kind.contract).items()}
NAMES = {Struct: "object", Flag: "boolean", Number: "integer", Many: "array", Map: "object"}
ASCII = [chr(code) for code in range(32, 127)]

_VERBS = ("creating", "updating")
_PHONE = "it excludes digits on write, clearly by mistake; it is not applied"
_OWN = "the contract has no limit; ours is far above what is in use, so that a slip of the hand is told"
_ANY = "it is .*, which lets everything through"
_ADDRESSES = "it takes names and lists of addresses; the service says so"
_MOVES = "whether it moves is not said, so another one is another object"
_OWNED = "BusinessHours.holidayListIds owns the relation"
_DAYS = "it has the days in a pattern"
_LEFT_OUT = "creating leaves an empty text out: there is nothing to clear"
_NAMED = "nothing can be found again, or sent, without it"
_EMPTY = "the service refuses an empty list (docs/api-notes.md)"
DEPARTURES: dict[str, str] = {
    **{
        f"{name}: creating: empty is taken: True, in the contract False": _LEFT_OUT
        for name in ("Product.manufacturer", "Product.productCategory", "Webhook.description")
    },
    **{
        f"{name}: {verb}: empty is taken: False, in the contract True": _NAMED
        for verb in _VERBS
        for name in ("EmailTemplate.subject", "Product.productName")
    },
    **{
        f"{name}: updating: empty is taken: False, in the contract True": _NAMED
        for name in ("EmailTemplate.fromId", "Webhook.name")
    },
    "Product.description: creating: empty is taken: False, in the contract True": "updating refuses it",
    "Agent.channelExpert: creating: each: empty is taken: False, in the contract True": "updating refuses it",
    **{
        f"Agent.{name}: {verb}: empty is taken: True, in the contract False": _PHONE
        for name in ("phone", "mobile", "extn")
        for verb in _VERBS
    },
    "Department.name: required=True, in the contract False": "without a name nothing can be found again",
    "Department.associatedAgentIds: the contract takes it": "Agent.associatedDepartmentIds owns the relation",
    **{
        f"Profile.{name}: the contract takes it": "debris of updateProfile, loose text beside the permissions"
        for name in (
            *("admin", "editAllArticles", "export", "import", "manageKB", "moderate"),
            *("manageOwnCustomViews", "shareOwnCustomViews", "editSharedCustomViews"),
            *("deleteSharedCustomViews", "reshareSharedCustomViews"),
        )
    },
    "MailReplyAddress.displayName: updating: empty is taken: False, in the contract True": "creating refuses it",
    "MailReplyAddress.isActive: not in the body of creating": "an update sets it",
    "MailReplyAddress.isSmtpEnabled: the contract takes it": "the older way; serviceProviderType says the same",
    "Profile.description: creating: at most 3200, in the contract 32000": "the limit is in the body of updating",
    "Profile.permissions: not in the body of creating": "a clone has those of its origin; an update sets them",
    "Webhook.name: required=True, in the contract False": "without a name nothing can be found again",
    "Webhook.url: creating: at most 100, in the contract 500": "the limit is in the body of updating",
    "Webhook.ignoreSourceId: creating: at most 100, in the contract 250": "the limit is in the body of updating",
    **{
        f"Webhook.includeEventsFrom: {verb}: each: choices: in the contract None": "it has the word in a pattern"
        for verb in _VERBS
    },
    **{
        f"Webhook.subscriptions: {verb}: no departmentId": "departmentIds beside it; what differs is not said"
        for verb in _VERBS
    },
    "EmailTemplate.attachmentIds: the contract takes it": "they are files, of which the contract has no upload",
    **{f"EmailTemplate.fromId: {verb}: the contract has a pattern": _ADDRESSES for verb in _VERBS},
    **{
        f"{name}: fixed=True, in the body of updating: True": _MOVES
        for name in (
            "EmailTemplate.departmentId",
            "EmailTemplate.recordType",
            "TemplateFolder.departmentId",
            "MailReplyAddress.departmentId",
        )
    },
    "Product.productName: required=True, in the contract False": "without a name nothing can be found again",
    "Product.layoutId: the contract takes it": "layouts are no kind, and their ids none of another organisation",
    "Product.customFields: the contract takes it": "the older way; cf holds the same",
    **{f"Product.departmentIds: {verb}: 1 to None elements, in the contract 0 to None": _EMPTY for verb in _VERBS},
    **{
        f"Product.{name}: rows of the list have it: True": "only where `fields` asks for it, which cannot be for all"
        for name in ("departmentIds", "productCategory", "manufacturer", "description", "ownerId", "cf")
    },
    **{
        f"Product.{name}: {verb}: at most 100, in the contract None": _OWN
        for name in ("productCategory", "manufacturer")
        for verb in _VERBS
    },
    "HolidayList.associatedBusinessHourIds: the contract takes it": _OWNED,
    "BusinessHours.holidayListId: the contract takes it": "the older way; holidayListIds holds the same",
    **{f"BusinessHours.businessTimes: {verb}: each: day: choices: in the contract None": _DAYS for verb in _VERBS},
    "Agent.rolePermissionType: creating: choices: in the contract ['Custom']": "one form of three; the others differ",
    **{
        f"Agent.{name}: {verb}: the contract has a pattern": _PHONE
        for name in ("phone", "mobile", "extn")
        for verb in _VERBS
    },
    **{
        f"Agent.associatedDepartmentIds: {verb}: 1 to None elements, in the contract 0 to None": _EMPTY
        for verb in _VERBS
    },
    "Agent.channelExpert: creating: each: at most 120, in the contract None": "the limit is in the body of updating",
    "Agent.channelExpert: updating: 0 to 51 elements, in the contract 0 to None": "creating has the limit",
    "Agent.channelExpert: updating: each: the contract has a pattern": "creating has none; the service says so itself",
    **{f"Agent.timeZone: {verb}: at most 100, in the contract None": _OWN for verb in _VERBS},
    **{
        f"Skill.criteria: {verb}: {words}": reason
        for verb in _VERBS
        for words, reason in {
            "fieldConditions: 1 to None elements, in the contract 0 to None": "the pattern must name at least one",
            "fieldConditions: each: condition: the contract has a pattern": _ANY,
            "pattern: at most 1000, in the contract None": _OWN,
        }.items()
    },
}


def _body(operation: Operation) -> tuple[dict[str, Any], set[str]]:
    """The properties of a body, and those that must be there."""
    schema = merged(ROWS[operation.name][0].get("body") or {})
    forms = list(alternatives(schema))
    found: dict[str, Any] = {}
    for form in forms:
        for name, rule in form.get("properties", {}).items():
            found.setdefault(name, rule)
    return found, set.intersection(*(set(form.get("required", ())) for form in forms)) if forms else set()


def _answer(operation: Operation, wrapped: str = "") -> set[str]:
    row, kind = ROWS[operation.name]
    schema = answer_schema(row, min(int(status) for status in row["answers"] if int(status) < 300), kind.errata)
    schema = schema["properties"][wrapped] if wrapped else schema
    inner = envelope(schema)
    row_of = inner[1] if inner else schema.get("items", schema)
    return {name for form in alternatives(row_of) for name in form.get("properties", {})}


def _text(type_: Text, rule: dict[str, Any]) -> Iterator[str]:
    if rule.get("maxLength") != type_.limit:
        yield f"at most {type_.limit}, in the contract {rule.get('maxLength')}"
    refused = "pattern" in rule and not re.fullmatch(whole(rule["pattern"]), "")
    if (refused or rule.get("minLength", 0) > 0) != (type_.least > 0):
        yield f"empty is taken: {type_.least == 0}, in the contract {not refused}"
    if "pattern" in rule and type_.allowed:
        theirs, ours = re.compile(whole(rule["pattern"])), re.compile(type_.allowed)
        more = "".join(sign for sign in ASCII if ours.fullmatch(sign) and not theirs.fullmatch(sign))
        fewer = "".join(sign for sign in ASCII if theirs.fullmatch(sign) and not ours.fullmatch(sign))
        if more or fewer:
            yield f"letters: more {more!r}, fewer {fewer!r}"
    elif "pattern" in rule and not type_.pattern:
        yield "the contract has a pattern"


def _structure(type_: Struct, rule: dict[str, Any]) -> Iterator[str]:
    (form,) = alternatives(merged(rule))
    for part in type_.parts:
        inner = form.get("properties", {}).get(part.wire)
        if inner is None or (not type_.whole and part.required != (part.wire in form.get("required", ()))):
            yield f"{part.wire}: required={part.required}, in the contract {form.get('required')}"
        yield from (f"{part.wire}: {words}" for words in _values(part.type, inner or {}))


def _many(type_: Many, rule: dict[str, Any]) -> Iterator[str]:
    bounds = (rule.get("minItems") or 0, rule.get("maxItems"))
    if bounds != (type_.least, type_.most):
        yield f"{type_.least} to {type_.most} elements, in the contract {bounds[0]} to {bounds[1]}"
    yield from (f"each: {words}" for words in _values(type_.type, rule.get("items", {})))


def _map(type_: Many, rule: dict[str, Any]) -> Iterator[str]:
    """A list whose elements are, on the wire, entries of a map."""
    assert isinstance(type_.type, Struct)
    known = next(part.type for part in type_.type.parts if part.wire == type_.key)
    entries = {name for one in rule["properties"].values() for name in one.get("properties", {})}
    if set(known.options) != set(rule["properties"]):
        yield f"keys: in the contract {sorted(rule['properties'])}"
    yield from (f"no {wire}" for wire in sorted(entries - {part.wire for part in type_.type.parts}))


def _values(type_: ValueType, rule: dict[str, Any]) -> Iterator[str]:
    """How the limits of a type differ from a schema."""
    if isinstance(type_, Text):
        yield from _text(type_, rule)
    elif isinstance(type_, Struct):
        yield from _structure(type_, rule)
    elif isinstance(type_, Many) and "object" in rule.get("type", ()):
        yield from _map(type_, rule)
        return
    elif isinstance(type_, Many):
        yield from _many(type_, rule)
    elif isinstance(type_, Map) and type_.entries:
        yield from (f"keys: {key}" for key in sorted({*type_.entries} ^ {*rule["properties"]}))
        for key, inner in type_.entries.items():
            yield from (f"{key}: {words}" for words in _values(inner, rule["properties"].get(key, {})))
    elif isinstance(type_, Choice) and set(rule.get("enum", ())) != set(type_.options):
        yield f"choices: in the contract {rule.get('enum')}"
    named = next((name for cls, name in NAMES.items() if isinstance(type_, cls)), "string")
    wanted = "string" if getattr(type_, "as_text", False) else named
    if not isinstance(type_, Scalar) and wanted not in rule.get("type", [wanted]):
        yield f"{wanted}, in the contract {rule.get('type')}"


def _field(kind: Kind, field: Field) -> Iterator[str]:
    create, required = _body(kind.update if kind.always else kind.create)
    update, _ = _body(kind.update)
    for body in (create, update) if field.sent else ():
        body[field.wire] = _travelling(body, field.sent)
    if field.switch is None:
        if field.wire not in create:
            yield "not in the body of creating"
        elif field.on_create:
            yield from (f"creating: {words}" for words in _values(field.type, create[field.wire]))
        if field.fixed != (field.wire not in update) and not (kind.always and field.always):
            yield f"fixed={field.fixed}, in the body of updating: {field.wire in update}"
        elif field.wire in update:
            yield from (f"updating: {words}" for words in _values(field.type, update[field.wire]))
        if field.required != (field.wire in required):
            yield f"required={field.required}, in the contract {field.wire in required}"
    if isinstance(kind.calls, Order):
        yield from [] if kind.calls.place in _answer(kind.get) else ["the list does not tell the order"]
        return
    if not field.write_only:
        yield from _answered(kind, field)


def _travelling(body: dict[str, Any], sent: str) -> Any:
    """The schema of what is sent in another entry."""
    entry, _, name = sent.partition(".")
    (form,) = alternatives(merged(body[entry]))
    return form["properties"][name]


def _answered(kind: Kind, field: Field) -> Iterator[str]:
    shown = re.split(r"[.\[]", field.read)[0] or field.wire
    if shown not in _answer(kind.get, kind.calls.envelope):
        yield "not in the answer of the get"
    listed = shown in _answer(kind.listing.operation)
    if listed == (field.wire in kind.listing.lacks):
        yield f"rows of the list have it: {listed}"


def departures() -> Iterator[str]:
    for kind in KINDS:
        for field in kind.managed:
            yield from (f"{kind.name}.{field.wire}: {words}" for words in _field(kind, field))
        answered = _answer(kind.get, kind.calls.envelope)
        yield from (
            f"{kind.name}.{one.wire}: no output"
            for one in kind.outputs
            if (one.read or one.wire).split(".")[0] not in answered
        )
        taken = {*(_body(kind.create)[0] if not kind.always else ()), *_body(kind.update)[0]}
        yield from (f"{kind.name}.{wire}: the contract takes it" for wire in sorted(taken - {*kind.by_wire}))
        for field in kind.managed:
            for inner in [field.type.type] if isinstance(field.type, Many) else [field.type]:
                if isinstance(inner, Reference):
                    assert inner.kind in {one.name for one in KINDS}


def test_declarations_and_contract_agree_but_for_what_is_meant():
    assert sorted(departures()) == sorted(DEPARTURES)
