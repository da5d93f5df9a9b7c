"""Run one Pulumi program for `language_host.py`: argument 1 the settings as JSON, argument 2 the program's path."""

from __future__ import annotations

import asyncio
import json
import os
import runpy
import signal
import sys
import traceback
from pathlib import Path

import pulumi
import pulumi.runtime

FAILED = 1
REPORTED = 32


def main() -> int:
    """Returns 0, or 32 when the engine was told what went wrong."""
    pulumi.runtime.configure(pulumi.runtime.Settings(**json.loads(sys.argv[1])))
    program = Path(sys.argv[2])
    sys.argv = [str(program)]
    sys.path.insert(0, str(program if program.is_dir() else program.parent))
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        loop.run_until_complete(pulumi.runtime.run_in_stack(lambda: _run(program)))
    except pulumi.RunError as error:
        pulumi.log.error(str(error))
        return REPORTED
    except Exception as error:
        pulumi.log.error(_words(error))
        return REPORTED
    return 0


def _run(program: Path) -> None:
    runpy.run_path(str(program), run_name="__main__")


def _words(error: Exception) -> str:
    """The program's own frames; those of this runner help nobody."""
    frames = traceback.extract_tb(error.__traceback__)
    runners = (__file__, "runpy", f"{os.sep}asyncio{os.sep}", f"{os.sep}pulumi{os.sep}runtime{os.sep}")
    own = [frame for frame in frames if not any(runner in frame.filename for runner in runners)]
    lines = traceback.format_list(own)
    head = "Program failed with an unhandled exception:\n"
    return head + "".join(lines) + "".join(traceback.format_exception_only(error))


if __name__ == "__main__":
    # Ctrl-C goes to the whole process group; the engine decides when the program ends, so that running
    # operations are recorded.
    signal.signal(signal.SIGINT, lambda *_: os._exit(REPORTED))
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
