"""What is not known of the API, as data: each open question, and the calls that tell which answer holds."""

from pulumi_zohodesk.questions._asking import Asking
from pulumi_zohodesk.questions._cleaning import CLEANING, clean
from pulumi_zohodesk.questions._made import PREFIX
from pulumi_zohodesk.questions._question import REASONS, SAID, SWITCHLESS, Question
from pulumi_zohodesk.questions._report import Report, read_report, tool_version
from pulumi_zohodesk.questions._run import FACTS, PROBES, QUESTIONS, Facts, Found, ask, cost, facts, kept_back
from pulumi_zohodesk.questions._shapes import SHAPES, Shape, shapes

__all__ = [
    "CLEANING",
    "FACTS",
    "PREFIX",
    "PROBES",
    "QUESTIONS",
    "REASONS",
    "SAID",
    "SHAPES",
    "SWITCHLESS",
    "Asking",
    "Facts",
    "Found",
    "Question",
    "Report",
    "Shape",
    "ask",
    "clean",
    "cost",
    "facts",
    "kept_back",
    "read_report",
    "shapes",
    "tool_version",
]
