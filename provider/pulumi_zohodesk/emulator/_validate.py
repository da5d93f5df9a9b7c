"""Validators compiled once from the contract's schemas: small closures, nothing interpreted per request.

A body validator appends what is wrong to a list of field errors in the service's own shape. A query reader
turns the text of a query parameter into its value or refuses the call.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pulumi_zohodesk.emulator._errors import FieldError, Refusal, invalid, missing, out_of_range, unprocessable
from pulumi_zohodesk.emulator._schema import Schema, whole

INT32 = 2**31 - 1
Check = Callable[[Any, str, list[FieldError]], None]

KINDS: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "null": lambda value: value is None,
}


def compiled(schema: Schema) -> Check:
    """The check of one schema: types first, then what applies to the value's type."""
    kinds = [KINDS[name] for name in _names(schema)]
    checks = [
        check
        for check in (_enum(schema), _number(schema), _text(schema), _array(schema), _object(schema))
        if check is not None
    ]

    def check(value: Any, pointer: str, errors: list[FieldError]) -> None:
        if kinds and not any(kind(value) for kind in kinds):
            errors.append(invalid(pointer, "The type of the value is wrong."))
        elif value is not None:
            for one in checks:
                one(value, pointer, errors)

    return check


def _names(schema: Schema) -> list[str]:
    found = schema.get("type", [])
    return [found] if isinstance(found, str) else list(found)


def _enum(schema: Schema) -> Check | None:
    if "enum" not in schema:
        return None
    allowed = frozenset(schema["enum"])

    def check(value: Any, pointer: str, errors: list[FieldError]) -> None:
        if value not in allowed:
            errors.append(invalid(pointer, "The value is not one of the allowed values."))

    return check


def _number(schema: Schema) -> Check | None:
    if schema.get("format") != "int32":
        return None

    def check(value: Any, pointer: str, errors: list[FieldError]) -> None:
        if isinstance(value, int) and not -INT32 - 1 <= value <= INT32:
            errors.append(invalid(pointer, "The number is too large."))

    return check


def _text(schema: Schema) -> Check | None:
    shortest, longest = schema.get("minLength", 0), schema.get("maxLength")
    pattern = whole(schema["pattern"]) if "pattern" in schema else None

    def check(value: Any, pointer: str, errors: list[FieldError]) -> None:
        if not isinstance(value, str):
            return
        if len(value) < shortest or (longest is not None and len(value) > longest):
            errors.append(invalid(pointer, f"The length must be between {shortest} and {longest}."))
        elif pattern is not None and pattern.fullmatch(value) is None:
            errors.append(invalid(pointer, "The value holds characters that are not allowed."))

    return check if shortest or longest is not None or pattern else None


def _array(schema: Schema) -> Check | None:
    if "array" not in _names(schema):
        return None
    fewest, most = schema.get("minItems", 0), schema.get("maxItems")
    item = compiled(schema.get("items", {}))
    distinct = schema.get("uniqueItems", False)

    def check(value: list[Any], pointer: str, errors: list[FieldError]) -> None:
        if len(value) < fewest or (most is not None and len(value) > most):
            errors.append(invalid(pointer, f"The number of entries must be between {fewest} and {most}."))
        if distinct and len({str(one) for one in value}) < len(value):
            errors.append(invalid(pointer, "The entries must be distinct."))
        for place, one in enumerate(value):
            item(one, f"{pointer}/{place}", errors)

    return check


def _object(schema: Schema) -> Check | None:
    if "properties" not in schema and "patternProperties" not in schema:
        return None
    properties = {name: compiled(one) for name, one in schema.get("properties", {}).items()}
    patterns = [(whole(name), compiled(one)) for name, one in schema.get("patternProperties", {}).items()]
    required = tuple(schema.get("required", ()))
    closed = schema.get("additionalProperties") is False

    def check(value: dict[str, Any], pointer: str, errors: list[FieldError]) -> None:
        for name in required:
            if name not in value:
                errors.append(missing(f"{pointer}/{escaped(name)}"))
        for name, one in value.items():
            rule = properties.get(name) or next((r for p, r in patterns if p.fullmatch(name)), None)
            place = f"{pointer}/{escaped(name)}"
            if rule is not None:
                rule(one, place, errors)
            elif closed:
                errors.append(invalid(place, f"Extra parameter '{name}' is present in the input."))

    return check


def escaped(name: str) -> str:
    """The name as one step of a JSON Pointer."""
    return name.replace("~", "~0").replace("/", "~1")


Reader = Callable[[str], Any]


class QueryReader:
    """Reads the query parameters of one operation.

    Raises a 422 ``UNPROCESSABLE_ENTITY`` refusal for a parameter that is unknown, missing or out of range;
    a page size above the cap is refused, never lowered.
    """

    def __init__(self, parameters: Mapping[str, Any]) -> None:
        self.readers: dict[str, Reader] = {name: _reader(name, one) for name, one in parameters.items()}
        self.required = tuple(name for name, one in parameters.items() if one.get("required"))

    def read(self, given: list[tuple[str, str]]) -> dict[str, Any]:
        """The values by name. A repeated name counts as one comma-separated value."""
        texts: dict[str, str] = {}
        for name, text in given:
            if name not in self.readers:
                raise unprocessable(f"Extra query parameter '{name}' is present in the input.")
            texts[name] = f"{texts[name]},{text}" if name in texts else text
        for name in self.required:
            if name not in texts:
                raise unprocessable(f"The query parameter '{name}' is missing.")
        return {name: self.readers[name](text) for name, text in texts.items()}


def _bad(name: str) -> Refusal:
    return unprocessable(f"The value passed for the '{name}' query parameter is invalid.")


def _reader(name: str, parameter: Mapping[str, Any]) -> Reader:
    schema = parameter["schema"]
    kinds = _names(schema)
    if "array" in kinds:
        return _list_reader(name, schema)
    if "boolean" in kinds:
        return _boolean_reader(name)
    if "integer" in kinds and (schema.get("format") == "int32" or "string" not in kinds):
        return _integer_reader(name, schema)
    check = compiled(schema)

    def read(text: str) -> str:
        errors: list[FieldError] = []
        check(text, "", errors)
        if errors:
            raise _bad(name)
        return text

    return read


def _list_reader(name: str, schema: Schema) -> Reader:
    check = compiled(schema)

    def read(text: str) -> list[str]:
        values = [one.strip() for one in text.split(",")]
        errors: list[FieldError] = []
        check(values, "", errors)
        if errors:
            raise _bad(name)
        return values

    return read


def _boolean_reader(name: str) -> Reader:
    def read(text: str) -> bool:
        if text not in ("true", "false"):
            raise _bad(name)
        return text == "true"

    return read


def _integer_reader(name: str, schema: Schema) -> Reader:
    least, most = schema.get("minimum", 0), schema.get("maximum")

    def read(text: str) -> int:
        digits = text.removeprefix("-")
        if not (digits.isascii() and digits.isdigit()) or len(digits) > len(str(INT32)) or int(digits) > INT32:
            raise unprocessable(f"The value passed for field '{name}' is not of the data type 'integer'.")
        value = int(text)
        if value < least or (most is not None and value > most):
            raise out_of_range(name, f">={least}" if most is None else f"{least}-{most}")
        return value

    return read
