"""The hub answers rate plans of other programs: checked as a person's are, and published once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from core.config.rate_plans.calendars import with_holidays
from core.config.rate_plans.reading import read_plan
from core.domain.errors import LinkError
from core.domain.rates.checking import check
from core.services.answer_rate_plans import PlanReading, answer_rate_plans
from core.services.requests import RatePlanRequest
from core.store.store import Store
from tests.core.services.request_book import MemoryBook
from tests.core.store.lot import MORNING, SetClock, opened, set_up

READING = PlanReading(read_plan, with_holidays, check)
PLAN = (Path(__file__).parents[3] / "resources" / "plans" / "by-the-minute.toml").read_text()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path, SetClock()) as fresh:
        set_up(fresh)
        yield fresh


def asked(document: str = PLAN, effective_at: datetime = MORNING + timedelta(days=1)) -> MemoryBook:
    return MemoryBook(plans=[RatePlanRequest("r1", document, effective_at, "city-rates")])


def answered(store: Store, book: MemoryBook) -> tuple[bool, str]:
    answer_rate_plans(store, book, READING)
    return book.answers["r1"].accepted, book.answers["r1"].reason


def test_a_plan_is_published_from_its_instant_on(store: Store) -> None:
    book = asked()
    assert answered(store, book) == (True, "")
    plan_id, version = book.answers["r1"].outcome.split("/")
    published = store.read(lambda view: view.published_versions())[-1]
    assert (published.plan_id, published.version) == (plan_id, int(version))
    assert published.effective_at == MORNING + timedelta(days=1)


def test_a_hub_that_died_before_it_answered_publishes_nothing_twice(store: Store) -> None:
    book = asked()
    book.failing = {"answer"}
    for _ in range(2):
        with pytest.raises(LinkError):
            answer_rate_plans(store, book, READING)
    book.failing = set()
    assert answered(store, book)[0]
    assert len(store.read(lambda view: view.published_versions())) == 2


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ("", "rates.not_readable"),
        ("{", "rates.not_readable"),
        ("name = 'x'", "rates.not_readable"),
        ("\0\1\2", "rates.not_readable"),
        ("[" * 100_000, "rates.not_readable"),
        ("x" * 300_000, "rates.draft_too_large"),
        (PLAN.replace('"EUR"', '"JPY"'), "rates.other_currency"),
    ],
)
def test_what_is_no_plan_of_this_lot_is_refused(document: str, reason: str, store: Store) -> None:
    accepted, said = answered(store, asked(document))
    assert not accepted
    assert said.startswith(reason)
    assert len(said) <= 200
    assert len(store.read(lambda view: view.published_versions())) == 1


@pytest.mark.parametrize(
    ("effective_at", "reason"),
    [
        (MORNING - timedelta(hours=1), "rates.effective_past"),
        (MORNING.replace(year=8999), "rates.too_far_ahead"),
    ],
)
def test_a_plan_begins_neither_in_the_past_nor_in_another_age(
    effective_at: datetime, reason: str, store: Store
) -> None:
    assert answered(store, asked(effective_at=effective_at)) == (False, reason)
