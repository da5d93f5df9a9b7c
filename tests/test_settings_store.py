"""Secrets that `zohodesk login` keeps: where, for whom, and who else can get at them."""

from __future__ import annotations

import dataclasses
import json
import logging
import stat
import sys
from types import SimpleNamespace

import pytest

from pulumi_zohodesk.errors import ConfigError
from pulumi_zohodesk.settings import Secret, SecretStore, resolve

TOML = '[connections.prod]\ndc = "eu"\norg_id = "4711"\nclient_id = "1000.PROD"\n'


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "zohodesk.toml").write_text(TOML)
    return tmp_path


@pytest.fixture
def environ(tmp_path):
    return {"ZOHODESK_CONFIG_DIR": str(tmp_path / "config")}


@pytest.fixture
def settings(folder, environ):
    found = resolve(connection="prod", environ=environ, directory=folder, need=())
    return dataclasses.replace(found, client_secret=Secret("kept-secret"), refresh_token=Secret("kept-refresh"))


@pytest.fixture
def store(environ):
    return SecretStore(environ)


def the_file(folder):
    return next((folder / "config" / "secrets").glob("*.json"))


def resolved(folder, environ, **more):
    return resolve(connection="prod", environ={**environ, **more}, directory=folder)


def test_resolve_uses_what_is_stored(folder, environ, settings, store):
    assert store.write(settings, 5.0) == str(the_file(folder))
    found = resolved(folder, environ)
    assert (found.client_secret.reveal(), found.refresh_token.reveal()) == ("kept-secret", "kept-refresh")
    assert store.read(found).made == 5.0


def test_what_may_be_stored_is_not_called_missing_beside_another_problem(folder, environ, settings, store):
    store.write(settings, made=1.0)
    with pytest.raises(ConfigError) as caught:
        resolve({"orgId": "2"}, connection="prod", environ=environ, directory=folder)
    assert "these must agree" in str(caught.value)
    assert "not set" not in str(caught.value)


def test_the_environment_wins(folder, environ, settings, store):
    store.write(settings, 0)
    found = resolved(folder, environ, ZOHODESK_PROD_REFRESH_TOKEN="given")
    assert (found.client_secret.reveal(), found.refresh_token.reveal()) == ("kept-secret", "given")


def test_without_either_the_message_names_both_ways(folder, environ):
    with pytest.raises(ConfigError, match=r"`zohodesk login -c prod`.*ZOHODESK_PROD_REFRESH_TOKEN"):
        resolved(folder, environ)


@pytest.mark.parametrize(
    "change",
    [
        {"accounts_url": "https://evil.example"},
        {"api_url": "https://evil.example"},
        {"org_id": "1"},
        {"client_id": "1000.X"},
        {"connection": "other"},
    ],
)
def test_secrets_are_never_handed_to_another_place(settings, store, change):
    store.write(settings, 0)
    assert store.read(dataclasses.replace(settings, **change)) is None


def test_the_file_and_its_folder_are_private(folder, settings, store):
    store.write(settings, 0)
    file = the_file(folder)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert [one.name for one in file.parent.iterdir() if one.name.startswith(".new")] == []


@pytest.mark.parametrize("spoil", ["readable", "link", "folder link", "broken", "incomplete"])
def test_a_file_that_cannot_be_trusted_is_not_used(folder, settings, store, caplog, spoil):
    store.write(settings, 0)
    file = the_file(folder)
    if spoil == "readable":
        file.chmod(0o644)
    elif spoil == "link":
        file.rename(folder / "elsewhere.json")
        file.symlink_to(folder / "elsewhere.json")
    elif spoil == "folder link":
        file.parent.rename(folder / "elsewhere")
        file.parent.symlink_to(folder / "elsewhere")
    else:
        file.write_text("{" if spoil == "broken" else json.dumps({"client_secret": "kept-secret"}))
    with caplog.at_level(logging.WARNING):
        assert store.read(settings) is None
    assert "are not used" in caplog.text
    assert "kept-" not in caplog.text


def test_writing_never_follows_a_link(folder, settings, store):
    store.write(settings, 0)
    file = the_file(folder)
    victim = folder / "victim"
    victim.write_text("mine")
    file.unlink()
    file.symlink_to(victim)
    store.write(settings, 0)
    assert victim.read_text() == "mine"
    assert not file.is_symlink()


def test_a_folder_that_cannot_be_used_is_one_sentence(folder, environ, settings, store):
    (folder / "config").write_text("a file")
    with pytest.raises(ConfigError, match="Set ZOHODESK_CONFIG_DIR") as caught:
        store.write(settings, 0)
    assert "kept-" not in str(caught.value)
    with pytest.raises(ConfigError):
        resolved(folder, environ)


def test_removed_is_removed(settings, store, folder):
    store.write(settings, 0)
    store.remove(settings)
    store.remove(settings)
    assert store.read(settings) is None
    assert list((folder / "config" / "secrets").iterdir()) == []


class _Backend:
    """A keyring of the operating system, or what passes for one."""

    def __init__(self, priority: float = 5, broken: bool = False) -> None:
        self.priority, self.broken, self.kept = priority, broken, {}

    def _check(self) -> None:
        if self.broken:
            raise RuntimeError("locked")

    def get_password(self, service: str, name: str) -> str | None:
        self._check()
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, value: str) -> None:
        self._check()
        self.kept[service, name] = value

    def delete_password(self, service: str, name: str) -> None:
        self._check()
        del self.kept[service, name]


@pytest.fixture
def keyring(monkeypatch, tmp_path):
    """Installs a backend; files go to a folder of the test."""

    def install(**more):
        backend = _Backend(**more)
        monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_keyring=lambda: backend))
        monkeypatch.setattr("platformdirs.user_config_path", lambda name: tmp_path / "config")
        return backend

    return install


def test_a_real_keyring_is_preferred(keyring, settings, folder):
    backend = keyring()
    assert SecretStore({}).write(settings, 1.0) == "the keyring"
    assert len(backend.kept) == 1
    assert not (folder / "config").exists()
    found = SecretStore({}).read(settings)
    assert (found.refresh_token.reveal(), found.place) == ("kept-refresh", "the keyring")
    SecretStore({}).remove(settings)
    assert backend.kept == {}


@pytest.mark.parametrize("backend", [{"priority": 0}, {"priority": 0.5}, {"broken": True}])
def test_without_a_real_keyring_a_file_is_used(keyring, settings, folder, backend):
    made = keyring(**backend)
    assert SecretStore({}).write(settings, 1.0) == str(the_file(folder))
    assert SecretStore({}).read(settings).refresh_token.reveal() == "kept-refresh"
    assert made.kept == {}
    SecretStore({}).remove(settings)


def test_a_chosen_folder_means_files(keyring, settings, environ, folder):
    backend = keyring()
    assert SecretStore(environ).write(settings, 1.0) == str(the_file(folder))
    assert backend.kept == {}


@pytest.mark.parametrize("action", ["delete_password", "set_password"])
def test_a_keyring_that_keeps_what_it_has_is_said(keyring, settings, monkeypatch, action):
    backend = keyring()
    SecretStore({}).write(settings, 1.0)

    def locked(*_anything):
        raise RuntimeError("locked")

    monkeypatch.setattr(backend, action, locked)
    newer, store = dataclasses.replace(settings, refresh_token=Secret("newer")), SecretStore({})
    use = {"delete_password": lambda: store.remove(settings), "set_password": lambda: store.write(newer, 2.0)}[action]
    with pytest.raises(ConfigError, match="Unlock it"):
        use()
    assert SecretStore({}).read(settings).refresh_token.reveal() == "kept-refresh"


def test_a_locked_keyring_is_not_taken_for_an_empty_one(keyring, settings):
    backend = keyring()
    SecretStore({}).write(settings, 1.0)
    backend.broken = True
    with pytest.raises(ConfigError, match="did not delete"):
        SecretStore({}).remove(settings)
