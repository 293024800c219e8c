"""One knowledge card to read: its warnings, its text, its source and dates."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.models.card_types import (
    CARD_TOPICS,
    NO_WARRANTY,
    Block,
    BlockKind,
    Card,
    facts,
    warnings,
)
from app.texts import Language
from app.ui.widgets.measure import em, hairline, label
from app.ui.widgets.notice import Notice

_MEASURE = 46
"""The widest line of text, in text sizes; longer ones are hard to follow."""


class CardText(QScrollArea):
    """Shows a card; one stop for Tab, scrolled by the arrow keys. Nothing in it is a link."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.card: Card | None = None
        self.setProperty("reading", "true")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def show_card(self, card: Card, today: date) -> None:
        """Show a card from its top; the same card again stays where it is scrolled to."""
        scrolled = self.verticalScrollBar().value()
        same = self.card is not None and self.card.id == card.id
        self.card = card
        self.setAccessibleName(card.title)
        self.setWidget(self._page(card, today))
        self.verticalScrollBar().setValue(scrolled if same else 0)

    def _page(self, card: Card, today: date) -> QWidget:
        page = QWidget()
        page.setProperty("transparent", "true")
        column = QVBoxLayout(page)
        side = em(self, 0.86)
        column.setContentsMargins(side, em(self, 0.57), side, side)
        column.setSpacing(em(self, 0.43))
        column.addWidget(_plain(CARD_TOPICS[card.topic].in_language(self._language), "section"))
        column.addWidget(_plain(card.title, "title"))
        column.addWidget(_plain(self._dates(card), "caption"))
        column.addSpacing(em(self, 0.43))
        for text in warnings(card, today, self._language):
            column.addWidget(Notice(text.in_language(self._language), "warn"))
        for block in card.blocks:
            column.addWidget(self._block(block))
        column.addSpacing(em(self, 0.57))
        column.addWidget(hairline())
        column.addLayout(self._facts(card))
        column.addWidget(_plain(NO_WARRANTY.in_language(self._language), "caption"))
        column.addStretch(1)
        page.setMaximumWidth(em(self, _MEASURE))
        return page

    def _block(self, block: Block) -> QWidget:
        if block.kind is BlockKind.HEADING:
            heading = _plain(block.text, "heading")
            heading.setContentsMargins(0, em(self, 0.57), 0, 0)
            return heading
        if block.kind is BlockKind.PARAGRAPH:
            return _plain(block.text)
        item = QWidget()
        row = QHBoxLayout(item)
        row.setContentsMargins(em(self, 0.28), 0, 0, 0)
        row.setSpacing(em(self, 0.57))
        row.addWidget(label("•", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_plain(block.text), 1)
        return item

    def _dates(self, card: Card) -> str:
        dates = facts(card)[-2:]
        return " · ".join(f"{name.in_language(self._language)} {day}" for name, day in dates)

    def _facts(self, card: Card) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(em(self, 1))
        grid.setVerticalSpacing(em(self, 0.2))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 3)
        for number, (name, value) in enumerate(facts(card)):
            grid.addWidget(_plain(name.in_language(self._language), "caption"), number, 0)
            grid.addWidget(_plain(value, "caption"), number, 1)
        return grid


def _plain(text: str, role: str = "") -> QLabel:
    """Return a label that takes nothing in ``text`` for markup, and lets it be copied."""
    made = label("", role, wrap=True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setText(text)
    return made
