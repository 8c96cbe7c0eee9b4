import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.domain.errors import DeviceError
from core.services.ports import Health, SignText
from devices.displays import live_sign
from devices.displays.live_sign import LiveSign, SignShape
from devices.displays.serial_display import SerialDisplay
from tests.devices.barriers.contract import eventually
from tests.far_sides.serial_pair import SerialPair
from tests.far_sides.text_display import rows_shown

SHAPE = SignShape(columns=20, rows=2, encoding="ascii")


@pytest.fixture
def line(tmp_path: Path) -> Iterator[SerialPair]:
    with SerialPair(tmp_path) as pair:
        yield pair


def test_every_cell_is_written_from_home(line):
    display = SerialDisplay(line.near, 9600, SHAPE)
    display.connect()
    display.write(("FULL",))
    assert eventually(lambda: line.came == b"\x1b@\x0c\x0b" + b"FULL".ljust(40))
    display.close()


def test_chinese_is_sent_in_the_code_of_the_display(line):
    shape = SignShape(columns=8, rows=2, encoding="big5")
    display = SerialDisplay(line.near, 9600, shape)
    display.connect()
    display.write(("停車費",))
    assert eventually(lambda: line.came.endswith("停車費".encode("big5") + b" " * 10))
    display.close()


def test_a_display_that_lost_its_power_shows_its_text_again_by_itself(line, monkeypatch):
    monkeypatch.setattr(live_sign, "REPEAT_S", 0.2)
    sign = LiveSign("exit", SerialDisplay(line.near, 9600, SHAPE), SHAPE)
    sign.start()
    sign.show(SignText(("FULL",)))
    assert eventually(lambda: b"FULL" in line.came)
    before = len(line.came)
    assert eventually(lambda: rows_shown(line.came[before:][-41:], columns=20, rows=2)[0] == "FULL")
    sign.stop()


def test_a_line_that_is_not_there_is_named(tmp_path):
    with pytest.raises(DeviceError) as missing:
        SerialDisplay(str(tmp_path / "gone"), 9600, SHAPE).connect()
    assert missing.value.cause == "sign.not_found"


def test_a_line_that_another_driver_holds_is_busy(line):
    first, second = (SerialDisplay(line.near, 9600, SHAPE) for _ in range(2))
    first.connect()
    with pytest.raises(DeviceError) as taken:
        second.connect()
    assert taken.value.cause == "sign.busy"
    first.close()


def test_a_line_torn_between_two_texts_fails_the_second(line):
    display = SerialDisplay(line.near, 9600, SHAPE)
    display.connect()
    display.write(("one",))
    line.tear()
    with pytest.raises(DeviceError) as torn:
        display.write(("two",))
    assert torn.value.cause == "sign.no_answer"
    display.close()


def test_what_a_display_babbles_is_thrown_away(line):
    sign = LiveSign("exit", SerialDisplay(line.near, 9600, SHAPE), SHAPE)
    sign.start()
    line.send(os.urandom(4096))
    sign.show(SignText(("FULL",)))
    assert eventually(lambda: b"FULL" in line.came)
    assert eventually(lambda: sign.status().health is Health.UNKNOWN)
    sign.stop()
