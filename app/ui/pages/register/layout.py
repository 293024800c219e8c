"""Where everything stands on the registration page."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from app.models.registration import InquiryDraft
from app.ui.pages.register.bottom_bar import BottomBar
from app.ui.pages.register.circumstances import Circumstances
from app.ui.pages.register.code_panel import CodePanel
from app.ui.pages.register.columns import Columns
from app.ui.pages.register.context_row import ContextRow
from app.ui.pages.register.fitting_cards import CardPanel, CardsLine
from app.ui.pages.register.guard_line import GuardLine
from app.ui.pages.register.identity_panel import IdentityPanel
from app.ui.pages.register.note_panel import NotePanel
from app.ui.pages.register.offers_box import OffersBox
from app.ui.pages.register.title_line import TitleLine
from app.ui.pages.scrolled import Scrolled
from app.ui.services import Services
from app.ui.widgets.measure import em, hairline

_LEAST = 60
"""Below this width, in multiples of the text size, the two columns stand below each other."""

_END = 5
"""Where the promise stands among what scrolls, if it is not in the bottom bar."""


class RegisterLayout(QFrame):
    """One card: title, person, codes; what ends the registration stays in sight at the bottom.

    Everything is in one view at 1366×768; larger text scrolls up and down.
    """

    def __init__(self, services: Services, draft: InquiryDraft) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.title = TitleLine()
        self.context = ContextRow(services)
        self.identity = IdentityPanel(services, draft)
        self.circumstances = Circumstances(services)
        self.reasons = CodePanel(
            self.tr("År&sager"), self.tr("Skriv for at finde: »læ«, »søvn«, »56«")
        )
        self.advice = CodePanel(self.tr("Rå&d"), self.tr("Skriv for at finde råd"))
        self.offers = OffersBox(services)
        self.cards = CardsLine(services)
        self.guard = GuardLine()
        self.bottom = BottomBar(services.today)
        self.scrolled = Scrolled()
        self.scrolled.column.setSpacing(em(self, 0.5))
        who = Columns(self.identity, self.circumstances, (11, 9), least=_LEAST, gap=1.7)
        why = self._column(self.reasons, self.cards)
        what = Columns(why, self._column(self.advice, self.offers), (11, 9), least=_LEAST, gap=1.7)
        for widget in (self.title, self.context, who, hairline(), what):
            self.scrolled.column.addWidget(widget)
        self._narrow = False
        self.scrolled.column.addStretch(1)
        outer = QVBoxLayout(self)
        side = em(self, 1.14)
        outer.setContentsMargins(side, em(self, 0.57), side, em(self, 0.57))
        outer.setSpacing(em(self, 0.57))
        outer.addWidget(self.scrolled, 1)
        outer.addWidget(self.guard)
        outer.addWidget(hairline())
        outer.addWidget(self.bottom)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room to scroll in where the text is large or the window narrow."""
        super().resizeEvent(event)
        narrow = event.size().width() < em(self, _LEAST)
        if narrow != self._narrow:
            self._narrow = narrow
            if narrow:
                self.scrolled.column.insertWidget(_END, self.bottom.follow_up)
            else:
                self.bottom.take_follow_up()

    def make_note(self, page: QWidget) -> NotePanel:
        """Return the panel of the private note, over ``page``."""
        return NotePanel(page, self.bottom.note, self.guard, self.tr("Privat note"))

    def make_card_panel(self, page: QWidget, services: Services) -> CardPanel:
        """Return the panel in which fitting cards are read, over ``page``."""
        return CardPanel(page, self.cards, services)

    def first_field(self, draft: InquiryDraft) -> QWidget:
        """Return where everything begins: name, phone or nothing; of an erased person, the reasons."""
        return self.reasons.field.line if draft.of_erased else self.identity.person.line

    def show_draft(self, draft: InquiryDraft) -> None:
        """Show what a draft holds, the person and the occasion left out."""
        self.circumstances.show_draft(draft)
        self.reasons.set_chosen(draft.reasons)
        self.advice.set_chosen(draft.advice)
        for panel in (self.reasons, self.advice):
            panel.field.clear()
            panel.say("")
        self.bottom.follow_up.show_draft(draft)
        self.bottom.follow_up.setVisible(not draft.of_erased)  # nobody is left to promise anything
        self.bottom.show_note_state(bool(draft.note.strip()))

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Bring into sight what got the focus, however it came there."""
        content = self.scrolled.widget()
        if new is not None and content is not None and content.isAncestorOf(new):
            self.scrolled.ensureWidgetVisible(new)

    def _column(self, *parts: QWidget) -> QWidget:
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(em(self, 0.57))
        for part in parts:
            box.addWidget(part)
        # What is left over is left below: a field must not move while somebody types in it.
        box.addStretch(1)
        return column
