"""From the surroundings of a contact to the chips and offers that stand on the page."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.models.offers import is_for_all
from app.models.registration import InquiryDraft
from app.models.suggesting import Suggestion, suggest_advice
from app.models.taxonomy import Term
from app.ui.pages.register.code_panel import CodePanel
from app.ui.pages.register.finding import findable_terms
from app.ui.pages.register.fitting_cards import CardsLine
from app.ui.pages.register.offers_box import OffersBox
from app.ui.pages.register.reading import Surroundings
from app.ui.services import Services
from app.ui.widgets.chips import ChipGroup, ChipItem

translate = QCoreApplication.translate


class Advising:
    """Fills the panels, the box of offers and the line of cards; chips keep their order for good."""

    def __init__(
        self,
        services: Services,
        reasons: CodePanel,
        advice: CodePanel,
        offers: OffersBox,
        cards: CardsLine,
    ) -> None:
        self._services = services
        self._reasons, self._advice, self._offers, self._cards = reasons, advice, offers, cards
        self.labels: dict[str, str] = {}
        """The short label of every code, in the language of the window."""
        self._rest: list[ChipItem] = []

    def show_codes(self, draft: InquiryDraft, around: Surroundings) -> None:
        """Offer the codes that are valid on the day, and those that the draft has already."""
        words, index = self._services.words, 0 if self._services.language == "da" else 1
        reasons = _choosable(around.reasons, draft, draft.reasons)
        advice = _choosable(around.advice, draft, draft.advice)
        self.labels = {term.code: words(term.short) for term in (*around.reasons, *around.advice)}
        groups = [
            ChipGroup(words(group.label), _items(self, reasons, group.code), group.code)
            for group in around.groups
        ]
        self._reasons.set_codes(findable_terms(reasons, index))
        self._reasons.set_groups(groups)
        self._advice.set_codes(findable_terms(advice, index))
        self._rest = _items(self, advice, "")
        self.show_suggestions(draft, around)

    def show_suggestions(self, draft: InquiryDraft, around: Surroundings) -> None:
        """Put in front what the reasons and the workplace's offers speak for, and say so."""
        valid = {term.code for term in _choosable(around.advice, draft, ())}
        found = suggest_advice(draft.reasons, around.often_given, around.offers, valid)
        items = [ChipItem(s.code, self.labels.get(s.code, s.code)) for s in found]
        self._advice.set_groups(
            [ChipGroup(translate("Advising", "Øvrige råd") if items else "", self._rest)]
        )
        self._advice.set_suggested(self._why(found, around), items)
        self._offers.show_offers(
            around.offers, around.why, {*draft.advice, *(s.code for s in found)}
        )
        self._cards.show_codes({*draft.reasons, *draft.advice})

    def _why(self, found: Sequence[Suggestion], around: Surroundings) -> str:
        reasons = {code for suggestion in found for code in suggestion.reasons}
        place = around.workplace
        near = (offer for suggestion in found for offer in suggestion.offers)
        offered = place is not None and any(not is_for_all(offer) for offer in near)
        named = [self.labels.get(term.code, "") for term in around.reasons if term.code in reasons]
        about = ", ".join(named)
        if about and offered and place is not None:
            return translate("Advising", "Foreslået ud fra {reasons} og tilbud hos {place}").format(
                reasons=about, place=place.name
            )
        if offered and place is not None:
            return translate("Advising", "Tilbud hos {place}").format(place=place.name)
        return translate("Advising", "Foreslået ud fra {reasons}").format(reasons=about)


def _choosable(terms: Sequence[Term], draft: InquiryDraft, chosen: Sequence[str]) -> list[Term]:
    return [term for term in terms if term.is_valid(draft.date) or term.code in chosen]


def _items(advising: Advising, terms: Sequence[Term], group: str) -> list[ChipItem]:
    return [
        ChipItem(term.code, advising.labels[term.code]) for term in terms if term.group == group
    ]
