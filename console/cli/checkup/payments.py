"""Whether each account that takes money answers and knows us; nothing is taken to find that out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from console.cli.checkup.asking import Question
from console.cli.checkup.finding import Finding, ok, skipped, trouble
from console.paying.gateways import ask_account
from console.runtime.clock import SystemClock
from core.config import Config, PayConfig
from core.domain.errors import DeviceError

_SET_IT_RIGHT: Final = "correct it under Settings, Payments, and ask the account there"
_SAID: Final = {
    "gateway.no_answer": ("does not answer", "look at the internet connection; cash works meanwhile"),
    "gateway.login_refused": ("does not accept the secret", _SET_IT_RIGHT),
    "gateway.no_secret": ("has no secret", "set it, or the environment variable that it names"),
    "gateway.bad_address": ("has an address that cannot be used", _SET_IT_RIGHT),
    "gateway.reader_unknown": ("does not know the card reader", _SET_IT_RIGHT),
}


def accounts(config: Config) -> Iterator[Question]:
    """What asks each account of the configuration."""
    for pay in config.pays:
        yield Question(
            f"payment account {pay.id}",
            lambda subject, pay=pay: _ask(subject, pay, config),  # type: ignore[misc]
        )


def _ask(subject: str, pay: PayConfig, config: Config) -> Finding:
    try:
        answer = ask_account(pay, config.notices, SystemClock())
    except DeviceError as error:
        said, step = _SAID.get(error.cause, (f"answers with trouble ({error.cause})", _SET_IT_RIGHT))
        return trouble(subject, f"{pay.kind} {said}", step)
    if answer is None:
        return skipped(subject, f"{pay.kind} is asked nothing")
    if answer.is_clock_wrong:
        ahead = f"{pay.kind} answers; its time is {-(answer.clock_ahead_s or 0):+.0f} s from this machine's"
        return trouble(subject, ahead, "set this machine's clock: notices and keys depend on it")
    if answer.reader not in {"", "online"}:
        step = "look at the reader's power and network"
        return trouble(subject, f"{pay.kind} answers; the card reader is {answer.reader}", step)
    mode = {True: ", in test mode", False: ", for real money", None: ""}[answer.is_test]
    return ok(subject, f"{pay.kind} answers and knows us{mode}")
