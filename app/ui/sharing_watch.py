"""Says in the status bar and the rail how far the figures are on their way, and never too well of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.models.changes import Changes
from app.models.store import Store
from app.ui.services import Services
from app.ui.tasks import AFTER_PAINTING
from app.ui.widgets.rail import Rail
from app.ui.widgets.status_bar import State, StatusBar

if TYPE_CHECKING:
    from app.export.letters.sharing import Sharing
    from app.ui.pages.collected.reading import LastMonth

KINDS = ("outbox", "inbox", "roster", "delivery_place", "month_close", "reported_month")
"""The kinds of record that tell how far it is."""

_PART = "sharing"


class SharingWatch(QObject):
    """Reads it after the window is painted, and again when something has changed."""

    def __init__(self, services: Services, rail: Rail, status: StatusBar, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._rail, self._status = services, rail, status
        services.bus.changed.connect(self._on_changes)
        services.courier.changed.connect(self.read)
        # What letters need is dear to load, and the window does not wait for it.
        QTimer.singleShot(AFTER_PAINTING, self, self.read)

    def read(self) -> None:
        """Ask the store how far it is."""
        if self._services.lead:
            self._services.runner.run(_last_month, self._show_lead, key="sharing.status")
        else:
            self._services.runner.run(_sharing, self._show_counsellor, key="sharing.status")

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches(*KINDS):
            self.read()

    def _show_counsellor(self, sharing: Sharing) -> None:
        from app.export.letters.sharing import MonthState

        refused = sharing.count(MonthState.REFUSED)
        self._rail.set_count("sharing", sharing.unsent + refused)
        if sharing.roster is None:
            self._status.set_part(_PART, "")
        elif refused:
            text = self.tr("%n måneder afvist af projektlederen", "", refused)
            self._set(text, self.tr("Se hvorfor under Deling"), "danger")
        elif sharing.unsent:
            text = self.tr("%n måneder venter på at blive sendt", "", sharing.unsent)
            self._set(text, self._why_waiting(sharing), "warn")
        elif sharing.count(MonthState.DELIVERED):
            text = self.tr("%n måneder uden kvittering", "", sharing.count(MonthState.DELIVERED))
            self._set(text, self.tr("Sendt; projektlederen har ikke hentet dem endnu"), "plain")
        elif sharing.count(MonthState.OPEN):
            text = self.tr("%n måneder er ikke lukket", "", sharing.count(MonthState.OPEN))
            self._set(text, self.tr("En måned lukkes under Rapporter og sendes herfra"), "plain")
        elif sharing.all_received:
            tip = self.tr("Projektlederen har alt, hvad du har lukket")
            self._set(self.tr("Alt er sendt og modtaget"), tip, "good")
        else:
            self._set(self.tr("Intet at sende endnu"), "", "plain")

    def _why_waiting(self, sharing: Sharing) -> str:
        if sharing.place is None:
            return self.tr("Der er ikke valgt et sted at sende til")
        if sharing.place.trouble is not None:
            from app.models.team.troubles import trouble_words

            return self._services.words(trouble_words(sharing.place.trouble))
        return self.tr("Send dem under Deling")

    def _show_lead(self, last: LastMonth) -> None:
        self._rail.set_count("collected", last.missing)
        if not last.expected:
            self._set(self.tr("Ingen vejledere endnu"), "", "plain")
            return
        month = self._services.words(last.name)
        if last.missing:
            text = self.tr("{month}: {missing} af {all} mangler")
            said = text.format(month=month, missing=last.missing, all=last.expected)
            self._set(said, self.tr("Se hvem under Indsamling"), "warn")
        elif last.receipts_waiting:
            text = self.tr("%n kvitteringer venter på at blive sendt", "", last.receipts_waiting)
            self._set(text, self.tr("De sendes, næste gang stedet kan nås"), "plain")
        else:
            self._set(self.tr("{month}: alt er modtaget").format(month=month), "", "good")

    def _set(self, text: str, tip: str, state: State) -> None:
        self._status.set_part(_PART, text, tip, state)


def _sharing(store: Store) -> Sharing:
    from app.export.letters.sharing import read_sharing

    return read_sharing(store)


def _last_month(store: Store) -> LastMonth:
    from app.ui.pages.collected.reading import last_month

    return last_month(store)
