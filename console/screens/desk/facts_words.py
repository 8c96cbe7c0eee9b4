"""What is said of a car beside its time: its class, membership, marks, a lost ticket."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.formats import format_local_time
from console.screens.desk.chosen import Chosen
from console.words.facts import class_name, membership_name
from core.domain.lots import Lot
from core.domain.rates.asked import Asked
from core.domain.rates.facts import Facts
from core.domain.rates.plan import DEFAULT_CLASS


def facts_line(facts: Facts, asked: Asked) -> str:
    """Class and marks after one another; the usual car is named only where there are other classes."""
    said = []
    if len(asked.classes) > 1 or facts.vehicle_class != DEFAULT_CLASS:
        said.append(class_name(facts.vehicle_class))
    if facts.loyalty:
        said.append(membership_name(facts.loyalty))
    said += sorted(facts.tags)
    if facts.lost_ticket:
        said.append(QCoreApplication.translate("Desk", "Lost ticket"))
    return " · ".join(said)


def lost_ticket_line(chosen: Chosen, lot: Lot, now: datetime) -> str:
    """By what a car without its ticket is priced (P9); empty for every other."""
    stay = chosen.stay
    if not stay.facts.lost_ticket or chosen.due is None:
        return ""
    if chosen.asked.prices_lost_ticket:
        return QCoreApplication.translate("Desk", "Lost ticket: the price that the rates set for it.")
    pattern = QCoreApplication.translate(
        "Desk",
        "Lost ticket: the rates set no price for it, so the car pays from its entry, {time}."
        " Proven otherwise? Correct its entry time.",
    )
    return pattern.format(time=format_local_time(stay.entry_at, lot.zone, now=now))
