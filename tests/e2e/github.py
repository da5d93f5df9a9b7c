"""Stands in for `gh`: it knows the commands and options that the real one has, no others, and keeps issues in a file.

Issue 3 is of a person who gave it the same label.
"""

import json
import os
import sys
from pathlib import Path

NOTES = Path(os.environ["GH_NOTES"])
MINE = '[.[] | select(.body | startswith("<!-- zohodesk drift -->"))][0].number // empty'
LONGEST = 65_536
OPTIONS = {
    "pr comment": ({"--body-file"}, {"--edit-last", "--create-if-none"}),
    "issue list": ({"--label", "--app", "--state", "--json", "--jq"}, set()),
    "issue create": ({"--title", "--label", "--body-file"}, set()),
    "issue edit": ({"--body-file"}, set()),
    "issue close": ({"--comment"}, set()),
    "label create": ({"--color"}, {"--force"}),
}
NUMBERED = ("pr comment", "issue edit", "issue close", "label create")


def parsed(command: str, words: list[str]) -> tuple[list[str], dict[str, str]]:
    valued, bare = OPTIONS[command]
    places, options = [], {}
    rest = iter(words)
    for word in rest:
        if word in valued:
            options[word] = next(rest)
        elif word in bare:
            options[word] = ""
        elif word.startswith("-"):
            sys.exit(f"unknown flag: {word}")
        else:
            places.append(word)
    if len(places) != (command in NUMBERED):
        sys.exit(f"{command} takes other arguments than {places}")
    return places, options


def body(options: dict[str, str]) -> str:
    text = Path(options["--body-file"]).read_text()
    if not text or len(text) > LONGEST:
        sys.exit(f"GraphQL: Body is too long (maximum is {LONGEST} characters)")
    (NOTES / "body").write_text(text)
    return text


def main(command: str, words: list[str]) -> None:
    places, options = parsed(command, words)
    file = NOTES / "github.json"
    known = json.loads(file.read_text()) if file.exists() else {"labels": [], "issues": {"3": {"body": "x", "app": ""}}}
    issues = known["issues"]
    if command == "issue list":
        if options["--jq"] != MINE or options["--json"] != "number,body" or options["--state"] != "open":
            sys.exit("This stand-in knows one question only.")
        mine = [number for number, one in issues.items() if one["app"] == options.get("--app", one["app"])]
        print(next((number for number in mine if issues[number]["body"].startswith(MINE.split('"')[1])), ""))
    elif command == "issue create":
        if options["--label"] not in known["labels"]:
            sys.exit(f"could not add label: '{options['--label']}' not found")
        issues[str(4 + len(issues))] = {"body": body(options), "app": "github-actions"}
    elif command == "issue edit":
        issues[places[0]]["body"] = body(options)
    elif command == "issue close":
        del issues[places[0]]
    elif command == "label create":
        known["labels"].append(places[0])
    else:
        body(options)
    file.write_text(json.dumps(known))


if not os.environ.get("GH_TOKEN"):
    sys.exit("To use GitHub CLI in a GitHub Actions workflow, set the GH_TOKEN environment variable.")
with (NOTES / "calls").open("a") as calls:
    calls.write(" ".join(sys.argv[1:4]) + "\n")
main(" ".join(sys.argv[1:3]), sys.argv[3:])
