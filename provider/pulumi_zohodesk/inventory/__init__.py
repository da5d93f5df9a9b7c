"""What an organisation holds, at one moment: every object of every kind, with its natural key in names.

Ids differ between organisations and names do not, so everything that compares, exports or copies works on this.
Adding a kind needs no edit here: keys, scopes and references are read from the kinds' declarations.
"""

from pulumi_zohodesk.inventory._inventory import Inventory
from pulumi_zohodesk.inventory._item import Gap, Item, Key, Place, folded, in_order, item_of, references_of
from pulumi_zohodesk.inventory._take import HIDDEN, Progress, readable_kinds, take

__all__ = [
    "HIDDEN",
    "Gap",
    "Inventory",
    "Item",
    "Key",
    "Place",
    "Progress",
    "folded",
    "in_order",
    "item_of",
    "readable_kinds",
    "references_of",
    "take",
]
