"""A list of similar rows in a form, each with a button that takes it away."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.widgets.measure import announce, button, em

V = TypeVar("V")


class Row(QWidget, Generic[V]):
    """One row of fields that together make one value."""

    changed = Signal()
    removed = Signal()

    def value(self) -> V:
        """Return what was entered."""
        raise NotImplementedError

    def set_value(self, value: V) -> None:
        """Show a value."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Tell whether nothing was entered; such a row is not saved."""
        raise NotImplementedError

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong with the fields."""

    def first_field(self) -> QWidget:
        """Return the field that gets the focus in a new row."""
        raise NotImplementedError


class Rows(QWidget, Generic[V]):
    """Rows one below the other, and a button for one more."""

    changed = Signal()

    def __init__(
        self, make_row: Callable[[], Row[V]], add_text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._make_row = make_row
        self._rows: list[Row[V]] = []
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em(self, 0.57))
        self.add_button: QPushButton = button(add_text)
        icons.set_icon(self.add_button, "plus", "text", em(self, 1.1))
        self.add_button.clicked.connect(self.add_empty)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(em(self, 0.57))
        outer.addLayout(self._column)
        outer.addLayout(foot)

    @property
    def rows(self) -> list[Row[V]]:
        """The rows from above."""
        return list(self._rows)

    def values(self) -> tuple[V, ...]:
        """Return the values of the rows that are not empty."""
        return tuple(row.value() for row in self._rows if not row.is_empty())

    def set_values(self, values: tuple[V, ...]) -> None:
        """Show these values; rows that are there already stay, and with them the focus."""
        while len(self._rows) > len(values):
            self._drop(self._rows[-1])
        while len(self._rows) < len(values):
            self._append()
        for row, value in zip(self._rows, values, strict=True):
            row.set_value(value)
            row.set_problems({})

    def set_problems(self, problems: Mapping[str, str]) -> QWidget | None:
        """Show problems named ``N.field``, N counting the rows that are not empty.

        Return the first row that has one.
        """
        first: QWidget | None = None
        filled = [row for row in self._rows if not row.is_empty()]
        for number, row in enumerate(filled):
            start = f"{number}."
            own = {key[len(start) :]: t for key, t in problems.items() if key.startswith(start)}
            row.set_problems(own)
            if own and first is None:
                first = row
        return first

    def add_empty(self) -> None:
        """Add an empty row and go to it."""
        row = self._append()
        row.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _append(self) -> Row[V]:
        row = self._make_row()
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    def _remove(self, row: Row[V]) -> None:
        at = self._rows.index(row)
        self._drop(row)
        rest = self._rows[min(at, len(self._rows) - 1)].first_field() if self._rows else None
        (rest or self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.tr("Linjen er fjernet"))
        self.changed.emit()

    def _drop(self, row: Row[V]) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


def remove_button(row: Row[Any], name: str) -> QToolButton:
    """Return the small button that takes ``row`` away."""
    made = QToolButton()
    made.setProperty("kind", "quiet")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(name)
    made.setToolTip(name)
    icons.set_icon(made, "trash", "muted", em(made, 1.2))
    made.clicked.connect(row.removed)
    return made
