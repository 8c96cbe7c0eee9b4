import pytest

from core.domain.errors import BadInput, NotAllowed
from core.domain.people import LANE_ITSELF, RIGHTS, Actor, Right, Role, check_name, check_pin


def test_every_role_has_its_rights_listed_and_every_right_has_someone() -> None:
    assert set(RIGHTS) == set(Role)
    assert frozenset().union(*RIGHTS.values()) == frozenset(Right)


def test_an_attendant_takes_cash_but_changes_no_rates() -> None:
    actor = Actor("person-1", "Anna", Role.ATTENDANT)
    actor.require(Right.TAKE_CASH)
    with pytest.raises(NotAllowed) as caught:
        actor.require(Right.SET_RATES)
    assert caught.value.facts == {"right": "set_rates", "role": "attendant", "who": "person-1"}


def test_a_supervisor_may_all_that_an_attendant_may() -> None:
    assert RIGHTS[Role.ATTENDANT] < RIGHTS[Role.SUPERVISOR] < RIGHTS[Role.ADMINISTRATOR]


@pytest.mark.parametrize("role", [Role.CLIENT, Role.KIOSK, Role.LANDLORD, Role.SYSTEM])
def test_money_and_gates_by_hand_are_for_those_who_stand_at_the_booth(role: Role) -> None:
    assert RIGHTS[role].isdisjoint({Right.TAKE_CASH, Right.OPEN_GATE, Right.WRITE_OFF, Right.MANAGE_PEOPLE})


def test_the_lane_itself_admits_and_releases_and_no_more_than_that_needs() -> None:
    assert LANE_ITSELF.may(Right.ADMIT)
    assert LANE_ITSELF.may(Right.RELEASE)
    assert not LANE_ITSELF.may(Right.SETTLE_CLOCK)


def test_a_name_is_kept_without_the_blanks_around_it() -> None:
    assert check_name("  Anna \t Weber ") == "Anna Weber"
    assert check_name("王小明") == "王小明"


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "Anna\x1b[31m", "Anna\u202e"])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_name(name)
    assert caught.value.code == "person.bad_name"


@pytest.mark.parametrize("pin", ["4711", "90210481"])
def test_a_pin_of_four_to_twelve_digits_is_taken(pin: str) -> None:
    assert check_pin(pin) == pin


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12a4", "１２５４", "47 11"])
def test_what_is_no_pin_is_refused(pin: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_pin(pin)
    assert caught.value.code == "person.bad_pin"


@pytest.mark.parametrize("pin", ["0000", "1234", "9876", "456789", "8901"])
def test_a_pin_that_everybody_tries_first_is_refused(pin: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_pin(pin)
    assert caught.value.code == "person.weak_pin"
