"""Which report is asked for: read from the store once, and free of it afterwards."""

from dataclasses import dataclass

from app.errors import NotFound, UserError
from app.export.disclosure import Rule
from app.export.outside.detail import Detail
from app.export.outside.ground import Ground, ground_of
from app.export.outside.kept import Kept
from app.export.outside.months import Close, Months
from app.export.outside.profiles import Profile
from app.export.outside.scopes import PROJECT, Scope
from app.models.command_words import command_words
from app.models.frozen import Frozen
from app.models.periods import Period, month_name
from app.models.store import Store
from app.models.team.coverage import Coverage, coverage
from app.texts import Text


class MonthOpen(UserError):
    """The month is not closed, so nothing of it can be released."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which report is asked for; ``revision`` None is the one that may go out."""

    profile: Profile
    month: Period
    scope: Scope = PROJECT
    revision: int | None = None
    detail: Detail = Detail.FULL


@dataclass(frozen=True, slots=True)
class Request:
    """All that must be known to protect a report; made of the store, and free of it.

    ``begun`` is the ground with what was planned before and kept by nobody yet. ``covered`` is at a lead
    what of the month was here when it was closed. ``done`` is there where the report was released
    already: then there is nothing to compute.
    """

    asked: Asked
    close: Close
    ground: Ground
    begun: Ground
    covered: Coverage | None
    done: Kept | None

    @property
    def frozen(self) -> Frozen:
        """The figures of the month."""
        return self.ground.months.frozen(self.close)

    @property
    def rule(self) -> Rule:
        """The thresholds."""
        return self.ground.rule


def read_request(store: Store, asked: Asked, before: Ground | None = None) -> Request:
    """Read what a report is made of.

    Args:
        store: the store.
        asked: which report.
        before: the ground of a report that was made and perhaps not released: if nothing changed since,
            its plans are not made again.

    Raises:
        MonthOpen: the month is not closed.
        NotFound: the month has no figures for the scope.
        ValueError: the ledger is damaged, or another revision may go out than the one asked for.
    """
    ground = ground_of(store)
    close = _chosen(asked, ground, at_lead=store.settings.is_lead)
    if asked.scope.codes(ground.months.frozen(close)) is None:
        raise _no_figures(asked)
    done = next((each for each in ground.released if _is_done(each, asked, close)), None)
    if done is None and close != ground.editions.of(asked.scope, close.month):
        raise ValueError(f"{close} is not the revision that may go out")
    covered = coverage(store, close.period, until=ground.months.of(close).created_at)
    return Request(asked, close, ground, ground.going_on_from(before), covered, done)


def frozen_of(store: Store, month: Period) -> Frozen | None:
    """Return the newest figures of a closed month, None where it is open."""
    months = Months(store.month_closes.all())
    close = months.newest(f"{month.first:%Y-%m}")
    return None if close is None else months.frozen(close)


def _chosen(asked: Asked, ground: Ground, *, at_lead: bool) -> Close:
    name = f"{asked.month.first:%Y-%m}"
    close = ground.editions.of(asked.scope, name)
    if asked.revision is not None:
        close = Close(name, asked.revision)
    if close is None or not ground.months.has(close):
        raise _open(asked.month, at_lead=at_lead)
    return close


def _is_done(kept: Kept, asked: Asked, close: Close) -> bool:
    """Tell whether a release is the report that is asked for, in whatever detail."""
    stored = kept.stored
    of_report = (stored.profile, stored.scope, kept.close)
    return of_report == (asked.profile.value, asked.scope.key, close)


_WHAT = Text("Opgørelsen blev ikke lavet.", "The report was not made.")


def _open(month: Period, *, at_lead: bool) -> MonthOpen:
    name = month_name(month.first)
    command = command_words(f"close --month {month.first:%Y-%m}", at_lead=at_lead)
    return MonthOpen(
        _WHAT,
        Text(f"{name.da.capitalize()} er ikke lukket.", f"{name.en} is not closed."),
        Text(
            f"Luk måneden først (»{command}«): kun tal, der ikke ændrer sig, kan udgives.",
            f"Close the month first (“{command}”): only figures that"
            " do not change can be released.",
        ),
    )


def _no_figures(asked: Asked) -> NotFound:
    name = asked.scope.name
    return NotFound(
        _WHAT,
        Text(
            f"Den lukkede måned har ingen tal for »{name}«.",
            f"The closed month has no figures for “{name}”.",
        ),
        Text(
            "En organisation skal have mindst to arbejdspladser; ellers vælg arbejdspladsen.",
            "An organisation needs two workplaces at least; otherwise choose the workplace.",
        ),
    )
