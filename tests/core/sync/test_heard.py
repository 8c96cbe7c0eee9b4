"""Reports left at far sides whose clocks are wrong, read by a console whose clock may be wrong, too."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.services.report_document import report_of
from core.sync.heard import Heard

MINUTE = 60_000_000
NOON = 1_778_673_600_000_000
"""By the database's clock, which is right."""


def left(at: int, said_at: int, **more: object) -> dict[str, object]:
    return {"at": at, "said_at": said_at, **more}


def skew_minutes(heard: Heard, console_id: str) -> float | None:
    skew = report_of(console_id, heard.newest()[console_id]).skew
    return None if skew is None else skew / timedelta(minutes=1)


@pytest.mark.parametrize("own_minutes", [-30, 0, 30])
def test_each_consoles_skew_is_the_same_whatever_our_own_clock_says(own_minutes: int) -> None:
    heard = Heard()
    heard.compare("database", timedelta(minutes=own_minutes))
    heard.keep("database", {"kiosk": left(NOON, NOON + 5 * MINUTE), "exit": left(NOON, NOON)})
    assert (skew_minutes(heard, "kiosk"), skew_minutes(heard, "exit")) == (5, 0)
    assert heard.newest()["kiosk"]["at"] == NOON + own_minutes * MINUTE


def test_a_hub_whose_clock_is_wrong_makes_nobody_elses_wrong() -> None:
    """Seen from a console that is right: the hub is ten minutes ahead, so it is ten behind the hub."""
    heard = Heard()
    heard.compare("database", timedelta())
    heard.compare("hub", timedelta(minutes=-10))
    heard.keep("database", {"booth": left(NOON, NOON + 10 * MINUTE)})
    heard.keep("hub", {"kiosk": left(NOON + 10 * MINUTE, NOON), "booth": left(NOON + 9 * MINUTE, NOON)})
    assert (skew_minutes(heard, "kiosk"), skew_minutes(heard, "booth")) == (0, 10)


def test_the_hub_itself_reads_its_own_door_by_the_databases_clock() -> None:
    heard = Heard()
    heard.compare("database", timedelta(minutes=10))
    heard.keep("door", {"kiosk": left(NOON + 10 * MINUTE, NOON)})
    assert skew_minutes(heard, "kiosk") == 0


def test_a_console_whose_clock_was_set_back_is_heard_at_once() -> None:
    heard = Heard()
    heard.keep("database", {"kiosk": left(NOON, NOON + 600 * MINUTE, version="before")})
    heard.keep("database", {"kiosk": left(NOON + MINUTE, NOON + MINUTE, version="after")})
    assert heard.newest()["kiosk"]["version"] == "after"
    assert skew_minutes(heard, "kiosk") == 0


def test_the_newest_counts_wherever_it_lies_and_what_was_heard_stays_heard() -> None:
    heard = Heard()
    heard.keep("database", {"kiosk": left(NOON, NOON, version="old"), "exit": left(NOON, NOON)})
    heard.keep("hub", {"kiosk": left(NOON + MINUTE, NOON + MINUTE, version="new")})
    heard.keep("hub", {"kiosk": left(NOON + 2 * MINUTE, NOON + 2 * MINUTE, version="newest")})
    assert {name: each.get("version") for name, each in heard.newest().items()} == {
        "kiosk": "newest",
        "exit": None,
    }


@pytest.mark.parametrize("nonsense", [{}, {"at": "noon"}, {"at": None, "said_at": 3}])
def test_what_says_not_when_it_came_is_left_out(nonsense: dict[str, object]) -> None:
    heard = Heard()
    heard.keep("hub", {"odd": nonsense, "kiosk": {"at": NOON}})
    assert heard.newest().keys() == {"kiosk"}
    assert skew_minutes(heard, "kiosk") is None
