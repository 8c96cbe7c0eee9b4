"""Two hundred vehicles drive up, and fifty whose kind of plate or light exists here as drawn only."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from core.config.plate_formats import load_formats
from devices.recognition.readers.plate_reader import PlateReader
from devices.recognition.readers.registry import open_reader
from devices.recognition.shapes import Shapes
from tests.flows.drive_up_plan import DRAWN_ONLY, SITES, Site, plan_drive_ups
from tests.flows.drive_up_watch import watch_all

SEED = 2
VEHICLES, NEEDED = 200, 199
# Settled within 600 ms of the plate being legible, without asking anybody.
IN_TIME = 180
# Of plates drawn for want of pictures: what is asked of them is less, and says nothing about real ones.
DRAWN_ONLY_VEHICLES, DRAWN_ONLY_NEEDED = 50, 45

pytestmark = [pytest.mark.soak, pytest.mark.timeout(3600)]


def readers_of(sites: Sequence[Site]) -> dict[str, PlateReader]:
    """The real reader, once for each site's formats."""
    return {
        formats: open_reader(shapes=Shapes(load_formats([formats], named_in=Path("here"))))
        for formats in {site.formats for site in sites}
    }


def test_of_two_hundred_vehicles_199_are_right_and_none_is_let_in_as_another() -> None:
    tally = watch_all(plan_drive_ups(VEHICLES, SEED), readers_of(SITES))
    assert tally.right >= NEEDED, str(tally)
    assert not tally.wrongly_settled, str(tally)
    assert VEHICLES - len(tally.slow) >= IN_TIME, str(tally)


def test_two_line_chinese_and_infra_red_plates_are_read_as_far_as_drawings_tell() -> None:
    """Drawn only: there are no pictures of such plates here to measure real ones by."""
    tally = watch_all(plan_drive_ups(DRAWN_ONLY_VEHICLES, SEED, DRAWN_ONLY), readers_of(DRAWN_ONLY))
    assert tally.right >= DRAWN_ONLY_NEEDED, str(tally)
    assert not tally.wrongly_settled, str(tally)
