"""``lotkeeper shift``."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from console.cli import main
from core.services.relieve_shift import end_relief, start_relief
from tests.booth import DRAWER, Booth
from tests.core.services.cashiers import begin, close, do, hire, take

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A console after two shifts with a relief, and one that runs."""
    booth = Booth(tmp_path)
    cat = hire(booth, "Cat")
    begin(booth, booth.ben, 100)
    take(booth, booth.ben, "AAA1111")
    booth.clock.pass_by(minutes=1)
    close(booth, booth.ben, 125, left_minor=100)
    begin(booth, booth.ben, 100)
    do(booth, start_relief, actor=cat, drawer=DRAWER)
    take(booth, cat, "BBB2222")
    do(booth, end_relief, actor=cat, drawer=DRAWER)
    booth.clock.pass_by(minutes=1)
    close(booth, booth.ben, 130)
    begin(booth, booth.ben, 130)
    booth.close()
    return tmp_path


def asked(data: Path, *words: str) -> int:
    return main(["shift", *words, "--data", str(data)])


def codes(data: Path, capsys: Captured) -> dict[int, str]:
    """The check codes by the number of the Z."""
    assert asked(data, "list", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    return {one["z_number"]: one["check_code"] for one in listed if one["z_number"]}


def test_the_list_names_shifts_reliefs_and_what_was_counted(data: Path, capsys: Captured) -> None:
    assert asked(data, "list") == 0
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 4
    assert "open" in told[0]
    assert told[1].startswith("Z 2")
    assert "130 (+0)" in told[1]
    assert told[2].startswith("relief")
    assert "Cat" in told[2]
    assert "125 (-5)" in told[3]


def test_the_last_z_is_shown_as_its_slip_says_it(data: Path, capsys: Captured) -> None:
    assert asked(data, "show", "--last") == 0
    told = capsys.readouterr().out
    assert "Z report 2" in told
    assert "Reliefs on this drawer" in told
    assert codes(data, capsys)[2] in told


def test_a_code_from_a_slip_finds_its_shift_however_it_is_typed(data: Path, capsys: Captured) -> None:
    code = codes(data, capsys)[1]
    assert asked(data, "verify", code.replace("-", "").lower()) == 0
    assert capsys.readouterr().out == f"{code} (Z 1, drawer-1): agrees with the journal\n"


def test_all_sealed_reports_agree(data: Path, capsys: Captured) -> None:
    assert asked(data, "verify", "--all") == 0
    assert capsys.readouterr().out.count("agrees") == 3


def test_money_that_was_taken_out_of_the_journal_is_found(data: Path, capsys: Captured) -> None:
    with closing(sqlite3.connect(data / "lotkeeper.db")) as connection:
        last = "SELECT max(seq) FROM journal WHERE kind = 'stay.paid'"
        assert connection.execute(f"DELETE FROM journal WHERE seq = ({last})").rowcount == 1
        connection.commit()
    assert asked(data, "verify", "--last") == 1
    assert "the journal gives other figures" in capsys.readouterr().out


def test_a_mistyped_code_and_one_that_is_not_here_are_told_apart(data: Path, capsys: Captured) -> None:
    code = codes(data, capsys)[1]
    wrong = ("1" if code[0] != "1" else "2") + code[1:]
    assert asked(data, "verify", wrong) == 2
    assert "a character of the check code is wrong" in capsys.readouterr().err
    assert asked(data, "verify", "00000-00000-0") == 2
    assert "no shift has that check code" in capsys.readouterr().err
    assert asked(data, "show", "abc") == 2


def test_json_is_the_report_itself(data: Path, capsys: Captured) -> None:
    assert asked(data, "show", "--last", "--json") == 0
    assert json.loads(capsys.readouterr().out)["z_number"] == 2
    assert asked(data, "verify", "--all", "--json") == 0
    assert {tuple(one["problems"]) for one in json.loads(capsys.readouterr().out)} == {()}


def test_a_lot_without_a_shift_says_so(tmp_path: Path, capsys: Captured) -> None:
    Booth(tmp_path).close()
    assert asked(tmp_path, "list") == 0
    assert capsys.readouterr().out == "no shift yet\n"
    assert asked(tmp_path, "verify", "--all") == 0
    assert asked(tmp_path, "show", "--last") == 2


def test_a_folder_without_a_console_is_named(tmp_path: Path, capsys: Captured) -> None:
    assert asked(tmp_path / "nothing", "list") == 2
    assert capsys.readouterr().err.startswith("lotkeeper: ")
