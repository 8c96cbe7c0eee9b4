"""The administrator's page, by keyboard."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import insert, update

from console.screens.consoles import ConsolesScreen
from console.screens.consoles.row_words import malfunction_words, state_of, state_words
from console.widgets.status import State
from core.domain.journal import Subject, to_micros
from core.services.console_report import BackupReport, ConsoleReport, DeviceReport
from core.services.malfunctions import Malfunction
from core.services.ports import Health
from core.services.sharing import LinkState, LinkView, SharingView
from core.store.sharing_tables import refused_rows
from core.store.tables import tasks
from tests.fakes.shared_side import FakeSharedSide

ALT = Qt.KeyboardModifier.AltModifier
KEY = Qt.Key


@pytest.fixture
def lot(booth):
    """Three consoles: the booth, which is the hub, an entry, and a kiosk; all well."""
    booth.set_up()
    join(booth, booth.store.console_id, "Booth", 1)
    join(booth, "c-entry", "Entry North", 2)
    join(booth, "c-kiosk", "Kiosk", 3)
    appoint(booth, booth.store.console_id)
    side = FakeSharedSide(SharingView(is_shared=True, is_hub=True))
    side.left = {name: report(booth, name) for name in ("c-entry", "c-kiosk")}
    booth.console.sharing = side
    (booth.console.folder.backups).mkdir(exist_ok=True)
    (booth.console.folder.backups / "lotkeeper-20260513T000000.000000Z-by-hand.db").write_bytes(b"x")
    booth.clock.instant += timedelta(0)
    return booth


@pytest.fixture
def screen(lot):
    return shown(lot)


def shown(booth):
    made = ConsolesScreen(booth.ctx)
    booth.show(made)
    booth.until(lambda: bool(made.table.rows), "the consoles are shown")
    return made


def join(booth, console_id, name, number):
    console = {
        "console_id": console_id, "name": name, "number": number, "public_key": "0" * 64,
        "entry_lanes": True,
    }  # fmt: skip
    booth.store.write(
        lambda unit: unit.record(
            "console.joined", {"console": console}, who="p", subjects=[Subject("console", console_id)]
        )
    )


def appoint(booth, console_id, term=1):
    booth.store.write(
        lambda unit: unit.record(
            "hub.appointed",
            {"console_id": console_id, "term": term, "address": "10.0.0.1:8461"},
            who="p",
            subjects=[Subject("hub", unit.lot_id)],
        )
    )


def report(booth, console_id, **other):
    now = booth.clock.now()
    facts = {"version": "0.1.0", "is_shared": True, "disk_free_bytes": 10**11, "backup": BackupReport(now)}
    return ConsoleReport(console_id, now, **(facts | other))


def refuse(booth):
    booth.store.write(
        lambda unit: unit.connection.execute(
            insert(refused_rows).values(
                lot_id=unit.lot_id, refusal_id="r-1", console_id="c-entry", seq=12, kind="stay.paid",
                cause="chain.fork", detail="", at=to_micros(unit.now), row={},
            )
        )
    )  # fmt: skip


def row_of(screen, console_id):
    return next(row for row in screen.table.rows if row.console_id == console_id)


def choose(booth, screen, name):
    place = next(at for at, row in enumerate(screen.table.rows) if row.name == name)
    screen.table.table.selectRow(place)
    booth.until(lambda: screen.table.chosen().name == name)


def refreshed(booth, screen):
    screen._looking = False
    screen.refresh()
    booth.until(lambda: not screen._looking, "it has looked again")


def test_every_console_has_a_line_and_this_one_is_marked(screen):
    texts = screen.table.texts()
    assert [line[1] for line in texts] == ["Booth (this one)", "Entry North", "Kiosk"]
    assert [line[2] for line in texts] == ["hub", "console", "console"]


def test_a_lot_of_one_console_says_so(booth):
    booth.set_up()
    assert shown(booth).summary == "This lot has one console."


def test_something_refused_is_settled_with_one_key_and_written_down(lot):
    refuse(lot)
    screen = shown(lot)
    (first, *_) = screen.malfunctions.mendable
    assert first.target == "r-1"
    lot.press(KEY.Key_R, ALT)
    lot.until(lambda: lot.state.message is not None, "it is done")
    assert lot.state.message.code == "sharing.settled"
    lot.until(lambda: not row_of(screen, lot.store.console_id).report.refused, "it is gone")


def test_a_failed_receipt_is_done_again(lot):
    task_id = lot.store.write(lambda unit: unit.add_task("receipt", {"payment_id": "p", "copy_number": 0}))
    lot.store.write(
        lambda unit: unit.connection.execute(
            update(tasks)
            .where(tasks.c.task_id == task_id)
            .values(state="failed", cause="printer.no_answer", next_at=to_micros(unit.now))
        )
    )
    screen = shown(lot)
    lot.press(KEY.Key_R, ALT)
    lot.until(lambda: lot.state.message is not None, "it is done")
    assert lot.state.message.code == "sharing.task_retried"
    lot.until(lambda: row_of(screen, lot.store.console_id).report.tasks.waiting == 1)


def test_a_backup_is_made_where_there_is_none(booth):
    booth.set_up()
    shown(booth)
    booth.press(KEY.Key_R, ALT)
    booth.until(lambda: booth.state.message is not None, "it was made")
    assert booth.state.message.code == "sharing.backed_up"
    assert list(booth.console.folder.backups.glob("lotkeeper-*.db"))


def test_who_has_just_joined_and_said_nothing_yet_is_not_called_well(lot):
    join(lot, "c-new", "Exit South", 4)
    screen = shown(lot)
    row = row_of(screen, "c-new")
    assert (row.malfunctions, state_of(row), state_words(row)) == ((), State.UNKNOWN, "not heard yet")
    assert "not all heard yet" in screen.summary


def test_a_database_that_refuses_says_that_cars_go_on_and_what_to_look_at(lot):
    lost = Malfunction("malfunction.database_lost", {"since": lot.clock.now()}, cause="link.refused")
    _text, step = malfunction_words(lost, lot.state.lot, lot.clock.now())
    assert "Cars go on" in step
    assert "login" in step
    gone = Malfunction("malfunction.hub_lost", {"since": lot.clock.now()}, cause="link.revoked")
    assert "tried again" not in malfunction_words(gone, lot.state.lot, lot.clock.now())[1]


def test_a_far_side_that_is_away_is_tried_again(lot):
    lost = LinkView("database", LinkState.LOST, lot.clock.now(), "link.no_answer")
    lot.console.sharing.shown = SharingView(is_shared=True, is_hub=True, links={"database": lost})
    shown(lot)
    lot.press(KEY.Key_R, ALT)
    lot.until(lambda: lot.console.sharing.tries == 1, "it is tried")


def test_what_is_wrong_elsewhere_is_shown_but_mended_there(lot):
    camera = DeviceReport("n", "North", "camera", Health.FAILED, "camera.no_answer")
    lot.console.sharing.left["c-entry"] = report(lot, "c-entry", devices=(camera,))
    screen = shown(lot)
    choose(lot, screen, "Entry North")
    assert [each.code for each in row_of(screen, "c-entry").malfunctions] == ["malfunction.device"]
    assert screen.malfunctions.mendable == ()


def test_a_silent_console_is_revoked_with_a_reason(lot):
    lot.console.sharing.left["c-kiosk"] = report(lot, "c-kiosk")
    lot.clock.pass_by(minutes=10)
    lot.console.sharing.left["c-entry"] = report(lot, "c-entry")
    screen = shown(lot)
    choose(lot, screen, "Kiosk")
    lot.press(KEY.Key_R, ALT)
    lot.press(KEY.Key_Return)
    assert "Say why" in screen.below.question.told
    lot.type("stolen")
    lot.press(KEY.Key_Return)
    lot.until(lambda: lot.state.message is not None, "it is revoked")
    assert lot.state.message.code == "sharing.revoked"
    lot.until(lambda: row_of(screen, "c-kiosk").is_revoked, "it is shown as revoked")
    assert state_of(row_of(screen, "c-kiosk")) is State.QUIET


def test_escape_leaves_the_question_and_nothing_happens(lot, screen):
    choose(lot, screen, "Kiosk")
    lot.press(KEY.Key_X, ALT)
    lot.type("oh")
    lot.press(KEY.Key_Escape)
    refreshed(lot, screen)
    assert not row_of(screen, "c-kiosk").is_revoked


def test_the_hub_and_this_console_are_not_revoked(lot, screen):
    choose(lot, screen, "Booth")
    lot.press(KEY.Key_X, ALT)
    assert screen.below.currentWidget() is not screen.below.question


def test_a_silent_hub_is_replaced_by_this_console(lot):
    appoint(lot, "c-entry", term=2)
    lot.clock.pass_by(minutes=10)
    screen = shown(lot)
    choose(lot, screen, "Entry North")
    lot.press(KEY.Key_R, ALT)
    assert screen.below.currentWidget() is screen.below.question
    lot.press(KEY.Key_Return)
    lot.until(lambda: lot.state.message is not None, "it is appointed")
    assert lot.state.message.code == "sharing.hub_appointed"
    lot.until(lambda: row_of(screen, lot.store.console_id).is_hub, "it is the hub")


@pytest.mark.parametrize(("tabs", "is_asked_still"), [(0, True), (1, False), (2, True)])
def test_tab_goes_to_and_fro_between_the_new_hub_and_back(lot, tabs, is_asked_still):
    appoint(lot, "c-entry", term=2)
    screen = shown(lot)
    choose(lot, screen, "Booth")
    lot.press(KEY.Key_U, ALT)
    question = screen.below.question
    assert screen.below.currentWidget() is question
    for turn in range(tabs):
        lot.press(KEY.Key_Tab, Qt.KeyboardModifier.ShiftModifier if turn else Qt.KeyboardModifier.NoModifier)
    assert question._do.hasFocus() is is_asked_still
    assert question._back.hasFocus() is not is_asked_still
    lot.press(KEY.Key_Return)
    if is_asked_still:
        lot.until(lambda: lot.state.message is not None, "it is appointed")
    else:
        assert screen.below.currentWidget() is not question


def test_an_invitation_shows_its_code_and_how_long_it_is_good(lot, screen):
    lot.press(KEY.Key_Insert)
    lot.type("Exit South")
    lot.press(KEY.Key_Return)
    invite = screen.below.invite
    lot.until(lambda: bool(invite.code), "the code is shown")
    assert invite.code.startswith("LK-")
    assert invite.time_left == "15:00"
    lot.clock.pass_by(minutes=16)
    lot.until(lambda: "ended" in invite.time_left, "it has ended")


def test_who_joined_meanwhile_is_said_on_the_invitation(lot, screen):
    lot.press(KEY.Key_Insert)
    lot.type("Exit South")
    lot.press(KEY.Key_Return)
    lot.until(lambda: bool(screen.below.invite.code), "the code is shown")
    join(lot, "c-exit", "Exit South", 4)
    refreshed(lot, screen)
    assert screen.below.invite.told == "✓ Exit South has joined."


def test_a_code_is_withdrawn(lot, screen):
    lot.press(KEY.Key_Insert)
    lot.type("Exit South")
    lot.press(KEY.Key_Return)
    lot.until(lambda: bool(screen.below.invite.code), "the code is shown")
    lot.press(KEY.Key_W, ALT)
    lot.until(lambda: screen.below.currentWidget() is not screen.below.invite, "it is closed")
    open_ones = lot.store.read(lambda unit: [one for one in unit.invitations() if one.is_open(unit.now)])
    assert open_ones == []


def test_a_name_that_is_taken_is_refused_with_the_reason(lot, screen):
    lot.press(KEY.Key_Insert)
    lot.type("Kiosk")
    lot.press(KEY.Key_Return)
    lot.until(lambda: "called Kiosk already" in screen.below.invite.told, "it is refused")


def test_a_code_that_was_used_is_shown_no_more_and_the_next_step_is_said(lot, screen):
    lot.press(KEY.Key_Insert)
    lot.type("Exit South")
    lot.press(KEY.Key_Return)
    invite = screen.below.invite
    lot.until(lambda: bool(invite.code), "the code is shown")
    join(lot, "c-exit", "Exit South", 4)
    refreshed(lot, screen)
    assert "wire its lanes" in invite.lead
    assert not invite.shows_code
    lot.press(KEY.Key_Escape)
    lot.press(KEY.Key_Insert)
    lot.press(KEY.Key_Return)
    assert "name" in invite.told


def test_a_console_is_renamed_by_keys(lot, screen):
    choose(lot, screen, "Kiosk")
    lot.press(KEY.Key_M, ALT)
    lot.type("Booth")
    lot.press(KEY.Key_Return)
    lot.until(lambda: "called Booth already" in screen.below.rename.told, "it is refused")
    lot.press(KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    lot.type("Pay station")
    lot.press(KEY.Key_Return)
    lot.until(lambda: any(row.name == "Pay station" for row in screen.table.rows), "it has another name")
    assert lot.state.message.code == "console.renamed"


def test_a_lone_console_is_not_renamed_here(booth):
    booth.set_up()
    screen = shown(booth)
    booth.press(KEY.Key_M, ALT)
    assert screen.below.currentWidget() is not screen.below.rename


def test_the_spaces_of_a_revoked_console_are_written_off(lot):
    lot.store.write(
        lambda unit: unit.record(
            "space.granted", {"to": "c-kiosk", "count": 3, "term": 1}, who="system",
            subjects=[Subject("lease", "c-kiosk")],
        )
    )  # fmt: skip
    lot.store.write(
        lambda unit: unit.record(
            "console.revoked", {"console_id": "c-kiosk", "reason": "lost"}, who="p",
            subjects=[Subject("console", "c-kiosk")],
        )
    )  # fmt: skip
    screen = shown(lot)
    choose(lot, screen, "Kiosk")
    assert row_of(screen, "c-kiosk").balance == 3
    lot.press(KEY.Key_R, ALT)
    lot.type("it stands in the cellar")
    lot.press(KEY.Key_Return)
    lot.until(lambda: lot.state.message is not None, "it is written off")
    assert lot.state.message.facts["count"] == 3
    lot.until(lambda: row_of(screen, "c-kiosk").balance == 0, "nothing is held any more")


def test_the_choice_stays_when_the_page_looks_again(lot, screen):
    choose(lot, screen, "Kiosk")
    refreshed(lot, screen)
    assert screen.table.chosen().name == "Kiosk"


def test_facts_tell_what_is_not_known_from_what_is_well(lot):
    lot.console.sharing.left.pop("c-kiosk")
    screen = shown(lot)
    choose(lot, screen, "Kiosk")
    assert [(fact.text, fact.state) for fact in screen.facts.facts] == [("never", State.UNKNOWN)]
