"""What Zoho Desk has, as data: one file a kind."""

from pulumi_zohodesk.kinds._criteria import CRITERIA
from pulumi_zohodesk.kinds._files import Entry, Key, Place, entries, key_of
from pulumi_zohodesk.kinds._organizations import ORGANIZATIONS
from pulumi_zohodesk.kinds._register import KINDS, NAMED, kind_named

__all__ = ["CRITERIA", "KINDS", "NAMED", "ORGANIZATIONS", "Entry", "Key", "Place", "entries", "key_of", "kind_named"]
