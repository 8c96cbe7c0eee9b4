"""Files that start Lotkeeper with the PC, read by systemd's own check."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from console.autostart import Autostart, quoted, start_files

# A folder that needs quoting, and a percent sign that systemd would fill in.
DATA = Path("/srv/our lot/100%u")


@pytest.mark.parametrize("what", list(Autostart))
def test_systemd_takes_the_unit_without_a_word(tmp_path: Path, what: Autostart) -> None:
    verify = shutil.which("systemd-analyze")
    assert verify is not None, "systemd-analyze is missing: install the package systemd"
    unit = start_files(what, DATA, home=tmp_path, system_units=tmp_path)[0]
    unit.path.parent.mkdir(parents=True, exist_ok=True)
    unit.path.write_text(unit.text)
    done = subprocess.run(
        [verify, "verify", "--man=no", str(unit.path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_lanes_are_started_anew_whatever_ends_them(tmp_path: Path) -> None:
    (lane,) = start_files(Autostart.LANE, DATA, home=tmp_path)

    assert lane.path == Path("/etc/systemd/system/lotkeeper-lane.service")
    lines = lane.text.splitlines()
    assert {"Type=notify", "Restart=always", "StartLimitIntervalSec=0", "KillMode=mixed"} <= set(lines)
    command = next(line for line in lines if line.startswith("ExecStart="))
    assert command.endswith('/lotkeeper" --data "/srv/our lot/100%%u" lane')
    assert Path(command.partition('"')[2].partition('"')[0]).is_file()


def test_the_booths_console_starts_on_any_desktop_and_comes_back_after_a_crash(tmp_path: Path) -> None:
    unit, desktop = start_files(Autostart.CONSOLE, DATA, home=tmp_path)

    assert "Restart=on-failure" in unit.text.splitlines()
    assert desktop.path == tmp_path / ".config/autostart/lotkeeper.desktop"
    assert "systemctl --user start lotkeeper.service" in desktop.text


def test_what_systemd_would_take_apart_is_quoted() -> None:
    assert quoted('a "b" $c %d \\e') == '"a \\"b\\" $$c %%d \\\\e"'
