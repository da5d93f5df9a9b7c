"""Where `zohodesk login` keeps secrets: the keyring of the operating system, else a file of the user.

An entry belongs to everything that decides where its secrets would be sent. A `zohodesk.toml` that gives a known name
to another server, client or organisation, such as that of a repository just cloned, finds nothing.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import logging
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings._settings import Secret, Settings
from pulumi_zohodesk.settings._whole_file import PrivateFile

SERVICE = "pulumi-zohodesk"
LOCK_TIMEOUT = 10.0
_WEAKEST = 1
"""Priority below which a backend of `keyring` is not the operating system's: it fails, forgets, or keeps plain text."""

_UNLOCK = f"Unlock it, or delete the entries of {SERVICE} there by hand, and try again."

_log = logging.getLogger("pulumi_zohodesk.settings")


@dataclass(frozen=True)
class Stored:
    """What is kept for one connection. The refresh token is empty where client credentials need none.

    Attributes:
        made: when the refresh token was made, in seconds since 1970; 0 when unknown.
        place: where it was found, in words.
        scopes: OAuth scopes that were asked for; empty when unknown.
    """

    client_secret: Secret
    refresh_token: Secret
    made: float = 0.0
    place: str = ""
    scopes: tuple[str, ...] = ()


class SecretStore:
    """The secrets of named connections. `ZOHODESK_CONFIG_DIR` chooses a folder, and files instead of the keyring."""

    def __init__(self, environ: Mapping[str, str] | None = None) -> None:
        chosen = (os.environ if environ is None else environ).get("ZOHODESK_CONFIG_DIR", "").strip()
        if not chosen:
            from platformdirs import user_config_path
        self._folder = (Path(chosen) if chosen else user_config_path(SERVICE)) / "secrets"
        self._keyring: Any = None if chosen else _keyring()

    def read(self, settings: Settings) -> Stored | None:
        """The secrets of a connection; None when there are none (that can be trusted)."""
        name = _entry_name(settings)
        if text := self._ask_keyring("get_password", name):
            return _stored(text, "the keyring")
        file = self._file(name)
        try:
            text = file.text()
        except FileNotFoundError:
            return None
        except (OSError, UnicodeError):
            text = ""
        found = _stored(text, str(file.path))
        if found is None:
            _log.warning(
                "The secrets in %s are not used: the file must be whole, and readable for its owner only.", file.path
            )
        return found

    def write(self, settings: Settings, made: float, scopes: Sequence[str] = ()) -> str:
        """Keep the secrets of the settings, and what they were asked for with; returns where, in words.

        Raises ConfigError: they cannot be written anywhere.
        """
        name = _entry_name(settings)
        secrets = {
            "client_secret": settings.client_secret.reveal(),
            "refresh_token": settings.refresh_token.reveal(),
            "made": made,
            "scopes": list(scopes),
        }
        file = self._file(name)
        try:
            if self._ask_keyring("set_password", name, json.dumps(secrets)) is not None:
                file.remove()
                return "the keyring"
            if self._ask_keyring("get_password", name) is not None:  # it would be found before the file
                raise ConfigError([f"The keyring has older secrets and cannot be changed. {_UNLOCK}"])
            with file.locked(LOCK_TIMEOUT):
                file.write(json.dumps(secrets))
        except OSError as error:
            raise _unusable(file, error) from None
        return str(file.path)

    def remove(self, settings: Settings) -> None:
        """Forget the secrets of a connection. Raises ConfigError when they cannot be deleted."""
        name = _entry_name(settings)
        file = self._file(name)
        try:
            there = file.remove()
            PrivateFile(file.path.with_suffix(".lock")).remove()
        except OSError as error:
            raise _unusable(file, error) from None
        if not self._forgotten(name) and not there:
            raise ConfigError([f"The keyring did not delete the secrets. {_UNLOCK}"])

    def _forgotten(self, name: str) -> bool:
        """Whether the keyring has the entry no more."""
        if self._keyring is None:
            return True
        try:
            if self._keyring.get_password(SERVICE, name) is not None:
                self._keyring.delete_password(SERVICE, name)
            return self._keyring.get_password(SERVICE, name) is None
        except Exception:  # backends raise whatever their system raises
            return False

    def _file(self, name: str) -> PrivateFile:
        return PrivateFile(self._folder / f"{name}.json")

    def _ask_keyring(self, action: str, *values: str) -> Any:
        """The keyring's answer, True for one that has none; None when there is no keyring or it fails."""
        if self._keyring is None:
            return None
        try:
            answer = getattr(self._keyring, action)(SERVICE, *values)
        except Exception as error:  # backends raise whatever their system raises
            _log.warning("The keyring cannot be used (%s); a file is used instead.", type(error).__name__)
            return None
        return True if answer is None and action == "set_password" else answer


def _keyring() -> Any:
    """The backend of the optional package `keyring`; None when it is not installed or has no real one."""
    try:
        backend = importlib.import_module("keyring").get_keyring()
        return backend if backend.priority >= _WEAKEST else None
    except Exception:  # a backend that cannot even start is no backend
        return None


def _entry_name(settings: Settings) -> str:
    parts = (settings.connection or "", settings.accounts_url, settings.api_url, settings.client_id, settings.org_id)
    words = re.sub(r"[^A-Za-z0-9]+", "-", parts[0]).strip("-") or "bare"
    return f"{words}-{hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]}"


def _stored(text: str, place: str) -> Stored | None:
    try:
        content = json.loads(text)
        secrets = [content[name] for name in ("client_secret", "refresh_token")]
        made, scopes = content.get("made", 0.0), content.get("scopes") or ()
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    if not all(isinstance(secret, str) for secret in secrets) or not secrets[0]:
        return None
    age = float(made) if isinstance(made, (int, float)) else 0.0
    asked = tuple(map(str, scopes)) if isinstance(scopes, list) else ()
    return Stored(Secret(secrets[0]), Secret(secrets[1]), age, place, asked)


def _unusable(file: PrivateFile, error: Exception) -> ConfigError:
    reason = (error.strerror if isinstance(error, OSError) else "") or type(error).__name__
    return ConfigError(
        [
            f"The secrets cannot be kept in {file.path.parent} ({reason}). Set ZOHODESK_CONFIG_DIR to a folder that "
            "can be written."
        ]
    )
