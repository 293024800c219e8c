"""How the chosen month stands to its close, in one sentence."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from app.models.month_checks import CheckList
from app.models.month_state import MonthState, State
from app.models.periods import Period, month_name
from app.models.words import short_date
from app.ui.services import Services

translate = QCoreApplication.translate


def named(services: Services, month: Period) -> str:
    """Return a month as it stands in a sentence: "oktober 2026"."""
    return services.words(month_name(month.first))


def capital(text: str) -> str:
    """Return a text that begins a sentence."""
    return text[:1].upper() + text[1:]


def open_text(services: Services, state: MonthState) -> str:
    """Return how far an open month has come."""
    month = capital(named(services, state.month))
    if state.state is State.NOT_OVER:
        day = short_date(state.month.last + timedelta(days=1))
        return translate("Closing", "{month} er åben og kan lukkes fra {day}.").format(
            month=month, day=day
        )
    if state.checks is None or state.checks.is_clear:
        return translate("Closing", "{month} er åben og klar til at lukkes.").format(month=month)
    return translate("Closing", "{month} er åben. {count}").format(
        month=month, count=found_text(state.checks)
    )


def found_text(checks: CheckList) -> str:
    """Return how many points of a check list have something."""
    count = len({finding.check for finding in checks.findings})
    if count == 1:
        return translate("Closing", "Der er 1 punkt på tjeklisten.")
    return translate("Closing", "Der er {count} punkter på tjeklisten.").format(count=count)
