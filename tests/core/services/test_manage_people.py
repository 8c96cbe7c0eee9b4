"""Two people who work here never have the same name, also where one of them comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.domain.errors import Refused
from core.domain.people import Actor, Role
from core.services.manage_people import change_person
from tests.booth import Booth
from tests.core.services.secrets import PIN, someone


def let_work(booth: Booth, who: Actor, *, active: bool) -> None:
    def work(unit) -> None:
        changed = replace(unit.person(who.person_id), active=active)
        change_person(unit, actor=booth.boss, person=changed)

    booth.store.write(work)


def test_who_comes_back_may_sign_on_again(booth: Booth) -> None:
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    let_work(booth, nia, active=False)
    let_work(booth, nia, active=True)
    assert booth.store.read(lambda view: view.person(nia.person_id)).active


def test_who_comes_back_and_finds_their_name_taken_is_refused(booth: Booth) -> None:
    nia = someone(booth, "Nia", Role.ATTENDANT, PIN)
    let_work(booth, nia, active=False)
    someone(booth, "NIA", Role.LANDLORD, "meadow-17-lantern")
    with pytest.raises(Refused, match=r"person\.name_taken"):
        let_work(booth, nia, active=True)
