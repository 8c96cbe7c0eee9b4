"""What every sign keeps, whatever it is reached through."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from core.services.ports import Health, Measures, Sign, SignText
from tests.devices.barriers.contract import eventually


@dataclass(frozen=True, slots=True)
class SignRig:
    """A sign of 20 columns and 2 rows, not yet started; ``shown`` is what a driver reads on its far side.

    ``well`` is how it is while all is well: UNKNOWN where it never answers.
    """

    sign: Sign
    shown: Callable[[], tuple[str, ...]]
    lose: Callable[[], None]
    find: Callable[[], None]
    well: Health = Health.OK


def _start(rig: SignRig) -> None:
    rig.sign.start()
    assert eventually(lambda: rig.sign.status().health is rig.well)


def before_start_it_is_not_said_to_be_well(rig: SignRig) -> None:
    assert rig.sign.status().health is Health.STARTING


def a_text_is_shown_in_its_rows(rig: SignRig) -> None:
    _start(rig)
    rig.sign.show(SignText(("Welcome", "42 spaces free")))
    assert eventually(lambda: rig.shown() == ("Welcome", "42 spaces free"))


def a_text_given_before_the_start_is_shown_after_it(rig: SignRig) -> None:
    rig.sign.show(SignText(("FULL",)))
    _start(rig)
    assert eventually(lambda: rig.shown()[:1] == ("FULL",))


def the_newest_text_wins_and_nothing_of_the_one_before_is_left(rig: SignRig) -> None:
    _start(rig)
    rig.sign.show(SignText(("A very long first line", "and a second line")))
    rig.sign.show(SignText(("FULL",)))
    assert eventually(lambda: [row for row in rig.shown() if row] == ["FULL"])


def a_passing_text_makes_way_for_the_one_before(rig: SignRig) -> None:
    _start(rig)
    rig.sign.show(SignText(("Welcome",)))
    rig.sign.show(SignText(("Receipt too old",), seconds=0.6))
    assert eventually(lambda: rig.shown()[:1] == ("Receipt too old",))
    assert eventually(lambda: rig.shown()[:1] == ("Welcome",))


def a_text_too_long_for_it_is_shown_page_after_page(rig: SignRig) -> None:
    _start(rig)
    rig.sign.show(SignText(("one", "two", "three")))
    assert eventually(lambda: rig.shown()[:2] == ("one", "two"))
    assert eventually(lambda: rig.shown()[:1] == ("three",))


def showing_returns_at_once_also_when_the_sign_is_gone(rig: SignRig) -> None:
    _start(rig)
    rig.lose()
    begun = time.monotonic()
    for number in range(50):
        rig.sign.show(SignText((f"Text {number}",)))
    assert time.monotonic() - begun < 1.0


def a_lost_sign_is_told_and_shows_the_newest_text_when_it_is_back(rig: SignRig) -> None:
    _start(rig)
    rig.sign.show(SignText(("Welcome",)))
    assert eventually(lambda: rig.shown()[:1] == ("Welcome",))
    rig.lose()
    rig.sign.show(SignText(("FULL",)))
    assert eventually(lambda: rig.sign.status().health is Health.FAILED)
    assert rig.sign.status().cause
    rig.find()
    assert eventually(lambda: rig.shown()[:1] == ("FULL",))
    assert eventually(lambda: rig.sign.status().health is rig.well)


def hostile_text_reaches_it_as_plain_characters(rig: SignRig) -> None:
    _start(rig)
    rig.sign.show(SignText(("A\x1b@B\x0c\u202eC\x00D\n\rE", "<b>&{text}%s</b>")))
    assert eventually(lambda: rig.shown() == ("A@B CD E", "<b>&{text}%s</b>"))


def it_says_what_it_shows(rig: SignRig) -> None:
    assert isinstance(rig.sign, Measures)
    assert [measure.value for measure in rig.sign.measures()] == [None]
    _start(rig)
    rig.sign.show(SignText(("Welcome", "42 free")))
    assert eventually(lambda: rig.sign.measures()[0].value == "Welcome / 42 free")  # type: ignore[attr-defined]


def after_stop_it_is_dark_and_stopping_twice_does_no_harm(rig: SignRig) -> None:
    _start(rig)
    rig.sign.show(SignText(("42 spaces free",)))
    assert eventually(lambda: rig.shown()[:1] == ("42 spaces free",))
    begun = time.monotonic()
    rig.sign.stop()
    rig.sign.stop()
    assert time.monotonic() - begun < 5.0
    assert eventually(lambda: not any(rig.shown()))


PROMISES: tuple[Callable[[SignRig], None], ...] = (
    before_start_it_is_not_said_to_be_well,
    a_text_is_shown_in_its_rows,
    a_text_given_before_the_start_is_shown_after_it,
    the_newest_text_wins_and_nothing_of_the_one_before_is_left,
    a_passing_text_makes_way_for_the_one_before,
    a_text_too_long_for_it_is_shown_page_after_page,
    showing_returns_at_once_also_when_the_sign_is_gone,
    a_lost_sign_is_told_and_shows_the_newest_text_when_it_is_back,
    hostile_text_reaches_it_as_plain_characters,
    it_says_what_it_shows,
    after_stop_it_is_dark_and_stopping_twice_does_no_harm,
)
