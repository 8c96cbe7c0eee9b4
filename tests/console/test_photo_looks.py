from sqlalchemy import select

from console import photo_looks
from console.photo_looks import PhotoLooks
from core.store.money_tables import photo_views
from core.store.photo_views import photo_views_since
from tests.console.screens.booth import ScreenBooth


def looks(booth: ScreenBooth):
    with booth.store.reading() as view:
        found = photo_views_since(view.connection, booth.store.lot_id, booth.clock.now().replace(year=2000))
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
