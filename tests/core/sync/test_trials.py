"""What is about to be configured is tried: each thing that may be wrong has its own reason."""

from __future__ import annotations

import socket
import threading
import time
from pathlib import Path

import pytest

from core.domain.errors import LinkError
from core.sync import trials
from core.sync.trials import internet_place, try_internet, try_place


def cause_of(call, *args) -> str:
    with pytest.raises(LinkError) as told:
        call(*args)
    return told.value.cause


def test_a_folder_that_takes_files_is_left_as_it_was(tmp_path: Path) -> None:
    try_place(str(tmp_path), "")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_missing_and_an_address_that_is_none_are_told_apart(tmp_path: Path) -> None:
    assert cause_of(try_place, str(tmp_path / "no-disk"), "") == "place.not_found"
    assert cause_of(try_place, "second disk", "") == "place.bad_address"
    assert cause_of(try_place, "smb://user:secret@host/share", "") == "place.password_in_address"
    assert not (tmp_path / "no-disk").exists()


def test_a_place_that_keeps_every_file_for_ever_is_said_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_place: object, _name: str) -> None:
        raise LinkError("place.refused")

    monkeypatch.setattr("core.sync.places.Place.remove", refuse)
    assert cause_of(try_place, str(tmp_path), "") == "trial.not_deleted"


def test_whoever_listens_is_the_internet() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        try_internet(f"127.0.0.1:{server.getsockname()[1]}")


def test_nobody_listening_and_no_such_name_are_no_internet() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        assert cause_of(try_internet, f"127.0.0.1:{unused.getsockname()[1]}") == "link.no_internet"
    assert cause_of(try_internet, "nowhere.invalid:443") == "link.no_internet"


def test_a_name_that_is_never_found_out_costs_a_limited_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trials, "TRIAL_SECONDS", 0.3)
    found = threading.Event()

    def wait_long(*_args: object, **_more: object) -> list[object]:
        found.wait(20)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", wait_long)
    begun = time.monotonic()
    assert cause_of(try_internet, "slow.example:443") == "link.no_internet"
    assert time.monotonic() - begun < 4
    found.set()


@pytest.mark.parametrize("address", ["1.1.1.1", "1.1.1.1:", ":443", "host:0", "host:70000", "a b:1", "h:4_4"])
def test_what_is_no_address_is_told_without_a_try(address: str) -> None:
    assert cause_of(internet_place, address) == "trial.bad_internet"
