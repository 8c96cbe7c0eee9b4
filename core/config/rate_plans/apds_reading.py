"""Reads a file of APDS RateTables; what is wrong is said with file, line and why."""

from __future__ import annotations

from pathlib import Path

from core.config.rate_plans.apds_import import from_apds
from core.config.rate_plans.apds_notes import ApdsNote
from core.config.rate_plans.json_text import JsonLines, json_document_of
from core.config.toml_text import text_of
from core.domain.errors import ConfigError
from core.domain.rates.document import PlanError
from core.domain.rates.plan import Plan

LARGEST_BYTES = 4_000_000


def read_apds(path: Path, *, timezone: str) -> tuple[Plan, tuple[ApdsNote, ...]]:
    """The plan of the file's RateTables, and what was assumed; raises ConfigError."""
    text = text_of(path, largest_bytes=LARGEST_BYTES)
    if text is None:
        raise ConfigError(path, None, "there is no such file")
    if text.lstrip().startswith("["):
        text = f'{{"data": {text}}}'  # the lines stay those of the file
    document = json_document_of(text, path)
    try:
        return from_apds(document, timezone=timezone)
    except PlanError as error:
        where = f"{error.place}: {error.problem}" if error.place else error.problem
        raise ConfigError(path, JsonLines(text).line_of(error.path), where) from error
