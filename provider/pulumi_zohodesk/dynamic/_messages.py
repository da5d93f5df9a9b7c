"""Errors of this package reach the user as their sentence."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from functools import cache, wraps
from pathlib import Path
from types import FrameType, SimpleNamespace
from typing import ParamSpec, TypeVar

import pulumi

from pulumi_zohodesk.errors import DeskError

P = ParamSpec("P")
R = TypeVar("R")

PACKAGE = str(Path(__file__).parents[1])


def show_messages_without_traceback() -> None:
    """Let the plugin answer our errors with their message alone.

    The SDK answers every exception with ``traceback.format_exc()``. Our messages are sentences for users; twenty
    lines of frames around them hide what to do. Other errors, and other providers, keep their traceback.
    """
    main = sys.modules.get("__main__")
    if not hasattr(main, "_abort_with_traceback") or isinstance(getattr(main, "traceback", None), SimpleNamespace):
        return

    def format_exc() -> str:
        error = sys.exc_info()[1]
        return str(error) if isinstance(error, DeskError) else traceback.format_exc()

    setattr(main, "traceback", SimpleNamespace(format_exc=format_exc))  # noqa: B010


def ends_the_program_plainly(function: Callable[P, R]) -> Callable[P, R]:
    """What a program calls: an error of ours that it does not catch ends it with the line and the sentence.

    The language host shows the traceback of every exception but ``pulumi.RunError``, so errors become that as well
    as what they are.
    """

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except DeskError as error:
            if not isinstance(error, pulumi.RunError):
                as_end_of_program(error)
                error.args = (f"{_line(sys._getframe(1))}{error}",)
            raise

    return call


def as_end_of_program(error: DeskError) -> DeskError:
    """An error of ours that ends the program with its sentence alone."""
    error.__class__ = _ending(type(error))  # type: ignore[arg-type]  # mypy: a class is hashable
    return error


def line_of_program() -> str:
    """``__main__.py, line 5: ``, the line of the program that led here; empty when it is not known."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename.startswith(PACKAGE):
        frame = frame.f_back
    return _line(frame) if frame else ""


@cache
def _ending(error: type[DeskError]) -> type[DeskError]:
    return type(error.__name__, (error, pulumi.RunError), {"__module__": error.__module__})


def _line(frame: FrameType) -> str:
    """The line of the program; nothing where an output calls, since its line is not that of the program."""
    file = Path(frame.f_code.co_filename)
    if str(file).startswith(PACKAGE):
        return ""
    return f"{file.name}, line {frame.f_lineno}: "
