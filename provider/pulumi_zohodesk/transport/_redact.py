"""Keeps secrets out of text that comes from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from pulumi_zohodesk.settings import Secret

_TOKEN = re.compile(r"\b1\d{3}\.[0-9A-Za-z]+\.[0-9A-Za-z]+")
_HEADER = re.compile(r"(Zoho-oauthtoken|Bearer)\s+\S+", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")
_LONGEST = 300


_TELLING = 16
"""Characters from which on a part of a token is hidden alone; shorter ones, as the ``1000`` it begins with, are not."""


def _parts(secret: str) -> list[str]:
    """A secret, what follows its first dot, and its parts: servers echo tokens in pieces as well. Longest first."""
    pieces = {secret.partition(".")[2], *secret.split(".")}
    long = sorted((piece for piece in pieces if len(piece) >= _TELLING), key=len, reverse=True)
    return [secret, *long] if secret else []


class Redactor:
    """Makes foreign words fit to be shown: no secret, no control character, not longer than a paragraph."""

    def __init__(self, secrets: Callable[[], Iterable[Secret]]) -> None:
        self._secrets = secrets

    def __call__(self, text: object) -> str:
        """The text, with everything that is or looks like a token taken out."""
        words = _UNPRINTABLE.sub(" ", str(text)).strip()
        for secret in self._secrets():
            for part in _parts(secret.reveal()):
                words = words.replace(part, "[hidden]")
        words = _HEADER.sub("[hidden]", _TOKEN.sub("[hidden]", words))
        return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
