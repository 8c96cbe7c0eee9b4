import pytest
from hypothesis import HealthCheck, given, settings

from core.domain.rates.checking import Severity, check, stops
from core.domain.rates.plan import Plan
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Span
from tests.core.domain.rates.checks.checked import NOW
from tests.core.domain.rates.plan_files import SAMPLES, sample
from tests.core.domain.rates.plans import plans

NAMES = sorted(path.stem for path in SAMPLES.glob("*.toml"))


@pytest.mark.parametrize("name", NAMES)
def test_no_shipped_sample_is_stopped(name):
    assert [remark for remark in check(sample(name), now=NOW) if remark.severity is Severity.STOPS] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_example_of_a_sample_costs_what_the_engine_says(name):
    plan = sample(name)
    pricing = Pricing(plan)
    for remark in check(plan, now=NOW):
        for example in remark.examples:
            assert example.quote == pricing.quote(Span(example.entry, example.exit, example.facts))


def test_what_stops_a_plan_is_said_first():
    severities = [remark.severity for name in NAMES[:5] for remark in check(sample(name), now=NOW)]
    assert severities
    for name in NAMES:
        order = [tuple(Severity).index(remark.severity) for remark in check(sample(name), now=NOW)]
        assert order == sorted(order)


def test_the_same_plan_gets_the_same_remarks():
    plan = sample("early-bird-weekend-cheapest-of-all")
    assert check(plan, now=NOW) == check(plan, now=NOW)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(plan=plans())
def test_any_plan_that_a_document_can_say_can_be_checked(plan: Plan):
    remarks = check(plan, now=NOW)
    for remark in remarks:
        assert remark.code.startswith("rates.check.")
        assert remark.place
        for example in remark.examples:
            assert (example.quote is None) == bool(example.refusal)
    assert stops(remarks) == any(remark.severity is Severity.STOPS for remark in remarks)
