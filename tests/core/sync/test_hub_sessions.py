"""Challenges and tokens at the hub: good for a while, for one console, and never too many."""

from __future__ import annotations

from core.sync.hub_sessions import CHALLENGE_SECONDS, MOST_CHALLENGES, MOST_TOKENS_EACH, HubSessions


class Seconds:
    """FAKE: a monotonic clock by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_challenge_is_good_once() -> None:
    sessions = HubSessions()
    challenge = sessions.challenge()
    assert sessions.redeem(challenge)
    assert not sessions.redeem(challenge)
    assert not sessions.redeem("another")


def test_a_challenge_is_good_for_a_minute() -> None:
    seconds = Seconds()
    sessions = HubSessions(seconds)
    challenge = sessions.challenge()
    seconds.now += CHALLENGE_SECONDS + 1
    assert not sessions.redeem(challenge)


def test_strangers_that_ask_and_never_answer_fill_nothing() -> None:
    sessions = HubSessions()
    first = sessions.challenge()
    for _ in range(MOST_CHALLENGES):
        sessions.challenge()
    assert not sessions.redeem(first)


def test_a_console_keeps_its_newest_tokens_and_nobody_elses_go() -> None:
    sessions = HubSessions()
    other = sessions.admit("exit")
    tokens = [sessions.admit("entry") for _ in range(MOST_TOKENS_EACH + 3)]
    assert [sessions.owner(token) for token in tokens] == [None] * 3 + ["entry"] * MOST_TOKENS_EACH
    assert sessions.owner(other) == "exit"


def test_a_revoked_consoles_tokens_are_taken_back() -> None:
    sessions = HubSessions()
    token = sessions.admit("entry")
    sessions.forget("entry")
    assert sessions.owner(token) is None
    assert sessions.owner("停") is None
