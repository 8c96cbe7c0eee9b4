"""``lotkeeper console``: two data folders become consoles of one lot, as on two machines."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.cli import main
from core.config import Config, load_config, write_config
from core.domain.people import Actor, Role
from core.services.manage_people import add_person
from core.services.set_up_lot import set_up_lot
from core.services.sign_on import PinHasher
from core.store.store import Store
from tests.core.store.lot import PLAN, lot_of, opened
from tests.core.sync.hub_lot import LOCALHOST, free_port

Captured = pytest.CaptureFixture[str]
PIN = "739201"


@pytest.fixture(autouse=True)
def pin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTKEEPER_PIN", PIN)


@pytest.fixture
def hub(tmp_path: Path) -> Path:
    """The folder of a lot's one console."""
    folder = tmp_path / "hub"
    with opened(folder) as store:
        set_up_here(store)
    shared = replace(Config().shared, hub_host=LOCALHOST, hub_port=free_port())
    write_config(folder / "lotkeeper.toml", replace(Config(), shared=shared))
    return folder


def set_up_here(store: Store) -> None:
    hashed = PinHasher().hash(PIN)
    person = store.write(
        lambda unit: set_up_lot(unit, lot=lot_of(store), plan=PLAN, administrator="Ada", pin_hash=hashed)
    )
    boss = Actor(person.person_id, person.name, person.role)
    store.write(lambda unit: add_person(unit, actor=boss, name="Ben", role=Role.ATTENDANT, pin_hash=hashed))


def call(folder: Path, *arguments: str) -> int:
    return main(["console", arguments[0], "--data", str(folder), *arguments[1:]])


class Inviting:
    """The hub's command, waiting for somebody in a process of its own."""

    def __init__(self, folder: Path, name: str) -> None:
        program = "import sys; from console.cli import main; sys.exit(main())"
        arguments = ["console", "invite", name, "--data", str(folder), "--json"]
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, *arguments], stdout=subprocess.PIPE, text=True
        )
        assert self.process.stdout is not None
        self.told = json.loads(self.process.stdout.readline())

    def end(self) -> dict[str, object]:
        out, _ = self.process.communicate(timeout=30)
        return dict(json.loads(out)) | {"code": self.process.returncode}


@pytest.fixture
def inviting(hub: Path) -> Iterator[Inviting]:
    made = Inviting(hub, "Exit")
    yield made
    made.process.kill()
    made.process.wait(10)
    made.process.stdout.close()  # type: ignore[union-attr]


def test_a_new_console_joins_and_both_list_each_other(
    hub: Path, inviting: Inviting, tmp_path: Path, capsys: Captured
) -> None:
    new = tmp_path / "new"
    address, code = inviting.told["address"], inviting.told["code"]
    assert call(new, "join", address, code) == 0
    assert "joined as console 2, Exit; " in capsys.readouterr().out
    assert inviting.end()["joined"] is True
    for folder in (hub, new):
        assert call(folder, "list", "--json") == 0
        listed = json.loads(capsys.readouterr().out)
        assert [(each["number"], each["name"], each["is_hub"]) for each in listed] == [
            (1, "Booth", True),
            (2, "Exit", False),
        ]
        assert [each["is_this"] for each in listed] == [folder == hub, folder == new]
    config = load_config(new / "lotkeeper.toml")
    assert (config.shared.hub, config.console.name) == (address, "Exit")
    # Whoever may sign on at the hub may at the new console, too: it renames itself.
    assert call(new, "rename", "2", "Exit south") == 0


def test_a_wrong_code_is_one_line_and_2(inviting: Inviting, tmp_path: Path, capsys: Captured) -> None:
    assert call(tmp_path / "new", "join", inviting.told["address"], "LK-0000-0000-0000-0000") == 2
    assert capsys.readouterr().err == "lotkeeper: the code is not right\n"


@pytest.mark.parametrize(
    ("address", "code", "told"),
    [
        ("http://x", "LK-0000-0000-0000-0000", "that is no address of a hub"),
        (LOCALHOST, "LK-0000", "that is no code"),
        (f"{LOCALHOST}:1", "LK-0000-0000-0000-0000", "no answer"),
    ],
)
def test_what_cannot_be_joined(tmp_path: Path, capsys: Captured, address: str, code: str, told: str) -> None:
    assert call(tmp_path / "new", "join", address, code) == 2
    assert told in capsys.readouterr().err


def test_a_console_of_another_lot_does_not_join(inviting: Inviting, tmp_path: Path, capsys: Captured) -> None:
    other = tmp_path / "other"
    with opened(other) as store:
        set_up_here(store)
    assert call(other, "join", inviting.told["address"], inviting.told["code"]) == 2
    assert "records of its own" in capsys.readouterr().err


def test_without_waiting_the_code_is_printed_and_kept(hub: Path, capsys: Captured) -> None:
    assert call(hub, "invite", "Exit", "--no-wait") == 0
    assert capsys.readouterr().out.startswith("code: LK-")
    with opened(hub) as store:
        (invitation,) = store.read(lambda unit: unit.invitations())
    assert invitation.name == "Exit"


def test_a_lot_of_one_console_says_so(hub: Path, capsys: Captured) -> None:
    assert call(hub, "list") == 0
    assert "one console and shares nothing" in capsys.readouterr().out


def test_who_may_not_is_told(hub: Path, capsys: Captured) -> None:
    assert call(hub, "invite", "Exit", "--no-wait", "--person", "ben") == 2
    assert "this person may not do that" in capsys.readouterr().err
    assert call(hub, "invite", "Exit", "--no-wait", "--person", "Zoe") == 2
    assert "nobody like that" in capsys.readouterr().err


def test_a_wrong_pin_is_counted(hub: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOTKEEPER_PIN", "1357")
    for _ in range(3):
        assert call(hub, "invite", "Exit", "--no-wait") == 2
    assert "the PIN or password is not right" in capsys.readouterr().err
    assert call(hub, "invite", "Exit", "--no-wait") == 2
    assert "too many wrong PINs" in capsys.readouterr().err


def test_consoles_are_revoked_and_the_hub_is_not(hub: Path, capsys: Captured) -> None:
    assert call(hub, "invite", "Exit", "--no-wait") == 0
    capsys.readouterr()
    assert call(hub, "revoke", "1", "--reason", "sold") == 2
    assert "that console is the hub" in capsys.readouterr().err
    assert call(hub, "revoke", "kiosk", "--reason", "sold") == 2
    assert "no such console" in capsys.readouterr().err
    assert call(hub, "rename", "booth", "Booth north") == 0
    assert call(hub, "hub") == 2
    assert "the hub already" in capsys.readouterr().err
