"""One offer of a workplace in its form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.models.offers import USUAL_ADVICE
from app.models.types import Offer, OfferKind
from app.models.workplace_drafts import OfferDraft, is_empty_offer
from app.ui.pages.workplaces.labelled import Labelled
from app.ui.pages.workplaces.rows import Row, remove_button
from app.ui.widgets.choice import Choice
from app.ui.widgets.columns import Columns
from app.ui.widgets.date_field import DateField
from app.ui.widgets.measure import em

_WORKPLACE, _ORGANISATION = "workplace", "organisation"
NEW_OFFER = OfferDraft(
    offer=Offer(
        kind=OfferKind.HEALTH_INSURANCE,
        provider="",
        advice_code=USUAL_ADVICE[OfferKind.HEALTH_INSURANCE],
    )
)


@dataclass(frozen=True, slots=True)
class OfferWords:
    """The words to choose among, as (key, words), and how typed dates are read."""

    kinds: tuple[tuple[str, str], ...]
    advice: tuple[tuple[str, str], ...]
    parse_date: Callable[[str], date | None]


class OfferRow(Row[OfferDraft]):
    """Kind, provider, phone, link, note, validity, the advice it supports and whose it is."""

    def __init__(self, words: OfferWords) -> None:
        super().__init__()
        self._base = NEW_OFFER
        self.kind = Choice(self.tr("Slags"), words.kinds)
        self.provider, self.phone = QLineEdit(), QLineEdit()
        self.link, self.note = QLineEdit(), QLineEdit()
        self.advice = Choice(
            self.tr("Hører til rådet"), (("", self.tr("Intet bestemt råd")), *words.advice)
        )
        self.owner = Choice(
            self.tr("Gælder for"),
            (
                (_WORKPLACE, self.tr("Denne arbejdsplads")),
                (_ORGANISATION, self.tr("Hele organisationen")),
            ),
        )
        self.valid_from = DateField(self.tr("Gælder fra"), words.parse_date)
        self.valid_until = DateField(self.tr("Gælder til"), words.parse_date)
        self._provider = Labelled(self.tr("Leverandør"), self.provider)
        self._until = Labelled(self.tr("Gælder til"), self.valid_until)
        self._lay_out()
        self._connect()

    def value(self) -> OfferDraft:
        """Return the offer."""
        offer = replace(
            self._base.offer,
            kind=OfferKind(self.kind.value()),
            provider=self.provider.text().strip(),
            phone=self.phone.text().strip(),
            link=self.link.text().strip(),
            note=self.note.text().strip(),
            advice_code=self.advice.value(),
            valid_from=self.valid_from.value(),
            valid_until=self.valid_until.value(),
        )
        return OfferDraft(offer=offer, shared=self.owner.value() == _ORGANISATION)

    def set_value(self, value: OfferDraft) -> None:
        """Show an offer."""
        self._base = value
        offer = value.offer
        self.kind.set_value(offer.kind)
        self.provider.setText(offer.provider)
        self.phone.setText(offer.phone)
        self.link.setText(offer.link)
        self.note.setText(offer.note)
        self.advice.set_value(offer.advice_code)
        self.owner.set_value(_ORGANISATION if value.shared else _WORKPLACE)
        self.valid_from.set_value(offer.valid_from)
        self.valid_until.set_value(offer.valid_until)

    def is_empty(self) -> bool:
        """Tell whether nothing was entered in a new offer."""
        return is_empty_offer(self.value().offer)

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong with the provider and the dates."""
        self._provider.say(problems.get("provider", ""))
        self._until.say(problems.get("valid_until", ""))

    def first_field(self) -> QWidget:
        """Return the kind."""
        return self.kind

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("surface", "chosen")
        inner = QHBoxLayout(frame)
        side = em(self, 0.86)
        inner.setContentsMargins(side, em(self, 0.57), em(self, 0.57), side)
        inner.setSpacing(em(self, 0.57))
        lines = QVBoxLayout()
        lines.setSpacing(em(self, 0.43))
        grid = (
            (
                Labelled(self.tr("Slags"), self.kind),
                self._provider,
                Labelled(self.tr("Telefon"), self.phone),
            ),
            (
                Labelled(self.tr("Hører til rådet"), self.advice),
                Labelled(self.tr("Note, fx hvad det dækker"), self.note),
                Labelled(self.tr("Link"), self.link),
            ),
            (
                Labelled(self.tr("Gælder for"), self.owner),
                Labelled(self.tr("Gælder fra"), self.valid_from),
                self._until,
            ),
        )
        for line in grid:
            lines.addWidget(Columns(line, least=34, shares=(4, 4, 4), gap=0.57))
        inner.addLayout(lines, 1)
        remove = remove_button(self, self.tr("Fjern tilbuddet"))
        inner.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def _connect(self) -> None:
        self.kind.chosen.connect(self._propose_advice)
        for choice in (self.kind, self.advice, self.owner):
            choice.chosen.connect(lambda _: self.changed.emit())
        for line in (self.provider, self.phone, self.link, self.note):
            line.textEdited.connect(lambda _: self.changed.emit())
        for day in (self.valid_from, self.valid_until):
            day.changed.connect(lambda _: self.changed.emit())

    def _propose_advice(self, kind: str) -> None:
        """Let the advice follow the kind, unless another advice was chosen for it."""
        if self.advice.value() in {"", *USUAL_ADVICE.values()}:
            self.advice.set_value(USUAL_ADVICE.get(OfferKind(kind), ""))
