"""As many notes as `BENCH_COUNT` says."""

import os

from note import Note

for number in range(int(os.environ["BENCH_COUNT"])):
    Note(f"note{number}", text=f"Note {number}")
