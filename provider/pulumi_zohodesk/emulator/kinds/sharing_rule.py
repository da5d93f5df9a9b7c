"""Data-sharing rules: one object per organisation, a level for each module.

Source: SharingRule.json (``getDataSharingRules``, ``updateDataSharingRules``). That every module starts out
``private`` is what Zoho's help says of new organisations; a copy of it says ``public`` (unconfirmed).
"""

from __future__ import annotations

from pulumi_zohodesk.emulator._call import Call
from pulumi_zohodesk.emulator._kind import Answer, Kind, Portal, Record
from pulumi_zohodesk.emulator._sharing import MODULES, PRIVATE, TABLE, rules


def _blank(_portal: Portal, _creator: str) -> Record:
    return dict.fromkeys(MODULES, PRIVATE)


def _found(portal: Portal) -> None:
    portal.add(TABLE, {"id": portal.id})


def _get(call: Call) -> Answer:
    call.must_be_there()
    return rules(call.portal)


def _update(call: Call) -> Answer:
    call.must_be_there()
    rules(call.portal).update(call.body)
    return None


KIND = Kind(
    name=TABLE,
    contract="sharing_rule",
    blank=_blank,
    found=_found,
    operations={"getDataSharingRules": _get, "updateDataSharingRules": _update},
    permission="setup.permission",
)
