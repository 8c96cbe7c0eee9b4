"""Against a camera that we did not write."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.domain.errors import DeviceError
from devices.cameras.onvif import stream_of
from devices.onvif.device import OnvifDevice, onvif_address
from devices.onvif.soap import MEDIA
from devices.onvif.streams import profiles_of
from tests.far_sides.ipycam import RTSP_PORT, Ipycam
from tests.far_sides.network import Cable, cable

LIMIT_S = 5.0


@pytest.fixture(scope="module")
def network() -> Iterator[Cable]:
    with cable() as laid:
        yield laid


@pytest.fixture(scope="module")
def camera(network: Cable, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ipycam]:
    with Ipycam(network, tmp_path_factory.mktemp("ipycam"), user="viewer", password="see & hear") as far:
        yield far


def login_in(address: str) -> str:
    return address.replace("http://", "http://viewer:see%20%26%20hear@")


def test_it_says_what_it_is_and_which_profiles_it_has(camera: Ipycam) -> None:
    device = OnvifDevice(onvif_address(login_in(camera.address)))
    device.meet(LIMIT_S)
    identity = device.identity(LIMIT_S)
    assert identity.maker
    assert identity.model
    assert device.has(MEDIA)
    profiles = profiles_of(device, LIMIT_S)
    device.close()
    assert len(profiles) == 2
    assert all(profile.token and profile.width > 0 for profile in profiles)


def test_its_stream_is_found_for_each_profile_with_the_login_in_it(camera: Ipycam, network: Cable) -> None:
    device = OnvifDevice(onvif_address(login_in(camera.address)))
    device.meet(LIMIT_S)
    main, sub = profiles_of(device, LIMIT_S)
    device.close()
    streams = [stream_of(login_in(camera.address), name) for name in ("", main.token, sub.token, sub.name)]
    assert streams[0] == streams[1] != streams[2] == streams[3]
    assert all(
        stream.startswith(f"rtsp://viewer:see%20%26%20hear@{network.there}:{RTSP_PORT}/")
        for stream in streams
    )


def test_a_profile_that_it_does_not_have_is_named(camera: Ipycam) -> None:
    with pytest.raises(DeviceError) as raised:
        stream_of(login_in(camera.address), "the third")
    assert (raised.value.cause, raised.value.detail) == ("camera.no_profile", "the third")


@pytest.mark.parametrize("who", ["", "viewer:wrong@", "nobody:see%20%26%20hear@"])
def test_without_the_right_login_it_says_nothing(camera: Ipycam, who: str) -> None:
    with pytest.raises(DeviceError) as raised:
        stream_of(camera.address.replace("http://", f"http://{who}"))
    assert raised.value.cause == "camera.login_refused"


def test_what_speaks_something_else_is_not_taken_for_a_camera(camera: Ipycam, network: Cable) -> None:
    with pytest.raises(DeviceError) as raised:
        stream_of(f"http://{network.there}:{RTSP_PORT}/onvif/device_service")
    assert raised.value.cause in {"camera.no_answer", "camera.wrong_device"}


def test_a_camera_that_is_off_does_not_answer(camera: Ipycam) -> None:
    camera.stop()
    with pytest.raises(DeviceError) as raised:
        stream_of(login_in(camera.address))
    camera.start()
    assert raised.value.cause == "camera.no_answer"
    assert stream_of(login_in(camera.address)).startswith("rtsp://")
