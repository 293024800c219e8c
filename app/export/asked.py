"""Which figure of the tally stands in a cell of a report table, so that it can be asked for."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from app.export.cells import Column, Row, Table, Unit
from app.models.figure_keys import ALL, OTHERS, FigureKey, key_of

_SHARE = "_share"
_MINUTES = {
    "hours": "minutes",
    "planned_hours": "planned_minutes",
    "held_hours": "minutes",
    "zero_hours": "zero_minutes",
    "cancelled_hours": "cancelled_minutes",
}
"""Columns of hours hold minutes; these are the figures that they print."""


class Asked(NamedTuple):
    """The figure of a cell; a percentage is that figure ``of`` another."""

    key: FigureKey
    of: FigureKey | None = None


def asked(table: Table, row: Row, column: Column) -> Asked | None:
    """Return the figure in a cell; None where there are words or no figure."""
    if column.unit is Unit.TEXT or row.cells[table.column(column.key)] is None:
        return None
    if column.unit is Unit.PERCENT:
        counted = _path(table.key, row.key, _counted(column.key))
        return Asked(key_of(counted), key_of(_whole(table.key, column.key)))
    return Asked(key_of(_path(table.key, row.key, column.key)))


_Path = tuple[str, ...]


def _counted(column: str) -> str:
    """Return the column of the count that a share stands beside."""
    return "count" if column == "share" else column.removesuffix(_SHARE)


def _whole(table: str, column: str) -> _Path:
    """Return the figure that is 100 per cent."""
    name = column.removesuffix(_SHARE)
    if table == "visits":
        return ("visits", "held")
    if name == "inquiries":
        return ("contacts", ALL)
    family = _MENTIONS.get(table)
    return (family[0], name, "total") if family else _path(table, ALL, "count")


def _path(table: str, row: str, column: str) -> _Path:
    """Return the path of a figure that is no percentage."""
    if table in _MENTIONS:
        return _mentions(table, row, column)
    if table in _SPLITS:
        split, whole = _SPLITS[table]
        return whole if row == ALL else (*split, row)
    return _PATHS[table](row, column)


_MENTIONS: Mapping[str, tuple[str, str]] = {
    "reasons_by_group": ("reasons", "by_group"),
    "reasons_by_code": ("reasons", "by_code"),
    "advice": ("advice", "by_code"),
    "advice_top": ("advice", "by_code"),
}
_FIRST, _EVERY = ("contacts", "first"), ("contacts", ALL)
_SPLITS: Mapping[str, tuple[_Path, _Path]] = {
    "contacts": (("contacts",), _EVERY),
    "gender": (("persons", "gender"), _FIRST),
    "age": (("persons", "age"), _FIRST),
    "sector": (("persons", "sector"), _FIRST),
    "role": (("persons", "role"), _FIRST),
    "roles": (("roles",), _EVERY),
    "sick_leave": (("sick_leave",), _EVERY),
    "channels": (("channels",), _EVERY),
    "topics": (("activities", "topics"), ("activities", "topics", ALL)),
    "twelve_months": (("twelve_months",), ("twelve_months", ALL)),
    "referrals_by_state": (("referrals", "by_state"), ("referrals", ALL, "made")),
    "referral_outcomes": (("referrals", "by_outcome"), ("referrals", ALL, "ended")),
}
"""Tables of one count: where its parts are, and what their total is."""


def _mentions(table: str, row: str, column: str) -> _Path:
    family, split = _MENTIONS[table]
    if column == "inquiries":
        return (family, ALL, "inquiries_by_group", row)
    return (family, column, "total") if row == ALL else (family, column, split, row)


def _key_figures(row: str, _: str) -> _Path:
    return _FIRST if row == "persons" else (row,)


def _visits(_: str, column: str) -> _Path:
    renamed = {"per_hour": "contacts_per_100_hours"} | _MINUTES
    return ("visits", renamed.get(column, column))


def _by_workplace(row: str, column: str) -> _Path:
    if row == "phone_no_workplace":
        return ("without_workplace", row)
    if row == "no_workplace":
        return ("without_workplace", OTHERS if column == "contacts" else column)
    if row == ALL:
        of_visits = {"visits": "held", "zero_visits": "zero", "hours": "minutes"}
        of_visits |= {"per_hour": "contacts_per_100_hours"}
        if column in of_visits:
            return ("visits", of_visits[column])
        return ("contacts", ALL if column == "contacts" else column)
    renamed = {"contacts": ALL, "per_hour": "per_100_hours"} | _MINUTES
    return ("by_workplace", row, renamed.get(column, column))


def _planned(row: str, column: str) -> _Path:
    figure = _MINUTES.get(column, column)
    whole = row in ("period", ALL)
    return ("visits", figure) if whole else ("visits_by_month", row, figure)


def _planned_by_workplace(row: str, column: str) -> _Path:
    if row == ALL:
        return _planned(row, column)
    renamed = {"held": "visits", "zero": "zero_visits"} | _MINUTES
    return ("by_workplace", row, renamed.get(column, column))


def _presence(row: str, column: str) -> _Path:
    if row == ALL:
        rate = "contacts_per_100_hours"
        renamed = {"visits": "held", "zero_visits": "zero", "hours": "minutes", "per_hour": rate}
        renamed |= {"low": f"{rate}_low", "high": f"{rate}_high"}
        return ("visits", renamed.get(column, column))
    renamed = {"hours": "minutes", "per_hour": "per_100_hours"}
    return ("presence", *row.split("."), renamed.get(column, column))


def _activities(row: str, column: str) -> _Path:
    figure = _MINUTES.get(column, column)
    return ("activities", ALL, figure) if row == ALL else ("activities", "by_kind", row, figure)


def _activities_by_workplace(row: str, column: str) -> _Path:
    if row == ALL:
        return _activities(row, column)
    return ("activities", "by_workplace", row, _MINUTES.get(column, column))


def _referrals(row: str, column: str) -> _Path:
    figure = {"median_sessions": "median_sessions_hundredths"}.get(column, column)
    return ("referrals", ALL, figure) if row == ALL else ("referrals", "by_advice", row, figure)


_PATHS: Mapping[str, Callable[[str, str], _Path]] = {
    "key_figures": _key_figures,
    "visits": _visits,
    "by_workplace": _by_workplace,
    "planned": _planned,
    "planned_by_workplace": _planned_by_workplace,
    "presence": _presence,
    "activities": _activities,
    "activities_by_workplace": _activities_by_workplace,
    "referrals": _referrals,
    "followups": lambda _, column: ("followups", column),
}
