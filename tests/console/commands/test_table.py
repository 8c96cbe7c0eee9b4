import pytest

from console.commands.table import Command, CommandTable
from core.domain.people import Actor, Right, Role

ATTENDANT = Actor("1", "Ben", Role.ATTENDANT)


def _command(command_id: str, *keys: str, right: Right | None = None, why_not: str = "") -> Command:
    return Command(
        command_id, lambda: command_id, lambda: None, keys=keys, right=right, valid=lambda: why_not
    )


def test_a_key_stands_for_one_command_only():
    table = CommandTable()
    table.add(_command("a", "F5"))
    with pytest.raises(ValueError, match="taken"):
        table.add(_command("b", "F5"))


def test_who_lacks_the_right_is_told_so():
    table = CommandTable()
    assert table.why_not(_command("a", right=Right.WRITE_OFF), ATTENDANT) == "right.missing"
    assert table.why_not(_command("a", right=Right.OPEN_GATE), ATTENDANT) == ""


def test_nobody_signed_on_may_do_nothing():
    assert CommandTable().why_not(_command("a"), None) == "sign_on.needed"


def test_what_is_not_possible_now_says_why():
    assert CommandTable().why_not(_command("a", why_not="lane.none"), ATTENDANT) == "lane.none"
