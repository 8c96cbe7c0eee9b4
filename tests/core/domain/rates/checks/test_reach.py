from dataclasses import replace
from decimal import Decimal

from core.domain.rates.checking import Severity
from core.domain.rates.plan import Step
from tests.core.domain.rates.checks.checked import of_plan, one, plan, said


def _rate(name: str, more: str = "", price: str = "2.00") -> str:
    return (
        f'[[rates]]\nname = "{name}"\n{more}\n[[rates.charges]]\nname = "{name} hours"\n'
        f'steps = [{{ each = "1 h", price = {price} }}]\n'
    )


def test_a_rate_behind_one_that_always_applies_is_never_chosen():
    remark = one(_rate("Standard") + _rate("Early bird", 'applies = { up_to = "2 h" }'), "unreachable_rate")
    assert (remark.severity, remark.place) == (Severity.WARNS, ("rates", 1))
    assert remark.facts == {"rate": "Early bird", "before": "Standard"}
    quote = remark.examples[0].quote
    assert quote is not None
    assert quote.rate == "Standard"


def test_where_the_cheapest_is_chosen_the_order_does_not_matter():
    body = 'choose = "cheapest"\n' + _rate("Standard") + _rate("Late", 'applies = { over = "2 h" }', "1.00")
    assert said(body, "unreachable_rate") == []


def test_an_exclusive_rate_hides_what_follows_it_even_from_the_cheapest():
    body = 'choose = "cheapest"\n' + _rate("Event", "exclusive = true") + _rate("Standard", "", "1.00")
    assert one(body, "unreachable_rate").place == ("rates", 1)


def test_a_rate_whose_entry_window_lies_within_an_earlier_ones_is_never_chosen():
    wide = 'applies = { entry = { from = "06:00", to = "12:00" } }'
    narrow = 'applies = { entry = { from = "07:00", to = "09:00", days = "mon-fri" } }'
    body = _rate("Morning", wide) + _rate("Early", narrow) + _rate("Standard")
    assert one(body, "unreachable_rate").facts["rate"] == "Early"
    assert said(_rate("Early", narrow) + _rate("Morning", wide) + _rate("Standard"), "unreachable_rate") == []


def test_the_rates_of_other_classes_members_and_lengths_stay_reachable():
    body = (
        'classes = ["car", "coach"]\n'
        + _rate("Cars", 'applies = { classes = ["car"], loyalty = true }')
        + _rate("Club", 'applies = { classes = ["car"], tags = ["ev"] }')
        + _rate("Short", 'applies = { up_to = "1 h" }')
        + _rate("Standard")
    )
    assert said(body, "unreachable_rate") == []


def test_a_rate_for_lost_tickets_may_stand_anywhere():
    lost = _rate("Standard") + _rate("Lost", "applies = { lost_ticket = true }")
    stays = said(lost, "unreachable_rate")
    assert stays == []


def test_a_charge_behind_one_that_takes_all_its_time_stops_the_plan():
    body = _rate("Standard")
    body += '[[rates.charges]]\nname = "Night"\nfrom = "22:00"\nto = "06:00"\nsteps = [{ price = 1.00 }]\n'
    remark = one(body, "unreachable_charge")
    assert (remark.severity, remark.place) == (Severity.STOPS, ("rates", 0, "charges", 1))
    quote = remark.examples[0].quote
    assert quote is not None
    assert {line.name for line in quote.lines if line.amount_minor} == {"Standard hours"}


def test_a_charge_for_dates_that_have_passed_never_comes():
    body = (
        '[[rates]]\nname = "Standard"\n[[rates.charges]]\nname = "Fair"\ndates = "2020-05-01..2020-05-08"\n'
    )
    body += 'steps = [{ price = 20.00 }]\n[[rates.charges]]\nname = "Parking"\nsteps = [{ price = 1.00 }]\n'
    assert one(body, "never").facts == {"charge": "Fair"}


def test_a_step_behind_one_without_an_end_stops_the_plan():
    known = plan(_rate("Standard"))
    charge = known.rates[0].charges[0]
    longer = replace(charge, steps=(*charge.steps, Step(Decimal(900), length_s=3600)))
    changed = replace(known, rates=(replace(known.rates[0], charges=(longer,)),))
    remark = of_plan(changed, "unreachable_step")
    assert (remark.severity, remark.place) == (Severity.STOPS, ("rates", 0, "charges", 0, "steps", 1))
    quote = remark.examples[0].quote
    assert quote is not None
    assert quote.total_minor > 0
    assert all(line.unit_minor != 900 for line in quote.lines)


def test_a_step_that_cuts_its_last_unit_is_remarked():
    body = _rate("Standard").replace(
        '[{ each = "1 h", price = 2.00 }]',
        '[{ for = "45 min", each = "30 min", price = 1.00 }, { each = "1 h", price = 2.00 }]',
    )
    remark = one(body, "unit_cut")
    assert (remark.facts["length"], remark.facts["unit"]) == ("45 min", "30 min")
    assert remark.examples[0].total_minor == 200
