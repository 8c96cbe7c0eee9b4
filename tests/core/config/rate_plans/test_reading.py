from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.config.rate_plans import read_plan
from core.config.rate_plans.reading import LARGEST_BYTES
from core.domain.errors import ConfigError

HEAD = 'format = "rate-plan/1"\nname = "Riverside"\ncurrency = "EUR"\ntimezone = "Europe/Berlin"\n'
PLAN = f'{HEAD}\n[[rates]]\n[[rates.charges]]\nsteps = [\n  {{ each = "1 min", price = 0.035 }},\n]\n'
JSON = """{
  "format": "rate-plan/1", "name": "Riverside {a}",
  "currency": "EUR", "timezone": "Europe/Berlin",
  "rates": [
    { "charges": [
      { "name": "Day", "to": "08:00",
        "steps": [{ "for": "1 h", "price": 1 }, { "price": 0.10 }] },
      { "name": "Night",
        "steps": [
          { "price": 0.30 }
        ] } ] } ]
}
"""


def refusal(source: Path | str) -> str:
    with pytest.raises(ConfigError) as caught:
        read_plan(source)
    return str(caught.value)


def test_prices_are_read_digit_by_digit() -> None:
    assert str(read_plan(PLAN).rates[0].charges[0].steps[0].price_minor) == "3.5"
    assert str(read_plan(JSON).rates[0].charges[0].steps[1].price_minor) == "10"


def test_a_file_is_read_as_its_text_is(tmp_path: Path) -> None:
    file = tmp_path / "riverside.toml"
    file.write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode())
    assert read_plan(file) == read_plan(PLAN)


def test_the_same_plan_may_be_json(tmp_path: Path) -> None:
    file = tmp_path / "riverside.json"
    file.write_text(JSON)
    assert read_plan(file).rates[0].charges[1].name == "Night"


def test_a_fault_is_told_with_file_line_place_and_reason(tmp_path: Path) -> None:
    file = tmp_path / "riverside.toml"
    file.write_text(PLAN.replace("0.035", '"cheap"'))
    assert refusal(file) == (
        f'{file}:9: rates[0].charges[0].steps[0].price: expected a decimal number like 2.50, found "cheap"'
    )


def test_a_missing_key_is_told_with_the_line_of_its_table() -> None:
    assert refusal(PLAN.replace("price", "prise")).startswith("rate plan:9: ")
    assert 'did you mean "price"?' in refusal(PLAN.replace("price", "prise"))
    assert refusal(f'{HEAD}\n[[rates]]\nname = "A"\n').startswith("rate plan:6: rates[0].charges: expected")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("0.30", '"x"', "rate plan:10: rates[0].charges[1].steps[0].price"),
        ('"08:00"', '"8"', "rate plan:6: rates[0].charges[0].to"),
        ("EUR", "euro", "rate plan:3: currency"),
        ('{ "price": 0.10 }', "7", "rate plan:7: rates[0].charges[0].steps[1]"),
        ('"Night"', '"Day"', "rate plan:8: rates[0].charges[1].name"),
    ],
)
def test_json_knows_its_lines_too(before: str, after: str, said: str) -> None:
    assert refusal(JSON.replace(before, after)).startswith(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is empty"),
        (" \n\n", "is empty"),
        ("format = ", "rate plan:1: is not valid TOML"),
        (f"{HEAD}name = 1\n", "rate plan:5: is not valid TOML"),
        (PLAN.replace("0.035", "1e99999999999999999999"), "is no number that can be used"),
        (PLAN.replace("0.035", "nan"), "expected a decimal number"),
        (PLAN.replace("0.035", "9" * 5000), "is not valid TOML"),
        (f"{HEAD}x = {'[' * 3000}", "nested too deeply"),
        ('{"format": "rate-plan/1",\n "name": }', "rate plan:2: is not valid JSON"),
        ('{"name": NaN}', "NaN is no number"),
        ('{"name": 1, "name": 2}', 'the key "name" is given twice'),
        ('{"a":' * 100_000, "nested too deeply"),
        (f"{HEAD}# {'x' * LARGEST_BYTES}", "is larger than"),
        (PLAN.replace("\n\n", '\nholiday_calendar = "TX"\n'), "rate plan:5: holiday_calendar: there is no"),
        ("just some words", "is not valid TOML"),
    ],
)  # fmt: skip
def test_what_is_no_plan_gets_a_clear_answer(text: str, said: str) -> None:
    assert said in refusal(text)


def test_files_that_cannot_be_read_get_a_clear_answer(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.toml").endswith("there is no such file")
    assert "cannot be read" in refusal(tmp_path)
    (tmp_path / "latin.toml").write_bytes(PLAN.replace("Riverside", "Café").encode("latin-1"))
    assert ":2: is not UTF-8 text" in refusal(tmp_path / "latin.toml")
    (tmp_path / "huge.toml").write_bytes(b"#" * (LARGEST_BYTES + 1))
    assert "is larger than" in refusal(tmp_path / "huge.toml")
    (tmp_path / "zero.json").write_bytes(b"\0" * 100)
    assert "is not valid TOML" in refusal(tmp_path / "zero.json")


def test_a_list_is_no_plan() -> None:
    assert "is not valid TOML" in refusal(json.dumps([1, 2]))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from((PLAN, JSON)), st.data())
def test_a_damaged_text_is_read_or_refused(text: str, data: st.DataObject) -> None:
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    damaged = text[:first] + data.draw(st.text(max_size=5)) + text[last:]
    with suppress(ConfigError):
        assert read_plan(damaged).rates
