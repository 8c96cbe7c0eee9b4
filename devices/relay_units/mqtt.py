"""A relay unit that speaks over the lot's MQTT broker.

A command is published only while the unit has just been heard alive, expires at the broker within seconds, is
never retained, and counts as done only when the unit itself says so. What somebody left retained on its
command topic, and would move the gate at each of the unit's reconnects, is cleared and told.
"""

from __future__ import annotations

import logging
import threading
import time
import uuid
from collections.abc import Callable

from core.domain.errors import DeviceError
from core.services.ports import DeviceStatus, Health
from devices.relay_units.contacts import Contacts
from devices.relay_units.layout import Layout, News, Step
from devices.relay_units.unit import NO_BROKER, REFUSED, RETAINED
from devices.transports.broker import TOO_LATE as BROKER_TOO_LATE
from devices.transports.broker import Broker, Member
from devices.transports.broker_session import NOBODY, Message
from devices.transports.broker_session import REFUSED as BROKER_REFUSED
from devices.transports.deadlines import NO_ANSWER, TOO_LATE, gave_up, seconds_until

_LOG = logging.getLogger(__name__)

MS_NS = 1_000_000
# A unit tells its state once a second, or is asked for it twice: unheard for longer it is not well, and
# after the second limit nothing is sent to it any more.
STALE_NS = 1_400 * MS_NS
LOST_NS = 4_000 * MS_NS
ASK_EVERY_NS = 500 * MS_NS
WHOLE_COMMAND_NS = 900 * MS_NS
TELL_RETAINED_NS = 30_000 * MS_NS

_Steps = Callable[[int | None], tuple[Step, ...]]
_CAUSES = {BROKER_TOO_LATE: TOO_LATE, BROKER_REFUSED: REFUSED, NOBODY: NO_ANSWER}


class MqttUnit:
    """Fills ``RelayUnit`` over a broker and a layout of topics."""

    def __init__(self, broker: Broker, layout: Layout) -> None:
        self.inputs = Contacts()
        self._broker = broker
        self._layout = layout
        self._member = Member(layout.topics, self._on_message, on_tick=self._on_tick)
        self._lifecycle = threading.Lock()
        self._users: set[int] = set()
        self._turn = threading.Lock()
        self._heard = threading.Condition()
        self._values: dict[int, bool | None] = {}
        self._relays: dict[int, bool | None] = {}
        self._beat: int | None = None
        self._online = False
        self._heard_ns = 0
        self._asked_ns = 0
        self._retained_ns = 0
        self._step: Step | None = None
        self._outcome: bool | None = None
        self._since = (Health.STARTING, "", time.monotonic_ns())

    def hold(self, user: object) -> None:
        """Keep the unit connected for this user; returns at once."""
        with self._lifecycle:
            self._users.add(id(user))
            if len(self._users) == 1:
                self._broker.join(self._member)

    def release(self, user: object) -> None:
        """The user needs it no more; the last one leaves the broker, within 2 s. May be called twice."""
        with self._lifecycle:
            if id(user) not in self._users:
                return
            self._users.discard(id(user))
            if not self._users:
                self._broker.leave(self._member)
                with self._heard:
                    self._online, self._heard_ns = False, 0

    def pulse(self, relay: int, duration_ms: int, *, deadline_ns: int) -> None:
        """Close the relay for a time that the unit itself keeps; returns when it acknowledged."""
        command_id = uuid.uuid4().hex
        self._act(lambda beat: self._layout.pulse(relay, duration_ms, command_id, beat), deadline_ns)

    def switch(self, relay: int, closed: bool, *, deadline_ns: int) -> None:
        """Close the relay until it is opened again, or open it; returns when the unit acknowledged."""
        command_id = uuid.uuid4().hex
        self._act(lambda beat: self._layout.switch(relay, closed, command_id, beat), deadline_ns)

    def relay(self, index: int) -> bool | None:
        """Whether the relay is closed, as last told; None while the unit is not heard."""
        with self._heard:
            return self._relays.get(index) if self._is_heard(STALE_NS) else None

    def answer_ms(self) -> float | None:
        """None: it tells by itself."""
        return None

    def status(self) -> DeviceStatus:
        """OK while the unit is heard."""
        health, cause, detail = self._condition()
        with self._heard:
            if (health, cause) != self._since[:2]:
                self._since = (health, cause, time.monotonic_ns())
            return DeviceStatus(health, self._since[2], cause, detail)

    def _condition(self) -> tuple[Health, str, str]:
        if not self._users:
            return Health.UNKNOWN, "", ""
        broker = self._broker.status()
        if broker.health is Health.STARTING:
            return Health.STARTING, "", ""
        if broker.health is not Health.OK:
            return broker.health, NO_BROKER, f"{broker.cause} {broker.detail}".strip()
        return self._condition_as_heard()

    def _condition_as_heard(self) -> tuple[Health, str, str]:
        with self._heard:
            if not self._is_heard(LOST_NS):
                return Health.FAILED, NO_ANSWER, "the unit is not heard over the broker"
            if not self._is_heard(STALE_NS):
                return Health.STALE, NO_ANSWER, "the unit has not been heard for a moment"
            if self._retained_ns and time.monotonic_ns() - self._retained_ns < TELL_RETAINED_NS:
                return Health.STALE, RETAINED, "a command was kept at the broker; it was cleared"
        return Health.OK, "", ""

    def _act(self, steps: _Steps, deadline_ns: int) -> None:
        give_up_ns = min(deadline_ns, time.monotonic_ns() + WHOLE_COMMAND_NS)
        if not self._turn.acquire(timeout=seconds_until(give_up_ns)):
            raise gave_up(deadline_ns, "another command is under way")
        try:
            if time.monotonic_ns() >= deadline_ns:
                raise DeviceError(TOO_LATE)
            for step in steps(self._beat_of_a_unit_that_is_heard()):
                self._take_step(step, give_up_ns)
        finally:
            self._turn.release()

    def _beat_of_a_unit_that_is_heard(self) -> int | None:
        if not self._users:
            raise DeviceError(NO_ANSWER, detail="not started")
        if self._broker.status().health is not Health.OK:
            raise DeviceError(NO_ANSWER, detail="no connection to the broker; nothing was sent")
        with self._heard:
            if not self._is_heard(LOST_NS):
                raise DeviceError(NO_ANSWER, detail="the unit is not heard; nothing was sent")
            return self._beat

    def _take_step(self, step: Step, give_up_ns: int) -> None:
        with self._heard:
            self._step, self._outcome = step, None
        try:
            self._broker.publish(step.topic, step.payload, deadline_ns=give_up_ns)
            outcome = self._awaited_outcome(give_up_ns)
        except DeviceError as trouble:
            cause = _CAUSES.get(trouble.cause, NO_ANSWER)
            raise DeviceError(cause, detail=trouble.detail, unknown=trouble.unknown and step.moves) from None
        finally:
            with self._heard:
                self._step = None
        if outcome is None:
            raise DeviceError(NO_ANSWER, detail="the unit did not say that it acted", unknown=step.moves)
        if not outcome:
            raise DeviceError(REFUSED, detail="the unit refused the command")

    def _awaited_outcome(self, give_up_ns: int) -> bool | None:
        with self._heard:
            self._heard.wait_for(lambda: self._outcome is not None, seconds_until(give_up_ns))
            return self._outcome

    def _on_message(self, message: Message) -> None:
        if self._layout.is_command(message.topic):
            if message.retained and message.payload:
                self._clear(message.topic)
            return
        news = self._layout.read(message)
        if news is not None:
            self._take(news, message)

    def _clear(self, topic: str) -> None:
        _LOG.warning("a command is kept at the broker under %s: cleared, or the gate would open again", topic)
        with self._heard:
            self._retained_ns = time.monotonic_ns()
        self._broker.clear_retained(topic)

    def _take(self, news: News, message: Message) -> None:
        with self._heard:
            if news.online is not None:
                self._online = news.online
            if not message.retained:
                # What the broker only kept says nothing of whether the unit is there now.
                self._online = news.online is not False
                self._heard_ns = message.at_ns if self._online else 0
                self._values.update(news.inputs)
                self._relays.update(news.relays)
                self._beat = news.beat
                self._judge(news)
        self._publish(message.at_ns)

    def _judge(self, news: News) -> None:
        step = self._step
        if step is not None and self._outcome is None:
            if step.is_done(news):
                self._outcome = True
            elif step.is_refused(news):
                self._outcome = False
            self._heard.notify_all()

    def _on_tick(self) -> None:
        now_ns = time.monotonic_ns()
        if now_ns - self._asked_ns >= ASK_EVERY_NS:
            self._asked_ns = now_ns
            for topic, payload in self._layout.questions():
                self._broker.ask(topic, payload)
        self._publish(now_ns)

    def _publish(self, now_ns: int) -> None:
        """Tell the listeners again and again: whoever debounces waits for a value to have held."""
        with self._heard:
            heard = self._is_heard(STALE_NS) and self._broker.status().health is Health.OK
            values = dict(self._values) if heard else None
        self.inputs.publish(values, now_ns)

    def _is_heard(self, limit_ns: int) -> bool:
        return self._online and time.monotonic_ns() - self._heard_ns < limit_ns
