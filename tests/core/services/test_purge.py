"""Personal data goes on schedule or on request, everywhere; chain and money stay and verify."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Text, cast, func, select

from core.domain.chains import Mark
from core.domain.errors import BadInput, NotAllowed, Refused
from core.domain.journal import Subject
from core.domain.people import Actor, Role
from core.domain.purging import Scope, Targets
from core.services.correct_plate import correct_plate
from core.services.override_gate import open_gate
from core.services.purge import due_now, plan_purge, purge_on_schedule, purge_plate, purge_stay
from core.services.tasks import FORGET_PHOTOS
from core.services.tell_drivers import tell_drivers
from core.store.rebuild import rebuild
from core.store.replica import StoreReplica
from core.store.sharing_tables import bookings
from core.store.store import Store
from core.store.tables import journal, journal_personal, payments, sightings, stays
from core.store.verify import verify_file
from tests.core.store.lot import SetClock, drive_in, drive_out, opened, pay, set_up

PHOTO = "a" * 64
DAYS = timedelta(days=1)


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def store(tmp_path: Path, clock: SetClock) -> Iterator[Store]:
    with opened(tmp_path, clock) as fresh:
        yield fresh


def file_of(store: Store) -> Path:
    return Path(store.url.removeprefix("sqlite+pysqlite:///"))


def a_visit(store: Store, clock: SetClock, actor: Actor, plate: str) -> str:
    stay_id = drive_in(store, plate)
    clock.pass_time(45)
    pay(store, actor, stay_id)
    drive_out(store, plate, stay_id)
    return stay_id


def purge_all(store: Store) -> dict[Scope, int]:
    done = {}
    for scope in Scope:
        due = store.read(partial(due_now, scope=scope))
        done[scope] = sum(
            store.write(partial(purge_on_schedule, scope=scope, due=piece)) for piece in due.in_pieces()
        )
    return done


def everywhere(store: Store) -> str:
    """All that the file says of anybody, in one text."""
    found = []
    with store.reading() as view:
        for column in (
            cast(journal_personal.c.fields, Text),
            cast(journal.c.payload, Text),
            stays.c.plate,
            stays.c.raw_plate,
            stays.c.plate_fold,
            stays.c.photo,
            stays.c.exit_photo,
            cast(stays.c.former_plates, Text),
            cast(stays.c.alternatives, Text),
            cast(stays.c.doubts, Text),
            sightings.c.plate,
            sightings.c.raw_plate,
            sightings.c.photo,
        ):
            found += [str(value) for value in view.connection.execute(select(column)).scalars()]
    return "\n".join(found)


@contextmanager
def two_consoles(folder: Path, clock: SetClock) -> Iterator[tuple[Store, Store]]:
    """Two of one lot, that share when they are told to."""
    (folder / "a").mkdir()
    (folder / "b").mkdir()
    with opened(folder / "a", clock) as booth, opened(folder / "b", clock) as kiosk:
        kiosk.lot_id = booth.lot_id
        yield booth, kiosk


def hand_over(giver: Store, taker: Store) -> None:
    replica = StoreReplica(taker)
    mark = replica.marks().get(giver.console_id, Mark())
    replica.take(StoreReplica(giver).rows(giver.console_id, mark.seq))


def money(store: Store) -> list[tuple[str, int]]:
    with store.reading() as view:
        rows = view.connection.execute(select(payments.c.payment_id, payments.c.amount_minor))
        return sorted((row.payment_id, row.amount_minor) for row in rows)


def test_after_ninety_days_nothing_says_whose_car_it_was(store: Store, clock: SetClock) -> None:
    actor = set_up(store)
    stay_id = a_visit(store, clock, actor, "AB0001")
    paid = money(store)
    clock.instant += 91 * DAYS
    assert "AB0001" in everywhere(store)
    purge_all(store)
    assert "AB0001" not in everywhere(store)
    assert money(store) == paid
    assert store.read(lambda unit: unit.stay(stay_id)).paid_minor == paid[0][1]
    found = verify_file(file_of(store))
    assert found.is_sound, found.problems
    assert found.purged > 0


def test_purged_once_it_is_not_purged_again(store: Store, clock: SetClock) -> None:
    actor = set_up(store)
    a_visit(store, clock, actor, "AB0001")
    clock.instant += 91 * DAYS
    assert sum(purge_all(store).values()) > 0
    assert sum(purge_all(store).values()) == 0


def test_what_is_younger_stays(store: Store, clock: SetClock) -> None:
    actor = set_up(store)
    a_visit(store, clock, actor, "AB0001")
    clock.instant += 89 * DAYS
    purge_all(store)
    assert "AB0001" in everywhere(store)


def test_photos_go_before_plates_and_their_files_follow(store: Store, clock: SetClock) -> None:
    actor = set_up(store)
    stay_id = a_visit(store, clock, actor, "AB0001")
    store.write(
        lambda unit: unit.record(
            "stay.released",
            {"lane_id": "out"},
            who="system",
            subjects=[Subject("stay", stay_id)],
            personal={"photo": PHOTO},
        )
    )
    clock.instant += 61 * DAYS
    purge_all(store)
    text = everywhere(store)
    assert PHOTO not in text
    assert "AB0001" in text
    (task,) = store.read(lambda unit: unit.waiting_tasks(FORGET_PHOTOS))
    assert task.payload == {"photos": [PHOTO]}
    assert verify_file(file_of(store)).is_sound


def test_a_car_that_is_still_inside_is_kept(store: Store, clock: SetClock) -> None:
    set_up(store)
    drive_in(store, "AB0001")
    clock.instant += 200 * DAYS
    purge_all(store)
    assert "AB0001" in everywhere(store)
    kept = store.read(lambda unit: due_now(unit, Scope.ALL)).kept
    assert kept == {"purge.stay_open": 1}


def test_the_photo_of_an_act_by_hand_is_kept_with_the_money(store: Store, clock: SetClock) -> None:
    actor = set_up(store)
    stay_id = drive_in(store, "AB0001")
    store.write(
        lambda unit: open_gate(
            unit, actor=actor, lane_id="out", reason="emergency", photo=PHOTO, vehicle_present=True
        )
    )
    clock.pass_time(45)
    pay(store, actor, stay_id)
    drive_out(store, "AB0001", stay_id)
    clock.instant += 200 * DAYS
    purge_all(store)
    text = everywhere(store)
    assert PHOTO in text
    assert "AB0001" not in text
    assert not store.read(lambda unit: unit.waiting_tasks(FORGET_PHOTOS))
    assert verify_file(file_of(store)).is_sound


def opened_by_hand(store: Store, actor: Actor, note: str = "", stay_id: str | None = None) -> None:
    store.write(
        lambda unit: open_gate(
            unit,
            actor=actor,
            lane_id="out",
            reason="other",
            note=note,
            photo=PHOTO,
            vehicle_present=True,
            own_stay_id=stay_id,
        )
    )


def test_what_a_person_wrote_when_opening_by_hand_goes_and_its_picture_stays(
    store: Store, clock: SetClock
) -> None:
    actor = set_up(store)
    opened_by_hand(store, actor, "Mrs. Lin of AB0001 was ill")
    assert "Mrs. Lin" in everywhere(store)
    with store.reading() as view:
        assert "Lin" not in "".join(view.connection.execute(select(cast(journal.c.payload, Text))).scalars())
    clock.instant += 91 * DAYS
    purge_all(store)
    text = everywhere(store)
    assert "Mrs. Lin" not in text
    assert PHOTO in text
    assert verify_file(file_of(store)).is_sound
    assert purge_all(store) == {Scope.PHOTOS: 0, Scope.ALL: 0}


def test_whoever_takes_the_picture_of_an_act_by_hand_away_cannot_point_at_a_purge(
    store: Store, clock: SetClock
) -> None:
    actor = set_up(store)
    stay_id = drive_in(store, "AB0001")
    clock.pass_time(45)
    pay(store, actor, stay_id)
    opened_by_hand(store, actor, "known here", stay_id)
    drive_out(store, "AB0001", stay_id)
    clock.instant += 200 * DAYS
    purge_all(store)
    assert PHOTO in everywhere(store)
    assert verify_file(file_of(store)).is_sound
    with store._writer.begin() as connection:
        connection.execute(journal_personal.delete())
    assert "journal.not_purged" in {problem.code for problem in verify_file(file_of(store)).problems}


def test_a_text_at_a_lane_goes_too(store: Store, clock: SetClock) -> None:
    actor = set_up(store)
    store.write(lambda unit: tell_drivers(unit, actor=actor, lane_id="in", text="AB0001 please wait"))
    clock.instant += 91 * DAYS
    purge_all(store)
    assert "AB0001" not in everywhere(store)
    assert verify_file(file_of(store)).is_sound


def test_on_request_a_plate_is_forgotten_at_once_however_it_was_written_before(
    store: Store, clock: SetClock
) -> None:
    actor = set_up(store)
    a_visit(store, clock, actor, "AB0001")
    other = a_visit(store, clock, actor, "CD0002")
    stay_id = drive_in(store, "ABOOO1")
    store.write(lambda unit: correct_plate(unit, actor=actor, stay_id=stay_id, typed="AB0001"))
    clock.pass_time(30)
    pay(store, actor, stay_id)
    drive_out(store, "AB0001", stay_id)
    planned = store.read(lambda unit: plan_purge(unit, actor=actor, plate="ab-0001"))
    assert len(planned.stays) == 2
    assert store.write(lambda unit: purge_plate(unit, actor=actor, plate="AB0001", reason="asked_by_driver"))
    text = everywhere(store)
    assert "AB0001" not in text
    assert "ABOOO1" not in text
    assert store.read(lambda unit: unit.stay(other)).plate == "CD0002"
    assert verify_file(file_of(store)).is_sound


def test_on_request_what_was_written_about_a_plate_goes_too(store: Store, clock: SetClock) -> None:
    actor = set_up(store)
    store.write(lambda unit: tell_drivers(unit, actor=actor, lane_id="in", text="AB-0001 please wait"))
    opened_by_hand(store, actor, "ab 0001 was let out")
    store.write(lambda unit: purge_plate(unit, actor=actor, plate="AB0001", reason="asked_by_driver"))
    text = everywhere(store)
    assert "please wait" not in text
    assert "let out" not in text
    assert PHOTO in text
    assert verify_file(file_of(store)).is_sound


def test_the_plate_of_a_booking_that_is_still_to_come_is_kept(store: Store, clock: SetClock) -> None:
    actor = set_up(store)
    a_visit(store, clock, actor, "AB0001")
    with store._writer.begin() as connection:
        for number, state in enumerate(("booked", "ended")):
            connection.execute(
                bookings.insert().values(
                    lot_id=store.lot_id,
                    booking_id=f"b{number}",
                    external_id="",
                    plate="AB0001",
                    plate_fold="",
                    space_id="",
                    from_at=number,
                    until_at=number + 1,
                    state=state,
                    paid_minor=100,
                )
            )
    planned = store.read(lambda unit: plan_purge(unit, actor=actor, plate="AB0001"))
    assert planned.bookings == ("b1",)
    assert planned.kept == {"purge.booking_open": 1}


def test_of_a_plate_inside_only_what_has_ended_is_forgotten(store: Store, clock: SetClock) -> None:
    actor = set_up(store)
    ended = a_visit(store, clock, actor, "AB0001")
    inside = drive_in(store, "AB0001", sighting_id="seen-again")
    done = store.write(lambda unit: purge_plate(unit, actor=actor, plate="AB0001", reason="authority"))
    assert done.stays == (ended,)
    assert done.kept == {"purge.stay_open": 1}
    assert store.read(lambda unit: unit.stay(inside)).plate == "AB0001"
    with pytest.raises(Refused, match=r"purge\.stay_open"):
        store.write(lambda unit: purge_stay(unit, actor=actor, stay_id=inside, reason="authority"))


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda unit, actor: purge_plate(unit, actor=actor, plate="", reason="authority"), "purge.no_plate"),
        (
            lambda unit, actor: purge_plate(unit, actor=actor, plate="X1", reason="why not"),
            "purge.bad_reason",
        ),
        (lambda unit, actor: purge_plate(unit, actor=actor, plate="X1", reason="other"), "purge.nothing"),
        (lambda unit, actor: purge_stay(unit, actor=actor, stay_id="x", reason="other"), "stay.unknown"),
    ],
)
def test_what_cannot_be_purged_is_said(store: Store, act: Callable[..., Targets], code: str) -> None:
    actor = set_up(store)
    with pytest.raises((BadInput, Refused), match=code.replace(".", r"\.")):
        store.write(lambda unit: act(unit, actor))


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_purges(store: Store, role: Role) -> None:
    set_up(store)
    actor = Actor("somebody", "Somebody", role)
    for act in (
        lambda unit: plan_purge(unit, actor=actor, plate="AB0001"),
        lambda unit: purge_plate(unit, actor=actor, plate="AB0001", reason="authority"),
        lambda unit: purge_stay(unit, actor=actor, stay_id="x", reason="authority"),
    ):
        with pytest.raises(NotAllowed):
            store.write(act)


def test_personal_fields_that_nobody_purged_are_missed(store: Store, clock: SetClock) -> None:
    actor = set_up(store)
    a_visit(store, clock, actor, "AB0001")
    with store._writer.begin() as connection:
        connection.execute(journal_personal.delete())
    store.write(lambda unit: rebuild(unit.connection, unit.lot_id, now=unit.now))
    problems = verify_file(file_of(store)).problems
    assert "journal.not_purged" in {problem.code for problem in problems}


def test_where_only_photos_were_purged_a_plate_must_not_be_missing(store: Store, clock: SetClock) -> None:
    actor = set_up(store)
    stay_id = a_visit(store, clock, actor, "AB0001")
    store.write(
        lambda unit: unit.record(
            Scope.PHOTOS.value, {}, who="system", subjects=Targets(stays=(stay_id,)).subjects(Scope.PHOTOS)
        )
    )
    assert verify_file(file_of(store)).is_sound
    with store._writer.begin() as connection:
        connection.execute(journal_personal.delete())
    assert "journal.not_purged" in {problem.code for problem in verify_file(file_of(store)).problems}


def test_another_console_forgets_it_when_the_entry_arrives(tmp_path: Path, clock: SetClock) -> None:
    with two_consoles(tmp_path, clock) as (booth, kiosk):
        actor = set_up(booth)
        a_visit(booth, clock, actor, "AB0001")
        hand_over(booth, kiosk)
        assert "AB0001" in everywhere(kiosk)
        clock.instant += 91 * DAYS
        purge_all(booth)
        hand_over(booth, kiosk)
        assert "AB0001" not in everywhere(kiosk)
        assert verify_file(file_of(kiosk)).is_sound


def test_what_comes_after_the_purge_is_forgotten_on_arrival(tmp_path: Path, clock: SetClock) -> None:
    """A console was cut off: what it wrote of the stay comes after the stay was purged."""
    with two_consoles(tmp_path, clock) as (booth, kiosk):
        actor = set_up(booth)
        stay_id = drive_in(booth, "AB0001")
        hand_over(booth, kiosk)
        kiosk.write(lambda unit: correct_plate(unit, actor=actor, stay_id=stay_id, typed="ZZ9999"))
        clock.pass_time(45)
        pay(booth, actor, stay_id)
        drive_out(booth, "AB0001", stay_id)
        clock.instant += 91 * DAYS
        purge_all(booth)
        hand_over(kiosk, booth)
        assert "ZZ9999" not in everywhere(booth)
        hand_over(booth, kiosk)
        assert "ZZ9999" not in everywhere(kiosk)
        assert verify_file(file_of(booth)).is_sound
        assert verify_file(file_of(kiosk)).is_sound


def test_a_purge_says_no_more_than_it_must_and_comes_in_pieces(store: Store, clock: SetClock) -> None:
    actor = set_up(store)
    for number in range(5):
        a_visit(store, clock, actor, f"AB{number:04}")
    clock.instant += 91 * DAYS
    due = store.read(lambda unit: due_now(unit, Scope.ALL))
    assert [len(piece) for piece in due.in_pieces(4)][:-1] == [4] * (len(due.in_pieces(4)) - 1)
    purge_all(store)
    with store.reading() as view:
        payload = view.connection.execute(
            select(cast(journal.c.payload, Text)).where(journal.c.kind == Scope.ALL.value)
        ).scalar()
        assert view.connection.execute(select(func.count()).select_from(payments)).scalar() == 5
    assert payload is not None
    assert "AB0" not in payload
