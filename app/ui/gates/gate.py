"""What the gates have in common: one calm card, the language in the corner, signs of work."""

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.texts import Language
from app.ui.pages.scrolled import Scrolled
from app.ui.widgets.card import Card
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.measure import announce, em, label
from app.ui.widgets.notice import Notice
from app.ui.widgets.segmented import Option, Segmented

_SHOW_PROGRESS_AFTER = 300
"""Milliseconds; shorter work shows no bar that would only flicker."""


def spoken() -> Language:
    """Return the language that the window speaks, for texts that come from the models."""
    return "en" if QLocale().language() == QLocale.Language.English else "da"


class Gate(QWidget):
    """A card in the middle of the window; add content to :attr:`content`.

    ``language_chosen`` carries "da" or "en"; the window then builds the gate again.
    """

    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._focus_before: QWidget | None = None
        self._busy = False
        self.languages = Segmented(
            self.tr("Sprog"), (Option("da", "Dansk"), Option("en", "English")), look="chip"
        )
        self.languages.set_value(spoken())
        self.languages.changed.connect(self.language_chosen)
        self.notice = Notice("", "danger")
        self.notice.hide()
        self.content = QVBoxLayout()
        self.content.setSpacing(em(self, 1.14))
        self.progress = _progress_bar(self.tr("Arbejder"))
        self._progress_timer = QTimer(self)
        self._progress_timer.setSingleShot(True)
        self._progress_timer.setInterval(_SHOW_PROGRESS_AFTER)
        self._progress_timer.timeout.connect(self._show_progress)
        self.card = Card()
        self._lay_out()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    @property
    def is_busy(self) -> bool:
        """Whether work goes on that was asked for here."""
        return self._busy

    def set_busy(self, busy: bool) -> None:
        """Take no input while work goes on; afterwards the focus is where it was."""
        if busy == self._busy:
            return
        self._busy = busy
        if busy:
            self._focus_before = self.focusWidget()
            self._progress_timer.start()
        else:
            self._progress_timer.stop()
            self.progress.hide()
        self.card.setEnabled(not busy)
        self.languages.setEnabled(not busy)
        if not busy and self._focus_before is not None:
            self._focus_before.setFocus()

    def set_card_width(self, multiple: float) -> None:
        """Let the card be at most so many times the text size wide."""
        self.card.setMaximumWidth(em(self, multiple))

    def show_notice(self, error: UserError) -> None:
        """Say what happened, why and what to do, above the content of the card."""
        self.notice.show()
        self.notice.set_text(error.message(spoken()))

    def clear_notice(self) -> None:
        """Take the notice away."""
        self.notice.set_text("")
        self.notice.hide()

    def _lay_out(self) -> None:
        self.card.body.addWidget(self.notice)
        self.card.body.addLayout(self.content)
        self.card.body.addWidget(self.progress)
        corner = QHBoxLayout()
        corner.addStretch(1)
        corner.addWidget(self.languages)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.card, 1000)
        middle.addStretch(1)
        self._scrolled = Scrolled()
        column = self._scrolled.column
        side = em(self, 1.14)
        column.setContentsMargins(side, side, side, side)
        column.addLayout(corner)
        column.addStretch(2)
        column.addLayout(_brand())
        column.addLayout(middle)
        column.addStretch(3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scrolled)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.card.isAncestorOf(now):
            # What is said about a field takes its room in the next turn of the event loop.
            QTimer.singleShot(0, self, lambda: self._scrolled.ensureWidgetVisible(now))

    def _show_progress(self) -> None:
        self.progress.show()
        announce(self.progress, self.progress.accessibleName())


def _brand() -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(IconView("logo", "accent_text", 2.0))
    row.addWidget(label("Vejviser", "brand"), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    return row


def _progress_bar(name: str) -> QProgressBar:
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setAccessibleName(name)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    policy.setRetainSizeWhenHidden(True)
    bar.setSizePolicy(policy)
    bar.hide()
    return bar
