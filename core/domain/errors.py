"""Everything that can go wrong, as one tree.

    LotkeeperError
    ├── OperatorError      a person may read it: a reason code, its figures, and a next step in words
    │   ├── NotAllowed     the person's roles do not hold the right
    │   ├── Refused        a rule of the lot says no (no shift open, amount too small, stay already paid)
    │   │   └── NotedRefusal   and the attempt is written down
    │   └── BadInput       what was typed or handed in cannot be used
    ├── DeviceError        a device did not do what it was asked; it may be asked again
    ├── StoreError         the store could not keep or find something (disk full, file damaged)
    ├── LinkError          another console or the shared database did not answer, or refused
    └── ConfigError        a configuration file cannot be used; carries file and line

Anything else that is raised is a bug and goes to the one crash hook.
"""

from __future__ import annotations

from pathlib import Path


class LotkeeperError(Exception):
    """Root of the errors that Lotkeeper expects."""


class OperatorError(LotkeeperError):
    """Something a person can read and act on.

    ``code`` names the reason (``"payment.too_small"``); the words for it, and the next step, are in
    ``console.words``. ``facts`` are the figures that belong into the sentence.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        figures = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code} ({figures})" if figures else self.code


class NotAllowed(OperatorError):
    """The person may not do this; ``facts["right"]`` names the missing right."""


class Refused(OperatorError):
    """A rule of the lot says no."""


class NotedRefusal(Refused):
    """Refused, and the attempt is written down: a row of them would tell what is hidden.

    ``facts["who"]`` tried it, by ``facts["right"]``.
    """


class BadInput(OperatorError):
    """What was typed or handed in cannot be used."""


class DeviceError(LotkeeperError):
    """A device failed; ``cause`` is a reason code such as ``"barrier.no_answer"``.

    ``unknown`` is true where the device may have acted all the same, so that nothing may be repeated.
    """

    def __init__(self, cause: str, *, detail: str = "", unknown: bool = False) -> None:
        super().__init__(f"{cause}: {detail}" if detail else cause)
        self.cause = cause
        self.detail = detail
        self.unknown = unknown


class StoreError(LotkeeperError):
    """The store failed; ``cause`` is a reason code: ``"store.disk_full"``, ``"store.not_a_database"``, …"""

    def __init__(self, cause: str, *, detail: str = "") -> None:
        super().__init__(f"{cause}: {detail}" if detail else cause)
        self.cause = cause
        self.detail = detail


class LinkError(LotkeeperError):
    """The far side of a link did not answer, refused, or sent what cannot be taken.

    ``cause`` is a reason code: ``"link.no_answer"``, ``"link.revoked"``, ``"chain.fork"``, …
    """

    def __init__(self, cause: str, *, detail: str = "") -> None:
        super().__init__(f"{cause}: {detail}" if detail else cause)
        self.cause = cause
        self.detail = detail


class ConfigError(LotkeeperError):
    """A configuration file cannot be used: says which file, which line, and what was expected."""

    def __init__(self, file: Path, line: int | None, problem: str) -> None:
        where = f"{file}:{line}" if line is not None else str(file)
        super().__init__(f"{where}: {problem}")
        self.file = file
        self.line = line
        self.problem = problem
