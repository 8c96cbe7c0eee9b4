"""``lotkeeper sync status``."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from console.cli import main, sync
from core.domain.journal import to_micros
from core.services.console_report import ConsoleReport
from core.services.report_document import document_of
from core.services.sharing import LinkState, LinkView, Waiting
from core.store.sharing_tables import consoles, refused_rows, sync_marks
from tests.core.store.lot import opened, set_up

Captured = pytest.CaptureFixture[str]
NOW = datetime.now(UTC)


@pytest.fixture(autouse=True)
def a_patient_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole deck may take minutes between reading this file and running it."""
    monkeypatch.setattr(sync, "STALE_AFTER_SECONDS", 1800)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A console that shared, and holds two entries that the hub does not have."""

    def work(unit):
        row = {"lot_id": unit.lot_id, "console_id": unit.console_id}
        unit.connection.execute(
            insert(consoles).values(
                **row, number=1, name="Booth", public_key="", joined_at=0, revoked_at=None, is_hub=True
            )
        )
        seq = unit.head.seq - 2
        unit.connection.execute(
            insert(sync_marks).values(**row, link="hub", seq=seq, link_hash=b"0" * 32, seen_at=0)
        )

    with opened(tmp_path) as store:
        set_up(store)
        store.write(work)
    return tmp_path


def refuse(folder: Path) -> None:
    with opened(folder) as store:
        store.write(
            lambda unit: unit.connection.execute(
                insert(refused_rows).values(
                    lot_id=unit.lot_id, refusal_id="r", console_id="c-2", seq=8, kind="stay.paid",
                    cause="chain.fork", detail="", at=to_micros(unit.now), row={},
                )
            )
        )  # fmt: skip


def run_console(folder: Path, report: ConsoleReport) -> None:
    """Leave what a running console leaves."""
    (folder / "status.json").write_text(json.dumps(document_of(report)))


def status(folder: Path, capsys: Captured) -> tuple[int, dict]:
    code = main(["sync", "status", "--json", "--data", str(folder)])
    return code, json.loads(capsys.readouterr().out)


def test_what_waits_is_known_while_no_console_runs_and_reach_is_not(folder: Path, capsys: Captured) -> None:
    code, found = status(folder, capsys)
    assert code == 0
    assert (found["running"], found["report"]) == (False, None)
    assert found["waiting"] == {"database": None, "hub": 2}
    (console,) = found["consoles"]
    assert (console["name"], console["is_hub"]) == ("Booth", True)


def test_a_wrong_clock_is_named_with_what_to_do(folder: Path, capsys: Captured) -> None:
    run_console(folder, ConsoleReport(own_id(folder), NOW, skew=timedelta(minutes=4)))
    code, found = status(folder, capsys)
    assert (code, found["clock_ahead_seconds"]) == (1, 240.0)
    (trouble,) = found["troubles"]
    assert trouble.startswith("clock: 4 minutes ahead of the lot's; let this PC follow a time server")
    run_console(folder, ConsoleReport(own_id(folder), NOW, skew=timedelta(seconds=1)))
    assert status(folder, capsys)[0] == 0


def own_id(folder: Path) -> str:
    with opened(folder) as store:
        return store.console_id


def test_a_refused_item_is_named_and_the_code_is_1(folder: Path, capsys: Captured) -> None:
    refuse(folder)
    assert main(["sync", "status", "--data", str(folder)]) == 1
    told = capsys.readouterr().out
    assert "waiting for the hub: 2 entries" in told
    assert "! refused: c-2 8 (stay.paid): two different entries have the same place in a chain" in told


def test_a_running_console_says_since_when_what_is_out_of_reach(folder: Path, capsys: Captured) -> None:
    lost = LinkView("database", LinkState.LOST, NOW, "link.no_answer", Waiting(2, 1, NOW))
    report = ConsoleReport("c", NOW, links=(lost, LinkView("hub", LinkState.NOT_USED)))
    run_console(folder, report)
    code, found = status(folder, capsys)
    assert (code, found["running"]) == (1, True)
    assert found["report"]["links"][0]["waiting_money"] == 1
    assert main(["sync", "status", "--data", str(folder)]) == 1
    told = capsys.readouterr().out
    assert f"shared database: out of reach since {NOW:%Y-%m-%d %H:%M} UTC" in told
    assert "! shared database: no answer" in told


def test_what_a_console_said_long_ago_is_not_believed(folder: Path, capsys: Captured) -> None:
    report = ConsoleReport("c", NOW, links=(LinkView("database", LinkState.OK, NOW),))
    run_console(folder, replace(report, at=NOW - timedelta(hours=1)))
    assert status(folder, capsys)[1]["running"] is False


@pytest.mark.parametrize("text", ["", "{", "[1]", '"x"', "\x00\xff", '{"at": "never"}'])
def test_a_damaged_status_file_harms_nothing(folder: Path, capsys: Captured, text: str) -> None:
    (folder / "status.json").write_bytes(text.encode("latin-1"))
    code, found = status(folder, capsys)
    assert (code, found["running"]) == (0, False)


def test_a_lot_of_one_console_shares_nothing(tmp_path: Path, capsys: Captured) -> None:
    with opened(tmp_path) as store:
        set_up(store)
    assert main(["sync", "status", "--data", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "shares nothing" in told
    # Logins of the shared database are made for it.
    assert told.startswith("lot: ")


def test_a_folder_without_a_console_ends_with_2(tmp_path: Path, capsys: Captured) -> None:
    assert main(["sync", "status", "--data", str(tmp_path)]) == 2
    assert "no such file" in capsys.readouterr().err
