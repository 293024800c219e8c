"""What stands where on the page of knowledge cards."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.texts import Language
from app.ui import icons
from app.ui.pages.cards.card_text import CardText
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.entry_list import EntryList
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.notice import Notice


class CardsView(QWidget):
    """Title and folder, the search with its list, the card beside it and what to do with it.

    ``text_wanted`` is sent when Enter is pressed in the list.
    """

    text_wanted = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Søg i kortene"))
        self.search.setPlaceholderText(self.tr("Søg: »sygedagpenge«, »56«"))
        self.search.setClearButtonEnabled(True)
        self.count = label("", "caption")
        self.list = EntryList(self.tr("Videnskort"))
        self.text = CardText(language)
        self.empty = EmptyState("", self.tr("Vis alle kort"), icon="cards")
        self.folder_button = button(self.tr("Åbn mappen med kort"))
        icons.set_icon(self.folder_button, "folder", "text", em(self, 1.1))
        self.edit_button = button(self.tr("Ret en kopi"))
        self.edit_button.setToolTip(
            self.tr("Kopierer kortet til mappen med kort, så I kan rette det dér")
        )
        self.print_button = button(self.tr("Gem som PDF"), "primary")
        self.problems = Notice("", "warn")
        self.problems.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._card())
        outer = QVBoxLayout(self)
        side = em(self, 1.43)
        outer.setContentsMargins(side, side, side, em(self, 0.86))
        outer.setSpacing(em(self, 0.86))
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Vidensbank"), "title"), 1)
        head.addWidget(self.folder_button)
        outer.addLayout(head)
        outer.addWidget(self.problems)
        outer.addLayout(self._columns(), 1)
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)

    def show_parts(self, *, card: bool, count: int, query: str) -> None:
        """Show the card, or say that nothing was found."""
        self._stack.setCurrentIndex(1 if card else 0)
        self.count.setText(self.tr("%n kort", "", count))
        sentence = self.tr("Ingen kort passer til »{query}«.").format(query=query)
        self.empty.sentence.setText(sentence if query else self.tr("Her er ingen kort."))
        self.empty.button.setVisible(bool(query))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down and Enter lead from the search to the list, and Enter from there to the card."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if watched is self.search and (enter or event.key() == Qt.Key.Key_Down):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif watched is self.list and enter:
            self.text_wanted.emit()
        else:
            return False
        return True

    def _columns(self) -> QHBoxLayout:
        left = QWidget()
        left.setMinimumWidth(em(self, 10))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.57))
        for widget in (self.search, self.count):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(em(self, 1.14))
        row.addWidget(left, 3)
        row.addWidget(self._stack, 5)
        return row

    def _card(self) -> QWidget:
        card = QFrame()
        card.setProperty("surface", "card")
        column = QVBoxLayout(card)
        side = em(self, 0.57)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(em(self, 0.57))
        column.addWidget(self.text, 1)
        self.foot = QVBoxLayout()
        column.addLayout(self.foot)
        row = QHBoxLayout()
        row.setSpacing(em(self, 0.57))
        row.setContentsMargins(0, 0, em(self, 0.86), em(self, 0.28))
        row.addStretch(1)
        row.addWidget(self.edit_button)
        row.addWidget(self.print_button)
        column.addLayout(row)
        return card
