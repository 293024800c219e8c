"""The tables of referrals and follow-ups."""

from collections.abc import Mapping
from typing import TypeVar

from app.export.cells import Cell, Column, Row, Table, Unit
from app.export.table_source import COUNT, SHARE, TOTAL, Source, shares
from app.models.case_counting import NOT_ASKED
from app.models.case_tallies import ReferralSums
from app.models.referral_words import OUTCOMES, REFERRAL_STATES
from app.models.rules import percent
from app.texts import Text

Code = TypeVar("Code", bound=str)

_STATE = Text("Status", "State")
_OUTCOME = Text("Udbytte", "Outcome")


def referrals(source: Source) -> Table:
    """Return the referrals by the advice that they belong to."""
    tally = source.tally.referrals
    names = source.labels.advice
    known = [code for code in names if code in tally.by_advice]
    codes = (*known, *(code for code in tally.by_advice if code not in names))
    return Table(
        "referrals",
        source.say(Text("Henvisninger", "Referrals")),
        source.universe("referrals"),
        (
            Column("advice", source.say(Text("Råd", "Advice")), Unit.TEXT),
            source.column("made", Text("Henvist", "Referred")),
            source.column("open", Text("Heraf åbne", "Of these open")),
            source.column("sessions", Text("Sessioner", "Sessions")),
            source.column("ended", Text("Sluttet", "Ended")),
            source.column(
                "median_sessions", Text("Median sessioner", "Median sessions"), Unit.RATE
            ),
        ),
        tuple(Row(code, (names.get(code, code), *_cells(tally.by_advice[code]))) for code in codes),
        Row("all", (source.say(TOTAL), *_cells(tally.all))),
    )


def referrals_by_state(source: Source) -> Table:
    """Return how far the referrals have come."""
    title = Text("Henvisningernes status", "State of the referrals")
    counts = source.tally.referrals.by_state
    return _split(source, "referrals_by_state", title, _STATE, counts, REFERRAL_STATES)


def referral_outcomes(source: Source) -> Table:
    """Return what came of the referrals that ended."""
    title = Text("Henvisningernes udbytte", "Outcome of the referrals")
    counts = source.tally.referrals.by_outcome
    return _split(source, "referral_outcomes", title, _OUTCOME, counts, OUTCOMES)


def followups(source: Source) -> Table:
    """Return the figures of the promises in one line."""
    tally = source.tally.followups
    cells = (tally.made, tally.due, tally.done, tally.done_late, tally.open)
    return Table(
        "followups",
        source.say(Text("Opfølgninger", "Follow-ups")),
        source.universe("followups"),
        (
            Column("period", source.say(Text("Periode", "Period")), Unit.TEXT),
            source.column("made", Text("Aftalt", "Promised")),
            source.column("due", Text("Med frist", "Due")),
            source.column("done", Text("Gjort", "Done")),
            source.column("done_late", Text("Heraf for sent", "Of these late")),
            source.column("open", Text("Åbne ved slutningen", "Open at the end")),
        ),
        (Row("period", (source.say(Text("Hele perioden", "The whole period")), *cells)),),
    )


def _cells(sums: ReferralSums) -> tuple[Cell, ...]:
    counts = (sums.made, sums.open, sums.sessions, sums.ended)
    return (*counts, sums.median_sessions_hundredths)


def _split(
    source: Source,
    key: str,
    title: Text,
    column: Text,
    counts: Mapping[str, int],
    vocabulary: Mapping[Code, Text],
) -> Table:
    names: dict[str, str] = {code or NOT_ASKED: source.say(t) for code, t in vocabulary.items()}
    total = sum(counts.values())
    return Table(
        key,
        source.say(title),
        source.universe(key),
        (
            Column(key, source.say(column), Unit.TEXT),
            source.column("count", COUNT),
            source.column("share", SHARE, Unit.PERCENT),
        ),
        shares(counts, names, total),
        Row("all", (source.say(TOTAL), total, percent(total, total))),
    )
