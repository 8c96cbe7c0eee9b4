"""Large figures with a quiet name under each."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.screens.form.lines import line


class Figure(QWidget):
    """One figure and what it counts."""

    def __init__(self, role: str = "total", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure, self._name = line(role), line("quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._figure)
        column.addWidget(self._name)

    def show_figure(self, figure: str, name: str) -> None:
        """Show it."""
        self._figure.setText(figure)
        self._name.setText(name)
        self.setAccessibleName(f"{name}: {figure}")
