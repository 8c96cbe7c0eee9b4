"""What no fault of a line may ever do to a gate, judged by the physical truth and by the journal."""

from __future__ import annotations

from core.store.verify import verify_file
from tests.faults.devices.whole_lane import WholeLane
from tests.faults.invariants import NONE, judge, rows_at

# A command is worth nothing after 3 s; the rest is what a board and a wire take to act on what was sent.
LONGEST_NS = 3_700_000_000
# A commit is noted a little after it: the pulse may be quicker.
SKEW_NS = 50_000_000
_OUTCOMES = {"gate.acknowledged", "gate.failed", "gate.unknown", "gate.too_late"}


def gate_breaches(lane: WholeLane) -> list[str]:
    """Pulses for nobody, pulses nobody commanded, and pulses that came too late; none where all is well."""
    found = []
    free = list(lane.commands)
    for at_ns in lane.ground.pulses_ns():
        command = next((one for one in free if 0 <= at_ns - one[1] + SKEW_NS <= LONGEST_NS), None)
        if command is not None:
            free.remove(command)
            lane.ledger.tell("pulses", command[0])
        else:
            found.append(f"a pulse at {at_ns} that no command explains{_late(lane, at_ns)}")
        if not _for_somebody(lane, at_ns, command):
            found.append(f"a pulse at {at_ns} with nobody there")
    return found


def _for_somebody(lane: WholeLane, at_ns: int, command: tuple[str, int] | None) -> bool:
    """Whether a car stood there; or did at the command, of which this is still the one exchange."""
    if any(visit.was_there(at_ns) for visit in lane.ground.visits):
        return True
    if command is None or at_ns - command[1] > lane.ground.exchange_ns:
        return False
    return any(visit.was_there(command[1]) for visit in lane.ground.visits)


def _late(lane: WholeLane, at_ns: int) -> str:
    before = [one[1] for one in lane.commands if one[1] <= at_ns + SKEW_NS]
    return f", {(at_ns - before[-1]) / 1e9:.2f} s after the last command" if before else ""


def assert_all_is_well(lane: WholeLane) -> None:
    """The gate's own rules, the five invariants of the journal, and an outcome for every command."""
    breaches = gate_breaches(lane)
    assert not breaches, "\n".join([*breaches, *lane.story()])
    judged = judge([lane.ledger], [lane.database], capacity=500)
    assert judged == NONE, judged
    problems = verify_file(lane.database).problems
    assert problems == (), problems
    rows = rows_at(lane.database)
    commanded = {str(row.payload["command_id"]) for row in rows if row.kind == "gate.commanded"}
    ended = {str(row.payload["command_id"]) for row in rows if row.kind in _OUTCOMES}
    assert commanded - ended == set()
    _never_a_false_opened(lane)


def _never_a_false_opened(lane: WholeLane) -> None:
    """As many acknowledged openings as the contact really closed, or fewer."""
    acknowledged = [row for row in rows_at(lane.database) if row.kind == "gate.acknowledged"]
    assert len(acknowledged) <= len(lane.ground.pulses_ns())
