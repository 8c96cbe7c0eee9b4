from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from console.models.plate_crops import cut_out
from core.domain.reads import Box

SIZE = QSize(200, 68)


def photo():
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    for x in range(100, 200):
        for y in range(50, 80):
            image.setPixelColor(x, y, QColor("white"))
    return image


def test_the_plate_is_cut_out_with_a_margin_and_fits_the_size():
    cut = cut_out(photo(), Box(100, 50, 100, 30), SIZE)
    assert cut.width() <= SIZE.width()
    assert cut.height() <= SIZE.height()
    assert cut.pixelColor(cut.width() // 2, cut.height() // 2) == QColor("white")
    assert cut.pixelColor(1, 1) == QColor("black")


def test_without_a_box_the_whole_photo_is_shown():
    whole = cut_out(photo(), None, SIZE)
    assert whole.width() == 2 * whole.height()


def test_a_box_beside_the_photo_shows_the_whole_photo():
    assert cut_out(photo(), Box(5000, 5000, 10, 10), SIZE) == cut_out(photo(), None, SIZE)


def test_a_photo_that_cannot_be_read_is_none():
    assert cut_out(QImage("there/is/none.jpg"), None, SIZE) is None
