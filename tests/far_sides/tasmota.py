"""A Tasmota device on loopback, over HTTP and over a broker. It is ours: none was found to install.

Written from the project's published documentation (Commands, MQTT, Buttons and Switches): ``Power``,
``PulseTime``, ``Status 10`` and ``Status 11``, the topics ``cmnd``, ``stat`` and ``tele`` with its last will.
"""

from __future__ import annotations

import json
import re
import threading
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs, urlsplit

from paho.mqtt.client import Client, MQTTMessage
from paho.mqtt.enums import CallbackAPIVersion

from tests.far_sides.http_peer import HttpPeer

CHANNELS = 2
_COMMAND = re.compile(r"(PowerOnState|Power|PulseTime|Status)(\d*)", re.IGNORECASE)


class TasmotaDevice:
    """Two relays with their times and two switches, whatever carries the words."""

    def __init__(self) -> None:
        self.ons: list[int] = []
        self.pulse_times = [0] * CHANNELS
        self.power_on_state = 3
        self._relays = [False] * CHANNELS
        self._switches = [False] * CHANNELS
        self._timers: dict[int, threading.Timer] = {}
        self._lock = threading.RLock()

    def relay(self, index: int) -> bool:
        """Whether the relay is closed now."""
        return self._relays[index]

    def set_switch(self, index: int, value: bool) -> None:
        """Open or close a contact."""
        self._switches[index] = value

    def pulse_count(self) -> int:
        """How often a relay was closed."""
        return len(self.ons)

    def do(self, name: str, payload: str) -> tuple[str, dict[str, Any]]:
        """Which answer it is (``RESULT``, ``STATUS10``) and what it says."""
        found = _COMMAND.fullmatch(name)
        with self._lock:
            if found is None:
                return "RESULT", {"Command": "Unknown"}
            if found[1].lower() == "status":
                return self._status(payload)
            if found[1].lower() == "poweronstate":
                self.power_on_state = int(payload or self.power_on_state)
                return "RESULT", {"PowerOnState": self.power_on_state}
            index = max(0, int(found[2] or 1) - 1)
            if index >= CHANNELS:
                return "RESULT", {"Command": "Error"}
            if found[1].lower() == "pulsetime":
                if payload:
                    self.pulse_times[index] = int(payload)
                    self._arm(index)
                return "RESULT", {f"PulseTime{index + 1}": {"Set": self.pulse_times[index], "Remaining": 0}}
            if payload:
                self._power(index, payload == "ON")
            return "RESULT", self._powers() if found[2] == "0" else {f"POWER{index + 1}": self._word(index)}

    def _status(self, payload: str) -> tuple[str, dict[str, Any]]:
        if not payload:
            return "STATUS", {"Status": {"Module": 0, "DeviceName": "Gate", "Topic": "gate", "Power": "0"}}
        if payload == "10":
            switches = {f"Switch{n + 1}": "ON" if value else "OFF" for n, value in enumerate(self._switches)}
            return "STATUS10", {"StatusSNS": {"Time": "2026-05-01T12:30:00", **switches}}
        return "STATUS11", {"StatusSTS": {"Uptime": "0T00:10:00", **self._powers()}}

    def _powers(self) -> dict[str, str]:
        return {f"POWER{n + 1}": self._word(n) for n in range(CHANNELS)}

    def _word(self, index: int) -> str:
        return "ON" if self._relays[index] else "OFF"

    def _power(self, index: int, on: bool) -> None:
        if on:
            self.ons.append(index)
        self._relays[index] = on
        self._arm(index)

    def _arm(self, index: int) -> None:
        """The time runs from the moment at which relay or figure was set."""
        with suppress(KeyError):
            self._timers.pop(index).cancel()
        figure = self.pulse_times[index]
        if self._relays[index] and figure:
            seconds = figure / 10 if figure <= 111 else figure - 100
            timer = threading.Timer(seconds, self._fall, (index,))
            timer.daemon = True
            self._timers[index] = timer
            timer.start()

    def _fall(self, index: int) -> None:
        with self._lock:
            self._relays[index] = False


class TasmotaWeb(HttpPeer):
    """The device's web commands; a password, where given, is that of ``admin``."""

    def __init__(self, device: TasmotaDevice, *, password: str = "") -> None:
        super().__init__()
        self.device = device
        self._password = password

    def answer(self, method: str, path: str, body: bytes, headers: Any) -> tuple[int, bytes, dict[str, str]]:
        address = urlsplit(path)
        if address.path != "/cm":
            return 404, b"Not Found", {}
        said = {key: values[0] for key, values in parse_qs(address.query).items()}
        if self._password and (said.get("user"), said.get("password")) != ("admin", self._password):
            return _json({"WARNING": "Need user=<username>&password=<password>"})
        name, _, payload = said.get("cmnd", "").partition(" ")
        return _json(self.device.do(name, payload)[1])


class TasmotaOverMqtt:
    """The device at a broker, under a topic; with the clean session and the last will it comes with."""

    def __init__(self, device: TasmotaDevice, port: int, topic: str) -> None:
        self._device, self._topic = device, topic
        self._port = port
        self._client = Client(CallbackAPIVersion.VERSION2)
        self._client.will_set(f"tele/{topic}/LWT", b"Offline", qos=1, retain=True)
        self._client.on_connect = self._on_connect
        self._client.on_message = self._on_message
        self._client.reconnect_delay_set(1, 1)

    def start(self) -> None:
        """Connect, and come back after a loss."""
        self._client.connect_async("127.0.0.1", self._port, keepalive=30)
        self._client.loop_start()

    def stop(self) -> None:
        """Be gone as without power."""
        wire = self._client.socket()
        if wire is not None:
            wire.close()
        self._client.loop_stop()

    def set_switch(self, index: int, value: bool) -> None:
        """Open or close a contact, told at once as with SetOption114 1."""
        self._device.set_switch(index, value)
        said = {f"Switch{index + 1}": {"Action": "ON" if value else "OFF"}}
        if self._client.is_connected():
            self._client.publish(f"stat/{self._topic}/RESULT", json.dumps(said))

    def _on_connect(self, client: Client, _data: object, _flags: object, _code: object, _p: Any) -> None:
        client.publish(f"tele/{self._topic}/LWT", b"Online", qos=1, retain=True)
        client.subscribe(f"cmnd/{self._topic}/#", qos=1)

    def _on_message(self, client: Client, _data: object, message: MQTTMessage) -> None:
        name = message.topic.rsplit("/", 1)[1]
        kind, said = self._device.do(name, message.payload.decode("ascii", "replace"))
        client.publish(f"stat/{self._topic}/{kind}", json.dumps(said))


def _json(said: object) -> tuple[int, bytes, dict[str, str]]:
    return 200, json.dumps(said).encode(), {"Content-Type": "application/json"}
