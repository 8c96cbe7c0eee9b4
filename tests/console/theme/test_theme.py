from pathlib import Path

import pytest

from console.theme import THEME_NAMES, Role, load_theme, theme_named
from console.theme.readability import contrast
from core.domain.errors import ConfigError

TEXTS = (
    Role.TEXT,
    Role.TEXT_QUIET,
    Role.MONEY,
    Role.ACCENT,
    Role.OK,
    Role.ATTENTION,
    Role.ALARM,
    Role.UNKNOWN,
)
SURFACES = (Role.CANVAS, Role.SURFACE, Role.SURFACE_RAISED)
SOFT = (Role.ACCENT_SOFT, Role.ATTENTION_SOFT, Role.ALARM_SOFT, Role.UNKNOWN_SOFT)
FILLS = (
    (Role.TEXT_ON_ACCENT, Role.ACCENT),
    (Role.TEXT_ON_ACCENT, Role.FOCUS),
    (Role.TEXT_ON_ATTENTION, Role.ATTENTION_FILL),
    (Role.TEXT_ON_ALARM, Role.ALARM_FILL),
)
ROOT = Path(__file__).parents[3] / "resources" / "themes"


@pytest.mark.parametrize("name", THEME_NAMES)
def test_every_text_can_be_read_on_every_ground(name: str) -> None:
    theme = theme_named(name)
    least = 7.0 if name == "contrast" else 4.5
    for text in TEXTS:
        for ground in SURFACES + SOFT:
            assert contrast(theme.code(text), theme.code(ground)) >= least, (text, ground)
    for text, ground in FILLS:
        assert contrast(theme.code(text), theme.code(ground)) >= least, (text, ground)


@pytest.mark.parametrize("name", THEME_NAMES)
def test_text_and_amounts_can_be_read_from_a_metre_in_every_theme(name: str) -> None:
    theme = theme_named(name)
    for text in (Role.TEXT, Role.MONEY):
        for ground in SURFACES + SOFT:
            assert contrast(theme.code(text), theme.code(ground)) >= 7.0


@pytest.mark.parametrize("name", THEME_NAMES)
def test_edges_and_the_focus_stand_out_from_what_is_around_them(name: str) -> None:
    theme = theme_named(name)
    for edge in (Role.LINE_STRONG, Role.FOCUS):
        for ground in SURFACES:
            assert contrast(theme.code(edge), theme.code(ground)) >= 3.0, (edge, ground)


def test_black_on_white_has_the_contrast_that_the_standard_states() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_missing_role_is_named(tmp_path: Path) -> None:
    text = (ROOT / "light.toml").read_text(encoding="utf-8")
    file = tmp_path / "light.toml"
    file.write_text("\n".join(line for line in text.splitlines() if not line.startswith("alarm =")))
    with pytest.raises(ConfigError, match="missing role: alarm"):
        load_theme(file)


def test_an_unknown_role_is_named(tmp_path: Path) -> None:
    file = tmp_path / "light.toml"
    file.write_text((ROOT / "light.toml").read_text(encoding="utf-8") + 'glow = "#ff00ff"\n')
    with pytest.raises(ConfigError, match="unknown role: glow"):
        load_theme(file)


@pytest.mark.parametrize("wrong", ['"red"', "12", '"#12345"', '"#1234567"'])
def test_what_is_no_colour_is_refused_with_its_role(tmp_path: Path, wrong: str) -> None:
    text = (ROOT / "dark.toml").read_text(encoding="utf-8").replace('focus = "#8ab8ff"', f"focus = {wrong}")
    file = tmp_path / "dark.toml"
    file.write_text(text)
    with pytest.raises(ConfigError, match="focus: expected a colour"):
        load_theme(file)


def test_a_file_that_is_no_toml_is_refused_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "broken.toml"
    file.write_text("name = [")
    with pytest.raises(ConfigError, match=r"broken\.toml"):
        load_theme(file)


def test_a_theme_that_does_not_ship_is_refused() -> None:
    with pytest.raises(ValueError, match="no theme is called 'neon'"):
        theme_named("neon")
