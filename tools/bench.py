"""`make bench`: our time per resource against a trivial dynamic resource, on the real engine, in the same run.

    python tools/bench.py [--count 300] [--json]

`up`, a preview without changes, and a refresh; checkpoints are skipped, since they are the engine's own and would hide
both sides. A command of no resources is measured as well and taken off, so that the figures are per resource. What
`up` must send at least, a look-up and a create for each agent, is sent once more by bare httpx, four at a time, and
added to the floor: a trivial resource talks to nobody. A first adoption is measured at two sizes: an object of the
larger must not take much longer.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
from rich.console import Console
from rich.table import Table

from pulumi_zohodesk.cli._main import COMMANDS as COMMAND_TREE

BIN = Path(sys.executable).parent
PROGRAMS = Path(__file__).parent / "bench_programs"
COMMANDS = {
    "up": ("up", "--yes", "--skip-preview"),
    "preview": ("preview",),
    "refresh": ("refresh", "--yes", "--skip-preview"),
}
AIM = 1.15
SIZES = (500, 2000)
GROWTH = 1.3
"""The most that an object of the larger adoption may take, against one of the smaller."""

Times = dict[str, float]


def main() -> int:
    """Measure both sides and print their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=300, help="resources on each side (default 300)")
    parser.add_argument("--agents", type=int, default=5000, help="agents of the organisation that is read whole")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--start", action="store_true", help="only how fast commands start")
    options = parser.parse_args()
    if options.start:
        start = start_up()
        print(json.dumps(start, indent=2)) if options.json else tell_start(start)
        return 0
    with tempfile.TemporaryDirectory(prefix="zohodesk-bench-") as folder, emulator(Path(folder)) as service:
        floor = per_resource(PROGRAMS / "trivial", Path(folder), {}, options.count)
        ours = per_resource(PROGRAMS / "ours", Path(folder), service, options.count)
        calls = {"up": bare_calls(service, options.count), "preview": 0.0, "refresh": 0.0}
    ratios = {name: ours[name] / (floor[name] + calls[name]) for name in COMMANDS}
    adoption = {str(size): adopting(size) for size in SIZES}
    start = start_up()
    reading = read_all(options.agents)
    if options.json:
        print(
            json.dumps(
                {
                    "count": options.count,
                    "trivial": floor,
                    "calls": calls,
                    "ours": ours,
                    "ratio": ratios,
                    "adoption": adoption,
                    "start": start,
                    "reading": reading,
                },
                indent=2,
            )
        )
    else:
        show(options.count, floor, calls, ours, ratios)
        tell_reading(reading, options.agents)
        tell_adoption(adoption)
        tell_start(start)
    return 0


def adopting(count: int) -> float:
    """Seconds per object of `zohodesk adopt` for a stack that has nothing, of so many agents that are there."""
    with tempfile.TemporaryDirectory(prefix="zohodesk-bench-") as folder, emulator(Path(folder)) as service:
        limits = {"prod": {"limits": {"seats": count + 1, "credits": 100_000_000}}}
        httpx.post(f"{service['ZOHODESK_API_URL']}/_emulator/seed", json=limits, timeout=300).raise_for_status()
        bare_calls(service, count, "agent{}@example.com")
        with stack_of(PROGRAMS / "ours", Path(folder) / "adopting", service, count) as (stack, environment):
            started = time.perf_counter()
            own = ("--cwd", str(PROGRAMS / "ours"), "--stack", stack, "--json")
            done = subprocess.run(
                [str(BIN / "zohodesk"), "adopt", *own], env=environment, capture_output=True, text=True, check=True
            )
            seconds = time.perf_counter() - started
    adopted = len(json.loads(done.stdout)["adopted"])
    if adopted != count:
        raise SystemExit(f"{adopted} of {count} objects were adopted.")
    return seconds / count


def tell_adoption(found: Mapping[str, float]) -> None:
    """The figures of a first adoption, in a sentence."""
    small, large = (found[str(size)] for size in SIZES)
    Console().print(
        f"A first adoption: {small * 1000:.1f} ms per object of {SIZES[0]}, {large * 1000:.1f} ms of {SIZES[1]}: "
        f"{large / small:.2f} times as much; the aim is at most {GROWTH}."
    )


def read_all(agents: int) -> dict[str, Times]:
    """Seconds, calls and megabytes of reading a whole organisation for an export, and of the same pages by httpx."""
    size = {"departments": 40, "agents": agents, "skill_types": 1, "skills": 10}
    with tempfile.TemporaryDirectory(prefix="zohodesk-bench-") as folder, emulator(Path(folder)) as service:
        seed = f"{service['ZOHODESK_API_URL']}/_emulator/seed"
        httpx.post(seed, json={"prod": {"generate": size}}, timeout=300).raise_for_status()
        found = {}
        for side in ("bare", "ours"):
            command = [sys.executable, str(PROGRAMS / "reading.py"), side]
            done = subprocess.run(command, env={**os.environ, **service}, capture_output=True, text=True, check=True)
            found[side] = json.loads(done.stdout)
    found["ratio"] = {name: found["ours"][name] / found["bare"][name] for name in found["bare"]}
    return found


def tell_reading(found: Mapping[str, Times], agents: int) -> None:
    """The figures of reading everything, in a sentence."""
    bare, ours, ratio = (found[name] for name in ("bare", "ours", "ratio"))
    Console().print(
        f"Reading {agents} agents and all the rest for an export, against the same pages by httpx: "
        f"{ours['seconds']:.2f} s against {bare['seconds']:.2f} s ({ratio['seconds']:.2f}), "
        f"{ours['calls']:.0f} calls against {bare['calls']:.0f}, "
        f"{ours['megabytes']:.0f} MB against {bare['megabytes']:.0f} MB ({ratio['megabytes']:.2f})."
    )


def start_up(times: int = 7) -> dict[str, Times]:
    """Seconds of commands that need no engine, and of a Python that imports httpx and pydantic: medians, by turns.

    As where users have it: compiled, and without click, which the tools of a developer bring and httpx would load.
    """
    zohodesk = str(BIN / "zohodesk")
    without_click = "import sys; sys.modules['click'] = None; import httpx, pydantic"
    commands = {
        "imports": [sys.executable, "-c", without_click],
        "--version": [zohodesk, "--version"],
        "--help": [zohodesk, "--help"],
        "scopes": [zohodesk, "scopes", "--kind", "Agent"],
        "call --dry-run": [zohodesk, "call", "departments.list", "--dry-run"],
    }
    commands |= {f"{name} --help": [zohodesk, name, "--help"] for name in COMMAND_TREE}
    commands["a completion"] = [zohodesk]
    words = {"_ZOHODESK_COMPLETE": "complete_bash", "COMP_WORDS": "zohodesk adopt --on", "COMP_CWORD": "2"}
    names = ("CLIENT_ID", "CLIENT_SECRET", "REFRESH_TOKEN", "ORG_ID")
    environment = {**os.environ, **{f"ZOHODESK_{name}": "1" for name in names}}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory(prefix="zohodesk-bench-") as folder:  # no project: its files would be read
        for turn in range(times + 1):
            for name, command in commands.items():
                more = words if name == "a completion" else {}
                started = time.perf_counter()
                done = subprocess.run(
                    command, env={**environment, **more}, cwd=folder, capture_output=True, check=False
                )
                if turn:  # the first compiles
                    seconds[name].append(time.perf_counter() - started)
                if done.returncode:
                    raise SystemExit(f"zohodesk {name} failed: {done.stderr.decode()}")
    medians = {name: statistics.median(found) for name, found in seconds.items()}
    return {"seconds": medians, "ratio": {name: value / medians["imports"] for name, value in medians.items()}}


def tell_start(found: Mapping[str, Times]) -> None:
    """The figures of starting as a table."""
    seconds, ratio = found["seconds"], found["ratio"]
    title = f"Starting, against importing httpx and pydantic ({seconds['imports'] * 1000:.0f} ms); the aim is 1.5"
    table = Table("zohodesk", "ms", "ratio", title=title)
    for name in list(seconds)[1:]:
        table.add_row(name, f"{seconds[name] * 1000:.0f}", f"{ratio[name]:.2f}")
    Console().print(table)


def show(count: int, floor: Times, calls: Times, ours: Times, ratios: Times) -> None:
    """The figures as a table."""
    heads = ("command", "trivial", "bare calls", "ours", "ours / (trivial + calls)")
    table = Table(*heads, title=f"Milliseconds per resource, {count} resources")
    for name in COMMANDS:
        figures = (f"{side[name] * 1000:.1f}" for side in (floor, calls, ours))
        table.add_row(name, *figures, f"{ratios[name]:.2f}")
    Console().print(table)
    Console().print(f"The aim is a ratio of at most {AIM}.")


def per_resource(program: Path, folder: Path, variables: Mapping[str, str], count: int) -> Times:
    """Seconds per resource of each command, the cost of an empty program taken off."""
    empty = measure(program, folder / f"{program.name}-empty", variables, 0)
    full = measure(program, folder / f"{program.name}-full", variables, count)
    return {name: (full[name] - empty[name]) / count for name in COMMANDS}


def bare_calls(service: Mapping[str, str], count: int, address: str = "bare{}@example.com") -> float:
    """Seconds per agent of one look-up and one create by bare httpx, four at a time."""
    root = service["ZOHODESK_API_URL"]
    form = {key: service[f"ZOHODESK_{key.upper()}"] for key in ("client_id", "client_secret", "refresh_token")}
    with httpx.Client(base_url=f"{root}/api/v1", timeout=60) as http, ThreadPoolExecutor(4) as pool:
        answer = http.post(f"{root}/oauth/v2/token", data={**form, "grant_type": "refresh_token"}).json()
        http.headers["Authorization"] = f"Zoho-oauthtoken {answer['access_token']}"
        http.headers["orgId"] = service["ZOHODESK_ORG_ID"]
        home = http.get("/departments").json()["data"][0]["id"]

        def one(number: int) -> None:
            email = address.format(number)
            http.get(f"/agents/email/{email}").raise_for_status()
            body = {"lastName": "Bare", "emailId": email, "rolePermissionType": "AgentPublic"}
            http.post("/agents", json={**body, "associatedDepartmentIds": [home]}).raise_for_status()

        started = time.perf_counter()
        list(pool.map(one, range(count)))
        return (time.perf_counter() - started) / count


def measure(program: Path, home: Path, variables: Mapping[str, str], count: int) -> Times:
    """Seconds of each command on a new stack."""
    with stack_of(program, home, {"PULUMI_SKIP_CHECKPOINTS": "true", **variables}, count) as (stack, environment):
        return {name: pulumi(program, environment, *command, "--stack", stack) for name, command in COMMANDS.items()}


@contextmanager
def stack_of(
    program: Path, home: Path, variables: Mapping[str, str], count: int
) -> Iterator[tuple[str, dict[str, str]]]:
    """A new stack, with the environment of its commands."""
    (home / "backend").mkdir(parents=True)
    environment = {
        **os.environ,
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "PULUMI_BACKEND_URL": f"file://{home / 'backend'}",
        "PULUMI_CONFIG_PASSPHRASE": "bench",
        "PULUMI_SKIP_UPDATE_CHECK": "true",
        "BENCH_COUNT": str(count),
        **variables,
    }
    stack = f"bench-{os.getpid()}-{count}"
    settings = program / f"Pulumi.{stack}.yaml"
    try:
        pulumi(program, environment, "stack", "init", stack)
        yield stack, environment
    finally:
        settings.unlink(missing_ok=True)


def pulumi(program: Path, environment: Mapping[str, str], *arguments: str) -> float:
    """Seconds of one command. Its words are shown only when it fails."""
    command = [str(BIN / "pulumi"), *arguments, "--non-interactive", "--color", "never"]
    started = time.perf_counter()
    done = subprocess.run(command, cwd=program, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"pulumi {arguments[0]} failed:\n{done.stdout}\n{done.stderr}")
    return time.perf_counter() - started


@contextmanager
def emulator(folder: Path) -> Iterator[dict[str, str]]:
    """A fresh emulator in a process of its own; gives its variables."""
    file = folder / "emulator.env"
    command = [str(BIN / "zohodesk"), "emulator", "--port", "0", "--env-file", str(file)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        yield {**wait_for(file, process), "ZOHODESK_CACHE_DIR": str(folder / "cache")}
    finally:
        process.terminate()
        process.wait(timeout=10)


def wait_for(file: Path, process: subprocess.Popen[str]) -> dict[str, str]:
    """The variables of the emulator, which writes them once it serves."""
    for _ in range(300):
        if process.poll() is not None:
            raise SystemExit(f"The emulator did not start: {process.stderr.read() if process.stderr else ''}")
        if file.exists():
            return dict(line.split("=", 1) for line in file.read_text(encoding="utf-8").splitlines() if "=" in line)
        time.sleep(0.1)
    raise SystemExit("The emulator did not start within 30 seconds.")


if __name__ == "__main__":
    sys.exit(main())
