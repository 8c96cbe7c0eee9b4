"""This machine's clock by the servers that it follows."""

from __future__ import annotations

from pathlib import Path

from console.cli.checkup.finding import State
from console.cli.checkup.sntp import TimeAnswer
from console.cli.checkup.time_servers import check_clock_by_server, configured_servers
from core.domain.errors import LinkError


def ahead_by(seconds: float) -> TimeAnswer:
    return TimeAnswer(seconds, 0.02)


def test_a_clock_that_agrees_is_well_with_its_offset_shown() -> None:
    finding = check_clock_by_server(["ntp.lot"], lambda _host: ahead_by(-0.0421))

    assert finding.state is State.OK
    assert finding.said == "0.042 s ahead of ntp.lot"


def test_a_clock_that_is_minutes_off_is_trouble_with_what_mends_it() -> None:
    finding = check_clock_by_server(["ntp.lot"], lambda _host: ahead_by(181.0))

    assert finding.state is State.TROUBLE
    assert finding.said == "181.000 s behind ntp.lot"
    assert "timedatectl set-ntp true" in finding.next_step


def test_the_next_server_is_asked_where_one_is_silent_and_at_most_three() -> None:
    asked = []

    def ask(host: str) -> TimeAnswer:
        asked.append(host)
        raise LinkError("link.no_answer", detail=f"{host}: no answer")

    finding = check_clock_by_server(["a", "b", "c", "d"], ask)
    assert asked == ["a", "b", "c"]
    assert finding.state is State.SKIPPED
    assert "b: no answer" in finding.said


def test_a_machine_that_was_told_of_no_server_asks_the_usual_one() -> None:
    assert check_clock_by_server([], lambda _host: ahead_by(0)).said == "0.000 s ahead of pool.ntp.org"


def test_servers_are_those_of_chrony_and_of_timesyncd(tmp_path: Path) -> None:
    (tmp_path / "etc/chrony").mkdir(parents=True)
    (tmp_path / "etc/chrony/chrony.conf").write_text(
        "# server not.this.one\npool 2.debian.pool.ntp.org iburst\nserver 10.0.0.1 prefer\nserverless x\n"
    )
    (tmp_path / "etc/systemd").mkdir(parents=True)
    (tmp_path / "etc/systemd/timesyncd.conf").write_text("[Time]\n#NTP=no.org\nNTP=time.lot 10.0.0.1\n")

    assert configured_servers(tmp_path) == ["2.debian.pool.ntp.org", "10.0.0.1", "time.lot"]


def test_files_that_hold_rubbish_name_nobody(tmp_path: Path) -> None:
    (tmp_path / "etc").mkdir()
    (tmp_path / "etc/chrony.conf").write_bytes(b"\xff\x00server\n" * 100)
    (tmp_path / "etc/ntp.conf").mkdir()

    assert configured_servers(tmp_path) == []
