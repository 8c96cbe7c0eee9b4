"""What a part of a plan is called, for the places that speak of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.screens.rates.places import Kind, Place, part_at
from core.domain.rates.plan import Plan

tr = QCoreApplication.translate


def part_title(plan: Plan, place: Place) -> str:
    """``Standard › Day``, ``Limit: Day maximum``, ``Free minutes``; the plan's own name for the whole."""
    part = part_at(plan, place)
    name = str(getattr(part, "name", ""))
    match place.kind:
        case Kind.CHARGE if place.rate < len(plan.rates):
            title = tr("Rates", "{rate} › {charge}")
            return title.format(rate=plan.rates[place.rate].name, charge=name)
        case Kind.RATE:
            return name or tr("Rates", "Nameless rate")
        case Kind.FREE:
            return tr("Rates", "Free minutes")
        case Kind.CAP:
            return tr("Rates", "Limit: {name}").format(name=name) if name else tr("Rates", "Limit")
        case Kind.EXTRA:
            return tr("Rates", "Surcharge: {name}").format(name=name)
        case Kind.ADJUSTMENT:
            return tr("Rates", "Discount or multiple: {name}").format(name=name)
        case _:
            return tr("Rates", "The whole plan")
