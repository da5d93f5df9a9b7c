"""Make the list of OAuth scopes that are known from a folder of OpenAPI files.

    python tools/contract/scopes.py FOLDER provider/pulumi_zohodesk/actions/contract/scopes.json

What neither the catalogue nor an operation names, but others report, is added here, each with its reason.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build import Folder

FOUR = ("READ", "CREATE", "UPDATE", "DELETE")
PATHLESS = ("Desk.imports", "Desk.exports")
REPORTED = {
    "the older HTML table of scopes has an area of their own for accounts": [f"Desk.accounts.{one}" for one in FOUR],
    "the older HTML documentation nests tasks into activities": [f"Desk.activities.tasks.{one}" for one in FOUR],
    "operations on pictures name them in their description": [
        "profile.userphoto.READ",
        "profile.userphoto.UPDATE",
        "profile.orglogo.UPDATE",
    ],
    "Zoho's own Java client asks for it, to know whose token it is": ["aaaserver.profile.READ"],
}


def catalogue(common: dict[str, Any]) -> Iterator[str]:
    """The official catalogue, with operations in upper case, as operations and clients write them."""
    for scheme in common["components"]["securitySchemes"].values():
        for scope in scheme.get("flows", {}).get("authorizationCode", {}).get("scopes", {}):
            area, _, verb = scope.rpartition(".")
            yield scope if scope in PATHLESS else f"{area}.{verb.upper()}"


def named(documents: dict[str, Any]) -> Iterator[str]:
    """What any operation of any file names."""
    for document in documents.values():
        for methods in document.get("paths", {}).values():
            for body in methods.values():
                for alternative in body.get("security", ()) if isinstance(body, dict) else ():
                    yield from (scope for scopes in alternative.values() for scope in scopes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder of the OpenAPI files")
    parser.add_argument("target", type=Path, help="file to write")
    given = parser.parse_args()
    folder = Folder(given.folder)
    official = set(catalogue(folder.file("Common.json")))
    documents = {file.name: folder.file(file.name) for file in sorted(given.folder.glob("*.json"))}
    operations = {one for one in named(documents) if one.startswith("Desk.")} - official
    table = {
        "catalogue": {"the security scheme of Common.json": sorted(official)},
        "operations": {"operations of the contract": sorted(operations)},
        "reported": REPORTED,
    }
    given.target.write_text(json.dumps(table, indent=1) + "\n")


if __name__ == "__main__":
    main()
