"""localstripe on loopback: payments, refunds and signed webhooks of Stripe's, by somebody else.

It is under the GPL and runs as a process of its own. It has no Checkout, no Terminal, and ignores idempotency
keys: ``stripe_peer`` stands before it for those.
"""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import requests

from tests.far_sides.side_venv import venv_python

SECRET = "sk_test_lotkeeper"
START_LIMIT_S = 30.0
CALL_LIMIT_S = 10.0
# Bound to loopback, and without the copy of everything that it keeps on the disk.
_LAUNCH = """
import sys
from aiohttp import web
from localstripe import resources
resources.Store.dump_to_disk = lambda self: None
from localstripe.server import app
web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), print=None, access_log=None)
"""


@dataclass(frozen=True, slots=True)
class LocalStripe:
    """The running server."""

    origin: str

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, Any]:
        """One request as its owner; status and what came."""
        answer = requests.request(
            method,
            self.origin + path,
            data=form,
            headers={"Authorization": f"Bearer {SECRET}"},
            timeout=CALL_LIMIT_S,
        )
        return answer.status_code, answer.json() if answer.content else None

    def card(self, number: str) -> str:
        """A payment method with that test number."""
        form = {
            "type": "card",
            "card[number]": number,
            "card[exp_month]": "12",
            "card[exp_year]": "2090",
            "card[cvc]": "123",
        }
        status, made = self.ask("POST", "/v1/payment_methods", form)
        assert status == 200, made
        return str(made["id"])

    def succeeded(self) -> list[dict[str, Any]]:
        """The payments that took money."""
        _, listed = self.ask("GET", "/v1/payment_intents?limit=100")
        return [one for one in listed["data"] if one["status"] == "succeeded"]

    def refunds(self) -> list[dict[str, Any]]:
        """What went back."""
        _, listed = self.ask("GET", "/v1/refunds?limit=100")
        return list(listed["data"])

    def sends_notices_to(self, url: str, secret: str) -> None:
        """Have it send its signed notices there."""
        status, said = self.ask("POST", "/_config/webhooks/lot", {"url": url, "secret": secret})
        assert status == 200, said

    def forget(self) -> None:
        """Everything is as at the beginning."""
        self.ask("DELETE", "/_config/data")


@contextmanager
def localstripe() -> Iterator[LocalStripe]:
    """A server of its own, ended afterwards."""
    python = venv_python("localstripe")
    assert python is not None, "localstripe is missing: make setup-tests installs it"
    port = free_port()
    process = subprocess.Popen(
        [str(python), "-c", _LAUNCH, str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    try:
        await_port(port, process)
        yield LocalStripe(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()
        process.wait()
        assert process.stderr is not None
        process.stderr.close()


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def await_port(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until the process listens there."""
    until_s = time.monotonic() + START_LIMIT_S
    while True:
        assert process.poll() is None, process.stderr.read() if process.stderr else "it ended"
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        assert time.monotonic() < until_s, "it does not listen"
        time.sleep(0.05)
