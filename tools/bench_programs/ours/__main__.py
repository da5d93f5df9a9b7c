"""As many agents as `BENCH_COUNT` says, in one department."""

import os

import pulumi_zohodesk as desk

home = desk.Department("home", name=f"Benchmark of {os.environ['BENCH_COUNT']}")
for number in range(int(os.environ["BENCH_COUNT"])):
    desk.Agent(
        f"agent{number}",
        last_name=f"Number {number}",
        email_id=f"agent{number}@example.com",
        role_permission_type="AgentPublic",
        associated_department_ids=[home],
    )
