"""An address is shown without its password and keeps it."""

import pytest

from console.screens.devices.address_login import AddressLogin, put_together, take_apart

LOGIN = "rtsp://admin:p%40ss%2Fword@10.0.0.20:554/main?x=1"


def test_user_and_password_are_taken_out_and_put_back():
    login = take_apart(LOGIN)
    assert login == AddressLogin("rtsp://10.0.0.20:554/main?x=1", "admin", "p@ss/word")
    assert put_together(login) == LOGIN


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/dev/video0",
        "10.0.0.20",
        "rtsp://10.0.0.20/main",
        "rtsp://[fe80::1]/main",
        "http://[bad",
        "a:b@c",
    ],
)
def test_what_has_no_login_stays_as_it_is(address):
    login = take_apart(address)
    assert (login.address, login.user, login.password) == (address, "", "")
    assert put_together(login) == address


def test_a_login_typed_into_the_address_is_not_doubled():
    assert put_together(AddressLogin("rtsp://old:pw@cam/x", "new", "pw2")) == "rtsp://new:pw2@cam/x"
