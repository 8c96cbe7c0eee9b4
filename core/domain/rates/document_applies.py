"""To which stays a part of a rate plan applies, as the document writes it."""

from __future__ import annotations

import re

from core.domain.rates.document_table import Table, shown
from core.domain.rates.document_times import length_text
from core.domain.rates.document_windows import named_window, window_document
from core.domain.rates.plan import EVERY_STAY, Applies

ANY_MEMBER = "any"
_KEYS = ("classes", "loyalty", "tags", "lost_ticket", "entry", "exit", "exit_days", "inside", "over", "up_to")
_MOST_DAYS = 3660
_DAYS = re.compile(r"(\d{1,4})(?: ?- ?(\d{1,4}))?", re.ASCII)


def applies_of(table: Table) -> Applies:
    """What stands under ``applies``; every stay where nothing does."""
    opened = table.opened("applies", _KEYS, form='{ classes = ["car"] }')
    if opened is None:
        return EVERY_STAY
    return Applies(
        classes=frozenset(opened.names("classes")),
        loyalty=_loyalty(opened),
        tags=frozenset(opened.names("tags")),
        lost_ticket=opened.flag("lost_ticket") if "lost_ticket" in opened else None,
        entry=named_window(opened, "entry", instant=True),
        exit=named_window(opened, "exit", instant=True),
        exit_days=_exit_days(opened),
        inside=named_window(opened, "inside", instant=False),
        over_s=opened.seconds("over"),
        up_to_s=opened.seconds("up_to"),
    )


def applies_document(applies: Applies) -> dict[str, object]:
    """The conditions as plain values; what says nothing is left out."""
    document: dict[str, object] = {}
    if applies.classes:
        document["classes"] = sorted(applies.classes)
    if applies.loyalty:
        document["loyalty"] = True if applies.loyalty == {ANY_MEMBER} else sorted(applies.loyalty)
    if applies.tags:
        document["tags"] = sorted(applies.tags)
    if applies.lost_ticket is not None:
        document["lost_ticket"] = applies.lost_ticket
    windows = (("entry", applies.entry), ("exit", applies.exit), ("inside", applies.inside))
    document |= {key: window_document(window) for key, window in windows if window is not None}
    if applies.exit_days is not None:
        least, most = applies.exit_days
        document["exit_days"] = least if least == most else f"{least}-{most}"
    lengths = (("over", applies.over_s), ("up_to", applies.up_to_s))
    return document | {key: length_text(length_s) for key, length_s in lengths if length_s is not None}


def _loyalty(table: Table) -> frozenset[str]:
    value = table.values.get("loyalty")
    if isinstance(value, bool):
        if not value:
            raise table.fault("loyalty", "expected true (any member), a name or a list of names, found false")
        return frozenset({ANY_MEMBER})
    return frozenset(table.names("loyalty"))


def _exit_days(table: Table) -> tuple[int, int] | None:
    if "exit_days" not in table:
        return None
    value = table.values["exit_days"]
    found = _DAYS.fullmatch(str(value)) if isinstance(value, str | int) else None
    if found is not None and not isinstance(value, bool):
        least = int(found[1])
        most = int(found[2] or least)
        if least <= most <= _MOST_DAYS:
            return least, most
    expected = 'expected how many dates later the exit lies, like 0 (the same day), 1 or "0-1"'
    raise table.fault("exit_days", f"{expected}, found {shown(value)}")
