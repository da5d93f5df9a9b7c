"""Second way: the official distribution, checked against its published checksums."""

from __future__ import annotations

import hashlib
import http.client
import platform
import shutil
import tarfile
import tempfile
import urllib.request
from collections.abc import Callable
from pathlib import Path

from engine.existing import link_all, version_of
from engine.place import VERSION, Place
from engine.trouble import NotThisWay

RELEASE = f"https://github.com/pulumi/pulumi/releases/download/{VERSION}"
CHECKSUMS = f"{RELEASE}/pulumi-{VERSION.removeprefix('v')}-checksums.txt"
SECONDS = 5
"""To connect. Where this address cannot be reached, building from source is next and should not wait long."""

MACHINES = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}

Fetch = Callable[[str], bytes]


def take(place: Place, fetch: Fetch | None = None) -> str:
    """Download once per machine, check, unpack into the cache, link."""
    folder = place.cache / "distribution" / "pulumi"
    fresh = not (folder / "pulumi").exists()
    if fresh:
        _unpack(_checked(fetch or _fetch), folder.parent)
    version_of(folder / "pulumi")
    link_all(place, folder)
    return f"{VERSION}, {'downloaded' if fresh else 'downloaded before'}, the official distribution."


def archive_name() -> str:
    """The file of this machine."""
    machine = MACHINES.get(platform.machine().lower())
    system = platform.system().lower()
    if machine is None or system not in ("linux", "darwin"):
        raise NotThisWay(f"there is no distribution for {platform.system()} on {platform.machine()}.")
    return f"pulumi-{VERSION}-{system}-{machine}.tar.gz"


def _checked(fetch: Fetch) -> bytes:
    name = archive_name()
    lines = fetch(CHECKSUMS).decode("utf-8", "replace").splitlines()
    expected = {line.split()[-1].lstrip("*"): line.split()[0] for line in lines if len(line.split()) == 2}
    if name not in expected:
        raise NotThisWay(f"the published checksums do not name {name}.")
    content = fetch(f"{RELEASE}/{name}")
    digest = "sha512" if len(expected[name]) == 128 else "sha256"
    if hashlib.new(digest, content).hexdigest() != expected[name]:
        raise NotThisWay(f"{name} does not have its published checksum; nothing of it was used.")
    return content


def _fetch(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address, timeout=SECONDS) as answer:
            content: bytes = answer.read()
            return content
    except (OSError, http.client.HTTPException) as error:
        raise NotThisWay(f"the official distribution cannot be reached ({error}).") from error


def _unpack(content: bytes, target: Path) -> None:
    """Unpack beside the target, then rename: what is there is whole."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
        archive = Path(scratch) / "archive.tar.gz"
        archive.write_bytes(content)
        unpacked = Path(scratch) / "unpacked"
        with tarfile.open(archive) as tar:
            if hasattr(tarfile, "data_filter"):  # from Python 3.11.4 on; its checksum says what the archive is
                tar.extractall(unpacked, filter="data")
            else:
                tar.extractall(unpacked)
        shutil.rmtree(target, ignore_errors=True)
        unpacked.rename(target)
