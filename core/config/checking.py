"""Turns a parsed TOML document into the configuration, or says which key is wrong and why.

The rules stand beside the fields in ``core.config.values``; here they are only carried out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from difflib import get_close_matches
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from core.config.drawn import NotDrawn, Shape, Shapes
from core.config.format_names import FormatNames
from core.config.key_lines import KeyPath
from core.config.limits import Limit
from core.config.values import FORMAT, MAX_LANES, MAX_PAYS, Config, LaneConfig, PayConfig
from core.config.wiring_rules import first_clash

T = TypeVar("T")
LARGEST_SHOWN = 10**18
_TYPE_WORDS = {
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    str: "a text in quotes",
    dict: "a table",
    list: "a list",
}


class Wrong(Exception):
    """A key's value cannot be used; ``path`` leads to the key."""

    def __init__(self, path: KeyPath, problem: str) -> None:
        super().__init__(problem)
        self.path = path
        self.problem = problem


@dataclass(frozen=True, slots=True)
class _Key:
    """One field of a table: its type, the words it may be, its limits."""

    name: str
    type: type
    choices: tuple[str, ...]
    limit: Limit | None
    required: bool


def build_config(document: Mapping[str, Any]) -> Config:
    """The configuration of a document; raises Wrong at the first key that cannot be used."""
    rest = dict(document)
    _check_format(rest.pop("format", FORMAT))
    keys = {key.name: key for key in _keys(Config) if key.name not in {"lanes", "pays"}}
    _check_names((), rest, [*keys, "lane", "pay"], also=("format",))
    lanes = _several("lane", rest.pop("lane", []), LaneConfig, MAX_LANES)
    pays = _several("pay", rest.pop("pay", []), PayConfig, MAX_PAYS)
    tables: dict[str, Any] = {name: _table((name,), keys[name].type, value) for name, value in rest.items()}
    config = Config(lanes=lanes, pays=pays, **tables)
    if (clash := first_clash(config)) is not None:
        raise Wrong(*clash)
    return config


def _check_format(value: object) -> None:
    if type(value) is not int or value != FORMAT:
        raise Wrong(("format",), f"format: expected {FORMAT}, found {_shown(value)}")


Listed = TypeVar("Listed", LaneConfig, PayConfig)


def _several(name: str, value: object, kind: type[Listed], most: int) -> tuple[Listed, ...]:
    """The tables headed ``[[name]]``, each with an id of its own."""
    if not isinstance(value, list):
        raise Wrong((name,), f"{name}: expected tables headed [[{name}]], found {_type_of(value)}")
    if len(value) > most:
        raise Wrong((name, most), f"{name}: expected at most {most} {name}s, found {len(value)}")
    built = [_table((name, index), kind, table) for index, table in enumerate(value)]
    seen: set[str] = set()
    for index, one in enumerate(built):
        if one.id in seen:
            raise Wrong((name, index, "id"), f'{name}.id: "{one.id}" is the id of an earlier {name} too')
        seen.add(one.id)
    return tuple(built)


def _table(path: KeyPath, kind: type[T], value: object) -> T:
    """A dataclass of that kind from a TOML table."""
    if not isinstance(value, dict):
        raise Wrong(path, f"{_dotted(path)}: expected a table, found {_type_of(value)}")
    keys = {key.name: key for key in _keys(kind)}
    _check_names(path, value, list(keys))
    for key in keys.values():
        if key.required and key.name not in value:
            raise Wrong(path, f"{_dotted(path)}: {key.name} is missing, expected {_expected(key)}")
    built = kind(**{name: _value((*path, name), keys[name], given) for name, given in value.items()})
    _check_needs(path, built)
    return built


def _value(path: KeyPath, key: _Key, given: object) -> object:
    if hasattr(key.type, "__dataclass_fields__"):
        return _table(path, key.type, given)
    if isinstance(key.limit, Shape | Shapes | FormatNames):
        return _drawn(path, key.limit, given)
    accepted = {float, int} if key.type is float else {key.type}
    if type(given) not in accepted or not _is_within(key, given):
        raise Wrong(path, f"{_dotted(path)}: expected {_expected(key)}, found {_shown(given)}")
    return float(given) if isinstance(given, int) and key.type is float else given


def _drawn(path: KeyPath, limit: Shape | Shapes | FormatNames, given: object) -> object:
    try:
        return limit.build(given)
    except NotDrawn as wrong:
        raise Wrong((*path, *wrong.place), f"{_dotted(path)}: {wrong.problem}") from wrong


def _is_within(key: _Key, given: object) -> bool:
    if key.choices:
        return given in key.choices
    return key.limit is None or key.limit.allows(given)


def _check_names(
    path: KeyPath, table: Mapping[str, Any], known: list[str], also: tuple[str, ...] = ()
) -> None:
    for name in table:
        if name not in known:
            near = get_close_matches(name, [*known, *also], n=1)
            hint = f'did you mean "{near[0]}"?' if near else f"expected one of {', '.join(known)}"
            where = f" in {_dotted(path)}" if path else ""
            raise Wrong((*path, name), f'unknown key "{name}"{where}; {hint}')


def _check_needs(path: KeyPath, built: object) -> None:
    """What the chosen kind of device cannot do without."""
    kind = getattr(built, "kind", "")
    for name in getattr(built, "NEEDS", {}).get(kind, ()):
        if getattr(built, name) in (None, ""):
            key = next(key for key in _keys(type(built)) if key.name == name)
            problem = f'{_dotted(path)}: {name} is missing, expected {_expected(key)} for kind "{kind}"'
            raise Wrong((*path, name), problem)


def _keys(kind: type) -> tuple[_Key, ...]:
    hints = get_type_hints(kind, include_extras=True)
    return tuple(
        _key(
            each.name, hints[each.name], required=each.default is MISSING and each.default_factory is MISSING
        )
        for each in fields(kind)
    )


def _key(name: str, hint: Any, *, required: bool) -> _Key:
    parts = list(_parts(hint))
    limit = next((part for part in parts if not isinstance(part, type | str)), None)
    choices = tuple(part for part in parts if isinstance(part, str))
    plain = next((part for part in parts if isinstance(part, type)), str)
    return _Key(name, plain, choices, limit, required)


def _parts(hint: Any) -> Iterator[Any]:
    """The type, the words and the limits that a field's annotation is made of."""
    origin = get_origin(hint)
    if origin in {Annotated, Union, UnionType, Literal}:
        for part in get_args(hint):
            yield from _parts(part)
    elif origin is None and hint is not NoneType:
        yield hint


def _expected(key: _Key) -> str:
    if key.choices:
        return " or ".join(f'"{choice}"' for choice in key.choices)
    words = _TYPE_WORDS.get(key.type, "a table")
    return words if key.limit is None else f"{words}, {key.limit.expected}"


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f'"{value[:40]}…"' if len(value) > 40 else f'"{value}"'
    if isinstance(value, int) and abs(value) > LARGEST_SHOWN:
        return "a far larger number"
    return _type_of(value) if isinstance(value, dict | list) else str(value).lower()


def _type_of(value: object) -> str:
    return _TYPE_WORDS.get(type(value), "a date or time")


def _dotted(path: KeyPath) -> str:
    return ".".join(str(part) for part in path if isinstance(part, str))
