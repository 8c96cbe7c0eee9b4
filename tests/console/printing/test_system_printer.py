"""Receipts on a printer of the system, with Debian's printing service as the far side."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from console.printing.system_printer import SystemPrinter
from core.domain.errors import DeviceError
from core.services.ports import Health
from reports.receipt_page import receipt_page
from tests.far_sides.cups import QUEUE, Cups
from tests.reports.samples import CHINESE_LOT, receipt_of

LIMIT_S = 20.0
MM_PER_POINT = 25.4 / 72


@pytest.fixture(scope="module")
def running_cups() -> Iterator[Cups]:
    with Cups() as cups:
        yield cups


@pytest.fixture
def cups(running_cups: Cups, monkeypatch: pytest.MonkeyPatch) -> Cups:
    for name, value in running_cups.environment.items():
        monkeypatch.setenv(name, value)
    return running_cups


def eventually(condition: Callable[[], bool]) -> bool:
    until_s = time.monotonic() + LIMIT_S
    while time.monotonic() < until_s and not condition():
        time.sleep(0.02)
    return condition()


def printed(cups: Cups, before: int) -> Path:
    assert eventually(lambda: len(cups.papers()) > before)
    return cups.papers()[-1]


@pytest.mark.parametrize("queue", [QUEUE, ""], ids=["by name", "the usual one"])
def test_a_receipt_comes_out_in_its_own_size_and_its_code_can_be_read(cups: Cups, queue: str) -> None:
    before = len(cups.papers())
    SystemPrinter(queue).print(receipt_page(receipt_of(CHINESE_LOT), "zh_TW", code_text="LK1|the permit"))
    document = pypdfium2.PdfDocument(printed(cups, before))
    page = document[0]
    picture = page.render(scale=300 / 72).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(picture)] == ["LK1|the permit"]
    dark = picture.convert("L").point(lambda level: 255 * (level < 128)).getbbox()
    assert dark is not None
    assert 50 < (dark[2] - dark[0]) / 300 * 25.4 <= 72.5
    document.close()


def test_a_queue_that_is_not_there_is_told_and_nothing_is_printed(cups: Cups) -> None:
    before = len(cups.papers())
    printer = SystemPrinter("kitchen")
    with pytest.raises(DeviceError) as raised:
        printer.print(receipt_page(receipt_of(), "en"))
    assert (raised.value.cause, raised.value.unknown) == ("printer.no_queue", False)
    assert (printer.status().health, printer.status().cause) == (Health.FAILED, "printer.no_queue")
    printer = SystemPrinter(QUEUE)
    printer.print(receipt_page(receipt_of(), "en"))
    assert eventually(lambda: len(cups.papers()) == before + 1)
    assert printer.status().health is Health.UNKNOWN


def test_a_printing_service_that_is_silent_keeps_nobody_waiting(cups: Cups) -> None:
    cups.freeze()
    try:
        began_s = time.monotonic()
        with pytest.raises(DeviceError) as raised:
            SystemPrinter(QUEUE, limit_s=1.5).print(receipt_page(receipt_of(), "en"))
        assert time.monotonic() - began_s < 10
    finally:
        cups.thaw()
    assert (raised.value.cause, raised.value.unknown) == ("printer.no_answer", False)


def test_what_is_no_picture_is_refused(cups: Cups) -> None:
    with pytest.raises(DeviceError) as raised:
        SystemPrinter(QUEUE).print(b"\x1b@no picture")
    assert (raised.value.cause, raised.value.unknown) == ("printer.refused", False)


@pytest.mark.parametrize(("says", "is_unknown"), [("", False), ("handing over\n", True)])
def test_a_process_that_dies_leaves_the_receipt_unknown_once_the_system_may_have_it(
    says: str, is_unknown: bool
) -> None:
    dies = ("/bin/sh", "-c", f"printf '{says}'; kill -9 $$")
    with pytest.raises(DeviceError) as raised:
        SystemPrinter(QUEUE, page_process=dies).print(b"")
    assert (raised.value.cause, raised.value.unknown) == ("printer.crashed", is_unknown)


def test_a_service_that_falls_silent_while_it_gets_the_page_leaves_the_receipt_unknown() -> None:
    hangs = ("/bin/sh", "-c", "echo handing over; exec sleep 60")
    with pytest.raises(DeviceError) as raised:
        SystemPrinter(QUEUE, page_process=hangs, limit_s=0.3).print(b"")
    assert (raised.value.cause, raised.value.unknown) == ("printer.no_answer", True)


def test_a_page_opens_no_drawer() -> None:
    with pytest.raises(DeviceError) as raised:
        SystemPrinter(QUEUE).kick_drawer("a")
    assert raised.value.cause == "printer.no_drawer"
