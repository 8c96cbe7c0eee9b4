import logging
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from console.app import CANNOT_START, open_console, run_console
from console.log_file import log_to
from console.startup_trouble import StartupTrouble
from core.domain.errors import ConfigError, StoreError
from core.store.folder import DataFolder


def _close_every_window() -> None:
    for widget in QApplication.topLevelWidgets():
        widget.close()


@pytest.fixture
def closed_soon(qapp):
    """Windows that appear are closed, as a person would."""
    timer = QTimer(interval=50)
    timer.timeout.connect(_close_every_window)
    timer.start()
    yield
    timer.stop()


def test_a_folder_that_another_console_holds_is_said_to_be_open_already(tmp_path, closed_soon, capsys):
    held = DataFolder(tmp_path)
    held.hold()
    try:
        assert run_console(tmp_path) == CANNOT_START
    finally:
        held.release()
    assert "already open" in capsys.readouterr().err


def test_a_wrong_line_in_the_configuration_is_named(tmp_path, closed_soon, capsys):
    (tmp_path / "lotkeeper.toml").write_text("format = 1\n\n[console]\ntheme = 'pink'\n", encoding="utf-8")
    assert run_console(tmp_path) == CANNOT_START
    assert "lotkeeper.toml:4" in capsys.readouterr().err


def test_a_file_that_is_no_database_is_named(tmp_path, closed_soon, capsys):
    (tmp_path / "lotkeeper.db").write_bytes(b"not a database at all" * 100)
    assert run_console(tmp_path) == CANNOT_START
    assert "not a database" in capsys.readouterr().err


def test_a_start_that_cannot_go_on_says_the_next_step_and_keeps_details_back(qapp):
    trouble = StartupTrouble(StoreError("store.disk_full", detail="[Errno 28]"))
    assert "disk is full" in trouble.sentence
    assert "Errno" not in trouble.sentence


def test_a_configuration_error_shows_file_and_line(qapp):
    assert "lot.toml:7" in StartupTrouble(ConfigError(Path("lot.toml"), 7, "expected a number")).sentence


def test_before_the_lot_is_set_up_the_first_run_is_shown(tmp_path, qtbot):
    app = open_console(DataFolder(tmp_path))
    try:
        app.start()
        qtbot.waitUntil(lambda: "first_run" in app.window.current, timeout=15_000)
    finally:
        app.window.close()
        app.stop()


def test_closing_the_window_lets_go_of_the_folder(tmp_path, qtbot):
    app = open_console(DataFolder(tmp_path))
    app.start()
    qtbot.waitUntil(lambda: app.state.is_known, timeout=15_000)
    app.window.close()
    again = DataFolder(tmp_path)
    again.hold()
    again.release()


def test_the_log_is_written_into_the_folder(tmp_path):
    end = log_to(tmp_path / "lotkeeper.log")
    logging.getLogger("console.test").info("at %s", datetime(2026, 5, 13, tzinfo=UTC))
    end()
    assert "console.test" in (tmp_path / "lotkeeper.log").read_text(encoding="utf-8")
