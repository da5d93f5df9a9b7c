"""What the options of `cli/_options.py` say, together. Shared by ``scopes``, ``guide`` and ``doctor``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import typer

from pulumi_zohodesk.actions import (
    Choice,
    Use,
    action_named,
    check_scope,
    doubt_of_scope,
    holds,
    kind_named_like,
    meant_by,
    scan,
)
from pulumi_zohodesk.cli._console import say
from pulumi_zohodesk.errors import ConfigError, InputError
from pulumi_zohodesk.settings import Connection, connection_named, quoted, shown, tidy


@dataclass
class Chosen:
    """What the options say.

    Attributes:
        choice: actions, kinds and look-ups.
        entry: the connection that was named.
        words: what was chosen, for headings.
        fixed: scopes of a connection that names no action and no kind; those that read, with ``read_only``.
    """

    choice: Choice
    entry: Connection | None = None
    words: list[str] = field(default_factory=list)
    fixed: tuple[str, ...] = ()

    def scopes(self, *, narrow: bool) -> tuple[str, ...]:
        if self.fixed and narrow:
            note("the connection lists its scopes itself, so --narrow changes nothing.")
        more = (one for one in self.choice.scopes(narrow=narrow) if not holds(self.fixed, one))
        return (*self.fixed, *more)


def choose(
    action: list[str] | None,
    kind: list[str] | None,
    program: Path | None,
    connection: str | None,
    *,
    read_only: bool = False,
    sign_in: bool = False,
) -> Chosen:
    """What the options say, together.

    Raises:
        typer.BadParameter: nothing was chosen, or a name is unknown.
        ConfigError, InputError: what the connection or the program says cannot be used.
    """
    if not (action or kind or program or connection):
        raise typer.BadParameter(
            "Choose with --action, --kind, --program or --connection. `zohodesk actions` lists what there is."
        )
    check_names(action or (), kind or ())
    actions = [action_named(one).name for one in action or ()]
    _only_reading(actions, read_only)
    kinds = [kind_named_like(one) for one in kind or ()]
    found = Chosen(Choice(), words=[*actions, *kinds])
    uses = {name: Use(name) for name in kinds}
    look_ups: set[str] = set()
    if program is not None:
        _read_program(program, found, actions, uses, look_ups, read_only=read_only)
    if connection is not None:
        asked = bool(actions or uses or look_ups)
        _read_connection(connection_named(connection), found, actions, uses, asked=asked, read_only=read_only)
    names = tuple(dict.fromkeys(actions))
    found.choice = Choice(names, tuple(uses.values()), tuple(sorted(look_ups)), read_only, sign_in)
    return found


def _only_reading(actions: Iterable[str], read_only: bool) -> None:
    writes = [name for name in actions if not action_named(name).reads]
    if read_only and writes:
        raise typer.BadParameter(f"--read-only and {', '.join(writes)} contradict each other: that changes something.")


def _read_program(
    folder: Path, found: Chosen, actions: list[str], uses: dict[str, Use], look_ups: set[str], *, read_only: bool
) -> None:
    program = scan(folder)
    for doubt in program.doubts:
        note(doubt)
    for use in program.uses.values():
        if use.kind not in uses:
            uses[use.kind] = use
        elif use.manages:
            # `--kind` stands for what happens by default.
            uses[use.kind] = Use(use.kind, removals=use.removals | Use(use.kind).default_removals)
    look_ups |= program.look_ups
    actions += sorted(program.actions)
    if read_only and (writes := [one for one in sorted(program.actions) if not action_named(one).reads]):
        note(f"the program itself calls {', '.join(writes)}, in previews as well; what that needs is in the set.")
    where = "this folder" if folder == Path() else shown(str(folder))
    # What is between two of these signs would be taken for code.
    found.words.append(f"the program in {where}".replace("`", "'"))


def _read_connection(
    entry: Connection, found: Chosen, actions: list[str], uses: dict[str, Use], *, asked: bool, read_only: bool
) -> None:
    """What a connection is for: its actions and kinds, else its scopes. All that is wrong is said at once.

    ``asked``: something else was chosen beside the connection.
    """
    where = f"of [connections.{shown(entry.name)}] in {entry.file}"
    meant = meant_by(entry)
    problems = list(meant.problems)
    if not (entry.actions or entry.kinds or entry.scopes or asked):
        problems.append(f"There are no actions, kinds or scopes {where}, so it does not say what it is for.")
    for doubt in meant.doubts:
        warn(doubt)
    if problems:
        raise ConfigError(problems)
    actions += [one.name for one in meant.actions if one.reads or not read_only]
    uses.update({one: Use(one) for one in meant.kinds if one not in uses})
    found.entry = entry
    found.words.append(f"the connection {quoted(entry.name)}")
    if asked or actions or uses:
        return
    found.fixed = entry.scopes if not read_only else tuple(_reading(entry.scopes))
    if not found.fixed:
        what = "No scope" if entry.scopes else "None of the actions"
        raise ConfigError([f"{what} {where} reads, so nothing is left with --read-only."])


def _reading(scopes: Iterable[str]) -> Iterator[str]:
    for scope in scopes:
        area, _, verb = scope.rpartition(".")
        if verb in ("READ", "ALL"):
            yield f"{area}.READ"


def check_names(actions: Iterable[str] = (), kinds: Iterable[str] = (), scopes: Iterable[str] = ()) -> None:
    """Raises BadParameter for actions, kinds and scopes that do not exist, all at once; warns of doubtful scopes."""
    problems: list[str] = []
    checks: tuple[tuple[str, Iterable[str], Callable[[str], object]], ...] = (
        ("--action", actions, action_named),
        ("--kind", kinds, kind_named_like),
        ("--scope", scopes, check_scope),
    )
    for option, names, find in checks:
        for name in names:
            try:
                find(name)
            except InputError as error:
                problems.append(f"{option}: {error}")
    for doubt in filter(None, map(doubt_of_scope, scopes)):
        warn(doubt)
    if problems:
        raise typer.BadParameter("\n".join(problems))


def require_agreement(field: str, option: str | None, said: str) -> None:
    """Raises BadParameter for an option that says something else than the connection."""
    if option is not None and said and tidy(field, option) != tidy(field, said):
        name = f"--{field.replace('_', '-')}"
        raise typer.BadParameter(f"{name} and the connection say different things.", param_hint=f"'{name}'")


def note(words: str) -> None:
    """A remark for people, beside the result."""
    say(f"note: {words}", sys.stderr)


def warn(words: str) -> None:
    """What may well go wrong."""
    say(f"warning: {words}", sys.stderr)


def note_narrow(scopes: Iterable[str]) -> None:
    """The warning about scopes that only operations name."""
    if names := ", ".join(scopes):
        warn(
            f"Zoho's catalogue of scopes does not list {names}; its operations name them. If the consent page refuses "
            "them, leave out --narrow."
        )
