"""What the people of the workplace already have, with the number to ring."""

from collections.abc import Collection, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from app.models.types import Offer
from app.models.words import OFFER_KINDS, grouped_phone
from app.ui.services import Services
from app.ui.widgets.measure import em

_SHOWN = 3


class OffersBox(QFrame):
    """A tinted block with one line for each offer; those that fit the advice come first."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.setProperty("surface", "well")
        self.setAccessibleName(self.tr("Tilbud på arbejdspladsen"))
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        column = QVBoxLayout(self)
        side = em(self, 0.71)
        column.setContentsMargins(side, em(self, 0.36), side, em(self, 0.36))
        column.addWidget(self.text)
        self.hide()

    def show_offers(self, offers: Sequence[Offer], fitting: Collection[str]) -> None:
        """Show the offers; ``fitting`` are codes of advice that is suggested or chosen."""
        ordered = sorted(offers, key=lambda offer: offer.advice_code not in fitting)
        lines = [self._line(offer) for offer in ordered]
        shown = lines[:_SHOWN]
        if len(lines) > _SHOWN:
            shown.append(escape(self.tr("og %n tilbud mere", "", len(lines) - _SHOWN)))
        self.text.setText("<br>".join(shown))
        self.setToolTip("<br>".join(lines) if len(lines) > _SHOWN else "")
        self.setVisible(bool(lines))

    def _line(self, offer: Offer) -> str:
        kind = self._services.words(OFFER_KINDS[offer.kind])
        details = (grouped_phone(offer.phone), offer.note or kind, offer.link)
        return " · ".join((f"<b>{escape(offer.provider)}</b>", *map(escape, filter(None, details))))
