"""Running a command that must never be left behind: it is told to stop once, and always read to its end.

The engine holds a lock and knows which calls are under way. Killed, or with its output closed, it loses track of them.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, TextIO, TypeVar

from pulumi_zohodesk.cli import _console
from pulumi_zohodesk.cli._exit import Stopped
from pulumi_zohodesk.cli._printable import printable
from pulumi_zohodesk.cli.engine._words import without_passwords

ENDING = "Stopping."
STOPPING = (
    "Stopping: calls under way are finished and recorded. Please wait; stopping a second time loses track of objects."
)
LOOK = 0.5
"""Seconds after which a wait looks up: a signal that came just before it began would else be answered at its end."""
NAMES = ("SIGINT", "SIGTERM", "SIGHUP") if os.name == "posix" else ()

T = TypeVar("T")


@dataclass
class Stops:
    """Whether somebody said "stop". It is true from the first signal on."""

    count: int = 0

    def __bool__(self) -> bool:
        return self.count > 0


@dataclass(frozen=True)
class Ran:
    """How a command ended.

    Attributes:
        code: its exit code.
        out, err: what it printed, where that was captured.
        stopped: it was told to stop.
        unheard: whoever read its output went away before the end.
    """

    code: int
    out: str = ""
    err: str = ""
    stopped: bool = False
    unheard: bool = False


def captured(
    command: Sequence[str],
    folder: Path,
    environ: Mapping[str, str],
    words: str = ENDING,
    keep: Sequence[int] = (),
    said: IO[str] | None = None,
) -> Ran:
    """Run a command to its end, and give what it printed. A signal is passed on once, and its end waited for.

    ``keep``: descriptors that it inherits; ``said``: what it reads.
    """
    with _running(command, folder, environ, subprocess.PIPE, words, keep, said) as (process, stops):
        out, err = _patiently(lambda seconds: process.communicate(timeout=seconds))  # what was read by then is kept
    return Ran(process.returncode, out, err, bool(stops))


def streamed(
    command: Sequence[str],
    folder: Path,
    environ: Mapping[str, str],
    out: TextIO,
    shown: Callable[[str], str | None],
    keep: Sequence[int] = (),
) -> Ran:
    """Run a command to its end; what it says goes to ``out`` line by line, for as long as somebody reads that.

    ``shown`` says what of a line, which it gets without passwords, is printed; nothing for None.
    """
    with _running(command, folder, environ, subprocess.STDOUT, STOPPING, keep) as (process, stops):
        assert process.stdout is not None
        read = True
        for line in _lines(process.stdout):
            words = shown(without_passwords(line.rstrip("\n")))
            read = read and (words is None or say(printable(words), out))
        return Ran(_patiently(process.wait), stopped=bool(stops), unheard=not read)


def _patiently(wait: Callable[[float], T]) -> T:
    """What a wait gives in the end; it looks up from time to time."""
    while True:
        with suppress(subprocess.TimeoutExpired, Empty):
            return wait(LOOK)


def _lines(stream: IO[str]) -> Iterator[str]:
    """Lines as they are written, up to the end; a thread reads them, so that the wait for one can look up."""
    lines: SimpleQueue[str | None] = SimpleQueue()

    def read() -> None:
        try:
            for line in stream:
                lines.put(line)
        finally:
            lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    yield from iter(lambda: _patiently(lambda seconds: lines.get(timeout=seconds)), None)


def say(words: str, out: TextIO) -> bool:
    """Print a line at once; False when nobody reads any more. From then on the stream takes everything and drops it."""
    try:
        _console.say(words, out)
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        return False
    return True


@contextmanager
def telling(words: str, also: Callable[[Stops], object] = lambda _stops: None) -> Iterator[Stops]:
    """Signals that mean "stop" do not end the block: the first is only noted. Each Ctrl-C calls ``also``.

    Other signals repeat what was said, as a CI system does; what the process ignores (`nohup`) stays so.
    """
    stops = Stops()

    def stop(number: int, _frame: object) -> None:
        stops.count += 1
        if number == signal.SIGINT or stops.count == 1:
            also(stops)  # before anything is printed: the terminal may be gone
            with suppress(OSError, ValueError, RuntimeError):
                print(words, file=sys.stderr, flush=True)

    with _handling(stop):
        yield stops


@contextmanager
def terminable(words: str) -> Iterator[None]:
    """In the block, the signals by which a CI system or a closed terminal ends a job act as Ctrl-C does.

    Raises Stopped with ``words``, unless a block within has said more.
    """

    def stop(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    try:
        with _handling(stop):
            yield
    except (KeyboardInterrupt, Stopped) as error:
        raise Stopped(str(error) or words) from None


@contextmanager
def _handling(stop: Callable[[int, object], None]) -> Iterator[None]:
    before = {}
    if threading.current_thread() is threading.main_thread():
        numbers = [getattr(signal, name) for name in NAMES]
        before = {number: signal.getsignal(number) for number in numbers}
        before = {number: handler for number, handler in before.items() if handler is not signal.SIG_IGN}
    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _running(
    command: Sequence[str],
    folder: Path,
    environ: Mapping[str, str],
    errors_to: int,
    words: str,
    keep: Sequence[int],
    said: IO[str] | None = None,
) -> Iterator[tuple[subprocess.Popen[str], Stops]]:
    processes: list[subprocess.Popen[str]] = []
    passed: list[int] = []

    def pass_on(_stops: Stops) -> None:
        for process in processes:
            passed.append(process.pid)
            process.send_signal(signal.SIGINT)

    with (
        telling(words, pass_on) as stops,
        subprocess.Popen(
            command,
            cwd=folder,
            env=environ,
            stdin=said or subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors_to,
            text=True,
            errors="replace",
            pass_fds=tuple(keep),
            start_new_session=True,  # else the terminal sends Ctrl-C to the command as well, which is once too often
        ) as process,
    ):
        processes.append(process)
        if stops and not passed:  # it came while the process was being started
            pass_on(stops)
        yield process, stops
