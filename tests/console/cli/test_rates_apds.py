"""Exchanging rate plans with APDS at a shell."""

import json

import pytest

from console.cli import main
from core.config.rate_plans import read_plan
from tests.core.domain.rates.plan_files import SAMPLES

PLAIN = str(SAMPLES / "first-two-hours-then-each-15-minutes.toml")
SPECIAL = str(SAMPLES / "early-bird-weekend-cheapest-of-all.toml")


def test_a_plan_goes_out_and_comes_back_the_same(tmp_path, capsys):
    table, back = tmp_path / "table.json", tmp_path / "back.toml"
    assert main(["rates", "export", "--apds", PLAIN, "--to", str(table)]) == 0
    assert (
        main(["rates", "import", "--apds", str(table), "--timezone", "Asia/Singapore", "--to", str(back)])
        == 0
    )
    written, read = read_plan(back), read_plan(SAMPLES / "first-two-hours-then-each-15-minutes.toml")
    assert (written.rates, written.currency, written.timezone) == (read.rates, read.currency, read.timezone)
    assert "time zone" in capsys.readouterr().err


def test_what_apds_cannot_say_is_printed_and_makes_the_answer_1(capsys):
    assert main(["rates", "export", "--apds", SPECIAL]) == 1
    captured = capsys.readouterr()
    assert json.loads(captured.out)["data"]
    assert "changes the price: rates[0].applies:" in captured.err


def test_machines_get_the_losses_with_their_places(capsys):
    assert main(["rates", "export", "--apds", SPECIAL, "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["rates"]["data"]
    assert {"code", "place", "message", "keeps_price"} == set(answer["losses"][0])


def test_machines_get_the_imported_plan_and_what_was_assumed(tmp_path, capsys):
    table = tmp_path / "table.json"
    main(["rates", "export", "--apds", PLAIN, "--to", str(table)])
    capsys.readouterr()
    assert main(["rates", "import", "--apds", str(table), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert 'currency = "SGD"' in answer["plan"]
    assert [note["code"] for note in answer["notes"]] == ["apds.timezone_taken"]


def test_a_file_that_is_there_is_not_written_over(tmp_path, capsys):
    table = tmp_path / "table.json"
    table.write_text("mine", encoding="utf-8")
    assert main(["rates", "export", "--apds", PLAIN, "--to", str(table)]) == 2
    assert table.read_text(encoding="utf-8") == "mine"
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["export"], ["import"]])
def test_the_standard_must_be_named(command, capsys):
    assert main(["rates", *command, PLAIN]) == 2
    assert "--apds" in capsys.readouterr().err


def test_a_broken_table_is_refused_in_one_line_with_its_place(tmp_path, capsys):
    table = tmp_path / "table.json"
    table.write_text(
        '{"rateLineCollections": [\n{"applicableCurrency": "EUR",\n"rateLines": 5}]}', encoding="utf-8"
    )
    assert main(["rates", "import", "--apds", str(table)]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert f"{table}:3: rateLineCollections[0].rateLines" in error


def test_a_zone_that_nobody_knows_is_refused(tmp_path, capsys):
    table = tmp_path / "table.json"
    main(["rates", "export", "--apds", PLAIN, "--to", str(table)])
    assert main(["rates", "import", "--apds", str(table), "--timezone", "Asia/Singapur"]) == 2
    assert "timezone" in capsys.readouterr().err
