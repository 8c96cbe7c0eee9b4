import copy
import json
from contextlib import suppress
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.config.rate_plans.apds_import import from_apds
from core.config.rate_plans.apds_reading import read_apds
from core.domain.errors import ConfigError
from core.domain.rates.document import PlanError
from core.domain.rates.plan import Plan, Step
from core.domain.rates.pricing import Pricing
from core.domain.rates.quote import Quote, Span
from tests.core.domain.rates.plan_files import local


def _line(sequence, kind, value, start, end=None, **more):
    line = {"sequence": sequence, "rateLineType": kind, "value": value, "durationStart": start, **more}
    return line | ({"durationEnd": end} if end is not None else {})


# As the standard's own examples write a first half hour of 3.00, a second of 2.00, then 1.00 an hour.
TABLE = {
    "id": "standard-day",
    "version": 1,
    "rateTableName": [{"language": "en", "string": "standard day on-street"}],
    "availability": "public",
    "rateType": "hourly",
    "rateLineCollections": [
        {
            "collectionSequence": 0,
            "applicableCurrency": "GBP",
            "maxTime": "PT7H",
            "rateLines": [
                _line(0, "flatRateTier", 3, "00:00", "00:30", incrementPeriod="PT30M", usageCondition="once"),
                _line(1, "flatRateTier", 2, "00:30", "01:00", incrementPeriod="PT30M", usageCondition="once"),
                _line(2, "incrementingRate", 1, "01:00", "07:00", incrementPeriod="PT1H"),
            ],
        }
    ],
}  # fmt: skip


def _with(path, value):
    document = copy.deepcopy(TABLE) | {"validity": {}}
    *parents, last = path
    at = document
    for key in parents:
        at = at[key]
    at[last] = value
    return document


def _quoted(plan: Plan, entry: str, minutes: int) -> Quote:
    begin = local(entry, ZoneInfo(plan.timezone))
    return Pricing(plan).quote(Span(begin, begin + timedelta(minutes=minutes)))


COLLECTION = ("rateLineCollections", 0)
LINES = (*COLLECTION, "rateLines")
SPECIFICATION = ("validity", "validityTimeSpecification")


def test_the_standards_own_example_is_read_and_what_it_says_beyond_is_named():
    plan, notes = from_apds(TABLE, timezone="Europe/London")
    assert (plan.name, plan.currency, plan.timezone) == ("standard day on-street", "GBP", "Europe/London")
    (charge,) = plan.rates[0].charges
    assert charge.steps == (Step(300, 1800), Step(200, 1800), Step(100, None, 3600))
    codes = {note.code: note.place for note in notes}
    assert codes["apds.longest_stay"] == ("rateLineCollections", 0, "maxTime")
    assert codes["apds.after_the_last"] == (*LINES, 2, "durationEnd")


def test_stays_cost_what_the_example_says():
    plan, _ = from_apds(TABLE, timezone="Europe/London")
    for minutes, minor in ((20, 300), (45, 500), (61, 600), (119, 600), (121, 700)):
        assert _quoted(plan, "2026-05-13 10:00", minutes).total_minor == minor


def test_the_increment_with_its_maximum_becomes_a_charge_with_a_maximum():
    document = _with(
        LINES,
        [
            {
                "sequence": 0,
                "rateLineType": "incrementingRate",
                "incrementPeriod": "PT30M",
                "value": 1.5,
                "maxValue": 7.5,
            }
        ],
    )
    plan, _ = from_apds(document)
    assert _quoted(plan, "2026-05-13 10:00", 31).total_minor == 300
    assert _quoted(plan, "2026-05-13 10:00", 600).total_minor == 750


def test_ends_that_still_count_are_moved_to_the_next_begin():
    lines = [
        _line(0, "flatRateTier", 3.2, "P0S", "P3599S"),
        _line(1, "flatRateTier", 3.5, "P3600S", "P7199S"),
        _line(2, "flatRateTier", 1, "P7200S"),
    ]
    plan, notes = from_apds(_with(LINES, lines))
    assert [step.length_s for step in plan.rates[0].charges[0].steps] == [3600, 3600, None]
    assert [note.code for note in notes].count("apds.inclusive_end") == 2


def test_lines_without_times_last_their_increment_and_it_is_said_so():
    lines = [
        {"sequence": 0, "rateLineType": "incrementingRate", "incrementPeriod": "PT1H", "value": 3.7},
        {"sequence": 1, "rateLineType": "incrementingRate", "incrementPeriod": "PT1H", "value": 3.0},
    ]
    plan, notes = from_apds(_with(LINES, lines))
    assert _quoted(plan, "2026-05-13 10:00", 150).total_minor == 370 + 2 * 300
    assert "apds.lines_in_sequence" in {note.code for note in notes}


def test_keys_that_are_not_read_are_named():
    _, notes = from_apds(_with((*LINES, 0, "surcharge"), []))
    assert ((*LINES, 0, "surcharge"), "apds.not_read") in {(note.place, note.code) for note in notes}


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("rateLineCollections",), [], ("rateLineCollections",)),
        (("rateLineCollections", 0), "none", ("rateLineCollections", 0)),
        ((*COLLECTION, "applicableCurrency"), "pounds", (*COLLECTION, "applicableCurrency")),
        (("rateLineCollections", 0, "taxIncluded"), False, ("rateLineCollections", 0, "taxIncluded")),
        (("rateLineCollections", 0, "relativeTimes"), True, ("rateLineCollections", 0, "relativeTimes")),
        (("rateLineCollections", 0, "resetTime"), "two", ("rateLineCollections", 0, "resetTime")),
        (LINES, [], LINES),
        ((*LINES, 0), 5, (*LINES, 0)),
        ((*LINES, 0, "rateLineType"), "bogus", (*LINES, 0, "rateLineType")),
        ((*LINES, 0, "value"), -1, (*LINES, 0, "value")),
        ((*LINES, 0, "value"), "3", (*LINES, 0, "value")),
        ((*LINES, 0, "value"), float("nan"), (*LINES, 0, "value")),
        ((*LINES, 0, "value"), True, (*LINES, 0, "value")),
        ((*LINES, 0, "durationStart"), "00:10", (*LINES, 0, "durationStart")),
        ((*LINES, 1, "durationStart"), "00:40", (*LINES, 1, "durationStart")),
        ((*LINES, 1, "durationStart"), "soon", (*LINES, 1, "durationStart")),
        ((*LINES, 2, "durationEnd"), "01:00", (*LINES, 2, "durationEnd")),
        ((*LINES, 2, "incrementPeriod"), "an hour", (*LINES, 2, "incrementPeriod")),
        ((*LINES, 1, "maxValue"), 5, (*LINES, 1, "maxValue")),
        (("rateTableName",), 7, ("rateTableName",)),
        (SPECIFICATION, {"exceptionPeriods": [{}]}, (*SPECIFICATION, "exceptionPeriods")),
        (SPECIFICATION, {"validPeriods": [5]}, (*SPECIFICATION, "validPeriods", 0)),
        (SPECIFICATION, {"overallStartTime": "soon"}, (*SPECIFICATION, "overallStartTime")),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_place(path, value, place):
    with pytest.raises(PlanError) as caught:
        from_apds(_with(path, value))
    assert caught.value.path == place
    assert caught.value.problem


@pytest.mark.parametrize("document", [None, 5, "text", {}, {"data": []}, [], {"data": 5}, [[]]])
def test_what_is_no_rate_table_is_refused(document):
    with pytest.raises(PlanError):
        from_apds(document)


def test_a_zone_that_does_not_exist_is_refused():
    with pytest.raises(PlanError):
        from_apds(TABLE, timezone="Europe/Londinium")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)


PLACES = [
    *((key,) for key in TABLE),
    *(LINES[:1], LINES[:2], LINES, ("validity",), SPECIFICATION),
    *((*LINES, 0, key) for key in TABLE["rateLineCollections"][0]["rateLines"][0]),
]


@settings(max_examples=120, deadline=None)
@given(
    path=st.sampled_from(PLACES),
    value=JSON,
)  # fmt: skip
def test_no_document_does_worse_than_being_refused(path, value):
    with suppress(PlanError):
        plan, _ = from_apds(_with(path, value))
        assert plan.rates


def test_a_file_is_refused_with_its_line(tmp_path):
    file = tmp_path / "table.json"
    file.write_text(json.dumps(_with((*LINES, 1, "rateLineType"), "bogus"), indent=1), encoding="utf-8")
    with pytest.raises(ConfigError, match="rateLineType") as caught:
        read_apds(file, timezone="UTC")
    line = file.read_text(encoding="utf-8").splitlines()[caught.value.line - 1]
    assert "bogus" in line


def test_a_file_with_a_bare_list_is_read(tmp_path):
    file = tmp_path / "tables.json"
    file.write_text(json.dumps([TABLE]), encoding="utf-8")
    plan, _ = read_apds(file, timezone="UTC")
    assert plan.rates[0].charges[0].steps[0].price_minor == 300


@pytest.mark.parametrize("text", ["", "{", "[", "null", "\x00"])
def test_a_file_that_is_no_json_is_refused(tmp_path, text):
    file = tmp_path / "table.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError):
        read_apds(file, timezone="UTC")


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ConfigError, match="no such file"):
        read_apds(tmp_path / "none.json", timezone="UTC")
