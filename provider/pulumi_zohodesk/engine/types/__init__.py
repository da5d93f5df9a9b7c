"""Types of values, and types that hold types: one set of questions at every depth (`ValueType`)."""

from pulumi_zohodesk.engine.types._leaves import (
    EMAIL,
    ID,
    Choice,
    Decimal,
    Flag,
    Id,
    LongText,
    Number,
    Reference,
    Scalar,
    Text,
)
from pulumi_zohodesk.engine.types._many import Many
from pulumi_zohodesk.engine.types._map import Map
from pulumi_zohodesk.engine.types._struct import Part, Struct, When, snake, structures, targets
from pulumi_zohodesk.engine.types._value import MISSING, Names, Outdated, Problem, ValueType, value_at

__all__ = [
    "EMAIL",
    "ID",
    "MISSING",
    "Choice",
    "Decimal",
    "Flag",
    "Id",
    "LongText",
    "Many",
    "Map",
    "Names",
    "Number",
    "Outdated",
    "Part",
    "Problem",
    "Reference",
    "Scalar",
    "Struct",
    "Text",
    "ValueType",
    "When",
    "snake",
    "structures",
    "targets",
    "value_at",
]
