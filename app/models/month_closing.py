"""Closing a month and restating it: the figures are frozen, and stay what they are."""

from typing import TYPE_CHECKING

from app.errors import Conflict, NotFound, UserError
from app.models.clock import local_today
from app.models.close_types import MonthClose
from app.models.close_words import check_words
from app.models.command_words import command_words
from app.models.freezing import Progress, freeze
from app.models.month_changes import is_corrected
from app.models.month_checks import Check, CheckList, check_month
from app.models.periods import Period, month_name
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store


class NotReady(UserError):
    """The check list of a month is not clear; nothing was closed."""

    def __init__(self, checks: CheckList) -> None:
        self.checks = checks
        found = [check_words(check, len(checks.of(check))) for check in Check if checks.of(check)]
        why = Text(
            "; ".join(text.da.removesuffix(".") for text in found) + ".",
            "; ".join(text.en.removesuffix(".") for text in found) + ".",
        )
        super().__init__(_not_closed(checks.month), why, _next_step(checks))


def close_month(
    store: "Store", month: Period, *, anyway: bool = False, progress: Progress | None = None
) -> MonthClose:
    """Freeze the figures of a month.

    Args:
        store: the store; the month and what is frozen come from one moment.
        month: a calendar month that is over.
        anyway: set aside what the check list found.
        progress: hears of every counting; what it raises stops the close, and nothing is closed.

    Raises:
        NotReady: the month is not over, or the check list found something.
        Conflict: the month is closed already.
    """
    with store.atomic():
        if store.month_closes.current(f"{month.first:%Y-%m}") is not None:
            raise _closed_already(month)
        checks = check_month(store, month)
        if not checks.is_over or not (anyway or checks.is_clear):
            raise NotReady(checks)
        return _freeze(store, month, 1, "", progress)


def restate_month(
    store: "Store", month: Period, reason: str, *, progress: Progress | None = None
) -> MonthClose:
    """Freeze the figures of a closed month anew, as the data are now; the old ones are kept.

    ``progress`` is that of :func:`close_month`.

    Raises:
        NotFound: the month is not closed.
        InvalidInput: there is no reason, or it cannot be printed.
        Conflict: nothing was corrected since.
    """
    with store.atomic():
        current = store.month_closes.current(f"{month.first:%Y-%m}")
        if current is None:
            raise NotFound(
                _not_restated(month),
                Text("Måneden er ikke lukket.", "The month is not closed."),
                Text("Luk den først, når den er slut.", "Close it first when it is over."),
            )
        if not is_corrected(store, current):
            raise Conflict(
                _not_restated(month),
                Text(
                    "Intet er rettet siden månedslukningen.",
                    "Nothing was corrected since the month close.",
                ),
                Text(
                    "Ret henvendelsen eller fremmødet først.",
                    "Correct the inquiry or the visit first.",
                ),
            )
        told = " ".join(reason.split())
        return _freeze(store, month, current.revision + 1, told, progress)


def undo_close(store: "Store", month: Period) -> MonthClose:
    """Take the newest revision of a month back, and return what it was.

    Raises:
        NotFound: the month is not closed.
        Conflict: a release holds its figures.
    """
    current = store.month_closes.current(f"{month.first:%Y-%m}")
    if current is None:
        name = month_name(month.first)
        command = command_words("close --list", at_lead=store.settings.is_lead)
        raise NotFound(
            Text(f"{_capital(name.da)} blev ikke åbnet.", f"{name.en} was not opened."),
            Text("Den er åben allerede.", "It is open already."),
            Text(f"Se månederne med »{command}«.", f"See the months with “{command}”."),
        )
    return store.month_closes.delete(current.id)


def _freeze(
    store: "Store", month: Period, revision: int, reason: str, progress: Progress | None
) -> MonthClose:
    return store.month_closes.add(
        MonthClose(
            month=f"{month.first:%Y-%m}",
            revision=revision,
            closed_on=local_today(store.clock),
            counsellor_id=store.settings.counsellor_id,
            reason=reason,
            figures=freeze(store, month, progress).pack(),
        )
    )


def _not_closed(month: Period) -> Text:
    name = month_name(month.first)
    return Text(f"{_capital(name.da)} blev ikke lukket.", f"{name.en} was not closed.")


def _not_restated(month: Period) -> Text:
    name = month_name(month.first)
    return Text(
        f"De lukkede tal for {name.da} blev ikke rettet.",
        f"The closed figures of {name.en} were not restated.",
    )


def _closed_already(month: Period) -> Conflict:
    return Conflict(
        _not_closed(month),
        Text("Den er lukket allerede.", "It is closed already."),
        Text(
            "Er noget rettet siden, så ret de lukkede tal med en begrundelse.",
            "If anything was corrected since, restate the closed figures with a reason.",
        ),
    )


def _next_step(checks: CheckList) -> Text:
    if not checks.is_over:
        return Text("Luk den, når den er slut.", "Close it when it is over.")
    return Text(
        "Ret det, eller luk alligevel (--anyway på kommandolinjen).",
        "Mend it, or close anyway (--anyway on the command line).",
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
