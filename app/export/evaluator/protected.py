"""The release of a pack, as fine as the reports that went out allow.

What leaks even by the year is withheld for all rows; then time is made as fine as nothing leaks.
Groups of reasons are never withheld: a pack without them would be of no use. Where they leak, more
persons who have them are left out, so that the rows are only a part of the sum; where that would be
too many, the period is too short, and the pack is refused.
"""

from collections.abc import Collection, Iterator
from itertools import islice

from app.errors import UserError
from app.export.disclosure import Rule
from app.export.disclosure.attack import Contradiction
from app.export.evaluator.beside import Leak, Reports, given_away
from app.export.evaluator.hidden_visits import hidden_visits
from app.export.evaluator.ladder import Progress, unwatched
from app.export.evaluator.limits import NO_LIMITS, TIMES, Limits
from app.export.evaluator.release import Release, ReleasedRow, make_release
from app.export.evaluator.said import Said
from app.models.command_words import command_words
from app.models.evaluator_rows import EvaluatorData
from app.models.periods import month_name
from app.texts import Text

_YEAR = 2
_STEP = 2
"""How many persons more of each group of reasons are left out at a time."""

_LARGEST_PART = 4
"""At most one person in so many is left out; a pack of fewer would mislead."""

_NAMED = 3
"""How many reports a refusal names."""

_GROUPS = "reason_group"
_MENTIONS = (_GROUPS, "reason")


def protected_release(data: EvaluatorData, progress: Progress = unwatched) -> Release:
    """Return what may be released of the data beside the reports that went out.

    Raises:
        UserError: the rows would tell what a report withholds, or reports and rows do not fit
            each other.
        Cancelled: ``progress`` said so.
    """
    if not data.releases:
        return _made(data, NO_LIMITS, progress)
    try:
        return _Beside(data, progress).release()
    except Contradiction as error:
        raise _corrected(data) from error


class _Beside:
    """Looks for the finest release that gives nothing away."""

    def __init__(self, data: EvaluatorData, progress: Progress) -> None:
        self._data, self._progress = data, progress
        self._reports = Reports(data.releases, Rule(data.k, data.least_headcount))

    def release(self) -> Release:
        """Return it, checked and with the lines of visits that must be withheld."""
        release = self._made(NO_LIMITS)
        if not self._is_safe(release):
            release = self._coarser()
        hidden = hidden_visits(self._data, self._reports, self._stop)
        checked = len(self._reports.that_went_out())
        return release._replace(checked=checked, hidden_visits=hidden)

    def _coarser(self) -> Release:
        by_year = self._safe_by_year()
        for time in TIMES[:_YEAR]:
            release = self._made(by_year.limits._replace(time=time))
            if self._is_safe(release):
                return release
        return by_year

    def _safe_by_year(self) -> Release:
        """Return a release whose rows tell the year at most: nobody more left out than need be."""
        limits = Limits(_YEAR)
        while True:
            release = self._made(limits)
            leaks = frozenset(self._leaks(release))
            if not leaks:
                return release
            columns = {each.column for each in leaks} - limits.withheld
            if any(each.column == _GROUPS for each in leaks) or not columns:
                limits = limits._replace(left_out=limits.left_out | self._more(release, leaks))
            else:
                limits = limits._replace(withheld=limits.withheld | columns)

    def _group_of(self, leak: Leak) -> str:
        """Return the group of reasons that a leak is about, or nothing where it is about all."""
        codes = {code: group for row in self._data.contacts for group, code in row.reasons}
        return codes.get(leak.code, leak.code if leak.code in codes.values() else "")

    def _more(self, release: Release, leaks: Collection[Leak]) -> frozenset[str]:
        """Return the next persons to be left out: of each group the first that still have rows.

        The groups are those of reasons through which the rows leak.

        Raises:
            UserError: too many would be left out.
        """
        found: set[str] = set()
        for group in {self._group_of(each) for each in leaks if each.column in _MENTIONS}:
            told = (r for r in sorted(release.rows, key=_seq) if _tells(r, group))
            found.update(islice(dict.fromkeys(row.person for row in told), _STEP))
        out = {row.person for row in self._data.contacts} - {row.person for row in release.rows}
        persons = len({row.person for row in self._data.contacts})
        if not found or len(out | found) * _LARGEST_PART > persons:
            raise _refused(self._reports, leaks)
        return frozenset(found)

    def _made(self, limits: Limits) -> Release:
        return _made(self._data, limits, self._progress)

    def _is_safe(self, release: Release) -> bool:
        return next(self._leaks(release), None) is None

    def _leaks(self, release: Release) -> Iterator[Leak]:
        return given_away(self._reports, Said(release, self._data.contacts), self._stop)

    def _stop(self) -> bool:
        """Let whoever watches stop the attack, which has no steps of its own to tell."""
        self._progress(0, 1)
        return False


def _seq(row: ReleasedRow) -> int:
    return row.seq


def _tells(row: ReleasedRow, group: str) -> bool:
    """Tell whether a row mentions a group of reasons, or any where none is named."""
    return any(group in ("", one) for one, _ in row.reasons)


def _made(data: EvaluatorData, limits: Limits, progress: Progress) -> Release:
    return make_release(
        data.contacts, data.period, data.k, erased=data.erased, limits=limits, progress=progress
    )


_WHAT = Text("Pakken blev ikke lavet.", "The pack was not made.")


def _refused(reports: Reports, leaks: Collection[Leak]) -> UserError:
    names = _colliding(reports, leaks)
    return UserError(
        _WHAT,
        Text(
            "Rækkerne ville, lagt sammen, vise et tal, som en udgivet opgørelse har skjult, også når"
            f" en fjerdedel af personerne udelades. {names.da}",
            "Added up, the rows would show a figure that a released report withholds, even with a"
            f" quarter of the persons left out. {names.en}",
        ),
        Text(
            "Vælg en længere periode; så dækker rækkerne flere personer.",
            "Choose a longer period; then the rows cover more people.",
        ),
    )


def _colliding(reports: Reports, leaks: Collection[Leak]) -> Text:
    """Say which reports have the figures; what only follows from several stands in none of them."""
    found = reports.with_figure_of([each.cell for each in leaks if each.column == _GROUPS])
    found = found or reports.with_figure_of([each.cell for each in leaks])
    names = ", ".join(found[:_NAMED])
    if not found:
        names = ", ".join(reports.that_went_out()[-_NAMED:])
        return Text(f"De seneste opgørelser: {names}.", f"The latest reports: {names}.")
    more = len(found) - _NAMED
    if more > 0:
        return Text(
            f"Tallet står skjult i: {names} og {more} til.",
            f"The figure is withheld in: {names} and {more} more.",
        )
    return Text(f"Tallet står skjult i: {names}.", f"The figure is withheld in: {names}.")


def _corrected(data: EvaluatorData) -> UserError:
    if data.waiting:
        return _waiting(data)
    command = command_words("close --restate", at_lead=data.at_lead)
    return UserError(
        _WHAT,
        Text(
            "Henvendelserne passer ikke længere til de opgørelser, der er udgivet, så det kan ikke"
            " ses, hvad de tilsammen ville vise.",
            "The contacts no longer fit the reports that were released, so it cannot be seen what"
            " they would show together.",
        ),
        Text(
            f"Se rettelserne under Rapporter, og ret de lukkede måneder (»{command}«).",
            f"See the corrections under Reports, and restate the closed months (“{command}”).",
        ),
    )


def _waiting(data: EvaluatorData) -> UserError:
    """Say which corrections are in no report yet: those of few wait there for others."""
    months = [month_name(each) for each in data.waiting]
    names = Text(", ".join(m.da for m in months), ", ".join(m.en for m in months))
    command = command_words("report --profile steering", at_lead=data.at_lead)
    return UserError(
        _WHAT,
        Text(
            f"Måneder, hvis rettelser ikke er med i nogen opgørelse endnu: {names.da}. En rettelse"
            f" venter, til den angår mindst {data.k} personer. Så længe passer henvendelserne ikke"
            " til de opgørelser, der er udgivet.",
            f"Months with corrections that no report holds yet: {names.en}. A correction waits until"
            f" it concerns at least {data.k} persons. Until then the contacts do not fit the reports"
            " that were released.",
        ),
        Text(
            "Vælg en periode uden disse måneder, eller lav pakken, når rettelserne er kommet med i"
            f" en opgørelse (»{command}«).",
            "Choose a period without these months, or make the pack when a report holds the"
            f" corrections (“{command}”).",
        ),
    )
