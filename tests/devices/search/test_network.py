from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from ipaddress import IPv4Interface, IPv4Network

import pytest

from devices.search.found import Found, What
from devices.search.network import Doors, find_on_network
from devices.search.own_networks import neighbourhoods, own_interfaces
from tests.far_sides.modbus import ModbusBoard
from tests.far_sides.network import cable
from tests.far_sides.onvif_relays import OnvifRelays
from tests.far_sides.rtsp import RtspServer
from tests.far_sides.shelly import ShellyPeer
from tests.far_sides.tasmota import TasmotaDevice, TasmotaWeb

HERE = "127.0.0.1"
CLOSED = 1


def never() -> bool:
    return False


def nothing(_done: int, _total: int) -> None:
    return None


def found_at(**doors: int) -> list[Found]:
    closed = {"http": CLOSED, "rtsp": CLOSED, "modbus": CLOSED, "printer": CLOSED}
    return list(find_on_network(never, nothing, hosts=[HERE], doors=Doors(**{**closed, **doors})))


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server((HERE, 0)) as listening:
        yield listening


def test_nobody_at_home_is_nothing() -> None:
    assert found_at() == []


@pytest.mark.parametrize("logins", [None, {"admin": "x"}])
def test_a_shelly_says_what_it_is_and_whether_it_wants_a_login(logins: dict[str, str] | None) -> None:
    with ShellyPeer(logins=logins) as far:
        assert found_at(http=far.port) == [
            Found(
                What.BOARD,
                "Shelly Pro4PM",
                HERE,
                {"kind": "shelly", "host": HERE, "port": far.port},
                needs_login=bool(logins),
            )
        ]
        assert far.sets == []


def test_a_shelly_too_old_to_be_wired_is_not_offered() -> None:
    with ShellyPeer(generation=1) as far:
        assert found_at(http=far.port) == []


@pytest.mark.parametrize("password", ["", "x"])
def test_a_tasmota_is_found(password: str) -> None:
    device = TasmotaDevice()
    with TasmotaWeb(device, password=password) as far:
        (found,) = found_at(http=far.port)
    assert found.fields == {"kind": "tasmota", "host": HERE, "port": far.port}
    assert found.title == ("Tasmota" if password else "Tasmota Gate")
    assert found.needs_login is bool(password)
    assert device.ons == []


@pytest.mark.parametrize("password", ["", "x"])
def test_a_camera_with_onvif_at_its_usual_path_is_found(password: str) -> None:
    with OnvifRelays(password=password) as far:
        (found,) = found_at(http=far.port)
    address = f"http://{HERE}:{far.port}/onvif/device_service"
    assert (found.what, found.fields) == (What.CAMERA, {"kind": "onvif", "address": address})
    assert (found.title, found.needs_login) == (
        ("ONVIF", True) if password else ("Lotkeeper Relay camera", False)
    )
    assert far.activations == []


def test_a_modbus_board_is_found_and_nothing_is_written_to_it() -> None:
    with ModbusBoard() as far:
        assert found_at(modbus=far.port) == [
            Found(What.BOARD, "Modbus TCP", HERE, {"kind": "modbus_tcp", "host": HERE, "port": far.port})
        ]
        assert far.writes == []


def test_an_rtsp_server_is_found() -> None:
    with RtspServer() as far:
        (found,) = found_at(rtsp=far.port)
    assert found.fields == {"kind": "rtsp", "address": f"rtsp://{HERE}:{far.port}/"}


def test_a_printer_is_found_and_nothing_is_sent_to_it(listener: socket.socket) -> None:
    (found,) = found_at(printer=listener.getsockname()[1])
    assert (found.what, found.where) == (What.PRINTER, HERE)
    peer, _ = listener.accept()
    with peer:
        peer.settimeout(2)
        assert peer.recv(10) == b""


@pytest.mark.parametrize("door", ["http", "rtsp", "modbus"])
def test_a_door_behind_which_nobody_speaks_takes_a_few_seconds_at_most(
    door: str, listener: socket.socket
) -> None:
    begun_s = time.monotonic()
    assert found_at(**{door: listener.getsockname()[1]}) == []
    assert time.monotonic() - begun_s < 15


def test_everything_behind_one_address_is_found_in_one_search() -> None:
    with ExitStack() as stack:
        shelly, board = stack.enter_context(ShellyPeer()), stack.enter_context(ModbusBoard())
        found = found_at(http=shelly.port, modbus=board.port)
    assert sorted(str(one.fields["kind"]) for one in found) == ["modbus_tcp", "shelly"]


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    hosts = [f"127.0.0.{number}" for number in range(1, 21)]
    doors = Doors(http=CLOSED, rtsp=CLOSED, modbus=CLOSED, printer=CLOSED)
    assert list(find_on_network(never, lambda *one: told.append(one), hosts=hosts, doors=doors)) == []
    assert told[-1] == (80, 80)
    assert told == sorted(told)


def test_a_cancelled_search_ends_soon_however_much_is_left(listener: socket.socket) -> None:
    # Whoever listens there never answers: each of these would be waited for.
    begun_s = time.monotonic()
    doors = Doors(http=listener.getsockname()[1], rtsp=CLOSED, modbus=CLOSED, printer=CLOSED)
    search = find_on_network(
        lambda: time.monotonic() - begun_s > 0.3, nothing, hosts=[HERE] * 2000, doors=doors
    )
    assert list(search) == []
    assert time.monotonic() - begun_s < 30


def test_the_network_behind_a_cable_is_one_of_ours() -> None:
    with cable() as network:
        assert IPv4Interface(f"{network.here}/30") in own_interfaces()


def test_no_more_than_254_neighbours_of_a_network_are_looked_at_and_four_networks_in_all() -> None:
    wide = IPv4Interface("10.20.30.40/8")
    assert neighbourhoods([wide, wide]) == (IPv4Network("10.20.30.0/24"),)
    assert neighbourhoods([IPv4Interface("192.168.7.1/30")]) == (IPv4Network("192.168.7.0/30"),)
    many = [IPv4Interface(f"10.0.{number}.1/24") for number in range(9)]
    assert len(neighbourhoods(many)) == 4
