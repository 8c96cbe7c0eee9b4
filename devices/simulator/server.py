"""Serves the simulated world to its clients: cameras, barriers, loops, and one conductor.

Every message is a dict of plain values over ``multiprocessing.connection`` on a local socket. A client
asks, and each question gets exactly one answer, in order; the watchers named below only listen.

    camera      {"ask": "scene", "lane": L}                    → the values of ``World.scene``
    barrier     {"do": "pulse", "lane": L, "id": TEXT}         → {"ok": true}
                {"do": "hold", "lane": L, "held": BOOL}        → {"ok": true}
                {"ask": "boom", "lane": L}                     → {"boom": "up|down|moving", "held": BOOL}
    loops       {"do": "watch_loops", "lane": L}               → a stream, first the state of both loops:
                {"role": "arming|closing", "occupied": BOOL, "at_ns": INT}, and {"beat": INT} twice a second
    conductor   {"do": "watch_events"}                         → a stream of events, those before it first:
                {"event": "driver_at_window", "vehicle_id", "says", "lane": null|"exit", "purpose": "pay",
                 "paid_before": BOOL, "pays_by": "cash|card|platform"}
                {"event": "quiet", "until": ISO}               nothing moves by itself before that lot time
                {"event": "day_over"}
                {"do": "skip_to", "at": ISO}                   → {"ok": BOOL, "lot_time", "offset_ns"}
                {"do": "paid", "vehicle_id", "amount_minor": INT, "receipt": BOOL, "means": as pays_by}
                                                               → {"ok": BOOL}
                {"do": "let_out"|"sent_away", "vehicle_id"}    → {"ok": BOOL}
                {"ask": "driver", "lane": L}                   → {"vehicle_id": TEXT|null, "says": TEXT|null}
                {"ask": "time"}                                → {"lot_time": ISO, "offset_ns": INT}
                {"ask": "truth"}                               → the values of ``World.truth``
    tests       {"do": "fault", "device": "camera|barrier|loops", "lane": L, "kind": "silent|none"}
                                                               → {"ok": true}

``offset_ns`` added to the monotonic clock gives the lot time in nanoseconds since 1970. A question that
cannot be understood is answered {"error": TEXT}.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable
from datetime import datetime
from multiprocessing.connection import Connection, Listener
from typing import Any

from core.services.ports import LoopEdge
from devices.simulator.traffic import LANES, Means
from devices.simulator.world import Event, World

EVENTS_KEPT = 1000
EDGES_KEPT = 256
BEAT_S = 0.5
MOVING_TICK_S = 0.02

Message = dict[str, Any]


class WorldServer:
    """Turns the world's clock and answers clients, each on a thread of its own."""

    def __init__(self, world: World, listener: Listener) -> None:
        self._world = world
        self._listener = listener
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._faults: set[tuple[str, str]] = set()
        self._loop_watchers: list[tuple[str, queue.Queue[Message]]] = []
        self._events: deque[Event] = deque(maxlen=EVENTS_KEPT)
        self._events_came = threading.Condition(self._lock)
        self._answers: dict[str, Callable[[Message], Message | None]] = {
            "ask scene": self._scene,
            "ask boom": self._boom,
            "ask driver": self._driver,
            "ask time": lambda _: self._time(),
            "ask truth": lambda _: self._world.truth(),
            "do pulse": self._pulse,
            "do hold": self._hold,
            "do skip_to": self._skip_to,
            "do paid": self._paid,
            "do let_out": lambda message: {"ok": self._world.let_out(message["vehicle_id"])},
            "do sent_away": lambda message: {"ok": self._world.sent_away(message["vehicle_id"])},
            "do fault": self._fault,
        }

    def run(self, is_wanted: Callable[[float], bool]) -> None:
        """Serve until no longer wanted; ``is_wanted`` is asked with the seconds it may wait."""
        threading.Thread(target=self._accept, name="simulator-accept", daemon=True).start()
        while is_wanted(MOVING_TICK_S):
            with self._lock:
                outcome = self._world.tick()
                for lane, edge in outcome.edges:
                    self._send_edge(lane, _edge_message(edge))
                for event in outcome.events:
                    self._keep_event(event)
        self._stopping.set()

    def _accept(self) -> None:
        while not self._stopping.is_set():
            try:
                connection = self._listener.accept()
            except Exception:  # noqa: BLE001 - a client that broke off its greeting must not end the world
                self._stopping.wait(0.05)
                continue
            threading.Thread(
                target=self._serve, args=(connection,), name="simulator-client", daemon=True
            ).start()

    def _serve(self, connection: Connection) -> None:
        with connection:
            try:
                while True:
                    message = connection.recv()
                    if message.get("do") == "watch_loops":
                        self._stream_loops(connection, message["lane"])
                        return
                    if message.get("do") == "watch_events":
                        self._stream_events(connection)
                        return
                    answer = self._answer(message)
                    if answer is not None:
                        connection.send(answer)
            except (EOFError, OSError):
                return

    def _answer(self, message: Message) -> Message | None:
        verb = "ask" if "ask" in message else "do"
        answer = self._answers.get(f"{verb} {message.get(verb)}")
        if answer is None:
            return {"error": f"not understood: {message!r}"}
        try:
            with self._lock:
                return answer(message)
        except (KeyError, ValueError, TypeError) as error:
            return {"error": repr(error)}

    def _stream_loops(self, connection: Connection, lane: str) -> None:
        edges: queue.Queue[Message] = queue.Queue(EDGES_KEPT)
        with self._lock:
            for edge in self._world.loops(lane):
                edges.put(_edge_message(edge))
            self._loop_watchers.append((lane, edges))
        try:
            while not self._stopping.is_set():
                try:
                    message = edges.get(timeout=BEAT_S)
                except queue.Empty:
                    message = {"beat": 1}
                if ("loops", lane) not in self._faults:
                    connection.send(message)
        finally:
            with self._lock:
                self._loop_watchers.remove((lane, edges))

    def _stream_events(self, connection: Connection) -> None:
        while not self._stopping.is_set():
            with self._events_came:
                self._events_came.wait_for(lambda: bool(self._events), timeout=BEAT_S)
                event = self._events.popleft() if self._events else None
            if event is not None:
                try:
                    connection.send(event)
                except OSError:
                    # The next conductor shall hear what this one no longer could.
                    with self._lock:
                        self._events.appendleft(event)
                    raise
            elif connection.poll(0):
                connection.recv()  # raises EOFError where the conductor went away

    def _send_edge(self, lane: str, message: Message) -> None:
        for watched, edges in self._loop_watchers:
            if watched == lane and not edges.full():
                edges.put_nowait(message)

    def _keep_event(self, event: Event) -> None:
        # An earlier "quiet" that nobody took says nothing true any more.
        for stale in [one for one in self._events if one["event"] == "quiet"]:
            self._events.remove(stale)
        self._events.append(event)
        self._events_came.notify_all()

    def _scene(self, message: Message) -> Message | None:
        lane = message["lane"]
        return None if ("camera", lane) in self._faults else self._world.scene(lane)

    def _boom(self, message: Message) -> Message | None:
        lane = message["lane"]
        if ("barrier", lane) in self._faults:
            return None
        return {"boom": self._world.boom(lane).value, "held": self._world.is_held(lane)}

    def _pulse(self, message: Message) -> Message | None:
        if ("barrier", message["lane"]) in self._faults:
            return None
        self._world.pulse(message["lane"], str(message["id"]))
        return {"ok": True}

    def _hold(self, message: Message) -> Message | None:
        if ("barrier", message["lane"]) in self._faults:
            return None
        self._world.hold(message["lane"], held=bool(message["held"]))
        return {"ok": True}

    def _driver(self, message: Message) -> Message:
        plan = self._world.driver(message["lane"])
        return {"vehicle_id": plan and plan.vehicle_id, "says": plan and plan.plate}

    def _time(self) -> Message:
        return {"lot_time": self._world.lot_time().isoformat(), "offset_ns": self._world.time.offset_ns}

    def _skip_to(self, message: Message) -> Message:
        done = self._world.skip_to(datetime.fromisoformat(message["at"]))
        return {"ok": done, **self._time()}

    def _paid(self, message: Message) -> Message:
        done = self._world.paid(
            message["vehicle_id"],
            int(message["amount_minor"]),
            receipt=bool(message["receipt"]),
            means=Means(message["means"]),
        )
        return {"ok": done}

    def _fault(self, message: Message) -> Message:
        fault = (message["device"], message["lane"])
        if message["lane"] not in LANES:
            raise ValueError(message["lane"])
        if message["kind"] == "silent":
            self._faults.add(fault)
        else:
            self._faults.discard(fault)
        return {"ok": True}


def _edge_message(edge: LoopEdge) -> Message:
    return {"role": edge.role.value, "occupied": edge.occupied, "at_ns": edge.at_ns}
