"""The groups of a client. Made by `make generate` from the table of actions."""

from pulumi_zohodesk.actions._group import Performer
from pulumi_zohodesk.actions.methods.accounts import Accounts
from pulumi_zohodesk.actions.methods.agents import Agents
from pulumi_zohodesk.actions.methods.business_hours import BusinessHours
from pulumi_zohodesk.actions.methods.contacts import Contacts
from pulumi_zohodesk.actions.methods.data_sharings import DataSharings
from pulumi_zohodesk.actions.methods.departments import Departments
from pulumi_zohodesk.actions.methods.email_templates import EmailTemplates
from pulumi_zohodesk.actions.methods.holiday_lists import HolidayLists
from pulumi_zohodesk.actions.methods.license_features import LicenseFeatures
from pulumi_zohodesk.actions.methods.mail_reply_addresses import MailReplyAddresses
from pulumi_zohodesk.actions.methods.organizations import Organizations
from pulumi_zohodesk.actions.methods.products import Products
from pulumi_zohodesk.actions.methods.profiles import Profiles
from pulumi_zohodesk.actions.methods.roles import Roles
from pulumi_zohodesk.actions.methods.routing_preferences import RoutingPreferences
from pulumi_zohodesk.actions.methods.skill_configurations import SkillConfigurations
from pulumi_zohodesk.actions.methods.skill_orders import SkillOrders
from pulumi_zohodesk.actions.methods.skill_types import SkillTypes
from pulumi_zohodesk.actions.methods.skills import Skills
from pulumi_zohodesk.actions.methods.support_plans import SupportPlans
from pulumi_zohodesk.actions.methods.teams import Teams
from pulumi_zohodesk.actions.methods.template_folders import TemplateFolders
from pulumi_zohodesk.actions.methods.ticket_tags import TicketTags
from pulumi_zohodesk.actions.methods.tickets import Tickets
from pulumi_zohodesk.actions.methods.views import Views
from pulumi_zohodesk.actions.methods.webhooks import Webhooks

__all__ = ["Groups"]


class Groups:
    """A group of methods for each group of actions."""

    def __init__(self, performer: Performer) -> None:
        self.tickets = Tickets(performer)
        self.contacts = Contacts(performer)
        self.accounts = Accounts(performer)
        self.organizations = Organizations(performer)
        self.departments = Departments(performer)
        self.agents = Agents(performer)
        self.skills = Skills(performer)
        self.skill_types = SkillTypes(performer)
        self.profiles = Profiles(performer)
        self.views = Views(performer)
        self.ticket_tags = TicketTags(performer)
        self.license_features = LicenseFeatures(performer)
        self.roles = Roles(performer)
        self.holiday_lists = HolidayLists(performer)
        self.business_hours = BusinessHours(performer)
        self.data_sharings = DataSharings(performer)
        self.teams = Teams(performer)
        self.template_folders = TemplateFolders(performer)
        self.email_templates = EmailTemplates(performer)
        self.mail_reply_addresses = MailReplyAddresses(performer)
        self.products = Products(performer)
        self.routing_preferences = RoutingPreferences(performer)
        self.skill_configurations = SkillConfigurations(performer)
        self.skill_orders = SkillOrders(performer)
        self.support_plans = SupportPlans(performer)
        self.webhooks = Webhooks(performer)
