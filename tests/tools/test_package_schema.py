"""The schema of a Pulumi package, made from the declarations, as Pulumi's own reader takes it.

`pulumi package get-schema` holds a file against the metaschema and binds required names; types that are referred to
and not there it lets pass, so the test looks for those.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from pulumi_zohodesk.kinds import KINDS

TOOL = Path(__file__).resolve().parents[2] / "tools" / "generate"


def read_by_pulumi(folder: Path, schema: dict) -> subprocess.CompletedProcess[str]:
    (folder / "schema.json").write_text(json.dumps(schema), encoding="utf-8")
    command = ["pulumi", "package", "get-schema", "./schema.json"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_pulumi_takes_the_schema(tmp_path):
    command = [sys.executable, str(TOOL), "package-schema"]
    made = json.loads(text := subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    done = read_by_pulumi(tmp_path, made)
    assert done.returncode == 0, done.stderr
    read = json.loads(done.stdout)["resources"]
    assert set(read) == {f"zohodesk:index:{kind.name}" for kind in KINDS}
    assert read["zohodesk:index:SkillType"]["inputProperties"]["departmentId"]["willReplaceOnChanges"] is True
    assert set(re.findall('"#/types/(.*)"', text)) == set(made["types"])

    read["zohodesk:index:Skill"]["inputProperties"]["name"]["type"] = "words"
    done = read_by_pulumi(tmp_path, made | {"resources": read})
    assert done.returncode != 0
    assert "'/$defs/propertySpec'" in done.stderr
