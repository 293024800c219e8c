"""The knowledge cards that fit what the talk is about, one quiet line; F6 opens the first."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.models.card_types import Card, past_mark
from app.models.cards import CardLibrary, load_cards
from app.ui import icons
from app.ui.pages.cards.card_text import CardText
from app.ui.services import Services
from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.key_badge import KeyBadge
from app.ui.widgets.measure import button, em, label, literal
from app.ui.widgets.overlay import Overlay

KEY = "F6"
_MOST = 3


class CardsLine(QWidget):
    """Offers the cards of the chosen reasons and advice; ``wanted`` carries the one to read.

    Tab passes by, so that the way from the advice to the promise stays as short as it is.
    """

    wanted = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._codes: frozenset[str] = frozenset()
        self._library = CardLibrary({})
        self.cards: tuple[Card, ...] = ()
        self.links: list[ActionButton] = []
        self._flow = FlowLayout(self, gap=em(self, 0.43))
        self._flow.addWidget(label(self.tr("Vidensbank:"), "caption"))
        self._flow.addWidget(KeyBadge(KEY))
        self.hide()

    def show_codes(self, codes: Collection[str]) -> None:
        """Offer what fits these reasons and this advice; the files are read when a talk begins."""
        began = not self._codes
        self._codes = frozenset(codes)
        if began and self._codes:
            paths = self._services.paths
            self._services.runner.beside(
                lambda: load_cards(paths), self._take, key="register:cards"
            )
        self._offer()

    def _take(self, library: CardLibrary) -> None:
        # Read beside the store's work, it may come when the window has been built again.
        if isValid(self):
            self._library = library
            self._offer()

    def _offer(self) -> None:
        found = self._library.for_codes(self._codes, self._services.language)[:_MOST]
        if found != self.cards:
            self.cards = found
            self._make_links()
        self.setVisible(bool(self.cards))

    def _make_links(self) -> None:
        for link in self.links:
            self._flow.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = [self._link(card) for card in self.cards]
        for link in self.links:
            self._flow.addWidget(link)
            link.show()

    def _link(self, card: Card) -> ActionButton:
        # What stands before the colon names the card; the rest explains the name.
        made = button(literal(card.title.partition(":")[0]), "link", name=card.title, elided=True)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        mark = past_mark(card, self._services.today())
        if mark is not None:
            icons.set_icon(made, "warning", "warn.text", em(self, 1))
            made.setToolTip(self._services.words(mark))
            made.setAccessibleDescription(self._services.words(mark))
        made.clicked.connect(lambda: self.wanted.emit(card))
        return made


class CardPanel(Overlay):
    """Shows a card over the right of the page, while what is typed stays where it is."""

    def __init__(self, page: QWidget, line: CardsLine, services: Services) -> None:
        super().__init__(page, "")
        self._page, self._line, self._services = page, line, services
        self.text = CardText(services.language)
        self.next_button = button(self.tr("Næste kort"))
        self.close_button = button(self.tr("Luk"))
        row = QHBoxLayout()
        row.setSpacing(em(self, 0.57))
        row.addWidget(self.next_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(KeyBadge("Esc"))
        column = QVBoxLayout(self)
        side = em(self, 0.57)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(em(self, 0.57))
        column.addWidget(self.text, 1)
        column.addLayout(row)
        line.wanted.connect(self.show_card)
        self.next_button.clicked.connect(self.show_next)
        self.close_button.clicked.connect(self.dismiss)
        shortcut = QShortcut(QKeySequence(KEY), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.show_next)

    def show_card(self, card: Card) -> None:
        """Open the panel with a card."""
        self.text.show_card(card, self._services.today())
        self.setAccessibleName(card.title)
        self.next_button.setVisible(len(self._line.cards) > 1)
        self.open(self.text)

    def show_next(self) -> None:
        """Open the first card of the line or the one after the shown card; say so where none fits."""
        cards = self._line.cards
        if not cards:
            self._services.notices.tell(
                self.tr("Intet kort passer til det, der er valgt. Alle kort: Ctrl+7.")
            )
            return
        ids = [card.id for card in cards]
        shown = self.text.card.id if self.text.card and not self.isHidden() else ""
        self.show_card(cards[(ids.index(shown) + 1) % len(cards) if shown in ids else 0])

    def place(self) -> None:
        """Stand at the right of the page, over the advice."""
        gap = em(self, 0.86)
        width = min(em(self, 38), self._page.width() - 2 * gap)
        self.setGeometry(
            self._page.width() - width - gap, gap, width, self._page.height() - 2 * gap
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close when the page goes, so that it does not lie over the next talk."""
        if event.type() == QEvent.Type.Hide and watched is self._page:
            self.dismiss()
        return super().eventFilter(watched, event)
