import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.look import Look, dress
from console.widgets.square_code import SquareCode
from devices.vision import cv2

# As long as a Stripe Checkout address is.
PAGE = "https://checkout.stripe.com/c/pay/cs_live_" + "a1B2c3D4e5" * 36


def read_back(shown: SquareCode) -> str:
    """What a phone's camera would read of it."""
    image = shown.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    framed = np.pad(rows[:, : image.width()], 24, constant_values=255)
    text, _, _ = cv2.QRCodeDetector().detectAndDecode(np.repeat(np.repeat(framed, 3, 0), 3, 1))
    return text


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text", ["https://pay.example/c/1", PAGE])
def test_a_phone_reads_what_it_says_in_every_theme(
    qapp: QApplication, qtbot: QtBot, theme: str, text: str
) -> None:
    dress(qapp, Look(theme=theme))
    shown = SquareCode()
    qtbot.addWidget(shown)
    shown.show_text(text)
    shown.resize(shown.sizeHint())
    assert read_back(shown) == text
    dress(qapp, Look())


def test_a_long_address_is_shown_larger(qtbot: QtBot) -> None:
    shown = SquareCode()
    qtbot.addWidget(shown)
    shown.show_text("short")
    before = shown.sizeHint().width()
    shown.show_text(PAGE)
    assert shown.sizeHint().width() > before


def test_without_a_text_it_takes_no_room(qtbot: QtBot) -> None:
    shown = SquareCode()
    qtbot.addWidget(shown)
    shown.show_text("x")
    shown.show_text("")
    assert shown.isHidden()
    assert not shown.text
