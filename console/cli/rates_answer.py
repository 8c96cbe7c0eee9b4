"""A quote for machines: plain values, instants with the offset of the plan's zone."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from console.cli.words import error_line
from core.domain.errors import OperatorError
from core.domain.rates.plan import Plan
from core.domain.rates.quote import Quote, QuoteLine

Document = dict[str, object]


def quote_document(quote: Quote, plan: Plan) -> Document:
    """The quote as an object; the amounts of its lines add up to ``total_minor``."""
    zone = ZoneInfo(plan.timezone)
    return {
        "total_minor": quote.total_minor,
        "currency": quote.currency,
        "lines": [_line_document(line, zone) for line in quote.lines],
        "plan": plan.name,
        "plan_version": quote.plan_version,
        "rate": quote.rate,
        "entry": local_text(quote.start, zone),
        "exit": local_text(quote.end, zone),
        "valid_until": None if quote.valid_until is None else local_text(quote.valid_until, zone),
        "tax_minor": quote.tax_minor,
    }


def error_document(error: OperatorError) -> Document:
    """What was wrong: its reason code, and a sentence."""
    return {"code": error.code, "message": error_line(error)}


def _line_document(line: QuoteLine, zone: ZoneInfo) -> Document:
    document: Document = {
        "rule": line.rule,
        "name": line.name,
        "start": local_text(line.start, zone),
        "end": local_text(line.end, zone),
        "units": line.units,
        "unit_minutes": line.unit_minutes,
        "unit_minor": line.unit_minor,
        "amount_minor": line.amount_minor,
    }
    if line.per_minutes:
        document["per_minutes"] = line.per_minutes
    if line.factor:
        document["factor"] = line.factor
    return document


def local_text(instant: datetime, zone: ZoneInfo) -> str:
    """The instant as ISO 8601 with the offset of the zone."""
    return instant.astimezone(zone).isoformat()
