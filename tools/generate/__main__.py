"""Write the code that follows from tables: ``make generate``. A test holds every file against what this makes.

- ``resources/<kind>.py``: the class that programs use, and its look-ups, from the declarations in ``kinds/``;
- ``actions/methods/<group>.py``: the typed methods of ``desk.client()``, from the table of actions;
- ``docs/kinds/<kind>.md``: a reference page, from the declarations;
- ``docs/reference/``: the help of every command, and the tree of errors;
- ``questions/shapes.json``: fields of the contract, from the tables of the emulator;
- ``docs/api-notes.md``: what is not known of the API, from the open questions.

``make package-schema`` writes one more, which is not kept: the schema of a Pulumi package (`package_schema.py`).
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from generate import methods, package_schema, pages, reference, resources, shapes

__all__ = ["generated"]

PACKAGE = Path(__file__).parents[2] / "provider" / "pulumi_zohodesk"
SHAPES = PACKAGE / "questions" / "shapes.json"
DOCS = Path(__file__).parents[2] / "docs"


def generated() -> Mapping[Path, str]:
    """Every generated file with its content."""
    texts = {PACKAGE / "resources" / f"{name}.py": text for name, text in resources.modules()}
    texts |= {PACKAGE / "actions" / "methods" / f"{name}.py": text for name, text in methods.modules()}
    found = {path: _formatted(text, path) for path, text in texts.items()}
    found |= {DOCS / "kinds" / f"{name}.md": text for name, text in pages.pages()}
    found |= {DOCS / "reference" / f"{name}.md": text for name, text in reference.pages()}
    from generate import notes  # it asks the questions, which read the shapes

    found[SHAPES] = shapes.shapes()
    return found | {DOCS / "api-notes.md": notes.notes()}


def _formatted(text: str, path: Path) -> str:
    """As `make format` would leave it. Raises SystemExit where it is no Python."""
    for command in (["check", "--fix-only", "--select", "F401,I", "--quiet"], ["format", "--quiet"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--stdin-filename", str(path), "-"]
        done = subprocess.run(ruff, input=text, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{path}: {done.stdout}{done.stderr}")
        text = done.stdout
    return text


if __name__ == "__main__":
    if sys.argv[1:] == ["package-schema"]:
        sys.exit(print(package_schema.package_schema(), end=""))
    SHAPES.write_text(shapes.shapes(), encoding="utf-8")
    for path, text in generated().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
