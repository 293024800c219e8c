"""What the people of the workplace can use, with the number to ring and whose offer it is."""

from collections.abc import Collection, Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from app.models.offers import is_for_all
from app.models.types import Offer, RecordId
from app.models.words import grouped_phone
from app.texts import Text
from app.ui.services import Services
from app.ui.widgets.measure import em

_SHOWN = 3


class OffersBox(QFrame):
    """A tinted block with one line for each offer; those that fit the advice come first.

    What everybody can use stands there only where it fits.
    """

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

    def show_offers(
        self, offers: Sequence[Offer], why: Mapping[RecordId, Text], fitting: Collection[str]
    ) -> None:
        """Show the offers with ``why``; ``fitting`` are codes of advice suggested or chosen."""
        shown_now = [
            offer for offer in offers if offer.advice_code in fitting or not is_for_all(offer)
        ]
        ordered = sorted(shown_now, key=lambda offer: offer.advice_code not in fitting)
        lines = [self._line(offer, why[offer.id]) for offer in ordered]
        shown = lines[:_SHOWN]
        if len(lines) > _SHOWN:
            shown.append(escape(self.tr("og %n tilbud mere", "", len(lines) - _SHOWN)))
        self.text.setText("<br>".join(shown))
        self.setToolTip("<br>".join(lines) if len(lines) > _SHOWN else "")
        self.setVisible(bool(lines))

    def _line(self, offer: Offer, why: Text) -> str:
        said = self._services.words(why)
        phone = grouped_phone(offer.phone)
        number = f"<nobr><b>{escape(phone)}</b></nobr>" if phone else ""
        parts = (escape(said[:1].upper() + said[1:]), number)
        return " · ".join(filter(None, (*parts, escape(offer.note), escape(offer.link))))
