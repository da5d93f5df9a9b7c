"""What the reader of an export does next."""

from __future__ import annotations

from collections.abc import Sequence

from pulumi_zohodesk.inventory import Gap

_TEXT = """\
# A help desk as code

`zohodesk export` wrote this from organisation {organization}. Nothing is managed yet; take it under management, in this
folder, with:

```console
$ pip install -r requirements.txt
$ pulumi stack init {stack}
{settings}$ zohodesk adopt --file import.json
$ zohodesk preview
$ rm import.json
```

The preview shows nothing: program and organisation are the same. From here on, change the program.

- `adopt` changes nothing in Zoho Desk. One that was interrupted is run again, after `pulumi cancel --yes`.
- `import.json` holds names, addresses and numbers of people as they are. It is needed once, and git ignores it, as it
  does saved plans and the snapshots in `.zohodesk`, which hold such values too.
- In another, empty organisation `zohodesk adopt` takes what comes with Zoho Desk (its default department, and what else
  is named alike), then `pulumi up` creates the rest, save for what lies in a disabled department: Zoho Desk takes
  nothing new there. `zohodesk clone` does all that by itself.
- What the export left out by its options is looked up by name in every run.
"""
_GAPS = """
## What is not here

The token of the export could not see all of the organisation. What is missing is not known to be absent; references to
it stand here by its id.

"""
_SECRETS = """
## Secrets

Zoho Desk tells these to nobody. Set each before `adopt`; the first `zohodesk up` sends them, which its preview shows.
Where one is not known and shall stay as it is, take its line out of the program instead.

```console
{lines}
```
"""


def readme(
    organization: str, connection: str, *, hidden: bool, gaps: Sequence[Gap] = (), secrets: Sequence[str] = ()
) -> str:
    """The text, with what could not be seen; without a connection it says where to put the organisation's id."""
    settings = "" if connection else f"$ pulumi config set zohodesk:orgId {organization}\n"
    if hidden and not connection:
        settings += "$ pulumi config set zohodesk:hidePersonalData true\n"
    text = _TEXT.format(organization=organization, stack=connection or "dev", settings=settings)
    if secrets:
        text = text.replace("The preview shows nothing:", "The preview shows nothing but secrets:")
        text += _SECRETS.format(lines="\n".join(f"$ pulumi config set --secret {name}" for name in secrets))
    return text + (_GAPS + "".join(f"- {_words(gap)}\n" for gap in gaps) if gaps else "")


def _words(gap: Gap) -> str:
    where = f' of the department "{" ".join(gap.home[-1].split())}"' if gap.home else ""
    return f"{gap.kind}{where}: {' '.join(gap.reason.split())}"
