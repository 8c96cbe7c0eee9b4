from __future__ import annotations

import time
from collections.abc import Iterator
from ipaddress import IPv4Interface
from pathlib import Path

import pytest

from devices.search import onvif
from devices.search.found import Found, What
from devices.search.onvif import Announced, announced_in, find_onvif
from tests.far_sides.ipycam import PORT, Ipycam
from tests.far_sides.network import cable


def never() -> bool:
    return False


def nothing(_done: int, _total: int) -> None:
    return None


@pytest.mark.parametrize("password", ["", "see all"])
def test_a_camera_on_the_own_network_is_found_with_its_maker_and_whether_it_asks_for_a_login(
    tmp_path: Path, password: str
) -> None:
    with cable() as network, Ipycam(network, tmp_path, user="viewer" if password else "", password=password):
        here = [IPv4Interface(f"{network.here}/30")]
        found = list(find_onvif(never, nothing, interfaces=here))
        address = f"http://{network.there}:{PORT}/onvif/device_service"
        assert len(found) == 1
        assert found[0].what is What.CAMERA
        assert found[0].title
        assert found[0].where == f"{network.there}:{PORT}"
        assert found[0].fields == {"kind": "onvif", "address": address}
        assert found[0].needs_login is bool(password)


def test_a_network_without_cameras_ends_in_time_and_finds_nothing() -> None:
    begun_s = time.monotonic()
    assert list(find_onvif(never, nothing)) == []
    assert time.monotonic() - begun_s < 10


def test_it_ends_at_once_where_it_was_cancelled() -> None:
    begun_s = time.monotonic()
    assert list(find_onvif(lambda: True, nothing)) == []
    assert time.monotonic() - begun_s < 2


MATCH = (
    '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body><ProbeMatches><ProbeMatch>'
    "<Scopes>onvif://www.onvif.org/type/video onvif://www.onvif.org/name/Gate%20East</Scopes>"
    "<XAddrs>{addresses}</XAddrs></ProbeMatch></ProbeMatches></e:Body></e:Envelope>"
)


def test_of_several_addresses_that_of_the_sender_counts() -> None:
    said = MATCH.format(addresses="http://10.1.1.1/onvif http://192.168.1.9:8000/onvif/device_service")
    announced = announced_in(said.encode(), "192.168.1.9")
    assert announced is not None
    assert (announced.address, announced.name) == (
        "http://192.168.1.9:8000/onvif/device_service",
        "Gate East",
    )


@pytest.mark.parametrize(
    "said",
    [
        "",
        "<a>",
        MATCH.format(addresses=""),
        MATCH.format(addresses="http://evil.example/onvif"),
        MATCH.format(addresses="file:///etc/passwd"),
        MATCH.format(addresses="http://[::1"),
        '<!DOCTYPE a [<!ENTITY b "c">]>' + MATCH.format(addresses="http://192.168.1.9/"),
    ],
)
def test_what_names_no_address_of_its_sender_is_nobody(said: str) -> None:
    assert announced_in(said.encode(), "192.168.1.9") is None


def test_while_a_slow_camera_is_asked_the_answers_of_the_others_are_not_missed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def announced(_interfaces: object, _is_cancelled: object) -> Iterator[Announced]:
        until_s = time.monotonic() + 0.2
        for number in range(3):
            if time.monotonic() < until_s:
                yield Announced(f"http://192.0.2.{number}/", f"Camera {number}")

    def found(announced: Announced) -> Found:
        time.sleep(0.3)
        return Found(What.CAMERA, announced.name, announced.address)

    monkeypatch.setattr(onvif, "_announced", announced)
    monkeypatch.setattr(onvif, "_found", found)
    assert [each.title for each in find_onvif(never, nothing)] == ["Camera 0", "Camera 1", "Camera 2"]


def test_an_address_with_an_impossible_port_does_not_end_the_search(monkeypatch: pytest.MonkeyPatch) -> None:
    strange = Announced("http://192.168.1.9:99999/onvif", "Strange")
    monkeypatch.setattr(onvif, "_announced", lambda _interfaces, _is_cancelled: iter([strange]))
    assert [each.title for each in find_onvif(never, nothing)] == ["Strange"]
