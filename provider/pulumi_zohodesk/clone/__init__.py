"""One organisation brought into another that is not empty: what shall be there, what stands against it, what to do.

Everything here is worked out from two inventories; only `asked_problems` asks the target, and reads. What is written
to Zoho Desk is written by Pulumi's engine, which the command drives.
"""

from pulumi_zohodesk.clone._checks import asked_problems, edition_problems, known_problems
from pulumi_zohodesk.clone._folder import CloneFolder
from pulumi_zohodesk.clone._people import PERSON, People, people_from
from pulumi_zohodesk.clone._plan import damage, price_of
from pulumi_zohodesk.clone._project import Program, clone_program
from pulumi_zohodesk.clone._report import REPORT, Earlier, report_of, report_text
from pulumi_zohodesk.clone._scopes import bound_problems, scope_problems
from pulumi_zohodesk.clone._secrets import Secrets, given_secrets, lacking_secrets
from pulumi_zohodesk.clone._target import TargetObject, TargetState
from pulumi_zohodesk.clone._target_state import target_state
from pulumi_zohodesk.clone._work import Work, work

__all__ = [
    "PERSON",
    "REPORT",
    "CloneFolder",
    "Earlier",
    "People",
    "Program",
    "Secrets",
    "TargetObject",
    "TargetState",
    "Work",
    "asked_problems",
    "bound_problems",
    "clone_program",
    "damage",
    "edition_problems",
    "given_secrets",
    "known_problems",
    "lacking_secrets",
    "people_from",
    "price_of",
    "report_of",
    "report_text",
    "scope_problems",
    "target_state",
    "work",
]
