"""The slip of a shift in words: rows in their order, free of any layout.

It says what the sealed report says, no figure more and none less; names of people and lanes are looked up
when it is printed, as the report knows them by their ids alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from core.domain.lots import Lot
from core.domain.shift_report import DrawerCount, ReportKind, ShiftReport, Tally
from reports.phrases import LocalTimes, amount, printable
from reports.slip_gates import gate_rows
from reports.slip_row import RowStyle, SlipRow
from reports.slip_words import slip_words

FORMAT: Final = "LKZ1"
_VALIDATED: Final = "validated:"


@dataclass(frozen=True, slots=True)
class Slip:
    """One printing of a report; ``copy_number`` 0 is the original.

    ``people``, ``merchants`` and ``plans`` are names by id, ``anchor`` the text of the square code, empty
    where the journal has none.
    """

    lot: Lot
    report: ShiftReport
    people: Mapping[str, str] = field(default_factory=dict)
    merchants: Mapping[str, str] = field(default_factory=dict)
    plans: Mapping[str, str] = field(default_factory=dict)
    copy_number: int = 0
    anchor: str = ""

    def person(self, person_id: str) -> str:
        """The person's name, the beginning of the id where it is no longer known."""
        return printable(self.people.get(person_id, "")) or person_id[:8]

    @property
    def code_text(self) -> str:
        """What the square code says: the anchor, else the report's own check code."""
        report = self.report
        place = f"{self.lot.lot_id}|{report.drawer}|{report.z_number or 0}"
        return self.anchor or f"{FORMAT}|{place}|{report.check_code}"


def slip_rows(slip: Slip, language: str) -> tuple[SlipRow, ...]:
    """All rows in that language; BadInput ``language.unknown`` for one without words."""
    return tuple(_Writer(slip, language).rows())


class _Writer:
    def __init__(self, slip: Slip, language: str) -> None:
        self._slip = slip
        self._report = slip.report
        self._words = slip_words(language)
        self._language = language
        self._times = LocalTimes(slip.lot.zone, language)

    def rows(self) -> Iterator[SlipRow]:
        """From top to bottom; a relief's has what a hand-over needs, and no more."""
        yield from self._head()
        yield from self._drawer(self._report.drawer_count)
        yield from self._money()
        yield from self._payments()
        if self._report.kind is not ReportKind.RELIEF:
            yield from self._rates()
            yield from self._exceptions()
            yield from self._reliefs()
            yield from gate_rows(self._report, self._slip.lot, self._language)
        yield from self._seal()

    def _head(self) -> Iterator[SlipRow]:
        report, words = self._report, self._words
        kind = report.kind.value
        if self._slip.copy_number:
            yield SlipRow(RowStyle.MARK, words["slip.copy"].format(number=self._slip.copy_number))
        yield SlipRow(RowStyle.HEAD, printable(self._slip.lot.name))
        yield SlipRow(RowStyle.HEAD, words[f"slip.{kind}"].format(number=report.z_number))
        yield SlipRow(RowStyle.QUIET, words[f"slip.{kind}_short"])
        yield self._pair("slip.drawer", printable(report.drawer))
        if report.console_number:
            yield self._pair("slip.console", str(report.console_number))
        yield self._pair("slip.person", self._slip.person(report.person_id))
        if report.closed_by not in {"", report.person_id}:
            yield self._pair("slip.closed_by", self._slip.person(report.closed_by))
        yield self._pair("slip.opened", self._times.date_and_time(report.opened_at))
        until = "slip.until" if report.kind is ReportKind.X else "slip.closed"
        yield self._pair(until, self._times.date_and_time(report.until))

    def _drawer(self, count: DrawerCount) -> Iterator[SlipRow]:
        yield self._section("section.drawer")
        is_relief = self._report.kind is ReportKind.RELIEF
        # Nobody counted a relief: then what had to be there is the main shift's, whose count is to come.
        is_blind = is_relief and count.counted_minor is None and count.float_due_minor is None
        if not is_blind:
            yield self._money_row("drawer.float_relief" if is_relief else "drawer.float", count.float_minor)
        if count.float_difference_minor:
            due = "drawer.float_due_relief" if is_relief else "drawer.float_due"
            yield self._money_row(due, count.float_due_minor or 0)
            yield self._money_row("drawer.float_difference", count.float_difference_minor, signed=True)
        yield self._money_row("drawer.taken", count.taken_minor)
        moved = (
            ("drawer.returned", -count.returned_minor),
            ("drawer.paid_in", count.paid_in_minor),
            ("drawer.paid_out", -count.paid_out_minor),
            ("drawer.dropped", -count.dropped_minor),
        )
        for code, minor in moved:
            if minor:
                yield self._money_row(code, minor, signed=True)
        if not is_blind:
            yield self._money_row("drawer.expected", count.expected_minor, style=RowStyle.SUM)
        if self._report.kind is ReportKind.X:
            return
        yield from self._counted(count)

    def _counted(self, count: DrawerCount) -> Iterator[SlipRow]:
        words = self._words
        if count.counted_minor is None:
            yield SlipRow(RowStyle.SUM, words["drawer.counted"], words["drawer.not_counted"])
            return
        yield self._money_row("drawer.counted", count.counted_minor, style=RowStyle.SUM)
        if count.difference_minor:
            yield self._money_row(
                "drawer.difference", count.difference_minor, signed=True, style=RowStyle.SUM
            )
        else:
            yield SlipRow(RowStyle.SUM, words["drawer.difference"], words["drawer.exact"])
        if self._report.kind is ReportKind.Z and count.left_minor is not None:
            yield self._money_row("drawer.removed", count.removed_minor or 0)
            yield self._money_row("drawer.left", count.left_minor)

    def _money(self) -> Iterator[SlipRow]:
        report, words = self._report, self._words
        yield self._section("section.money")
        if not report.tenders:
            yield SlipRow(RowStyle.NOTE, words["money.none"])
        for one in report.tenders:
            yield self._tally_row(words.get(f"tender.{one.name}", one.name), one)
        if len(report.tenders) > 1:
            yield self._money_row("money.total", report.received_minor, style=RowStyle.SUM)
        if report.unattended.count:
            yield self._tally_row(words["money.unattended"], report.unattended)
        if not report.refunds:
            return
        yield self._section("section.refunds")
        for one in report.refunds:
            yield self._tally_row(words.get(f"tender.{one.name}", one.name), one)
        if len(report.refunds) > 1:
            yield self._money_row("money.returned", report.returned_minor, style=RowStyle.SUM)

    def _payments(self) -> Iterator[SlipRow]:
        report = self._report
        yield self._section("section.payments")
        yield self._pair("payments.count", str(report.payments))
        if not report.payments:
            return
        yield self._money_row("payments.settled", report.settled_minor)
        yield self._money_row("payments.average", report.average_minor or 0)
        if report.receipts_from:
            prefix = f"{report.console_number}-" if report.console_number else ""
            first, last = f"{prefix}{report.receipts_from}", f"{prefix}{report.receipts_to}"
            yield self._pair("payments.receipts", first if first == last else f"{first} – {last}")
        share = report.lost_ticket_share
        if report.lost_tickets and share is not None:
            yield self._pair("payments.lost", f"{report.lost_tickets} ({share * 100:.1f} %)")

    def _rates(self) -> Iterator[SlipRow]:
        report, words = self._report, self._words
        if report.rates:
            yield self._section("section.rates")
        for one in report.rates:
            code = "rate.line_class" if one.vehicle_class else "rate.line"
            plan = printable(self._slip.plans.get(one.plan_id, "")) or one.plan_id[:8]
            said = words[code].format(
                plan=plan, version=one.version, vehicle_class=printable(one.vehicle_class)
            )
            yield self._tally_row(said, Tally("", one.count, one.amount_minor))
        if report.rules:
            yield self._section("section.rules")
        for rule in report.rules:
            other = words["rule.other"].format(rule=printable(rule.name))
            yield self._tally_row(words.get(f"rule.{rule.name}", other), rule)

    def _exceptions(self) -> Iterator[SlipRow]:
        yield self._section("section.exceptions")
        if not self._report.exceptions:
            yield SlipRow(RowStyle.NOTE, self._words["exceptions.none"])
        for one in self._report.exceptions:
            said = self._exception(one.name)
            if one.amount_minor:
                yield self._tally_row(said, one)
            else:
                yield SlipRow(RowStyle.PAIR, said, str(one.count))

    def _exception(self, name: str) -> str:
        if name.startswith(_VALIDATED):
            merchant_id = name.removeprefix(_VALIDATED)
            merchant = printable(self._slip.merchants.get(merchant_id, "")) or merchant_id[:8]
            return self._words["exception.validated"].format(name=merchant)
        return self._words.get(f"exception.{name}", printable(name))

    def _reliefs(self) -> Iterator[SlipRow]:
        if self._report.reliefs:
            yield self._section("section.reliefs")
        for one in self._report.reliefs:
            span = self._times.span(one.began_at, one.ended_at, has_days=False)
            name = f"{self._slip.person(one.person_id)}, {span}"
            yield self._tally_row(name, Tally("", one.payments, one.received_minor))
            cash = self._words["relief.cash"].format(amount=self._amount(one.moved_minor))
            yield SlipRow(RowStyle.NOTE, cash)

    def _seal(self) -> Iterator[SlipRow]:
        report, words = self._report, self._words
        if not report.is_sealed:
            return
        yield self._section("section.seal")
        if report.kind is ReportKind.Z:
            yield self._money_row("seal.grand", report.grand_minor)
        yield self._pair("seal.previous", report.previous_code or words["seal.first"])
        yield SlipRow(RowStyle.CODE, words["seal.code"], report.check_code)
        both = report.kind is ReportKind.RELIEF
        for code in ("seal.handed_over", "seal.taken_over") if both else ("seal.signature",):
            yield SlipRow(RowStyle.SIGNATURE, words[code])
        if self._slip.anchor:
            yield SlipRow(RowStyle.QUIET, words["seal.anchor"])

    def _section(self, code: str) -> SlipRow:
        return SlipRow(RowStyle.SECTION, self._words[code])

    def _pair(self, code: str, value: str) -> SlipRow:
        return SlipRow(RowStyle.PAIR, self._words[code], value)

    def _tally_row(self, label: str, tally: Tally) -> SlipRow:
        count = self._words["count"].format(count=tally.count)
        return SlipRow(RowStyle.PAIR, label, f"{count} {self._amount(tally.amount_minor)}")

    def _money_row(
        self, code: str, minor: int, *, signed: bool = False, style: RowStyle = RowStyle.PAIR
    ) -> SlipRow:
        figure = self._amount(minor)
        return SlipRow(style, self._words[code], f"+{figure}" if signed and minor > 0 else figure)

    def _amount(self, minor: int) -> str:
        return amount(minor, self._report.currency)
