from __future__ import annotations

import pytest

from pulumi_zohodesk.engine import _turns


@pytest.fixture(autouse=True)
def forgetful():
    """What a process remembers of what it made is of one test: ids begin anew in each."""
    _turns._made.clear()
