"""What every far side promises: the contract of ``core.services.sharing.Link``, to be run against each.

A test module subclasses ``LinkContract`` with a fixture ``far_side`` that knows the lot and gives links.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Protocol

import pytest

from core.domain.chains import ChainRow, Mark
from core.domain.errors import LinkError
from core.services.sharing import Link
from tests.core.services.chains import chain, forked

ENTRY, EXIT = "console-entry", "console-exit"
LONGEST_CALL_SECONDS = 15


class FarSide(Protocol):
    """A far side of one lot."""

    @property
    def lot_id(self) -> str:
        """The lot."""

    def link(self, console_id: str) -> Link:
        """A link to it, for that console; closed after the test."""


class LinkContract:
    """The promises; subclasses are collected."""

    def test_it_holds_nothing_at_first(self, far_side: FarSide) -> None:
        link = far_side.link(ENTRY)
        assert not {ENTRY, EXIT} & link.marks().keys()
        assert link.pull(ENTRY, 0) == []

    def test_what_was_pushed_is_pulled_to_the_letter(self, far_side: FarSide) -> None:
        rows = chain(far_side.lot_id, ENTRY, 30)
        assert far_side.link(ENTRY).push(rows) == end_of(rows)
        assert far_side.link(EXIT).marks()[ENTRY] == end_of(rows)
        assert far_side.link(EXIT).pull(ENTRY, 0) == rows

    def test_a_chain_is_pulled_in_pieces_without_a_gap(self, far_side: FarSide) -> None:
        rows = chain(far_side.lot_id, ENTRY, 25)
        link = far_side.link(ENTRY)
        link.push(rows)
        pieces, last = [], 0
        while piece := link.pull(ENTRY, last, 10):
            pieces.append(piece)
            last = piece[-1].seq
        assert [len(piece) for piece in pieces] == [10, 10, 5]
        assert [row for piece in pieces for row in piece] == rows

    def test_a_chain_grows_by_one_push_after_the_other(self, far_side: FarSide) -> None:
        rows = chain(far_side.lot_id, ENTRY, 9)
        link = far_side.link(ENTRY)
        assert link.push(rows[:4]) == end_of(rows[:4])
        assert link.push(rows[4:]) == end_of(rows)
        assert link.pull(ENTRY, 0) == rows

    def test_rows_that_are_held_already_change_nothing(self, far_side: FarSide) -> None:
        rows = chain(far_side.lot_id, ENTRY, 6)
        link = far_side.link(ENTRY)
        link.push(rows[:4])
        assert link.push(rows[:4]) == end_of(rows[:4])
        assert link.push(rows[1:3]) == end_of(rows[:4])
        assert link.push(rows[2:]) == end_of(rows)
        assert link.pull(ENTRY, 0) == rows

    def test_a_gap_is_never_made(self, far_side: FarSide) -> None:
        """A far side that was set back holds less than it had: the pusher learns it from the mark."""
        rows = chain(far_side.lot_id, ENTRY, 8)
        link = far_side.link(ENTRY)
        link.push(rows[:3])
        assert link.push(rows[5:]) == end_of(rows[:3])
        assert link.pull(ENTRY, 0) == rows[:3]

    def test_rows_with_a_gap_among_them_are_refused(self, far_side: FarSide) -> None:
        rows = chain(far_side.lot_id, ENTRY, 5)
        link = far_side.link(ENTRY)
        with pytest.raises(LinkError) as refused:
            link.push([rows[0], rows[1], rows[3]])
        assert refused.value.cause == "chain.gap"
        assert link.pull(ENTRY, 0) == []

    def test_another_entry_under_the_same_seq_is_a_fork(self, far_side: FarSide) -> None:
        rows = chain(far_side.lot_id, ENTRY, 6)
        link = far_side.link(ENTRY)
        link.push(rows[:5])
        with pytest.raises(LinkError) as refused:
            link.push(forked(rows[:3], 4))
        assert refused.value.cause == "chain.fork"
        assert link.pull(ENTRY, 0) == rows[:5]
        assert link.push(rows) == end_of(rows)

    def test_what_does_not_continue_the_chain_is_refused(self, far_side: FarSide) -> None:
        rows = chain(far_side.lot_id, ENTRY, 4)
        link = far_side.link(ENTRY)
        link.push(rows)
        with pytest.raises(LinkError) as refused:
            link.push(forked(rows[:3], 3)[4:])
        assert refused.value.cause in {"chain.fork", "chain.broken"}
        assert link.pull(ENTRY, 0) == rows

    def test_rows_of_another_lot_are_refused(self, far_side: FarSide) -> None:
        with pytest.raises(LinkError):
            far_side.link(ENTRY).push(chain("another-lot", ENTRY, 2))

    def test_chains_of_several_consoles_lie_side_by_side(self, far_side: FarSide) -> None:
        mine, theirs = chain(far_side.lot_id, ENTRY, 5), chain(far_side.lot_id, EXIT, 3)
        link = far_side.link(ENTRY)
        link.push(mine)
        # A hub hands on what others wrote.
        link.push(theirs)
        assert {name: link.marks()[name] for name in (ENTRY, EXIT)} == {
            ENTRY: end_of(mine),
            EXIT: end_of(theirs),
        }
        assert link.pull(EXIT, 1) == theirs[1:]

    def test_two_that_push_the_same_rows_at_once_leave_them_once(self, far_side: FarSide) -> None:
        rows = chain(far_side.lot_id, ENTRY, 400)
        pushers = [far_side.link(ENTRY), far_side.link(EXIT), far_side.link("console-hub")]
        ends: list[Mark] = []

        def push(link: Link, size: int) -> None:
            for begin in range(0, len(rows), size):
                mark = link.push(rows[begin : begin + size])
            ends.append(mark)

        at_once([partial(push, one, size) for one, size in zip(pushers, (40, 50, 80), strict=True)])
        assert ends == [end_of(rows)] * 3
        assert pushers[0].pull(ENTRY, 0) == rows

    def test_a_ring_is_heard_by_who_waits(self, far_side: FarSide) -> None:
        listener, ringer = far_side.link(EXIT), far_side.link(ENTRY)
        quiet(listener)
        ringing = threading.Timer(0.2, ringer.ring)
        ringing.start()
        begun = time.monotonic()
        assert listener.wait(LONGEST_CALL_SECONDS)
        assert time.monotonic() - begun < LONGEST_CALL_SECONDS
        ringing.join()

    def test_a_ring_while_nobody_waited_is_heard_afterwards(self, far_side: FarSide) -> None:
        listener, ringer = far_side.link(EXIT), far_side.link(ENTRY)
        quiet(listener)
        ringer.ring()
        assert listener.wait(5)

    def test_waiting_ends_when_nobody_rings(self, far_side: FarSide) -> None:
        listener = far_side.link(EXIT)
        quiet(listener)
        begun = time.monotonic()
        assert not listener.wait(0.5)
        assert 0.4 < time.monotonic() - begun < LONGEST_CALL_SECONDS

    def test_reports_are_kept_one_for_each_console(self, far_side: FarSide) -> None:
        entry, exit_ = far_side.link(ENTRY), far_side.link(EXIT)
        entry.report({"version": "1.0", "tasks": 3})
        entry.report({"version": "1.1", "tasks": 0})
        exit_.report({"version": "1.0", "name": "出口 ✓"})
        reports = exit_.reports()
        assert reports[ENTRY]["version"] == "1.1"
        assert reports[EXIT]["name"] == "出口 ✓"
        assert isinstance(reports[ENTRY]["at"], int)

    def test_closing_ends_a_wait_within_a_second(self, far_side: FarSide) -> None:
        link = far_side.link(EXIT)
        quiet(link)
        ended: list[float] = []

        def wait() -> None:
            try:
                link.wait(60)
            except LinkError:
                ended.append(time.monotonic())

        waiting = threading.Thread(target=wait)
        waiting.start()
        time.sleep(0.3)
        begun = time.monotonic()
        link.close()
        waiting.join(LONGEST_CALL_SECONDS)
        assert not waiting.is_alive()
        assert all(at - begun < 1.5 for at in ended)

    def test_closing_twice_does_no_harm(self, far_side: FarSide) -> None:
        link = far_side.link(EXIT)
        link.marks()
        link.close()
        link.close()


def end_of(rows: list[ChainRow]) -> Mark:
    """How far a side holds a chain that holds these."""
    return Mark(rows[-1].seq, rows[-1].link)


def quiet(link: Link) -> None:
    """Wait until the link listens and hears nothing: the first wait may be over at once."""
    for _ in range(20):
        if not link.wait(0.1):
            return
    pytest.fail("it rings without end")


def at_once(works: list[Callable[[], None]]) -> None:
    """Run all of them at the same time; what one of them raised is raised."""
    failures: list[BaseException] = []
    gate = threading.Barrier(len(works))

    def run(work: Callable[[], None]) -> None:
        gate.wait()
        try:
            work()
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    if failures:
        raise failures[0]
