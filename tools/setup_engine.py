"""Put the Pulumi engine into .venv/bin: found on this machine, downloaded, or built from source, in that order.

    python tools/setup_engine.py            # as `make setup` does
    ZOHODESK_ENGINE=build python tools/setup_engine.py    # only that way: path, download or build

Runs with the interpreter of .venv. What is built or downloaded is kept in the user's cache, once per machine.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from engine.place import VERSION, Place
from engine.trouble import NotThisWay

from engine import build, download, existing

Way = Callable[[Place], str]

WAYS: dict[str, Way] = {"path": existing.take, "download": download.take, "build": build.take}


def main(place: Place | None = None, ways: dict[str, Way] | None = None) -> int:
    """Take the first way that works; say which one, or why none did."""
    place = place or Place.here()
    chosen = _chosen(ways or WAYS)
    refusals: list[str] = []
    with place.lock():
        for name, take in chosen.items():
            try:
                print(f"Pulumi engine: {take(place)}", flush=True)
                return 0
            except NotThisWay as reason:
                refusals.append(f"  {name}: {reason}")
    print(f"There is no Pulumi engine {VERSION} to be had:", *refusals, sep="\n", file=sys.stderr)
    return 1


def _chosen(ways: dict[str, Way]) -> dict[str, Way]:
    only = os.environ.get("ZOHODESK_ENGINE")
    if only and only not in ways:
        raise SystemExit(f"ZOHODESK_ENGINE is {only!r}; it may be {', '.join(ways)}, or unset to try all in turn.")
    return {only: ways[only]} if only else ways


if __name__ == "__main__":
    sys.exit(main())
