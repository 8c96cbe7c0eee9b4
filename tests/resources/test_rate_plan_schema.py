"""The JSON Schema of rate plans says what the program reads, and nothing that it refuses."""

from __future__ import annotations

import copy
import json
import tomllib
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from core.domain.rates.document import PlanError, plan_from_document, plan_to_document
from tests.core.domain.rates.plan_files import SAMPLES
from tests.docs.test_rate_plan import BLOCKS, whole

SCHEMA = json.loads(files("resources").joinpath("plans/rate-plan.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
STEP = {"each": "1 h", "price": 2.5}


def plain(value: Any) -> Any:
    """What TOML has and JSON has not, as texts."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def faults(document: Any) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(document)]


def plan(**changes: Any) -> dict[str, Any]:
    document: dict[str, Any] = {
        "format": "rate-plan/1",
        "name": "Riverside",
        "currency": "EUR",
        "timezone": "Europe/Berlin",
        "rates": [{"charges": [{"steps": [STEP]}]}],
    }
    return {key: value for key, value in (copy.deepcopy(document) | changes).items() if value is not None}


def charged(**charge: Any) -> dict[str, Any]:
    return plan(rates=[{"charges": [charge]}])


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_sample_plan_is_valid_as_it_is_and_as_it_is_written_back(sample: Path) -> None:
    document = plain(tomllib.loads(sample.read_text("utf-8")))
    assert faults(document) == []
    assert faults(plan_to_document(plan_from_document(document))) == []


@pytest.mark.parametrize("block", BLOCKS)
def test_every_plan_of_the_text_is_valid(block: str) -> None:
    assert faults(plain(tomllib.loads(whole(block)))) == []


@pytest.mark.parametrize(
    "document",
    [
        [],
        plan(name=None),
        plan(rates=None),
        plan(rates=[]),
        plan(format="rate-plan/2"),
        plan(currncy="EUR"),
        plan(currency="euro"),
        plan(choose="cheepest"),
        plan(version=0),
        plan(day_begins="25:00"),
        plan(holidays=["Christmas"]),
        plan(holiday_calendar="Taiwan"),
        plan(effective="tomorrow"),
        plan(validations={"order": ["time"]}),
        plan(free=[{}]),
        plan(free=[{"up_to": "ten minutes"}]),
        plan(free=[{"up_to": "10 min", "once": "window"}]),
        plan(caps=[{"per": "day"}]),
        plan(caps=[{"at_most": -1}]),
        plan(caps=[{"at_most": 5, "per": "daily"}]),
        plan(extras=[{"name": "Fee"}]),
        plan(extras=[{"name": "Fee", "price": 1, "each": 2}]),
        plan(adjustments=[{"name": "Half"}]),
        plan(adjustments=[{"name": "Half", "multiply": 2, "percent": 1}]),
        plan(rates=[{"name": "A"}]),
        plan(rates=[{"covers": {}, "charges": [{"steps": [STEP]}]}]),
        plan(rates=[{"applies": {"entry": {}}, "charges": [{"steps": [STEP]}]}]),
        charged(name="Day"),
        charged(free=True, steps=[STEP]),
        charged(steps=[]),
        charged(steps=[{"each": "1 h"}]),
        charged(steps=[{"each": "1 h", "price": "free"}]),
        charged(steps=[{"each": 60, "price": 1}]),
        charged(steps=[{"price": 1, "total": 2}]),
        charged(steps=[{"price": 1, "per": "1 h"}]),
        charged(steps=[{"for": "1 h", "up_to": "1 h", "price": 1}]),
        charged(steps=[STEP], windows=[{"from": "08:00"}], to="09:00"),
        charged(steps=[STEP], days="monday"),
        charged(steps=[STEP], restart="weekly"),
        charged(steps=[STEP], **{"from": "8 am"}),
    ],
)
def test_a_typical_mistake_is_found_by_the_schema_and_by_the_program(document: Any) -> None:
    assert faults(document)
    with pytest.raises(PlanError):
        plan_from_document(document)


def test_the_schema_ships_beside_the_samples() -> None:
    assert Path(str(files("resources").joinpath("plans/rate-plan.schema.json"))).is_file()
