"""What docs/driver-signs.md shows is what the program takes and sends."""

from __future__ import annotations

import json
import re
from pathlib import Path

from core.config import load_config
from devices.displays.http_sign import HttpSign, filled
from tests.far_sides.http_sign import FarHttpSign

PAGE = (Path(__file__).parents[2] / "docs" / "driver-signs.md").read_text()


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_wiring_that_is_shown_is_a_configuration(tmp_path: Path) -> None:
    file = tmp_path / "lotkeeper.toml"
    file.write_text(blocks("toml")[0])
    config = load_config(file)
    lane = config.lanes[0]
    assert lane.sign is not None
    assert (lane.sign.kind, lane.sign.encoding) == ("serial", "ascii")
    assert lane.reader is not None
    assert config.reader is not None
    assert config.display is not None
    assert config.power.name == "ups"


def test_a_sign_is_sent_the_body_that_is_shown() -> None:
    shown = json.loads(blocks("http")[0].split("\n\n", 1)[1])
    with FarHttpSign() as far:
        sign = HttpSign(f"http://127.0.0.1:{far.port}/text")
        sign.connect()
        sign.write(tuple(shown["lines"]))
        sign.close()
        assert far.asked[0].body == shown
        assert blocks("http")[0].startswith(f"{far.asked[0].method} {far.asked[0].path} ")


def test_the_address_with_places_that_is_shown_is_filled() -> None:
    address = re.search(r'"(http://[^"]*\{line1\}[^"]*)"', blocks("toml")[1])
    assert address is not None
    assert filled(address[1], ("FULL", "please wait")) == (
        "http://10.0.0.30/show?top=FULL&bottom=please%20wait"
    )
