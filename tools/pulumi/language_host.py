"""A Python language host for a Pulumi engine that was built from Go modules and therefore has none.

It answers what `pulumi preview`, `up`, `refresh`, `import` and `destroy` ask of a language host, and runs the program
with `run_program.py`. Only for machines without the official distribution; it is not part of the package.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from concurrent import futures
from contextlib import suppress
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import grpc
from google.protobuf import empty_pb2

# Only some of their messages are needed; the packages themselves take half a second.
for _name in ("pulumi", "pulumi.runtime", "pulumi.runtime.proto"):
    _spec = find_spec(_name)
    assert _spec is not None
    sys.modules[_name] = module_from_spec(_spec)

from pulumi.runtime.proto import language_pb2, language_pb2_grpc, plugin_pb2  # noqa: E402

PROGRAM_REPORTED_ITS_ERROR = 32
"""Exit code of `run_program.py` when the engine has been told what is wrong."""

SECONDS_BETWEEN_LOOKS = 1.0
"""How soon an engine that was killed is noticed."""


class LanguageHost(language_pb2_grpc.LanguageRuntimeServicer):
    """Answers the engine. One instance serves one command."""

    def __init__(self, engine_address: str) -> None:
        self.engine_address = engine_address
        self.program: subprocess.Popen[bytes] | None = None
        self.stopped = False

    def Handshake(self, request: Any, context: Any) -> Any:
        self.engine_address = request.engine_address
        return language_pb2.LanguageHandshakeResponse()

    def GetRequiredPackages(self, request: Any, context: Any) -> Any:
        return language_pb2.GetRequiredPackagesResponse()

    def GetRequiredPlugins(self, request: Any, context: Any) -> Any:
        return language_pb2.GetRequiredPluginsResponse()

    def GetPluginInfo(self, request: Any, context: Any) -> Any:
        return plugin_pb2.PluginInfo(version="3.259.0")

    def GetProgramDependencies(self, request: Any, context: Any) -> Any:
        return language_pb2.GetProgramDependenciesResponse()

    def About(self, request: Any, context: Any) -> Any:
        return language_pb2.AboutResponse(executable=sys.executable, version=sys.version.split()[0])

    def InstallDependencies(self, request: Any, context: Any) -> Any:
        return iter(())

    def RuntimeOptionsPrompts(self, request: Any, context: Any) -> Any:
        return language_pb2.RuntimeOptionsResponse()

    def Cancel(self, request: Any, context: Any) -> Any:
        return empty_pb2.Empty()

    def Run(self, request: Any, context: Any) -> Any:
        """Run the program to its end."""
        environment = {
            **os.environ,
            "PULUMI_CONFIG": json.dumps(dict(request.config)),
            "PULUMI_CONFIG_SECRET_KEYS": json.dumps(list(request.configSecretKeys)),
        }
        command = self._command(request)
        if not Path(command[0]).exists():
            words = f"there is no {command[0]}; Pulumi.yaml names this virtual environment: run `make setup`."
            return language_pb2.RunResponse(error=words)
        self.program = subprocess.Popen(command, cwd=request.pwd or None, env=environment)
        if self.stopped:  # while it was being started
            self.program.terminate()
        code = self.program.wait()
        if code == PROGRAM_REPORTED_ITS_ERROR:
            return language_pb2.RunResponse(bail=True)
        if code:
            return language_pb2.RunResponse(error=f"the program ended with exit code {code}")
        return language_pb2.RunResponse()

    def stop(self) -> None:
        """End a program that runs on without an engine to talk to."""
        self.stopped = True
        if self.program is not None and self.program.poll() is None:
            self.program.terminate()

    def _command(self, request: Any) -> list[str]:
        info = request.info
        settings = {
            "project": request.project,
            "stack": request.stack,
            "organization": request.organization,
            "parallel": request.parallel,
            "dry_run": request.dryRun,
            "monitor": request.monitor_address,
            "engine": self.engine_address,
        }
        runner = Path(__file__).with_name("run_program.py")
        program = Path(info.program_directory) / info.entry_point
        return [str(_python(info)), "-u", str(runner), json.dumps(settings), str(program)]


def _python(info: Any) -> Path:
    """The interpreter of the project's virtual environment, if it names one; else this one."""
    chosen = info.options.fields["virtualenv"].string_value
    return Path(info.root_directory) / chosen / "bin" / "python" if chosen else Path(sys.executable)


def main() -> None:
    """Serve until the engine says to stop. The first line on standard output is the port."""
    host = LanguageHost(sys.argv[-1] if len(sys.argv) > 1 else "")
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=4))
    language_pb2_grpc.add_LanguageRuntimeServicer_to_server(host, server)
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    print(port, flush=True)
    stopped: SimpleQueue[int] = SimpleQueue()  # an event takes a lock, which its waiter may hold as the signal comes
    # The engine ends its children with SIGINT; that is no error and nobody wants to read about it.
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.put(1))
    # An engine that was killed says nothing; this process then has another parent.
    engine = os.getppid()
    while os.getppid() == engine:
        with suppress(Empty):
            stopped.get(timeout=SECONDS_BETWEEN_LOOKS)
            break
    host.stop()
    server.stop(grace=None)


if __name__ == "__main__":
    main()
