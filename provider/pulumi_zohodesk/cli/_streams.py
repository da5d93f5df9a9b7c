"""The standard streams of a command: none of them is missing, and everything can be printed."""

from __future__ import annotations

import codecs
import io
import os
import sys


def open_closed() -> None:
    """A standard stream that was closed becomes the null device, for this process and those that it starts.

    Else Python has no object there, and the next file that is opened takes its number.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # the lowest number that is free: this one
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w" if number else "r", encoding="utf-8"))  # noqa: SIM115


def print_anything() -> None:
    """What a stream cannot encode is spelled as JSON spells it: no command ends, and JSON stays JSON."""
    codecs.register_error("zohodesk", _spelled)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="zohodesk")


def _spelled(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2)), error.end


def drop_output() -> None:
    """What is still to be printed cannot be: without this the interpreter would try once more when it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
