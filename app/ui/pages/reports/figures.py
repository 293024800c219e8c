"""A row of large figures with their names, and in words what they are counted over."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.ui.pages.reports.askable import Askable
from app.ui.pages.reports.place import Place
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import em, label


class Figure(NamedTuple):
    """One figure as it is shown; ``meaning`` is its definition, ``place`` where it comes from."""

    name: str
    value: str
    meaning: str = ""
    place: Place | None = None


class FigureCard(Card):
    """Figures beside each other; the definition of each is its tool tip and its description.

    ``asked`` carries the place of a figure that was clicked, or on which Enter was pressed.
    """

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.universe = label("", "caption", wrap=True)
        self._row = QWidget()
        self._flow = FlowLayout(self._row, gap=em(self, 1.4))
        self._parts: list[_Part] = []
        self.body.addWidget(self.universe)
        self.body.addWidget(self._row)
        self.body.addStretch(1)

    def show_figures(self, title: str, universe: str, figures: Sequence[Figure]) -> None:
        """Show these figures."""
        self.set_title(title)
        self.universe.setText(universe)
        while len(self._parts) > len(figures):
            part = self._parts.pop()
            self._flow.removeWidget(part)
            part.deleteLater()
        while len(self._parts) < len(figures):
            part = _Part()
            part.asked.connect(self.asked)
            self._parts.append(part)
            self._flow.addWidget(part)
        for part, figure in zip(self._parts, figures, strict=True):
            part.show_figure(figure)

    def parts(self) -> Sequence[Askable]:
        """Return what shows the figures."""
        return self._parts


class _Part(Askable):
    def __init__(self) -> None:
        super().__init__()
        self._value, self._name = label("", "figure"), label("", "caption")
        self.column.addWidget(self._value)
        self.column.addWidget(self._name)

    def show_figure(self, figure: Figure) -> None:
        self.place = figure.place
        self._value.setText(figure.value)
        self._name.setText(figure.name)
        self._value.setAccessibleName(f"{figure.name}: {figure.value}")
        self.setToolTip(figure.meaning)
        self.setAccessibleName(f"{figure.name}: {figure.value}")
        self.setAccessibleDescription(figure.meaning)


class FigureList(Card):
    """Figures one below the other, each with its definition beside it; ``asked`` as above."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(em(self, 0.86))
        self._grid.setVerticalSpacing(em(self, 0.86))
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[_Value, QLabel, QLabel]] = []
        self.body.addLayout(self._grid)
        self.body.addStretch(1)

    def show_figures(self, title: str, figures: Sequence[Figure]) -> None:
        """Show these figures."""
        self.set_title(title)
        while len(self._lines) < len(figures):
            self._add_line()
        for number, line in enumerate(self._lines):
            for part in line:
                part.setVisible(number < len(figures))
        for (value, name, meaning), figure in zip(self._lines, figures, strict=False):
            value.show_figure(figure)
            name.setText(figure.name)
            meaning.setText(figure.meaning)

    def parts(self) -> Sequence[Askable]:
        """Return what shows the figures."""
        return [value for value, _, _ in self._lines]

    def _add_line(self) -> None:
        line = (_Value(), label("", "strong"), label("", "caption", wrap=True))
        value, name, meaning = line
        value.asked.connect(self.asked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(meaning)
        at = len(self._lines)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(value, at, 0, top | Qt.AlignmentFlag.AlignRight)
        self._grid.addLayout(words, at, 1, top)
        self._lines.append(line)


class _Value(Askable):
    def __init__(self) -> None:
        super().__init__()
        self._value = label("", "heading")
        self.column.addWidget(self._value)

    def show_figure(self, figure: Figure) -> None:
        self.place = figure.place
        self._value.setText(figure.value)
        self._value.setAccessibleName(f"{figure.name}: {figure.value}")
        self.setAccessibleName(f"{figure.name}: {figure.value}")
