"""``lotkeeper rates quote --batch``: stays line by line, each answered in its place as it is read."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from decimal import Decimal
from pathlib import Path
from typing import IO, NoReturn

from console.cli.rates_answer import error_document, quote_document
from console.cli.rates_bill import short_line
from console.cli.rates_plan import PlanInUse
from console.cli.rates_stay import Stay, span_of
from core.domain.errors import BadInput, ConfigError, OperatorError
from core.domain.rates.quote import Quote

DONE, SOME_FAILED = 0, 1
STANDARD_INPUT = "-"
LONGEST_LINE_BYTES = 1_000_000


def run_batch(args: argparse.Namespace, plan: PlanInUse) -> int:
    """Answer each line; 1 where some could not be priced."""
    is_broken, number = False, 0
    with _opened(args.batch) as file:
        for number, line in _lines(file):
            identity: object = None
            try:
                stay = _stay(line)
                identity = stay.get("id")
                quote = plan.quote(span_of(stay, plan.zone))
            except OperatorError as error:
                is_broken = True
                _say_error(args, number, identity, error)
            else:
                _say_quote(args, number, identity, quote, plan)
            sys.stdout.flush()
    if not number:
        print(f"{args.batch}: no stays in it", file=sys.stderr)
    return SOME_FAILED if is_broken else DONE


def _opened(name: str) -> nullcontext[IO[bytes]] | IO[bytes]:
    if name == STANDARD_INPUT:
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(name).open("rb")
    except (OSError, ValueError) as error:
        problem = (error.strerror if isinstance(error, OSError) else None) or "no such file"
        raise ConfigError(Path(name), None, problem) from error


def _lines(file: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers, blank ones left out; None for one that is too long."""
    number = 0
    while line := file.readline(LONGEST_LINE_BYTES + 1):
        number += 1
        if len(line) > LONGEST_LINE_BYTES:
            while line and not line.endswith(b"\n"):
                line = file.readline(LONGEST_LINE_BYTES)
            yield number, None
        elif line.strip():
            yield number, line


def _stay(line: bytes | None) -> Stay:
    if line is None:
        raise BadInput("given.too_long", most_bytes=LONGEST_LINE_BYTES)
    try:
        stay = json.loads(
            line.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_refuse, object_pairs_hook=_once
        )
    except (ValueError, RecursionError) as error:
        problem = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise BadInput("given.not_json", problem=problem) from error
    if not isinstance(stay, dict):
        raise BadInput("given.no_object")
    return stay


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """The object, if no key stands twice in it: which of the two was meant is not known."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found


def _say_quote(
    args: argparse.Namespace, number: int, identity: object, quote: Quote, plan: PlanInUse
) -> None:
    if args.json:
        print(_json({"line": number} | _named(identity) | quote_document(quote, plan.plan)))
    else:
        print(f"{number}: {short_line(quote, plan.plan)}")


def _say_error(args: argparse.Namespace, number: int, identity: object, error: OperatorError) -> None:
    document = error_document(error)
    if args.json:
        print(_json({"line": number} | _named(identity) | {"error": document}))
    else:
        print(f"{number}: not priced: {document['message']}")


def _named(identity: object) -> dict[str, object]:
    return {} if identity is None else {"id": identity}


def _json(document: dict[str, object]) -> str:
    return json.dumps(document, default=str)
