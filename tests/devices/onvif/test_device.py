from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from core.domain.errors import DeviceError
from devices.onvif.device import OnvifDevice, onvif_address
from devices.onvif.soap import DEVICE, DEVICE_IO
from devices.relay_units.login import Login
from tests.far_sides.http_peer import HttpPeer
from tests.far_sides.onvif_relays import OnvifRelays


class StrangeCamera(OnvifRelays):
    """Tells the time and names its services as no camera should."""

    year = "2026"
    service = "/onvif/deviceio"

    def _on_GetSystemDateAndTime(self, asked: Element, path: str) -> str:
        said = super()._on_GetSystemDateAndTime(asked, path)
        before, _, after = said.partition("<tt:Year>")
        return f"{before}<tt:Year>{self.year}{after[after.index('</tt:Year>') :]}"

    def _on_GetServices(self, _asked: Element, _path: str) -> str:
        listed = "".join(
            f"<tds:Service><tds:Namespace>{namespace}</tds:Namespace><tds:XAddr>{where}</tds:XAddr></tds:Service>"
            for namespace, where in ((DEVICE, "/onvif/device_service"), (DEVICE_IO, self.service))
        )
        return f"<tds:GetServicesResponse>{listed}</tds:GetServicesResponse>"


class Elsewhere(HttpPeer):
    """Somebody else, whom nobody should ask."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def answer(self, method: str, path: str, body: bytes, headers: Any) -> tuple[int, bytes, dict[str, str]]:
        self.asked.append(path)
        return 404, b"", {}


@pytest.fixture
def far() -> Iterator[StrangeCamera]:
    with StrangeCamera(password="geheim") as camera:
        yield camera


def device(far: OnvifRelays) -> OnvifDevice:
    return OnvifDevice(onvif_address(f"http://127.0.0.1:{far.port}", Login("admin", "geheim")))


@pytest.mark.parametrize(
    "form", ["x:@127.0.0.1:{port}/io", "@127.0.0.1:{port}/io", "http://127.0.0.1:{port}/io"]
)
def test_whatever_address_a_camera_gives_its_services_only_the_camera_is_asked(
    far: StrangeCamera, form: str
) -> None:
    with Elsewhere() as elsewhere, closing(device(far)) as camera:
        far.service = form.format(port=elsewhere.port)
        camera.meet(2)
        with pytest.raises(DeviceError):
            camera.ask(DEVICE_IO, "<tmd:GetDigitalInputs/>", 2)
        assert elsewhere.asked == []


@pytest.mark.parametrize("year", ["9999", "1", "0", "-5", "99999999999999999999", "9" * 5000, "next", ""])
def test_a_time_that_is_none_does_not_keep_a_camera_from_being_met(far: StrangeCamera, year: str) -> None:
    far.year = year
    with closing(device(far)) as camera:
        camera.meet(2)
        assert camera.identity(2).maker == "Lotkeeper"


def test_an_address_that_is_none_is_the_camera_s_fault_and_not_ours(far: StrangeCamera) -> None:
    far.service = "http://[::1"
    with closing(device(far)) as camera, pytest.raises(DeviceError) as raised:
        camera.meet(2)
    assert raised.value.cause == "board.wrong_device"


def test_what_is_said_of_a_bad_address_holds_nothing_of_its_password() -> None:
    with pytest.raises(DeviceError) as raised:
        onvif_address("http://admin:geheim/1@192.0.2.7/")
    assert raised.value.cause == "board.wrong_device"
    assert "geheim" not in str(raised.value)
