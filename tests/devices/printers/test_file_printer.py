from __future__ import annotations

from pathlib import Path

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Health
from devices.printers.file_printer import FilePrinter


def test_each_receipt_becomes_the_next_numbered_file(tmp_path: Path) -> None:
    FilePrinter(tmp_path / "receipts").print(b"one\x1d\x56\x00")
    again = FilePrinter(tmp_path / "receipts")
    again.print(b"two")
    files = sorted((tmp_path / "receipts").iterdir())
    assert [(file.name, file.read_bytes()) for file in files] == [
        ("000001.bin", b"one\x1d\x56\x00"),
        ("000002.bin", b"two"),
    ]


def test_a_receipt_cut_off_by_a_crash_is_not_taken_for_one(tmp_path: Path) -> None:
    (tmp_path / "000001.tmp").write_bytes(b"ha")
    FilePrinter(tmp_path).print(b"whole")
    assert [file.read_bytes() for file in tmp_path.glob("*.bin")] == [b"whole"]


def test_a_folder_that_takes_nothing_fails_with_nothing_printed_until_it_is_mended(tmp_path: Path) -> None:
    folder = tmp_path / "receipts"
    folder.write_text("in the way")
    printer = FilePrinter(folder)
    with pytest.raises(DeviceError) as raised:
        printer.print(b"one")
    assert (raised.value.cause, raised.value.unknown) == ("printer.refused", False)
    assert (printer.status().health, printer.status().cause) == (Health.FAILED, "printer.refused")
    folder.unlink()
    printer.print(b"one")
    assert printer.status().health is Health.OK
