"""A price is made again from what was kept of it."""

import json
from datetime import UTC, datetime, timedelta

from core.domain.rates.basis import Basis, Priced, reckon
from core.domain.rates.quote import Quote, QuoteLine, Span

NOON = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(hours=2)
EVENING = NOON + timedelta(hours=6)


class HourlyPlan:
    """So much an hour, a fifth of it tax."""

    currency = "EUR"

    def __init__(self, plan_id: str, version: int, hour_minor: int) -> None:
        self.plan_id, self.version, self.hour_minor = plan_id, version, hour_minor

    def quote(self, span: Span) -> Quote:
        amount = (span.exit - span.entry) // timedelta(hours=1) * self.hour_minor
        line = QuoteLine("steps", span.entry, span.exit, amount)
        return Quote("EUR", span.entry, span.exit, (line,), self.plan_id, self.version, tax_minor=amount // 5)


PLANS = {1: 100, 2: 300}


def plan_of(plan_id: str, version: int) -> HourlyPlan:
    return HourlyPlan(plan_id, version, PLANS[version])


def test_one_span_is_priced_by_the_version_it_names() -> None:
    quote = reckon(Basis((Priced("day", 2, Span(NOON, LATER)),)), plan_of)
    assert (quote.total_minor, quote.plan_version, quote.tax_minor) == (600, 2, 120)


def test_a_stay_split_where_a_new_plan_took_effect_has_the_lines_of_both() -> None:
    quote = reckon(
        Basis((Priced("day", 1, Span(NOON, LATER)), Priced("day", 2, Span(LATER, EVENING)))), plan_of
    )
    assert [line.amount_minor for line in quote.lines] == [200, 1200]
    assert (quote.start, quote.end, quote.plan_version) == (NOON, EVENING, 2)
    assert (quote.total_minor, quote.tax_minor) == (1400, 280)


def test_what_was_paid_before_is_taken_off_the_whole_with_its_tax() -> None:
    quote = reckon(Basis((Priced("day", 1, Span(NOON, EVENING)),), paid_minor=200), plan_of)
    assert (quote.lines[-1].rule, quote.lines[-1].amount_minor) == ("already_paid", -200)
    assert (quote.total_minor, quote.tax_minor) == (400, 80)


def test_more_paid_than_is_due_gives_nothing_back() -> None:
    quote = reckon(Basis((Priced("day", 1, Span(NOON, LATER)),), paid_minor=900), plan_of)
    assert (quote.total_minor, quote.tax_minor) == (0, 0)


def test_the_basis_comes_back_from_the_journal_as_it_was() -> None:
    basis = Basis((Priced("day", 1, Span(NOON, LATER)), Priced("day", 2, Span(LATER, EVENING))), 150)
    assert Basis.from_document(json.loads(json.dumps(basis.to_document()))) == basis
