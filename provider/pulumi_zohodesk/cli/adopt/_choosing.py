"""What the options of `cli/_options.py` say, together. Shared by ``scopes``, ``guide`` and ``doctor``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
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
    actions = [action_named(name).name for name in action or ()]
    if read_only and (writes := _writing(actions)):
        raise typer.BadParameter(f"--read-only and {writes} contradict each other: that changes something.")
    kinds = [kind_named_like(name) for name in kind or ()]
    choice = Choice(tuple(actions), tuple(map(Use, dict.fromkeys(kinds))), (), read_only, sign_in)
    found = Chosen(choice, words=[*actions, *kinds])
    if program is not None:
        _add_program(found, program)
    if connection is not None:
        _add_connection(found, connection_named(connection))
    return found


def _writing(actions: Iterable[str]) -> str:
    return ", ".join(name for name in actions if not action_named(name).reads)


def _add_program(found: Chosen, folder: Path) -> None:
    program = scan(folder)
    for doubt in program.doubts:
        note(doubt)
    uses = {use.kind: use for use in found.choice.uses}
    for use in program.uses.values():
        if use.kind not in uses:
            uses[use.kind] = use
        elif use.manages:
            # `--kind` stands for what happens by default.
            uses[use.kind] = Use(use.kind, removals=use.removals | Use(use.kind).default_removals)
    actions = dict.fromkeys((*found.choice.actions, *sorted(program.actions)))
    look_ups = tuple(sorted(program.look_ups))
    found.choice = replace(found.choice, actions=tuple(actions), uses=tuple(uses.values()), look_ups=look_ups)
    if found.choice.read_only and (writes := _writing(sorted(program.actions))):
        note(f"the program itself calls {writes}, in previews as well; what that needs is in the set.")
    where = "this folder" if folder == Path() else shown(str(folder))
    # What is between two of these signs would be taken for code.
    found.words.append(f"the program in {where}".replace("`", "'"))


def _add_connection(found: Chosen, entry: Connection) -> None:
    """What a connection is for: its actions and kinds, else its scopes. All that is wrong is said at once."""
    choice = found.choice
    asked = bool(choice.actions or choice.uses or choice.look_ups)
    where = f"of [connections.{shown(entry.name)}] in {entry.file}"
    meant = meant_by(entry)
    problems = list(meant.problems)
    if not (entry.actions or entry.kinds or entry.scopes or asked):
        problems.append(f"There are no actions, kinds or scopes {where}, so it does not say what it is for.")
    for doubt in meant.doubts:
        warn(doubt)
    if problems:
        raise ConfigError(problems)
    known = {use.kind for use in choice.uses}
    actions = (*choice.actions, *(action.name for action in meant.actions if action.reads or not choice.read_only))
    uses = (*choice.uses, *(Use(kind) for kind in dict.fromkeys(meant.kinds) if kind not in known))
    found.choice = replace(choice, actions=tuple(dict.fromkeys(actions)), uses=uses)
    found.entry = entry
    found.words.append(f"the connection {quoted(entry.name)}")
    if asked or actions or uses:
        return
    found.fixed = entry.scopes if not choice.read_only else tuple(_reading(entry.scopes))
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
