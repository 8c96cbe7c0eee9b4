"""The report of an evaluation for people, in plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from console.evaluation.figures import Document

MOST_CONFUSIONS = 20
MOST_OF_A_CAMERA = 5
MOST_NAMED = 40


def report_lines(figures: Document) -> Iterator[str]:
    """The lines, from the figures that ``--json`` prints."""
    yield f"{figures['reader']}: {figures['read']} of {figures['pictures']} pictures read"
    if figures["stopped"]:
        yield "  stopped before the end: these figures hold for what was read so far"
    yield from _rates(figures)
    yield from _thresholds(figures)
    yield from _confusions(figures)
    yield from _wrong(figures["outcomes"])
    for other in figures["against"]:
        yield from _against(other)
    for one in figures["broken"]:
        yield f"not read: {one['file']}: {one['problem']}"


def _rates(figures: Document) -> Iterator[str]:
    yield ""
    yield (
        f"  {'':<12}{'pictures':>9}{'exact %':>9}{'95 % interval':>16}{'within one %':>14}"
        f"{'offered %':>11}{'nothing %':>11}{'p50 ms':>8}{'p95 ms':>8}"
    )
    for name, row in _groups(figures):
        low, high = row["exact"]["interval"]
        yield (
            f"  {name[:12]:<12}{row['pictures']:>9}{row['exact']['percent']:>9.1f}"
            f"{f'{low:.1f} to {high:.1f}':>16}{row['within_one']['percent']:>14.1f}"
            f"{row['offered']['percent']:>11.1f}{row['nothing']['percent']:>11.1f}"
            f"{row['ms_p50']:>8.0f}{row['ms_p95']:>8.0f}"
        )


def _groups(figures: Document) -> list[tuple[str, Document]]:
    return [("all", figures["over_all"]), *figures["by_camera"].items(), *figures["by_region"].items()]


def _thresholds(figures: Document) -> Iterator[str]:
    yield ""
    yield "  acting alone from that confidence on:"
    yield f"  {'confidence':>12}{'acted on %':>12}{'right %':>9}{'95 % interval':>16}{'wrong':>7}"
    for row in figures["thresholds"]:
        yield _acting_line(f"{row['threshold']:.2f}", row)
    if figures["at_70_percent"] is not None:
        yield "  where 70 % are acted on:"
        yield _acting_line(_figure(figures["at_70_percent"]["threshold"]), figures["at_70_percent"])
    yield f"  from that confidence on {figures['barrier_percent']:.1f} % were right:"
    for name, row in _groups(figures):
        least = row["barrier"]
        if least is None:
            yield f"  {name[:12]:>12}  at none: ask a person about every car"
        else:
            yield f"{_acting_line(_figure(least['threshold']), least)}  {name}"


def _figure(threshold: float) -> str:
    return f"{threshold:.4f}"


def _acting_line(name: str, row: Document) -> str:
    acted, right = row["coverage"], row["precision"]
    if right is None:
        return f"  {name:>12}{acted['percent']:>12.1f}{'none':>9}"
    low, high = right["interval"]
    return (
        f"  {name:>12}{acted['percent']:>12.1f}{right['percent']:>9.2f}"
        f"{f'{low:.1f} to {high:.1f}':>16}{acted['count'] - right['count']:>7}"
    )


def _confusions(figures: Document) -> Iterator[str]:
    pairs = figures["over_all"]["confusions"]
    if pairs:
        yield ""
        yield "  taken for one another (read → true, times, where):"
    for pair in pairs[:MOST_CONFUSIONS]:
        yield f"  {_pair(pair):>19}{pair['count']:>4}  {', '.join(pair['files'][:3])}"
    for name, row in figures["by_camera"].items():
        if row["confusions"]:
            often = ", ".join(
                f"{_pair(pair)} ({pair['count']})" for pair in row["confusions"][:MOST_OF_A_CAMERA]
            )
            yield f"  {name[:12]:>12}: {often}"


def _pair(pair: Document) -> str:
    return f"{pair['read'] or 'nothing'} → {pair['true'] or 'nothing'}"


def _wrong(outcomes: Sequence[Document]) -> Iterator[str]:
    wrong = sorted(
        (one for one in outcomes if one["read"] != one["truth"]), key=lambda one: -one["confidence"]
    )
    if wrong:
        yield ""
        yield "  read wrongly, the surest first:"
    for one in wrong[:MOST_NAMED]:
        hint = "  (offered)" if one["truth"] in one["offered"] else ""
        read = one["read"] or "nothing"
        yield f"  {one['confidence']:.3f}  {read:<12} is {one['truth']:<12} {one['file']}{hint}"
    if len(wrong) > MOST_NAMED:
        yield f"  … and {len(wrong) - MOST_NAMED} more (--json names all)"


def _against(other: Document) -> Iterator[str]:
    rates = other["over_all"]
    better, worse, otherwise = other["better"], other["worse"], other["otherwise_wrong"]
    yield ""
    yield (
        f"against {other['reader']}: {other['compared']} pictures compared, exact "
        f"{rates['exact']['percent']:.1f} %, within one {rates['within_one']['percent']:.1f} %, "
        f"p50 {rates['ms_p50']:.0f} ms; {len(better)} better, {len(worse)} worse"
    )
    for word, pairs in (("better", better), ("worse", worse), ("other", otherwise)):
        for one in pairs[:MOST_NAMED]:
            here, there = one["here"] or "nothing", one["there"] or "nothing"
            yield f"  {word:<7} {one['truth']:<10} here {here:<12} there {there:<12} {one['file']}"
        if len(pairs) > MOST_NAMED:
            yield f"  … and {len(pairs) - MOST_NAMED} more {word}"
