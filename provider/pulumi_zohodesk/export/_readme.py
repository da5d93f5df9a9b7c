"""What the reader of an export does next."""

from __future__ import annotations

from collections.abc import Sequence

from pulumi_zohodesk.inventory import Gap

__all__ = ["readme"]

_TEXT = """\
# A help desk as code

`zohodesk export` wrote this from organisation {organization}. Nothing is managed yet; take it under management with:

```console
$ pulumi stack init {stack}
{settings}$ PULUMI_SKIP_CHECKPOINTS=true pulumi import --file import.json --generate-code=false --protect=false
$ pulumi preview --refresh --expect-no-changes
$ rm import.json
```

The preview shows nothing: program and organisation are the same. From here on, change the program.

- With `PULUMI_SKIP_CHECKPOINTS` the state is written once, at the end of the import; without, once for each object,
  which takes minutes for thousands. An import that was interrupted is run again, after `pulumi cancel --yes`. Do not
  set it for `pulumi up`: a crash would forget what was written. PowerShell has no such prefix: leave it out there.
- `import.json` holds names, addresses and numbers of people as they are. It is needed once, and git ignores it.
- In another, empty organisation `pulumi up` creates all of this, save for what lies in a disabled department: Zoho Desk
  takes nothing new there. `zohodesk clone` does that in two passes.
- What the export left out by its options is looked up by name in every run.
- `pip install pulumi-zohodesk` brings what the program imports.
"""
_GAPS = """
## What is not here

The token of the export could not see all of the organisation. What is missing is not known to be absent; references to
it stand here by its id.

"""


def readme(organization: str, connection: str, *, hidden: bool, gaps: Sequence[Gap] = ()) -> str:
    """The text, with what could not be seen; without a connection it says where to put the organisation's id."""
    settings = "" if connection else f"$ pulumi config set zohodesk:orgId {organization}\n"
    if hidden and not connection:
        settings += "$ pulumi config set zohodesk:hidePersonalData true\n"
    text = _TEXT.format(organization=organization, stack=connection or "dev", settings=settings)
    return text + (_GAPS + "".join(f"- {_words(gap)}\n" for gap in gaps) if gaps else "")


def _words(gap: Gap) -> str:
    where = f' of the department "{" ".join(gap.home[-1].split())}"' if gap.home else ""
    return f"{gap.kind}{where}: {' '.join(gap.reason.split())}"
