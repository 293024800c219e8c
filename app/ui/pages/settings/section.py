"""What the sections of the settings have in common."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.pages.scrolled import Scrolled
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.measure import label


class Section(QWidget):
    """One section: a heading and cards in a column that scrolls.

    ``look_changed(setting)`` is sent by a section that changed how the window looks.
    """

    look_changed = Signal(str)

    def __init__(self, services: Services, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.title = title
        scroll = Scrolled()
        self.column = scroll.column
        self.column.addWidget(label(title, "heading", wrap=True))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def reload(self) -> None:
        """Read again what is shown; what is being typed stays."""

    def leave(self) -> None:
        """Put away what shall not stand on the screen; called when another section is shown."""

    def add_card(self, title: str = "", help_text: str = "") -> Card:
        """Add a card with a title and, under it, a sentence of help."""
        card = Card(title)
        if help_text:
            card.body.addWidget(label(help_text, "caption", wrap=True))
        self.column.addWidget(card)
        return card

    def finish(self) -> None:
        """Let the cards stand at the top; called after the last one."""
        self.column.addStretch(1)
