"""Generated files are what the tables make; nobody edits them."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
GENERATED = run_path(str(REPOSITORY / "tools" / "generate" / "__main__.py"))["generated"]()


@pytest.mark.parametrize("path", GENERATED, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_a_generated_file_is_what_its_table_makes(path):
    assert path.read_text(encoding="utf-8") == GENERATED[path], "run make generate"


def test_no_other_file_says_that_it_was_generated():
    package = REPOSITORY / "provider" / "pulumi_zohodesk"
    said = {path for path in package.rglob("*.py") if "Made by `make generate`" in path.read_text(encoding="utf-8")}
    assert said - {package / "actions" / "methods" / "__init__.py"} == {one for one in GENERATED if one.suffix == ".py"}
