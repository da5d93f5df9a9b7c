"""Every declared field against the contract: bodies and answers of its operations, rows of its list.

What differs stands in `DEPARTURES` with its reason; what stands there and does not differ fails as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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

OWN_LIMIT = 100
"""So many signs at least lets through a text that has no limit in the contract: it tells a slip of the hand."""

_PHONE = "it excludes digits on write, clearly by mistake; it is not applied"
_ANY = "it is .*, which lets everything through"
_MOVES = "whether it moves is not said, so another one is another object"
_EMPTY = "the service refuses an empty list (docs/api-notes.md)"
DEPARTURES: dict[str, str] = {
    "EmailTemplate.subject: empty is taken: False, in the contract True": "nothing can be sent without it",
    **{
        f"Agent.{name}: {words}": _PHONE
        for name in ("phone", "mobile", "extn")
        for words in ("empty is taken: True, in the contract False", "the contract has a pattern")
    },
    "Department.associatedAgentIds: the contract takes it": "Agent.associatedDepartmentIds owns the relation",
    **{
        f"Profile.{name}: the contract takes it": "debris of updateProfile, loose text beside the permissions"
        for name in (
            *("admin", "editAllArticles", "export", "import", "manageKB", "moderate"),
            *("manageOwnCustomViews", "shareOwnCustomViews", "editSharedCustomViews"),
            *("deleteSharedCustomViews", "reshareSharedCustomViews"),
        )
    },
    "MailReplyAddress.isActive: not in the body of creating": "an update sets it",
    "MailReplyAddress.isSmtpEnabled: the contract takes it": "the older way; serviceProviderType says the same",
    "Profile.permissions: not in the body of creating": "a clone has those of its origin; an update sets them",
    "Webhook.subscriptions: no departmentId": "departmentIds beside it; what differs is not said",
    "EmailTemplate.attachmentIds: the contract takes it": "they are files, of which the contract has no upload",
    "EmailTemplate.fromId: the contract has a pattern": "it takes names and lists of addresses; the service says so",
    **{
        f"{name}: fixed=True, in the body of updating: True": _MOVES
        for name in (
            "EmailTemplate.departmentId",
            "EmailTemplate.recordType",
            "TemplateFolder.departmentId",
            "MailReplyAddress.departmentId",
        )
    },
    "Product.layoutId: the contract takes it": "layouts are no kind, and their ids none of another organisation",
    "Product.customFields: the contract takes it": "the older way; cf holds the same",
    "Product.departmentIds: 1 to None elements, in the contract 0 to None": _EMPTY,
    **{
        f"Product.{name}: rows of the list have it: True": "only where `fields` asks for it, which cannot be for all"
        for name in ("departmentIds", "productCategory", "manufacturer", "description", "ownerId", "cf")
    },
    "HolidayList.associatedBusinessHourIds: the contract takes it": "BusinessHours.holidayListIds owns the relation",
    "BusinessHours.holidayListId: the contract takes it": "the older way; holidayListIds holds the same",
    "Agent.associatedDepartmentIds: 1 to None elements, in the contract 0 to None": _EMPTY,
    **{
        f"Skill.criteria: {words}": reason
        for words, reason in {
            "fieldConditions: 1 to None elements, in the contract 0 to None": "the pattern must name at least one",
            "fieldConditions: each: condition: the contract has a pattern": _ANY,
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
    elif isinstance(type_, Choice) and not _offers(rule, type_.options):
        yield f"choices: in the contract {rule.get('enum')}"
    named = next((name for cls, name in NAMES.items() if isinstance(type_, cls)), "string")
    wanted = "string" if getattr(type_, "as_text", False) else named
    if not isinstance(type_, Scalar) and wanted not in rule.get("type", [wanted]):
        yield f"{wanted}, in the contract {rule.get('type')}"


def _offers(rule: dict[str, Any], options: Sequence[str]) -> bool:
    """Whether a schema has these choices: by themselves, or as words that its pattern lets through."""
    if "pattern" in rule:
        return all(re.fullmatch(whole(rule["pattern"]), option) for option in options)
    return set(rule.get("enum", ())) == set(options)


def _bodies(kind: Kind, field: Field, create: dict[str, Any], update: dict[str, Any]) -> Iterator[str]:
    """What differs from every body that has the field: a limit that one of them has is a limit."""
    rules = [create.get(field.wire) if field.on_create else None, update.get(field.wire)]
    found = [{words.partition(", in")[0]: words for words in _values(field.type, rule)} for rule in rules if rule]
    for aspect, words in found[0].items() if found else ():
        nameless = field.wire in kind.key and aspect == "empty is taken: False"  # and could not be found again
        if not nameless and all(aspect in differs for differs in found):
            limit = int(aspect.rpartition(" ")[2]) if "at most " in aspect else 0
            if limit < OWN_LIMIT or any(not differs[aspect].endswith("contract None") for differs in found):
                yield words


def _field(kind: Kind, field: Field) -> Iterator[str]:
    create, required = _body(kind.update if kind.always else kind.create)
    update, _ = _body(kind.update)
    for body in (create, update) if field.sent else ():
        body[field.wire] = _travelling(body, field.sent)
    if field.switch is None:
        if field.wire not in create:
            yield "not in the body of creating"
        yield from _bodies(kind, field, create, update)
        if field.fixed != (field.wire not in update) and not (kind.always and field.always):
            yield f"fixed={field.fixed}, in the body of updating: {field.wire in update}"
        if field.required != (field.wire in required) and field.wire not in kind.key:
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
