"""The program is what the environment says: `SHELVES` maps names to arguments, `@name` refers to another's id,
`!text` is a secret.

The argument `id` reads an object that exists. `STAMP` changes how the provider is pickled, as another release may.
"""

import json
import os

import pulumi
from shelf import Shelf, ShelfProvider

provider = ShelfProvider()
if "STAMP" in os.environ:
    provider.stamp = os.environ["STAMP"]
made: dict[str, Shelf] = {}
for name, given in json.loads(os.environ["SHELVES"]).items():
    arguments = {}
    for key, value in given.items():
        if isinstance(value, str) and value.startswith("@"):
            other, _, attribute = value[1:].partition(".")
            value = getattr(made[other], attribute or "id")
        if isinstance(value, str) and value.startswith("!"):
            value = pulumi.Output.secret(value[1:])
        arguments[key] = value
    options = pulumi.ResourceOptions(id=arguments.pop("id", None))
    made[name] = Shelf(name, arguments, options, provider)
