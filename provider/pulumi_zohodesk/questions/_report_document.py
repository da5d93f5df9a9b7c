"""What the file of a probe's report may say."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Organization(_Part):
    data_center: str
    edition: str


class Document(_Part):
    report: str
    version: str
    organization: _Organization
    answers: dict[str, str]
    limits: dict[str, int]
    shapes: dict[str, dict[str, list[str]]]
    seals: dict[str, str]
