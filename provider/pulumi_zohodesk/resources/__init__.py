"""What programs use. Made by `make generate` from kinds/_register.py."""

from pulumi_zohodesk.resources._load import file_text, load
from pulumi_zohodesk.resources._organizations import (
    OrganizationInfo,
    get_organization,
    get_organization_output,
    get_organizations,
    get_organizations_output,
)
from pulumi_zohodesk.resources._skill_matrix import SkillMatrix
from pulumi_zohodesk.resources._values import (
    BusinessDay,
    BusinessDayDict,
    CreditDetails,
    CreditDetailsDict,
    Criteria,
    CriteriaDict,
    CustomThreshold,
    CustomThresholdDict,
    FieldCondition,
    FieldConditionDict,
    FolderAccess,
    FolderAccessDict,
    Holiday,
    HolidayDict,
    Subscription,
    SubscriptionDict,
    TimeSlot,
    TimeSlotDict,
)
from pulumi_zohodesk.resources.agent import Agent, AgentInfo, get_agent, get_agent_output
from pulumi_zohodesk.resources.business_hours import (
    BusinessHours,
    BusinessHoursInfo,
    get_business_hours,
    get_business_hours_output,
)
from pulumi_zohodesk.resources.data_sharing import (
    DataSharing,
    DataSharingInfo,
    get_data_sharing,
    get_data_sharing_output,
)
from pulumi_zohodesk.resources.department import Department, DepartmentInfo, get_department, get_department_output
from pulumi_zohodesk.resources.email_template import (
    EmailTemplate,
    EmailTemplateInfo,
    get_email_template,
    get_email_template_output,
)
from pulumi_zohodesk.resources.holiday_list import (
    HolidayList,
    HolidayListInfo,
    get_holiday_list,
    get_holiday_list_output,
)
from pulumi_zohodesk.resources.product import Product, ProductInfo, get_product, get_product_output
from pulumi_zohodesk.resources.profile import ProfileInfo, get_profile, get_profile_output
from pulumi_zohodesk.resources.role import RoleInfo, get_role, get_role_output
from pulumi_zohodesk.resources.routing_preference import (
    RoutingPreference,
    RoutingPreferenceInfo,
    get_routing_preference,
    get_routing_preference_output,
)
from pulumi_zohodesk.resources.skill import Skill, SkillInfo, get_skill, get_skill_output
from pulumi_zohodesk.resources.skill_configuration import (
    SkillConfiguration,
    SkillConfigurationInfo,
    get_skill_configuration,
    get_skill_configuration_output,
)
from pulumi_zohodesk.resources.skill_order import SkillOrder, SkillOrderInfo, get_skill_order, get_skill_order_output
from pulumi_zohodesk.resources.skill_type import SkillType, SkillTypeInfo, get_skill_type, get_skill_type_output
from pulumi_zohodesk.resources.support_plan import (
    SupportPlan,
    SupportPlanInfo,
    get_support_plan,
    get_support_plan_output,
)
from pulumi_zohodesk.resources.team import Team, TeamInfo, get_team, get_team_output
from pulumi_zohodesk.resources.template_folder import (
    TemplateFolder,
    TemplateFolderInfo,
    get_template_folder,
    get_template_folder_output,
)
from pulumi_zohodesk.resources.webhook import Webhook, WebhookInfo, get_webhook, get_webhook_output

__all__ = [
    "Agent",
    "AgentInfo",
    "BusinessDay",
    "BusinessDayDict",
    "BusinessHours",
    "BusinessHoursInfo",
    "CreditDetails",
    "CreditDetailsDict",
    "Criteria",
    "CriteriaDict",
    "CustomThreshold",
    "CustomThresholdDict",
    "DataSharing",
    "DataSharingInfo",
    "Department",
    "DepartmentInfo",
    "EmailTemplate",
    "EmailTemplateInfo",
    "FieldCondition",
    "FieldConditionDict",
    "FolderAccess",
    "FolderAccessDict",
    "Holiday",
    "HolidayDict",
    "HolidayList",
    "HolidayListInfo",
    "OrganizationInfo",
    "Product",
    "ProductInfo",
    "ProfileInfo",
    "RoleInfo",
    "RoutingPreference",
    "RoutingPreferenceInfo",
    "Skill",
    "SkillConfiguration",
    "SkillConfigurationInfo",
    "SkillInfo",
    "SkillMatrix",
    "SkillOrder",
    "SkillOrderInfo",
    "SkillType",
    "SkillTypeInfo",
    "Subscription",
    "SubscriptionDict",
    "SupportPlan",
    "SupportPlanInfo",
    "Team",
    "TeamInfo",
    "TemplateFolder",
    "TemplateFolderInfo",
    "TimeSlot",
    "TimeSlotDict",
    "Webhook",
    "WebhookInfo",
    "file_text",
    "get_agent",
    "get_agent_output",
    "get_business_hours",
    "get_business_hours_output",
    "get_data_sharing",
    "get_data_sharing_output",
    "get_department",
    "get_department_output",
    "get_email_template",
    "get_email_template_output",
    "get_holiday_list",
    "get_holiday_list_output",
    "get_organization",
    "get_organization_output",
    "get_organizations",
    "get_organizations_output",
    "get_product",
    "get_product_output",
    "get_profile",
    "get_profile_output",
    "get_role",
    "get_role_output",
    "get_routing_preference",
    "get_routing_preference_output",
    "get_skill",
    "get_skill_configuration",
    "get_skill_configuration_output",
    "get_skill_order",
    "get_skill_order_output",
    "get_skill_output",
    "get_skill_type",
    "get_skill_type_output",
    "get_support_plan",
    "get_support_plan_output",
    "get_team",
    "get_team_output",
    "get_template_folder",
    "get_template_folder_output",
    "get_webhook",
    "get_webhook_output",
    "load",
]
