"""LINE Pay on loopback: Online v3 and Offline v4. It is ours: no server of it was found to install.

Written from the public documents (developers-pay.line.me); what it does beyond them, it does not. Signatures
are made again by Node's cryptography (``line_pay_signature.js``), which shares nothing with what is tested.
"""

from __future__ import annotations

import json
import re
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.far_sides.http_peer import HttpPeer
from tests.far_sides.npm_side import node

CHANNEL = "1479113123"
SECRET = "1f021e50f28fb3f40b7a9c5e758b0a19"
FIRST_TRANSACTION = 2026112201010000000
GOOD_CODE = "390000000000000001"
POOR_CODE = "390000000000000142"

Said = tuple[str, Any]


@dataclass
class Transaction:
    """A payment: ``state`` is reserved, agreed, cancelled, failed or paid."""

    number: int
    order: str
    amount: int
    currency: str
    state: str
    refunds: list[int] = field(default_factory=list)


class LinePayPeer(HttpPeer):
    """One channel; ``refused_signatures`` counts who came with a wrong one."""

    def __init__(self, signer: subprocess.Popen[str], host: str = "127.0.0.1", port: int = 0) -> None:
        super().__init__(host, port)
        self.transactions: dict[int, Transaction] = {}
        self.refused_signatures = 0
        self.numbers_as_text = False
        self.requests: list[tuple[str, str, Any]] = []
        self._orders: set[str] = set()
        self._signer = signer
        self._lock = threading.RLock()

    @property
    def origin(self) -> str:
        return f"http://{self.host}:{self.port}"

    def paid(self) -> list[Transaction]:
        """What took money."""
        return [one for one in self.transactions.values() if one.state == "paid"]

    def forget(self) -> None:
        """Everything is as at the beginning."""
        with self._lock:
            self.transactions.clear()
            self._orders.clear()
            self.requests.clear()

    def agree(self, number: str) -> bool:
        """The driver agrees on their telephone; whether there was something to agree to."""
        return self._driver(number, "agreed")

    def refuse(self, number: str) -> bool:
        """The driver cancels."""
        return self._driver(number, "cancelled")

    def _driver(self, number: str, state: str) -> bool:
        with self._lock:
            transaction = self.transactions.get(int(number))
            if transaction is None or transaction.state != "reserved":
                return False
            transaction.state = state
            return True

    def answer(self, method: str, path: str, body: bytes, headers: Any) -> tuple[int, bytes, dict[str, str]]:
        with self._lock:
            parts = urlsplit(path)
            if not self._is_signed(parts.path, body.decode() if method == "POST" else parts.query, headers):
                self.refused_signatures += 1
                return self._reply("1106", None)
            asked = json.loads(body) if body else {}
            self.requests.append((method, path, asked))
            return self._reply(*self._do(method, parts.path, parse_qs(parts.query), asked))

    def _is_signed(self, path: str, rest: str, headers: Any) -> bool:
        nonce = headers.get("X-LINE-Authorization-Nonce", "")
        if headers.get("X-LINE-ChannelId") != CHANNEL or not nonce:
            return False
        assert self._signer.stdin is not None
        assert self._signer.stdout is not None
        line = json.dumps({"secret": SECRET, "path": path, "rest": rest, "nonce": nonce})
        self._signer.stdin.write(line + "\n")
        self._signer.stdin.flush()
        return self._signer.stdout.readline().strip() == headers.get("X-LINE-Authorization")

    def _do(self, method: str, path: str, query: dict[str, list[str]], asked: Any) -> Said:
        for wanted, pattern, do in self._table():
            found = re.fullmatch(pattern, path)
            if wanted == method and found is not None:
                return do(found, query, asked)
        return "2101", None

    def _table(self) -> list[tuple[str, str, Any]]:
        return [
            ("POST", r"/v3/payments/request", self._request),
            ("GET", r"/v3/payments/requests/(\d+)/check", self._check),
            ("POST", r"/v3/payments/(\d+)/confirm", self._confirm),
            ("POST", r"/v[34]/payments/(\d+)/refund", self._refund),
            ("GET", r"/v[34]/payments", self._details),
            ("POST", r"/v4/payments/oneTimeKeys/pay", self._pay),
            ("GET", r"/v4/payments/orders/([^/]+)/check", self._order),
        ]

    def _new(self, asked: Any, state: str) -> Transaction:
        number = FIRST_TRANSACTION + len(self.transactions) + 1
        made = Transaction(number, asked["orderId"], asked["amount"], asked["currency"], state)
        self.transactions[number] = made
        self._orders.add(made.order)
        return made

    def _request(self, _found: Any, _query: Any, asked: Any) -> Said:
        total = sum(one["amount"] for one in asked["packages"])
        if total != asked["amount"] or not asked["redirectUrls"]["confirmUrl"]:
            return "2101", None
        if asked["orderId"] in self._orders:
            return "1172", None
        made = self._new(asked, "reserved")
        url = f"https://pay.line.test/web/payment/wait?transactionReserveId={made.number}"
        urls = {"web": url, "app": f"line://pay/payment/{made.number}"}
        return "0000", {
            "transactionId": made.number,
            "paymentUrl": urls,
            "paymentAccessToken": "656097936065",
        }

    def _check(self, found: Any, _query: Any, _asked: Any) -> Said:
        transaction = self.transactions.get(int(found[1]))
        if transaction is None:
            return "1150", None
        codes = {"agreed": "0110", "cancelled": "0121", "failed": "0122", "paid": "0123"}
        return codes.get(transaction.state, "0000"), None

    def _confirm(self, found: Any, _query: Any, asked: Any) -> Said:
        transaction = self.transactions.get(int(found[1]))
        if transaction is None:
            return "1150", None
        if transaction.state == "paid":
            return "1152", None
        if transaction.state != "agreed":
            return "1169", None
        if (asked["amount"], asked["currency"]) != (transaction.amount, transaction.currency):
            return "1153", None
        transaction.state = "paid"
        return "0000", self._info(transaction)

    def _pay(self, _found: Any, _query: Any, asked: Any) -> Said:
        if asked["orderId"] in self._orders:
            return "1172", None
        if len(asked["oneTimeKey"]) != 18:
            return "1133", None
        if asked["oneTimeKey"] == POOR_CODE:
            return "1142", None
        return "0000", self._info(self._new(asked, "paid"))

    def _order(self, found: Any, _query: Any, _asked: Any) -> Said:
        order = unquote(found[1])
        transaction = next((one for one in self.transactions.values() if one.order == order), None)
        if transaction is None:
            return "1150", None
        state = {"paid": "COMPLETE", "failed": "FAIL"}.get(transaction.state, "AUTH_READY")
        return "0000", {**self._info(transaction), "status": "REFUND" if transaction.refunds else state}

    def _details(self, _found: Any, query: dict[str, list[str]], _asked: Any) -> Said:
        orders, numbers = query.get("orderId", []), query.get("transactionId", [])
        rows = [one for one in self.paid() if one.order in orders or str(one.number) in numbers]
        if not rows:
            return "1150", None
        return "0000", [self._detail(one) for one in rows]

    def _refund(self, found: Any, _query: Any, asked: Any) -> Said:
        transaction = self.transactions.get(int(found[1]))
        if transaction is None or transaction.state != "paid":
            return "1150", None
        left = transaction.amount - sum(transaction.refunds)
        amount = asked.get("refundAmount", left)
        if left == 0:
            return "1165", None
        if amount > left:
            return "1164", None
        transaction.refunds.append(amount)
        return "0000", {"refundTransactionId": transaction.number + 10**9 + len(transaction.refunds)}

    def _info(self, transaction: Transaction) -> dict[str, Any]:
        pay_info = [{"method": "BALANCE", "amount": transaction.amount}]
        return {"orderId": transaction.order, "transactionId": transaction.number, "payInfo": pay_info}

    def _detail(self, transaction: Transaction) -> dict[str, Any]:
        refunds = [
            {"refundTransactionId": transaction.number + 10**9 + place, "refundAmount": amount}
            for place, amount in enumerate(transaction.refunds, 1)
        ]
        more = {"refundList": refunds} if refunds else {}
        return {
            **self._info(transaction),
            "transactionType": "PAYMENT",
            "currency": transaction.currency,
            **more,
        }

    def _reply(self, code: str, info: Any) -> tuple[int, bytes, dict[str, str]]:
        said = {"returnCode": code, "returnMessage": "-"}
        text = json.dumps({**said, "info": info} if info is not None else said)
        if self.numbers_as_text:
            text = re.sub(r'"transactionId": (\d+)', r'"transactionId": "\1"', text)
        return 200, text.encode(), {"Content-Type": "application/json"}


@contextmanager
def line_pay() -> Iterator[LinePayPeer]:
    """A running server, with its signer beside it; ended afterwards."""
    script = Path(__file__).with_name("line_pay_signature.js")
    signer = subprocess.Popen(
        [node(), str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    try:
        with LinePayPeer(signer) as peer:
            yield peer
    finally:
        assert signer.stdin is not None
        assert signer.stdout is not None
        signer.stdin.close()
        signer.wait(10)
        signer.stdout.close()
