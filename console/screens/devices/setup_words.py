"""An item of the set-up list in words: ticked or not, and what is to be done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.screens.devices.device_words import kind_words
from console.screens.form.sentences import in_sequence
from console.words import say
from core.domain.lots import Lot
from core.services.device_views import DeviceKind
from core.services.readiness import ItemState, SetupItem

tr = QCoreApplication.translate
_MARKS = {ItemState.OK: "✓", ItemState.MISSING: "☐", ItemState.UNKNOWN: "▨"}


def item_words(item: SetupItem, lot: Lot | None) -> tuple[str, str]:
    """What it is about with its mark, and the next step where it is not done."""
    facts = dict(item.facts)
    device = str(facts.get("device", ""))
    if device in set(DeviceKind):
        facts["device"] = kind_words(DeviceKind(device))
    said = say(item.code, facts, lot)
    text = tr("Devices", "{mark} {text}").format(mark=_MARKS[item.state], text=said.text)
    if item.state is ItemState.OK:
        return text, ""
    state = tr("Devices", "Not known.") if item.state is ItemState.UNKNOWN else tr("Devices", "Not done yet.")
    if item.is_advice:
        state = tr("Devices", "Advice:")
    return text, in_sequence(state, said.step)
