"""Receipts: paper for the driver, whatever the disk does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from console.receipts import MOST_TRIES, ReceiptMaker
from core.domain.errors import StoreError
from core.domain.signed_codes import KnownKey, check_signature, read_code
from core.domain.signed_permits import SignedPermit
from core.services.tasks import Task, TaskState
from core.sync.identity import load_identity, verify
from devices.printers.memory import MemoryPrinter
from tests.booth import Booth


@pytest.fixture
def booth(tmp_path: Path) -> Iterator[Booth]:
    made = Booth(tmp_path)
    yield made
    made.close()


def paid_task(booth: Booth, *, attempts: int = 0) -> Task:
    """The task of a receipt for a car that paid after two hours."""
    booth.run_lanes()
    stay = booth.enter("ABC1234")
    booth.clock.pass_by(hours=2)
    payment = booth.pay(stay.stay_id)
    now = booth.clock.now()
    payload = {"payment_id": payment.payment_id, "copy_number": 0, "who": "system"}
    return Task("task", "receipt", payload, now, now, None, attempts)


def blocked(folder: Path) -> Path:
    """A place where no folder can be made."""
    file = folder / "in_the_way"
    file.write_text("a file")
    return file / "receipts"


def test_a_folder_that_cannot_be_written_keeps_no_driver_waiting_for_the_paper(
    booth: Booth, tmp_path: Path
) -> None:
    printer = MemoryPrinter()
    maker = ReceiptMaker(booth.store, blocked(tmp_path), printer, width_dots=384)
    outcome = maker.handler().act(paid_task(booth))
    assert outcome.state is TaskState.DONE
    assert outcome.cause.startswith("store.")
    assert len(printer.papers) == 1


def test_without_a_printer_the_files_are_tried_again_and_then_named_as_failed(
    booth: Booth, tmp_path: Path
) -> None:
    maker = ReceiptMaker(booth.store, blocked(tmp_path), None, width_dots=384)
    task = paid_task(booth)
    again = maker.handler().act(task)
    assert again.state is TaskState.WAITING
    assert again.retry_in > timedelta(0)
    last = Task("task", "receipt", task.payload, task.created_at, task.next_at, None, MOST_TRIES - 1)
    assert maker.handler().act(last).state is TaskState.FAILED


def test_a_store_that_cannot_be_read_for_a_moment_costs_nobody_the_receipt(
    booth: Booth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    maker = ReceiptMaker(booth.store, tmp_path / "receipts", None, width_dots=384)
    task = paid_task(booth)

    def locked(_query: object) -> object:
        raise StoreError("store.locked")

    monkeypatch.setattr(booth.store, "read", locked)
    assert maker.handler().act(task).state is TaskState.WAITING


def test_the_receipt_carries_a_permit_that_another_console_believes(booth: Booth, tmp_path: Path) -> None:
    identity = load_identity(tmp_path)
    maker = ReceiptMaker(booth.store, tmp_path, None, width_dots=384, signer=identity)
    task = paid_task(booth)
    assert maker.handler().act(task).state is TaskState.DONE
    page = pypdfium2.PdfDocument(maker.pdf_path(1))
    codes = zxingcpp.read_barcodes(page[0].render(scale=4).to_pil())
    key = KnownKey("booth", "Booth", identity.public_key)
    code = read_code(codes[0].text)
    assert check_signature(code, lot_id=booth.store.lot_id, keys=[key], verify=verify) == key
    permit = SignedPermit.from_code(code)
    assert (permit.plate, permit.payment_id) == ("ABC1234", task.payload["payment_id"])
    page.close()


def test_without_a_key_the_receipt_is_a_receipt_all_the_same(booth: Booth, tmp_path: Path) -> None:
    maker = ReceiptMaker(booth.store, tmp_path, None, width_dots=384)
    assert maker.handler().act(paid_task(booth)).state is TaskState.DONE
    page = pypdfium2.PdfDocument(maker.pdf_path(1))
    assert zxingcpp.read_barcodes(page[0].render(scale=4).to_pil())[0].text.startswith("LK1|")
    page.close()
