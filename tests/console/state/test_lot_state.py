"""Who is signed on, as the screens see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.domain.people import Role
from core.services.manage_people import change_person
from core.services.set_up_lot import change_lot
from tests.console.screens.booth import ScreenBooth


@pytest.fixture
def booth(tmp_path: Path, dressed: None) -> Iterator[ScreenBooth]:
    """A lot with Ann as its administrator; Sue, a supervisor, is signed on."""
    made = ScreenBooth(tmp_path)
    try:
        made.set_up()
        made.sue = made.add("Sue", Role.SUPERVISOR)
        made.state.sign_on(made.sue)
        yield made
    finally:
        made.close()


def change_sue(booth, **changes) -> None:
    def work(unit):
        changed = replace(unit.person(booth.sue.person_id), **changes)
        change_person(unit, actor=booth.ann, person=changed)

    booth.store.write(work)


@pytest.mark.parametrize("is_locked", [False, True])
@pytest.mark.parametrize("changes", [{"active": False}, {"role": Role.ATTENDANT}])
def test_who_is_dismissed_or_gets_another_role_is_signed_on_no_more(booth, changes, is_locked):
    if is_locked:
        booth.state.lock()
    change_sue(booth, **changes)
    booth.until(lambda: booth.state.message is not None, "it is told")
    assert booth.state.message.code == "sign_on.ended"
    assert (booth.state.actor, booth.state.locked_for) == (None, None)


def test_who_only_gets_another_language_goes_on(booth):
    change_sue(booth, language="zh_TW")
    other = replace(booth.state.lot, idle_lock_seconds=300)
    booth.store.write(lambda unit: change_lot(unit, actor=booth.ann, lot=other))
    booth.until(lambda: booth.state.lot == other, "what was written is read")
    assert booth.state.actor == booth.sue
