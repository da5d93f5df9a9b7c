"""Make the table of what a permission profile may allow from a folder of OpenAPI files.

    python tools/contract/permissions.py FOLDER provider/pulumi_zohodesk/kinds/permissions.json

A group a line. Every flag of the contract is true or false.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from build import Folder


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder of the OpenAPI files")
    parser.add_argument("target", type=Path, help="file to write")
    given = parser.parse_args()
    folder = Folder(given.folder)
    schemas = folder.file("Profile.json")["components"]["schemas"]
    groups = folder.resolve(schemas["commonPermissionJsonRequest"], "Profile.json")["properties"]
    lines = [f"{json.dumps(name)}: {json.dumps(sorted(groups[name]['properties']))}" for name in sorted(groups)]
    given.target.write_text("{\n" + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
