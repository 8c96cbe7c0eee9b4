import base64
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest

from core.domain.errors import DeviceError
from devices.displays.http_sign import HttpSign, filled
from tests.far_sides.http_sign import FarHttpSign


@pytest.fixture
def far() -> Iterator[FarHttpSign]:
    with FarHttpSign() as sign:
        yield sign


def connected(far: FarHttpSign, path: str = "/sign", user: str = "") -> HttpSign:
    sign = HttpSign(f"http://{user}127.0.0.1:{far.port}{path}")
    sign.connect()
    return sign


def test_a_text_is_put_as_json(far):
    connected(far).write(("FULL", "please wait"))
    assert far.asked[0].method == "PUT"
    assert far.asked[0].body == {"format": 1, "lines": ["FULL", "please wait"], "text": "FULL\nplease wait"}


def test_a_sign_that_does_not_know_put_is_posted_to_from_then_on(far):
    far.knows_put = False
    sign = connected(far)
    sign.write(("one",))
    sign.write(("two",))
    assert [asked.method for asked in far.asked] == ["PUT", "POST", "POST"]
    assert far.shown == ("two",)


def test_user_and_password_of_the_address_are_sent_and_not_shown(far):
    connected(far, user="sign:geheim@").write(("FULL",))
    assert far.asked[0].authorization == "Basic " + base64.b64encode(b"sign:geheim").decode()
    far.stop()
    with pytest.raises(DeviceError) as gone:
        connected(far, user="sign:geheim@").write(("FULL",))
    assert "geheim" not in str(gone.value)


@pytest.mark.parametrize("status", [301, 302, 400, 401, 404, 500])
def test_anything_but_success_is_a_refusal(far, status):
    far.status = status
    with pytest.raises(DeviceError) as refused:
        connected(far).write(("FULL",))
    assert refused.value.cause == "sign.refused"
    assert str(status) in refused.value.detail
    assert len(far.asked) == 1, "a redirection is not followed"


def test_a_mute_sign_is_given_up_soon(far):
    far.is_mute = True
    begun = time.monotonic()
    with pytest.raises(DeviceError) as mute:
        connected(far).write(("FULL",))
    assert mute.value.cause == "sign.no_answer"
    assert time.monotonic() - begun < 10


def test_a_sign_that_dribbles_its_answer_is_given_up_as_soon():
    def dribble(listener):
        with listener.accept()[0] as peer, suppress(OSError):
            for byte in b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 90:
                peer.sendall(bytes([byte]))
                time.sleep(0.05)

    with socket.create_server(("127.0.0.1", 0)) as slow:
        sign = HttpSign(f"http://127.0.0.1:{slow.getsockname()[1]}/")
        sign.connect()
        speaking = threading.Thread(target=dribble, args=(slow,))
        speaking.start()
        begun = time.monotonic()
        with pytest.raises(DeviceError) as gone:
            sign.write(("FULL",))
        assert gone.value.cause == "sign.no_answer"
        assert time.monotonic() - begun < 10
        speaking.join(10)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "sign.local/x",
        "http://sign:99999/x",
        "http://[::1",
        "ftp://sign/x",
        "file:///etc/passwd",
        "http://",
    ],
)
def test_an_address_that_is_none_is_said_to_be_none(address):
    with pytest.raises(DeviceError) as bad:
        HttpSign(address).connect()
    assert bad.value.cause == "sign.bad_address"


def test_text_stands_quoted_in_its_places_and_never_becomes_another_place():
    assert filled("http://s/?a={line1}&b={line2}&c={line3}", ("x&b=1 {line2}", "車")) == (
        "http://s/?a=x%26b%3D1%20%7Bline2%7D&b=%E8%BB%8A&c="
    )
