from decimal import Decimal

import pytest

from console.screens.rates.adopting import adopted
from console.screens.rates.keeping import read_samples
from core.domain.lots import Lot
from core.domain.rates.checking import check, stops
from core.domain.rates.document import plan_from_document, plan_to_document

LOT = Lot("lot", "Riverside", 60, "Asia/Taipei", "TWD", ())
SAMPLES = dict(read_samples())


@pytest.mark.parametrize("name", SAMPLES)
def test_each_sample_can_be_begun_with_in_the_lots_own_money_and_time(name):
    plan = adopted(SAMPLES[name], LOT, "standard")
    assert (plan.currency, plan.timezone, plan.plan_id) == ("TWD", "Asia/Taipei", "standard")
    assert plan_from_document(plan_to_document(plan)) == plan
    assert not stops(check(plan))


def test_figures_stay_what_stands_on_the_sign():
    pounds = SAMPLES["price-table-by-length-of-stay.toml"]
    plan = adopted(pounds, LOT, "standard")
    first = plan.rates[0].charges[0].steps[0].price_minor
    assert (pounds.rates[0].charges[0].steps[0].price_minor, first) == (Decimal(220), Decimal("2.20"))
    yen = adopted(SAMPLES["each-20-minutes.toml"], LOT, "standard")
    assert yen.rates[0].charges[0].steps[0].price_minor == 100
