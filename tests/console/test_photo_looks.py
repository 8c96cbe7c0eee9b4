from datetime import UTC, datetime

from PySide6.QtCore import Qt
from sqlalchemy import select

from console import photo_looks
from console.photo_looks import PhotoLooks
from console.screens.inside import InsideScreen
from core.domain.journal import Subject, to_micros
from core.store.money_tables import photo_views
from core.store.photo_views import photo_views_since
from tests.console.screens.booth import ScreenBooth


def looks(booth):
    with booth.store.reading() as view:
        found = photo_views_since(view.connection, booth.store.lot_id, datetime(2000, 1, 1, tzinfo=UTC))
    return [(look.who, look.photo, look.place, look.count) for look in found]


def test_a_picture_that_is_shown_is_noted_once_a_minute(tmp_path, qapp, monkeypatch):
    booth = ScreenBooth(tmp_path)
    try:
        ann = booth.set_up()
        shown = PhotoLooks(booth.ctx, "large")
        for _ in range(20):
            shown.looked({"a" * 64: "stay", "": "none"})
        booth.until(lambda: looks(booth) == [(ann.person_id, "a" * 64, "large", 1)], "it was noted")
        monkeypatch.setattr(photo_looks, "SAME_LOOK_NS", 0)  # the minute is over
        shown.looked({"a" * 64: "stay"})
        booth.until(lambda: looks(booth) == [(ann.person_id, "a" * 64, "large", 2)], "it was counted")
    finally:
        booth.close()


def test_while_nobody_is_signed_on_nobody_looks(tmp_path, qapp):
    booth = ScreenBooth(tmp_path)
    try:
        booth.set_up()
        booth.state.sign_on(None)
        PhotoLooks(booth.ctx, "large").looked({"a" * 64: "stay"})
        booth.store.write(lambda unit: None)
        with booth.store.reading() as view:
            assert view.connection.execute(select(photo_views)).all() == []
    finally:
        booth.close()


def with_photo(store, who, plate, photo):
    """A stay that was begun with a photo."""

    def work(unit):
        stay_id = unit.new_id()
        unit.record(
            "stay.imported",
            {
                "entry_at": to_micros(unit.now),
                "lane_id": "entry-1",
                "plan_id": "standard",
                "plan_version": 1,
                "entry_known": True,
            },
            who=who,
            subjects=[Subject("stay", stay_id)],
            personal={"plate": plate, "raw_plate": plate, "photo": photo},
        )
        return stay_id

    return store.write(work)


def test_a_car_chosen_in_the_list_is_a_look_at_its_picture(tmp_path, qapp):
    booth = ScreenBooth(tmp_path)
    try:
        ann = booth.set_up()
        with_photo(booth.store, ann.person_id, "ABC1234", "a" * 64)
        screen = InsideScreen(booth.ctx)
        booth.show(screen)
        booth.until(lambda: looks(booth) == [(ann.person_id, "a" * 64, "inside", 1)], "it was noted")
    finally:
        booth.close()


def test_a_search_at_the_desk_is_a_look_at_its_cards_and_the_car_in_hand_at_its_large_picture(desk):
    with_photo(desk.store, desk.boss.person_id, "ABC1234", "a" * 64)

    def places():
        return {(who, place) for who, photo, place, _ in looks(desk) if photo == "a" * 64}

    desk.type("1234")
    desk.until(lambda: (desk.ben.person_id, "cards") in places(), "the card was noted")
    desk.press(Qt.Key.Key_Return)
    desk.until(lambda: (desk.ben.person_id, "large") in places(), "the car in hand was noted")
    assert {who for who, _ in places()} == {desk.ben.person_id}
