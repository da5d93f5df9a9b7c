"""Commands that are never left behind: read to their end, told to stop once."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from pulumi_zohodesk.cli._exit import Stopped
from pulumi_zohodesk.cli.engine import _process as _process
from pulumi_zohodesk.cli.engine._process import Ran, captured, streamed, telling, terminable
from pulumi_zohodesk.cli.engine._run import _ended, _Shown
from tests.processes import wait_until

COUNTS = "import sys\nfor n in range(20000): print(n)\nsys.exit(3)"
WAITS = """
import signal, sys, time
told = []
signal.signal(signal.SIGINT, lambda *_: told.append(1))
print("ready", flush=True)
end = time.monotonic() + 60
while not told and time.monotonic() < end: time.sleep(0.01)
time.sleep(0.3)
print(len(told), flush=True)
"""


class Gone(io.StringIO):
    """A reader that goes away after a few lines, as `head` does."""

    def write(self, text):
        if self.tell() > 30:
            raise BrokenPipeError
        return super().write(text)


def python(text):
    return [sys.executable, "-c", text]


def test_output_that_nobody_reads_is_drained(tmp_path):
    ran = streamed(python(COUNTS), tmp_path, os.environ, Gone(), str)
    assert (ran.code, ran.unheard, ran.stopped) == (3, True, False)


def to_another_thread(number):
    """The waiting thread is not woken, as when a signal comes just before its wait begins."""
    signal.pthread_kill(threading.get_ident(), number)


@pytest.mark.parametrize("send", [lambda number: os.kill(os.getpid(), number), to_another_thread])
@pytest.mark.parametrize("numbers", [[signal.SIGINT], [signal.SIGTERM, signal.SIGTERM], [signal.SIGHUP]])
def test_a_signal_is_passed_on_once_and_the_end_is_waited_for(numbers, send, tmp_path, capsys):
    out = io.StringIO()

    def tell():
        wait_until(lambda: "ready" in out.getvalue())
        for number in numbers:
            send(number)

    threading.Thread(target=tell, daemon=True).start()
    ran = streamed(python(WAITS), tmp_path, os.environ, out, str)
    assert (ran.code, ran.stopped, out.getvalue()) == (0, True, "ready\n1\n")
    assert capsys.readouterr().err.count("Stopping") == 1


def test_a_signal_that_does_not_wake_the_wait_for_an_answer_is_passed_on(tmp_path):
    ready = tmp_path / "ready"

    def tell():
        wait_until(ready.exists)
        to_another_thread(signal.SIGTERM)

    threading.Thread(target=tell, daemon=True).start()
    began = time.monotonic()
    ran = captured(python(f"open({str(ready)!r}, 'w')\n{WAITS}"), tmp_path, os.environ)
    assert ran.stopped
    assert time.monotonic() - began < 30


def test_a_signal_that_comes_before_the_command_runs_reaches_it(tmp_path, monkeypatch):
    start = subprocess.Popen

    def started(*arguments, **options):
        os.kill(os.getpid(), signal.SIGINT)
        return start(*arguments, **options)

    monkeypatch.setattr(subprocess, "Popen", started)
    began = time.monotonic()
    ran = captured(python("import time; time.sleep(20)"), tmp_path, os.environ)
    assert ran.stopped
    assert time.monotonic() - began < 15


def test_the_signal_is_sent_before_anything_is_printed(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Gone("x" * 40))
    sys.stderr.seek(40)
    seen = []
    with telling("Stopping.", lambda told: seen.append(told.count)) as told:
        os.kill(os.getpid(), signal.SIGHUP)
        for _ in range(100):
            if told:
                break
            time.sleep(0.01)
    assert seen == [1]


def test_what_is_ignored_stays_ignored():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as under nohup
    try:
        with telling("Stopping.") as told, terminable("Stopped."):
            os.kill(os.getpid(), signal.SIGHUP)
            time.sleep(0.05)
        assert not told
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_terminated_command_says_what_had_happened():
    def ends():
        with terminable("Nothing was changed."):
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(1)

    with pytest.raises(Stopped, match="Nothing was changed"):
        ends()


def test_values_in_a_refusal_of_the_engine_are_cut_with_all_their_lines():
    shown = _Shown()
    lines = [
        " ~  pulumi-python:x a updating",
        "    pulumi-python:x a  error: resource a violates plan: properties changed: ~~about[{&{{first",
        "second line about pulumi second}}}!={&{{third}}}]",
        "  pulumi:pulumi:Stack second",
        "    second",
        "Diagnostics:",
        " ~  pulumi-python:dynamic/zohodesk:Agent jo **updating failed** [diff: ~about]; error: third",
        " +  pulumi-python:dynamic/zohodesk:Department b created (0.1s) third",
        "    + 1 created",
    ]
    kept = [one for one in map(shown, lines) if one is not None]
    assert kept[1] == "    pulumi-python:x a  error: resource a violates plan (its values are not shown)"
    assert kept[2:] == [
        "Diagnostics:",
        " ~  pulumi-python:dynamic/zohodesk:Agent jo **updating failed**",
        " +  pulumi-python:dynamic/zohodesk:Department b created",
        "    + 1 created",
    ]
    assert not any(word in "".join(kept) for word in ("first", "second", "third"))


def event(name: str, urn: str, op: str, **more: str) -> str:
    return json.dumps({name: {"metadata": {"urn": urn, "op": op, **more}}}, ensure_ascii=False)


def test_only_a_line_feed_ends_an_event(tmp_path):
    """The engine writes signs into its log that other readers take for the end of a line."""
    log = tmp_path / "events"
    log.write_text(event("resOutputsEvent", "a", "update", description="x\x85y\u2028z\x0c") + "\n", encoding="utf-8")
    ended = _ended(Ran(0), log)
    assert ended.done == {"a": frozenset({"update"})}
    assert ended.begun


UNSEEN = "expected resource operations for urn:pulumi:s::p::x::b c but none were seen"


def test_what_was_not_reached_is_not_told_as_a_mistake_of_its_own():
    shown = _Shown()
    lines = [
        f"    pulumi-python:x b c  error: {UNSEEN}",
        "    pulumi-python:x b c **failed** 1 error",
        " +  pulumi-python:x a **creating failed** error: No.",
        "  pulumi-python:x (b c):",
        f"    error: {UNSEEN}",
    ]
    assert [one for one in map(shown, lines) if one is not None] == [
        "    pulumi-python:x b c  nothing more was done",
        lines[2],
        lines[3],
        "    nothing more was done",
    ]


def diagnostic(message: str, severity: str = "error") -> str:
    return json.dumps({"diagnosticEvent": {"severity": severity, "message": f"{message}\n"}})


@pytest.mark.parametrize(
    ("events", "stopped", "strayed"),
    [
        ([diagnostic(UNSEEN)], False, True),
        ([diagnostic(UNSEEN), diagnostic("it waits", "debug")], False, True),
        ([diagnostic("resource a violates plan: x")], False, True),
        ([diagnostic("create is not allowed by the plan"), diagnostic("No.")], False, True),
        ([diagnostic(UNSEEN), event("resOpFailedEvent", "a", "update")], False, False),
        ([diagnostic(UNSEEN), diagnostic("Program exited with non-zero exit code: 1")], False, False),
        ([diagnostic(UNSEEN)], True, False),
        ([diagnostic(UNSEEN, "debug")], False, False),
    ],
)
def test_the_program_is_blamed_only_where_it_wants_something_else(tmp_path, events, stopped, strayed):
    log = tmp_path / "events"
    log.write_text("\n".join(events), encoding="utf-8")
    assert _ended(Ran(1, stopped=stopped), log).strayed is strayed


@pytest.mark.parametrize("op", ["same", "update"])
def test_what_needed_no_replacement_is_no_failure(tmp_path, op):
    log = tmp_path / "events"
    urn = UNSEEN.split("for ")[1].split(" but")[0]
    log.write_text("\n".join([event("resOutputsEvent", urn, op), diagnostic(UNSEEN)]), encoding="utf-8")
    ended = _ended(Ran(255), log)
    assert (ended.code, ended.strayed, ended.spared) == (0, False, {urn})
    log.write_text("\n".join([event("resOutputsEvent", urn, op), diagnostic(UNSEEN), diagnostic("No.")]))
    assert _ended(Ran(255), log).code == 255


def test_an_event_that_breaks_off_may_have_been_a_write(tmp_path):
    log = tmp_path / "events"
    log.write_text(event("resOutputsEvent", "a", "create")[:-20], encoding="utf-8")
    assert _ended(Ran(1), log).begun
    log.write_text("", encoding="utf-8")
    assert not _ended(Ran(1), log).begun
