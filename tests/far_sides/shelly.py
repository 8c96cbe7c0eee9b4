"""A Shelly relay of the second generation on loopback. It is ours: no emulator of one was found to install.

Written from the maker's published documentation of the Gen2 device API (RPC over HTTP, ``Switch``, ``Input``
and ``Shelly`` components, authentication by Digest with SHA-256); what it does beyond that, it does not.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from dataclasses import dataclass
from typing import Any

from tests.far_sides.http_peer import Digest, HttpPeer

RELAYS = 4
INPUTS = 4


@dataclass(frozen=True, slots=True)
class Set:
    """One Switch.Set as it arrived; ``user`` is who sent it, empty where nobody is asked."""

    at_ns: int
    relay: int
    on: bool
    toggle_after_s: float | None
    user: str


class ShellyPeer(HttpPeer):
    """Four relays and four inputs; ``logins`` maps names to passwords, none lets everybody in."""

    def __init__(
        self,
        *,
        logins: dict[str, str] | None = None,
        generation: int = 2,
        host: str = "127.0.0.1",
        port: int = 0,
    ) -> None:
        super().__init__(host, port)
        self.sets: list[Set] = []
        self.digest = Digest("shellypro4pm-f008d1d8b8b8", logins) if logins else None
        self.generation = generation
        self._inputs: list[bool | None] = [False] * INPUTS
        self._relays = [False] * RELAYS
        self.initial_states = ["restore_last"] * RELAYS
        self.in_modes = ["detached"] * RELAYS
        self.config_writes = 0
        self._timers: dict[int, threading.Timer] = {}

    def set_input(self, index: int, value: bool | None) -> None:
        """Open or close an input contact."""
        self._inputs[index] = value

    def relay(self, index: int) -> bool:
        """Whether the relay is closed now."""
        return self._relays[index]

    def pulses(self) -> list[Set]:
        """What would raise a boom."""
        return [one for one in self.sets if one.on]

    def lose_power(self) -> None:
        """All relays fall open, and come back as each is configured when it is started again."""
        self.stop()
        for timer in self._timers.values():
            timer.cancel()
        kept = zip(self._relays, self.initial_states, strict=True)
        self._relays = [closed and state == "restore_last" for closed, state in kept]

    def answer(self, method: str, path: str, body: bytes, headers: Any) -> tuple[int, bytes, dict[str, str]]:
        if (method, path) == ("GET", "/shelly"):
            what = {"id": "shellypro4pm-f008d1d8b8b8", "model": "SPSW-104PE16EU", "app": "Pro4PM"}
            return _json(200, {**what, "gen": self.generation, "auth_en": self.digest is not None})
        if path != "/rpc" or method != "POST":
            return 404, b"Not Found", {}
        user = ""
        if self.digest is not None:
            known = self.digest.user(method, headers.get("Authorization", ""))
            if known is None:
                return 401, b"", self.digest.challenge()
            user = known
        frame = json.loads(body)
        result = self._do(frame["method"], frame.get("params", {}), user)
        return _json(200, {"id": frame["id"], "src": "shellypro4pm-f008d1d8b8b8", **result})

    def _do(self, method: str, params: dict[str, Any], user: str) -> dict[str, Any]:
        if method == "Shelly.GetStatus":
            return {"result": self._status()}
        if method == "Switch.GetConfig":
            number = params["id"]
            modes = {"in_mode": self.in_modes[number], "initial_state": self.initial_states[number]}
            return {"result": {"id": number, **modes}}
        if method == "Switch.SetConfig":
            self.initial_states[params["id"]] = params["config"]["initial_state"]
            self.config_writes += 1
            return {"result": {"restart_required": False}}
        if method != "Switch.Set":
            return {"error": {"code": 404, "message": f"No handler for {method}"}}
        relay = params["id"]
        if relay >= RELAYS:
            return {"error": {"code": -105, "message": f"Argument 'id', value {relay} not found!"}}
        was_on = self._relays[relay]
        after_s = params.get("toggle_after")
        self.sets.append(Set(time.monotonic_ns(), relay, params["on"], after_s, user))
        if relay in self._timers:
            self._timers.pop(relay).cancel()
        self._relays[relay] = params["on"]
        if after_s is not None:
            timer = threading.Timer(after_s, self._toggle, (relay,))
            timer.daemon = True
            self._timers[relay] = timer
            timer.start()
        return {"result": {"was_on": was_on}}

    def _status(self) -> dict[str, Any]:
        inputs = {f"input:{n}": {"id": n, "state": value} for n, value in enumerate(self._inputs)}
        relays = {f"switch:{n}": {"id": n, "output": value} for n, value in enumerate(self._relays)}
        return {**inputs, **relays, "sys": {"mac": "F008D1D8B8B8", "uptime": 11081}}

    def _toggle(self, relay: int) -> None:
        self._relays[relay] = not self._relays[relay]


def _json(status: int, said: object) -> tuple[int, bytes, dict[str, str]]:
    return status, json.dumps(said).encode(), {"Content-Type": "application/json"}


def main() -> None:
    """Serve at the host and port given, and write a line for each Switch.Set."""
    with ShellyPeer(host=sys.argv[1], port=int(sys.argv[2])) as peer:
        print("ready", flush=True)
        told = 0
        while True:
            for one in peer.sets[told:]:
                told += 1
                print(f"set {one.relay} {one.on}", flush=True)
            time.sleep(0.01)


if __name__ == "__main__":
    main()
