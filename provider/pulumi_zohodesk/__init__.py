"""Zoho Desk as code."""
