"""What a body or a query parameter must be, by the contract's schemas: a validator of JSON Schema finds what is wrong.

Its errors become field errors in the service's own shape. A query reader turns the text of a query parameter into its
value or refuses the call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from jsonschema import Draft4Validator, Draft202012Validator, ValidationError
from jsonschema.validators import create

from pulumi_zohodesk.emulator._errors import FieldError, invalid, missing, out_of_range, unprocessable
from pulumi_zohodesk.emulator._schema import Schema, searchable, types

INT32 = 2**31 - 1
Check = Callable[[Any], list[FieldError]]
MISSING, EXTRA = "required", "not"
"""Keywords of what is missing, and, since nothing fits them, of further properties; see ``searchable``."""
WORDS: Mapping[str, str] = {
    EXTRA: "Extra parameter '{}' is present in the input.",
    "type": "The type of the value is wrong.",
    "enum": "The value is not one of the allowed values.",
    "pattern": "The value holds characters that are not allowed.",
    "format": "The number is too large.",
    "maximum": "The number must be at most {}.",
    "minimum": "The number must be at least {}.",
    "maxLength": "The length must be at most {}.",
    "minLength": "The length must be at least {}.",
    "maxItems": "The number of entries must be at most {}.",
    "minItems": "The number of entries must be at least {}.",
    "uniqueItems": "The entries must be distinct.",
}


def _required(_validator: Any, names: Iterable[str], value: Any, _schema: Schema) -> Iterator[ValidationError]:
    """An error at the place of each name that is missing; the library's own is at the object."""
    if isinstance(value, dict):
        yield from (ValidationError(name, path=[name]) for name in names if name not in value)


def _format(_validator: Any, name: str, value: Any, _schema: Schema) -> Iterator[ValidationError]:
    if name == "int32" and isinstance(value, int) and not -INT32 - 1 <= value <= INT32:
        yield ValidationError(name)


_library: Mapping[str, Any] = Draft202012Validator.VALIDATORS
_SAID_BETTER = ("minProperties", "maxProperties")
"""Keywords that say what ``required`` and ``additionalProperties`` say too, with the place."""
_Validator: Any = create(
    meta_schema={},
    validators={
        **{name: check for name, check in _library.items() if name not in _SAID_BETTER},
        MISSING: _required,
        "format": _format,
    },
    type_checker=Draft4Validator.TYPE_CHECKER,
)


def compiled(schema: Schema) -> Check:
    """The check of one schema, made when it is first needed: what is wrong with a value, each place once."""
    validator = cache(lambda: _Validator(searchable(schema)))

    def check(value: Any) -> list[FieldError]:
        found = [leaf for error in validator().iter_errors(value) for leaf in _leaves(error)]
        found.sort(key=lambda error: (error.validator == EXTRA, error.validator != MISSING))
        first: dict[str, FieldError] = {}
        for error in map(_told, found):
            first.setdefault(error["fieldName"], error)
        return list(first.values())

    return check


def _leaves(error: ValidationError) -> list[ValidationError]:
    """The error, or of alternatives what keeps the nearest one from fitting."""
    branches: dict[Any, list[ValidationError]] = {}
    for one in error.context or ():
        branches.setdefault(one.schema_path[0], []).extend(_leaves(one))
    return min(branches.values(), key=lambda found: (_of_another_type(found), len(found))) if branches else [error]


def _of_another_type(found: list[ValidationError]) -> bool:
    return any(one.validator == "type" and not one.relative_path for one in found)


def _told(error: ValidationError) -> FieldError:
    steps = [str(step) for step in error.absolute_path]
    place = "".join(f"/{escaped(step)}" for step in steps)
    if error.validator == MISSING:
        return missing(place)
    said = steps[-1] if error.validator == EXTRA else error.validator_value
    return invalid(place, WORDS.get(str(error.validator), "The value is not valid.").format(said))


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


def _reader(name: str, parameter: Mapping[str, Any]) -> Reader:
    schema = parameter["schema"]
    kinds = types(schema)
    listed = "array" in kinds
    if not listed and "integer" in kinds and (schema.get("format") == "int32" or "string" not in kinds):
        return _integer_reader(name, schema)
    truth = not listed and "boolean" in kinds
    check = compiled({"enum": [True, False]} if truth else schema)

    def read(text: str) -> Any:
        value: Any = {"true": True, "false": False}.get(text, text) if truth else text
        value = [part.strip() for part in text.split(",")] if listed else value
        if check(value):
            raise unprocessable(f"The value passed for the '{name}' query parameter is invalid.")
        return value

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
