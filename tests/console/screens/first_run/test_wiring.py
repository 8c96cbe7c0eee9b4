import socket

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QSpinBox

from console.runtime.clock import SystemClock
from console.screens.first_run.draft import LaneDraft, default_draft
from console.screens.first_run.lanes_page import LanesPage
from console.screens.form.sentences import sentence, sentence_of
from console.wiring.barriers import build_barrier
from console.wiring.far_sides import FarSides
from core.domain.errors import BadInput
from core.domain.lots import Direction, Lane
from core.services.ports import Boom, Health
from tests.booth import wait_until
from tests.far_sides.modbus import ModbusBoard

BOOM_DOWN = 3
LANE = Lane("entry-1", "Entry 1", Direction.ENTRY)


@pytest.fixture
def page(dressed):
    made = LanesPage()
    made.show_draft(default_draft("UTC", "EUR", "en"))
    yield made
    made.deleteLater()
    QCoreApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def wire_barrier(page, host, port):
    form = page._wiring
    form._barrier.choose("modbus_tcp")
    form._host.setText(host)
    form._port.setValue(port)
    form._boom_down.setValue(BOOM_DOWN)


def barrier_of(page):
    draft = page.draft(default_draft("UTC", "EUR", "en"))
    return build_barrier(LANE, draft.lanes[0].barrier, FarSides(SystemClock()))


def test_what_is_filled_in_reaches_the_relay_board(page):
    with ModbusBoard() as board:
        board.set_input(BOOM_DOWN, True)
        wire_barrier(page, "127.0.0.1", board.port)
        barrier = barrier_of(page)
        barrier.start()
        try:
            wait_until(lambda: barrier.boom() is Boom.DOWN, "the board says that the boom is down")
        finally:
            barrier.stop()


def test_a_board_that_is_not_there_is_told_in_a_sentence(page):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        wire_barrier(page, "127.0.0.1", taken.getsockname()[1])
        barrier = barrier_of(page)
        barrier.start()
        try:
            wait_until(lambda: barrier.status().health is Health.FAILED, "the board is missed")
            cause = barrier.status().cause
        finally:
            barrier.stop()
    assert sentence(cause).startswith("The barrier")
    assert cause not in sentence(cause)


def test_a_board_without_an_address_is_asked_for_in_its_field(page):
    wire_barrier(page, "", 502)
    with pytest.raises(BadInput) as refused:
        page.draft(default_draft("UTC", "EUR", "en"))
    assert sentence_of(refused.value) == "The barrier needs the address of its relay board."
    assert page.culprit(refused.value) is page._wiring._host


def test_only_what_the_chosen_kind_needs_is_shown(page):
    form = page._wiring
    assert all(field.isHidden() for field in form.findChildren(QSpinBox))
    wire_barrier(page, "10.0.0.9", 502)
    assert not form._port.isHidden()
    assert form._loops_port.isHidden()
    assert LaneDraft("x", Direction.ENTRY, barrier=form.barrier()).is_simulated
