"""A landlord at the rates screen, with the keyboard."""

import tomllib
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from console.commands.table import Command
from console.screens.rates import RatesScreen
from console.screens.rates.keeping import read_rates
from console.screens.rates.places import THE_PLAN, Kind, Place
from core.domain.people import Role
from core.store.queries.rates import Standing

ENTER, DOWN, UP, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Escape
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
CHARGE = Place(Kind.CHARGE, 0, 0)


@pytest.fixture
def screen(booth):
    booth.set_up()
    made = RatesScreen(booth.ctx)
    booth.show(made)
    booth.until(lambda: made.is_ready, "the plan in force is shown")
    return made


def rules(screen):
    return [row.text for row in screen.workspace.rules.rows]


def dearer(screen, minor=60):
    """The charge with another first price, as its form would send it."""
    screen.editing.choose(CHARGE)
    charge = screen.editing.part
    first, *rest = charge.steps
    screen.editing.take_part(replace(charge, steps=(replace(first, price_minor=Decimal(minor)), *rest)))


def published(booth):
    return booth.store.read(read_rates).history


def test_the_rules_in_force_read_like_the_sign(screen):
    assert "First hour NT$ 40, then NT$ 20 each started 30 min, anew every 24 h" in rules(screen)
    assert "Free up to 15 min" in rules(screen)
    assert "At most NT$ 200 in 24 h" in rules(screen)
    assert "version 1" in screen.state
    assert not screen.has_changes


def test_arrow_keys_choose_a_rule_and_its_form_is_shown(booth, screen):
    screen.workspace.rules.list.setFocus()
    booth.press(UP, times=5)
    assert screen.editing.place == THE_PLAN
    booth.press(DOWN, times=3)
    assert screen.editing.place == Place(Kind.FREE, 0)
    assert type(screen.workspace.part.form).__name__ == "FreeForm"


def test_curve_and_examples_follow_a_change(booth, screen):
    curve = screen.workspace.price.curve
    curve.look_at(3600)
    assert curve.sentence() == "1 h: NT$ 40"
    dearer(screen)
    booth.until(lambda: curve.sentence() == "1 h: NT$ 60", "the curve follows")
    assert (3600, 60) in [(row.length_s, row.total_minor) for row in screen.workspace.examples.rows]
    assert "NT$ 60" in screen.workspace.price.week.block.words


def test_the_comparison_says_both_sentences(booth, screen):
    dearer(screen)
    booth.until(lambda: screen.is_ready, "it was reckoned")
    row = screen.workspace.compare.rows[0]
    assert "First hour NT$ 40" in row.remark
    assert "First hour NT$ 60" in row.remark
    assert screen.workspace.compare.curve.sentence() == "1 h: new NT$ 60, in force NT$ 40"


def test_a_rule_is_added_moved_and_deleted_by_keys(booth, screen):
    screen.workspace.rules.list.choose(CHARGE)
    screen.workspace.rules.list.setFocus()
    booth.press(Qt.Key.Key_Insert)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert screen.editing.place == Place(Kind.CHARGE, 0, 0)
    assert "Daily 20:00–08:00: NT$ 40 each started hour" in rules(screen)
    screen.workspace.rules.list.setFocus()
    booth.press(DOWN, ALT)
    assert screen.editing.place == Place(Kind.CHARGE, 1, 0)
    booth.press(Qt.Key.Key_Delete)
    assert [charge.name for charge in screen.editing.plan.rates[0].charges] == ["Standard"]
    assert "Ctrl+Z" in screen.told
    booth.press(Qt.Key.Key_Z, CTRL)
    assert len(screen.editing.plan.rates[0].charges) == 2
    booth.press(Qt.Key.Key_Y, CTRL)
    assert len(screen.editing.plan.rates[0].charges) == 1


def test_the_last_rate_stays(booth, screen):
    screen.workspace.rules.list.choose(Place(Kind.RATE, 0))
    screen.workspace.rules.list.setFocus()
    booth.press(Qt.Key.Key_Delete)
    assert "at least one rate" in screen.told
    assert len(screen.editing.plan.rates) == 1


def test_a_plan_is_published_now_and_its_draft_is_gone(booth, screen):
    dearer(screen)
    screen.drafting.keep_now()
    booth.until(lambda: bool(screen.drafting.draft_id), "the draft is kept")
    booth.until(lambda: screen.is_ready, "it was checked")
    screen.open_publishing()
    booth.press(ENTER)
    booth.until(lambda: "Version 2" in screen.told, "it is published")
    booth.until(lambda: not screen.has_changes and screen.drafting.is_idle, "it is the one in force")
    history = published(booth)
    assert (history.in_force.version, history.in_force.published_by_name) == (2, "Ann")
    booth.until(lambda: booth.store.read(lambda unit: unit.rate_drafts()) == [], "no draft is left")


def test_a_plan_for_later_can_be_taken_back(booth, screen):
    dearer(screen)
    booth.until(lambda: screen.is_ready, "it was checked")
    screen.open_publishing()
    local = (booth.clock.now() + timedelta(days=2)).astimezone(booth.state.lot.zone)
    screen.workspace.publishing.when.choose_later(local)
    booth.press(ENTER)
    versions = screen.workspace.versions
    booth.until(lambda: [one.version for one in versions.versions] == [2, 1], "both are listed")
    assert published(booth).in_force.version == 1
    versions.table.setFocus()
    versions.table.selectRow(0)
    booth.press(Qt.Key.Key_Delete)
    booth.until(lambda: versions.versions[0].standing is Standing.WITHDRAWN, "it was taken back")


def test_a_plan_that_the_check_stops_is_not_published_and_says_why(booth, screen):
    screen.editing.choose(CHARGE)
    screen.editing.duplicate()  # all time is taken before it is asked
    booth.until(lambda: screen.is_ready, "it was checked")
    assert any(row.is_marked for row in screen.workspace.rules.rows)
    screen.open_publishing()
    page = screen.workspace.publishing
    assert page.is_stopped
    booth.press(ENTER)
    screen._on_publish_asked(None)
    booth.until(lambda: bool(page.told), "it is refused")
    assert published(booth).in_force.version == 1
    assert len(screen.editing.plan.rates[0].charges) == 2


def test_what_was_begun_is_there_again_tomorrow(booth, screen):
    dearer(screen)
    screen.drafting.keep_now()
    booth.until(lambda: bool(screen.drafting.draft_id), "the draft is kept")
    booth.ctx.commands._commands.clear()
    again = RatesScreen(booth.ctx)
    again.show()
    booth.until(lambda: again.is_ready, "it is shown")
    assert again.editing.plan.rates[0].charges[0].steps[0].price_minor == 60
    assert again.has_changes
    again.close()


def test_an_attendant_looks_at_what_is_in_force_and_changes_nothing(booth, screen):
    dearer(screen)
    screen.drafting.keep_now()
    booth.until(lambda: screen.drafting.is_idle, "the draft is kept")
    booth.state.sign_on(booth.add("Ben", Role.ATTENDANT))
    booth.until(lambda: screen.is_ready, "the plan in force is shown")
    assert screen.editing.plan.rates[0].charges[0].steps[0].price_minor == 40
    screen.workspace.rules.list.setFocus()
    booth.press(Qt.Key.Key_Delete)
    booth.press(Qt.Key.Key_Insert)
    screen.open_publishing()
    assert not screen.workspace.is_publishing
    assert not screen.has_changes


def test_a_sample_is_taken_into_the_lots_currency_and_one_step_leads_back(booth, screen):
    before = screen.editing.plan
    screen.open_start()
    booth.until(lambda: len(screen.start.names) > 30, "the samples are listed")
    booth.type("night maximum")
    assert all("night" in name.lower() for name in screen.start.names)
    booth.press(ENTER)
    taken = screen.editing.plan
    assert (taken.currency, taken.timezone) == ("TWD", "Asia/Taipei")
    assert taken.name != before.name
    screen.workspace.rules.list.setFocus()
    booth.press(Qt.Key.Key_Z, CTRL)
    assert screen.editing.plan == before


def test_a_plan_leaves_as_a_file_and_comes_back(booth, screen, tmp_path):
    file = tmp_path / "rates.toml"
    screen.export_to(file)
    booth.until(lambda: file.exists() and "rates.toml" in screen.told, "it was written")
    assert tomllib.loads(file.read_text(encoding="utf-8"))["currency"] == "TWD"
    dearer(screen)
    screen.import_from(file)
    booth.until(
        lambda: screen.editing.plan.rates[0].charges[0].steps[0].price_minor == 40, "the file's price"
    )


def test_a_file_that_is_no_plan_is_refused_with_its_line_and_changes_nothing(booth, screen, tmp_path):
    file = tmp_path / "broken.toml"
    file.write_text('format = "rate-plan/1"\nname = "X"\ncurrency = "EUR"\ntimezone = "Nowhere/At"\n')
    before = screen.editing.plan
    screen.import_from(file)
    booth.until(lambda: "Nowhere/At" in screen.told, "it is refused")
    assert "4" in screen.told
    assert screen.editing.plan == before


def test_a_file_that_cannot_be_written_is_told(booth, screen, tmp_path):
    screen.export_to(tmp_path / "no such folder" / "rates.toml")
    booth.until(lambda: "cannot be written" in screen.told, "it is told")


def test_a_rehearsal_on_a_lot_without_past_stays_says_so(booth, screen):
    screen.show_tab("rehearsal")
    booth.press(ENTER)
    rehearsal = screen.workspace.rehearsal
    booth.until(lambda: bool(rehearsal.rows), "it ended")
    assert rehearsal.rows[0].text == "No stay ended in this time."


def test_a_remark_leads_to_its_rule(booth, screen):
    screen.editing.choose(CHARGE)
    screen.editing.duplicate()
    screen.editing.choose(THE_PLAN)
    booth.until(lambda: screen.is_ready and bool(screen.workspace.check.rows), "it was checked")
    screen.show_tab("check")
    assert screen.editing.place == THE_PLAN
    booth.press(ENTER)
    assert screen.editing.place == Place(Kind.CHARGE, 1, 0)
    assert screen.workspace.part.isAncestorOf(QApplication.focusWidget())


def test_each_command_of_the_rates_has_a_key_of_its_own(screen, booth):
    commands = [one for one in booth.ctx.commands if one.command_id.startswith("rates.")]
    assert {"rates.publish", "rates.add", "rates.compare", "rates.rehearsal"} <= {
        one.command_id for one in commands
    }
    assert all(isinstance(one, Command) and one.keys for one in commands)
    assert booth.ctx.commands["rates.publish"].valid() == "rates.nothing_changed"


def test_a_draft_that_says_what_is_in_force_is_no_draft(booth, screen):
    dearer(screen)
    screen.drafting.keep_now()
    booth.until(lambda: bool(screen.drafting.draft_id), "the draft is kept")
    dearer(screen, minor=40)
    assert not screen.has_changes
    booth.until(lambda: booth.store.read(lambda unit: unit.rate_drafts()) == [], "no draft is left")


def test_a_field_that_cannot_be_read_is_mended_before_publishing(booth, screen):
    dearer(screen)
    screen.workspace.part.form.problem.emit("“4o” is no amount.")
    screen.open_publishing()
    assert not screen.workspace.is_publishing
    assert "4o" in screen.told
    screen.editing.choose(THE_PLAN)
    screen.open_publishing()
    assert screen.workspace.is_publishing
