"""Files without a name, for what the engine's command reads or writes: nothing stays, however this process ends."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any


@dataclass(frozen=True)
class UnnamedFile:
    """Attributes:
    path: where a command that inherits the ``descriptors`` finds it.
    descriptors: what the command must inherit.
    stream: for a command that reads it as its input.
    """

    path: str
    descriptors: tuple[int, ...]
    stream: IO[str]

    def rewound(self) -> str:
        """The path, for a command that reads from the beginning: some systems share the place between all readers."""
        self.stream.seek(0)
        return self.path

    def as_json(self) -> dict[str, Any]:
        """What a command wrote; nothing when it wrote nothing. Raises ValueError for something else than JSON."""
        self.stream.seek(0)
        text = self.stream.read()
        return dict(json.loads(text)) if text else {}


@contextmanager
def unnamed_file(text: str = "") -> Iterator[UnnamedFile]:
    """A file with some text that only its owner can read (0600). Raises OSError."""
    if os.name == "posix":
        with tempfile.TemporaryFile("w+", encoding="utf-8") as file:
            _fill(file, text)
            yield UnnamedFile(f"/dev/fd/{file.fileno()}", (file.fileno(),), file)
        return
    # Elsewhere a descriptor has no path: a name in a folder of one's own.
    with tempfile.TemporaryDirectory(prefix="zohodesk-") as folder:
        path = Path(folder) / "file.json"
        with path.open("w+", encoding="utf-8") as file:
            _fill(file, text)
            yield UnnamedFile(str(path), (), file)


def _fill(file: IO[str], text: str) -> None:
    file.write(text)
    file.flush()
    file.seek(0)
