"""Methods of ``client().tickets``. Made by `make generate`: change the table, not this file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from pulumi_zohodesk.actions._group import LEFT_OUT, Answer, Group, LeftOut, Row, Rows

__all__ = ["Tickets"]


class Tickets(Group):
    """Actions of the group tickets."""

    def create(
        self,
        *,
        contact_id: str,
        department_id: str,
        account_id: str | None = None,
        assignee_id: str | LeftOut | None = LEFT_OUT,
        blueprint: Mapping[str, Any] | None = None,
        category: str | LeftOut | None = LEFT_OUT,
        cf: Mapping[str, Any] | LeftOut | None = LEFT_OUT,
        channel: str | LeftOut | None = LEFT_OUT,
        classification: str | LeftOut | None = LEFT_OUT,
        cloned_ticket_id: str | None = None,
        contact: Mapping[str, Any] | None = None,
        custom_fields: Mapping[str, Any] | LeftOut | None = LEFT_OUT,
        description: str | LeftOut | None = LEFT_OUT,
        due_date: str | LeftOut | None = LEFT_OUT,
        email: str | LeftOut | None = LEFT_OUT,
        entity_skills: Sequence[str] | None = None,
        language: str | LeftOut | None = LEFT_OUT,
        layout_id: str | None = None,
        parent_ticket: Mapping[str, Any] | None = None,
        phone: str | None = None,
        priority: str | LeftOut | None = LEFT_OUT,
        product_id: str | LeftOut | None = LEFT_OUT,
        resolution: str | None = None,
        response_due_date: Literal["null"] | None = None,
        secondary_contacts: Sequence[str] | None = None,
        shared_departments: Sequence[str] | None = None,
        source_ticket: Mapping[str, Any] | None = None,
        status: str | None = None,
        sub_category: str | LeftOut | None = LEFT_OUT,
        subject: str | None = None,
        team_id: str | None = None,
        ticket_creation_type: Literal["sendAsEmail", "clone"] | None = None,
        uploads: Sequence[str] | None = None,
        web_url: str | None = None,
    ) -> Answer:
        """Create a ticket in a department, for a contact (createTicket).

        Costs 1 credit. Needs one of the scopes Desk.tickets.CREATE; the permission Tickets: Create; data
        sharing 'public' for records of others.

        Args:
            contact_id: contact, the person who asks; id.
            department_id: department; id.
            account_id: account, the organisation a contact belongs to; id.
            assignee_id: agent who works on the ticket; id; None clears it.
            blueprint: blueprint that the ticket runs through; free keys.
            category: category, as the layout lists them; None clears it.
            cf: own fields by their API names, as cf_number; free keys; None clears it.
            channel: how the ticket came, such as Email, Phone or Web; None clears it.
            classification: classification, such as Question, Problem or Feature; None clears it.
            cloned_ticket_id: ticket that this one is a copy of; id.
            contact: person who asks, made along with the ticket where there is no contact yet; keys email
                (required), lastName (required), firstName.
            custom_fields: own fields by their labels; cf has them by API name, and is the newer way; free keys;
                None clears it.
            description: description; at most 65535 characters; None clears it.
            due_date: until when it must be resolved, ISO 8601 in UTC, as 2026-03-01T09:30:00.000Z; at most 100
                characters; None clears it.
            email: e-mail address; at most 150 characters; None clears it.
            entity_skills: skills that the ticket needs; ids; at most 10 entries.
            language: language, as English; None clears it.
            layout_id: layout of the record's fields; id.
            parent_ticket: ticket that this one belongs to; keys id.
            phone: telephone number.
            priority: priority, such as High, Medium or Low; None clears it.
            product_id: product that the ticket is about; id; None clears it.
            resolution: how it was resolved; at most 65535 characters.
            response_due_date: until when the customer must be answered; it can only be taken away, by the text
                null; one of null.
            secondary_contacts: further contacts who are kept informed; ids; at most 20 entries.
            shared_departments: departments that may see the ticket as well; at most 10 entries.
            source_ticket: locked ticket that this one follows up; keys id (required).
            status: status, as the layout lists them, such as Open, On Hold, Escalated or Closed.
            sub_category: category within the category; None clears it.
            subject: what it is about, in a line; at most 1000 characters.
            team_id: team that works on the ticket; id.
            ticket_creation_type: what the ticket is made as; one of sendAsEmail, clone.
            uploads: files that were uploaded before; ids.
            web_url: address of the ticket in the web interface; at most 5000 characters.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "tickets.create",
            {
                "contactId": contact_id,
                "departmentId": department_id,
                "accountId": account_id,
                "assigneeId": assignee_id,
                "blueprint": blueprint,
                "category": category,
                "cf": cf,
                "channel": channel,
                "classification": classification,
                "clonedTicketId": cloned_ticket_id,
                "contact": contact,
                "customFields": custom_fields,
                "description": description,
                "dueDate": due_date,
                "email": email,
                "entitySkills": entity_skills,
                "language": language,
                "layoutId": layout_id,
                "parentTicket": parent_ticket,
                "phone": phone,
                "priority": priority,
                "productId": product_id,
                "resolution": resolution,
                "responseDueDate": response_due_date,
                "secondaryContacts": secondary_contacts,
                "sharedDepartments": shared_departments,
                "sourceTicket": source_ticket,
                "status": status,
                "subCategory": sub_category,
                "subject": subject,
                "teamId": team_id,
                "ticketCreationType": ticket_creation_type,
                "uploads": uploads,
                "webUrl": web_url,
            },
        )

    def get(
        self,
        *,
        ticket_id: str,
        include: Sequence[
            Literal["contacts", "products", "departments", "team", "assignee", "contract", "isRead", "skills"]
        ]
        | None = None,
    ) -> Answer:
        """Read one ticket (getTicket).

        Costs 1 credit. Needs one of the scopes Desk.tickets.READ; the permission Tickets: View; data sharing
        'public read only' for records of others.

        Args:
            ticket_id: ticket; id.
            include: what comes with each object, beside its ids; each one of contacts, products, departments,
                team, assignee, contract, isRead, skills.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("tickets.get", {"ticketId": ticket_id, "include": include})

    def list(
        self,
        *,
        assignee: Sequence[str] | None = None,
        channel: Sequence[str] | None = None,
        department_id: str | None = None,
        department_ids: Sequence[str] | None = None,
        fields: Sequence[str] | None = None,
        filters: Mapping[str, Any] | None = None,
        from_: int | None = None,
        include: Sequence[Literal["contacts", "products", "departments", "team", "assignee"]] | None = None,
        limit: int | None = None,
        priority: Sequence[str] | None = None,
        received_in_days: Literal["15", "30", "90", "-1"] | None = None,
        sort_by: Literal["dueDate", "createdTime", "recentThread"] | None = None,
        status: Sequence[str] | None = None,
        team_ids: Sequence[str] | None = None,
        view_id: str | None = None,
    ) -> Rows:
        """List tickets, of a department or of all (getTickets).

        Costs 3 credits a page. Needs one of the scopes Desk.tickets.READ; the permission Tickets: View; data
        sharing 'public read only' for records of others.

        Args:
            assignee: only tickets of these agents; ids.
            channel: only tickets that came by these channels.
            department_id: department; id.
            department_ids: only tickets of these departments; ids; at most 20 entries.
            fields: fields that each row shall have, up to 30, by API name; any type but multi-text.
            filters: conditions, at most 25: criteria.fieldConditions have field (an API name), con and data;
                keys Agent, AuthorArticles, Closed Time, Department, Due Date, Mode, Permission, Priority,
                Status, Topic, View, criteria.
            from_: rows to skip, counted from 0; whole number; from 0; 0 when left out.
            include: what comes with each object, beside its ids; each one of contacts, products, departments,
                team, assignee.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.
            priority: only tickets of these priorities; at most 20 entries.
            received_in_days: only tickets whose customer answered within so many days; what -1 means is not
                told; one of 15, 30, 90, -1.
            sort_by: field that decides the order, the smallest first; one of dueDate, createdTime,
                recentThread.
            status: only tickets in these states.
            team_ids: only tickets of these teams; ids.
            view_id: list view whose rows are listed; id.

        Returns:
            The rows, as the service has them; a page, of up to 100.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "tickets.list",
            {
                "assignee": assignee,
                "channel": channel,
                "departmentId": department_id,
                "departmentIds": department_ids,
                "fields": fields,
                "filters": filters,
                "from": from_,
                "include": include,
                "limit": limit,
                "priority": priority,
                "receivedInDays": received_in_days,
                "sortBy": sort_by,
                "status": status,
                "teamIds": team_ids,
                "viewId": view_id,
            },
        )

    def iterate(
        self,
        *,
        assignee: Sequence[str] | None = None,
        channel: Sequence[str] | None = None,
        department_id: str | None = None,
        department_ids: Sequence[str] | None = None,
        fields: Sequence[str] | None = None,
        filters: Mapping[str, Any] | None = None,
        include: Sequence[Literal["contacts", "products", "departments", "team", "assignee"]] | None = None,
        limit: int | None = None,
        priority: Sequence[str] | None = None,
        received_in_days: Literal["15", "30", "90", "-1"] | None = None,
        sort_by: Literal["dueDate", "createdTime", "recentThread"] | None = None,
        status: Sequence[str] | None = None,
        team_ids: Sequence[str] | None = None,
        view_id: str | None = None,
    ) -> Iterator[Row]:
        """List tickets, of a department or of all (getTickets).

        Costs 3 credits a page. Needs one of the scopes Desk.tickets.READ; the permission Tickets: View; data
        sharing 'public read only' for records of others.

        Args:
            assignee: only tickets of these agents; ids.
            channel: only tickets that came by these channels.
            department_id: department; id.
            department_ids: only tickets of these departments; ids; at most 20 entries.
            fields: fields that each row shall have, up to 30, by API name; any type but multi-text.
            filters: conditions, at most 25: criteria.fieldConditions have field (an API name), con and data;
                keys Agent, AuthorArticles, Closed Time, Department, Due Date, Mode, Permission, Priority,
                Status, Topic, View, criteria.
            include: what comes with each object, beside its ids; each one of contacts, products, departments,
                team, assignee.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.
            priority: only tickets of these priorities; at most 20 entries.
            received_in_days: only tickets whose customer answered within so many days; what -1 means is not
                told; one of 15, 30, 90, -1.
            sort_by: field that decides the order, the smallest first; one of dueDate, createdTime,
                recentThread.
            status: only tickets in these states.
            team_ids: only tickets of these teams; ids.
            view_id: list view whose rows are listed; id.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all(
            "tickets.list",
            {
                "assignee": assignee,
                "channel": channel,
                "departmentId": department_id,
                "departmentIds": department_ids,
                "fields": fields,
                "filters": filters,
                "include": include,
                "limit": limit,
                "priority": priority,
                "receivedInDays": received_in_days,
                "sortBy": sort_by,
                "status": status,
                "teamIds": team_ids,
                "viewId": view_id,
            },
        )

    def list_associated(
        self,
        *,
        assignee: Sequence[str] | None = None,
        commenter: str | None = None,
        department_id: str | None = None,
        follower: str | None = None,
        from_: int | None = None,
        include: Sequence[Literal["contacts", "products", "assignee"]] | None = None,
        is_shared: bool | None = None,
        limit: int | None = None,
        received_in_days: Literal["15", "30", "90", "-1"] | None = None,
        shared_department_id: str | None = None,
        status: Sequence[str] | None = None,
    ) -> Rows:
        """List all tickets associated with the caller, as the service defines it (getAssociatedTickets).

        Costs 3 credits a page. Needs one of the scopes Desk.tickets.READ; the permission Tickets: View; data
        sharing 'public read only' for records of others.

        Args:
            assignee: only tickets of these agents; ids.
            commenter: only tickets that this agent has commented on; id.
            department_id: department; id.
            follower: only tickets that this agent follows; commenter is ignored then; id.
            from_: rows to skip, counted from 0; whole number; from 0; 0 when left out.
            include: what comes with each object, beside its ids; each one of contacts, products, assignee.
            is_shared: tickets that departmentId shares (True), or that are shared with sharedDepartmentId
                (False).
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.
            received_in_days: only tickets whose customer answered within so many days; what -1 means is not
                told; one of 15, 30, 90, -1.
            shared_department_id: only tickets that are shared with this department, by departmentId if that is
                given; id.
            status: only tickets in these states.

        Returns:
            The rows, as the service has them; a page, of up to 100.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "tickets.list_associated",
            {
                "assignee": assignee,
                "commenter": commenter,
                "departmentId": department_id,
                "follower": follower,
                "from": from_,
                "include": include,
                "isShared": is_shared,
                "limit": limit,
                "receivedInDays": received_in_days,
                "sharedDepartmentId": shared_department_id,
                "status": status,
            },
        )

    def iterate_associated(
        self,
        *,
        assignee: Sequence[str] | None = None,
        commenter: str | None = None,
        department_id: str | None = None,
        follower: str | None = None,
        include: Sequence[Literal["contacts", "products", "assignee"]] | None = None,
        is_shared: bool | None = None,
        limit: int | None = None,
        received_in_days: Literal["15", "30", "90", "-1"] | None = None,
        shared_department_id: str | None = None,
        status: Sequence[str] | None = None,
    ) -> Iterator[Row]:
        """List all tickets associated with the caller, as the service defines it (getAssociatedTickets).

        Costs 3 credits a page. Needs one of the scopes Desk.tickets.READ; the permission Tickets: View; data
        sharing 'public read only' for records of others.

        Args:
            assignee: only tickets of these agents; ids.
            commenter: only tickets that this agent has commented on; id.
            department_id: department; id.
            follower: only tickets that this agent follows; commenter is ignored then; id.
            include: what comes with each object, beside its ids; each one of contacts, products, assignee.
            is_shared: tickets that departmentId shares (True), or that are shared with sharedDepartmentId
                (False).
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.
            received_in_days: only tickets whose customer answered within so many days; what -1 means is not
                told; one of 15, 30, 90, -1.
            shared_department_id: only tickets that are shared with this department, by departmentId if that is
                given; id.
            status: only tickets in these states.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all(
            "tickets.list_associated",
            {
                "assignee": assignee,
                "commenter": commenter,
                "departmentId": department_id,
                "follower": follower,
                "include": include,
                "isShared": is_shared,
                "limit": limit,
                "receivedInDays": received_in_days,
                "sharedDepartmentId": shared_department_id,
                "status": status,
            },
        )

    def list_by_contact(
        self,
        *,
        contact_id: str,
        department_id: str | None = None,
        from_: int | None = None,
        include: Sequence[Literal["products", "departments", "team", "assignee", "isRead"]] | None = None,
        is_spam: bool | None = None,
        limit: int | None = None,
        sort_by: Literal["createdTime", "modifiedTime"] | None = None,
    ) -> Rows:
        """List the tickets of a contact (getTicketsByContact).

        Costs 3 credits a page. Needs one of the scopes Desk.contacts.READ, Desk.search.READ, Desk.tickets.READ;
        the permission Tickets: View; data sharing 'public read only' for records of others.

        Args:
            contact_id: contact, the person who asks; id.
            department_id: department; id.
            from_: rows to skip, counted from 0; whole number; from 0; 0 when left out.
            include: what comes with each object, beside its ids; each one of products, departments, team,
                assignee, isRead.
            is_spam: whether tickets marked as spam are listed, in place of the others; False when left out.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.
            sort_by: field that decides the order, the smallest first; one of createdTime, modifiedTime.

        Returns:
            The rows, as the service has them; a page, of up to 100.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._rows(
            "tickets.list_by_contact",
            {
                "contactId": contact_id,
                "departmentId": department_id,
                "from": from_,
                "include": include,
                "isSpam": is_spam,
                "limit": limit,
                "sortBy": sort_by,
            },
        )

    def iterate_by_contact(
        self,
        *,
        contact_id: str,
        department_id: str | None = None,
        include: Sequence[Literal["products", "departments", "team", "assignee", "isRead"]] | None = None,
        is_spam: bool | None = None,
        limit: int | None = None,
        sort_by: Literal["createdTime", "modifiedTime"] | None = None,
    ) -> Iterator[Row]:
        """List the tickets of a contact (getTicketsByContact).

        Costs 3 credits a page. Needs one of the scopes Desk.contacts.READ, Desk.search.READ, Desk.tickets.READ;
        the permission Tickets: View; data sharing 'public read only' for records of others.

        Args:
            contact_id: contact, the person who asks; id.
            department_id: department; id.
            include: what comes with each object, beside its ids; each one of products, departments, team,
                assignee, isRead.
            is_spam: whether tickets marked as spam are listed, in place of the others; False when left out.
            limit: rows of a page; whole number; from 1; up to 100; 100 when left out.
            sort_by: field that decides the order, the smallest first; one of createdTime, modifiedTime.

        Returns:
            All rows, page by page, as they are needed.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._all(
            "tickets.list_by_contact",
            {
                "contactId": contact_id,
                "departmentId": department_id,
                "include": include,
                "isSpam": is_spam,
                "limit": limit,
                "sortBy": sort_by,
            },
        )

    def update(
        self,
        *,
        ticket_id: str,
        disable_closure_notification: bool | None = None,
        account_id: str | None = None,
        assignee_id: str | LeftOut | None = LEFT_OUT,
        category: str | LeftOut | None = LEFT_OUT,
        cf: Mapping[str, Any] | LeftOut | None = LEFT_OUT,
        channel: str | LeftOut | None = LEFT_OUT,
        classification: str | LeftOut | None = LEFT_OUT,
        cloned_ticket_id: str | None = None,
        contact: Mapping[str, Any] | None = None,
        contact_id: str | None = None,
        custom_fields: Mapping[str, Any] | LeftOut | None = LEFT_OUT,
        department_id: str | None = None,
        description: str | LeftOut | None = LEFT_OUT,
        due_date: str | LeftOut | None = LEFT_OUT,
        email: str | LeftOut | None = LEFT_OUT,
        entity_skills: Sequence[str] | None = None,
        language: str | LeftOut | None = LEFT_OUT,
        layout_id: str | None = None,
        parent_ticket: Mapping[str, Any] | None = None,
        phone: str | LeftOut | None = LEFT_OUT,
        priority: str | LeftOut | None = LEFT_OUT,
        product_id: str | LeftOut | None = LEFT_OUT,
        resolution: str | None = None,
        response_due_date: Literal["null"] | None = None,
        secondary_contacts: Sequence[str] | None = None,
        shared_departments: Sequence[Mapping[str, Any]] | None = None,
        source_ticket: Mapping[str, Any] | None = None,
        status: str | None = None,
        sub_category: str | LeftOut | None = LEFT_OUT,
        subject: str | None = None,
        team_id: str | None = None,
        ticket_creation_type: Literal["sendAsEmail", "clone"] | None = None,
        uploads: Sequence[str] | None = None,
        web_url: str | None = None,
    ) -> Answer:
        """Change fields of a ticket (updateTicket).

        Costs 1 credit. Needs one of the scopes Desk.tickets.UPDATE; the permission Tickets: Edit; data sharing
        'public' for records of others.

        Args:
            ticket_id: ticket; id.
            disable_closure_notification: whether the contact is not told that the ticket was closed.
            account_id: account, the organisation a contact belongs to; id.
            assignee_id: agent who works on the ticket; id; None clears it.
            category: category, as the layout lists them; None clears it.
            cf: own fields by their API names, as cf_number; free keys; None clears it.
            channel: how the ticket came, such as Email, Phone or Web; None clears it.
            classification: classification, such as Question, Problem or Feature; None clears it.
            cloned_ticket_id: ticket that this one is a copy of; id.
            contact: person who asks, made along with the ticket where there is no contact yet; keys email,
                firstName, lastName, phone.
            contact_id: contact, the person who asks; id.
            custom_fields: own fields by their labels; cf has them by API name, and is the newer way; free keys;
                None clears it.
            department_id: department; id.
            description: description; at most 65535 characters; None clears it.
            due_date: until when it must be resolved, ISO 8601 in UTC, as 2026-03-01T09:30:00.000Z; at most 100
                characters; None clears it.
            email: e-mail address; at most 150 characters; None clears it.
            entity_skills: skills that the ticket needs; ids; at most 10 entries.
            language: language, as English; None clears it.
            layout_id: layout of the record's fields; id.
            parent_ticket: ticket that this one belongs to; keys id.
            phone: telephone number; at most 120 characters; None clears it.
            priority: priority, such as High, Medium or Low; None clears it.
            product_id: product that the ticket is about; id; None clears it.
            resolution: how it was resolved; at most 65535 characters.
            response_due_date: until when the customer must be answered; it can only be taken away, by the text
                null; one of null.
            secondary_contacts: further contacts who are kept informed; ids; at most 20 entries.
            shared_departments: departments that may see the ticket as well; keys id (required), type (READ_ONLY
                or READ_WRITE or RESTRICTED_ACCESS; required).
            source_ticket: locked ticket that this one follows up; keys id (required).
            status: status, as the layout lists them, such as Open, On Hold, Escalated or Closed.
            sub_category: category within the category; None clears it.
            subject: what it is about, in a line; at most 1000 characters.
            team_id: team that works on the ticket; id.
            ticket_creation_type: what the ticket is made as; one of sendAsEmail, clone.
            uploads: files that were uploaded before; ids.
            web_url: address of the ticket in the web interface; at most 5000 characters.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer(
            "tickets.update",
            {
                "ticketId": ticket_id,
                "disableClosureNotification": disable_closure_notification,
                "accountId": account_id,
                "assigneeId": assignee_id,
                "category": category,
                "cf": cf,
                "channel": channel,
                "classification": classification,
                "clonedTicketId": cloned_ticket_id,
                "contact": contact,
                "contactId": contact_id,
                "customFields": custom_fields,
                "departmentId": department_id,
                "description": description,
                "dueDate": due_date,
                "email": email,
                "entitySkills": entity_skills,
                "language": language,
                "layoutId": layout_id,
                "parentTicket": parent_ticket,
                "phone": phone,
                "priority": priority,
                "productId": product_id,
                "resolution": resolution,
                "responseDueDate": response_due_date,
                "secondaryContacts": secondary_contacts,
                "sharedDepartments": shared_departments,
                "sourceTicket": source_ticket,
                "status": status,
                "subCategory": sub_category,
                "subject": subject,
                "teamId": team_id,
                "ticketCreationType": ticket_creation_type,
                "uploads": uploads,
                "webUrl": web_url,
            },
        )

    def move(self, *, ticket_id: str, department_id: str, forum_id: str | None = None) -> Answer:
        """Move a ticket to another department (moveTicket).

        Costs 1 credit. Needs one of the scopes Desk.tickets.UPDATE; the permission Tickets: Edit; data sharing
        'public' for records of others.

        Args:
            ticket_id: ticket; id.
            department_id: department that the ticket moves to; id.
            forum_id: sub-category of the community, for a ticket that came from a forum; id.

        Returns:
            The answer; None where it has no body.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._answer("tickets.move", {"ticketId": ticket_id, "departmentId": department_id, "forumId": forum_id})

    def move_to_trash(self, *, ticket_ids: Sequence[str]) -> None:
        """Move tickets to the recycle bin (deleteTicket).

        Costs 1 credit. Needs one of the scopes Desk.tickets.DELETE; the permission Tickets: Delete; data
        sharing 'public' for records of others.

        Args:
            ticket_ids: tickets; they can be restored from the recycle bin for 60 days; ids.

        Returns:
            Nothing.

        Raises:
            InputError: an argument is wrong; nothing was sent.
            DeskError: the service, or the way to it, failed; see `pulumi_zohodesk.errors`.
        """
        return self._do("tickets.move_to_trash", {"ticketIds": ticket_ids})
