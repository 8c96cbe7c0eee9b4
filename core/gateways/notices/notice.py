"""A notice: somebody says that something became of a charge. It is never believed, only a reason to ask."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """``notice_id`` is the service's own, the same when it is sent again.

    ``key`` is the charge's, ``reference`` what the service calls it; either may be empty.
    """

    notice_id: str
    kind: str
    key: str = ""
    reference: str = ""


class NotOurs(Exception):
    """It is not from the service, or not for us; ``cause`` is a reason code."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause
