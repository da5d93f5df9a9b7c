"""What is secret of the object that calls are about: the service's own words could repeat it."""

from __future__ import annotations

from contextvars import ContextVar

SECRET_AT_HAND: ContextVar[frozenset[str]] = ContextVar("secret_at_hand", default=frozenset())
"""Wire names of secret fields. While there are any, errors do not repeat what the service says."""
