"""``python -m tests.bench.starting_window console|bare DATA MODULES STAMP``: says when its window stands.

As little as possible is imported before the clock's first reading matters: the console's own start is
what is measured, and the bare window imports the console's modules by name.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from time import monotonic_ns

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

# The screen that the console begins with once its lot is set up: of use as soon as its names are there.
FIRST_SCREEN, NAMES = "SignOnScreen", "PersonList"
LOOK_EVERY_MS = 1
GIVE_UP_MS = 30_000


class FirstPaint(QObject):
    """Waits for the first paint of a widget of that class, then until it is of use and the loop turns."""

    def __init__(self, application: QApplication, class_name: str, stamp: Path, modules: Path | None) -> None:
        super().__init__()
        self._application = application
        self._class_name = class_name
        self._stamp = stamp
        self._modules = modules
        self._seen = False
        self._screen: QObject = self
        application.installEventFilter(self)
        QTimer.singleShot(GIVE_UP_MS, self, lambda: application.exit(1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        painted = event.type() == QEvent.Type.Paint and type(watched).__name__ == self._class_name
        if painted and not self._seen:
            self._seen, self._screen = True, watched
            QTimer.singleShot(0, self, self._on_next_turn)
        return False

    def _on_next_turn(self) -> None:
        names = [child for child in self._screen.findChildren(QObject) if type(child).__name__ == NAMES]
        if self._class_name == FIRST_SCREEN and not any(child.property("count") for child in names):
            QTimer.singleShot(LOOK_EVERY_MS, self, self._on_next_turn)
            return
        self._stamp.write_text(str(monotonic_ns()))
        if self._modules is not None:
            self._modules.write_text(json.dumps(sorted(sys.modules)))
        for window in self._application.topLevelWidgets():
            window.close()
        self._application.quit()


class BareLabel(QLabel):
    """The bare window; a class of its own so that its paint is told from any other."""


def main() -> None:
    """Open the window asked for, report, and end."""
    role, data, modules, stamp = sys.argv[1], *map(Path, sys.argv[2:5])
    stamp.unlink(missing_ok=True)
    if role == "console":
        application = QApplication(sys.argv[:1])
        waiting = FirstPaint(application, FIRST_SCREEN, stamp, modules)
        program = import_module("console.cli")
        program.main(["--data", str(data)])
    else:
        for name in json.loads(modules.read_text()):
            _import(name)
        application = QApplication(sys.argv[:1])
        waiting = FirstPaint(application, BareLabel.__name__, stamp, None)
        window: QWidget = BareLabel("bare")
        window.resize(1440, 900)
        window.show()
        application.exec()
    del waiting
    if not stamp.exists():
        sys.exit("the window never stood there")


def _import(name: str) -> None:
    """Names in ``sys.modules`` need not all be modules that can be imported by that name."""
    if name.startswith(("__main__", "tests.")):
        return
    try:
        import_module(name)
    except ImportError:
        return


if __name__ == "__main__":
    main()
