"""A list of rows in a card, with at most one small form under the row that it is about."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.pages.focus import holds_focus
from app.ui.pages.keyed_row import KeyedRow
from app.ui.pages.scrolled import bring_into_view
from app.ui.pages.workplaces.inline_form import InlineForm
from app.ui.widgets.measure import em, hairline
from app.ui.widgets.roving import Roving


class RowList(QWidget):
    """Rows that are reached with the arrow keys; the focus stays when they are read again.

    A form stands under the row with its ``about_key``, or above all rows where there is none such.
    ``emptied`` is sent when the row that had the focus was the last one.
    """

    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[KeyedRow] = []
        self.form: InlineForm | None = None
        self._roving = Roving()
        self._awaited = ""  # the row that shall have the focus as soon as it has been read
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em(self, 0.57))
        self._card = QFrame()
        self._card.setProperty("surface", "card")
        self._inside = QVBoxLayout(self._card)
        self._inside.setContentsMargins(1, 1, 1, 1)
        self._inside.setSpacing(0)
        self._column.addWidget(self._card)
        self._card.hide()

    def show_rows(self, rows: Sequence[KeyedRow]) -> None:
        """Show these rows in place of the ones before."""
        held = next(((row.key, at) for at, row in enumerate(self.rows) if holds_focus(row)), None)
        typing = self.form is not None and holds_focus(self.form)
        focused = self.window().focusWidget() if typing else None
        self._clear()
        self.rows = list(rows)
        for at, row in enumerate(self.rows):
            if at:
                self._inside.addWidget(hairline())
            row.installEventFilter(self)
            self._inside.addWidget(row)
        self._card.setVisible(bool(self.rows))
        self._place_form()
        for row in self.rows:
            row.show()  # now, not with the next event: a row may get the focus at once
        self._roving.set_members(self.rows)
        for row in self.rows:
            row.set_current(row is self._roving.current)
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        elif held is not None:
            came = any(row.key == self._awaited for row in self.rows)
            wanted = self._awaited if came else held[0]
            self._awaited = "" if came else self._awaited
            if not self.focus_row(wanted, held[1]):
                self.emptied.emit()

    def open_form(self, form: InlineForm) -> None:
        """Show a form and go to its first field; the one before is closed."""
        self._drop_form()
        self.form = form
        self._place_form()
        form.show()
        bring_into_view(form)  # with its buttons, where there is room for all of it
        form.go_to(form.first_field())

    def close_form(self) -> None:
        """Close the form; the focus goes to the row that it was about, or to the first."""
        if self.form is None:
            return
        about, held = self.form.about_key, holds_focus(self.form)
        self._drop_form()
        self._awaited = about if held else ""
        if held and not self.focus_row(about):
            self.emptied.emit()

    def focus_row(self, key: str, at: int = 0) -> bool:
        """Give the focus to the row with this key, else to the one at this place; False if none."""
        if not self.rows:
            return False
        same = [row for row in self.rows if row.key == key]
        row = same[0] if same else self.rows[min(at, len(self.rows) - 1)]
        self._roving.focus(row)
        bring_into_view(row)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move between rows with the arrow keys, and scroll to the row that takes the focus."""
        if not isinstance(watched, KeyedRow):
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._roving.set_current(watched)
            for row in self.rows:
                row.set_current(row is watched)
            bring_into_view(watched)
        elif event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return not event.modifiers() and self._roving.move(event.key())
        return False

    def _place_form(self) -> None:
        form = self.form
        if form is None:
            return
        row = next((row for row in self.rows if row.key == form.about_key), None)
        if row is None:
            self._column.insertWidget(0, form)
        else:
            self._inside.insertWidget(self._inside.indexOf(row) + 1, form)

    def _drop_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _clear(self) -> None:
        self.rows = []
        while self._inside.count():
            item = self._inside.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None and widget is not self.form:
                widget.hide()
                widget.deleteLater()
