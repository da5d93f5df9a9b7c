"""The program is what the environment says: `SHELVES` maps names to arguments, `@name` refers to another's id."""

import json
import os

from shelf import Shelf

made: dict[str, Shelf] = {}
for name, given in json.loads(os.environ["SHELVES"]).items():
    arguments = {}
    for key, value in given.items():
        if isinstance(value, str) and value.startswith("@"):
            other, _, attribute = value[1:].partition(".")
            value = getattr(made[other], attribute or "id")
        arguments[key] = value
    made[name] = Shelf(name, arguments)
