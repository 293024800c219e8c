"""The card with what was promised for today or before."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.promises import Due, Promise
from app.ui import icons
from app.ui.pages.focus import holds_focus
from app.ui.pages.followups import words
from app.ui.widgets.card import Card
from app.ui.widgets.measure import button, em, label

_SHOWN = 5


class DueCard(Card):
    """``done_asked(Promise)`` ticks one off, ``all_asked()`` leads to the whole list."""

    done_asked = Signal(object)
    all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Opfølgning i dag"))
        self._lines: list[_DueLine] = []
        self._none = label(self.tr("Intet at følge op på i dag."), "muted", wrap=True)
        self._all = button("", "link")
        self._all.clicked.connect(self.all_asked)
        self.body.addWidget(self._none)
        self.body.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)

    def show_promises(self, promises: tuple[Promise, ...], today: date) -> None:
        """Show the promises, the longest due first; the focus stays in its place."""
        place = next((n for n, line in enumerate(self._lines) if holds_focus(line.done)), None)
        for line in self._lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [_DueLine(promise, today) for promise in promises[:_SHOWN]]
        for position, line in enumerate(self._lines):
            line.done.clicked.connect(
                lambda _=False, promise=line.promise: self.done_asked.emit(promise)
            )
            self.body.insertWidget(position, line)
            line.show()
        self._none.setVisible(not promises)
        self._all.setText(self.tr("Alle opfølgninger"))
        self._all.setVisible(bool(promises))
        if place is not None:
            left = self._lines[min(place, len(self._lines) - 1)].done if self._lines else self._all
            left.setFocus()

    def lines(self) -> list["_DueLine"]:
        """Return the lines that are shown, from above."""
        return list(self._lines)


class _DueLine(QWidget):
    """One promise and the button that ticks it off."""

    def __init__(self, promise: Promise, today: date) -> None:
        super().__init__()
        self.promise = promise
        title = words.title(promise)
        text = QVBoxLayout()
        text.setSpacing(em(self, 0.1))
        text.addWidget(label(title, "strong", wrap=True))
        late = promise.due(today) is Due.LATE
        about = words.about(promise)
        text.addWidget(label(about, "caption", wrap=True))
        if late:
            text.addWidget(label(words.due_words(promise.followup.due_on, today), "error"))
        name = self.tr("Gjort: {title}").format(title=title)
        self.done = button("", "quiet", name=name)
        self.done.setToolTip(self.tr("Gjort"))
        icons.set_icon(self.done, "check", size=em(self, 1.3))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(text, 1)
        row.addWidget(self.done)
