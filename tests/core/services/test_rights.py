"""Every role against every service function that somebody calls: it refuses exactly whom it was designed to.

The design is the table in ``rights_table``. Which functions there are is looked up in the code, so that a new
one without a row is found; each is then called by every role through the store of a lot.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import MagicMock

import pytest

import core.services
from core.domain.errors import NotAllowed
from core.domain.lots import Direction
from core.domain.people import RIGHTS, Actor, Approval, Right, Role
from core.services.run_shift import close_shift, open_shift
from core.store.queries.people import refused_attempts
from core.store.store import Store
from tests.booth import DRAWER, Booth
from tests.core.services.rights_table import INTERNAL, NEEDS, ON_PAGES, OWN_ONLY, Approved, Second

ROOT = Path(__file__).parents[3]
STRANGER = "somebody"


def functions() -> dict[str, Callable[..., object]]:
    """The public functions of the services that take an actor, by ``module.function``."""
    found: dict[str, Callable[..., object]] = {}
    for info in pkgutil.iter_modules(core.services.__path__):
        module = importlib.import_module(f"core.services.{info.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            is_own = function.__module__ == module.__name__ and not name.startswith("_")
            if is_own and "actor" in inspect.signature(function).parameters:
                found[f"{info.name}.{name}"] = function
    return found


FUNCTIONS = functions()


class Undone(Exception):
    """Raised once a call went through, so that it leaves nothing behind for the next one."""


def stand_in(parameter: inspect.Parameter) -> object:
    """Something for the parameter that a right does not depend on."""
    kind = str(parameter.annotation)
    if parameter.name == "approval":
        return None
    if parameter.default is not inspect.Parameter.empty:
        return parameter.default
    plain = {"str": STRANGER, "int": 1, "bool": False, "Direction": Direction.EXIT}
    if kind in plain:
        return plain[kind]
    return MagicMock(name=parameter.name)


def call(store: Store, name: str, actor: Actor, **given: object) -> BaseException | None:
    """What the function answers that actor; nothing of it is kept."""
    function = FUNCTIONS[name]
    _unit, *others = inspect.signature(function).parameters.values()
    arguments = {each.name: given.get(each.name, stand_in(each)) for each in others if each.name != "actor"}

    def work(unit: object) -> None:
        function(unit, **arguments, actor=actor)
        raise Undone

    try:
        store.write(work)
    except Undone:
        return None
    except Exception as error:
        return error
    raise AssertionError("nothing is kept")


def actor_of(role: Role) -> Actor:
    return Actor(f"id of {role.value}", role.value.title(), role)


@dataclass(frozen=True, slots=True)
class Lot:
    """A lot, and a shift of somebody else there that was closed."""

    booth: Booth
    shift_id: str


@pytest.fixture(scope="module")
def lot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lot]:
    booth = Booth(tmp_path_factory.mktemp("lot"))
    shift = booth.store.write(lambda unit: open_shift(unit, actor=booth.ben, drawer=DRAWER, float_minor=100))
    booth.store.write(lambda unit: close_shift(unit, actor=booth.ben, drawer=DRAWER, counted_minor=100))
    yield Lot(booth, shift.shift_id)
    booth.close()


def test_every_function_that_somebody_calls_has_its_row() -> None:
    rows = set(NEEDS) | set(INTERNAL) | set(OWN_ONLY)
    assert set(FUNCTIONS) - rows == set(), "a function without a row in rights_table.py"
    assert rows - set(FUNCTIONS) == set(), "a row without a function"
    assert len(rows) == len(NEEDS) + len(INTERNAL) + len(OWN_ONLY), "a function with two rows"


def refusal_designed(needed: Right | Approved | Second, role: Role) -> tuple[str, Right] | None:
    """Why somebody of the role is refused who brings nobody along, and for want of which right."""
    held = RIGHTS[role]
    match needed:
        case Second(right, second):
            return ("approval.needed", second) if right in held else ("right.missing", right)
        case Approved(right, besides):
            if besides is not None and besides not in held:
                return "right.missing", besides
            return None if right in held else ("approval.needed", right)
        case right:
            return None if right in held else ("right.missing", right)


def refusal(answer: BaseException | None) -> tuple[str, Right] | None:
    """Why that was refused, None where it was not for want of a right."""
    if not isinstance(answer, NotAllowed):
        return None
    return answer.code, Right(str(answer.facts["right"]))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", sorted(NEEDS))
def test_the_refusals_are_those_designed(lot: Lot, name: str, role: Role) -> None:
    answer = call(lot.booth.store, name, actor_of(role), shift_id=lot.shift_id)
    assert refusal(answer) == refusal_designed(NEEDS[name], role), repr(answer)
    if isinstance(answer, NotAllowed):
        assert answer.facts["who"] == actor_of(role).person_id


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    "name", sorted(name for name, needed in NEEDS.items() if isinstance(needed, Approved | Second))
)
def test_only_another_person_who_may_approves(lot: Lot, name: str, role: Role) -> None:
    needed = NEEDS[name]
    assert isinstance(needed, Approved | Second)
    right = needed.second if isinstance(needed, Second) else needed.right
    asking = actor_of(Role.ATTENDANT)
    other = Actor("somebody else", "Sam", role)
    answer = call(lot.booth.store, name, asking, approval=Approval(other, "a-1", right, asking.person_id))
    assert refusal(answer) == (None if right in RIGHTS[role] else ("right.missing", right)), repr(answer)
    own = call(lot.booth.store, name, asking, approval=Approval(asking, "a-2", right, asking.person_id))
    assert refusal(own) == ("approval.own", right)


@pytest.mark.parametrize("role", Role)
def test_a_refusal_is_written_down_with_who_and_what(booth: Booth, role: Role) -> None:
    refused = [name for name, needed in sorted(NEEDS.items()) if needed is Right.MANAGE_CONSOLES]
    if Right.MANAGE_CONSOLES in RIGHTS[role]:
        refused = []
    for name in refused:
        call(booth.store, name, actor_of(role))
    rows = booth.store.read(lambda view: refused_attempts(view, booth.clock.now()))
    assert {(row.who, row.what) for row in rows} == {
        (actor_of(role).person_id, "manage_consoles") for _ in refused[:1]
    }
    assert sum(row.count for row in rows) == len(refused)


def test_what_asks_for_no_right_is_called_by_services_alone() -> None:
    names = {name.split(".")[1]: name.split(".")[0] for name in INTERNAL}
    found = []
    for package in ("console", "devices", "reports"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith(
                    "core.services."
                ):
                    continue
                module = (node.module or "").rsplit(".", 1)[-1]
                found += [
                    f"{path.relative_to(ROOT)}: {alias.name}"
                    for alias in node.names
                    if names.get(alias.name) == module
                ]
    assert sorted(found) == []


def test_a_right_that_no_function_asks_for_is_named() -> None:
    asked = {needed if isinstance(needed, Right) else needed.right for needed in NEEDS.values()}
    asked |= {needed.second for needed in NEEDS.values() if isinstance(needed, Second)}
    asked |= {needed.besides for needed in NEEDS.values() if isinstance(needed, Approved) and needed.besides}
    # To see something is asked for by the screens that read it; services change.
    seeing = {right for right in Right if right.value.startswith("see_")} | {Right.VERIFY_JOURNAL}
    assert set(Right) - asked - seeing == set(ON_PAGES)


@pytest.mark.parametrize("name", sorted(OWN_ONLY))
def test_what_decides_by_whose_thing_it_is_has_a_test_of_its_own(name: str) -> None:
    text = (Path(__file__).parent / OWN_ONLY[name]).read_text(encoding="utf-8")
    assert name.split(".")[1] in text
    assert "NotAllowed" in text or "right.missing" in text
