"""Folds many subjects, and tells those apart of which nothing can be made."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from core.domain.journal import Subject
from core.store.no_sense import FOLD_ERRORS, is_no_sense
from core.store.projections import project_all

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Unfolded:
    """A subject of whose entries nothing can be made, and why."""

    subject: Subject
    why: str

    def __str__(self) -> str:
        return f"{self.subject.kind} {self.subject.subject_id}: {self.why}"


def fold_all(connection: Connection, lot_id: str, subjects: Iterable[Subject]) -> list[Unfolded]:
    """Fold the subjects at once, one by one where that fails, so that only what is damaged stays behind.

    To be called in a transaction; what the database itself does not do is raised as it is.
    """
    wanted = list(dict.fromkeys(subjects))
    try:
        with connection.begin_nested():
            project_all(connection, lot_id, wanted)
    except FOLD_ERRORS as error:
        if not is_no_sense(error):
            raise
    else:
        return []
    each = (_fold_one(connection, lot_id, subject) for subject in wanted)
    return [unfolded for unfolded in each if unfolded is not None]


def _fold_one(connection: Connection, lot_id: str, subject: Subject) -> Unfolded | None:
    try:
        with connection.begin_nested():
            project_all(connection, lot_id, [subject])
    except FOLD_ERRORS as error:
        if not is_no_sense(error):
            raise
        log.warning("nothing could be made of %s %s: %r", subject.kind, subject.subject_id, error)
        return Unfolded(subject, repr(error))
    return None
