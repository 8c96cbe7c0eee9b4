"""``lotkeeper rates quote PLAN --batch STAYS``: one answer a line, in order, whatever the lines hold."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from console.cli import main
from tests.console.cli.rate_plans import EACH_HOUR, WITH_CLASSES, WITH_LOST_TICKET, WITH_VALIDATIONS, batch

Captured = pytest.CaptureFixture[str]
HOUR = {"entry": "2026-05-13T08:00:00", "exit": "2026-05-13T09:00:00"}
SEVEN = {"entry": "2026-05-13T09:00:00", "exit": "2026-05-13T16:00:00"}


def answers(captured: Captured) -> list[dict[str, Any]]:
    return [json.loads(line) for line in captured.readouterr().out.splitlines()]


def test_each_line_is_answered_in_its_place(tmp_path: Path, capsys: Captured) -> None:
    lines = [HOUR | {"exit": f"2026-05-13T{hour:02}:00:00", "id": hour} for hour in range(9, 20)]
    assert batch(EACH_HOUR, tmp_path, *lines) == 0
    found = answers(capsys)
    assert [one["total_minor"] for one in found] == [600, 1200, *[1700] * 9]
    assert [one["line"] for one in found] == list(range(1, 12))
    assert [one["id"] for one in found] == list(range(9, 20))
    assert found[0]["currency"] == "USD"
    assert sum(line["amount_minor"] for line in found[5]["lines"]) == 1700


def test_lines_take_the_facts_of_their_stays(tmp_path: Path, capsys: Captured) -> None:
    assert (
        batch(
            WITH_VALIDATIONS,
            tmp_path,
            SEVEN | {"time_credit_min": 120},
            SEVEN | {"time_credit_min": 60, "amount_credit_minor": 50},
            SEVEN | {"percent_credit": 12.5},
            SEVEN | {"validations": [{"kind": "rate", "rate": "Standard"}, {"kind": "time", "value": 60}]},
            SEVEN | {"prepaid_minor": 200},
            SEVEN | {"class": None, "loyalty": True, "prior_minutes": 0, "holidays": [], "tags": ["ev"]},
            SEVEN | {"covered": [["2026-05-13T09:00", "2026-05-13T15:00"]], "quantities": {"kwh": 1.5}},
        )
        == 0
    )
    assert [one["total_minor"] for one in answers(capsys)] == [100, 150, 263, 200, 100, 300, 100]


def test_classes_holidays_and_lost_tickets_come_from_the_line(tmp_path: Path, capsys: Captured) -> None:
    stay = {"entry": "2026-05-13T09:00", "exit": "2026-05-13T11:00"}
    assert (
        batch(
            WITH_CLASSES, tmp_path, stay, stay | {"class": "large"}, stay | {"holidays": ["2026-05-13"]}, stay
        )
        == 0
    )
    assert [one["total_minor"] for one in answers(capsys)] == [60, 120, 40, 60]
    assert batch(WITH_LOST_TICKET, tmp_path, HOUR | {"lost_ticket": True}, HOUR) == 0
    assert [one["total_minor"] for one in answers(capsys)] == [1400, 200]


def test_calendar_holidays_are_known_for_the_years_of_each_line(tmp_path: Path, capsys: Captured) -> None:
    lines = [{"entry": f"{year}-01-01T09:00", "exit": f"{year}-01-01T10:00"} for year in range(2010, 2036)]
    assert batch(WITH_CLASSES, tmp_path, *lines) == 0
    assert [one["total_minor"] for one in answers(capsys)] == [20] * 26


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("{", "given.not_json", "no JSON"),
        ("[]", "given.no_object", "object"),
        ("12", "given.no_object", "object"),
        (b"\xff\xfe{}\n", "given.not_json", "no JSON"),
        ('{"entry": NaN}', "given.not_json", "NaN"),
        ('{"entry": "2026-05-13T08:00", "entry": "2026-05-13T07:00"}', "given.not_json", "twice"),
        ("[" * 100_000, "given.not_json", "nested too deep"),
        (f'{{"entry": {"9" * 5000}}}', "given.not_json", ""),
        (b'{"entry": "' + b"9" * 1_200_000 + b'"}\n', "given.too_long", "too long"),
        ({}, "given.missing", "entry"),
        ({"entry": "2026-05-13T08:00"}, "given.missing", "exit"),
        (HOUR | {"clas": "car"}, "given.unknown_key", "class"),
        (HOUR | {"class": "tank"}, "rates.unknown_class", "tank"),
        (HOUR | {"class": ""}, "given.unfit", "class"),
        (HOUR | {"class": 7}, "given.unfit", "class"),
        (HOUR | {"class": "x" * 1000}, "given.unfit", "class"),
        (HOUR | {"exit": "2026-05-13T07:00"}, "rates.exit_before_entry", "before"),
        (HOUR | {"exit": "2036-05-13T07:00"}, "rates.stay_too_long", "too long"),
        (HOUR | {"exit": "9999-12-31T23:59:59-23:59"}, "given.unfit", "exit"),
        (HOUR | {"entry": "0001-01-01T00:00:00+14:00"}, "given.unfit", "entry"),
        (HOUR | {"entry": 1778659200}, "given.unfit", "entry"),
        (HOUR | {"entry": "2026-11-01T01:30"}, "given.time_twice", "twice"),
        (HOUR | {"holidays": "2026-05-13"}, "given.unfit", "holidays"),
        (HOUR | {"holidays": [20260513]}, "given.unfit", "holidays"),
        (HOUR | {"holidays": ["2026-05-13"] * 1001}, "given.unfit", "holidays"),
        (HOUR | {"lost_ticket": "yes"}, "given.unfit", "true or false"),
        (HOUR | {"lost_ticket": 1}, "given.unfit", "true or false"),
        (HOUR | {"time_credit_min": -1}, "given.unfit", "time_credit_min"),
        (HOUR | {"time_credit_min": True}, "given.unfit", "time_credit_min"),
        (HOUR | {"time_credit_min": 10**12}, "given.unfit", "time_credit_min"),
        (HOUR | {"amount_credit_minor": 1.5}, "given.unfit", "amount_credit_minor"),
        (HOUR | {"prior_minutes": "30"}, "given.unfit", "prior_minutes"),
        (HOUR | {"prepaid_minor": -500}, "given.unfit", "prepaid_minor"),
        (HOUR | {"loyalty": 3}, "given.unfit", "loyalty"),
        (HOUR | {"validations": [{"kind": "coffee"}]}, "given.unfit", "kind"),
        (HOUR | {"validations": [{"kind": "time", "minutes": 5}]}, "given.unfit", "validations"),
        (HOUR | {"validations": [{"kind": "time", "value": 5, "rate": "x"}]}, "given.unfit", "no rate"),
        (
            HOUR | {"validations": [{"kind": "time", "value": 5, "id": "a"}] * 2},
            "rates.validation_used_twice",
            "a",
        ),
        (HOUR | {"visits": [["2026-05-13T07:00"]]}, "given.unfit", "visits"),
        (HOUR | {"quantities": [1]}, "given.unfit", "quantities"),
        (
            '{"entry": "2026-05-13T08:00", "exit": "2026-05-13T09:00", "quantities": {"kwh": 1e999999}}',
            "given.unfit",
            "quantities",
        ),
    ],
)
def test_a_bad_line_is_answered_in_its_place_and_the_rest_go_on(
    line: object, code: str, said: str, tmp_path: Path, capsys: Captured
) -> None:
    assert batch(EACH_HOUR, tmp_path, HOUR, line, HOUR) == 1
    first, bad, last = answers(capsys)
    assert (first["total_minor"], last["total_minor"], last["line"]) == (600, 600, 3)
    assert bad.keys() == {"line", "error"}
    assert (bad["line"], bad["error"]["code"]) == (2, code)
    assert said in bad["error"]["message"]
    assert len(bad["error"]["message"]) < 400


def test_a_bad_line_keeps_its_id(tmp_path: Path, capsys: Captured) -> None:
    assert batch(EACH_HOUR, tmp_path, HOUR | {"id": "no. 7", "class": "tank"}) == 1
    assert answers(capsys)[0]["id"] == "no. 7"


def test_blank_lines_are_passed_over_and_the_last_needs_no_end(tmp_path: Path, capsys: Captured) -> None:
    assert batch(EACH_HOUR, tmp_path, "", HOUR, "  ", json.dumps(HOUR).encode()) == 0
    assert [one["line"] for one in answers(capsys)] == [2, 4]


def test_an_empty_file_has_no_answers(tmp_path: Path, capsys: Captured) -> None:
    assert batch(EACH_HOUR, tmp_path) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "no stays" in told.err


def test_a_file_that_is_missing_or_a_folder_is_refused(tmp_path: Path, capsys: Captured) -> None:
    for path in (tmp_path / "none.jsonl", tmp_path):
        assert main(["rates", "quote", str(EACH_HOUR), "--batch", str(path)]) == 2
        told = capsys.readouterr()
        assert told.err.startswith(f"lotkeeper: {path}: ")
        assert told.err.count("\n") == 1


def test_what_a_line_must_say_itself_is_no_option_beside_a_batch(tmp_path: Path, capsys: Captured) -> None:
    for words in (("--class", "car"), ("--entry", "2026-05-13T08:00"), ("--lost-ticket",)):
        assert main(["rates", "quote", str(EACH_HOUR), "--batch", "-", *words]) == 2
        assert words[0] in capsys.readouterr().err


def test_people_get_a_line_for_each_stay(
    tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = json.dumps(HOUR).encode() + b"\n{\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
    assert main(["rates", "quote", str(EACH_HOUR), "--batch", "-"]) == 1
    first, second = capsys.readouterr().out.splitlines()
    assert first == "1: USD 6.00  Wed 13 May 2026 08:00 – Wed 13 May 2026 09:00"
    assert second.startswith("2: not priced: that is no JSON")


def test_standard_input_is_answered_line_by_line_before_it_ends(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import sys; from console.cli import main; sys.exit(main())"]
    process = subprocess.Popen(
        [*command, "rates", "quote", str(EACH_HOUR), "--batch", "-", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(3):
            process.stdin.write(json.dumps(HOUR).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["total_minor"] == 600
        process.stdin.close()
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
