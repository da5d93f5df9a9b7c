"""What differs: two organisations by natural key, or what a stack knows and what an organisation holds.

Everything is told in names, since ids differ between organisations. Pure: nothing is asked of the service, and only
`exported` and `data_files` read files.
"""

from pulumi_zohodesk.compare._compare import Comparison, compare
from pulumi_zohodesk.compare._drift import Drift, drift, missing
from pulumi_zohodesk.compare._excuses import Excuse, excuses_from
from pulumi_zohodesk.compare._exported import data_files, exported, keys_in
from pulumi_zohodesk.compare._finding import Edit, Finding, Sort
from pulumi_zohodesk.compare._json import json_text
from pulumi_zohodesk.compare._parts import Part, parts
from pulumi_zohodesk.compare._side import Side
from pulumi_zohodesk.compare._state import Held, held_in
from pulumi_zohodesk.compare._unmanaged import Before, Ignore, first_look, ignore_from

__all__ = [
    "Before",
    "Comparison",
    "Drift",
    "Edit",
    "Excuse",
    "Finding",
    "Held",
    "Ignore",
    "Part",
    "Side",
    "Sort",
    "compare",
    "data_files",
    "drift",
    "excuses_from",
    "exported",
    "first_look",
    "held_in",
    "ignore_from",
    "json_text",
    "keys_in",
    "missing",
    "parts",
]
