"""One open promise as a line that can be ticked off, put off or followed to its inquiry."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.models.promises import Due, Promise
from app.models.types import FollowUp, RecordId
from app.models.words import short_date
from app.ui import icons
from app.ui.pages.followups import words
from app.ui.pages.line import Line, keep_place
from app.ui.pages.plan.facts import plain
from app.ui.palette import tokens
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em, hairline, label
from app.ui.widgets.painting import draw_ring

DONE, DAY, WEEK, OPEN, DELETE = "done", "day", "week", "open", "delete"
EDIT, COMMENT = "edit", "comment"
"""What can be asked of a row."""

_KEYS: dict[int, str] = {
    Qt.Key.Key_Space: DONE,
    Qt.Key.Key_Return: DONE,
    Qt.Key.Key_Enter: DONE,
    Qt.Key.Key_1: DAY,
    Qt.Key.Key_7: WEEK,
    Qt.Key.Key_F2: EDIT,
    Qt.Key.Key_K: COMMENT,
    Qt.Key.Key_O: OPEN,
    Qt.Key.Key_Delete: DELETE,
}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class PromiseRow(Line):
    """Sends ``asked`` with one of the constants of this module.

    ``here`` are the ids of what the place that it stands in is about: these it does not open. The
    row itself takes the focus; its buttons are reached with Tab while it has it.
    """

    asked = Signal(str)

    def __init__(self, promise: Promise, today: date, here: Collection[str | None] = ()) -> None:
        super().__init__()
        self.promise = promise
        self._here = {None, *here}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        when = words.due_words(promise.followup.due_on, today)
        title, about = words.title(promise), words.about(promise)
        told = filter(None, (title, about, words.how(promise), promise.followup.comment, when))
        self.setAccessibleName(". ".join(told))
        self.setAccessibleDescription(
            self.tr(
                "Mellemrum: gjort. 1: en dag senere. 7: en uge senere. K: kommentér. F2: ret. "
                "O: åbn. Delete: slet."
            )
        )
        late = promise.due(today) is Due.LATE
        self.first.addWidget(label(short_date(promise.followup.due_on), "strong"))
        self.first.addWidget(label(when, "error" if late else "caption"))
        self.first.addStretch(1)
        self.text.addWidget(plain(title, "strong"))
        self.text.addWidget(plain(about, "caption"))
        for more in filter(None, (words.how(promise), promise.followup.comment)):
            self.text.addWidget(plain(more, "caption"))
        self.text.addStretch(1)
        self._pressed = self._make_buttons(title)
        holder = QWidget()
        flow = FlowLayout(holder, gap=em(self, 0.29))
        for made in self._pressed:
            flow.addWidget(made)
        self.buttons.addWidget(holder, 1)

    @property
    def push_buttons(self) -> list[QPushButton]:
        """The buttons of the row from left to right."""
        return list(self._pressed)

    @property
    def leads_on(self) -> bool:
        """Whether what it is about can be opened, and is not what is shown already."""
        return subject(self.promise.followup) not in self._here

    def set_current(self, current: bool) -> None:
        """Let Tab reach the buttons of this row, or pass them by."""
        policy = Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus
        for made in self._pressed:
            made.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = _wish(event)
        if wish:
            self.asked.emit(wish)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of the row work on its buttons too, except those that press them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            wish = _wish(event)
            if wish and wish != DONE:
                self.asked.emit(wish)
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_ring(painter, QRectF(self.rect()), tokens().accent, em(self, 0.43))

    def _make_buttons(self, title: str) -> list[QPushButton]:
        wishes = (
            (DONE, self.tr("Gjort"), self.tr("Gjort (mellemrum)"), ""),
            (DAY, self.tr("+1 dag"), self.tr("Udsæt 1 dag (1)"), "quiet"),
            (WEEK, self.tr("+1 uge"), self.tr("Udsæt 1 uge (7)"), "quiet"),
            (EDIT, self.tr("Ret"), self.tr("Ret eller kommentér (F2)"), "quiet"),
            (OPEN, self.tr("Åbn"), self.tr("Åbn det, den handler om (O)"), "quiet"),
        )
        made: list[QPushButton] = []
        for wish, text, tip, kind in wishes:
            each = button(text, kind, name=f"{tip}: {title}")
            each.setToolTip(tip)
            each.clicked.connect(lambda _=False, asked=wish: self.asked.emit(asked))
            each.installEventFilter(self)
            made.append(each)
        icons.set_icon(made[0], "check", size=em(self, 1.14))
        if not self.leads_on:
            made[-1].hide()  # what has no parent yet would be shown as a window of its own
            keep_place(made[-1])
        return made


def subject(followup: FollowUp) -> RecordId | None:
    """Return the id of what a promise is about first of all: the talk, the visit, the person …"""
    about = (followup.inquiry_id, followup.visit_id, followup.person_id, followup.workplace_id)
    return next((each for each in about if each is not None), None)


def group_of(rows: list[PromiseRow]) -> QFrame:
    """Return the rows in one white card, parted by hairlines."""
    card = QFrame()
    card.setProperty("surface", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(0)
    for position, row in enumerate(rows):
        if position:
            column.addWidget(hairline())
        column.addWidget(row)
    return card


def _wish(event: QKeyEvent) -> str:
    """Return what a key asks of a row, or nothing."""
    return _KEYS.get(event.key(), "") if event.modifiers() in _PLAIN else ""
