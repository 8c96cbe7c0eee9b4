"""The cash drawer's contact, and the switch that tells whether it stands open."""

from __future__ import annotations

from core.domain.printers import DrawerPulse, DrawerSensor, PrinterProfile
from devices.printers.condition import Condition

_CONTACTS = {2: 0, 5: 1}
_REST_UNITS = 255  # ESC p: as long a pause as it can ask for, so that the coil never burns


def is_pulsed_at_once(profile: PrinterProfile) -> bool:
    """Whether the printer obeys even while it cannot print."""
    return profile.drawer_pulse is DrawerPulse.DLE_DC4


def drawer_pulse(profile: PrinterProfile, pin: int) -> bytes:
    """The command that closes the contact of pin 2 or 5 once: DLE DC4 1 (units of 100 ms) or ESC p (2 ms)."""
    contact = _CONTACTS[pin]
    if is_pulsed_at_once(profile):
        return bytes((0x10, 0x14, 1, contact, min(8, max(1, round(profile.drawer_ms / 100)))))
    return bytes((0x1B, ord("p"), contact, min(255, profile.drawer_ms // 2), _REST_UNITS))


def drawer_is_open(sensor: DrawerSensor, condition: Condition | None) -> bool | None:
    """Whether it stands open, None where no switch is wired or the printer has not answered."""
    if sensor is DrawerSensor.NONE or condition is None or condition.drawer_pin_high is None:
        return None
    return condition.drawer_pin_high is (sensor is DrawerSensor.OPEN_IS_HIGH)
