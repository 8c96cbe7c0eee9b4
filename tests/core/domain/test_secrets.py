import pytest

from core.domain.errors import BadInput
from core.domain.people import Role
from core.domain.secrets import (
    KINDS,
    SIGNS_ON,
    SecretKind,
    check_badge,
    check_password,
    check_secret,
    prepared,
)


def code_of(role: Role, text: str, name: str = "") -> str:
    with pytest.raises(BadInput) as caught:
        check_secret(role, text, name=name)
    return caught.value.code


def test_every_role_that_signs_on_has_something_to_sign_on_with() -> None:
    assert set(KINDS) == set(Role)
    assert all(KINDS[role] for role in SIGNS_ON)
    assert not KINDS[Role.KIOSK] | KINDS[Role.SYSTEM]


@pytest.mark.parametrize("role", [Role.ATTENDANT, Role.SUPERVISOR])
def test_who_works_at_the_booth_types_a_pin_and_nothing_else(role: Role) -> None:
    assert check_secret(role, "4711") is SecretKind.PIN
    assert code_of(role, "a long sentence of words") == "person.bad_pin"


@pytest.mark.parametrize("role", [Role.LANDLORD, Role.CLIENT])
def test_who_is_elsewhere_has_a_password(role: Role) -> None:
    assert check_secret(role, "three green lorries") is SecretKind.PASSWORD
    assert code_of(role, "471129") == "person.bad_password"


def test_an_administrator_of_a_small_lot_may_have_a_pin_but_a_long_one() -> None:
    assert check_secret(Role.ADMINISTRATOR, "three green lorries") is SecretKind.PASSWORD
    assert check_secret(Role.ADMINISTRATOR, "739155") is SecretKind.PIN
    assert code_of(Role.ADMINISTRATOR, "73915") == "person.short_pin"
    assert code_of(Role.ADMINISTRATOR, "123456") == "person.weak_pin"


def test_a_kiosk_has_no_secret() -> None:
    assert code_of(Role.KIOSK, "739155") == "person.no_secret"


@pytest.mark.parametrize("text", ["", "short", "seven77", "x" * 129])
def test_a_password_that_is_too_short_or_too_long_is_refused(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_password(text)
    assert caught.value.code == "person.bad_password"


@pytest.mark.parametrize(
    "text",
    [
        "password",
        "PassWord1!",
        "qwertyuiop",
        "1q2w3e4r5t",
        "iloveyou1",
        "lotkeeper2026",
        "letmein123",
        "aaaaaaaaaa",
        "ababababab",
        "annaweber",
        "12345678",
    ],
)
def test_a_password_that_everybody_tries_first_is_refused(text: str) -> None:
    assert code_of(Role.LANDLORD, text, name="Annaweber") == "person.weak_password"


def test_the_own_name_with_digits_is_no_password() -> None:
    assert code_of(Role.LANDLORD, "margaret1999", name="Margaret Wu") == "person.weak_password"
    assert check_secret(Role.LANDLORD, "margaret and the sea", name="Margaret Wu") is SecretKind.PASSWORD


@pytest.mark.parametrize("text", ["correct horse battery", "停車場的月亮很圓啊", "ünïcode wörd", "Tr7$kwPz"])
def test_no_rule_asks_for_capitals_digits_or_marks(text: str) -> None:
    assert check_password(text)


def test_a_letter_is_the_same_however_the_keyboard_composes_it() -> None:
    assert prepared("cafe\u0301 im Park") == prepared("caf\u00e9 im Park")


def test_a_badge_is_read_without_what_the_reader_adds() -> None:
    assert check_badge("  04A2 24B1\r\n") == "04A224B1"


@pytest.mark.parametrize("code", ["", "123", "x" * 201, "04A2\x0024"])
def test_what_is_no_badge_is_refused(code: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_badge(code)
    assert caught.value.code == "person.bad_badge"
