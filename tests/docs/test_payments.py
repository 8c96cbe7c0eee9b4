"""What docs/payments.md shows is taken as it stands there, and it shows every kind of account there is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from console.paying.accounts import KINDS
from console.paying.gateways import gateway_kinds
from console.runtime.clock import SystemClock
from core.config import Config, PayConfig
from core.config.reading import parse_config

PAGE = (Path(__file__).parents[2] / "docs" / "payments.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```toml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.split("\n")[1])
def test_each_example_is_a_configuration(example: str) -> None:
    config = parse_config(f"format = 1\n{example}", Path("lotkeeper.toml"))
    assert config != Config()
    kinds = {**KINDS, **gateway_kinds(config.notices, SystemClock())}
    assert all(kinds[pay.kind].build(pay).knows_keys for pay in config.pays)


def test_all_examples_together_are_one_too() -> None:
    config = parse_config("format = 1\n" + "\n".join(EXAMPLES), Path("lotkeeper.toml"))
    assert len(config.pays) == 4
    assert config.notices.port == 8462


def test_every_kind_that_can_be_configured_stands_on_the_page() -> None:
    kinds = get_args(get_type_hints(PayConfig)["kind"])
    assert not [kind for kind in kinds if f"`{kind}`" not in PAGE]


def test_no_secret_stands_on_the_page() -> None:
    assert not re.findall(r'secret = "(?!env:)', PAGE)
