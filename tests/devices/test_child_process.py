from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from core.domain.errors import DeviceError
from devices.child_process import ChildProcess

PATIENCE_S = 20.0

GROUP = """
import subprocess, sys
from devices.child_process import leave
helper = subprocess.Popen([sys.executable, "-c", "import time; print('up', flush=True); time.sleep(600)"])
print(helper.pid, flush=True)
sys.stdin.read()
leave()
"""
DEAF = """
import signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("up", flush=True)
time.sleep(600)
"""


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ChildProcess]:
    def begin(code: str) -> ChildProcess:
        (tmp_path / "made_for_a_test.py").write_text(code)
        return ChildProcess(
            "made_for_a_test", not_started="recogniser.not_started", environment={"EXTRA": "yes"}
        )

    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return begin


def is_alive(process_id: int) -> bool:
    try:
        stat = Path(f"/proc/{process_id}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def wait_until(condition: Callable[[], bool]) -> None:
    ends_at = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < ends_at, "waited in vain"
        time.sleep(0.02)


def test_a_child_that_leaves_takes_along_what_it_started(start: Callable[[str], ChildProcess]) -> None:
    child = start(GROUP)
    helper = int(child.output.readline())
    assert is_alive(helper)

    child.end()
    child.output.close()

    wait_until(lambda: not is_alive(helper))
    assert child.exit_code() is not None


def test_a_killed_child_takes_along_what_it_started(start: Callable[[str], ChildProcess]) -> None:
    child = start(GROUP)
    helper = int(child.output.readline())

    child.kill()
    child.output.close()

    wait_until(lambda: not is_alive(helper) and not is_alive(child.process_id))


def test_a_deaf_child_is_ended_by_force_and_may_be_ended_twice(start: Callable[[str], ChildProcess]) -> None:
    child = start(DEAF)
    assert child.output.readline() == b"up\n"

    child.end()
    child.end()
    child.output.close()

    assert not is_alive(child.process_id)


def test_telling_a_child_that_is_gone_does_no_harm(start: Callable[[str], ChildProcess]) -> None:
    child = start("print('bye')")
    assert child.output.read() == b"bye\n"

    child.tell("hello")
    child.end()
    child.tell("hello")
    child.output.close()

    assert child.exit_code() == 0


def test_a_child_that_the_system_will_not_have_is_named(
    start: Callable[[str], ChildProcess], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")

    with pytest.raises(DeviceError) as refused:
        start("")

    assert refused.value.cause == "recogniser.not_started"
