import shutil

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from console.models.thumbnails import Thumbnails
from core.services.photo_copies import PhotoSize
from core.services.ports import Still
from core.sync.far_photos import PhotoFetcher, name_of
from core.sync.places import Place
from tests.console.screens.booth import ScreenBooth


@pytest.fixture
def booth(tmp_path, dressed):
    made = ScreenBooth(tmp_path / "data")
    yield made
    made.close()


def keep_photo(booth, tmp_path, colour):
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(colour)
    image.save(str(tmp_path / "photo.jpg"))
    jpeg = (tmp_path / "photo.jpg").read_bytes()
    return booth.console.photos.keep(Still(1, 1, 640, 360, jpeg, jpeg))


def test_a_picture_comes_after_it_was_asked_for(booth, tmp_path):
    reference = keep_photo(booth, tmp_path, Qt.GlobalColor.red)
    thumbnails = Thumbnails(booth.jobs, booth.console.photos, QSize(72, 40))
    assert thumbnails.picture(reference) is None
    booth.until(lambda: thumbnails.picture(reference) is not None, "the picture came")
    assert thumbnails.picture(reference).height() <= 40
    assert thumbnails.picture(reference).width() <= 72


def test_a_photo_of_another_console_is_on_its_way_until_it_came(booth, tmp_path):
    reference = keep_photo(booth, tmp_path, Qt.GlobalColor.red)
    place = tmp_path / "place"
    (place / "lot" / "photos" / reference[:2]).mkdir(parents=True)
    for size, find in (("small", "thumbnail"), ("large", "photo")):
        file = getattr(booth.console.photos, find)(reference)
        shutil.move(file, place / name_of("lot", reference, PhotoSize(size)))
    fetcher = PhotoFetcher(Place(str(place)), booth.console.photos, "lot")
    booth.console.photos.far = fetcher
    thumbnails = Thumbnails(booth.jobs, booth.console.photos, QSize(72, 40), large=True)
    thumbnails.picture(reference)
    booth.until(lambda: thumbnails.is_on_its_way(reference), "it is on its way")
    fetcher.start()
    booth.until(lambda: thumbnails.picture(reference) is not None, "the picture came")
    assert not thumbnails.is_on_its_way(reference)
    fetcher.stop()


def test_a_photo_that_nobody_has_is_not_waited_for_for_ever(booth, tmp_path):
    fetcher = PhotoFetcher(Place(str(tmp_path)), booth.console.photos, "lot")
    booth.console.photos.far = fetcher
    thumbnails = Thumbnails(booth.jobs, booth.console.photos, QSize(72, 40), large=True)
    thumbnails.picture("a" * 64)
    booth.until(lambda: thumbnails.is_on_its_way("a" * 64), "it is on its way")
    fetcher.start()
    booth.until(lambda: not thumbnails.is_on_its_way("a" * 64), "it is given up")
    assert thumbnails.picture("a" * 64) is None
    fetcher.stop()


def test_only_so_many_pictures_are_kept(booth, tmp_path):
    colours = (Qt.GlobalColor.red, Qt.GlobalColor.green, Qt.GlobalColor.blue)
    references = [keep_photo(booth, tmp_path, colour) for colour in colours]
    thumbnails = Thumbnails(booth.jobs, booth.console.photos, QSize(72, 40), most_kept=2)
    for reference in references:
        thumbnails.picture(reference)
        booth.until(lambda known=reference: thumbnails.picture(known) is not None, "the picture came")
    assert thumbnails.picture(references[0]) is None


def test_a_photo_that_is_written_later_is_found_later(booth, tmp_path):
    arrived = []
    thumbnails = Thumbnails(booth.jobs, booth.console.photos, QSize(72, 40))
    thumbnails.arrived.connect(arrived.append)
    thumbnails.picture("0" * 64)
    booth.until(lambda: arrived == ["0" * 64], "it was looked for")
    assert thumbnails.picture("0" * 64) is None
    thumbnails.forget_missing()
    thumbnails.picture("0" * 64)
    booth.until(lambda: len(arrived) == 2, "it was looked for again")
