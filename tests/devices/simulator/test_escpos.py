"""The simulated printer takes ESC/POS in any pieces, holds what it cannot print, and breaks on nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from devices.simulator.escpos import EscPosPrinter, PrinterFault
from reports.receipt_escpos import receipt_escpos
from tests.reports.samples import CHINESE_LOT, SIGNED_PERMIT, receipt_of

RECEIPT = receipt_escpos(receipt_of(CHINESE_LOT), "zh_TW", 384, code_text=SIGNED_PERMIT)
CUT = b"\x1dV\x00"


@given(st.lists(st.integers(1, len(RECEIPT) - 1), max_size=12))
def test_the_pieces_in_which_it_comes_do_not_matter(cuts: list[int]) -> None:
    whole, split = EscPosPrinter(), EscPosPrinter()
    whole.receive(RECEIPT)
    places = [0, *sorted(set(cuts)), len(RECEIPT)]
    for begin, end in pairwise(places):
        split.receive(RECEIPT[begin:end])
    assert [slip.picture.tobytes() for slip in split.slips] == [
        slip.picture.tobytes() for slip in whole.slips
    ]
    assert len(whole.slips) == 1


@given(st.binary(max_size=400))
def test_garbage_breaks_nothing_and_a_receipt_after_it_comes_out(garbage: bytes) -> None:
    printer = EscPosPrinter()
    printer.receive(garbage)
    printer.lose_power()
    before = len(printer.slips)
    printer.receive(b"\x1b@Riverside\n" + CUT)
    assert [slip.text for slip in printer.slips[before:]] == ["Riverside\n"]


@pytest.mark.parametrize("fault", [PrinterFault.PAPER_OUT, PrinterFault.COVER_OPEN, PrinterFault.OFFLINE])
def test_what_it_cannot_print_it_holds_and_prints_later_in_order(fault: PrinterFault) -> None:
    printer = EscPosPrinter()
    printer.set_fault(fault, True)
    assert printer.receive(b"first\n" + CUT + b"second\n" + CUT + b"\x1dr\x01") == b""
    assert printer.slips == []
    assert printer.set_fault(fault, False) == b"\x00"
    assert [slip.text for slip in printer.slips] == ["first\n", "second\n"]


def test_it_says_at_once_what_is_wrong_also_while_it_holds() -> None:
    printer = EscPosPrinter()
    printer.set_fault(PrinterFault.PAPER_OUT, True)
    printer.receive(b"held\n")
    assert printer.receive(b"\x10\x04\x01\x10\x04\x02\x10\x04\x04") == bytes((0x1A, 0x32, 0x72))


def test_the_drawer_opens_by_either_command_and_in_turn_only_when_it_prints() -> None:
    printer = EscPosPrinter()
    printer.set_fault(PrinterFault.PAPER_OUT, True)
    printer.receive(b"\x1bp\x00\x3c\xff")
    assert not printer.is_drawer_open
    printer.receive(b"\x10\x14\x01\x00\x01")
    assert (printer.is_drawer_open, printer.drawer_pulses) == (True, 1)
    printer.set_fault(PrinterFault.PAPER_OUT, False)
    assert printer.drawer_pulses == 2
