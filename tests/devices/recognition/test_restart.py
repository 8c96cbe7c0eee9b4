from __future__ import annotations

from pathlib import Path

from devices.recognition.restart import NextStart

SECOND_NS = 1_000_000_000


def test_the_first_start_is_due_at_once() -> None:
    assert NextStart().is_due(1)


def test_after_failures_the_next_start_is_later_and_later() -> None:
    start = NextStart()
    for _ in range(8):
        start.failed(0)

    assert not start.is_due(5 * SECOND_NS)
    assert start.is_due(13 * SECOND_NS)


def test_a_process_that_proved_itself_is_replaced_quickly_again() -> None:
    start = NextStart()
    for _ in range(8):
        start.failed(0)
    start.proved()
    start.failed(0)

    assert start.is_due(SECOND_NS)


def test_a_mended_file_makes_the_next_start_due(tmp_path: Path) -> None:
    model = tmp_path / "model.onnx"
    start = NextStart()
    for _ in range(8):
        start.failed(0, [str(model)])
    assert not start.is_due(SECOND_NS)

    model.write_bytes(b"now it is there")

    assert start.is_due(2 * SECOND_NS)


def test_a_folder_stands_for_the_files_in_it(tmp_path: Path) -> None:
    (tmp_path / "one.onnx").write_bytes(b"broken")
    start = NextStart()
    for _ in range(8):
        start.failed(0, [str(tmp_path)])

    (tmp_path / "one.onnx").write_bytes(b"whole!")

    assert start.is_due(SECOND_NS)


def test_files_are_not_looked_at_in_a_tight_loop(tmp_path: Path) -> None:
    model = tmp_path / "model.onnx"
    start = NextStart()
    for _ in range(8):
        start.failed(0, [str(model)])
    model.write_bytes(b"now it is there")

    assert not start.is_due(1)


def test_a_process_that_is_only_replaced_is_due_at_once() -> None:
    start = NextStart()
    for _ in range(8):
        start.failed(0)
    start.at_once()

    assert start.is_due(1)
