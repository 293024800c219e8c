"""The form of a referral: a new one as the offers propose it, or one that is corrected."""

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.models.case_types import Outcome, Referral, ReferralState
from app.models.folding import fold
from app.models.referral_words import OUTCOMES, REFERRAL_STATES
from app.models.referring import ReferralPlan, new_referral
from app.models.taxonomy import Term
from app.models.typed_dates import parse_date
from app.models.types import Offer
from app.models.words import grouped_phone, short_date
from app.ui.pages.workplaces.inline_form import InlineForm
from app.ui.services import Services
from app.ui.widgets.choice import Choice
from app.ui.widgets.columns import Columns
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form import FormGrid
from app.ui.widgets.hit import Hit
from app.ui.widgets.measure import label
from app.ui.widgets.segmented import Option, Segmented
from app.ui.widgets.typeahead import TypeAhead

translate = QCoreApplication.translate

_TWO_COLUMNS = 50
"""Width in text sizes from which the fields stand in two columns."""


class ReferralForm(InlineForm):
    """Sends ``stored(Referral)`` with what shall be stored; a new one has no id yet.

    The provider can be anybody; the offers that fit the advice are proposed while one types, and
    the nearest one stands there to begin with.
    """

    stored = Signal(object)

    def __init__(
        self,
        services: Services,
        plan: ReferralPlan,
        terms: Mapping[str, Term],
        referral: Referral | None = None,
    ) -> None:
        new = referral is None
        anonymous = translate("Referrals", "Anonym")
        super().__init__(services, "", "", _about(plan, anonymous))
        title = self.tr("Henvis") if new else self.tr("Ret henvisningen")
        self.set_heading(title, self.tr("Gem"))
        self._plan = plan
        self._base = referral or _proposed(plan, terms)
        self.about_key = self._base.id
        words = services.words
        advised = [code for code in plan.advice if code in terms]
        others = [code for code in terms if code not in advised]
        options = [(code, words(terms[code].label)) for code in (*advised, *others)]
        if self._base.advice_code not in terms:
            options.insert(0, (self._base.advice_code, self._base.advice_code))
        self.advice = Choice(self.tr("Råd"), options)
        self.provider = TypeAhead(self.tr("Henvist til"), self._find_offers, keep_text=True)
        self.why = label("", "caption", wrap=True)
        self.suggested_on = DateField(
            self.tr("Foreslået"),
            lambda text: parse_date(text, services.today()),
            required=True,
        )
        self.quota = QLineEdit()
        self.quota.setValidator(QRegularExpressionValidator(r"[0-9]{0,2}"))
        self.note = QLineEdit(self._base.note)
        self._add_fields()
        self.grid.add_row("note", self.tr("Privat note"), self.note)
        if not new:
            self._add_course()
        self._show(self._base)
        self._offer_id = self._base.offer_id
        self._first = self._value()
        self.advice.chosen.connect(self._advice_chosen)
        self.provider.chosen.connect(self._offer_chosen)
        self.provider.edited.connect(self._provider_typed)

    def grids(self) -> tuple[FormGrid, ...]:
        """Return what it is, and of one that exists how it goes."""
        return (self.grid, self._course) if self._base.id else (self.grid,)

    def first_field(self) -> QWidget:
        """Return the advice of a new referral, and of an older one what most likely is missing."""
        if not self._base.id:
            return self.advice
        if self.state.value() == ReferralState.DECLINED:
            return self.reason
        if self._base.state in (ReferralState.COMPLETED, ReferralState.STOPPED):
            return self.outcome.button(self.outcome.value() or Outcome.HELPED)
        return self.provider.line

    def propose_state(self, state: ReferralState) -> None:
        """Choose a state that is stored only with the rest."""
        self.state.set_value(state)
        self.state_on.set_value(self.services.today())

    def is_changed(self) -> bool:
        """Tell whether anything was entered that can be stored."""
        value = self._value()
        return value is not None and value != self._first

    def save(self) -> None:
        """Send what was entered, or say which date cannot be read."""
        unreadable = self.unreadable_date()
        if unreadable is not None:
            self.go_to(unreadable.line)
            return
        value = self._value()
        if value is None:
            wrong = self.tr("Skriv datoer med komma imellem, fx 02-11-2026, 09-11-2026.")
            self.say({"sessions": wrong})
        else:
            self.stored.emit(value)

    def _value(self) -> Referral | None:
        """Return the referral as it stands in the fields; None where a session cannot be read."""
        quota = self.quota.text().strip()
        referral = replace(
            self._base,
            advice_code=self.advice.value(),
            offer_id=self._offer_id,
            provider=self.provider.text().strip(),
            quota=int(quota) if quota else None,
            suggested_on=self.suggested_on.value() or self._base.suggested_on,
            note=self.note.text().strip(),
        )
        if not self._base.id:
            return replace(referral, state_on=referral.suggested_on)
        sessions = self._typed_sessions()
        if sessions is None:
            return None
        return replace(
            referral,
            state=ReferralState(self.state.value()),
            state_on=self.state_on.value() or self._base.state_on,
            reason=self.reason.text().strip(),
            sessions=sessions,
            outcome=Outcome(self.outcome.value()),
            outcome_words=self.outcome_words.text().strip(),
        )

    def _add_fields(self) -> None:
        self.grid.add_row("advice_code", self.tr("Råd"), self.advice)
        proposed = QWidget()
        column = QVBoxLayout(proposed)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.provider)
        column.addWidget(self.why)
        proposed.setFocusProxy(self.provider.line)
        self.grid.add_row(
            "provider",
            self.tr("Henvist til"),
            proposed,
            self.tr("Skriv for at søge i tilbuddene; et andet navn kan også bruges."),
        )
        self.grid.add_row(
            "quota",
            self.tr("Aftalte sessioner"),
            self.quota,
            self.tr("Tomt, når der ikke er aftalt noget antal. Flere er tilladt."),
        )

        self.grid.add_row("suggested_on", self.tr("Foreslået"), self.suggested_on)

    def _add_course(self) -> None:
        self._course = FormGrid()
        words, today = self.services.words, self.services.today
        states = [Option(state.value, words(text)) for state, text in REFERRAL_STATES.items()]
        outcomes = [Option(one.value, words(text)) for one, text in OUTCOMES.items() if one]
        self.state = Segmented(self.tr("Status"), states, look="chip")
        self.state_on = DateField(
            self.tr("Siden"), lambda text: parse_date(text, today()), required=True
        )
        self.reason = QLineEdit()
        self.sessions = QLineEdit()
        self.outcome = Segmented(self.tr("Udbytte"), outcomes, look="chip", can_clear=True)
        self.outcome_words = QLineEdit()
        for key, title, field, hint in (
            ("state", self.tr("Status"), self.state, ""),
            ("state_on", self.tr("Siden"), self.state_on, ""),
            (
                "reason",
                self.tr("Begrundelse"),
                self.reason,
                self.tr("Når den er afvist eller stoppet."),
            ),
            (
                "sessions",
                self.tr("Sessioner"),
                self.sessions,
                self.tr("De dage, der er holdt en session, med komma imellem."),
            ),
            ("outcome", self.tr("Udbytte"), self.outcome, ""),
            ("outcome_words", self.tr("Med personens ord"), self.outcome_words, ""),
        ):
            self._course.add_row(key, title, field, hint)
        self.fields.addWidget(Columns((self.grid, self._course), least=_TWO_COLUMNS, gap=1.7))
        self.state.changed.connect(self._state_chosen)

    def _show(self, referral: Referral) -> None:
        self.advice.set_value(referral.advice_code)
        self.provider.set_text(referral.provider)
        self.quota.setText("" if referral.quota is None else str(referral.quota))
        self.suggested_on.set_value(referral.suggested_on)
        self._tell_why(next((o for o in self._plan.offers if o.id == referral.offer_id), None))
        if referral.id:
            self.state.set_value(referral.state)
            self.state_on.set_value(referral.state_on)
            self.reason.setText(referral.reason)
            self.sessions.setText(", ".join(map(short_date, referral.sessions)))
            self.outcome.set_value(referral.outcome)
            self.outcome_words.setText(referral.outcome_words)

    def _find_offers(self, text: str) -> list[Hit]:
        wanted, said = fold(text), self.services.words
        ordered = sorted(
            self._plan.offers, key=lambda offer: offer.advice_code != self.advice.value()
        )
        return [
            Hit(offer.id, offer.provider, said(self._plan.why[offer.id]))
            for offer in ordered
            if wanted in fold(f"{offer.provider} {said(self._plan.why[offer.id])}")
        ]

    def _offer_chosen(self, offer_id: str) -> None:
        self._take(next(offer for offer in self._plan.offers if offer.id == offer_id))

    def _provider_typed(self, _: str) -> None:
        """Whoever is typed freely is no offer of the directory."""
        self._offer_id = None
        self._tell_why(None)

    def _advice_chosen(self, code: str) -> None:
        """Propose the nearest offer for the new advice, unless somebody else was typed."""
        if self._offer_id is not None or not self.provider.text().strip():
            fitting = self._plan.fitting(code)
            self._take(fitting[0] if fitting else None)

    def _take(self, offer: Offer | None) -> None:
        self._offer_id = offer.id if offer else None
        self.provider.set_text(offer.provider if offer else "")
        quota = self._plan.quota(self.advice.value(), offer)
        self.quota.setText("" if quota is None else str(quota))
        self._tell_why(offer)

    def _tell_why(self, offer: Offer | None) -> None:
        """Say why an offer stands there, and how it is reached."""
        parts: list[str] = []
        if offer is not None:
            because = self.tr("Foreslået, fordi {why}")
            parts.append(because.format(why=self.services.words(self._plan.why[offer.id])))
            parts += [grouped_phone(offer.phone), offer.note]
        self.why.setText(" · ".join(part for part in parts if part))
        self.why.setVisible(bool(parts))

    def _state_chosen(self, state: str) -> None:
        """A new state holds from today on; the first of before comes back with its day."""
        same = state == self._base.state
        self.state_on.set_value(self._base.state_on if same else self.services.today())

    def _typed_sessions(self) -> tuple[date, ...] | None:
        """Return the days that were typed, or None where one of them cannot be read."""
        typed = [part for part in self.sessions.text().replace(";", ",").split(",") if part.strip()]
        days = [parse_date(part, self.services.today()) for part in typed]
        known = tuple(day for day in days if day is not None)
        return known if len(known) == len(days) else None


def _proposed(plan: ReferralPlan, terms: Mapping[str, Term]) -> Referral:
    """Return a new referral for the first advice that has an offer, else for the first one."""
    codes = [code for code in plan.advice if code in terms] or list(terms)
    offered = [code for code in codes if plan.fitting(code)] if plan.advice else []
    code = (offered or codes)[0]
    fitting = plan.fitting(code)
    return new_referral(plan, code, fitting[0] if fitting else None)


def _about(plan: ReferralPlan, anonymous: str) -> str:
    when = short_date(plan.inquiry_on) if plan.inquiry_on else ""
    return " · ".join(filter(None, (plan.who or anonymous, when)))
