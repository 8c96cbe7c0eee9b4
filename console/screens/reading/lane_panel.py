"""One lane's reading: what to do, the hours of the day, and pictures of what it confuses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from console.models.plate_crops import PlateCrops
from console.screens.context import Context
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from console.screens.reading.confusion_card import PICTURE, ConfusionCard
from console.screens.reading.shares import share_words
from console.widgets.hour_strip import HourStrip
from console.words import say
from core.domain.confusions import Confusion
from core.domain.lane_reading import DARK_HOURS, LaneReading, ReadCounts, advice_for
from core.store.queries.reading import Example

SPACE = 16
MOST_ADVICE = 3
MOST_CARDS = 5


class LanePanel(Spoken):
    """Advice on top, the hours below it, the pictures at the right."""

    def __init__(self, ctx: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._reading: LaneReading | None = None
        self._examples: Mapping[str, Example] = {}
        self._title = line("title")
        self._advice = [(line("strong", wraps=True), line(wraps=True)) for _ in range(MOST_ADVICE)]
        self._hours_title, self._hour = line("strong"), line(wraps=True)
        self._light = line("quiet", wraps=True)
        self.strip = HourStrip()
        self._pictures_title, self._no_pictures = line("strong"), line("quiet", wraps=True)
        crops = PlateCrops(ctx.jobs, ctx.console.labels.photo, PICTURE, self)
        self._cards = [ConfusionCard(crops) for _ in range(MOST_CARDS)]
        self._lay_out()
        self.strip.chosen.connect(self._show_hour)
        crops.arrived.connect(self._on_picture_arrived)

    def show_lane(self, name: str, reading: LaneReading, examples: Mapping[str, Example]) -> None:
        """Show this lane, called so."""
        self._title.setText(name)
        self._reading, self._examples = reading, examples
        self.strip.show_hours(reading.by_hour, DARK_HOURS)
        self.speak()

    def words(self) -> list[str]:
        """Every text that can be seen."""
        return [label.text() for label in self.findChildren(QLabel) if not label.isHidden() and label.text()]

    def speak(self) -> None:
        reading = self._reading
        if reading is None:
            return
        self._hours_title.setText(self.tr("Hours of the day"))
        self._pictures_title.setText(self.tr("Characters it confuses"))
        self._no_pictures.setText(self.tr("No plate of this lane was corrected in this time."))
        self._show_advice(reading)
        self._show_hour(self.strip.hour)
        self._show_light(reading)
        self._show_pictures(reading)

    def _show_advice(self, reading: LaneReading) -> None:
        found = advice_for(reading)[:MOST_ADVICE]
        for place, (text, step) in enumerate(self._advice):
            known = place < len(found)
            said = say(found[place].code, dict(found[place].facts)) if known else None
            text.setText(said.text if said is not None else "")
            step.setText(said.step if said is not None else "")
            text.setVisible(known)
            step.setVisible(said is not None and bool(said.step))

    def _show_hour(self, hour: int) -> None:
        counts = ReadCounts() if self._reading is None else self._reading.by_hour.get(hour, ReadCounts())
        if counts.vehicles:
            words = self.tr(
                "{begin}:00 to {end}:00: {vehicles} vehicles, {alone} read alone, {asked} asked"
            ).format(
                begin=f"{hour:02d}",
                end=f"{(hour + 1) % 24:02d}",
                vehicles=counts.vehicles,
                alone=share_words(counts, counts.alone),
                asked=share_words(counts, counts.asked),
            )
        else:
            words = self.tr("{begin}:00 to {end}:00: no vehicle").format(
                begin=f"{hour:02d}", end=f"{(hour + 1) % 24:02d}"
            )
        self._hour.setText(words)
        self.strip.setAccessibleName(self._hours_title.text())
        self.strip.setAccessibleDescription(words)

    def _show_light(self, reading: LaneReading) -> None:
        light, dark = reading.light, reading.dark
        words = self.tr(
            "6:00 to 19:00: {day} of {by_day} read alone; 19:00 to 6:00 (shaded): {night} of {by_night}. "
            "Hatched: a person helped. Weather is not measured."
        )
        self._light.setText(
            words.format(
                day=share_words(light, light.alone),
                by_day=light.vehicles,
                night=share_words(dark, dark.alone),
                by_night=dark.vehicles,
            )
        )

    def _show_pictures(self, reading: LaneReading) -> None:
        shown = list(islice(_pictures(reading, self._examples), MOST_CARDS))
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(shown))
            if place < len(shown):
                card.show_confusion(*shown[place])
        self._no_pictures.setVisible(not shown)

    def _on_picture_arrived(self) -> None:
        if self._reading is not None:
            self._show_pictures(self._reading)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self._title)
        for text, step in self._advice:
            left.addWidget(text)
            left.addWidget(step)
        left.addSpacing(SPACE)
        left.addWidget(self._hours_title)
        left.addWidget(self.strip, 100)
        left.addWidget(self._hour)
        left.addWidget(self._light)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._pictures_title)
        right.addWidget(self._no_pictures)
        for card in self._cards:
            right.addWidget(card)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addLayout(left, 3)
        row.addLayout(right, 2)
        self.setFocusProxy(self.strip)


def _pictures(reading: LaneReading, examples: Mapping[str, Example]) -> Iterator[tuple[Confusion, Example]]:
    """Every confusion's newest picture, then every one's second newest: a cleaned lens shows first."""
    for number in range(1, MOST_CARDS + 1):
        for confusion in reading.confusions:
            known = [examples[name] for name in confusion.examples if name in examples]
            if len(known) >= number:
                yield confusion, known[-number]
