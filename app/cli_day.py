"""The type of every option that means a day: typed as in the date fields of the window."""

from datetime import date
from typing import Any

import click

from app.cli_base import Invocation
from app.errors import UserError
from app.models.clock import local_today
from app.models.periods import EARLIEST_YEAR, LATEST_YEAR
from app.models.typed_dates import parse_date
from app.texts import Text


class Day(click.ParamType["date | str"]):
    """A day as people type it, read against today; with ``can_be_empty``, "" is none."""

    name = "day"

    def __init__(self, *, can_be_empty: bool = False) -> None:
        self._can_be_empty = can_be_empty

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return how a day is written to be understood by everybody."""
        return "YYYY-MM-DD"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date | str:
        """Return the day, or "" for none; raise UserError."""
        if isinstance(value, date):
            return value
        if self._can_be_empty and not value.strip():
            return ""
        invocation = ctx.find_object(Invocation) if ctx else None
        assert invocation is not None
        day = parse_date(value, local_today(invocation.clock))
        if day is None or not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
            raise UserError(
                Text("Kommandoen blev ikke udført.", "The command was not carried out."),
                Text(f"»{value}« er ikke en dag.", f"“{value}” is not a day."),
                Text(
                    "Skriv fx 2026-11-30, 30-11-2026, 3011, +14 eller i morgen.",
                    "Write, for example, 2026-11-30, 30-11-2026, 3011, +14 or tomorrow.",
                ),
            )
        return day


DAY = Day()
DAY_OR_NONE = Day(can_be_empty=True)
