"""A console notes where all chains of its lot stand, and gives one text that proves them."""

from __future__ import annotations

from pathlib import Path

from core.domain.anchors import read_anchor
from core.domain.journal import Subject
from core.domain.signed_codes import KnownKey
from core.services.anchors import anchor_text, make_anchor, own_anchor
from core.store.chain_rows import links_of
from core.store.replica import StoreReplica
from core.store.store import Store
from core.store.unit_of_work import SqlUnitOfWork
from core.sync.identity import load_identity, verify
from tests.core.store.lot import SetClock, drive_in, opened, set_up


def _note(unit: SqlUnitOfWork) -> None:
    unit.record("lane.noted", {}, who="system", subjects=(Subject("lane", "in"),))


def test_a_journal_without_an_entry_has_no_anchor(tmp_path: Path) -> None:
    with opened(tmp_path, SetClock()) as store:
        assert store.write(make_anchor) is None
        assert store.read(anchor_text) == ""


def test_the_text_proves_the_chain_as_it_stands(tmp_path: Path) -> None:
    with opened(tmp_path, SetClock()) as store:
        set_up(store)
        drive_in(store, "AB0001")
        read = read_anchor(store.read(anchor_text))
        assert read.is_about(store.lot_id, store.console_id)
        with store.reading() as view:
            links = links_of(view.connection, store.lot_id, store.console_id, read.seq, read.seq)
        assert read.agrees(links[read.seq])


def test_a_text_is_signed_where_the_console_has_its_key(tmp_path: Path) -> None:
    with opened(tmp_path, SetClock()) as store:
        set_up(store)
        identity = load_identity(tmp_path)
        read = read_anchor(store.read(lambda unit: anchor_text(unit, identity)))
        key = KnownKey(store.console_id, "Booth", identity.public_key)
        assert read.signed_by(store.lot_id, [key], verify) == key


def test_an_anchor_is_made_only_where_something_happened(tmp_path: Path) -> None:
    with opened(tmp_path, SetClock()) as store:
        set_up(store)
        made = store.write(make_anchor)
        assert made is not None
        assert made == store.read(own_anchor)
        assert store.write(make_anchor) is None
        store.write(_note)
        again = store.write(make_anchor)
        assert again is not None
        assert again.seq == made.seq + 2


def test_one_anchor_names_the_heads_of_all_chains(tmp_path: Path) -> None:
    a_folder, b_folder = tmp_path / "a", tmp_path / "b"
    a_folder.mkdir()
    b_folder.mkdir()
    with opened(a_folder, SetClock()) as a, opened(b_folder, SetClock()) as b:
        set_up(a)
        b.lot_id = a.lot_id
        b.write(_note)
        a.write(make_anchor)
        _hand_over(b, a)
        # It came later, whatever its clock said.
        anchor = a.write(make_anchor)
        assert anchor is not None
        (row,) = StoreReplica(a).rows(a.console_id, anchor.seq - 1)
        heads = row.to_entry().payload["heads"]
        mark = b.read(lambda unit: unit.chain_heads())[b.console_id]
        assert heads[b.console_id] == [mark.seq, mark.link.hex()]
        _hand_over(a, b)
        # Another's anchor is nothing new to anchor.
        assert b.write(make_anchor) is not None
        _hand_over(b, a)
        assert a.write(make_anchor) is None


def _hand_over(giver: Store, taker: Store) -> None:
    rows = StoreReplica(giver).rows(giver.console_id, 0)
    StoreReplica(taker).take(rows)
