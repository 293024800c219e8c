"""What is not open any more, folded away: found again, and taken back with one button."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.models.promises import Promise
from app.models.words import whole_number
from app.ui import icons
from app.ui.pages.focus import holds_focus
from app.ui.pages.followups import words
from app.ui.pages.line import Line
from app.ui.pages.plan.facts import plain
from app.ui.pages.scrolled import bring_into_view
from app.ui.widgets.layouts import drop_widgets
from app.ui.widgets.measure import button, em, hairline, label

STEP = 20
"""How many more are shown at a time."""


class PastRow(Line):
    """One promise that was kept or deleted, and the button that takes it back."""

    def __init__(self, promise: Promise, when: str) -> None:
        super().__init__()
        self.promise = promise
        title = words.title(promise)
        self.first.addWidget(label(when, "caption", wrap=True))
        self.first.addStretch(1)
        self.text.addWidget(plain(title))
        told = (words.about(promise), words.how(promise), promise.followup.comment)
        for more in filter(None, told):
            self.text.addWidget(plain(more, "caption"))
        self.text.addStretch(1)
        named = self.tr("Tag tilbage: {title}, {when}").format(title=title, when=when)
        self.back_button = button(self.tr("Tag tilbage"), "quiet", name=named)
        self.buttons.addWidget(self.back_button)
        self.buttons.addStretch(1)


class PastGroup(QWidget):
    """A heading with a count that unfolds its rows.

    ``wanted`` asks for as many rows as :attr:`limit` says; ``back_asked(id)`` takes one back.
    """

    wanted = Signal()
    back_asked = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.limit = 0
        self._unfolding = False
        self.rows: list[PastRow] = []
        self.fold_button = button(title, "link")
        self.fold_button.clicked.connect(self._turn)
        self.more_button = button(self.tr("Vis flere"), "quiet")
        self.more_button.clicked.connect(self._ask_for_more)
        self._card = QFrame()
        self._card.setProperty("surface", "card")
        self._column = QVBoxLayout(self._card)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.43))
        column.addWidget(self.fold_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._card)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_past(self, found: Sequence[tuple[Promise, str]], count: int) -> None:
        """Show promises with when they went; ``count`` is how many there are in all.

        The focus stays in its place.
        """
        held = next((n for n, row in enumerate(self.rows) if holds_focus(row)), None)
        self._clear()
        for promise, when in found:
            if self.rows:
                self._column.addWidget(hairline())
            row = PastRow(promise, when)
            asked = promise.followup.id
            row.back_button.clicked.connect(lambda _=False, each=asked: self.back_asked.emit(each))
            self.rows.append(row)
            self._column.addWidget(row)
            row.show()
        self._card.setVisible(bool(self.rows))
        self.more_button.setVisible(self.limit > 0 and count > len(self.rows))
        self._tell(count)
        had_focus = holds_focus(self)
        self.setVisible(count > 0)
        if held is not None and self.rows:
            self.rows[min(held, len(self.rows) - 1)].back_button.setFocus()
        elif (held is not None or had_focus) and self.isVisible() and not holds_focus(self):
            self.fold_button.setFocus()
        if self._unfolding:
            self._unfolding = False
            bring_into_view(self)

    def _tell(self, count: int) -> None:
        folded = not self.limit
        heading = f"{self._title} · {whole_number(count)}"
        self.fold_button.setText(heading)
        name = self.tr("Vis {heading}") if folded else self.tr("Skjul {heading}")
        self.fold_button.setAccessibleName(name.format(heading=heading))
        icons.set_icon(self.fold_button, "chevron-right" if folded else "chevron-down")

    def _turn(self) -> None:
        self.limit = 0 if self.limit else STEP
        self._unfolding = bool(self.limit)
        self.wanted.emit()

    def _ask_for_more(self) -> None:
        self.limit += STEP
        self.wanted.emit()

    def _clear(self) -> None:
        self.rows = []
        drop_widgets(self._column)
