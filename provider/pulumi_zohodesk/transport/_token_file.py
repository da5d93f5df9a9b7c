"""Access tokens on disk, shared by the processes of one user.

Every `pulumi` command starts two or three processes, and the accounts server hands out few tokens in ten minutes. The
file is trusted only when nobody else could have written or read it.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pulumi_zohodesk.settings import PrivateFile, Secret, Settings

LOCK_TIMEOUT = 100.0
"""Seconds; longer than one token request can take, so that waiting for another process pays."""

_LONGEST_LIFE = 24 * 3600.0


@dataclass(frozen=True)
class Entry:
    """What the processes share.

    Attributes:
        token: None when there is none.
        good_until: when the token stops being used, in seconds since 1970.
        throttled_until: no token request before this moment.
        renewed: when it was made in place of one that the service refused; 0 when it was not.
    """

    token: Secret | None = None
    good_until: float = 0.0
    throttled_until: float = 0.0
    renewed: float = 0.0


class TokenFile:
    """The file for one grant in one organisation: a read-only job never picks up the token of another.

    Raises OSError: from every method, when the folder cannot be used.
    """

    def __init__(self, settings: Settings, folder: Path | None = None) -> None:
        from platformdirs import user_cache_path

        override = os.environ.get("ZOHODESK_CACHE_DIR")
        root = folder or (Path(override) if override else user_cache_path("pulumi-zohodesk"))
        self.folder = root / "tokens"
        parts = (settings.accounts_url, settings.client_id, settings.grant_mark, settings.org_id)
        self.path = self.folder / f"{hashlib.sha256('|'.join(parts).encode()).hexdigest()}.json"
        self._file = PrivateFile(self.path)

    def locked(self) -> AbstractContextManager[None]:
        """Keep other processes out. Raises TimeoutError."""
        return self._file.locked(LOCK_TIMEOUT)

    def read(self, now: float) -> Entry:
        """What the file says; an empty entry when there is none, or none that can be trusted or understood."""
        try:
            text = self._file.text()
            content = json.loads(text) if text else {}
            return _entry(content, now) if isinstance(content, dict) else Entry()
        except (FileNotFoundError, ValueError):
            return Entry()

    def write(self, entry: Entry) -> None:
        """Replace the file in one step, so that a reader sees the old or the new content."""
        content = {
            "access_token": entry.token.reveal() if entry.token else None,
            "good_until": entry.good_until,
            "throttled_until": entry.throttled_until,
            "renewed": entry.renewed,
        }
        self._file.write(json.dumps(content))

    def remove(self) -> None:
        """Forget the token."""
        self._file.remove()


def _entry(content: dict[str, Any], now: float) -> Entry:
    token = content.get("access_token")
    good, throttled = _moment(content.get("good_until")), _moment(content.get("throttled_until"))
    # A moment too far ahead was written with another clock: not to be believed.
    good = good if good - now <= _LONGEST_LIFE else 0.0
    throttled = throttled if throttled - now <= 3600.0 else 0.0
    held = Secret(token) if isinstance(token, str) and token else None
    return Entry(held, good, throttled, _moment(content.get("renewed")))


def _moment(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else 0.0
