"""Made by `make generate` from kinds/email_template.py: change that, not this file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pulumi

from pulumi_zohodesk.dynamic import DeskResource, ends_the_program_plainly
from pulumi_zohodesk.kinds.email_template import KIND
from pulumi_zohodesk.resources._lookups import found, later

if TYPE_CHECKING:
    from pulumi_zohodesk.resources.department import Department
    from pulumi_zohodesk.resources.template_folder import TemplateFolder

__all__ = ["EmailTemplate", "EmailTemplateInfo", "get_email_template", "get_email_template_output"]


class EmailTemplate(DeskResource):
    """A text that agents and rules send. ``destroy`` deletes it."""

    KIND = KIND

    if TYPE_CHECKING:  # the SDK would evaluate them for every object: 2 ms each
        department_id: pulumi.Output[str]
        record_type: pulumi.Output[str]
        template_name: pulumi.Output[str]
        folder_id: pulumi.Output[str]
        subject: pulumi.Output[str]
        body: pulumi.Output[str | None]
        content_type: pulumi.Output[str]
        from_id: pulumi.Output[str]
        reply_to: pulumi.Output[str | None]
        category: pulumi.Output[str]

    def __init__(
        self,
        resource_name: str,
        *,
        department_id: pulumi.Input[str] | Department,
        record_type: pulumi.Input[Literal["tickets", "tasks", "contacts", "accounts", "products", "calls", "events"]],
        template_name: pulumi.Input[str],
        folder_id: pulumi.Input[str] | TemplateFolder,
        subject: pulumi.Input[str],
        content_type: pulumi.Input[Literal["plaintext", "richtext"]],
        from_id: pulumi.Input[str],
        body: pulumi.Input[str] | None = None,
        reply_to: pulumi.Input[str] | None = None,
        connection: pulumi.Input[str] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare an e-mail template (addTemplate, patchTemplate).

        Args:
            resource_name: the logical name in the program.
            department_id: the department; the resource or its id.
            record_type: the module that it is for; ``tickets`` or ``tasks`` or ``contacts`` or ``accounts`` or
                ``products`` or ``calls`` or ``events``.
            template_name: unique in the department and the module; at most 250 characters.
            folder_id: the folder, one of the same department; the resource or its id.
            subject: the subject; placeholders as ``${Cases.Subject}``; at most 1000 characters.
            content_type: plain text or HTML; ``plaintext`` or ``richtext``.
            from_id: the sender's e-mail address; at most 100 characters.
            body: the text; placeholders as ``${Cases.Subject}``; at most 64000 characters.
            reply_to: the address that answers go to; at most 100 characters.
            connection: a connection of ``zohodesk.toml`` in place of the stack's own; at most 100 characters.
            opts: Pulumi's resource options.
        """
        args = {key: value for key, value in locals().items() if key in KIND.by_snake}
        super().__init__(resource_name, args, opts)

    @classmethod
    def get(
        cls,
        resource_name: str,
        id: pulumi.Input[str],
        opts: pulumi.ResourceOptions | None = None,
        *,
        connection: pulumi.Input[str] | None = None,
    ) -> EmailTemplate:
        """Read an e-mail template that exists, without managing it (getTemplate)."""
        return cls._existing(resource_name, id, opts, connection)


@dataclass(frozen=True)
class EmailTemplateInfo:
    """An e-mail template, as getTemplates answers it."""

    id: str
    department_id: str
    record_type: str
    template_name: str
    folder_id: str | None
    subject: str | None
    body: str | None
    content_type: str | None
    from_id: str | None
    reply_to: str | None
    category: str | None


@ends_the_program_plainly
def get_email_template(
    *, department_id: str, record_type: str, template_name: str, connection: str | None = None
) -> EmailTemplateInfo:
    """The e-mail template of this natural key (getTemplates).

    Raises:
        InputError: there is none.
        AmbiguousMatch: there are several.
        Refused: the connection is not for that kind; nothing was sent.
    """
    return found(
        EmailTemplateInfo,
        KIND,
        {"departmentId": department_id, "recordType": record_type, "templateName": template_name},
        connection,
    )


def get_email_template_output(
    *,
    department_id: pulumi.Input[str],
    record_type: pulumi.Input[str],
    template_name: pulumi.Input[str],
    connection: str | None = None,
) -> pulumi.Output[EmailTemplateInfo]:
    """`get_email_template` for outputs."""
    return later(
        get_email_template,
        department_id=department_id,
        record_type=record_type,
        template_name=template_name,
        connection=connection,
    )
