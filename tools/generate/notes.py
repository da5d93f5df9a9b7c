"""The page on what is not known of the API: prose of ``api_notes.md`` here, tables from the open questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pulumi_zohodesk.questions import PROBES, QUESTIONS, REASONS, SAID, SWITCHLESS, Question

__all__ = ["notes"]

TEMPLATE = Path(__file__).with_name("api_notes.md")
HEAD = "| name | open question | the emulator | switch | probe |\n| --- | --- | --- | --- | --- |"


def notes() -> str:
    """docs/api-notes.md."""
    text = TEMPLATE.read_text(encoding="utf-8")
    for section in dict.fromkeys(one.section for one in SAID):
        rows = [_row(one) for one in SAID if one.section == section]
        text = text.replace(f"{{{{{section}}}}}", "\n".join([HEAD, *rows]))
    text = text.replace("{{counts}}", _counts())
    text = text.replace("{{switchless}}", "\n".join(_switchless()))
    return text.replace("{{relied}}", "\n".join(_relied())).replace("{{reasons}}", "\n".join(_reasons()))


def _counts() -> str:
    asked = [one for one in QUESTIONS if one.name in PROBES]
    both = sum(one.switched for one in asked)
    return (
        f"There are {len(SAID)} questions here. `zohodesk probe` asks an organisation {len(asked)}, the first for\n"
        f"each list, and says where it answers otherwise than the emulator. {both} have a switch: a test holds\n"
        "that their probes tell each way in which the emulator can be switched."
    )


def _row(question: Question) -> str:
    cells = (
        f"`{question.name}`",
        question.asks,
        question.emulator,
        question.switch or (question.no_switch and f"no: {question.no_switch}"),
        _probe(question),
    )
    return "| " + " | ".join(cells) + " |"


def _probe(question: Question) -> str:
    if question.no_probe:
        return f"no: {question.no_probe}"
    name = next(each.name for each in QUESTIONS if each.name.partition(".")[0] == question.name)
    probe = PROBES[name]
    return "`--write --departments`" if probe.departments else "`--write`" if probe.writes else "reads"


def _relied() -> Iterator[str]:
    for one in SAID:
        if one.relied:
            answers = " or ".join(f'"{each}"' for each in (one.expected, *one.safe))
            yield f"- `{one.name}`, {answers}: {one.relied}."


def _switchless() -> Iterator[str]:
    yield from ("| no switch | since |", "| --- | --- |")
    yield from (f"| {name} | {words} |" for name, words in SWITCHLESS.items())


def _reasons() -> Iterator[str]:
    yield from ("| no probe | since |", "| --- | --- |")
    yield from (f"| {name} | {words} |" for name, words in REASONS.items() if any(one.no_probe == name for one in SAID))
