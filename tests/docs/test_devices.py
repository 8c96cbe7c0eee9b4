"""What docs/devices.md shows is taken as it stands there, and it shows every kind of device there is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from core.config import (
    BarrierConfig,
    CameraConfig,
    CodeReaderConfig,
    Config,
    LoopsConfig,
    PrinterConfig,
    SignConfig,
)
from core.config.reading import parse_config

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "devices.md").read_text("utf-8")
GUIDE = (DOCS / "guide-administrator.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```toml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
OF_A_LANE = {"camera": "simulator", "barrier": "memory", "loops": "memory"}
NOT_WIRED = {"simulator", "memory"}
TABLES = (CameraConfig, BarrierConfig, LoopsConfig, SignConfig, CodeReaderConfig, PrinterConfig)


def completed(example: str) -> str:
    """The example as a whole file: its lane is headed, and has what it leaves out."""
    lots, *_ = re.split(r"^(?=\[lane\.)", example, maxsplit=1, flags=re.MULTILINE)
    of_lane = example[len(lots) :]
    # A table of the whole console may follow those of the lane.
    parts = re.split(r"^(?=\[(?!lane\.))", of_lane, flags=re.MULTILINE)
    lane = parts[0]
    if lane:
        for name, kind in OF_A_LANE.items():
            if f"[lane.{name}]" not in lane:
                lane += f'\n[lane.{name}]\nkind = "{kind}"\n'
        lane = f'[[lane]]\nid = "entry"\n{lane}'
    return "\n".join(["format = 1", lots, *parts[1:], lane])


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.split("\n")[1])
def test_each_example_is_a_configuration(example: str) -> None:
    config = parse_config(completed(example), Path("lotkeeper.toml"))
    assert config != Config()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_every_kind_that_can_be_wired_is_shown(table: type) -> None:
    kinds = set(get_args(get_type_hints(table)["kind"])) - NOT_WIRED
    missing = {kind for kind in kinds if f'kind = "{kind}"' not in PAGE and f"`{kind}`" not in PAGE}
    assert missing == set()


def test_the_pages_that_it_leads_to_are_there() -> None:
    links = re.findall(r"\]\(([^)#:]+\.md)(?:#[^)]*)?\)", PAGE)
    assert [link for link in links if not (DOCS / link).is_file()] == []


def test_the_guide_leads_to_it() -> None:
    assert "(devices.md)" in GUIDE
