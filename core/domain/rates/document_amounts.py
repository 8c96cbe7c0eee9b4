"""What a plan has beside its rates, as the document writes it: free minutes, caps, extras, adjustments."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from decimal import Decimal
from functools import partial

from core.domain.rates.document_applies import applies_document, applies_of
from core.domain.rates.document_steps import PriceText
from core.domain.rates.document_table import PlanError, Table, shown
from core.domain.rates.document_times import days_of, days_text, length_text, period_of, period_text
from core.domain.rates.plan import STAY, Adjustment, Adjusts, Applies, Cap, Extra, Free, Per, Rate

MOST_PARTS = 100
HIGHEST_FACTOR = Decimal(1000)
_FREE_KEYS = ("up_to", "first", "of", "once", "applies", "rates")
_CAP_KEYS = ("name", "at_most", "at_least", "per", "of", "which", "days", "applies", "rates")
_EXTRA_KEYS = ("name", "price", "per", "quantity", "each", "applies", "rates")
_ADJUSTMENT_KEYS = ("name", "multiply", "percent", "of", "applies", "rates")
_WITHOUT_WINDOW = (Per.STAY, Per.HOUR, Per.DAY, Per.WEEK, Per.MONTH)
_WHICH = re.compile(r"(\d{1,4})(?: ?(-) ?(\d{1,4})?)?", re.ASCII)
_EVERY_PERIOD = (1, None)


def free_of(table: Table, rates: Collection[str]) -> Iterator[Free]:
    """The free minutes under ``free``."""
    for each in table.tables("free", _FREE_KEYS, most=MOST_PARTS, form="[[free]]"):
        up_to_s, first_s = each.seconds("up_to"), each.seconds("first")
        if up_to_s is None and first_s is None:
            raise PlanError(each.path, 'expected "up_to" or "first", like up_to = "10 min"')
        if "of" in each and first_s is None:
            raise each.fault("of", 'expected "first" beside "of"')
        yield Free(
            up_to_s=up_to_s or 0,
            first_s=first_s or 0,
            of_charged=each.choice("of", {"stay": False, "charged": True}, default=False),
            once=each.read("once", partial(period_of, allowed=_WITHOUT_WINDOW), STAY),
            applies=applies_of(each),
            rates=frozenset(each.names("rates", known=rates)),
        )


def caps_of(table: Table, rates: tuple[Rate, ...]) -> Iterator[Cap]:
    """The caps under ``caps``."""
    names = [rate.name for rate in rates]
    charges = [charge.name for rate in rates for charge in rate.charges]
    for each in table.tables("caps", _CAP_KEYS, most=MOST_PARTS, form="[[caps]]"):
        if "at_most" not in each and "at_least" not in each:
            raise each.fault("at_most", 'the amount is missing: expected "at_most" or "at_least"')
        yield Cap(
            most_minor=each.price("at_most") if "at_most" in each else None,
            least_minor=each.price("at_least") if "at_least" in each else None,
            per=each.read("per", period_of, STAY),
            of=frozenset(each.names("of", known=charges)),
            rates=frozenset(each.names("rates", known=names)),
            which=_which(each),
            days=each.read("days", days_of, frozenset()),
            applies=applies_of(each),
            name=each.text("name", ""),
        )


def extras_of(table: Table, rates: Collection[str]) -> Iterator[Extra]:
    """The extras under ``extras``."""
    for each in table.tables("extras", _EXTRA_KEYS, most=MOST_PARTS, form="[[extras]]"):
        if "each" in each and "quantity" not in each:
            raise each.fault("each", 'expected "quantity" beside "each", like quantity = "kwh"')
        if "quantity" in each and "per" in each:
            raise each.fault("per", 'expected either "per" or "quantity", not both')
        yield Extra(
            name=each.text("name"),
            price_minor=each.price("price"),
            applies=applies_of(each),
            per=each.read("per", partial(period_of, allowed=_WITHOUT_WINDOW), STAY),
            quantity=each.text("quantity", ""),
            each=each.number("each", least=Decimal("0.000001")) if "each" in each else Decimal(1),
            rates=frozenset(each.names("rates", known=rates)),
        )


def adjustments_of(table: Table, rates: Collection[str]) -> Iterator[Adjustment]:
    """The adjustments under ``adjustments``."""
    for each in table.tables("adjustments", _ADJUSTMENT_KEYS, most=MOST_PARTS, form="[[adjustments]]"):
        yield Adjustment(
            name=each.text("name"),
            factor=_factor(each),
            applies=applies_of(each),
            of=each.choice("of", {one.value: one for one in Adjusts}, Adjusts.TOTAL),
            rates=frozenset(each.names("rates", known=rates)),
        )


def free_document(free: Free) -> dict[str, object]:
    """The free minutes as plain values."""
    document: dict[str, object] = {}
    lengths = (("up_to", free.up_to_s), ("first", free.first_s))
    document |= {key: length_text(length_s) for key, length_s in lengths if length_s}
    if free.of_charged:
        document["of"] = "charged"
    if free.once != STAY:
        document["once"] = period_text(free.once)
    return document | _condition(free.applies, free.rates)


def cap_document(cap: Cap, price_text: PriceText) -> dict[str, object]:
    """The cap as plain values."""
    document: dict[str, object] = {"name": cap.name} if cap.name else {}
    amounts = (("at_most", cap.most_minor), ("at_least", cap.least_minor))
    document |= {key: price_text(amount) for key, amount in amounts if amount is not None}
    if cap.per != STAY:
        document["per"] = period_text(cap.per)
    if cap.of:
        document["of"] = sorted(cap.of)
    if cap.which != _EVERY_PERIOD:
        first, last = cap.which
        document["which"] = f"{first}-{'' if last is None else last}" if first != last else str(first)
    if cap.days:
        document["days"] = days_text(cap.days)
    return document | _condition(cap.applies, cap.rates)


def extra_document(extra: Extra, price_text: PriceText) -> dict[str, object]:
    """The extra as plain values."""
    document: dict[str, object] = {"name": extra.name, "price": price_text(extra.price_minor)}
    if extra.per != STAY:
        document["per"] = period_text(extra.per)
    if extra.quantity:
        document |= {"quantity": extra.quantity, "each": number_text(extra.each)}
    return document | _condition(extra.applies, extra.rates)


def adjustment_document(adjustment: Adjustment) -> dict[str, object]:
    """The adjustment as plain values: whole factors as such, others in per cent more or less."""
    document: dict[str, object] = {"name": adjustment.name}
    if adjustment.factor == adjustment.factor.to_integral_value():
        document["multiply"] = number_text(adjustment.factor)
    else:
        document["percent"] = number_text((adjustment.factor - 1).scaleb(2))
    if adjustment.of is not Adjusts.TOTAL:
        document["of"] = str(adjustment.of)
    return document | _condition(adjustment.applies, adjustment.rates)


def number_text(number: Decimal) -> str:
    """The number's digits without zeros that say nothing."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _condition(applies: Applies, rates: Collection[str]) -> dict[str, object]:
    document: dict[str, object] = {}
    if condition := applies_document(applies):
        document["applies"] = condition
    return document | ({"rates": sorted(rates)} if rates else {})


def _which(table: Table) -> tuple[int, int | None]:
    if "which" not in table:
        return _EVERY_PERIOD
    value = table.values["which"]
    found = _WHICH.fullmatch(str(value)) if isinstance(value, str | int) else None
    if found is not None and not isinstance(value, bool):
        first = int(found[1])
        last = int(found[3]) if found[3] else None if found[2] else first
        if first >= 1 and (last is None or last >= first):
            return first, last
    expected = 'expected which periods of the stay, like "1", "1-2" or "3-"'
    raise table.fault("which", f"{expected}, found {shown(value)}")


def _factor(table: Table) -> Decimal:
    if ("multiply" in table) == ("percent" in table):
        raise PlanError(table.path, 'expected either "multiply" or "percent", like percent = -10')
    if "multiply" in table:
        return table.number("multiply", most=HIGHEST_FACTOR)
    return 1 + table.number("percent", least=Decimal(-100), most=100 * HIGHEST_FACTOR - 100).scaleb(-2)
