"""What the engine itself asks, whatever the kinds are: whose token it is, the organisation, and what explains a 403."""

from __future__ import annotations

from pulumi_zohodesk.transport import Operation

MY_INFO = Operation("getMyInfo", "GET", "/myinfo", ("Desk.basic.READ", "Desk.settings.READ"))
GET_ORGANIZATION = Operation(
    "getOrganization",
    "GET",
    "/organizations/{organizationId}",
    ("Desk.basic.READ", "Desk.organization.READ", "Desk.settings.READ"),
)

_READ = ("Desk.basic.READ", "Desk.permissions.READ", "Desk.settings.READ")
MY_PROFILE = Operation("getMyProfile", "GET", "/myProfile", _READ)
# Without its permission, setup.permission: a refusal of what explains refusals is not explained.
SHARING_RULES = Operation("getDataSharingRules", "GET", "/dataSharingRules", _READ)
