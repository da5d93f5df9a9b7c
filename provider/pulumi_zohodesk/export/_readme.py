"""What the reader of an export does next."""

from __future__ import annotations

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


def readme(organization: str, connection: str, *, hidden: bool) -> str:
    """The text; without a connection it says where to put the organisation's id."""
    settings = "" if connection else f"$ pulumi config set zohodesk:orgId {organization}\n"
    if hidden and not connection:
        settings += "$ pulumi config set zohodesk:hidePersonalData true\n"
    return _TEXT.format(organization=organization, stack=connection or "dev", settings=settings)
