"""What no single device's table shows: wires that two things would share and cannot."""

from __future__ import annotations

from collections.abc import Iterator

from core.config.key_lines import KeyPath
from core.config.values import BarrierConfig, Config, LaneConfig, LoopsConfig

# Relay boards that never answer count their channels in one byte, and are sold with up to 16.
MOST_SERIAL_RELAYS = 16
_WITHOUT_WIRES = frozenset({"simulator", "memory"})

Clash = tuple[KeyPath, str]


def first_clash(config: Config) -> Clash | None:
    """The first key whose wire is another's too, and why that cannot be; None where all is well."""
    return next(_clashes(config), None)


def _clashes(config: Config) -> Iterator[Clash]:
    for index, lane in enumerate(config.lanes):
        yield from _of_loops(("lane", index, "loops"), lane.loops)
        yield from _of_barrier(("lane", index, "barrier"), lane.barrier)
    yield from _of_serial_ports(config)
    yield from _of_contacts(config)


def _of_loops(path: KeyPath, loops: LoopsConfig) -> Iterator[Clash]:
    if loops.arming_input is not None and loops.arming_input == loops.closing_input:
        yield (*path, "closing_input"), "loops.closing_input: is the input of the arming loop too"


def _of_barrier(path: KeyPath, barrier: BarrierConfig) -> Iterator[Clash]:
    if barrier.boom_up_input is not None and barrier.boom_up_input == barrier.boom_down_input:
        yield (*path, "boom_down_input"), "barrier.boom_down_input: is the input of the raised boom too"
    if barrier.kind == "serial_relay" and barrier.relay >= MOST_SERIAL_RELAYS:
        problem = f"barrier.relay: boards of this kind have relays 0 to {MOST_SERIAL_RELAYS - 1}"
        yield (*path, "relay"), f"{problem}, found {barrier.relay}"


def _of_contacts(config: Config) -> Iterator[Clash]:
    """Each relay opens one boom and each input means one thing: else one lane's car opens another's gate."""
    used: dict[tuple[object, ...], str] = {}
    for index, lane in enumerate(config.lanes):
        for (table, field), contact in _contacts(lane):
            first = used.setdefault(contact, lane.id)
            if first != lane.id:
                yield ("lane", index, table, field), f"{table}.{field}: is wired to lane {first} already"


def _contacts(lane: LaneConfig) -> Iterator[tuple[tuple[str, str], tuple[object, ...]]]:
    """The relays and inputs that a lane uses, each with the board that it is on."""
    barrier, loops = lane.barrier, lane.loops
    if barrier.kind not in _WITHOUT_WIRES:
        yield ("barrier", "relay"), (*_board(barrier), "relay", barrier.relay, barrier.token)
        if barrier.hold_relay is not None:
            hold = (*_board(barrier), "relay", barrier.hold_relay, barrier.token)
            yield ("barrier", "hold_relay"), hold
    for table, device, fields in (
        ("barrier", barrier, ("boom_up_input", "boom_down_input")),
        ("loops", loops, ("arming_input", "closing_input")),
    ):
        for field in fields:
            number = getattr(device, field)
            if number is not None and device.kind not in _WITHOUT_WIRES:
                yield (table, field), (*_board(device), "input", number)


def _board(device: BarrierConfig | LoopsConfig) -> tuple[object, ...]:
    """The board as its kind tells it from others; only boards on a line are told by a number of theirs."""
    number = device.device_id if device.kind in {"modbus_tcp", "modbus_rtu"} else None
    return device.kind, device.host, device.port, device.path, device.address, device.topic, number


def _of_serial_ports(config: Config) -> Iterator[Clash]:
    """Each port is opened once, at one speed: boards of one sort may share it, nothing else may."""
    used: dict[str, tuple[object, ...]] = {}
    for path, port, use in _uses(config):
        if used.setdefault(port, use) != use:
            key = ".".join(part for part in path if isinstance(part, str))
            first = used[port]
            why = "at another speed" if first[:1] == use[:1] else f"as {first[0]}"
            yield path, f'{key}: "{port}" is used {why} before'


def _uses(config: Config) -> Iterator[tuple[KeyPath, str, tuple[object, ...]]]:
    for index, lane in enumerate(config.lanes):
        yield from _uses_of_lane(("lane", index), lane)
    if config.reader is not None and config.reader.kind == "serial":
        yield ("reader", "path"), config.reader.path, ("the booth's reader",)
    if config.printer.kind == "serial":
        yield ("printer", "path"), config.printer.path, ("the printer",)


def _uses_of_lane(path: KeyPath, lane: LaneConfig) -> Iterator[tuple[KeyPath, str, tuple[object, ...]]]:
    for name, board in (("barrier", lane.barrier), ("loops", lane.loops)):
        if board.kind == "modbus_rtu":
            yield (*path, name, "path"), board.path, ("a Modbus line", board.baud, board.parity)
        elif board.kind == "serial_relay":
            yield (*path, name, "path"), board.path, ("a serial relay board", board.baud)
    for name, device in (("sign", lane.sign), ("reader", lane.reader)):
        if device is not None and device.kind == "serial":
            yield (*path, name, "path"), device.path, (f"the {name} of lane {lane.id}",)
