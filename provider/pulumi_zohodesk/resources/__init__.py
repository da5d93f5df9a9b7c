"""What programs use: what is generated for the kinds, and what is written by hand."""

from pulumi_zohodesk.resources import _classes
from pulumi_zohodesk.resources._classes import *  # noqa: F403
from pulumi_zohodesk.resources._load import load
from pulumi_zohodesk.resources._organizations import (
    OrganizationInfo,
    get_organization,
    get_organization_output,
    get_organizations,
    get_organizations_output,
)

__all__ = [
    "OrganizationInfo",
    "get_organization",
    "get_organization_output",
    "get_organizations",
    "get_organizations_output",
    "load",
]
__all__ += _classes.__all__
