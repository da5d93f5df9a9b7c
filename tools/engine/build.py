"""Third way: the command line built from Go modules, with stand-ins for the programs that no module has."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from engine.place import TOOLS, VERSION, Place
from engine.trouble import NotThisWay

PACKAGE = "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"
FLAGS = f"-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version={VERSION}"
MODULE = TOOLS / "pulumi"
SECONDS_BETWEEN_WORDS = 15.0
NEEDED_GO = (1, 25)


def take(place: Place) -> str:
    """Build once per machine, then put the engine and its stand-ins into bin."""
    binary = place.cache / "pulumi"
    fresh = not binary.exists()
    if fresh:
        _build(binary)
    install(place, binary)
    return f"{VERSION}, built from source {'just now' if fresh else 'before'}, with a stand-in for its language host."


def install(place: Place, binary: Path) -> None:
    """The engine, a Python language host, and the launcher of dynamic providers, side by side in bin."""
    python = place.bin / "python"
    place.copy("pulumi", binary)
    place.script("pulumi-language-python", f'#!/bin/sh\nexec "{python}" -u "{MODULE / "language_host.py"}" "$@"\n')
    place.script("pulumi-resource-pulumi-python", _launcher(python))


def _launcher(python: Path) -> str:
    """As the official launcher: the project's virtual environment first, then this one."""
    return (
        "#!/bin/sh\n"
        'if [ -n "$PULUMI_RUNTIME_VIRTUALENV" ]; then\n'
        '    exec "$PULUMI_RUNTIME_VIRTUALENV/bin/python" -u -m pulumi.dynamic "$@"\n'
        "fi\n"
        f'exec "${{PULUMI_PYTHON_CMD:-{python}}}" -u -m pulumi.dynamic "$@"\n'
    )


def _build(binary: Path) -> None:
    """Compile to a name of its own and rename, so that a build that is killed leaves nothing behind that runs."""
    go = shutil.which("go")
    if go is None:
        raise NotThisWay("building from source needs Go 1.25 or newer (https://go.dev/dl), and there is no `go`.")
    unfinished = binary.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)  # of a build that was killed
    print(f"Pulumi engine: building {VERSION} from source, once on this machine; this takes some minutes.", flush=True)
    command = [go, "build", "-v", "-mod=readonly", "-ldflags", FLAGS, "-o", str(unfinished), PACKAGE]
    code, words = _run_with_progress(command, _count(go))
    if code or not unfinished.exists():
        raise NotThisWay(_too_old(go) or "building it from source failed:\n" + "\n".join(words[-15:]))
    os.replace(unfinished, binary)


def _too_old(go: str) -> str:
    """A sentence when an old Go is the likely reason. Asked only after a failure: many fetch a newer one themselves."""
    local = {**os.environ, "GOTOOLCHAIN": "local"}
    done = subprocess.run([go, "env", "GOVERSION"], env=local, capture_output=True, text=True, check=False)
    found = re.match(r"go(\d+)\.(\d+)", done.stdout)
    if found is None or tuple(map(int, found.groups())) >= NEEDED_GO:
        return ""
    return f"building from source needs Go 1.25 or newer (https://go.dev/dl); {go} is {done.stdout.strip()}."


def _count(go: str) -> int:
    """How many packages there are to compile, for the progress line; 0 when Go does not tell."""
    done = subprocess.run([go, "list", "-deps", PACKAGE], cwd=MODULE, capture_output=True, text=True, check=False)
    return len(done.stdout.split())


def _run_with_progress(command: list[str], total: int) -> tuple[int, list[str]]:
    """Run Go, counting the packages it names; returns its exit code and its words."""
    started = spoken = time.monotonic()
    words: list[str] = []
    with subprocess.Popen(command, cwd=MODULE, stderr=subprocess.PIPE, text=True) as running:
        for line in running.stderr or ():
            words.append(line.rstrip())
            now = time.monotonic()
            if now - spoken >= (0.5 if sys.stdout.isatty() else SECONDS_BETWEEN_WORDS):
                spoken = now
                _say(len(words), total, now - started)
    if sys.stdout.isatty():
        print(flush=True)
    return running.returncode, words


def _say(done: int, total: int, seconds: float) -> None:
    end = "" if sys.stdout.isatty() else "\n"
    start = "\r" if sys.stdout.isatty() else ""
    of = f" of about {total}" if total else ""
    minutes, rest = divmod(int(seconds), 60)
    print(f"{start}  {done}{of} packages compiled, {minutes}:{rest:02d}", end=end, flush=True)
