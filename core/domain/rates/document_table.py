"""One table of a rate plan's document, read key by key; what is wrong is said with the key's place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import TypeVar

from core.domain.errors import BadInput
from core.domain.rates.document_times import NotTime, seconds_of

Path = tuple[str | int, ...]
T = TypeVar("T")
D = TypeVar("D")

LONGEST_NAME = 120
MOST_NAMES = 100
HIGHEST_PRICE = Decimal(1_000_000_000)
MOST_DECIMALS = 9
_LONGEST_NUMBER = 40
_LONGEST_SHOWN = 60


class PlanError(BadInput):
    """A document is no rate plan: ``path`` leads to the key, ``problem`` says in English what was expected.

    The facts hold both, and ``place``: the path as it is written (``rates[0].charges[1].from``).
    """

    def __init__(self, path: Path, problem: str) -> None:
        self.path = path
        self.place = place_of(path)
        self.problem = problem
        super().__init__("rates.unreadable", path=path, place=self.place, problem=problem)


def place_of(path: Path) -> str:
    """The path as people write it; empty for the document as a whole."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).removeprefix(".")


def shown(value: object) -> str:
    """A value as it stands in a sentence about it, cut to a line."""
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) >= 10**_LONGEST_NUMBER:
        return "a number of very many digits"
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def meant(word: str, known: Collection[str]) -> str:
    """The known word that is nearest, as a question, or what is known."""
    by_lower = {each.lower(): each for each in known}
    near = get_close_matches(word[:LONGEST_NAME].lower(), by_lower, n=1)
    return f'did you mean "{by_lower[near[0]]}"?' if near else f"expected {one_of(known)}"


def one_of(words: Collection[str]) -> str:
    """The words in a sentence: one of "a", "b" or "c"."""
    quoted = [f'"{word}"' for word in words]
    return f"one of {', '.join(quoted[:-1])} or {quoted[-1]}" if len(quoted) > 1 else "".join(quoted)


class Table:
    """The values of one table; unknown keys are refused when it is opened.

    ``exponent`` is how many decimals the plan's currency has: prices are read in its major units.
    """

    def __init__(
        self, values: object, path: Path, known: Sequence[str], *, exponent: int = 0, form: str = ""
    ) -> None:
        if not isinstance(values, Mapping):
            example = f", as {form}" if form else ""
            raise PlanError(path, f"expected a table of keys{example}, found {shown(values)}")
        for key in values:
            if not isinstance(key, str) or key not in known:
                raise PlanError((*path, str(key)), f'unknown key "{str(key)[:40]}"; {meant(str(key), known)}')
        self.values: Mapping[str, object] = values
        self.path = path
        self.exponent = exponent

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def fault(self, key: str, problem: str) -> PlanError:
        """The error about one of the keys, to be raised."""
        return PlanError((*self.path, key), problem)

    def text(self, key: str, default: str | None = None, *, longest: int = LONGEST_NAME) -> str:
        """A name or another short text on one line; missing only with a default."""
        value = self._value(key, default)
        expected = f"expected a text of 1 to {longest} characters in quotes"
        if not isinstance(value, str):
            raise self.fault(key, f"{expected}, found {shown(value)}")
        if key in self.values and (not value.strip() or len(value) > longest or not value.isprintable()):
            raise self.fault(key, f"{expected} on one line, found {shown(value)}")
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.fault(key, f"expected true or false, found {shown(value)}")
        return value

    def choice(self, key: str, words: Mapping[str, T], default: T) -> T:
        """What one of the words stands for."""
        if key not in self.values:
            return default
        value = self.values[key]
        if not isinstance(value, str):
            raise self.fault(key, f"expected {one_of(words)}, found {shown(value)}")
        if value not in words:
            raise self.fault(key, f"{shown(value)} is none of its words; {meant(value, words)}")
        return words[value]

    def whole(self, key: str, default: int, *, least: int, most: int) -> int:
        """A whole number within its limits."""
        value = self.values.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise self.fault(key, f"expected a whole number from {least} to {most}, found {shown(value)}")
        return value

    def read(self, key: str, reader: Callable[[object], T], default: D) -> T | D:
        """What the reader makes of the value (a time of any kind); it raises NotTime."""
        if key not in self.values:
            return default
        try:
            return reader(self.values[key])
        except NotTime as error:
            raise self.fault(key, f"{error}, found {shown(self.values[key])}") from error

    def seconds(self, key: str) -> int | None:
        """A length of time in seconds; None where the key is missing."""
        return self.read(key, seconds_of, None)

    def number(self, key: str, *, least: Decimal = Decimal(0), most: Decimal = HIGHEST_PRICE) -> Decimal:
        """An exact decimal number that must be there; a float counts as the digits it is written with."""
        value = self._value(key, None)
        number = decimal_of(value)
        if number is None:
            raise self.fault(key, f"expected a decimal number like 2.50, found {shown(value)}")
        if not least <= number <= most:
            raise self.fault(key, f"expected a number from {least} to {most:f}, found {shown(value)}")
        kept = round(number, MOST_DECIMALS)
        if kept != number:
            raise self.fault(key, f"expected at most {MOST_DECIMALS} decimals, found {shown(value)}")
        return Decimal(int(kept)) if kept == int(kept) else kept.normalize()

    def price(self, key: str) -> Decimal:
        """A price that must be there, in minor units and fractions of them."""
        minor = self.number(key).scaleb(self.exponent)
        return Decimal(int(minor)) if minor == int(minor) else minor

    def opened(self, key: str, known: Sequence[str], *, form: str = "") -> Table | None:
        """The table under the key; None where the key is missing."""
        if key not in self.values:
            return None
        return Table(self.values[key], (*self.path, key), known, exponent=self.exponent, form=form)

    def tables(self, key: str, known: Sequence[str], *, most: int, form: str = "") -> Iterator[Table]:
        """The tables of the list under the key, one by one; none where the key is missing."""
        value = self.values.get(key, ())
        if not isinstance(value, list | tuple):
            expected = f"expected a list of tables{f', as {form}' if form else ''}"
            raise self.fault(key, f"{expected}, found {shown(value)}")
        if len(value) > most:
            raise self.fault(key, f"expected at most {most} of them, found {len(value)}")
        for index, each in enumerate(value):
            yield Table(each, (*self.path, key, index), known, exponent=self.exponent, form=form)

    def names(
        self, key: str, default: Sequence[str] = (), *, known: Collection[str] | None = None
    ) -> list[str]:
        """A list of names, each once; a text alone counts as a list of one."""
        if key not in self.values:
            return list(default)
        value = self.values[key]
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list | tuple) or not 1 <= len(listed) <= MOST_NAMES:
            raise self.fault(key, f"expected a list of 1 to {MOST_NAMES} names, found {shown(value)}")
        names: list[str] = []
        for index, name in enumerate(listed):
            where = (*self.path, key, index) if listed is value else (*self.path, key)
            names.append(_name(name, where, names, known))
        return names

    def _value(self, key: str, default: object) -> object:
        value = self.values.get(key, default)
        if value is None:
            raise self.fault(key, f'"{key}" is missing' if key not in self.values else "expected a value")
        return value


def decimal_of(value: object) -> Decimal | None:
    """An exact number from a Decimal, a whole number, or the digits of a text or a float; None otherwise."""
    if isinstance(value, bool) or not isinstance(value, Decimal | int | float | str):
        return None
    if isinstance(value, int) and abs(value) >= 10**_LONGEST_NUMBER:
        return Decimal(10) ** _LONGEST_NUMBER
    text = repr(value) if isinstance(value, float) else str(value)
    if isinstance(value, str) and not _is_plain(text):
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _is_plain(text: str) -> bool:
    whole, _, decimals = text.removeprefix("-").partition(".")
    digits = whole + decimals
    return len(text) <= _LONGEST_NUMBER and bool(whole) and digits.isascii() and digits.isdigit()


def _name(name: object, where: Path, before: Sequence[str], known: Collection[str] | None) -> str:
    if not isinstance(name, str) or not name.strip() or len(name) > LONGEST_NAME or not name.isprintable():
        raise PlanError(where, f"expected a name of 1 to {LONGEST_NAME} characters, found {shown(name)}")
    if name in before:
        raise PlanError(where, f"{shown(name)} is listed twice")
    if known is not None and name not in known:
        raise PlanError(where, f"there is nothing named {shown(name)}; {meant(name, known)}")
    return name
