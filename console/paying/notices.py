"""Listens for what payment services tell by themselves, so that a paid charge is seen at once.

A notice is checked, and then only has the charge asked about: what is true is what the service answers to
that. Where nothing listens, or no notice comes, every charge is asked about all the same.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Final
from urllib.parse import unquote

from console.paying.gateways import LINE_PAY_NOTICES, STRIPE_NOTICES, THANKS
from console.paying.notice_server import Asked, NoticeServer, Page
from console.wiring.far_sides import secret_of
from core.config import NoticesConfig, PayConfig
from core.domain.errors import DeviceError
from core.gateways.notices.line_pay_notice import read_line_pay_notice
from core.gateways.notices.notice import Notice, NotOurs
from core.gateways.notices.stripe_notice import read_stripe_notice
from core.services.ports import Clock, DeviceStatus, Health

MOST_REMEMBERED: Final = 1_000
_THANK_YOU: Final = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Thank you</title>
<body style="font: 20px sans-serif; text-align: center; margin: 20vh 1em">
<p>Thank you. The attendant sees it as soon as it is paid.</p>
<p lang="zh-Hant">謝謝您。付款完成後，管理員會立即看到。</p></body></html>
"""
_KINDS: Final = {
    STRIPE_NOTICES: frozenset({"stripe_checkout", "stripe_terminal"}),
    LINE_PAY_NOTICES: frozenset({"line_pay"}),
}

# Any stranger can send a wrong signature; only these two are ours to mend.
_OUR_FAULTS: Final = frozenset({"notice.no_secret", "notice.wrong_time"})

Ring = Callable[[str, Notice], None]
"""Called with the account's id for each notice that is new; must not wait for anything."""


class Notices:
    """Listens between ``start`` and ``stop`` where the configuration names a port.

    ``accounts`` gives the accounts in force, with the secret that each one's notices are signed with.
    """

    def __init__(
        self,
        config: NoticesConfig,
        accounts: Callable[[], Sequence[PayConfig]],
        ring: Ring,
        clock: Clock,
    ) -> None:
        self._config = config
        self._accounts = accounts
        self._ring = ring
        self._clock = clock
        self._seen: OrderedDict[tuple[str, str], None] = OrderedDict()
        self._lock = threading.Lock()
        self._server: NoticeServer | None = None
        self._status = DeviceStatus(Health.UNKNOWN, clock.monotonic_ns())

    @property
    def port(self) -> int:
        """The port it listens on; 0 where it does not."""
        return self._server.port if self._server is not None else 0

    def status(self) -> DeviceStatus:
        """How it is: FAILED where it cannot listen, has no secret to check with, or the clock is wrong."""
        return self._status

    def start(self) -> None:
        """Listen; where that fails the status says why. Nothing happens where no port is configured."""
        if not self._config.port or self._server is not None:
            return
        try:
            self._server = NoticeServer(self._config.host, self._config.port, self.answer)
        except DeviceError as error:
            self._note(Health.FAILED, error.cause, error.detail)
            return
        self._note(Health.OK)

    def stop(self) -> None:
        """Stop listening; may be called twice."""
        server, self._server = self._server, None
        if server is not None:
            server.stop()

    def answer(self, asked: Asked) -> Page:
        """What a request is answered with; a notice that was seen before rings no second time."""
        if (asked.method, asked.path) == ("GET", THANKS):
            return _thanks()
        found = self._account_of(asked)
        if found is None:
            return Page(HTTPStatus.NOT_FOUND)
        config, is_stripe = found
        try:
            notice = self._read(asked, config, is_stripe=is_stripe)
        except NotOurs as error:
            if error.cause in _OUR_FAULTS:
                self._note(Health.FAILED, error.cause, config.id)
            return Page(HTTPStatus.BAD_REQUEST, error.cause)
        self._note(Health.OK)
        if self._is_new(config.id, notice.notice_id):
            self._ring(config.id, notice)
        return Page(HTTPStatus.OK) if is_stripe else _thanks()

    def _account_of(self, asked: Asked) -> tuple[PayConfig, bool] | None:
        for prefix, kinds in _KINDS.items():
            is_stripe = prefix == STRIPE_NOTICES
            if asked.path.startswith(prefix) and asked.method == ("POST" if is_stripe else "GET"):
                name = unquote(asked.path.removeprefix(prefix))
                found = (one for one in self._accounts() if one.id == name and one.kind in kinds)
                return next(((one, is_stripe) for one in found), None)
        return None

    def _read(self, asked: Asked, config: PayConfig, *, is_stripe: bool) -> Notice:
        if not is_stripe:
            return read_line_pay_notice(asked.query)
        secret = secret_of(config.hook_secret)
        return read_stripe_notice(asked.body, asked.signature, secret, self._clock.now())

    def _is_new(self, account_id: str, notice_id: str) -> bool:
        with self._lock:
            is_new = (account_id, notice_id) not in self._seen
            self._seen[account_id, notice_id] = None
            while len(self._seen) > MOST_REMEMBERED:
                self._seen.popitem(last=False)
            return is_new

    def _note(self, health: Health, cause: str = "", detail: str = "") -> None:
        if (self._status.health, self._status.cause) != (health, cause):
            self._status = DeviceStatus(health, self._clock.monotonic_ns(), cause, detail)


def _thanks() -> Page:
    return Page(HTTPStatus.OK, _THANK_YOU, "text/html; charset=utf-8")
