"""The command: serve until told to stop, and write the client's environment to a file."""

from __future__ import annotations

import argparse
import errno
import json
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from types import FrameType
from typing import TYPE_CHECKING, Any

from pulumi_zohodesk.emulator._readings import READINGS, WRONG_DC

if TYPE_CHECKING:
    from pulumi_zohodesk.emulator._emulator import Emulator

Likeness = Mapping[str, Any]
"""How an organisation is: ``switches``, and what a seed takes: ``edition``, ``limits``."""


def parser(program: str, *, reports: bool = False) -> argparse.ArgumentParser:
    """The command's options; ``--like`` where reports can be read."""
    made = argparse.ArgumentParser(
        prog=program,
        description="Serve an emulated Zoho Desk on this machine: organisations prod and sandbox.",
        epilog=f"Example: {program} --port 8790 --env-file emulator.env",
        argument_default=argparse.SUPPRESS,  # what is not given, a report decides, or else the emulator
        formatter_class=lambda prog: argparse.HelpFormatter(prog, width=79),
    )
    made.add_argument("--port", type=port, default=0, help="port on the loopback address (default: a free one)")
    made.add_argument(
        "--env-file", type=Path, default=None, help="write the environment of a client here once it serves"
    )
    made.add_argument("--seed", type=Path, default=None, help="JSON file with objects per organisation")
    if reports:
        made.add_argument(
            "--like", type=Path, default=None, metavar="REPORT", help="be as the organisation of a report is"
        )
    made.add_argument("--random-seed", type=int, default=1, help="decides ids and tokens (default: 1)")
    made.add_argument(
        "--still-clock", action="store_true", default=False, help="let the clock stand until it is advanced"
    )
    made.add_argument("--thin-lists", action="store_true", help="leave out what list rows may lack")
    made.add_argument("--epoch-times", action="store_true", help="answer times as milliseconds")
    how = f"how every list counts: {', '.join(READINGS)} (default: as was seen)"
    made.add_argument("--first-index", choices=READINGS, metavar="READING", help=how)
    made.add_argument("--throttle-status", type=int, choices=(200, 400), help="of the token endpoint")
    made.add_argument("--no-bearer", dest="bearer_accepted", action="store_false", help="refuse Authorization: Bearer")
    made.add_argument("--email-change", action="store_true", help="let confirmed agents be given another address")
    made.add_argument("--invisible-as-404", action="store_true", help="hide departments instead of forbidding them")
    made.add_argument("--wrong-dc", choices=WRONG_DC[1:], help="behave as the wrong data centre")
    return made


FIRST = "ZOHODESK_"
"""How every variable begins, by which an older file of the emulator is known."""


def port(text: str) -> int:
    """A port number of the command line; 0 is any that is free."""
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= 5 else -1
    if not 0 <= number <= 65_535:
        raise argparse.ArgumentTypeError("a port is a whole number from 0 to 65535")
    return number


def run(
    argv: Sequence[str] | None = None,
    program: str = "python -m pulumi_zohodesk.emulator",
    like: Callable[[Path], Likeness] | None = None,
) -> int:
    """Serves until SIGINT or SIGTERM. Returns 0, or 1 with one sentence when it cannot serve.

    Args:
        like: reads a report; what it raises is not caught.
    """
    given = parser(program, reports=like is not None).parse_args(argv)
    from pulumi_zohodesk.emulator._emulator import Emulator  # after the options were read: help starts without it
    from pulumi_zohodesk.emulator._switches import Switches
    from pulumi_zohodesk.emulator._world import ORGANIZATIONS

    likeness = like(given.like) if like is not None and given.like is not None else {}
    switches = {
        **likeness.get("switches", {}),
        **{name: value for name, value in vars(given).items() if hasattr(Switches, name)},
    }
    try:
        emulator = Emulator(given.random_seed, port=given.port, running_clock=not given.still_clock, **switches)
        emulator.begin_with(dict.fromkeys(ORGANIZATIONS, _founded(likeness)))
    except ValueError as error:
        return _failed(f"The report {given.like} cannot be used: {str(error).rstrip('.')}.")
    try:
        if given.seed is not None:
            emulator.begin_with(json.loads(given.seed.read_text("utf-8-sig")))
    except OSError as error:
        return _failed(f"The seed file {given.seed} cannot be read: {error.strerror}.")
    except (ValueError, RecursionError) as error:
        return _failed(f"The seed file {given.seed} cannot be used: {str(error).rstrip('.')}.")
    try:
        emulator.start()
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        return _failed(f"Port {given.port} {'is in use' if taken else f'cannot be served: {error.strerror}'}.")
    return _serve(emulator, given.env_file)


def _founded(likeness: Likeness) -> dict[str, Any]:
    """What a seed takes of a report; an edition that the emulator does not know is left out, with a sentence.

    Limits that it does not know are left out, and those that are no limit in practice are its greatest number.
    """
    from pulumi_zohodesk.emulator._limits import EDITIONS, NAMES
    from pulumi_zohodesk.emulator._values import MOST

    found = {name: value for name, value in likeness.items() if name != "switches"}
    found["limits"] = {name: min(most, MOST) for name, most in found.get("limits", {}).items() if name in NAMES}
    if found.get("edition", "FREE") not in EDITIONS:
        sys.stderr.write(
            f"The edition {found.pop('edition')} is not known here: its limits are those of the default.\n"
        )
    return found


def _serve(emulator: Emulator, env_file: Path | None) -> int:
    done = _ended()
    try:
        if env_file is not None:
            write_environment(env_file, emulator.env())
    except OSError as error:
        emulator.stop()
        return _failed(f"The environment file {env_file} cannot be written: {error.strerror or error}.")
    try:
        _announce(emulator.url)
        _wait(done)
    finally:
        emulator.stop()
    return 0


def _announce(url: str) -> None:
    """Says where it serves, if there is anywhere to say it: the file is enough for programs."""
    with suppress(OSError, AttributeError):  # closed from the beginning, standard output is None
        sys.stdout.write(f"Emulated Zoho Desk at {url}\n")
        sys.stdout.flush()


def _ended() -> SimpleQueue[int]:
    """What SIGINT and SIGTERM are put into: an event takes a lock, which its waiter may hold when the signal comes."""
    done: SimpleQueue[int] = SimpleQueue()

    def end(number: int, _frame: FrameType | None) -> Any:
        done.put(number)

    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, end)
    return done


def _wait(done: SimpleQueue[int]) -> None:
    while True:
        with suppress(Empty):
            done.get(timeout=1)  # a signal that came just before a wait without end would not be seen
            return


def write_environment(path: Path, variables: dict[str, str]) -> None:
    """Writes ``KEY=VALUE`` lines that only the owner can read; the file appears whole or not at all.

    Replaces only a file that is empty or was written so before. Raises OSError, also for any other file.
    """
    path = path.resolve()
    if path.exists() and not _replaceable(path):
        raise OSError("it exists and is no environment of the emulator; name another file, or remove it")
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.writelines(f"{name}={value}\n" for name, value in variables.items())
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _replaceable(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        begin = file.read(len(FIRST))
    return begin in (b"", FIRST.encode())


def _failed(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1
