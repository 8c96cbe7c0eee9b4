from __future__ import annotations

import pytest

from core.domain.errors import DeviceError
from devices.cameras import onvif
from devices.cameras.source import CameraSpec, open_source
from tests.far_sides.onvif_relays import OnvifRelays
from tests.far_sides.rtsp import RtspServer


def test_the_picture_of_an_onvif_camera_is_that_of_the_stream_it_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[str, str]] = []
    with RtspServer() as far:

        def stream_of(address: str, profile: str) -> str:
            asked.append((address, profile))
            return far.url

        monkeypatch.setattr(onvif, "stream_of", stream_of)
        source = open_source(CameraSpec(kind="onvif", address="http://10.0.0.5", profile="sub"))
        picture = source.read()
        source.close()
    assert asked == [("http://10.0.0.5", "sub")]
    assert picture is not None


def test_a_camera_with_the_second_media_service_alone_is_understood_at_the_address_that_we_know() -> None:
    with OnvifRelays(password="x") as far:
        stream = onvif.stream_of(f"http://admin:x@127.0.0.1:{far.port}", "main")
    assert stream == "rtsp://admin:x@127.0.0.1:554/t1?a=1&b=2"


def test_a_device_that_has_no_pictures_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(OnvifRelays, "_on_GetProfiles")
    with OnvifRelays() as far, pytest.raises(DeviceError) as raised:
        open_source(CameraSpec(kind="onvif", address=f"http://127.0.0.1:{far.port}"))
    assert raised.value.cause == "camera.refused"


@pytest.mark.parametrize("address", ["ftp://10.0.0.5", "http://", "http://[::1", "http://10.0.0.5:99999999"])
def test_what_is_no_address_is_named(address: str) -> None:
    with pytest.raises(DeviceError) as raised:
        onvif.stream_of(address)
    assert raised.value.cause == "camera.wrong_device"
