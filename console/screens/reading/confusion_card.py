"""One thing a camera takes for another: a picture of it, the two characters, and how often."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.formats import format_plate
from console.models.plate_crops import PlateCrops
from console.screens.desk.still_view import StillView
from console.screens.form.lines import line
from console.screens.form.spoken import Spoken
from core.domain.confusions import Confusion
from core.store.queries.reading import Example

PICTURE = QSize(200, 68)


class ConfusionCard(Spoken):
    """The picture left, what was read and what it is right of it."""

    def __init__(self, crops: PlateCrops, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._crops = crops
        self._shown: tuple[Confusion, Example] | None = None
        self._photo = StillView(least=PICTURE)
        self._photo.setFixedSize(PICTURE)
        self._photo.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._pair, self._plates, self._count = line("title"), line(), line("quiet")
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._pair, self._plates, self._count):
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._photo)
        row.addLayout(words, 1)

    def show_confusion(self, confusion: Confusion, example: Example) -> None:
        """Show it with this example."""
        self._shown = (confusion, example)
        self.speak()

    def speak(self) -> None:
        if self._shown is None:
            return
        confusion, example = self._shown
        self._photo.show_picture(self._crops.picture(example.photo, example.box))
        self._pair.setText(self._pair_words(confusion))
        self._plates.setText(
            self.tr("read {read}, is {plate}").format(
                read=format_plate(example.read), plate=format_plate(example.plate)
            )
        )
        self._count.setText(self.tr("{count} times").format(count=confusion.count))
        self.setAccessibleName(f"{self._pair.text()}, {self._count.text()}, {self._plates.text()}")

    def _pair_words(self, confusion: Confusion) -> str:
        if not confusion.read:
            return self.tr("{true} overlooked").format(true=confusion.true)
        if not confusion.true:
            return self.tr("{read} added").format(read=confusion.read)
        return self.tr("{read} for {true}").format(read=confusion.read, true=confusion.true)
