"""Three ways to the engine, in order, each with fakes in place of the machine."""

from __future__ import annotations

import hashlib
import io
import os
import stat
import sys
import tarfile
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools"


@pytest.fixture(autouse=True)
def _tools_importable(monkeypatch):
    monkeypatch.syspath_prepend(str(TOOLS))
    monkeypatch.delenv("ZOHODESK_ENGINE", raising=False)


@pytest.fixture
def place(tmp_path):
    from engine.place import Place

    (tmp_path / "bin").mkdir()
    return Place(tmp_path / "bin", tmp_path / "cache")


def program(folder: Path, name: str, words: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(f"#!/bin/sh\necho {words}\n")
    file.chmod(0o755)
    return file


def refuses(reason):
    from engine.trouble import NotThisWay

    def way(place):
        raise NotThisWay(reason)

    return way


def test_the_first_way_that_works_is_taken_and_named(place, capsys):
    import setup_engine

    ways = {"path": refuses("nothing there."), "download": lambda place: "from afar.", "build": refuses("never asked")}
    assert setup_engine.main(place, ways) == 0
    assert capsys.readouterr().out == "Pulumi engine: from afar.\n"


def test_when_no_way_works_each_says_why(place, capsys):
    import setup_engine

    assert setup_engine.main(place, {"path": refuses("no pulumi."), "build": refuses("no go.")}) == 1
    assert capsys.readouterr().err.splitlines()[1:] == ["  path: no pulumi.", "  build: no go."]


def test_one_way_can_be_demanded(place, monkeypatch):
    import setup_engine

    monkeypatch.setenv("ZOHODESK_ENGINE", "build")
    asked = []
    ways = {"path": refuses("never asked"), "build": lambda place: asked.append(place) or "built."}
    assert setup_engine.main(place, ways) == 0
    monkeypatch.setenv("ZOHODESK_ENGINE", "magic")
    with pytest.raises(SystemExit, match="path, build"):
        setup_engine.main(place, ways)


def test_a_pulumi_on_the_path_is_linked_with_all_its_programs(place, tmp_path, monkeypatch):
    from engine import existing

    program(tmp_path / "opt", "pulumi", "v3.300.1")
    program(tmp_path / "opt", "pulumi-language-python", "host")
    monkeypatch.setenv("PATH", f"{tmp_path / 'opt'}{os.pathsep}/usr/bin:/bin")
    assert "3.300.1" in existing.take(place)
    assert (place.bin / "pulumi").resolve() == tmp_path / "opt" / "pulumi"
    assert (place.bin / "pulumi-language-python").exists()


@pytest.mark.parametrize(
    ("version", "host", "words"),
    [("v3.253.9", True, "3.254.0 or newer"), ("v3.300.0", False, "no pulumi-language-python"), ("?", True, "version")],
)
def test_a_pulumi_that_will_not_do_says_why(place, tmp_path, monkeypatch, version, host, words):
    from engine.trouble import NotThisWay

    from engine import existing

    program(tmp_path / "opt", "pulumi", version)
    if host:
        program(tmp_path / "opt", "pulumi-language-python", "host")
    monkeypatch.setenv("PATH", f"{tmp_path / 'opt'}{os.pathsep}/usr/bin:/bin")
    with pytest.raises(NotThisWay, match=words):
        existing.take(place)


def test_the_environments_own_pulumi_does_not_count_as_found(place, monkeypatch):
    from engine.trouble import NotThisWay

    from engine import existing

    program(place.bin, "pulumi", "v3.300.0")
    monkeypatch.setenv("PATH", str(place.bin))
    with pytest.raises(NotThisWay, match="no `pulumi` on the PATH"):
        existing.take(place)


def distribution() -> bytes:
    memory = io.BytesIO()
    with tarfile.open(fileobj=memory, mode="w:gz") as tar:
        for name in ("pulumi", "pulumi-language-python"):
            content = b"#!/bin/sh\necho v3.259.0\n"
            info = tarfile.TarInfo(f"pulumi/{name}")
            info.size, info.mode = len(content), 0o755
            tar.addfile(info, io.BytesIO(content))
    return memory.getvalue()


def server(archive: bytes, digest: str):
    from engine import download

    def fetch(address):
        return f"{digest}  {download.archive_name()}\n".encode() if address == download.CHECKSUMS else archive

    return fetch


def test_a_download_is_checked_unpacked_and_linked_once(place):
    from engine import download

    archive = distribution()
    fetch = server(archive, hashlib.sha256(archive).hexdigest())
    assert "downloaded, the official" in download.take(place, fetch)
    assert (place.bin / "pulumi").exists()
    assert "downloaded before" in download.take(place, lambda address: pytest.fail("fetched twice"))


def test_a_download_with_another_checksum_is_not_used(place):
    from engine.trouble import NotThisWay

    from engine import download

    with pytest.raises(NotThisWay, match="published checksum"):
        download.take(place, server(distribution(), "0" * 64))
    assert list(place.bin.iterdir()) == []


def test_a_build_leaves_its_stand_ins_beside_the_engine(place, tmp_path, monkeypatch):
    from engine import build

    go = program(tmp_path / "go", "go", "")
    go.write_text(
        f"#!{sys.executable}\n"
        "import pathlib, sys\n"
        "if '-o' in sys.argv:\n"
        "    print('some/package', file=sys.stderr)\n"
        "    file = pathlib.Path(sys.argv[sys.argv.index('-o') + 1])\n"
        "    file.write_text('#!/bin/sh'); file.chmod(0o755)\n"
    )
    monkeypatch.setenv("PATH", f"{go.parent}{os.pathsep}/usr/bin:/bin")
    place.cache.mkdir()
    assert "built from source just now" in build.take(place)
    assert sorted(file.name for file in place.bin.iterdir()) == [
        "pulumi",
        "pulumi-language-python",
        "pulumi-resource-pulumi-python",
    ]
    assert all(file.stat().st_mode & stat.S_IXUSR for file in place.bin.iterdir())
    assert [file.name for file in place.cache.iterdir()] == ["pulumi"]
    assert "built from source before" in build.take(place)


def test_a_failed_build_says_so_and_leaves_nothing(place, tmp_path, monkeypatch):
    from engine.trouble import NotThisWay

    from engine import build

    program(tmp_path / "go", "go", "cannot compile >&2; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path / 'go'}{os.pathsep}/usr/bin:/bin")
    place.cache.mkdir()
    with pytest.raises(NotThisWay, match="cannot compile"):
        build.take(place)
    assert list(place.bin.iterdir()) == []


def test_without_go_the_message_says_what_to_install(place, monkeypatch):
    from engine.trouble import NotThisWay

    from engine import build

    monkeypatch.setenv("PATH", "/nowhere")
    place.cache.mkdir()
    with pytest.raises(NotThisWay, match=r"Go 1\.25"):
        build.take(place)


def test_what_a_killed_build_left_is_never_taken(place, tmp_path, monkeypatch):
    from engine.trouble import NotThisWay

    from engine import build

    program(tmp_path / "go", "go", "cannot compile >&2; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path / 'go'}{os.pathsep}/usr/bin:/bin")
    program(place.cache, "pulumi.unfinished", "half")
    with pytest.raises(NotThisWay, match="cannot compile"):
        build.take(place)
    assert list(place.cache.iterdir()) == []


def test_an_old_go_that_cannot_build_is_named(place, tmp_path, monkeypatch):
    from engine.trouble import NotThisWay

    from engine import build

    program(tmp_path / "go", "go", "go1.20.3; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path / 'go'}{os.pathsep}/usr/bin:/bin")
    place.cache.mkdir()
    with pytest.raises(NotThisWay, match=r"needs Go 1\.25 or newer .* is go1\.20\.3"):
        build.take(place)


def test_a_pulumi_of_another_clone_is_left_alone(place, tmp_path, monkeypatch):
    from engine.trouble import NotThisWay

    from engine import existing

    program(tmp_path / "clone" / "bin", "pulumi", "v3.300.0")
    program(tmp_path / "clone" / "bin", "pulumi-language-python", "host")
    (tmp_path / "clone" / "pyvenv.cfg").touch()
    monkeypatch.setenv("PATH", f"{tmp_path / 'clone' / 'bin'}{os.pathsep}/usr/bin:/bin")
    with pytest.raises(NotThisWay, match="another virtual environment"):
        existing.take(place)
