"""The program's log: one rotating file in the data folder."""

from __future__ import annotations

import logging
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path

LOG_BYTES = 2_000_000
LOG_FILES = 4
_FORM = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"
# Libraries that tell of every connection that fails; our own drivers say it once.
_TOO_LOUD = ("pymodbus", "pymodbus.logging", "PIL", "fontTools", "sqlalchemy.engine", "alembic")


def log_to(file: Path) -> Callable[[], None]:
    """Write the log into the file from now on; call what is returned to end that. OSError where it cannot."""
    handler = RotatingFileHandler(file, maxBytes=LOG_BYTES, backupCount=LOG_FILES, encoding="utf-8")
    handler.setFormatter(logging.Formatter(_FORM))
    root = logging.getLogger()
    # A library we import puts a handler to standard error there; a shell is told in our own words.
    for other in [one for one in root.handlers if type(one) is logging.StreamHandler]:
        root.removeHandler(other)
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    for name in _TOO_LOUD:
        logging.getLogger(name).setLevel(logging.CRITICAL)

    def end() -> None:
        root.removeHandler(handler)
        handler.close()

    return end
