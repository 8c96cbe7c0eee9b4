"""A rate plan as TOML that its landlord can read: short lines, one step a line, a comment per part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from core.config.toml_text import quoted
from core.domain.rates.document import plan_to_document
from core.domain.rates.plan import Plan

_WIDTH = 100
_NUMBERS = frozenset(
    {"price", "total", "at_most", "at_least", "round_to", "tax_percent", "each", "multiply", "percent"}
)
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_TIMES = frozenset({"effective", "holidays"})
_AS_USUAL: Mapping[str, object] = {"plan_id": "standard", "version": 1}
_PART_COMMENTS = {
    "validations": "Discounts of merchants",
    "rates": "Price lists; a stay is priced by one that applies to it",
    "free": "Minutes that cost nothing",
    "caps": "Never more, or never less, than this",
    "extras": "On top of the time",
    "adjustments": "Multiplies what the time costs",
}
_COMMENTS: Mapping[tuple[str, object], str] = {
    ("choose", "cheapest"): "of the rates that apply",
    ("choose", "dearest"): "of the rates that apply",
    ("seconds", "drop"): "entry and exit count by their whole minutes",
    ("exact_units", "next"): "a stay of exactly N units begins unit N + 1",
    ("cars_inside", "change"): "stays across the change to this plan are split at it",
    ("tax", "on_top"): "added to the total",
    ("visits", "caps"): "what earlier visits cost counts for the maxima",
    ("visits", "continue"): "earlier visits of the day count as already charged",
    ("visits", "sum"): "visits of a day are priced together",
    ("booking_overstay", "alone"): "an overstayed booking pays from its end on",
    ("time_credit", "first_minutes"): "a time credit lets the clock start later",
    ("stack", "best"): "only the best discount of a stay counts",
    ("unfinished", "free"): "only finished units cost",
    ("count", "elapsed"): "steps count from the begin, not by the time charged here",
    ("units_at_edges", "run_on"): "a unit that began before a window's edge runs to its end",
    ("restart", "hour"): "the steps begin anew each hour of the clock",
    ("restart", "day"): "the steps begin anew each parking day",
    ("restart", "week"): "the steps begin anew each week",
    ("restart", "month"): "the steps begin anew each month",
    ("restart", "window"): "the steps begin anew each time the window begins",
    ("of", "prices"): "before the maxima",
    ("of", "rest"): "what is left when discounts of merchants were taken off",
    ("per", "day"): "parking day",
    ("per", "window"): "each time the window of its charges begins",
}
_KEY_COMMENTS = {
    "day_begins": "when a parking day begins",
    "round_to": "the total, once, at the end",
    "exclusive": "where it applies, no rate after it is considered",
    "covers": "what is left of the stay chooses again",
    "first": "taken off the bill",
    "up_to": "a longer stay is charged from its first minute",
    "once": "a vehicle that had them in this time before does not get them again",
}


def plan_text(plan: Plan) -> str:
    """The plan as TOML text that ``read_plan`` reads back exactly."""
    document = plan_to_document(plan)
    lines = [f"# {plan.name}: prices in {plan.currency}, explained key by key in docs/rate-plan.md"]
    rest = {key: value for key, value in document.items() if _AS_USUAL.get(key) != value}
    lines += [_setting(key, value) for key, value in rest.items() if key not in _PART_COMMENTS]
    for key, comment in _PART_COMMENTS.items():
        if key in rest:
            lines += ["", f"# {comment}", *_part(key, rest[key])]
    return "\n".join(lines) + "\n"


def _part(key: str, value: object) -> Iterator[str]:
    """A table of settings, or each table of a list with an empty line between."""
    if isinstance(value, Mapping):
        yield f"[{key}]"
        yield from _settings(value)
    elif isinstance(value, Sequence):
        for index, table in enumerate(value):
            if index:
                yield ""
            yield f"[[{key}]]"
            yield from _table(key, {name: each for name, each in table.items() if name != "charges"})
            if "charges" in table:
                yield ""
                yield from _part(f"{key}.charges", table["charges"])


def _table(key: str, table: Mapping[str, object]) -> Iterator[str]:
    """The settings of a part; a condition too long for one line stands below them, a table of its own."""
    applies = table.get("applies")
    if not isinstance(applies, Mapping) or len(_setting("applies", applies)) <= _WIDTH:
        yield from _settings(table)
        return
    yield from _settings({name: each for name, each in table.items() if name != "applies"})
    yield ""
    yield f"[{key}.applies]"
    yield from (f"{name} = {_value(name, each)}" for name, each in applies.items())


def _settings(table: Mapping[str, object]) -> Iterator[str]:
    return (_setting(key, value) for key, value in table.items())


def _setting(key: str, value: object) -> str:
    """One key with its value, and a word on what it means where the value alone does not say it."""
    comment = _COMMENTS.get((key, str(value))) or _KEY_COMMENTS.get(key)
    if key in {"per", "restart"} and str(value)[:1].isdigit():
        comment = "counted from the entry"
    line = f"{key} = {_value(key, value)}"
    if isinstance(value, list) and value and (key == "steps" or len(line) > _WIDTH):
        if key == "holidays":
            return f"{key} = [\n{_wrapped([str(day) for day in value])}\n]"
        rows = "".join(f"  {_value('', each)},\n" for each in value)
        return line if len(value) == 1 and len(line) <= _WIDTH else f"{key} = [\n{rows}]"
    return f"{line}   # {comment}" if comment else line


def _value(key: str, value: object) -> str:
    """The value in line; numbers and times stand bare, as TOML knows them."""
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{name} = {_value(name, each)}' for name, each in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(_value(key, each) for each in value)}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    is_bare = isinstance(value, int) or key in _TIMES or (key in _NUMBERS and _NUMBER.fullmatch(text))
    return text if is_bare else quoted(text)


def _wrapped(words: Sequence[str]) -> str:
    per_line = 7
    rows = [words[at : at + per_line] for at in range(0, len(words), per_line)]
    return "\n".join(f"  {', '.join(row)}," for row in rows)
