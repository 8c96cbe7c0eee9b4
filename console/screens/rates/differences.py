"""What differs between two plans, rule by rule, as sentences before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from console.screens.rates.part_title import part_title
from console.screens.rates.places import THE_PLAN, Kind, Part, Place, parts_beside
from console.words.rate_plan import part_sentence
from console.words.rate_settings import settings_lines
from core.domain.rates.plan import Plan

tr = QCoreApplication.translate
_Key = tuple[Kind, str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """One rule or setting that differs: its title, what it says before and after (empty: it was not there).

    ``place`` is where it stands in the later plan, the plan itself where it went.
    """

    title: str
    before: str
    after: str
    place: Place = THE_PLAN


def differences(before: Plan, after: Plan) -> list[Difference]:
    """All differences, in the order of the later plan; what went stands at the end."""
    found = list(_of_settings(before, after))
    old, new = _parts(before), _parts(after)
    for key, (place, part) in new.items():
        title, words = part_title(after, place), _words(part, after, place)
        if key not in old:
            found.append(Difference(title, "", words, place))
        elif old[key][1] != part:
            said = _words(old[key][1], before, old[key][0])
            if said == words:
                words = tr("Rates", "{sentence} (details differ)").format(sentence=words)
            found.append(Difference(title, said, words, place))
    found += _of_order([key for key in old if key in new], [key for key in new if key in old])
    for key, (place, part) in old.items():
        if key not in new:
            found.append(Difference(part_title(before, place), _words(part, before, place), ""))
    return found


def _of_settings(before: Plan, after: Plan) -> Iterator[Difference]:
    for (title, old), (_title, new) in zip(settings_lines(before), settings_lines(after), strict=True):
        if old != new:
            yield Difference(title, old, new)
    if before.holidays != after.holidays and len(before.holidays) == len(after.holidays):
        dates = tr("Rates", "other dates")
        yield Difference(tr("Rates", "Holidays"), "", dates)


def _of_order(old: list[_Key], new: list[_Key]) -> Iterator[Difference]:
    """Of rates and charges the first that holds takes a stay or an instant: their order is a rule too."""
    titles = {
        Kind.RATE: tr("Rates", "Order of the rates"),
        Kind.CHARGE: tr("Rates", "Order of the prices"),
        Kind.CAP: tr("Rates", "Order of the limits"),
    }
    # Charges are in order within their rate: those of two rates are never compared.
    for kind, rate in dict.fromkeys(key[:2] for key in new if key[0] in titles):
        before, after = ([key for key in keys if key[:2] == (kind, rate)] for keys in (old, new))
        if before != after:
            yield Difference(titles[kind], _names(before), _names(after))


def _names(keys: list[_Key]) -> str:
    return tr("Rates", " → ").join(key[2] for key in keys)


def _parts(plan: Plan) -> dict[_Key, tuple[Place, Part]]:
    """Each part by what it is known by: its name, or its number among those without one."""
    found: dict[_Key, tuple[Place, Part]] = {}
    for rate_at, rate in enumerate(plan.rates):
        alone = replace(rate, charges=())  # its charges are compared by themselves
        _add(found, (Kind.RATE, "", rate.name), Place(Kind.RATE, rate_at), alone)
        for at, charge in enumerate(rate.charges):
            _add(found, (Kind.CHARGE, rate.name, charge.name), Place(Kind.CHARGE, at, rate_at), charge)
    for place, part in parts_beside(plan):
        _add(found, (place.kind, "", str(getattr(part, "name", ""))), place, part)
    return found


def _add(found: dict[_Key, tuple[Place, Part]], key: _Key, place: Place, part: Part) -> None:
    kind, rate, name = key
    number = 2
    while key in found:
        key = (kind, rate, f"{name} {number}")
        number += 1
    found[key] = (place, part)


def _words(part: Part, plan: Plan, place: Place) -> str:
    return part_sentence(part, plan, follows=place.kind is Kind.CHARGE and place.at > 0)
