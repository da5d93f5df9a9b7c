"""What the engine says of the mistakes of a first hour, as the one sentence that leads on."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from urllib.parse import unquote

_NO_TOKEN = "PULUMI_ACCESS_TOKEN must be set for login"
_CLOUD = (
    "PULUMI_BACKEND_URL names no store that is known without a token: set PULUMI_ACCESS_TOKEN for Pulumi's cloud, or "
    "correct it (file://, s3://, postgres://)."
)
_SENTENCES: Mapping[str, str] = {
    r"no Pulumi\.yaml project file found": (
        "There is no Pulumi project in {directory} or above it. Change to its folder, name it with --cwd, or make one: "
        "zohodesk init"
    ),
    _NO_TOKEN: (
        'Nothing says where the state is kept. Say it once, `pulumi login "file://$HOME"` for this machine, or name '
        "the store of your team in PULUMI_BACKEND_URL."
    ),
    r"unable to open state directory \"([^\"]+)\"": (
        "There is no folder {0}, where the state shall be kept. Make it, or name another place: PULUMI_BACKEND_URL, or "
        "`pulumi login`."
    ),
    r"unable to open state database \"[^\"]*\": ([^\n]+)": (
        "The database where the state is kept cannot be used: {0}. Start it, or correct PULUMI_BACKEND_URL."
    ),
    r"\.pulumi/meta\.yaml\".*get credentials": (
        "The store of the state asks for keys, and none is set: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or what "
        "your store has instead."
    ),
    r"read \"\.pulumi/meta\.yaml\":.*, ([^,\n]+)": (
        "The store of the state cannot be read: {0}. Correct PULUMI_BACKEND_URL, or the keys of the store."
    ),
    r"no stack selected": (
        "No stack is selected here. `pulumi stack ls` lists those that there are: choose one with "
        "`pulumi stack select NAME` or --stack, or make one with `pulumi stack init NAME`."
    ),
    r"no stack named '([^']*)' found": (
        "There is no stack {0} here. `pulumi stack ls` lists those that there are; `pulumi stack init {0}` makes it."
    ),
    r"passphrase must be set with": (
        "The stack keeps secrets under a passphrase, and none is given: set PULUMI_CONFIG_PASSPHRASE, or "
        "PULUMI_CONFIG_PASSPHRASE_FILE, to the one with which the stack was made."
    ),
    r"incorrect passphrase": (
        "The passphrase is not the one with which the stack was made: check PULUMI_CONFIG_PASSPHRASE and "
        "PULUMI_CONFIG_PASSPHRASE_FILE."
    ),
    r"No module named '?pulumi(?:_zohodesk)?(?![\w.])|Pulumi SDK has not been installed": (
        "The Python that runs the program does not have pulumi-zohodesk: activate the environment where it is "
        "installed, `. .venv/bin/activate`, or install it there."
    ),
}


_OURS = "Preview failed: "
_WHO = re.compile(r"(?<=://)(?<!file://)(?:\\.|[^\s\"'\\])*@")
"""Name and password in an address; what is not escaped in a password may be any sign."""
_QUERY = re.compile(r"(://[^\s\"'?]*)\?(?:\\.|[^\s\"'\\])*")
_PIECE = re.compile(r'(invalid (?:port|URL escape)) "(?:\\.|[^"\\])*"')
"""A piece of an address that cannot be read: of a password, where a sign in it is not escaped."""
_STORE = re.compile(r"\w+://(?:[^:]*:(?P<password>.*)@)?[^?]*(?:\?(?P<query>.*))?", re.DOTALL)


def without_passwords(words: str) -> str:
    """What the engine printed, which repeats the address of its store."""
    if store := _STORE.fullmatch(os.environ.get("PULUMI_BACKEND_URL", "").strip()):
        for secret in filter(None, (store["password"], unquote(store["password"] or ""), store["query"])):
            words = re.sub(rf"(?<!\w){re.escape(secret)}(?!\w)", "***", words)
    return _PIECE.sub(r"\1", _QUERY.sub(r"\1", _WHO.sub("", words)))


def explained(words: str, directory: str) -> str | None:
    """The sentence for what the engine printed; None for what is none of these."""
    if said := _of_the_plugin(words):
        return said
    if _NO_TOKEN in words and os.environ.get("PULUMI_BACKEND_URL"):
        return _CLOUD
    for pattern, sentence in _SENTENCES.items():
        if found := re.search(pattern, words):
            return sentence.format(*found.groups(), directory=directory)
    return None


def _of_the_plugin(words: str) -> str | None:
    """What our plugin said, each sentence once, where the engine says nothing else but that it failed."""
    said = [one.strip() for one in re.split(r"^error: ", words, flags=re.MULTILINE)]
    told = [one for one in said if one and one != "preview failed"]
    if not told or not all(one.startswith(_OURS) for one in told):
        return None
    return "\n".join(dict.fromkeys(one.removeprefix(_OURS) for one in told))
