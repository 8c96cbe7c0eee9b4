"""What a part of a plan is called, for the places that speak of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.screens.rates.places import Kind, Place, part_at
from core.domain.rates.plan import Plan

tr = QCoreApplication.translate


def part_title(plan: Plan, place: Place) -> str:
    """``Standard › Day``, ``Limit: Day maximum``, ``Free minutes``; the plan's own name for the whole."""
    name = str(getattr(part_at(plan, place), "name", ""))
    if place.kind is Kind.CHARGE and place.rate < len(plan.rates):
        title = tr("Rates", "{rate} › {charge}")
        return title.format(rate=plan.rates[place.rate].name, charge=name)
    if place.kind is Kind.RATE:
        return name or tr("Rates", "Nameless rate")
    titles = {
        Kind.FREE: tr("Rates", "Free minutes"),
        Kind.CAP: tr("Rates", "Limit: {name}") if name else tr("Rates", "Limit"),
        Kind.EXTRA: tr("Rates", "Surcharge: {name}"),
        Kind.ADJUSTMENT: tr("Rates", "Discount or multiple: {name}"),
    }
    return titles.get(place.kind, tr("Rates", "The whole plan")).format(name=name)
