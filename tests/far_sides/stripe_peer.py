"""What localstripe lacks of Stripe, before it: Checkout, Terminal, keys, lists by time, the search.

It is ours: no other server with these was found to install. Written from the public reference of Stripe's API
(docs.stripe.com/api); what it does beyond that, it does not. The money itself is taken and given back at
localstripe, which counts it.
"""

from __future__ import annotations

import json
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

from tests.far_sides.http_peer import HttpPeer
from tests.far_sides.localstripe import SECRET, LocalStripe

GOOD_CARD = "4242424242424242"
DECLINED_CARD = "4000000000000341"
READER = "tmr_booth"
LEAST_LIFE_S = 30 * 60

Form = dict[str, str]
Reply = tuple[int, Any]


@dataclass
class _Remembered:
    form: Form
    path: str
    reply: Reply | None = None
    done: threading.Event = field(default_factory=threading.Event)


class StripePeer(HttpPeer):
    """One account with one reader; ``requests`` is what came, for tests that ask."""

    def __init__(self, bank: LocalStripe, host: str = "127.0.0.1", port: int = 0) -> None:
        super().__init__(host, port)
        self.bank = bank
        self.sessions: OrderedDict[str, dict[str, Any]] = OrderedDict()
        self.intents: OrderedDict[str, int] = OrderedDict()
        self.action: dict[str, Any] | None = None
        self.reader_error = ""
        self.clock: Callable[[], float] = time.time
        self.requests: list[tuple[str, str, Form]] = []
        self._keys: dict[str, _Remembered] = {}
        self._lock = threading.RLock()

    @property
    def origin(self) -> str:
        return f"http://{self.host}:{self.port}"

    def forget(self) -> None:
        """Everything is as at the beginning, at the bank too."""
        with self._lock:
            self.bank.forget()
            self.sessions.clear()
            self.intents.clear()
            self._keys.clear()
            self.requests.clear()
            self.action, self.reader_error = None, ""

    # What drivers do.

    def pay(self, session_id: str, card: str = GOOD_CARD) -> bool:
        """The driver pays on the page; whether it was taken."""
        with self._lock:
            session = self.sessions[session_id]
            if self._status(session) != "open":
                return False
            form = {
                "amount": str(session["amount_total"]),
                "currency": session["currency"],
                "metadata[charge_key]": session["_intent_key"],
            }
            _, intent = self.bank.ask("POST", "/v1/payment_intents", form)
            self.intents[intent["id"]] = int(self.clock())
            if not self._confirm(intent["id"], card):
                return False
            session |= {"status": "complete", "payment_status": "paid", "payment_intent": intent["id"]}
            return True

    def present(self, card: str = GOOD_CARD) -> bool:
        """The driver holds a card to the reader; whether it was taken."""
        with self._lock:
            if self.action is None or self.action["status"] != "in_progress":
                return False
            taken = self._confirm(self.action["process_payment_intent"]["payment_intent"], card)
            self.action |= (
                {"status": "succeeded"}
                if taken
                else {
                    "status": "failed",
                    "failure_code": "card_declined",
                }
            )
            return taken

    def _confirm(self, intent_id: str, card: str) -> bool:
        path = f"/v1/payment_intents/{intent_id}"
        self.bank.ask("POST", path, {"payment_method": self.bank.card(card)})
        return self.bank.ask("POST", f"{path}/confirm")[0] == 200

    # What consoles ask.

    def answer(self, method: str, path: str, body: bytes, headers: Any) -> tuple[int, bytes, dict[str, str]]:
        if headers.get("Authorization") != f"Bearer {SECRET}":
            return _json(401, {"error": {"type": "invalid_request_error", "message": "Invalid API Key"}})
        form = dict(parse_qsl(body.decode(), keep_blank_values=True))
        self.requests.append((method, path, form))
        key = headers.get("Idempotency-Key", "")
        if method == "POST" and key:
            return _json(*self._once(key, path, form))
        return _json(*self._do(method, path, form))

    def _once(self, key: str, path: str, form: Form) -> Reply:
        """Do it for the first with the key; all others get the same answer, or are told off."""
        with self._lock:
            known = self._keys.get(key)
            mine = known is None
            if known is None:
                known = self._keys[key] = _Remembered(form, path)
        if (known.form, known.path) != (form, path):
            return 400, {"error": {"type": "idempotency_error", "message": "other parameters"}}
        if mine:
            known.reply = self._do("POST", path, form)
            if known.reply[0] == HTTPStatus.BAD_REQUEST:
                del self._keys[key]  # what was not carried out is not remembered
            known.done.set()
        elif not known.done.wait(5):
            return 409, {"error": {"type": "idempotency_error", "code": "idempotency_key_in_use"}}
        assert known.reply is not None
        return known.reply

    def _do(self, method: str, path: str, form: Form) -> Reply:
        parts = urlsplit(path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        steps = parts.path.removeprefix("/v1/").split("/")
        with self._lock:
            if steps[:2] == ["checkout", "sessions"]:
                return self._checkout(method, steps[2:], form, query)
            if steps[:2] == ["terminal", "readers"]:
                return self._reader(steps[2:], form)
            if steps[0] == "payment_intents":
                return self._payment(method, steps[1:], form, query)
            if steps[0] == "balance":
                return self.bank.ask("GET", "/v1/balance")
            if steps[0] == "refunds":
                return self._refunds(method, path, form)
        return _missing()

    def _checkout(self, method: str, steps: list[str], form: Form, query: Form) -> Reply:
        if method == "POST" and not steps:
            return self._new_session(form)
        if not steps:
            wanted = query.get("payment_intent")
            rows = [self._shown(one) for one in reversed(self.sessions.values())]
            if wanted:
                rows = [one for one in rows if one["payment_intent"] == wanted]
            return 200, _page(rows, query)
        session = self.sessions.get(steps[0])
        if session is None:
            return _missing()
        if steps[1:] == ["expire"]:
            if self._status(session) != "open":
                return _refused("", "Only Checkout Sessions with a status in [open] can be expired.")
            session["status"] = "expired"
        return 200, self._shown(session)

    def _new_session(self, form: Form) -> Reply:
        created = int(self.clock())
        if int(form["expires_at"]) < created + LEAST_LIFE_S:
            return _refused("", "expires_at must be at least 30 minutes from Checkout Session creation.")
        amount = int(form["line_items[0][price_data][unit_amount]"])
        if amount < 50:
            return _refused("amount_too_small", "too small")
        reference = f"cs_test_{secrets.token_hex(12)}"
        self.sessions[reference] = {
            "id": reference,
            "object": "checkout.session",
            "created": created,
            "expires_at": int(form["expires_at"]),
            "status": "open",
            "payment_status": "unpaid",
            "payment_intent": None,
            "amount_total": amount,
            "currency": form["line_items[0][price_data][currency]"],
            "client_reference_id": form["client_reference_id"],
            "metadata": {"charge_key": form["metadata[charge_key]"]},
            "url": f"https://checkout.stripe.test/c/pay/{reference}",
            "_intent_key": form["payment_intent_data[metadata][charge_key]"],
        }
        return 200, self._shown(self.sessions[reference])

    def _status(self, session: dict[str, Any]) -> str:
        if session["status"] == "open" and session["expires_at"] <= self.clock():
            session["status"] = "expired"
        return str(session["status"])

    def _shown(self, session: dict[str, Any]) -> dict[str, Any]:
        status = self._status(session)
        shown = {name: value for name, value in session.items() if not name.startswith("_")}
        return shown if status == "open" else {**shown, "url": None}

    def _reader(self, steps: list[str], form: Form) -> Reply:
        if steps[0] != READER:
            return _missing()
        if steps[1:] == ["process_payment_intent"]:
            return self._process(form["payment_intent"])
        in_progress = self.action is not None and self.action["status"] == "in_progress"
        if steps[1:] == ["cancel_action"] and in_progress:
            self.action = None
        return 200, {"id": READER, "object": "terminal.reader", "status": "online", "action": self.action}

    def _process(self, intent_id: str) -> Reply:
        if self.reader_error:
            return _refused(self.reader_error, "the reader")
        in_progress = self.action is not None and self.action["status"] == "in_progress"
        if in_progress and self.action["process_payment_intent"]["payment_intent"] != intent_id:  # type: ignore[index]
            return _refused("terminal_reader_busy", "busy")
        _, intent = self.bank.ask("GET", f"/v1/payment_intents/{intent_id}")
        if intent["status"] != "requires_payment_method":
            return _refused("intent_invalid_state", "state")
        self.action = {
            "type": "process_payment_intent",
            "status": "in_progress",
            "failure_code": None,
            "process_payment_intent": {"payment_intent": intent_id},
        }
        return 200, {"id": READER, "object": "terminal.reader", "status": "online", "action": self.action}

    def _payment(self, method: str, steps: list[str], form: Form, query: Form) -> Reply:
        if method == "POST" and not steps:
            # localstripe knows neither of these two.
            known = {name: value for name, value in form.items() if name != "description"}
            status, made = self.bank.ask("POST", "/v1/payment_intents", known)
            if status == 200:
                self.intents[made["id"]] = int(self.clock())
            return status, made
        if steps == ["search"]:
            wanted = query["query"].removeprefix("metadata['charge_key']:'").removesuffix("'")
            rows = [one for one in self._all() if one["metadata"].get("charge_key") == wanted]
            return 200, _page(rows, {"limit": query.get("limit", "10")})
        if not steps:
            return 200, _page(self._all(), query)
        if steps[1:] not in ([], ["cancel"]):
            return _missing()
        return self.bank.ask(method, "/v1/payment_intents/" + "/".join(steps), form or None)

    def _refunds(self, method: str, path: str, form: Form) -> Reply:
        if method == "POST" and self._is_too_much(form):
            return _refused("", "Refund amount is greater than unrefunded amount on charge.")
        return self.bank.ask(method, path, form or None)

    def _is_too_much(self, form: Form) -> bool:
        """localstripe gives back whatever it is asked for."""
        status, intent = self.bank.ask("GET", f"/v1/payment_intents/{form['payment_intent']}")
        if status != HTTPStatus.OK:
            return False
        back = [one for one in self.bank.refunds() if one["payment_intent"] == form["payment_intent"]]
        return int(form["amount"]) > intent["amount"] - sum(one["amount"] for one in back)

    def _all(self) -> list[dict[str, Any]]:
        """All payments, the newest first."""
        rows = []
        for reference, created in reversed(self.intents.items()):
            _, intent = self.bank.ask("GET", f"/v1/payment_intents/{reference}")
            rows.append({**intent, "created": created})
        return rows


def _page(rows: list[dict[str, Any]], query: Form) -> dict[str, Any]:
    since = int(query.get("created[gte]", "0"))
    rows = [one for one in rows if one["created"] >= since]
    if (after := query.get("starting_after")) is not None:
        ids = [one["id"] for one in rows]
        rows = rows[ids.index(after) + 1 :]
    limit = int(query.get("limit", "10"))
    return {"object": "list", "data": rows[:limit], "has_more": len(rows) > limit}


def _missing() -> Reply:
    error = {"type": "invalid_request_error", "code": "resource_missing", "message": "No such thing"}
    return 404, {"error": error}


def _refused(code: str, message: str) -> Reply:
    error = {"type": "invalid_request_error", "message": message}
    return 400, {"error": {**error, "code": code} if code else error}


def _json(status: int, value: Any) -> tuple[int, bytes, dict[str, str]]:
    return status, json.dumps(value).encode(), {"Content-Type": "application/json"}
