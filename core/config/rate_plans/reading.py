"""Reads the file or the text of a rate plan, TOML or JSON; what is wrong is said with file, line and why."""

from __future__ import annotations

from pathlib import Path

from core.config.key_lines import KeyLines
from core.config.rate_plans.calendars import check_calendar
from core.config.rate_plans.json_text import JsonLines, json_document_of
from core.config.toml_text import document_of, exact, text_of
from core.domain.errors import ConfigError
from core.domain.rates.document import PlanError, plan_from_document
from core.domain.rates.plan import Plan

LARGEST_BYTES = 1_000_000
NO_FILE = Path("rate plan")


def read_plan(source: Path | str) -> Plan:
    """The plan in a file, or in a text where no path is given; prices are taken digit by digit.

    Raises ConfigError with file, line and reason, also for a holiday calendar that nobody keeps.
    """
    text, path = _text(source)
    is_json = text.lstrip().startswith("{")  # which no TOML does
    document = json_document_of(text, path) if is_json else document_of(text, path, parse_float=exact)
    try:
        plan = plan_from_document(document)
        check_calendar(plan.holiday_calendar)
    except PlanError as error:
        raise ConfigError(path, _line(text, error, is_json=is_json), _sentence(error)) from error
    return plan


def _text(source: Path | str) -> tuple[str, Path]:
    if isinstance(source, Path):
        text, path = text_of(source, largest_bytes=LARGEST_BYTES), source
        if text is None:
            raise ConfigError(path, None, "there is no such file")
    else:
        text, path = source.removeprefix("\ufeff").replace("\r\n", "\n"), NO_FILE
        if len(text) > LARGEST_BYTES:
            raise ConfigError(path, None, f"is larger than {LARGEST_BYTES} characters")
    if not text.strip():
        raise ConfigError(path, None, "is empty, expected a rate plan")
    return text, path


def _line(text: str, error: PlanError, *, is_json: bool) -> int | None:
    return (JsonLines(text) if is_json else KeyLines(text)).line_of(error.path)


def _sentence(error: PlanError) -> str:
    return f"{error.place}: {error.problem}" if error.place else error.problem
