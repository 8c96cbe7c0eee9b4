"""The doorbell wakes everybody but the ringer, misses nothing, and keeps nobody for ever."""

from __future__ import annotations

import threading
import time

from core.sync.doorbell import MOST_WAITS_EACH, Doorbell


def test_a_ring_between_two_waits_is_heard() -> None:
    bell = Doorbell()
    place = bell.place("exit")
    bell.ring("entry")
    rung, now = bell.wait("exit", place, 0)
    assert rung
    assert bell.wait("exit", now, 0) == (False, now)


def test_who_rings_does_not_wake_itself() -> None:
    bell = Doorbell()
    place = bell.place("entry")
    bell.ring("entry")
    assert bell.wait("entry", place, 0) == (False, place)


def test_after_the_hub_started_anew_everybody_looks_again() -> None:
    place = Doorbell().place("exit")
    assert Doorbell().wait("exit", place, 0)[0]


def test_silence_ends_all_waits() -> None:
    bell = Doorbell()
    heard: list[bool] = []
    waiting = threading.Thread(target=lambda: heard.append(bell.wait("exit", bell.place("exit"), 60)[0]))
    waiting.start()
    bell.silence()
    waiting.join(10)
    assert heard == [False]


def test_a_console_that_waits_too_often_ends_its_oldest_wait() -> None:
    bell = Doorbell()
    place = bell.place("exit")
    threads = []
    for _ in range(MOST_WAITS_EACH + 2):
        threads.append(threading.Thread(target=bell.wait, args=("exit", place, 60)))
        threads[-1].start()
        time.sleep(0.02)
    for oldest in threads[:2]:
        oldest.join(10)
        assert not oldest.is_alive()
    assert all(thread.is_alive() for thread in threads[2:])
    bell.silence()
    for thread in threads:
        thread.join(10)
