"""The answer to "what is this figure?": its meaning, and the rows behind it, naming nobody."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.export.cells import Unit, shown
from app.export.figure_meanings import definition_of, universe_of
from app.export.figure_names import figure_name
from app.export.frozen_answer import FrozenFigure, frozen_figure, frozen_note, now_words
from app.export.labels import Labels, read_labels
from app.models.case_types import ReferralState
from app.models.figure_keys import FigureKey
from app.models.figure_rows import Behind, FigureRow, Kind, Measure
from app.models.figures import rows_behind
from app.models.periods import Period
from app.models.plan import PlanStatus
from app.models.plan_types import ActivityKind
from app.models.plan_words import ACTIVITY_KINDS, PLAN_STATES
from app.models.referral_words import REFERRAL_STATES
from app.models.store import Store
from app.models.team.told_by import how_known, known_words
from app.models.types import ContactKind
from app.models.words import KINDS
from app.texts import Language, Text


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure with its meaning and its rows; immutable, so that any thread may render it.

    ``definition`` is what the ``word`` means, ``universe`` over what is counted, ``how`` the way
    in which the rows make the figure. ``workplaces`` are the chosen codes, empty for all.
    ``frozen`` is there where the figure is that of a closed month; then the ``note`` tells how the
    rows, which are those of now, stand to it. Where a figure is one whose rows cannot be shown,
    ``tells_rows`` is False, there are none, and ``how`` says why. ``by_month`` says that of the days
    of the rows only the month was told, as it is at a lead. ``known`` tells there how persons are
    known across laptops.
    """

    key: FigureKey
    period: Period
    workplaces: tuple[str, ...]
    name: Text
    word: Text
    definition: Text
    universe: Text
    how: Text
    behind: Behind
    frozen: FrozenFigure | None = None
    note: Text | None = None
    by_month: bool = False
    known: Text | None = None
    tells_rows: bool = True

    @property
    def value(self) -> int | None:
        """The figure in the unit of the tally; of a closed month the closed one."""
        return self.behind.value if self.frozen is None else self.frozen.value

    @property
    def is_corrected(self) -> bool:
        """Whether the rows would give another figure than the one that was closed."""
        return self.value != self.behind.value

    def printed(self, language: Language) -> str:
        """Return the figure as the report prints it."""
        return _printed(self.value, self.behind, language)


def explain(
    store: Store, key: FigureKey, period: Period, workplace_codes: Sequence[str] = ()
) -> Answer:
    """Return what a figure is; the rows are read from the store as it is now.

    Of a closed month it is the closed figure, and the answer tells how the rows stand to it.

    Raises:
        NotFound: a workplace code is unknown.
    """
    behind = rows_behind(store, key, period, workplace_codes)
    definition = definition_of(key)
    frozen = frozen_figure(store, key, period, workplace_codes)
    corrected = frozen is not None and frozen.value != behind.value
    danish, english = (read_labels(store, period.last, language) for language in ("da", "en"))
    return Answer(
        key=key,
        period=period,
        workplaces=tuple(sorted(set(workplace_codes))),
        name=_name(key, danish, english),
        word=definition.word,
        definition=definition.meaning,
        universe=universe_of(key, chosen=bool(workplace_codes)),
        how=now_words(_how(behind)) if corrected else _how(behind),
        behind=behind,
        frozen=frozen,
        note=None if frozen is None else _note(frozen, behind),
        by_month=store.settings.is_lead,
        known=_known(store, behind),
    )


def _known(store: Store, behind: Behind) -> Text | None:
    if behind.kind is not Kind.PERSON or not store.settings.is_lead:
        return None
    return known_words(how_known(store, [row.id for row in behind.rows]))


def state_words(row: FigureRow) -> Text:
    """Return the kind or the state of a row in words."""
    return _STATES[row.kind](row.state)


def amount_title(measure: Measure) -> Text:
    """Return the heading over what each row adds to a figure."""
    return _AMOUNTS.get(measure, _COUNTS)


_LANGUAGES: tuple[Language, Language] = ("da", "en")
_COUNTS = Text("Tæller", "Counts")
_AMOUNTS: Mapping[Measure, Text] = {
    Measure.MENTIONS: Text("Nævnt", "Mentioned"),
    Measure.MINUTES: Text("Minutter", "Minutes"),
    Measure.HOURS: Text("Minutter", "Minutes"),
    Measure.SESSIONS: Text("Sessioner", "Sessions"),
    Measure.PARTICIPANTS: Text("Deltagere", "Participants"),
    Measure.VISITS: Text("Gange", "Visits"),
    Measure.CONTACTS: Text("Henv.", "Inquiries"),
    Measure.MEDIAN: Text("Sessioner", "Sessions"),
    Measure.RATE: Text("Henv.", "Inquiries"),
    Measure.LOW: Text("Henv.", "Inquiries"),
    Measure.HIGH: Text("Henv.", "Inquiries"),
}
_UNITS = {
    Measure.MINUTES: Unit.HOURS,
    Measure.MEDIAN: Unit.RATE,
    Measure.RATE: Unit.RATE,
    Measure.LOW: Unit.RATE,
    Measure.HIGH: Unit.RATE,
}
_TIME = Text(
    "Tallet er summen af rækkernes minutter: {amount} minutter er {of_amount} timer.",
    "The figure is the sum of the rows' minutes: {amount} minutes are {of_amount} hours.",
)
_HOW: Mapping[Measure, Text] = {
    Measure.RECORDS: Text(
        "Tallet er antallet af rækker: hver {record} tæller én gang.",
        "The figure is the number of rows: each {record} counts once.",
    ),
    Measure.MENTIONS: Text(
        "Tallet er summen af det, rækkerne nævner: hver {record} kan nævne flere.",
        "The figure is the sum of what the rows mention: each {record} may mention several.",
    ),
    Measure.MINUTES: _TIME,
    Measure.HOURS: Text(
        "Tallet er summen af rækkernes minutter, {amount}, i hele timer; en halv rundes op.",
        "The figure is the sum of the rows' minutes, {amount}, in whole hours; a half is rounded up.",
    ),
    Measure.SESSIONS: Text(
        "Tallet er summen af rækkernes sessioner i perioden.",
        "The figure is the sum of the rows' sessions in the period.",
    ),
    Measure.PARTICIPANTS: Text(
        "Tallet er summen af rækkernes deltagere.",
        "The figure is the sum of the rows' participants.",
    ),
    Measure.VISITS: Text(
        "Tallet er summen af rækkerne: hver er, hvad én computer har meldt for én arbejdsplads og måned.",
        "The figure is the sum of the rows: each is what one laptop reported of one workplace and month.",
    ),
    Measure.CONTACTS: Text(
        "Tallet er summen af de henvendelser, som hver computer har meldt for arbejdsplads og måned.",
        "The figure is the sum of the inquiries that each laptop reported of a workplace and month.",
    ),
    Measure.MEDIAN: Text(
        "Rækkernes sessioner i rækkefølge: {ordered}. Tallet er den midterste, ved et lige antal midt"
        " mellem de to midterste.",
        "The rows' sessions in order: {ordered}. The figure is the middle one, of an even number half"
        " way between the two in the middle.",
    ),
    Measure.RATE: Text(
        "Tallet er {amount} henvendelser delt med {minutes} minutter ({hours} timer).",
        "The figure is {amount} inquiries divided by {minutes} minutes ({hours} hours).",
    ),
    Measure.LOW: Text(
        "Tallet er den nederste grænse for {amount} henvendelser på {minutes} minutter ({hours} timer):"
        " den eksakte Poisson-grænse, 95 %.",
        "The figure is the lower limit for {amount} inquiries in {minutes} minutes ({hours} hours):"
        " the exact Poisson limit, 95%.",
    ),
    Measure.HIGH: Text(
        "Tallet er den øverste grænse for {amount} henvendelser på {minutes} minutter ({hours} timer):"
        " den eksakte Poisson-grænse, 95 %.",
        "The figure is the upper limit for {amount} inquiries in {minutes} minutes ({hours} hours):"
        " the exact Poisson limit, 95%.",
    ),
}
_RECORDS = {
    Kind.INQUIRY: Text("henvendelse", "inquiry"),
    Kind.PERSON: Text("person", "person"),
    Kind.VISIT: Text("gang på arbejdspladsen", "visit"),
    Kind.ACTIVITY: Text("aktivitet", "activity"),
    Kind.REFERRAL: Text("henvisning", "referral"),
    Kind.FOLLOWUP: Text("opfølgning", "follow-up"),
}
_PROMISES = {"open": Text("Åben", "Open"), "done": Text("Gjort", "Done")}
_STATES: Mapping[Kind, Callable[[str], Text]] = {
    Kind.INQUIRY: lambda state: KINDS[ContactKind(state)],
    Kind.PERSON: lambda state: KINDS[ContactKind(state)],
    Kind.VISIT: lambda state: PLAN_STATES[PlanStatus(state)],
    Kind.ACTIVITY: lambda state: ACTIVITY_KINDS[ActivityKind(state)],
    Kind.REFERRAL: lambda state: REFERRAL_STATES[ReferralState(state)],
    Kind.FOLLOWUP: lambda state: _PROMISES[state],
}


def _name(key: FigureKey, danish: Labels, english: Labels) -> Text:
    return Text(figure_name(key, danish, "da"), figure_name(key, english, "en"))


def _printed(value: int | None, behind: Behind, language: Language) -> str:
    return shown(value, _UNITS.get(behind.measure, Unit.COUNT), language)


def _note(frozen: FrozenFigure, behind: Behind) -> Text:
    """Return the note in both languages, each with its own way of writing figures."""
    danish, english = (
        frozen_note(
            frozen,
            behind,
            _printed(frozen.value, behind, language),
            _printed(behind.value, behind, language),
        )
        for language in _LANGUAGES
    )
    return Text(danish.da, english.en)


def _how(behind: Behind) -> Text:
    rows = behind.rows
    amount = sum(row.amount for row in rows)
    minutes = sum(row.minutes for row in rows)
    return _HOW[behind.measure].format(
        record=_RECORDS[behind.kind],
        amount=_count(amount),
        of_amount=_hours(amount),
        minutes=_count(minutes),
        hours=_hours(minutes),
        ordered=", ".join(str(number) for number in sorted(row.amount for row in rows)),
    )


def _count(number: int) -> Text:
    return Text(shown(number, Unit.COUNT, "da"), shown(number, Unit.COUNT, "en"))


def _hours(minutes: int) -> Text:
    return Text(shown(minutes, Unit.HOURS, "da"), shown(minutes, Unit.HOURS, "en"))
