"""Verifies chains against anchors: what was written elsewhere must still stand where it stood.

Whoever has the file and the program can link a changed chain anew, so that it agrees with itself. An anchor
outside their reach still says what stood there: everything up to the last anchor is proved, and what came
after it is told as not anchored.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Text, cast, func, select, tuple_

from core.domain.anchors import ANCHOR_MADE, KEPT_HERE, Anchor, AnyAnchor
from core.domain.journal import from_micros, hlc_time
from core.store.chain_rows import ENTRY_OF_KEY
from core.store.findings import Anchored, ChainHead, Findings
from core.store.sharing_tables import consoles
from core.store.tables import journal, journal_keys, local_state

ROWS_AT_ONCE = 500
LATE = timedelta(days=1)
"""So long another console may be cut off before what it anchored is missed here."""


@dataclass(frozen=True, slots=True)
class _Coming:
    """Consoles whose newest entries may not have come here yet, if they were anchored since that instant."""

    consoles: frozenset[str]
    since: datetime


@dataclass(slots=True)
class _Proof:
    """A chain, and how far anchors outside prove it; ``at`` is when the last of them was written."""

    head: ChainHead
    seq: int = 0
    anchor: AnyAnchor | None = None
    named: dict[str, int] = field(default_factory=dict)


def verify_anchors(connection: Connection, anchors: Sequence[AnyAnchor], findings: Findings) -> None:
    """Compare the chains with anchors from outside, and with what entries in them say of other chains.

    To be called after the chains were walked.
    """
    proofs = {(head.lot_id, head.console_id): _Proof(head) for head in findings.heads}
    coming = _coming(connection)
    for anchor in anchors:
        _check(connection, anchor, proofs, findings, coming)
    _check_named(connection, proofs, findings)
    findings.anchored += [_anchored(connection, proof) for proof in proofs.values()]


def _check(
    connection: Connection,
    anchor: AnyAnchor,
    proofs: Mapping[tuple[str, str], _Proof],
    findings: Findings,
    coming: _Coming,
) -> None:
    proof = next((one for key, one in proofs.items() if anchor.is_about(*key)), None)
    if proof is None:
        findings.add("anchor.no_chain", _when(anchor), console_id=_console(anchor), seq=anchor.seq)
        return
    lot_id, console_id = proof.head.lot_id, proof.head.console_id
    if anchor.seq > proof.head.seq:
        if console_id in coming.consoles and anchor.at > coming.since:
            return
        detail = f"the chain ends at {proof.head.seq}; {_when(anchor)}"
        findings.add("anchor.beyond_end", detail, console_id=console_id, seq=anchor.seq)
        return
    link = _link_at(connection, lot_id, console_id, anchor.seq)
    if link is None or not anchor.agrees(link):
        findings.add("anchor.differs", _when(anchor), console_id=console_id, seq=anchor.seq)
    elif _is_outside(anchor) and proof.seq < anchor.seq < _break_of(findings, console_id):
        proof.seq, proof.anchor = anchor.seq, anchor


def _is_outside(anchor: AnyAnchor) -> bool:
    """Whether it proves anything: one of the same database may tell a change, but was as easily changed."""
    return not (isinstance(anchor, Anchor) and anchor.place == KEPT_HERE)


def _coming(connection: Connection) -> _Coming:
    """The lot's other consoles at work. This one, and the one it was restored from, can only have lost."""
    own = connection.execute(
        select(local_state.c.value).where(local_state.c.name.in_(("console_id", "restored_from")))
    ).scalars()
    others = connection.execute(
        select(consoles.c.console_id).where(
            consoles.c.revoked_at.is_(None), consoles.c.console_id.not_in(list(own))
        )
    ).scalars()
    newest = connection.execute(select(func.max(journal.c.hlc)).group_by(journal.c.lot_id)).scalars()
    return _Coming(frozenset(others), hlc_time(max(newest, default=0)) - LATE)


def _break_of(findings: Findings, console_id: str) -> int:
    """Where the chain breaks: what an anchor behind that proves is not what stands before it."""
    return findings.breaks.get(console_id, sys.maxsize)


def _check_named(
    connection: Connection, proofs: Mapping[tuple[str, str], _Proof], findings: Findings
) -> None:
    """What consoles wrote into their own chains of where the others stood; proved where they are."""
    own = connection.execute(select(local_state.c.value).where(local_state.c.name == "console_id")).scalar()
    proved = {key: (proof.seq, proof.anchor) for key, proof in proofs.items()}
    # Many entries name the same head: of a console that rests, each of them.
    looked_up: dict[tuple[str, str, int], bytes | None] = {}
    for writer, named in _named(connection):
        for anchor in named:
            proof = proofs.get((anchor.lot_id, anchor.console_id))
            if proof is None or anchor.seq > proof.head.seq:
                # Of two other consoles' chains the one that speaks may have come here first.
                if own in {writer.console_id, anchor.console_id}:
                    findings.add("anchor.beyond_end", console_id=anchor.console_id, seq=anchor.seq)
                continue
            place = (anchor.lot_id, anchor.console_id, anchor.seq)
            if place not in looked_up:
                looked_up[place] = _link_at(connection, *place)
            if looked_up[place] != anchor.link:
                detail = f"{writer.console_id} {writer.seq}"
                findings.add("anchor.differs", detail, console_id=anchor.console_id, seq=anchor.seq)
                continue
            until, by = proved.get((writer.lot_id, writer.console_id), (0, None))
            if writer.seq <= until and proof.seq < anchor.seq < _break_of(findings, anchor.console_id):
                proof.seq, proof.anchor = anchor.seq, by


def _named(connection: Connection) -> Iterator[tuple[Anchor, list[Anchor]]]:
    """Each entry that names heads, and the heads of other chains that it names."""
    place = (journal.c.hlc, journal.c.lot_id, journal.c.console_id)
    last: tuple[int, str, str] = (-1, "", "")
    wanted = (
        select(
            journal.c.lot_id,
            journal.c.console_id,
            journal.c.seq,
            journal.c.hlc,
            journal.c.at,
            journal.c.link,
            cast(journal.c.payload, Text).label("payload"),
        )
        .where(journal.c.kind == ANCHOR_MADE)
        .order_by(*place)
        .limit(ROWS_AT_ONCE)
    )
    while rows := connection.execute(wanted.where(tuple_(*place) > tuple_(*last))).all():
        for row in rows:
            writer = Anchor(row.lot_id, row.console_id, row.seq, row.link, from_micros(row.at))
            yield writer, [one for one in _heads(writer, row.payload) if one.console_id != row.console_id]
        last = (rows[-1].hlc, rows[-1].lot_id, rows[-1].console_id)


def _heads(writer: Anchor, text: str) -> Iterator[Anchor]:
    """The heads in an entry's payload; what is damaged was told when the chain was walked."""
    try:
        heads = json.loads(text)["heads"]
        for console_id, (seq, link) in heads.items():
            yield Anchor(writer.lot_id, console_id, int(seq), bytes.fromhex(link), writer.at)
    except (ValueError, TypeError, LookupError, AttributeError):
        return


def _anchored(connection: Connection, proof: _Proof) -> Anchored:
    head = proof.head
    first = connection.execute(
        select(journal.c.at)
        .join(journal_keys, ENTRY_OF_KEY)
        .where(
            journal_keys.c.lot_id == head.lot_id,
            journal_keys.c.console_id == head.console_id,
            journal_keys.c.seq > proof.seq,
        )
        .order_by(journal_keys.c.seq)
        .limit(1)
    ).scalar()
    return Anchored(
        lot_id=head.lot_id,
        console_id=head.console_id,
        seq=proof.seq,
        at=None if proof.anchor is None else proof.anchor.at,
        later=head.seq - proof.seq,
        since=None if first is None else from_micros(first),
    )


def _link_at(connection: Connection, lot_id: str, console_id: str, seq: int) -> bytes | None:
    """The link of the entry itself, not that of its key, which says the same where all is well."""
    found: Any = connection.execute(
        select(journal.c.link)
        .join(journal_keys, ENTRY_OF_KEY)
        .where(
            journal_keys.c.lot_id == lot_id,
            journal_keys.c.console_id == console_id,
            journal_keys.c.seq == seq,
        )
    ).scalar()
    return None if found is None else bytes(found)


def _console(anchor: AnyAnchor) -> str:
    return anchor.console_id if isinstance(anchor, Anchor) else ""


def _when(anchor: AnyAnchor) -> str:
    return f"anchored {anchor.at:%Y-%m-%d %H:%M} UTC"
