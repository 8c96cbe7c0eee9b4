"""Cyclic garbage of tests with windows is collected on the main thread alone, as in the program itself.

On a worker thread a Qt object that hangs in a cycle would be destroyed there, and wait for ever for a lock of
Qt's that the screen's thread holds.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept_for_the_main_thread() -> Iterator[None]:
    """Nothing is collected meanwhile; what is due by then is, at the end, on this thread."""
    gc.disable()
    try:
        yield
    finally:
        limits = gc.get_threshold()
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > limits[generation]:
                gc.collect(generation)
                break


def leave_it_to_python() -> None:
    """For tests without windows: what windows left is collected first, here."""
    if not gc.isenabled():
        gc.collect()
        gc.enable()
