import threading

import pytest

from console.runtime.crash import CrashHook


@pytest.fixture
def hook(qapp):
    hook = CrashHook()
    yield hook
    hook.remove()


def _fail(message: str) -> None:
    raise ZeroDivisionError(message)


def _take(hook: CrashHook, message: str) -> None:
    try:
        _fail(message)
    except ZeroDivisionError as error:
        hook.take(error)


def test_a_bug_is_shown_once_however_often_it_happens(hook, caplog):
    seen = []
    hook.bug_seen.connect(seen.append)
    for _ in range(3):
        _take(hook, "the same")
    assert len(seen) == 1
    assert caplog.text.count("ZeroDivisionError: the same") == 3


def test_bugs_of_two_places_are_shown_both(hook):
    seen = []
    hook.bug_seen.connect(seen.append)
    _take(hook, "one")
    try:
        _fail("two")
    except ZeroDivisionError as error:
        hook.take(error)
    assert len(seen) == 2


def test_a_bug_on_another_thread_reaches_the_hook(hook, qtbot):
    seen = []
    hook.bug_seen.connect(seen.append)
    hook.install()
    thread = threading.Thread(target=_fail, args=("on a thread",))
    thread.start()
    thread.join(10)
    hook.remove()
    qtbot.waitUntil(lambda: len(seen) == 1, timeout=10_000)
    assert "on a thread" in seen[0]
