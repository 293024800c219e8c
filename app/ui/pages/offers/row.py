"""One offer as a line of the directory."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from app.models.offer_list import OFFER_SCOPES, OfferScope, ShownOffer
from app.models.offers import is_valid
from app.models.types import Offer
from app.models.words import OFFER_KINDS, grouped_phone, short_date
from app.ui.pages.keyed_row import KeyedRow, Wish
from app.ui.services import Services
from app.ui.widgets.measure import em, label

translate = QCoreApplication.translate

EDIT, DELETE = "edit", "delete"
"""What can be asked of a row."""

_KEYS: dict[int, str] = {
    Qt.Key.Key_Return: EDIT,
    Qt.Key.Key_Enter: EDIT,
    Qt.Key.Key_Space: EDIT,
    Qt.Key.Key_F2: EDIT,
    Qt.Key.Key_Delete: DELETE,
}

_KIND_WIDTH = 11
"""Width of the first column in multiples of the text size, so that all rows stand alike."""


class OfferRow(KeyedRow):
    """Sends ``asked`` with one of the constants of this module."""

    def __init__(self, services: Services, shown: ShownOffer, advice: str) -> None:
        offer = shown.offer
        super().__init__(offer.id, _KEYS)
        self.shown = shown
        kind = services.words(OFFER_KINDS[offer.kind])
        whose = shown.owner or services.words(OFFER_SCOPES[OfferScope.PROJECT])
        reached = " · ".join(filter(None, (grouped_phone(offer.phone), offer.link, offer.note)))
        terms = " · ".join(filter(None, (advice, sessions(offer), validity(offer))))
        past = not is_valid(offer, services.today())
        told = (offer.provider, kind, whose, reached, terms)
        self.setAccessibleName(". ".join(part for part in told if part))
        self.setAccessibleDescription(self.tr("Enter: ret. Delete: slet."))
        named = _text(kind, "strong")
        named.setFixedWidth(em(self, _KIND_WIDTH))
        self.first.addWidget(named)
        self.first.addStretch(1)
        self.text.addWidget(_text(f"{offer.provider} · {whose}", "strong"))
        for text, role in ((reached, ""), (terms, "muted" if past else "caption")):
            if text:
                self.text.addWidget(_text(text, role))
        self.text.addStretch(1)
        self.add_buttons(
            offer.provider,
            (
                Wish(EDIT, self.tr("Ret"), self.tr("Ret (Enter)")),
                Wish(DELETE, self.tr("Slet"), self.tr("Slet (Delete); kan fortrydes")),
            ),
        )


def sessions(offer: Offer) -> str:
    """Return how many sessions are agreed on, or nothing."""
    if offer.quota is None:
        return ""
    if offer.quota == 1:
        return translate("Offers", "1 aftalt session")
    return translate("Offers", "{count} aftalte sessioner").format(count=offer.quota)


def validity(offer: Offer) -> str:
    """Return from when until when it holds; nothing where it always does."""
    first = short_date(offer.valid_from) if offer.valid_from else ""
    last = short_date(offer.valid_until) if offer.valid_until else ""
    if first and last:
        return translate("Offers", "gælder {first} til {last}").format(first=first, last=last)
    if first:
        return translate("Offers", "gælder fra {first}").format(first=first)
    return translate("Offers", "gælder til {last}").format(last=last) if last else ""


def _text(text: str, role: str) -> QLabel:
    made = label(text, role, wrap=True)
    made.setTextFormat(Qt.TextFormat.PlainText)  # what people wrote is never markup
    return made
