"""What ``lotkeeper rates quote`` does: one stay from the options, or a file of stays."""

from __future__ import annotations

import argparse
import json
from decimal import Decimal, InvalidOperation

from console.cli.rates_answer import error_document, quote_document
from console.cli.rates_batch import run_batch
from console.cli.rates_bill import bill_lines
from console.cli.rates_plan import PlanInUse
from console.cli.rates_stay import span_of
from core.domain.errors import BadInput, OperatorError
from core.domain.money import parse_minor
from core.domain.rates.facts import CreditKind
from core.domain.rates.plan import DEFAULT_CLASS

DONE = 0
# Options that say something of one stay; a batch says it in its lines.
_OF_ONE_STAY = (
    "entry", "exit", "vehicle_class", "holiday", "lost_ticket", "validation", "loyalty", "tag",
    "prior_minutes", "visit", "free_used", "prepaid", "booked_until", "covered", "quantity",
)  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Print the price; BadInput and ConfigError where there is none."""
    plan = PlanInUse(args.plan)
    if args.batch is not None:
        given = next((name for name in _OF_ONE_STAY if getattr(args, name) not in (None, False, [])), None)
        if given is not None:
            raise BadInput("given.beside_batch", option=_option(given))
        return run_batch(args, plan)
    try:
        quote = plan.quote(span_of(_stay(args, plan.plan.currency), plan.zone))
    except OperatorError as error:
        if args.json:
            print(json.dumps({"error": error_document(error)}))
        raise
    if args.json:
        print(json.dumps(quote_document(quote, plan.plan)))
    else:
        print("\n".join(bill_lines(quote, plan.plan, args.vehicle_class or DEFAULT_CLASS)))
    return DONE


def _option(name: str) -> str:
    return "--class" if name == "vehicle_class" else f"--{name.replace('_', '-')}"


def _stay(args: argparse.Namespace, currency: str) -> dict[str, object]:
    """The stay of the options, in the form of a line of a batch."""
    return {
        "entry": args.entry,
        "exit": args.exit,
        "class": args.vehicle_class,
        "holidays": args.holiday,
        "lost_ticket": args.lost_ticket,
        "validations": [_validation(text, currency) for text in args.validation],
        "loyalty": args.loyalty,
        "tags": args.tag,
        "prior_minutes": args.prior_minutes,
        "visits": [_span("--visit", text) for text in args.visit],
        "free_used": args.free_used,
        "prepaid_minor": None if args.prepaid is None else _minor("--prepaid", args.prepaid, currency),
        "booked_until": args.booked_until,
        "covered": [_span("--covered", text) for text in args.covered],
        "quantities": dict(_quantity(text) for text in args.quantity),
    }


def _validation(text: str, currency: str) -> dict[str, object]:
    """``time:120``, ``amount:1.50``, ``percent:50`` or ``rate:NAME``, with ``@ID`` where it has one.

    Without one its own text tells it from the others, so that the same discount given twice is seen.
    """
    given, _, identity = text.partition("@")
    kind, colon, value = given.partition(":")
    if not colon or kind not in {kind.value for kind in CreditKind}:
        expected = "time:MINUTES, amount:1.50, percent:50 or rate:NAME"
        raise BadInput("given.unfit", key="--validation", value=text, expected=expected)
    found: dict[str, object] = {"kind": kind, "id": identity or given}
    if kind == CreditKind.RATE:
        return found | {"rate": value}
    if kind == CreditKind.AMOUNT:
        return found | {"value": _minor("--validation", value, currency)}
    number = _decimal("--validation", value)
    is_whole = kind == CreditKind.TIME and number == number.to_integral_value()
    return found | {"value": int(number) if is_whole else number}


def _minor(option: str, text: str, currency: str) -> int:
    minor = parse_minor(text, currency)
    if minor is None:
        raise BadInput("given.unfit", key=option, value=text, expected=f"an amount in {currency}")
    return minor


def _span(option: str, text: str) -> list[str]:
    start, slash, end = text.partition("/")
    if not slash:
        raise BadInput("given.unfit", key=option, value=text, expected="FROM/TO")
    return [start, end]


def _quantity(text: str) -> tuple[str, Decimal]:
    name, equals, number = text.partition("=")
    if not equals:
        raise BadInput("given.unfit", key="--quantity", value=text, expected="NAME=NUMBER, as kwh=12.5")
    return name, _decimal("--quantity", number)


def _decimal(option: str, text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > 20:
        raise BadInput("given.unfit", key=option, value=text, expected="a number")
    return number
