"""What a rehearsal came to, as rows of sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.formats import format_duration, format_local_date_time, format_money, format_plate
from console.screens.rates.rule_rows import RuleRow
from console.words import say
from console.words.rate_plan import class_word
from console.words.rate_windows import day_word, joined
from core.domain.lots import Lot
from core.domain.rates.windows import WEEK
from core.services.rehearse_rates import RehearsalReport, StayChange, Sums

tr = QCoreApplication.translate


def report_rows(report: RehearsalReport, lot: Lot) -> list[RuleRow]:
    """The report: what it brings, who pays more or less, where it matters most, what has no price."""
    if not report.total.stays and not report.gaps:
        return [RuleRow(None, tr("Rates", "No stay ended in this time."))]
    rows = [
        RuleRow(None, _sums_words(report.total, lot), _remark(report), heading=True),
        RuleRow(None, _count(tr("Rates", "Stays that become dearer: {count}"), report.dearer)),
        RuleRow(None, _count(tr("Rates", "Stays that become cheaper: {count}"), report.cheaper)),
    ]
    for gap in report.gaps:
        words = tr("Rates", "{reason} Stays: {count}")
        said = words.format(reason=say(gap.code).text, count=gap.stays)
        rows.append(RuleRow(None, said, _stay_words(gap.first, lot), is_marked=True))
    if report.biggest:
        rows.append(RuleRow(None, tr("Rates", "Stays that change most"), heading=True))
        rows += [RuleRow(None, _stay_words(one, lot)) for one in report.biggest]
    if len(report.by_weekday) > 1:
        rows.append(RuleRow(None, tr("Rates", "By day of entry"), heading=True))
        rows += [_group(day_word(WEEK[day]), sums, lot) for day, sums in sorted(report.by_weekday.items())]
    if len(report.by_class) > 1:
        rows.append(RuleRow(None, tr("Rates", "By vehicle class"), heading=True))
        rows += [_group(class_word(name), sums, lot) for name, sums in report.by_class.items()]
    return rows


def _remark(report: RehearsalReport) -> str:
    said = [_count(tr("Rates", "stays: {count}"), report.total.stays)]
    if not report.is_complete:
        said.append(tr("Rates", "ended early, so not all of them"))
    if report.left_owing:
        said.append(_count(tr("Rates", "left without paying and not counted: {count}"), report.left_owing))
    return joined(said)


def _count(pattern: str, count: int) -> str:
    return pattern.format(count=count)


def _sums_words(sums: Sums, lot: Lot) -> str:
    before, after = (format_money(minor, lot.currency) for minor in (sums.before_minor, sums.after_minor))
    words = tr("Rates", "{before} → {after}").format(before=before, after=after)
    if sums.change_percent is None:
        return words
    return tr("Rates", "{sums} ({percent} %)").format(sums=words, percent=f"{sums.change_percent:+}")


def _group(name: str, sums: Sums, lot: Lot) -> RuleRow:
    words = tr("Rates", "{name}: {sums}").format(name=name, sums=_sums_words(sums, lot))
    return RuleRow(None, words, _count(tr("Rates", "stays: {count}"), sums.stays))


def _stay_words(change: StayChange, lot: Lot) -> str:
    pattern = tr("Rates", "{plate}, in {entry}, {length}: {before} → {after}")
    return pattern.format(
        plate=format_plate(change.plate),
        entry=format_local_date_time(change.entry_at, lot.zone),
        length=format_duration(change.exit_at - change.entry_at),
        before=format_money(change.before_minor, lot.currency),
        after=format_money(change.after_minor, lot.currency),
    )
