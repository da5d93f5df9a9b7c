"""Reads a whole organisation, as `zohodesk export` does or with bare httpx; prints seconds, calls and peak memory.

    python reading.py ours|bare

The bare side fetches the same pages, as many at once, and keeps their rows.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx

AT_ONCE = 25
PAGES = {"departments": 200, "agents": 200, "skillTypes": 100, "roles": 500, "profiles": 250}
KINDS = ("Department", "Agent", "SkillType", "Skill", "Role", "Profile")
"""What these are, and what lies in each department."""
Rows = list[dict[str, Any]]


def ours() -> int:
    """Calls that the inventory took, the token left out."""
    from pulumi_zohodesk.engine import Session
    from pulumi_zohodesk.inventory import take
    from pulumi_zohodesk.kinds import KINDS as EVERY
    from pulumi_zohodesk.settings import resolve
    from pulumi_zohodesk.transport import client_for

    settings = resolve()
    session = Session(client_for(settings), settings, EVERY)
    session.organization()  # lets as many run at once as the edition allows
    found = take(session, kinds=KINDS)
    assert found.items("Agent")
    return session.client.calls - 1


def bare() -> int:
    """Calls that the same pages took."""
    root = os.environ["ZOHODESK_API_URL"]
    names = ("client_id", "client_secret", "refresh_token")
    form = {name: os.environ[f"ZOHODESK_{name.upper()}"] for name in names}
    calls = 0
    kept: list[Rows] = []
    with httpx.Client(base_url=f"{root}/api/v1", timeout=60) as http, ThreadPoolExecutor(AT_ONCE) as pool:
        token = http.post(f"{root}/oauth/v2/token", data={**form, "grant_type": "refresh_token"}).json()["access_token"]
        http.headers.update({"Authorization": f"Zoho-oauthtoken {token}", "orgId": os.environ["ZOHODESK_ORG_ID"]})

        def page(path: str, start: int, size: int, **more: str) -> Rows:
            answer = http.get(path, params={"from": start, "limit": size, **more})
            return answer.json()["data"] if answer.status_code == 200 else []

        def everything(path: str, size: int, **more: str) -> Rows:
            nonlocal calls
            rows: Rows = []
            while True:
                found = page(path, len(rows), size, **more)
                calls += 1
                rows += found
                if len(found) < size:
                    return rows

        lists = {path: pool.submit(everything, path, size) for path, size in PAGES.items()}
        departments = lists["departments"].result()
        skills = [pool.submit(everything, "skills", 100, departmentId=department["id"]) for department in departments]
        kept += [one.result() for one in (*lists.values(), *skills)]
    assert kept
    return calls


def main() -> None:
    side = {"ours": ours, "bare": bare}[sys.argv[1]]
    started = time.perf_counter()
    calls = side()
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "calls": calls, "megabytes": memory}))


if __name__ == "__main__":
    main()
