"""The name of every figure of a tally: a typed key, written as the path to it in the JSON form.

``reasons.first.by_code.P01``, ``by_workplace.ARLA-DP.returning``, ``visits.zero``. Rows of a list
are named by what tells them apart: workplaces by their code, the rows of ``presence`` by workplace,
shift (``none`` for no shift) and weekday. Sums that only the printed tables have are named alike:
``twelve_months.2018-09``, ``twelve_months.all``, ``activities.topics.all``,
``without_workplace.others`` and ``by_workplace.ARLA-DP.per_100_hours``.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

import msgspec

from app.errors import NotFound
from app.models.tally_types import Tally, per_100_hours
from app.texts import Text

ALL, OTHERS, NO_SHIFT = "all", "others", "none"
_NEAREST = 5


class Family(StrEnum):
    """The families of figures: the keys of a tally, and the months of the printed trend."""

    CONTACTS = "contacts"
    BY_WORKPLACE = "by_workplace"
    WITHOUT_WORKPLACE = "without_workplace"
    PERSONS = "persons"
    PERSONS_SEEN = "persons_seen"
    SAID_RETURNING = "said_returning"
    REASONS = "reasons"
    ADVICE = "advice"
    ROLES = "roles"
    SICK_LEAVE = "sick_leave"
    CHANNELS = "channels"
    VISITS = "visits"
    VISITS_BY_MONTH = "visits_by_month"
    PRESENCE = "presence"
    ACTIVITIES = "activities"
    REFERRALS = "referrals"
    FOLLOWUPS = "followups"
    TWELVE_MONTHS = "twelve_months"


class FigureKey(msgspec.Struct, frozen=True, kw_only=True):
    """What a figure counts; its text is the dotted path, and fields that it has not are empty.

    ``universe`` is "first" or "all" for reasons and advice, ``split`` what a family is parted by
    (``by_code``, ``gender`` …), ``code`` one value of that, ``figure`` which of several figures.
    ``weekday`` is the ISO number as text.
    """

    family: Family
    universe: str = ""
    split: str = ""
    workplace: str = ""
    shift: str = ""
    weekday: str = ""
    month: str = ""
    code: str = ""
    figure: str = ""

    def __str__(self) -> str:
        """Return the dotted path."""
        return ".".join(part for part in msgspec.structs.astuple(self) if part)


_FIGURE, _CODE = ("figure",), ("code",)
_MENTIONED = ("universe", "split", "code")
_FIELDS: Mapping[Family, tuple[str, ...]] = {
    Family.CONTACTS: _FIGURE,
    Family.BY_WORKPLACE: ("workplace", "figure"),
    Family.WITHOUT_WORKPLACE: _FIGURE,
    Family.PERSONS: ("split", "code"),
    Family.PERSONS_SEEN: (),
    Family.SAID_RETURNING: (),
    Family.REASONS: _MENTIONED,
    Family.ADVICE: _MENTIONED,
    Family.ROLES: _CODE,
    Family.SICK_LEAVE: _CODE,
    Family.CHANNELS: _CODE,
    Family.VISITS: _FIGURE,
    Family.VISITS_BY_MONTH: ("month", "figure"),
    Family.PRESENCE: ("workplace", "shift", "weekday", "figure"),
    Family.FOLLOWUPS: _FIGURE,
    Family.TWELVE_MONTHS: ("month",),
}
_FIELDS_OF_SPLIT: Mapping[tuple[Family, str], tuple[str, ...]] = {
    (Family.ACTIVITIES, ALL): _FIGURE,
    (Family.ACTIVITIES, "by_kind"): ("code", "figure"),
    (Family.ACTIVITIES, "by_workplace"): ("workplace", "figure"),
    (Family.ACTIVITIES, "topics"): _CODE,
    (Family.REFERRALS, ALL): _FIGURE,
    (Family.REFERRALS, "by_state"): _CODE,
    (Family.REFERRALS, "by_advice"): ("code", "figure"),
    (Family.REFERRALS, "by_outcome"): _CODE,
}
"""What stands after the family, or after the family and its split."""
_TOTAL = ("universe", "figure")


def key_of(path: tuple[str, ...]) -> FigureKey:
    """Return the key of a path; raise ValueError where no figure of a tally has such a one."""
    family = Family(path[0])
    rest = path[1:]
    if family in (Family.ACTIVITIES, Family.REFERRALS):
        names = ("split", *_FIELDS_OF_SPLIT.get((family, rest[0] if rest else ""), ()))
    elif rest[1:] == ("total",):
        names = _TOTAL
    else:
        names = _FIELDS[family]
    if len(names) != len(rest) or not all(rest):
        raise ValueError(f"no figure has the path {'.'.join(path)}")
    return FigureKey(family=family, **dict(zip(names, rest, strict=True)))


def figures_of(tally: Tally) -> dict[FigureKey, int | None]:
    """Return every figure of a tally by its key, in the order of the JSON form."""
    document: dict[str, Any] = msgspec.to_builtins(tally)
    families = {family.value for family in Family}
    found = {name: part for name, part in document.items() if name in families}
    return {key_of(path): value for path, value in _leaves(found, ())}


def sums_of_tables(tally: Tally, months: Mapping[str, int]) -> Mapping[FigureKey, int]:
    """Return the figures that only the printed tables have; ``months`` are those of the trend."""
    outside = tally.without_workplace
    trend = {key_of((Family.TWELVE_MONTHS, month)): count for month, count in months.items()}
    rates = {
        key_of((Family.BY_WORKPLACE, row.workplace, "per_100_hours")): per_100_hours(
            row.visit_contacts, row.minutes
        )
        for row in tally.by_workplace
    }
    return (
        trend
        | rates
        | {
            key_of((Family.TWELVE_MONTHS, ALL)): sum(months.values()),
            key_of((Family.ACTIVITIES, "topics", ALL)): sum(tally.activities.topics.values()),
            key_of((Family.WITHOUT_WORKPLACE, OTHERS)): outside.all - outside.phone_no_workplace,
        }
    )


def named_key(text: str, known: Mapping[FigureKey, object]) -> FigureKey:
    """Return the known key that is written like this, whatever its capitals are.

    Raises:
        NotFound: there is none; the nearest ones are named.
    """
    by_text = {str(key).casefold(): key for key in known}
    wanted = text.strip().casefold()
    if wanted in by_text:
        return by_text[wanted]
    names = ", ".join(_nearest(wanted, by_text))
    raise NotFound(
        Text("Tallet blev ikke forklaret.", "The figure was not explained."),
        Text(
            f"Opgørelsen har intet tal, der hedder »{text}«.",
            f"The tally has no figure called “{text}”.",
        ),
        Text(
            f"De nærmeste er: {names}. Alle tal står i docs/tally-json.md.",
            f"The nearest are: {names}. All figures are described in docs/tally-json.md.",
        ),
    )


def _nearest(wanted: str, by_text: Mapping[str, FigureKey]) -> list[str]:
    """Return the keys most like a text: those that hold it, then those that are spelt alike."""
    from difflib import get_close_matches

    holding = [text for text in by_text if wanted and wanted in text]
    alike = get_close_matches(wanted, by_text, _NEAREST, cutoff=0)
    return [str(by_text[text]) for text in dict.fromkeys((*holding[:_NEAREST], *alike))][:_NEAREST]


def _leaves(part: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], int | None]]:
    if isinstance(part, dict):
        for name, value in part.items():
            yield from _leaves(value, (*path, name))
    elif isinstance(part, (list, tuple)):
        for row in part:
            names = _names_of(row)
            figures = {name: value for name, value in row.items() if name not in names}
            yield from _leaves(figures, (*path, *names.values()))
    else:
        yield path, part


def _names_of(row: Mapping[str, Any]) -> dict[str, str]:
    """Return what tells a row of a list from the others."""
    names = {"workplace": row["workplace"]}
    if "shift" in row:
        names |= {"shift": row["shift"] or NO_SHIFT, "weekday": str(row["weekday"])}
    return names
