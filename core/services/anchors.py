"""Anchors: one text that proves this console's whole journal, and the heads of the other chains with it."""

from __future__ import annotations

from core.domain.anchors import ANCHOR_MADE, Anchor, written
from core.services.signing import Signer
from core.services.unit_of_work import UnitOfWork

WHO = "system"


def make_anchor(unit: UnitOfWork) -> Anchor | None:
    """Note in the journal where all chains stand; the anchor of the entry that says so.

    None where nothing happened since the last one. The entry names the heads of all other chains that are
    held here, so that one anchor of this chain proves those, too.
    """
    heads = unit.chain_heads()
    if not heads or unit.is_anchored():
        return None
    unit.record(
        ANCHOR_MADE,
        {"heads": {console_id: [mark.seq, mark.link.hex()] for console_id, mark in sorted(heads.items())}},
        who=WHO,
    )
    return own_anchor(unit)


def own_anchor(unit: UnitOfWork) -> Anchor | None:
    """Where this console's own chain stands; None where it has not begun."""
    mark = unit.chain_heads().get(unit.console_id)
    if mark is None:
        return None
    return Anchor(unit.lot_id, unit.console_id, mark.seq, mark.link, unit.now)


def anchor_text(unit: UnitOfWork, signer: Signer | None = None) -> str:
    """The anchor of this console's chain as it stands, for a square code on paper; empty before its first
    entry. Signed where the console's key is given.
    """
    anchor = own_anchor(unit)
    return "" if anchor is None else written(anchor, None if signer is None else signer.sign)
