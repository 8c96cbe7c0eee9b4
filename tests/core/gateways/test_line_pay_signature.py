"""LINE Pay's signature, made by three programs that share no code: none of its documents holds an example."""

from __future__ import annotations

import base64
import json
import subprocess
from pathlib import Path

import pytest

from core.gateways.line_pay_http import sign
from tests.far_sides.line_pay import CHANNEL, SECRET, LinePayPeer
from tests.far_sides.npm_side import FOLDER, module_folder, node

MESSAGES = [
    ("/v3/payments/request", '{"amount":60,"currency":"TWD","orderId":"lk-1"}', "8f0ee1a4"),
    ("/v3/payments", "orderId=lk-1&transactionId=2026112201010000001", "2026-11-22T18:00:00Z"),
    ("/v4/payments/oneTimeKeys/pay", '{"name":"山坡停車場 “B”"}', "00000000-0000-4000-8000-000000000000"),
    ("/v3/payments/requests/1/check", "", "n"),
]


@pytest.mark.parametrize(("path", "rest", "nonce"), MESSAGES)
def test_openssl_signs_the_same(path: str, rest: str, nonce: str) -> None:
    message = (SECRET + path + rest + nonce).encode()
    done = subprocess.run(
        ["openssl", "dgst", "-sha256", "-mac", "HMAC", "-macopt", f"key:{SECRET}", "-binary"],
        input=message,
        capture_output=True,
        check=True,
        timeout=30,
    )
    assert sign(SECRET, path, rest, nonce) == base64.b64encode(done.stdout).decode()


@pytest.mark.parametrize(("path", "rest", "nonce"), MESSAGES)
def test_any_other_byte_signs_otherwise(path: str, rest: str, nonce: str) -> None:
    right = sign(SECRET, path, rest, nonce)
    assert right != sign(SECRET, path, rest + " ", nonce)
    assert right != sign(SECRET, path + "/", rest, nonce)
    assert right != sign(SECRET, path, rest, nonce + "0")
    assert right != sign(SECRET[:-1] + "8", path, rest, nonce)


def test_a_client_that_we_did_not_write_gets_through_at_our_server(line: LinePayPeer) -> None:
    """So the server that our own client is tested with asks for what others send, too."""
    module_folder("line-pay-merchant")
    script = Path(__file__).with_name("line_pay_merchant.js")
    before = line.refused_signatures
    done = subprocess.run(
        [node(), str(script), str(FOLDER / "node_modules"), line.origin, CHANNEL, SECRET],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["code"] == "0000"
    assert int(said["transactionId"]) in line.transactions
    assert line.refused_signatures == before
