"""All that follows from the journal is made again from it alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select, update

from core.store.rebuild import FOLLOWING, Rebuilt, rebuild
from core.store.refusals import refused_items
from core.store.replica import StoreReplica
from core.store.sharing_tables import refused_rows
from core.store.store import Store
from core.store.tables import metadata, occupancy, stays
from core.store.verify import verify_journal
from tests.core.store.lot import SetClock, a_day
from tests.core.store.lots_apart import admit, agree, chain_of, consoles, join, leave, space
from tests.core.store.test_replica import resealed

OF_THEIR_OWN = {
    "journal",
    "journal_keys",
    "journal_subjects",
    "journal_personal",
    "credentials",
    "rate_drafts",
    "tasks",
    "local_state",
    "space_slots",
    "sync_marks",
    "refused_rows",
    "invitations",
    "shared_settings",
    "refused_attempts",
    "anchors",
    "photo_views",
}
OF_THE_SHARED_DATABASE = {
    "projected_marks",
    "console_reports",
    "console_logins",
    "partner_lots",
    "booking_requests",
    "rate_plan_requests",
    "availability",
    "daily_reports",
}


def made_again(store: Store) -> Rebuilt:
    return store.write(lambda unit: rebuild(unit.connection, unit.lot_id, now=unit.now))


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.reading() as view:
        return {
            table.name: [
                tuple(row)
                for row in view.connection.execute(select(table).order_by(*table.primary_key.columns))
            ]
            for table in FOLLOWING
        }


def test_each_table_either_follows_from_the_journal_or_is_known_not_to() -> None:
    following = {table.name for table in FOLLOWING}
    assert following | OF_THEIR_OWN | OF_THE_SHARED_DATABASE == set(metadata.tables)
    assert not following & (OF_THEIR_OWN | OF_THE_SHARED_DATABASE)


def test_a_day_made_again_is_the_same_day(store: Store, clock: SetClock) -> None:
    a_day(store, clock, vehicles=8)
    before = everything(store)
    again = made_again(store)
    assert again.unfolded == ()
    assert again.subjects > 8
    assert everything(store) == before


def test_what_two_consoles_share_made_again_is_the_same(tmp_path: Path, clock: SetClock) -> None:
    with consoles(tmp_path, clock, "hub", "in") as (hub, entry):
        a_day(hub, clock, vehicles=2)
        join(hub, entry)
        space(hub, "space.granted", entry.console_id, 3)
        agree([hub, entry])
        admit(entry, "s1")
        leave(entry, "s1", kept=True)
        agree([hub, entry])
        before = everything(hub)
        assert before["space_leases"]
        made_again(hub)
        assert everything(hub) == before == everything(entry)


def test_rows_that_were_damaged_or_lost_are_put_right(store: Store, clock: SetClock) -> None:
    a_day(store, clock)
    before = everything(store)

    def damage(unit: object) -> None:
        connection = unit.connection  # type: ignore[attr-defined]
        connection.execute(update(stays).values(plate="ZZ"))
        connection.execute(delete(occupancy))

    store.write(damage)
    made_again(store)
    assert everything(store) == before
    with store.reading() as view:
        assert verify_journal(view.connection).problems == ()


def test_what_makes_no_sense_is_named_and_what_does_now_is_no_longer_shown(
    tmp_path: Path, clock: SetClock
) -> None:
    with consoles(tmp_path, clock, "hub", "in") as (hub, entry):
        a_day(hub, clock, vehicles=2)
        last = chain_of(hub)[-1]
        odd = resealed(
            last,
            last.link,
            seq=last.seq + 1,
            entry_id="odd",
            kind="stay.admitted",
            payload=json.dumps({"entry_at": "now"}),
            subjects='[["stay", "odd"]]',
            salt=None,
            fields=None,
        )
        StoreReplica(entry).take([*chain_of(hub), odd])
        entry.write(
            lambda unit: unit.connection.execute(insert(refused_rows).values(_long_past(unit.lot_id)))
        )
        before = everything(entry)
        again = made_again(entry)
        assert [str(one).split(":")[0] for one in again.unfolded] == ["stay odd"]
        assert everything(entry) == before
        with entry.reading() as view:
            items = refused_items(view.connection, view.lot_id)
        assert [(item.seq, item.kind) for item in items] == [(odd.seq, "stay.admitted")]


def _long_past(lot_id: str) -> dict[str, object]:
    return {
        "lot_id": lot_id,
        "refusal_id": "r1",
        "console_id": "c",
        "seq": 1,
        "kind": "future.thing",
        "cause": "projection.cannot_fold",
        "detail": "",
        "at": 1,
        "row": {},
    }


def test_a_failure_midway_leaves_all_as_it_was(
    store: Store, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_day(store, clock)
    before = everything(store)

    def broken(*_: object) -> None:
        raise OSError("disk I/O error")

    with monkeypatch.context() as patched:
        patched.setattr("core.store.rebuild.recount_leases", broken)
        with pytest.raises(Exception, match="I/O"):
            made_again(store)
    assert everything(store) == before
