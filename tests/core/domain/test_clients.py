import pytest

from core.domain.clients import MOST_PLATES, check_contact, check_plates
from core.domain.errors import BadInput


def test_plates_are_kept_as_plates_are_compared_each_once() -> None:
    assert check_plates(["abc-1234", " ABC 1234 ", "klm 8837", "  "]) == ("ABC1234", "KLM8837")


@pytest.mark.parametrize("plate", ["A", "----", "X" * 40, "'; DROP TABLE people; --" * 3])
def test_what_is_no_plate_is_refused(plate: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_plates([plate])
    assert caught.value.code == "client.bad_plate"


def test_an_account_is_no_fleet() -> None:
    with pytest.raises(BadInput) as caught:
        check_plates([f"AB{number:04}" for number in range(MOST_PLATES + 1)])
    assert caught.value.code == "client.many_plates"


def test_a_contact_is_one_line() -> None:
    assert check_contact(" 0912 345 678 \n wu@example.org ") == "0912 345 678 wu@example.org"
    assert check_contact("") == ""


@pytest.mark.parametrize("text", ["x" * 121, "wu\x1b[31m", "wu\u202e"])
def test_what_is_no_contact_is_refused(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_contact(text)
    assert caught.value.code == "client.bad_contact"
