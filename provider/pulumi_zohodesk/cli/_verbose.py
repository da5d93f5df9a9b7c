"""``zohodesk --verbose``: the requests of this process, a line each on stderr."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from pulumi_zohodesk.transport import REQUESTS

__all__ = ["requests_shown"]


@contextmanager
def requests_shown() -> Iterator[None]:
    """In the block, each request is told: method, path, status, credits, milliseconds; no header, body or query.

    Those of the engine's plugin are not: it is another process.
    """
    log = logging.getLogger(REQUESTS)
    level, handler = log.level, logging.StreamHandler(sys.stderr)
    log.addHandler(handler)
    log.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        log.setLevel(level)
        log.removeHandler(handler)
