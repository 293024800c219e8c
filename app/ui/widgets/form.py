"""A form: labels, fields, and under each field what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.ui.theme import restyle
from app.ui.widgets.measure import announce, em, label

_TWO_COLUMNS = 20
"""The width in text sizes from which labels stand beside their fields."""


@dataclass(frozen=True, slots=True)
class _Row:
    caption: QLabel
    field: QWidget
    hint: QLabel
    error: QLabel
    holder: QWidget


class FormGrid(QWidget):
    """Two columns, labels at the left, or above their fields where the form is narrow.

    A label's mnemonic goes to its field. With ``stacked`` they always stand above, for fields that
    need all of the width.
    """

    def __init__(self, parent: QWidget | None = None, *, stacked: bool = False) -> None:
        super().__init__(parent)
        self._rows: dict[str, _Row] = {}
        self._stacked = self._narrow = stacked
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(em(self, 1.14))
        self._grid.setVerticalSpacing(em(self, 0.71))
        self._grid.setColumnStretch(1, 1)

    def add_row(self, key: str, title: str, field: QWidget, hint: str = "") -> QWidget:
        """Add a field under the name that problems use for it, and return it."""
        target = field.focusProxy() or field
        caption = label(title, wrap=True)
        caption.setBuddy(target)
        caption.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        longest = max(map(caption.fontMetrics().horizontalAdvance, title.split()), default=0)
        caption.setMinimumWidth(max(em(self, 7), longest + 2))
        if not target.accessibleName():
            target.setAccessibleName(title.replace("&", ""))
        if hint:
            target.setAccessibleDescription(hint)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.2))
        note, error = label(hint, "caption", wrap=True), label("", "error", wrap=True)
        # Hidden or left alone, never shown: without a parent yet, it would be a window.
        if not hint:
            note.hide()
        error.hide()
        for widget in (field, note, error):
            column.addWidget(widget)
        self._rows[key] = _Row(caption, field, note, error, holder)
        self._place(self._rows[key])
        self._forgive_when_edited(self._rows[key], target)
        return field

    def minimumSizeHint(self) -> QSize:
        parts = [part for row in self._rows.values() for part in (row.caption, row.holder)]
        widths = [part.minimumSizeHint().width() for part in parts if not part.isHidden()]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self._stacked or event.size().width() < em(self, _TWO_COLUMNS)
        if narrow != self._narrow:
            self._narrow = narrow
            for row in self._rows.values():
                # An item that is only taken lives on, and the next one keeps its first height.
                self._grid.removeWidget(row.caption)
                self._grid.removeWidget(row.holder)
                self._place(row)

    def _place(self, row: "_Row") -> None:
        at = self._grid.rowCount()
        # Beside its field, a label stands level with the text in the field.
        row.caption.setContentsMargins(0, 0 if self._narrow else em(self, 0.57), 0, 0)
        if self._narrow:
            self._grid.addWidget(row.caption, at, 0, 1, 2)
            self._grid.addWidget(row.holder, at + 1, 0, 1, 2)
        else:
            self._grid.addWidget(row.caption, at, 0)
            self._grid.addWidget(row.holder, at, 1)

    def field(self, key: str) -> QWidget:
        """Return a field."""
        return self._rows[key].field

    def field_names(self) -> tuple[str, ...]:
        """Return the names of the fields, from above."""
        return tuple(self._rows)

    def say(self, key: str, message: str) -> None:
        """Say what is wrong with one field, "" for nothing; the focus stays where it is."""
        self._say(self._rows[key], message)

    def set_row_visible(self, key: str, visible: bool) -> None:
        """Show or hide a field with its label."""
        row = self._rows[key]
        row.caption.setVisible(visible)
        row.holder.setVisible(visible)

    def set_problems(self, problems: Mapping[str, str]) -> list[str]:
        """Say what is wrong under each field, go to the first, and return what has no field here."""
        first: QWidget | None = None
        for key, row in self._rows.items():
            message = problems.get(key, "")
            self._say(row, message)
            if message and first is None:
                first = row.field
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, " ".join(problems.values()))
        return [text for key, text in problems.items() if key not in self._rows]

    def clear_problems(self) -> None:
        """Take all messages away."""
        for row in self._rows.values():
            self._say(row, "")

    def _forgive_when_edited(self, row: _Row, target: QWidget) -> None:
        """Take back what was said of a field as soon as somebody mends it."""

        def forgive(_: object) -> None:
            if row.error.text():
                self._say(row, "")

        if isinstance(target, QLineEdit):
            target.textEdited.connect(forgive)
        elif isinstance(target, QComboBox):
            target.activated.connect(forgive)

    @staticmethod
    def _say(row: _Row, message: str) -> None:
        target = row.field.focusProxy() or row.field
        row.error.setText(message)
        row.error.setVisible(bool(message))
        target.setAccessibleDescription(message or row.hint.text())
        target.setProperty("invalid", "true" if message else "")
        restyle(target)
