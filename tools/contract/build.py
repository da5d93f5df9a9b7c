"""Make the emulator's contract tables from a folder of OpenAPI files.

    python tools/contract/build.py FOLDER provider/pulumi_zohodesk/emulator/contract

One table per OpenAPI file. References are resolved, prose is dropped, and every sub-schema that occurs more
than once is kept once in ``defs``. Nothing is corrected here: what the schemas get wrong is in the errata
tables, each with its reason. ``digests.json`` beside this file says from which files the tables were made and what
they were, so that a test finds a table that was edited by hand.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

SOURCES = {
    "Organization": "organization",
    "Department": "department",
    "Agent": "agent",
    "SkillType": "skill_type",
    "Skill": "skill",
    "Role": "role",
    "Profile": "profile",
    "AutomationFeatureCount": "automation_feature_count",
    "Account": "account",
    "Contact": "contact",
    "Ticket": "ticket",
    "SharingRule": "sharing_rule",
    "Team": "team",
    "TemplateFolders": "template_folder",
    "EmailTemplates": "email_template",
    "Webhook": "webhook",
    "MailReplyAddress": "mail_reply_address",
    "SupportPlan": "support_plan",
    "RoutingPreference": "routing_preference",
    "SkillConfiguration": "skill_configuration",
    "Product": "product",
    "HolidayList": "holiday_list",
    "BusinessHour": "business_hour",
    "CustomView": "view",
    "TicketTag": "ticket_tag",
    "LicenseFeaturePlan": "license",
}
ONLY = {"TicketTag": ("listTicketTags", "searchTags")}
"""Of files that are mostly about records: what is built of them."""
DIGESTS = Path(__file__).with_name("digests.json")
PROSE = {"description", "example", "examples", "title", "summary"}
SHARED_FROM = 160
"""Sub-schemas whose text is shorter than this are cheaper to repeat than to name."""


class Folder:
    """The OpenAPI files, read once each, with references resolved across files."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.files: dict[str, Any] = {}

    def file(self, name: str) -> Any:
        if name not in self.files:
            self.files[name] = json.loads((self.path / name).read_text())
        return self.files[name]

    def resolve(self, node: Any, here: str) -> Any:
        """The node with every reference replaced by what it names."""
        if isinstance(node, list):
            return [self.resolve(item, here) for item in node]
        if not isinstance(node, dict):
            return node
        if isinstance(node.get("$ref"), str):
            place, _, pointer = node["$ref"].partition("#")
            here = place.rsplit("/", 1)[-1] or here
            found = self.file(here)
            for step in pointer.strip("/").split("/"):
                found = found[step]
            return self.resolve(found, here)
        keep = {key: self.resolve(value, here) for key, value in node.items() if key != "properties"}
        if isinstance(node.get("properties"), dict):
            keep["properties"] = {key: self.resolve(value, here) for key, value in node["properties"].items()}
        return keep


def schema_of(content: dict[str, Any]) -> tuple[str, Any]:
    """The first media type of a content map with its schema; no content gives an empty name."""
    for media, body in content.get("content", {}).items():
        return media, body.get("schema")
    return "", None


def operation(path: str, method: str, source: dict[str, Any]) -> dict[str, Any]:
    """One row of the table."""
    media, body = schema_of(source.get("requestBody", {}))
    row: dict[str, Any] = {
        "id": source["operationId"],
        "method": method.upper(),
        "path": path,
        "scopes": [scope for one in source["security"] for scopes in one.values() for scope in scopes],
        "path_parameters": {},
        "query": {},
        "answers": {status: schema_of(answer)[1] for status, answer in source["responses"].items()},
    }
    for parameter in source.get("parameters", []):
        if parameter["name"] == "orgId" or parameter["in"] == "header":
            continue  # orgId is a header in truth; see the errata
        place = "query" if parameter["in"] == "query" else "path_parameters"
        entry = {"schema": parameter["schema"]}
        row[place][parameter["name"]] = entry | ({"required": True} if parameter.get("required") else {})
    if media:
        row["media"], row["body"] = media, body
    return row


def without_prose(node: Any, names: bool = False) -> Any:
    """The node without prose keys; ``names`` says that its keys are property names, not keywords."""
    if isinstance(node, list):
        return [without_prose(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: value for key, value in node.items() if names or key not in PROSE or isinstance(value, bool)}
    return {key: without_prose(value, names=key in ("properties", "patternProperties")) for key, value in kept.items()}


def text(node: Any) -> str:
    return json.dumps(node, separators=(",", ":"), sort_keys=True)


def count(node: Any, counts: Counter[str]) -> None:
    """Counts every schema below the node by its text; what is inside a repeated one counts once."""
    if isinstance(node, list):
        for item in node:
            count(item, counts)
    elif isinstance(node, dict):
        if node.keys() & {"type", "allOf", "anyOf"}:
            counts[text(node)] += 1
            if counts[text(node)] > 1:
                return
        for value in node.values():
            count(value, counts)


class Shared:
    """Moves repeated schemas into ``defs``."""

    def __init__(self, counts: Counter[str]) -> None:
        self.counts = counts
        self.names: dict[str, str] = {}
        self.defs: dict[str, Any] = {}

    def moved(self, node: Any) -> Any:
        if isinstance(node, list):
            return [self.moved(item) for item in node]
        if not isinstance(node, dict):
            return node
        key = text(node)
        if self.counts.get(key, 0) < 2 or len(key) <= SHARED_FROM:
            return {name: self.moved(value) for name, value in node.items()}
        if key not in self.names:
            self.names[key] = str(len(self.names) + 1)
            self.defs[self.names[key]] = {name: self.moved(value) for name, value in node.items()}
        return {"$ref": self.names[key]}


def shared(tables: list[dict[str, Any]]) -> dict[str, Any]:
    """The operations with repeated schemas moved into ``defs``."""
    counts: Counter[str] = Counter()
    count(tables, counts)
    holder = Shared(counts)
    return {"operations": holder.moved(tables), "defs": holder.defs}


def write(table: dict[str, Any], target: Path) -> None:
    """One operation and one shared schema a line: compact, and a change shows as a changed line."""
    rows = ",\n".join(f"  {text(row)}" for row in table["operations"])
    defs = ",\n".join(f"  {json.dumps(name)}:{text(value)}" for name, value in table["defs"].items())
    target.write_text(f'{{"operations":[\n{rows}\n],\n"defs":{{\n{defs}\n}}}}\n')


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path, help="folder of the OpenAPI files")
    parser.add_argument("target", type=Path, help="folder for the tables")
    given = parser.parse_args()
    folder = Folder(given.folder)
    given.target.mkdir(parents=True, exist_ok=True)
    for source, name in SOURCES.items():
        document = folder.file(f"{source}.json")
        rows = [
            operation(path, method, without_prose(folder.resolve(body, f"{source}.json")))
            for path, methods in document["paths"].items()
            for method, body in methods.items()
            if body["operationId"] in ONLY.get(source, (body["operationId"],))
        ]
        write(shared(rows), given.target / f"{name}.json")
    errors = {name: folder.resolve(answer, "Common.json") for name, answer in error_shapes(folder).items()}
    (given.target / "errors.json").write_text(json.dumps(errors, indent=1, sort_keys=True) + "\n")
    found = {"sources": digests(folder.path, folder.files), "tables": digests(given.target, [*tables(), "errors.json"])}
    DIGESTS.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n")


def tables() -> list[str]:
    return [f"{name}.json" for name in SOURCES.values()]


def digests(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """SHA-256 of files by name."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}


def error_shapes(folder: Folder) -> dict[str, Any]:
    responses = folder.file("Common.json")["components"]["responses"]
    return {name: schema_of(body)[1] for name, body in responses.items() if name.endswith("ErrorResponse")}


if __name__ == "__main__":
    main()
