"""Which fields of the configuration each kind of driver has, and of which sort each is; no Qt.

Sort, limits and choices come from ``core.config`` itself, so that a form never takes what the file would not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from core.config import (
    BarrierConfig,
    CameraConfig,
    CodeReaderConfig,
    DeviceConfig,
    LoopsConfig,
    MqttConfig,
    PowerConfig,
    PrinterConfig,
    SignConfig,
)
from core.config.limits import Between, Text

SECRETS: Final = frozenset({"secret", "read_secret", "key"})

_SERIAL: Final = ("path", "baud")
_BOARD_TCP: Final = ("host", "device_id")
_BOARD_RTU: Final = ("path", "baud", "parity", "device_id")
_BOOM: Final = ("boom_up_input", "boom_down_input")
_LOGIN: Final = ("user", "secret")
_READ_LOGIN: Final = ("read_user", "read_secret")
_LOOPS: Final = ("arming_input", "closing_input")
_OF_A_BOARD: Final = (
    "kind", "host", "port", "path", "baud", "parity", "address", "topic", "layout", "user", "device_id",
)  # fmt: skip
_FIELDS: Final[Mapping[type, Mapping[str, tuple[str, ...]]]] = {
    CameraConfig: {
        "rtsp": ("address",),
        "onvif": ("address", "profile"),
        "mjpeg": ("address",),
        "usb": ("address",),
        "video": ("address",),
        "folder": ("address",),
        "simulator": (),
    },
    BarrierConfig: {
        "modbus_tcp": (*_BOARD_TCP, "relay", *_BOOM),
        "modbus_rtu": (*_BOARD_RTU, "relay", *_BOOM),
        "serial_relay": ("path", "relay"),
        "shelly": ("host", "relay", *_BOOM, *_LOGIN),
        "tasmota": ("host", "relay", *_BOOM, *_LOGIN),
        "mqtt": ("topic", "layout", "relay", *_BOOM),
        "onvif": ("address", *_LOGIN, "token", *_BOOM),
        "simulator": (),
        "memory": (),
    },
    LoopsConfig: {
        "modbus_tcp": (*_BOARD_TCP, *_LOOPS),
        "modbus_rtu": (*_BOARD_RTU, *_LOOPS),
        "shelly": ("host", *_LOOPS, *_LOGIN),
        "tasmota": ("host", *_LOOPS, *_LOGIN),
        "mqtt": ("topic", "layout", *_LOOPS),
        "onvif": ("address", *_LOGIN, *_LOOPS),
        "simulator": (),
        "memory": (),
    },
    SignConfig: {
        "serial": (*_SERIAL, "columns", "rows"),
        "http": ("address", "columns", "rows"),
        "simulator": (),
    },
    CodeReaderConfig: {"serial": _SERIAL, "simulator": ()},
    PrinterConfig: {
        "network": ("host", "port", "profile", "width_dots", "drawer"),
        "serial": (*_SERIAL, "profile", "width_dots", "drawer"),
        "usb": ("usb", "profile", "width_dots", "drawer"),
        "system": ("queue",),
        "file": ("path", "profile", "width_dots", "drawer"),
        "none": (),
    },
    PowerConfig: {"": ("host", "port", "name", "user", "secret")},
    MqttConfig: {"": ("host", "port", "user", "secret", "tls", "ca")},
}
# What is right as it is on nearly every site.
_MORE: Final[Mapping[type, Mapping[str, tuple[str, ...]]]] = {
    CameraConfig: {
        "rtsp": ("fps", "reads", "key", "topic"),
        "onvif": ("fps", "reads", "key", "topic"),
        "mjpeg": ("fps",),
        "usb": ("fps",),
        "video": ("fps",),
        "folder": ("fps",),
    },
    BarrierConfig: {
        "modbus_tcp": ("port", "hold_relay", "pulse_ms", "pulse"),
        "modbus_rtu": ("hold_relay", "pulse_ms", "pulse"),
        "serial_relay": ("baud", "pulse_ms"),
        "shelly": ("port", "hold_relay", "pulse_ms", *_READ_LOGIN),
        "tasmota": ("port", "hold_relay", "pulse_ms"),
        "mqtt": ("hold_relay", "pulse_ms"),
        "onvif": ("pulse_ms",),
    },
    LoopsConfig: {
        "modbus_tcp": ("port", "inverted", "debounce_ms", "stuck_after_s"),
        "modbus_rtu": ("inverted", "debounce_ms", "stuck_after_s"),
        "shelly": ("port", "inverted", "debounce_ms", "stuck_after_s"),
        "tasmota": ("port", "inverted", "debounce_ms", "stuck_after_s"),
        "mqtt": ("inverted", "debounce_ms", "stuck_after_s"),
        "onvif": ("inverted", "debounce_ms", "stuck_after_s"),
    },
    SignConfig: {"serial": ("encoding",), "http": ("encoding",)},
    PrinterConfig: {"serial": ("flow",)},
}


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: its sort, its limits or choices, what it is when nobody says, and whether it must be given.

    ``sort`` is ``text``, ``secret``, ``number``, ``optional`` (a number or not wired), ``decimal``,
    ``choice`` or ``switch``. ``is_more`` is right as it is on nearly every site.
    """

    name: str
    sort: str
    default: object
    least: float = 0
    most: float = 0
    step: int = 0
    longest: int = 0
    choices: tuple[str, ...] = ()
    is_needed: bool = False
    is_more: bool = False


def kinds_of(config: type[DeviceConfig]) -> tuple[str, ...]:
    """The kinds of drivers, as the configuration names them; one empty kind where there is only one."""
    return tuple(_FIELDS[config])


def same_board(barrier: BarrierConfig) -> dict[str, object]:
    """What is known of the loops beside a boom, where its board has inputs; a password is typed again."""
    return (
        {name: getattr(barrier, name) for name in _OF_A_BOARD}
        if barrier.kind in kinds_of(LoopsConfig)
        else {}
    )


def fields_of(config: type[DeviceConfig], kind: str) -> tuple[FormField, ...]:
    """The fields of that kind of driver, in the order in which they are filled in."""
    known: dict[str, FormField] = _all_fields(config)
    needed = getattr(config, "NEEDS", {}).get(kind, ("host",) if kind == "" else ())
    usual = [(name, False) for name in _FIELDS[config][kind]]
    more = [(name, True) for name in _MORE.get(config, {}).get(kind, ())]
    return tuple(
        FormField(
            name,
            known[name].sort,
            known[name].default,
            known[name].least,
            known[name].most,
            known[name].step,
            known[name].longest,
            known[name].choices,
            is_needed=name in needed,
            is_more=is_more,
        )
        for name, is_more in (*usual, *more)
    )


def _all_fields(config: type[DeviceConfig]) -> dict[str, FormField]:
    hints = get_type_hints(config, include_extras=True)
    return {each.name: _field(each.name, hints[each.name], _default(each)) for each in fields(config)}


def _default(each: Any) -> object:
    return None if each.default is MISSING else each.default


def _field(name: str, hint: Any, default: object) -> FormField:
    parts = list(_parts(hint))
    choices = tuple(part for part in parts if isinstance(part, str))
    limits = next((part for part in parts if isinstance(part, Between)), Between(0, 0))
    longest = next((part.longest for part in parts if isinstance(part, Text)), 0)
    sort = _sort(name, parts, choices)
    return FormField(
        name, sort, default, limits.least, limits.most, limits.step, longest=longest, choices=choices
    )


def _sort(name: str, parts: list[Any], choices: tuple[str, ...]) -> str:
    if name in SECRETS:
        return "secret"
    if choices:
        return "choice"
    if bool in parts:
        return "switch"
    if int in parts:
        return "optional" if NoneType in parts else "number"
    return "decimal" if float in parts else "text"


def _parts(hint: Any) -> Iterator[Any]:
    """The types, words and limits that a field's annotation is made of."""
    if get_origin(hint) in {Annotated, Union, UnionType, Literal}:
        for part in get_args(hint):
            yield from _parts(part)
    else:
        yield hint
