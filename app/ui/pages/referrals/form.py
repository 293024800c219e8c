"""The form of a referral: a new one as the offers propose it, or one that is corrected."""

from collections.abc import Callable, Mapping
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
from app.texts import Text
from app.ui.pages.following import followed
from app.ui.pages.workplaces.inline_form import InlineForm
from app.ui.services import Services
from app.ui.widgets.choice import Choice
from app.ui.widgets.columns import Columns
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form import FormGrid
from app.ui.widgets.hit import Hit
from app.ui.widgets.measure import label
from app.ui.widgets.segmented import Option, Segmented
from app.ui.widgets.text_field import TextField
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
        self.provider = TypeAhead(
            self.tr("Henvist til"),
            lambda text: _offer_hits(plan, self.advice.value(), text, words),
            keep_text=True,
        )
        self.why = label("", "caption", wrap=True)
        self.suggested_on = DateField(
            self.tr("Foreslået"),
            lambda text: parse_date(text, services.today()),
            required=True,
        )
        self.quota = QLineEdit()
        self.quota.setValidator(QRegularExpressionValidator(r"[0-9]{0,2}"))
        self.note = QLineEdit()
        self._add_fields()
        self.grid.add_row("note", self.tr("Privat note"), self.note)
        if not new:
            self._add_course()
        self._show(self._base)
        self._first = self._value()
        self.advice.chosen.connect(self._advice_chosen)
        self.provider.chosen.connect(lambda key: self._take(_offer(plan, key)))
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
        self._show_reason()

    def is_changed(self) -> bool:
        """Tell whether anything was entered that can be stored."""
        return self._value() not in (None, self._first)

    def follow(self, stored: Referral) -> None:
        """Take over what became of the referral meanwhile; what was typed stays."""
        typed, sessions = self._value(), self.sessions.text()
        if stored == self._base or self._first is None:
            return
        told = stored if typed is None else followed(self._first, typed, stored)
        self._base = stored
        self._show(stored)
        self._first = self._value()
        self._show(told)
        if typed is None:
            self.sessions.setText(sessions)

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
        sessions = _days(self.sessions.text(), self.services.today())
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
        self.sessions = TextField()
        self.sessions.entered.connect(self.save)
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
        self._offer_id = referral.offer_id
        self.advice.set_value(referral.advice_code)
        self.provider.set_text(referral.provider)
        self.quota.setText("" if referral.quota is None else str(referral.quota))
        self.suggested_on.set_value(referral.suggested_on)
        self.note.setText(referral.note)
        self._tell_why(_offer(self._plan, referral.offer_id))
        if referral.id:
            self.state.set_value(referral.state)
            self.state_on.set_value(referral.state_on)
            self.reason.setText(referral.reason)
            self.sessions.setText(", ".join(map(short_date, referral.sessions)))
            self.outcome.set_value(referral.outcome)
            self.outcome_words.setText(referral.outcome_words)
            self._show_reason()

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
        parts: tuple[str, ...] = ()
        if offer is not None:
            because = self.tr("Foreslået, fordi {why}")
            if offer.advice_code != self.advice.value():
                because = self.tr("Hører ikke til det valgte råd: {why}")
            why = because.format(why=self.services.words(self._plan.why[offer.id]))
            parts = (why, grouped_phone(offer.phone), offer.note)
        self.why.setText(" · ".join(part for part in parts if part))
        self.why.setVisible(bool(parts))

    def _state_chosen(self, state: str) -> None:
        """A new state holds from today on; the first of before comes back with its day."""
        self._show_reason()
        same = state == self._base.state
        self.state_on.set_value(self._base.state_on if same else self.services.today())

    def _show_reason(self) -> None:
        """Ask for a reason where one is due; the form is long enough without."""
        due = self.state.value() in (ReferralState.DECLINED, ReferralState.STOPPED)
        self._course.set_row_visible("reason", due or bool(self.reason.text()))


def _offer(plan: ReferralPlan, offer_id: str | None) -> Offer | None:
    return next((offer for offer in plan.offers if offer.id == offer_id), None)


def _proposable(plan: ReferralPlan, advice_code: str, typed: str) -> tuple[Offer, ...]:
    """Return the offers for the advice; behind them, for who looks for one by name, the others."""
    fitting = plan.fitting(advice_code)
    others = tuple(offer for offer in plan.offers if offer not in fitting)
    return fitting + others if typed else fitting


def _offer_hits(
    plan: ReferralPlan, advice_code: str, text: str, words: Callable[[Text], str]
) -> list[Hit]:
    """Return the offers that have what was typed, told in ``words``."""
    return [
        Hit(offer.id, offer.provider, words(plan.why[offer.id]))
        for offer in _proposable(plan, advice_code, fold(text))
        if fold(text) in fold(f"{offer.provider} {words(plan.why[offer.id])}")
    ]


def _days(text: str, today: date) -> tuple[date, ...] | None:
    """Return the days that were typed, or None where one of them cannot be read."""
    typed = [part for part in text.replace(";", ",").replace("\n", ",").split(",") if part.strip()]
    days = [parse_date(part, today) for part in typed]
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
