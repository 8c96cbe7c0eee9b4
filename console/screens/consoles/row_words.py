"""What the page says of a console, column by column, and of what is wrong with it."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from console.formats import NOTHING, format_duration
from console.screens.consoles.gathering import ConsoleRow
from console.screens.form.sentences import in_sequence
from console.widgets.status import State
from console.words import say
from core.domain.lots import Lot
from core.services.malfunctions import Malfunction
from core.services.tasks import GATE_TASKS, HOLD_TASKS

tr = QCoreApplication.translate

_AWAY = frozenset({"malfunction.database_lost", "malfunction.hub_lost", "malfunction.duty"})
BYTES_IN_GB = 1e9


def role_words(row: ConsoleRow) -> str:
    """Hub, console, or revoked."""
    if row.is_revoked:
        return tr("Consoles", "revoked")
    return tr("Consoles", "hub") if row.is_hub else tr("Consoles", "console")


def name_words(row: ConsoleRow) -> str:
    """Its name; this one is marked."""
    return tr("Consoles", "{name} (this one)").format(name=row.name) if row.is_own else row.name


def state_of(row: ConsoleRow) -> State:
    """How it is, as a shape."""
    if row.report is None and not row.is_revoked:
        return State.UNKNOWN
    if not row.malfunctions:
        return State.QUIET if row.is_revoked else State.OK
    return State.ALARM if row.has_alarm else State.ATTENTION


def state_words(row: ConsoleRow) -> str:
    """How it is, in a word."""
    count = len(row.malfunctions)
    if row.report is None and not row.is_revoked:
        return tr("Consoles", "never heard") if count else tr("Consoles", "not heard yet")
    if not count:
        return NOTHING if row.is_revoked else tr("Consoles", "well")
    if count == 1:
        return tr("Consoles", "1 malfunction")
    return tr("Consoles", "{count} malfunctions").format(count=count)


def heard_words(row: ConsoleRow, now: datetime) -> str:
    """How long ago it was heard."""
    if row.heard_at is None:
        return NOTHING
    return tr("Consoles", "now") if row.is_own else age_words(row.heard_at, now)


def age_words(then: datetime, now: datetime) -> str:
    """How long ago as a length of time, to the second in the first two minutes."""
    seconds = max(0.0, (now - then).total_seconds())
    if seconds < 120:
        return tr("Consoles", "{seconds} s").format(seconds=int(seconds))
    return format_duration(timedelta(seconds=seconds))


def ago_words(then: datetime, now: datetime) -> str:
    """How long ago, said as such."""
    return tr("Consoles", "{duration} ago").format(duration=age_words(then, now))


def version_words(row: ConsoleRow) -> str:
    """The version of its program."""
    return (row.report.version if row.report is not None else "") or NOTHING


def behind_words(row: ConsoleRow) -> str:
    """How many records it lacks."""
    return NOTHING if row.report is None or row.is_revoked else str(row.behind)


def unsent_words(row: ConsoleRow) -> str:
    """How many of its records no other place holds yet."""
    if row.report is None or not row.report.is_shared:
        return NOTHING
    homes = [link for link in row.report.links if link.name in {"database", "hub", "consoles"}]
    used = [link.waiting.entries for link in homes if link.state.value != "not_used"]
    return str(min(used)) if used else NOTHING


def refused_words(row: ConsoleRow) -> str:
    """How many items it refused."""
    return NOTHING if row.report is None else str(row.report.refused)


def tasks_words(row: ConsoleRow) -> str:
    """How many tasks failed of late; where none did, how many wait."""
    if row.report is None:
        return NOTHING
    tasks = row.report.tasks
    if tasks.failed:
        return tr("Consoles", "{count} failed").format(count=tasks.failed)
    return str(tasks.waiting)


def disk_words(row: ConsoleRow) -> str:
    """What its disk has left."""
    free = None if row.report is None else row.report.disk_free_bytes
    return NOTHING if free is None else f"{free / BYTES_IN_GB:.0f} GB"


def backup_words(row: ConsoleRow, now: datetime) -> str:
    """How old its newest backup is."""
    newest = None if row.report is None else row.report.backup.newest_at
    return NOTHING if newest is None else age_words(newest, now)


def devices_words(row: ConsoleRow) -> str:
    """How many of its devices are well, of how many."""
    if row.report is None or not row.report.devices:
        return NOTHING
    devices = row.report.devices
    well = sum(device.health.value == "ok" for device in devices)
    return f"{well}/{len(devices)}"


def malfunction_words(found: Malfunction, lot: Lot | None, now: datetime) -> tuple[str, str]:
    """What is wrong with its reason, and the next step."""
    facts = dict(found.facts)
    if "device" in facts:
        facts["device"] = device_words(str(facts["device"]))
    if "kind" in facts:
        facts["kind"] = kind_words(str(facts["kind"]))
    if "task" in facts:
        facts["task"] = task_words(str(facts["task"]))
    if "duty" in facts:
        facts["duty"] = duty_words(str(facts["duty"]))
    said = say(found.code, facts, lot, now=now)
    reason = say(found.cause, {}, lot, now=now) if found.cause else None
    if reason is None:
        return said.text, said.step
    text = in_sequence(said.text, reason.text)
    if found.cause == "link.revoked":
        # No trying again helps.
        return text, reason.step
    if found.code in _AWAY and reason.step:
        # That cars go on is the one half; what there is to look at is the other.
        return text, in_sequence(said.step, reason.step)
    return text, said.step or reason.step


def device_words(kind: str) -> str:
    """What a device is called."""
    names = {
        "camera": tr("Consoles", "camera"),
        "rear_camera": tr("Consoles", "rear camera"),
        "barrier": tr("Consoles", "barrier"),
        "loops": tr("Consoles", "loops"),
        "recogniser": tr("Consoles", "plate reader"),
        "printer": tr("Consoles", "receipt printer"),
    }
    return names.get(kind, kind)


def kind_words(kind: str) -> str:
    """What a record is about; the machine's word where there is no better one."""
    names = {
        "stay.paid": tr("Consoles", "a payment"),
        "stay.admitted": tr("Consoles", "an entry"),
        "stay.entered": tr("Consoles", "an entry"),
        "stay.released": tr("Consoles", "an exit"),
        "stay.left": tr("Consoles", "an exit"),
        "shift.opened": tr("Consoles", "a shift"),
        "shift.closed": tr("Consoles", "a shift"),
        "rates.published": tr("Consoles", "a rate plan"),
    }
    return names.get(kind, kind)


def task_words(kind: str) -> str:
    """What a task does."""
    if kind.startswith(GATE_TASKS):
        return tr("Consoles", "open the gate of {lane}").format(lane=kind.removeprefix(GATE_TASKS))
    if kind.startswith(HOLD_TASKS):
        lane = kind.removeprefix(HOLD_TASKS)
        return tr("Consoles", "hold open or let go the gate of {lane}").format(lane=lane)
    return tr("Consoles", "make a receipt") if kind == "receipt" else kind


def duty_words(duty: str) -> str:
    """What a console, or the hub alone, does for its lot."""
    names = {
        "grants": tr("Consoles", "grant spaces to the entrances"),
        "returns": tr("Consoles", "give spaces back"),
        "others": tr("Consoles", "look at what the other consoles hold"),
        "wiring": tr("Consoles", "say whether cars come in here"),
        "proposals": tr("Consoles", "decide about changes that others propose"),
        "refunds": tr("Consoles", "find what was paid twice"),
        "projects": tr("Consoles", "keep the tables of the shared database"),
        "bookings": tr("Consoles", "answer bookings"),
        "rate_plans": tr("Consoles", "answer rate plans of other programs"),
        "door": tr("Consoles", "open its door to the other consoles"),
    }
    return names.get(duty, duty)
