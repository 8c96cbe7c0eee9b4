"""The pinned Qt binding survives many calls: 6.12.0 lost a reference to None with each and then aborted."""

import os
import subprocess
import sys

_CALLS = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
for turn in range(20_000):
    label.setText("entry")
print(label.text())
"""


def test_twenty_thousand_calls_without_a_result_do_not_end_the_process() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CALLS],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "entry"), done.stderr
