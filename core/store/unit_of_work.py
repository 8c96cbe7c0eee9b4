"""One transaction of the store, as the services see it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import uuid_utils
from sqlalchemy import ColumnElement, Connection, func, insert, select, update

from core.domain.chains import Mark
from core.domain.consoles import LotConsole
from core.domain.errors import Refused
from core.domain.invitations import Invitation
from core.domain.journal import Entry, Subject, from_micros, in_order, to_micros
from core.domain.leases import LeaseBook
from core.domain.lots import Lot
from core.domain.merchants import Merchant
from core.domain.occupancy import Occupancy
from core.domain.payments import Payment
from core.domain.people import Person
from core.domain.permits import PlanChange
from core.domain.photo_views import PhotoView
from core.domain.proposals import Proposal, ProposalState
from core.domain.purging import PURGES, Scope, Targets
from core.domain.rates.pricing import Pricing
from core.domain.refunds import Refund
from core.domain.shifts import Shift
from core.domain.signed_codes import KnownKey
from core.domain.stays import OPEN_STATES, Stay, StayState
from core.services.tasks import FORGET_PHOTOS, PHOTOS_AT_ONCE, Task
from core.services.unit_of_work import Attempt, Credential, PublishedVersion, RateDraft
from core.store import rate_plans, shifts, tables
from core.store.anchors import heads_of, is_anchored
from core.store.booking_projection import spaces_booked
from core.store.credentials import (
    add_badge_key,
    badge_holder,
    badge_keys,
    keep_credential,
    load_credential,
)
from core.store.invitations import drop_invitation, invitations_of, keep_invitation, lot_consoles
from core.store.journal import Head, append, entries_of, head, latest_of
from core.store.leases import count_leases, lease_book
from core.store.merchants import load_merchants
from core.store.photo_views import note_photo_view
from core.store.plan_shelf import PlanShelf, changes_for, version_in_force
from core.store.projections import load_stay, payments_of, project
from core.store.proposals import proposal_of, proposals_in
from core.store.purging import forget_purged
from core.store.queries.purge import about_plate, about_stays, due_for_purge
from core.store.refunds import load_refund
from core.store.refusals import settle_refusal
from core.store.refused_attempts import note_attempt
from core.store.rows import person_from_row, stay_from_row
from core.store.sharing_tables import consoles
from core.store.task_rows import hasten_tasks, note_task, waiting_tasks

CLOCK_TOLERANCE = timedelta(seconds=2)
_CLOCK_FLOOR = "clock_floor"
_RECEIPT_NUMBER = "receipt_number"
_INTO_TASKS = insert(tables.tasks)


class SqlUnitOfWork:
    """Reads and writes of one transaction; made on the writer thread, committed by the store.

    ``entries`` and ``tasks`` are what it recorded, for those who are told after the commit.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        lot_id: str,
        console_id: str,
        now: datetime,
        last: Head | None = None,
        shelf: PlanShelf | None = None,
    ) -> None:
        self.connection = connection
        self.lot_id = lot_id
        self.console_id = console_id
        self.entries: list[Entry] = []
        self.tasks: list[Task] = []
        self._now = now
        self._floor_raised = False
        self._shelf = shelf or PlanShelf()
        self.head = last or head(connection, lot_id, console_id)

    @property
    def now(self) -> datetime:
        """The instant of this transaction."""
        return self._now

    def new_id(self) -> str:
        """A fresh UUIDv7."""
        return str(uuid_utils.uuid7())

    def record(
        self,
        kind: str,
        payload: Mapping[str, Any],
        *,
        who: str,
        subjects: Sequence[Subject] = (),
        personal: Mapping[str, Any] | None = None,
    ) -> Entry:
        """Append an entry and fold its subjects again."""
        entry, self.head = append(
            self.connection,
            before=self.head,
            lot_id=self.lot_id,
            console_id=self.console_id,
            entry_id=self.new_id(),
            now=self.now,
            kind=kind,
            payload=payload,
            who=who,
            subjects=subjects,
            personal=personal,
        )
        if kind in PURGES:
            self.forget([entry])
        for subject in subjects:
            project(self.connection, self.lot_id, subject)
        count_leases(self.connection, self.lot_id, [entry])
        self._raise_clock_floor()
        self.entries.append(entry)
        return entry

    def forget(self, entries: Sequence[Entry]) -> None:
        """Forget what these entries purge, and of them what was purged before; their photos' files later."""
        photos = list(forget_purged(self.connection, self.lot_id, entries).photos)
        for start in range(0, len(photos), PHOTOS_AT_ONCE):
            self.add_task(FORGET_PHOTOS, {"photos": photos[start : start + PHOTOS_AT_ONCE]})

    def add_task(self, kind: str, payload: Mapping[str, Any], *, worth_for: timedelta | None = None) -> str:
        """Add what must follow outside the transaction."""
        task_id = self.new_id()
        now = to_micros(self.now)
        self.connection.execute(
            _INTO_TASKS,
            {
                "lot_id": self.lot_id,
                "task_id": task_id,
                "kind": kind,
                "payload": dict(payload),
                "state": "waiting",
                "created_at": now,
                "next_at": now,
                "deadline_at": None if worth_for is None else to_micros(self.now + worth_for),
                "attempts": 0,
                "cause": "",
            },
        )
        deadline = None if worth_for is None else self.now + worth_for
        self.tasks.append(Task(task_id, kind, payload, self.now, self.now, deadline, 0))
        return task_id

    def renew_task(self, task_id: str) -> str | None:
        """Have a failed task done again; the task runner takes it up with its next poll."""
        mine = (
            tables.tasks.c.lot_id == self.lot_id,
            tables.tasks.c.task_id == task_id,
            tables.tasks.c.state == "failed",
        )
        kind = self.connection.execute(select(tables.tasks.c.kind).where(*mine)).scalar()
        if kind is None:
            return None
        self.connection.execute(
            update(tables.tasks).where(*mine).values(state="waiting", next_at=to_micros(self.now))
        )
        return str(kind)

    def waiting_tasks(self, kind: str) -> list[Task]:
        """The tasks of the kind that wait."""
        return waiting_tasks(self.connection, self.lot_id, kind=kind)

    def note_task(self, task_id: str, cause: str) -> None:
        """Write down how far a task that waits has come."""
        note_task(self.connection, self.lot_id, task_id, cause)

    def hasten_tasks(self, kind: str) -> None:
        """Have all tasks of the kind that wait tried again now."""
        hasten_tasks(self.connection, self.lot_id, kind, self.now)

    def settle_refusal(self, refusal_id: str) -> bool:
        """Mark a refused item as seen."""
        return settle_refusal(self.connection, self.lot_id, refusal_id, self.now)

    def lot(self) -> Lot:
        """The lot as decided last."""
        document = self.connection.execute(
            select(tables.lots.c.document).where(tables.lots.c.lot_id == self.lot_id)
        ).scalar()
        if document is None:
            raise Refused("lot.not_set_up")
        return Lot.from_document(document)

    def plan(self, plan_id: str, version: int) -> Pricing:
        """That version of that plan."""
        return self._shelf.plan(self.connection, self.lot_id, plan_id, version)

    def plan_in_force(self, at: datetime) -> Pricing:
        """The plan that prices stays that begin at the instant."""
        return self.plan(*self.version_in_force(at))

    def version_in_force(self, at: datetime) -> tuple[str, int]:
        """Id and version of that plan, which may be damaged."""
        return version_in_force(self.connection, self.lot_id, at)

    def plan_changes(self, stay: Stay, until: datetime) -> tuple[PlanChange, ...]:
        """The versions that took the stay over between its entry and the instant."""
        return changes_for(self.connection, self.lot_id, stay, until)

    def latest_plan_version(self, plan_id: str) -> int:
        """The highest version of the plan, 0 where there is none."""
        plans = tables.rate_plans
        highest = self.connection.execute(
            select(func.max(plans.c.version)).where(plans.c.lot_id == self.lot_id, plans.c.plan_id == plan_id)
        ).scalar()
        return int(highest or 0)

    def plan_document(self, plan_id: str, version: int) -> Mapping[str, Any]:
        """That version of that plan as it was published."""
        return rate_plans.plan_document(self.connection, self.lot_id, plan_id, version)

    def published_versions(self) -> list[PublishedVersion]:
        """All versions of all plans, in the order in which they take effect."""
        return rate_plans.published_versions(self.connection, self.lot_id)

    def rate_drafts(self) -> list[RateDraft]:
        """The drafts, the one saved last first."""
        return rate_plans.drafts(self.connection, self.lot_id)

    def keep_rate_draft(self, draft: RateDraft) -> None:
        """Keep the draft, in place of the one of that id."""
        rate_plans.keep_draft(self.connection, self.lot_id, draft)

    def drop_rate_draft(self, draft_id: str) -> None:
        """Forget the draft."""
        rate_plans.drop_draft(self.connection, self.lot_id, draft_id)

    def stay(self, stay_id: str) -> Stay:
        """The stay of that id."""
        stay = load_stay(self.connection, self.lot_id, stay_id)
        if stay is None:
            raise Refused("stay.unknown")
        return stay

    def open_stays_with_plate(self, plate: str) -> list[Stay]:
        """Stays not ended with exactly this plate, newest first."""
        stays = tables.stays
        found = self._stays(stays.c.plate == plate, stays.c.state.in_([state.value for state in OPEN_STATES]))
        return found[::-1]

    def open_plates(self) -> list[tuple[str, str]]:
        """Id and plate of every stay not ended."""
        stays = tables.stays
        rows = self.connection.execute(
            select(stays.c.stay_id, stays.c.plate).where(
                stays.c.lot_id == self.lot_id, stays.c.state.in_([state.value for state in OPEN_STATES])
            )
        )
        return [(row.stay_id, row.plate) for row in rows]

    def stays_in_state(self, state: StayState, *, leaving: bool | None = None) -> list[Stay]:
        """Stays in that state, oldest first."""
        conditions = [tables.stays.c.state == state.value]
        if leaving is not None:
            conditions.append(tables.stays.c.leaving == leaving)
        return self._stays(*conditions)

    def _stays(self, *conditions: ColumnElement[bool]) -> list[Stay]:
        stays = tables.stays
        rows = self.connection.execute(
            select(stays).where(stays.c.lot_id == self.lot_id, *conditions).order_by(stays.c.entry_at)
        ).all()
        return [stay_from_row(row, *payments_of(self.connection, self.lot_id, row.stay_id)) for row in rows]

    def occupancy(self) -> Occupancy:
        """How full the lot is."""
        row = self.connection.execute(
            select(tables.occupancy).where(tables.occupancy.c.lot_id == self.lot_id)
        ).first()
        capacity = self.lot().capacity
        return (
            Occupancy(capacity, 0, 0)
            if row is None
            else Occupancy(capacity, row.inside, row.pending, row.held)
        )

    def lease_book(self) -> LeaseBook:
        """Which console holds how many of the lot's spaces."""
        return lease_book(self.connection, self.lot_id, self.console_id)

    def payment(self, payment_id: str) -> Payment:
        """The payment of that id."""
        payments = tables.payments
        document = self.connection.execute(
            select(payments.c.document).where(
                payments.c.lot_id == self.lot_id, payments.c.payment_id == payment_id
            )
        ).scalar()
        if document is None:
            raise Refused("payment.unknown")
        return Payment.from_document(document)

    def refund(self, refund_id: str) -> Refund | None:
        """The refund of that id."""
        return load_refund(self.connection, self.lot_id, refund_id)

    def merchants(self) -> list[Merchant]:
        """Every merchant that was ever set, by name."""
        return load_merchants(self.connection, self.lot_id)

    def amounts_paid_since(self, since: datetime, *, most: int) -> list[int]:
        """What was paid at or after the instant, newest first."""
        payments = tables.payments
        amounts = self.connection.execute(
            select(payments.c.amount_minor)
            .where(
                payments.c.lot_id == self.lot_id,
                payments.c.paid_at >= to_micros(since),
                payments.c.voided_at.is_(None),
            )
            .order_by(payments.c.paid_at.desc())
            .limit(most)
        )
        return list(amounts.scalars())

    def next_receipt_number(self) -> int:
        """The number of the next receipt of this console."""
        number = int(self._local(_RECEIPT_NUMBER) or 0) + 1
        self._set_local(_RECEIPT_NUMBER, str(number))
        return number

    def console_number(self) -> int:
        """This console's number among the lot's."""
        rows = self.connection.execute(
            select(consoles.c.console_id, consoles.c.number).where(consoles.c.lot_id == self.lot_id)
        ).all()
        return next((row.number for row in rows if row.console_id == self.console_id and len(rows) > 1), 0)

    def open_shift(self, drawer: str) -> Shift | None:
        """The shift that takes the money of this console's drawer of that name."""
        return shifts.open_shift_on(self.connection, self.lot_id, self.console_id, drawer)

    def open_shift_of(self, person_id: str) -> Shift | None:
        """The shift the person has open."""
        return shifts.open_shift_of(self.connection, self.lot_id, self.console_id, person_id)

    def last_closed_shift(self, drawer: str, *, console_id: str = "") -> Shift | None:
        """The main shift that was closed last on the drawer of that name."""
        return shifts.last_closed_on(self.connection, self.lot_id, console_id or self.console_id, drawer)

    def shift(self, shift_id: str) -> Shift:
        """The shift of that id."""
        return shifts.load_shift(self.connection, self.lot_id, shift_id)

    def chain_end(self, console_id: str) -> int:
        """The seq of the last entry held of that console's chain."""
        return shifts.chain_end(self.connection, self.lot_id, console_id)

    def entries_in_chain(
        self, console_id: str, *, after_seq: int, until_seq: int, kinds: Collection[str]
    ) -> list[Entry]:
        """The entries of these kinds in that stretch of the console's chain."""
        return shifts.entries_in_chain(
            self.connection, self.lot_id, console_id, after_seq=after_seq, until_seq=until_seq, kinds=kinds
        )

    def people(self) -> list[Person]:
        """Everyone, by name."""
        rows = self.connection.execute(
            select(tables.people).where(tables.people.c.lot_id == self.lot_id).order_by(tables.people.c.name)
        )
        return [person_from_row(row) for row in rows]

    def person(self, person_id: str) -> Person:
        """The person of that id."""
        people = tables.people
        row = self.connection.execute(
            select(people).where(people.c.lot_id == self.lot_id, people.c.person_id == person_id)
        ).first()
        if row is None:
            raise Refused("person.unknown")
        return person_from_row(row)

    def credential(self, person_id: str) -> Credential | None:
        """What the person proves themselves with."""
        return load_credential(self.connection, self.lot_id, person_id)

    def set_credential(self, credential: Credential) -> None:
        """Keep the PIN hash and the failed tries; hashes never enter the journal."""
        keep_credential(self.connection, self.lot_id, credential, self.now)

    def badge_keys(self) -> list[bytes]:
        """The keys with which badges are digested."""
        return badge_keys(self.connection, self.lot_id)

    def add_badge_key(self, key: bytes) -> None:
        """Keep another key to digest badges with."""
        add_badge_key(self.connection, self.lot_id, key, self.now)

    def badge_holder(self, digests: Sequence[str]) -> str | None:
        """The id of the person whose badge has one of these digests."""
        return badge_holder(self.connection, self.lot_id, digests)

    def own_note(self, name: str) -> str | None:
        """What this console keeps for itself under the name."""
        return self._local(name)

    def keep_own_note(self, name: str, text: str) -> None:
        """Keep it, in place of what was kept before."""
        self._set_local(name, text)

    def note_attempt(self, attempt: Attempt) -> None:
        """Write down, apart from the journal, what somebody tried and may not."""
        note_attempt(self.connection, self.lot_id, attempt, self.now)

    def lot_consoles(self) -> list[LotConsole]:
        """Every console that the lot ever had, by its number."""
        return lot_consoles(self.connection, self.lot_id)

    def invitations(self) -> list[Invitation]:
        """Every invitation that is kept, the oldest first."""
        return invitations_of(self.connection, self.lot_id)

    def keep_invitation(self, invitation: Invitation) -> None:
        """Keep the invitation, in place of the one of that id."""
        keep_invitation(self.connection, self.lot_id, invitation)

    def drop_invitation(self, invitation_id: str) -> None:
        """Forget the invitation."""
        drop_invitation(self.connection, self.lot_id, invitation_id)

    def booked_spaces(self, slots: range) -> set[str]:
        """The spaces that are booked in any of these quarters of an hour since 1970."""
        return spaces_booked(self.connection, self.lot_id, slots)

    def known_keys(self) -> list[KnownKey]:
        """The public keys of the lot's consoles."""
        rows = self.connection.execute(select(consoles).where(consoles.c.lot_id == self.lot_id))
        return [
            KnownKey(row.console_id, row.name, row.public_key, row.revoked_at is not None) for row in rows
        ]

    def due_for_purge(self, scope: Scope, before: datetime, *, among: Targets | None = None) -> Targets:
        """What ended before the instant and is to be forgotten; ``among`` asks about these alone."""
        return due_for_purge(self.connection, self.lot_id, scope, before, among=among)

    def purgeable_of_plate(self, plate: str) -> Targets:
        """What may be forgotten of this plate, and what is kept."""
        return about_plate(self.connection, self.lot_id, plate)

    def purgeable_stays(self, stay_ids: Sequence[str]) -> Targets:
        """What may be forgotten of these stays, and what is kept."""
        return about_stays(self.connection, self.lot_id, stay_ids)

    def note_photo_view(self, view: PhotoView) -> None:
        """Write down that somebody looked at a picture; soon after the last time only a number rises."""
        note_photo_view(self.connection, self.lot_id, self.new_id(), view)

    def chain_heads(self) -> Mapping[str, Mark]:
        """By console id, where each chain of the lot ends here."""
        return heads_of(self.connection, self.lot_id)

    def is_anchored(self) -> bool:
        """Whether nothing but anchors came since this console's last anchor."""
        return is_anchored(self.connection, self.lot_id, self.console_id)

    def count_entries(self, subject: Subject, kind: str) -> int:
        """How many entries of the kind there are about the subject."""
        return sum(entry.kind == kind for entry in entries_of(self.connection, self.lot_id, subject))

    def entries_about(self, subject: Subject) -> list[Entry]:
        """All entries about the subject, in the order in which they are folded."""
        return in_order(entries_of(self.connection, self.lot_id, subject))

    def latest_about(self, subject: Subject, *, most: int) -> list[Entry]:
        """The last entries about the subject, the last one first."""
        return latest_of(self.connection, self.lot_id, subject, most)

    def proposals(self, state: ProposalState) -> list[Proposal]:
        """Changes that consoles proposed, those in that state, the oldest first."""
        return proposals_in(self.connection, self.lot_id, state)

    def proposal(self, proposal_id: str) -> Proposal:
        """The proposal of that id."""
        return proposal_of(self.connection, self.lot_id, proposal_id)

    def clock_is_behind(self) -> bool:
        """Whether the clock stands before the latest instant at which this console wrote."""
        floor = self._local(_CLOCK_FLOOR)
        return floor is not None and self.now + CLOCK_TOLERANCE < from_micros(int(floor))

    def settle_clock(self) -> None:
        """Accept the clock as it is now."""
        self._set_local(_CLOCK_FLOOR, str(to_micros(self.now)))

    def _raise_clock_floor(self) -> None:
        if self._floor_raised:
            return
        floor = self._local(_CLOCK_FLOOR)
        if floor is None or int(floor) < to_micros(self.now):
            self._set_local(_CLOCK_FLOOR, str(to_micros(self.now)))
        self._floor_raised = True

    def _local(self, name: str) -> str | None:
        state = tables.local_state
        value = self.connection.execute(select(state.c.value).where(state.c.name == name)).scalar()
        return None if value is None else str(value)

    def _set_local(self, name: str, value: str) -> None:
        state = tables.local_state
        changed = self.connection.execute(update(state).where(state.c.name == name).values(value=value))
        if changed.rowcount == 0:
            self.connection.execute(insert(state).values(name=name, value=value))
