"""Names that are nearly right."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST = 100
"""Characters of a name that is worth comparing."""

MANY = 25
"""Names that a sentence lists."""


def fold(name: str) -> str:
    """A name as it is compared: letter case and ``-`` for ``_`` do not count."""
    return name.strip().casefold().replace("-", "_")


def nearest(name: str, known: Iterable[str]) -> str:
    """A sentence that names what may have been meant."""
    folded = {fold(one): one for one in known}
    wanted = fold(name)
    comparable = len(wanted) <= LONGEST
    close = [folded[near] for near in get_close_matches(wanted, folded, n=3, cutoff=0.6)] if comparable else []
    # What was typed may be the group or the verb alone.
    parts = [folded[one] for one in folded if wanted and wanted in one.split(".")]
    found = list(dict.fromkeys([*close, *parts]))[:6]
    if found:
        return f"Nearest: {', '.join(found)}."
    names = list(folded.values())
    rest = f" and {len(names) - MANY} more" if len(names) > MANY else ""
    return f"There are: {', '.join(names[:MANY])}{rest}."
