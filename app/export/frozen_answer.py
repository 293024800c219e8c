"""A figure of a closed month that is asked for: what was frozen, and what its rows would give now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.export.closing import frozen_scope
from app.models.figure_keys import FigureKey, figures_of, sums_of_tables
from app.models.figure_rows import Behind, Kind, Measure
from app.models.frozen import FrozenScope
from app.models.periods import Period
from app.models.store import Store
from app.models.words import short_date
from app.texts import Text


@dataclass(frozen=True, slots=True)
class FrozenFigure:
    """A figure as it was closed, or restated, on a day; it does not change."""

    on: date
    revision: int
    value: int | None


def frozen_figure(
    store: Store, key: FigureKey, period: Period, codes: Sequence[str]
) -> FrozenFigure | None:
    """Return a figure as it is closed; None where the period has no closed figures."""
    found = frozen_scope(store, period, codes)
    if found is None:
        return None
    close, _, scope = found
    return FrozenFigure(close.closed_on, close.revision, frozen_figures(scope).get(key, 0))


def frozen_figures(scope: FrozenScope) -> Mapping[FigureKey, int | None]:
    """Return every figure that is closed, by its key; what is not among them was 0."""
    months = {month.month: month.contacts for month in scope.months}
    return {**figures_of(scope.tally), **sums_of_tables(scope.tally, months)}


def frozen_note(frozen: FrozenFigure, behind: Behind, closed: str, now: str) -> Text:
    """Return that a figure is frozen, and what has become of its rows since.

    Args:
        frozen: the figure as it was closed.
        behind: its rows as they are now.
        closed: the closed figure as it is printed.
        now: what the rows would give, printed alike.
    """
    day = short_date(frozen.on)
    if frozen.value == behind.value:
        return Text(
            f"Tallet er frosset, da måneden blev lukket {day}. Rækkerne giver stadig {closed}.",
            f"The figure was frozen when the month was closed on {day}. The rows still give"
            f" {closed}.",
        )
    changed = _changed(frozen, behind)
    return Text(
        f"Tallet er frosset, da måneden blev lukket {day}, og bliver stående som {closed}."
        f" {changed.da}: nu ville det være {now}.",
        f"The figure was frozen when the month was closed on {day}, and stays {closed}."
        f" {changed.en}: it would be {now} now.",
    )


def now_words(how: Text) -> Text:
    """Return how rows that were corrected since make a figure: not the frozen one."""
    return Text(f"Som rækkerne er nu: {how.da}", f"As the rows are now: {how.en}")


def _changed(frozen: FrozenFigure, behind: Behind) -> Text:
    """Return what happened to the rows; how many are more or less is known where each counts one."""
    if behind.kind in (Kind.REFERRAL, Kind.FOLLOWUP):
        return Text("Der er sket mere siden", "More has happened since")
    if behind.measure is not Measure.RECORDS or frozen.value is None or behind.value is None:
        return Text("Rækkerne er rettet siden", "The rows were corrected since")
    count = behind.value - frozen.value
    one = abs(count) == 1
    rows = Text("række", "row was") if one else Text("rækker", "rows were")
    if count > 0:
        return Text(
            f"Siden er der kommet {count} {rows.da} til", f"Since then {count} {rows.en} added"
        )
    return Text(
        f"Siden er {-count} {rows.da} rettet eller taget ud",
        f"Since then {-count} {rows.en} corrected or taken out",
    )
