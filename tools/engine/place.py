"""Where the engine goes: the environment's bin folder, and the user's cache."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock
from platformdirs import user_cache_path

VERSION = "v3.259.0"
"""The newest release whose command line can be built from Go modules; also the one that is tested."""

OLDEST = (3, 254, 0)
"""The oldest release that imports inputs and outputs from a file."""

TOOLS = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Place:
    """Attributes:
    bin: .venv/bin.
    cache: folder for this version of the engine, shared by all clones of a user.
    """

    bin: Path
    cache: Path

    @classmethod
    def here(cls) -> Place:
        return cls(Path(sys.executable).parent, user_cache_path("pulumi-zohodesk") / "engine" / VERSION)

    def lock(self) -> AbstractContextManager[object]:
        """Two set-ups at once: the second waits, then finds the engine in the cache."""
        self.cache.mkdir(parents=True, exist_ok=True)
        return FileLock(self.cache / ".lock")

    def link(self, name: str, target: Path) -> None:
        """A symbolic link in bin, replaced in one step."""
        temporary = self.bin / f".{name}.new"
        temporary.unlink(missing_ok=True)
        temporary.symlink_to(target)
        os.replace(temporary, self.bin / name)

    def copy(self, name: str, source: Path) -> None:
        """The file itself in bin, as a hard link where the file system allows one.

        The engine looks for its language hosts beside its own file; a symbolic link would lead it away from bin.
        """
        temporary = self.bin / f".{name}.new"
        temporary.unlink(missing_ok=True)
        try:
            os.link(source, temporary)
        except OSError:
            shutil.copy2(source, temporary)
        os.replace(temporary, self.bin / name)

    def script(self, name: str, text: str) -> None:
        """An executable script in bin."""
        temporary = self.bin / f".{name}.new"
        temporary.write_text(text, encoding="utf-8")
        temporary.chmod(0o755)
        os.replace(temporary, self.bin / name)
