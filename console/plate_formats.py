"""Which plates are usual at this lot, as the configuration says; choosing others. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from core.config import Config, write_config
from core.config.plate_formats import load_formats, shipped_names
from core.domain.people import Actor, Right

# What a country's lot sees of its continent.
NEIGHBOURS_SHARE = "eu:0.2"


def with_formats(config: Config, formats: Sequence[str], *, actor: Actor) -> Config:
    """The configuration with these formats, as this person wants it; NotAllowed where they may not."""
    actor.require(Right.SET_UP_LOT)
    return replace(config, plates=replace(config.plates, formats=tuple(formats)))


def keep_formats(file: Path, config: Config) -> None:
    """Write it, durably, after trying the formats; ConfigError where they or the file cannot be used.

    A console without a lot has no file yet: the first run will write one. Not for the GUI thread.
    """
    load_formats(config.plates.formats, named_in=file)
    if file.exists():
        write_config(file, config)


def with_usual_plates(config: Config, country: str) -> Config:
    """The configuration with the plates that are usual in the country, where nobody chose others before."""
    if config.plates.formats:
        return config
    return replace(config, plates=replace(config.plates, formats=usual_formats(country)))


def usual_formats(country: str) -> tuple[str, ...]:
    """The formats for a lot in the country of that two-letter code; none where there are none for it."""
    name = country.lower()
    if name not in shipped_names() or name == "eu":
        return ()
    union = load_formats(["eu"], named_in=Path("eu")).documents[0][0]
    in_union = name in {part.region for part, _ in union.parts}
    return (name, NEIGHBOURS_SHARE) if in_union else (name,)
