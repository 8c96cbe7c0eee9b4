"""A day at a booth that takes money in every way, by its keys; then the books are held against each other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.cli import main
from console.look import Look, dress
from console.theme import load_fonts
from core.domain.merchants import Gives, Merchant
from core.domain.orders import ChargeState
from core.domain.payments import Tender
from core.domain.people import Right
from core.domain.shift_report import ShiftReport
from core.domain.shifts import Shift
from core.services.merchants import set_merchant
from core.store.queries.payments import open_debts
from core.store.rebuild import FOLLOWING, rebuild
from core.store.store import Store
from core.store.verify import verify_file
from devices.terminals.simulator import Outcome
from tests.console.screens.desk.test_cash_in_few_keys import MOST_KEYS, keys_counted, strike
from tests.flows.money_books import Books, books_of
from tests.flows.money_desk import ALT, DRAWER, ENTER, F9, F10, F11, MoneyDesk

PARKED, DUE = 70, 45
"""How many minutes ago cars came, and what each owes: it owes no more for a long while."""

DEBTS = 2
SHOP = Merchant("m1", "Mega Mart", "MEGA", Gives.AMOUNT, Decimal(15))
ONE, TWO = Qt.Key.Key_1, Qt.Key.Key_2


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[MoneyDesk]:
    load_fonts()
    dress(qapp, Look())
    made = MoneyDesk(tmp_path)
    try:
        yield made
    finally:
        made.close()


def test_a_day_with_every_way_to_pay_ends_with_books_that_agree(desk: MoneyDesk, tmp_path: Path) -> None:
    desk.sign_on_by_pin("Bea")
    opens_with_ten_less_than_was_left(desk)
    pays_cash_at_the_exit_with_few_keys(desk)
    pays_by_card(desk)
    is_declined_and_pays_cash(desk)
    is_unknown_until_a_supervisor_reads_the_slip(desk)
    pays_on_the_platform(desk)
    pays_half_in_cash_and_half_by_card(desk)
    pays_less_with_a_stamp_of_the_shop(desk)
    leaves_free_of_charge(desk)
    owes_and_pays_later(desk)
    has_a_payment_voided_and_another_refunded(desk)
    moves_cash(desk)
    is_relieved(desk)
    enters_the_paper_book(desk)
    sealed = counts_blind_and_closes(desk)
    everything_adds_up(desk, sealed, tmp_path)


def opens_with_ten_less_than_was_left(desk: MoneyDesk) -> None:
    screen = desk.shift_screen
    desk.until(
        lambda: screen.panel == "OpenPanel" and "1,000" in words_on(screen), "yesterday's rest is told"
    )
    desk.type("990")
    desk.press(ENTER)
    assert desk.state.shift is None, "a difference needs words"
    desk.type("A note was torn")
    desk.press(ENTER)
    desk.until(lambda: screen.panel == "RunningPanel", "the shift is open")
    desk.to_desk()


def pays_cash_at_the_exit_with_few_keys(desk: MoneyDesk) -> None:
    desk.car_inside("ABC1001", minutes=PARKED)
    desk.arrive("exit", "ABC1001")
    desk.until(lambda: desk.state.lanes["exit"].waiting, "the exit refuses")
    desk.choose("1001")
    with keys_counted() as counter:
        strike(desk, F9)
        strike(desk, Qt.Key.Key_Equal)
        desk.until(lambda: desk.screen.car.awaits_acknowledgement, "it is paid")
        strike(desk, ENTER)
        desk.until(lambda: desk.pulses("exit") == 1, "the exit opens")
    assert len(counter.keys) <= MOST_KEYS
    desk.cross("exit")
    desk.until(lambda: not any(one.plate == "ABC1001" for one in desk.inside()), "it has left")


def pays_by_card(desk: MoneyDesk) -> None:
    desk.terminal.expect(Outcome.SLOW)
    stay_id = car_in_hand(desk, "ABC1002")
    desk.press(F10)
    desk.driver_pays(stay_id, desk.terminal)
    desk.until_paid(stay_id)
    desk.until_said("Receipt")
    desk.press(ENTER)


def is_declined_and_pays_cash(desk: MoneyDesk) -> None:
    desk.terminal.expect(Outcome.DECLINE)
    stay_id = car_in_hand(desk, "ABC1003")
    desk.press(F10)
    desk.until_said("declined")
    take_cash(desk, stay_id)


def is_unknown_until_a_supervisor_reads_the_slip(desk: MoneyDesk) -> None:
    with desk.line_cut(desk.terminal):
        stay_id = car_in_hand(desk, "ABC1004")
        desk.press(F10)
        desk.until_said("not known")
        waiting = desk.screen.waiting
        desk.until(lambda: any(row.code == "charge.asks" for row in waiting.rows), "it waits in the list")
        desk.press(TWO)
        desk.type("SLIP 77")
        desk.press(ENTER)
        desk.press(ONE)
        desk.press(ENTER)
        desk.give_word("Carla")
        desk.until_paid(stay_id)
    desk.until_said("Receipt")
    desk.press(ENTER)
    assert desk.charge_of(stay_id).state is ChargeState.CONFIRMED


def pays_on_the_platform(desk: MoneyDesk) -> None:
    desk.platform.expect(Outcome.SLOW)
    stay_id = car_in_hand(desk, "ABC1005")
    desk.press(F11)
    desk.until(lambda: desk.charging.shown_code.startswith("https://pay.example/"), "a code is shown")
    desk.driver_pays(stay_id, desk.platform)
    desk.until_paid(stay_id)
    desk.until_said("Receipt")
    desk.press(ENTER)
    assert desk.stay(stay_id).payments[0].tender is Tender.STRIPE


def pays_half_in_cash_and_half_by_card(desk: MoneyDesk) -> None:
    desk.terminal.expect(Outcome.SLOW)
    stay_id = car_in_hand(desk, "ABC1006")
    desk.more(1)
    desk.type("30")
    desk.press(F9)
    desk.type("=")
    desk.until(lambda: desk.screen.car.awaits_acknowledgement, "the share is taken")
    desk.press(ENTER)
    split = desk.screen.car.questions.money.split.split
    desk.until(lambda: split.missing_minor == DUE - 30, "the rest is asked for")
    desk.press(F10)
    desk.driver_pays(stay_id, desk.terminal)
    desk.until_paid(stay_id)
    desk.until_said("Receipt")
    desk.press(ENTER)


def pays_less_with_a_stamp_of_the_shop(desk: MoneyDesk) -> None:
    desk.store.write(lambda unit: set_merchant(unit, actor=desk.boss, merchant=SHOP))
    stay_id = car_in_hand(desk, "ABC1007")
    desk.more(2)
    panel = desk.screen.car.questions.money.validation.panel
    desk.until(lambda: not panel.isHidden(), "a code is asked for")
    desk.type("mega")
    desk.press(ENTER)
    desk.until(lambda: price(desk) == DUE - 15, "the shop pays a part")
    take_cash(desk, stay_id)


def leaves_free_of_charge(desk: MoneyDesk) -> None:
    stay_id = car_in_hand(desk, "ABC1008")
    desk.more(3)
    desk.press(TWO)
    desk.press(ENTER)
    assert not desk.stay(stay_id).payments, "an attendant alone waives nothing"
    desk.give_word("Carla")
    desk.until_paid(stay_id)
    assert desk.stay(stay_id).payments[0].tender is Tender.NIL


def owes_and_pays_later(desk: MoneyDesk) -> None:
    stay_id = car_in_hand(desk, "ABC1009")
    desk.more(4)
    desk.type("Chen")
    desk.press(ENTER)
    desk.type("0912")
    desk.press(ENTER)
    desk.press(ENTER)
    desk.until_paid(stay_id)
    screen = desk.payments_screen
    screen.open_page(DEBTS)
    page = screen.page
    page.take_focus()
    desk.until(lambda: len(page.rows) == 1, "the debt is listed")
    desk.press(ENTER)
    desk.type("=")
    desk.until(lambda: page.cash.awaits_acknowledgement, "it is collected")
    desk.press(ENTER)
    desk.until(lambda: not desk.store.read(open_debts), "nobody owes anything")
    desk.to_desk()


def has_a_payment_voided_and_another_refunded(desk: MoneyDesk) -> None:
    voided = car_in_hand(desk, "ABC1010")
    take_cash(desk, voided)
    desk.until(lambda: bool(desk.screen.car.car.chosen.stay.payments), "the car is read again")
    desk.more(6)
    desk.press(ONE)
    desk.press(ENTER)
    desk.give_word("Carla")
    desk.until(lambda: not desk.stay(voided).payments, "it is taken back")
    refunded = car_in_hand(desk, "ABC1011")
    take_cash(desk, refunded)
    desk.until(lambda: bool(desk.screen.car.car.chosen.stay.payments), "the car is read again")
    before = desk.state.shift.expected_minor
    desk.more(7)
    giving = desk.screen.car.questions.money.returns.giving
    desk.until(lambda: not giving.isHidden(), "it asks how much")
    desk.type("20")
    desk.press(ENTER)
    desk.press(TWO)
    desk.press(ENTER)
    desk.give_word("Carla")
    desk.until(lambda: desk.state.shift.expected_minor == before - 20, "it is out of the drawer")
    assert desk.stay(refunded).payments, "the right to leave stays"


def moves_cash(desk: MoneyDesk) -> None:
    screen = desk.shift_screen
    desk.until(lambda: screen.panel == "RunningPanel", "the shift runs")
    desk.type("1")
    desk.type("500")
    desk.press(ENTER)
    desk.type("1")
    desk.press(ENTER)
    desk.until(
        lambda: screen.panel == "RunningPanel" and drawer(desk).drops_minor == 500, "it is in the safe"
    )
    kicks = len(desk.printer.kicks)
    desk.type("4")
    desk.type("1")
    desk.press(ENTER)
    desk.until(lambda: screen.panel == "RunningPanel" and len(desk.printer.kicks) > kicks, "the drawer opens")
    desk.to_desk()


def is_relieved(desk: MoneyDesk) -> None:
    desk.relieve("Dan")
    desk.to_desk()
    take_cash(desk, car_in_hand(desk, "ABC1012"))
    screen = desk.shift_screen
    desk.type("5")
    desk.until(lambda: screen.panel == "CountPanel", "the drawer is counted")
    type_total(desk, drawer(desk).expected_minor)
    desk.until(lambda: screen.panel == "ClosedPanel", "it is handed back")
    assert "exact" in words_on(screen)
    desk.press(ENTER)
    desk.come_back("Bea")
    desk.to_desk()


def enters_the_paper_book(desk: MoneyDesk) -> None:
    screen = desk.shift_screen
    QTest.keyClick(desk.app.window, Qt.Key.Key_B, ALT)
    book = screen.side.book
    desk.until(lambda: screen.side.page is book, "the paper book is in front")
    now = desk.clock.now().astimezone(desk.state.lot.zone)
    hour = (now.hour - 3) % 24
    for slip, plate in (("7001", "PAP1001"), ("7002", "PAP1002")):
        typed = (slip, plate, f"{hour:02}10", f"{hour + 1:02}20", "45", f"{hour + 1:02}25")
        for field, text in zip(book._fields, typed, strict=True):
            field.setFocus()
            field.selectAll()
            desk.type(text)
        desk.press(ENTER)
        desk.until(lambda slip=slip: any(row.line.slip == slip for row in book.rows), f"line {slip} is taken")


def counts_blind_and_closes(desk: MoneyDesk) -> Shift:
    assert not desk.bea.may(Right.SEE_TOTALS)
    screen = desk.shift_screen
    QTest.keyClick(desk.app.window, Qt.Key.Key_S, ALT)
    papers = len(desk.printer.papers)
    counted = books_of(desk.console.folder.database).drawer_minor
    screen.side.turn_to(0)
    screen._take_keys()
    desk.press(ENTER)
    desk.until(lambda: screen.panel == "CountPanel", "it is counted")
    assert f"{counted:,}" not in words_on(screen), "what must be there is told to nobody"
    type_total(desk, counted)
    desk.until(lambda: screen.panel == "KeepPanel", "it is asked what stays")
    desk.type("500")
    desk.press(ENTER)
    desk.until(lambda: screen.panel == "ClosedPanel", "the result is shown")
    assert "exact" in words_on(screen)
    sealed = desk.store.read(lambda unit: unit.last_closed_shift(DRAWER))
    assert sealed is not None

    def is_printed() -> bool:
        code = sealed.check_code.encode()
        return any(code in paper for paper in desk.printer.papers[papers:])

    desk.until(is_printed, "the slip is printed")
    assert desk.console.slips.pdf_path(sealed).read_bytes().startswith(b"%PDF")
    return sealed


def everything_adds_up(desk: MoneyDesk, sealed: Shift, folder: Path) -> None:
    report = ShiftReport.from_document(sealed.report or {})
    database = desk.console.folder.database
    books = books_of(database)
    agrees(report, books)
    assert taken_at(desk.terminal) == books.came_in["card"] - books.went_back["card"]
    assert taken_at(desk.platform) == books.came_in["stripe"]
    assert (sealed.counted_minor, sealed.left_minor, sealed.difference_minor) == (books.drawer_minor, 500, 0)
    assert [one.code for one in verify_file(database).problems] == []
    before = rows_of(desk.store)
    unfolded = desk.store.write(lambda unit: rebuild(unit.connection, unit.lot_id, now=unit.now)).unfolded
    assert unfolded == ()
    assert rows_of(desk.store) == before
    assert main(["shift", "verify", sealed.check_code, "--data", str(folder)]) == 0


def agrees(report: ShiftReport, books: Books) -> None:
    """The sealed report says what the journal says, added up by somebody else."""
    count = report.drawer_count
    assert {one.name: one.amount_minor for one in report.tenders} == dict(+books.came_in)
    assert {one.name: one.amount_minor for one in report.refunds} == dict(+books.went_back)
    unusual = {one.name: one.amount_minor for one in report.exceptions}
    assert {name: unusual[name] for name in books.without_money} == dict(books.without_money)
    assert (report.payments, report.settled_minor) == (books.payments, books.settled)
    assert count.taken_minor - count.returned_minor == books.came_in["cash"] - books.went_back["cash"]
    assert (count.float_minor, count.dropped_minor) == (books.float_minor, books.dropped)
    assert count.float_difference_minor == -10
    assert count.expected_minor == books.drawer_minor
    assert (report.z_number, report.is_sealed) == (2, True)


def car_in_hand(desk: MoneyDesk, plate: str) -> str:
    """A car, chosen at the desk; its stay."""
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Escape)
    stay_id = desk.car_inside(plate, minutes=PARKED)
    desk.choose(plate)
    return stay_id


def take_cash(desk: MoneyDesk, stay_id: str) -> None:
    """Exactly what is due, in cash."""
    desk.press(F9)
    desk.type("=")
    desk.until_paid(stay_id)
    desk.until(lambda: desk.screen.car.awaits_acknowledgement, "it is shown")
    desk.press(ENTER)


def price(desk: MoneyDesk) -> int:
    due = desk.screen.car.car.chosen.due
    return due.quote.total_minor if due is not None else -1


def type_total(desk: MoneyDesk, minor: int) -> None:
    """The count as one sum."""
    panel = desk.shift_screen._counting
    panel._total.setFocus()
    desk.type(str(minor))
    desk.press(ENTER)


def drawer(desk: MoneyDesk) -> Shift:
    shift = desk.store.read(lambda unit: unit.open_shift(DRAWER))
    assert shift is not None
    return shift


def words_on(screen) -> str:
    return " ".join(screen.words())


def taken_at(side) -> int:
    """What the far side's own books say that it kept."""
    return sum(one.amount_minor - one.refunded_minor for one in side.taken if one.answer == "confirmed")


def rows_of(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All rows that follow from the journal."""
    with store.reading() as view:
        return {
            table.name: sorted((tuple(row) for row in view.connection.execute(table.select())), key=repr)
            for table in FOLLOWING
        }
