"""What a receipt printer can do, as values: data about a model, so that no code asks which model it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Answers(StrEnum):
    """Whether a printer answers a kind of question; PERHAPS is learned from the printer itself."""

    ALWAYS = "always"
    PERHAPS = "perhaps"
    NEVER = "never"


class DrawerPulse(StrEnum):
    """Which command pulses the drawer: in its turn, or at once even while the printer cannot print."""

    ESC_P = "esc_p"
    DLE_DC4 = "dle_dc4"


class DrawerSensor(StrEnum):
    """What the level of the drawer connector's pin 3 means; NONE where no switch is wired to it."""

    NONE = "none"
    OPEN_IS_HIGH = "open_is_high"
    OPEN_IS_LOW = "open_is_low"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterProfile:
    """One model, or a family of them.

    ``status`` is for the real-time questions after paper and cover (DLE EOT), ``confirms`` for the one that
    is answered in its turn, once all before it is printed (GS r). ``native_qr``: it draws square codes by
    itself. ``raster_rows`` is how much of a picture it can take in one piece; ``chunk_bytes`` of anything.
    ``code_page`` is the number by which it knows WPC1252 (ESC t), None where accents go as a picture.
    """

    title: str
    status: Answers = Answers.PERHAPS
    confirms: Answers = Answers.PERHAPS
    native_qr: bool = False
    cutter: bool = True
    raster_rows: int = 240
    chunk_bytes: int = 4096
    code_page: int | None = None
    drawer_pulse: DrawerPulse = DrawerPulse.ESC_P
    drawer_ms: int = 120
    drawer_sensor: DrawerSensor = DrawerSensor.NONE


ANY_PRINTER = PrinterProfile(title="ESC/POS printer")
"""A printer of which no more is known than that it speaks ESC/POS."""
