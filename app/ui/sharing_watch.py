"""Says in the status bar and the rail how far the figures are on their way, and never too well of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from app.models.changes import Changes
from app.models.store import Store
from app.ui.services import Services
from app.ui.tasks import AFTER_PAINTING
from app.ui.widgets.rail import Rail
from app.ui.widgets.status_bar import State, StatusBar

if TYPE_CHECKING:
    from app.export.letters.lead_standing import LeadStanding
    from app.export.letters.sharing import Sharing
    from app.export.sync_report import SyncReport
    from app.models.team.troubles import Trouble
    from app.texts import Text

KINDS = (
    *("outbox", "inbox", "roster", "delivery_place", "month_close", "reported_month"),
    *("package", "device"),
)
"""The kinds of record that tell how far it is."""

_FIGURES = ("inquiry", "visit", "activity", "referral", "followup", "person", "month_close")
"""The kinds of record of which figures are made: a closed month may have others after a change."""
_AFTER_FIGURES = 2_000

_PART = "sharing"


class SharingWatch(QObject):
    """Reads it after the window is painted, and again when something has changed.

    Whether closed months have other figures now is counted beside the work, and a while after a
    change: that takes longer than anybody who registers shall wait.
    """

    def __init__(self, services: Services, rail: Rail, status: StatusBar, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._rail, self._status = services, rail, status
        self._changed: frozenset[str] | None = None
        self._later = QTimer(self, singleShot=True, interval=_AFTER_FIGURES)
        self._later.timeout.connect(self._count)
        services.bus.changed.connect(self._on_changes)
        services.courier.changed.connect(self.read)
        services.courier.finished.connect(self._exchanged)
        # What letters need is dear to load, and the window does not wait for it.
        QTimer.singleShot(AFTER_PAINTING, self, self._begin)

    def read(self) -> None:
        """Ask the store how far it is."""
        if self._services.lead:
            self._services.runner.run(_standing, self._show_lead, key="sharing.status")
            return
        changed = self._changed or frozenset()
        self._services.runner.run(
            lambda store: _sharing(store, changed), self._show_counsellor, key="sharing.status"
        )

    def _exchanged(self, told: object) -> None:
        """Warn of a copy of this installation whenever it is found: the store tells of it only once."""
        from app.export.sync_mailbox import copy_seen

        if cast("SyncReport", told).copy_is_new and isValid(self):
            self._services.notices.show_error(copy_seen())

    def _begin(self) -> None:
        self.read()
        if not self._services.lead:
            self._count()

    def _count(self) -> None:
        self._services.runner.aside(_changed_months, self._counted)

    def _counted(self, changed: frozenset[str]) -> None:
        # The window may have been built again meanwhile.
        if isValid(self):
            self._changed = changed
            self.read()

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches(*KINDS):
            self.read()
        if self._services.lead:
            return
        if changes.touches("month_close"):
            # Somebody closed or restated it just now and looks for what came of that.
            self._later.stop()
            self._count()
        elif changes.touches(*_FIGURES):
            self._later.start()

    def _show_counsellor(self, sharing: Sharing) -> None:
        from app.export.letters.sharing import Belonging, MonthState

        refused = sharing.count(MonthState.REFUSED)
        waits = sharing.unsent + refused + sharing.package_waits
        self._rail.set_count("sharing", waits)
        if sharing.roster is None:
            self._status.set_part(_PART, "")
        elif sharing.belonging is Belonging.REVOKED:
            tip = self.tr("Projektlederen tager ingen tal ind herfra. Ring til projektlederen")
            self._set(self.tr("Computeren er spærret"), tip, "danger")
        elif sharing.belonging is Belonging.REPLACED:
            tip = self.tr("En anden computer med dens data er med i stedet. Send fra den")
            self._set(self.tr("Computeren er afløst"), tip, "danger")
        elif refused:
            text = self.tr("%n måneder afvist af projektlederen", "", refused)
            self._set(text, self.tr("Se hvorfor under Deling"), "danger")
        elif sharing.belonging is Belonging.RESTORED:
            tip = self.tr(
                "Computeren er gendannet eller kopieret. Giv projektlederen det nye visitkort"
            )
            self._set(self.tr("Nyt visitkort skal afleveres"), tip, "warn")
        elif sharing.belonging is Belonging.UNKNOWN:
            tip = self.tr("Giv projektlederen visitkortet; før det tages ingen tal ind")
            self._set(self.tr("Visitkortet er ikke taget med endnu"), tip, "warn")
        elif sharing.count(MonthState.CHANGED):
            self._tell_changed(sharing)
        elif sharing.unsent:
            self._tell_unsent(sharing)
        elif sharing.package_waits:
            tip = self.tr("Se under Deling, hvad der er nyt, og tag den i brug")
            self._set(self.tr("Ny projektpakke"), tip, "warn")
        else:
            self._tell_sent(sharing)

    def _tell_changed(self, sharing: Sharing) -> None:
        from app.export.letters.sharing import MonthState

        months = [line for line in sharing.months if line.state is MonthState.CHANGED]
        tip = self.tr("Ret lukningen under Rapporter, og send måneden igen")
        if len(months) == 1:
            from app.models.periods import month_name

            name = self._services.words(month_name(months[0].month.first)).split(" ")[0]
            sent = self.tr("{month} er ændret siden den blev sendt")
            closed = self.tr("{month} er ændret siden den blev lukket")
            said = (sent if months[0].has_left else closed).format(month=name)
            self._set(said[:1].upper() + said[1:], tip, "warn")
        else:
            text = self.tr("%n måneder er ændret siden de blev lukket", "", len(months))
            self._set(text, tip, "warn")

    def _tell_unsent(self, sharing: Sharing) -> None:
        from app.export.letters.sharing import MonthState

        saved = sharing.count(MonthState.SAVED)
        if saved == sharing.unsent:
            text = self.tr("%n måneder gemt som filer", "", saved)
            tip = self.tr("Send filerne; projektlederens kvittering er ikke kommet")
            self._set(text, tip, "warn")
        else:
            text = self.tr("%n måneder venter på at blive sendt", "", sharing.unsent)
            self._set(text, self._why_waiting(sharing), "warn")

    def _tell_sent(self, sharing: Sharing) -> None:
        from app.export.letters.sharing import MonthState

        delivered, still_open = MonthState.DELIVERED, MonthState.OPEN
        if sharing.count(delivered):
            text = self.tr("%n måneder uden kvittering", "", sharing.count(delivered))
            self._set(text, self.tr("Sendt; projektlederen har ikke hentet dem endnu"), "plain")
        elif sharing.count(still_open):
            text = self.tr("%n måneder er ikke lukket", "", sharing.count(still_open))
            self._set(text, self.tr("En måned lukkes under Rapporter og sendes herfra"), "plain")
        elif not sharing.all_received:
            self._set(self.tr("Intet at sende endnu"), "", "plain")
        elif self._changed is None:
            # Not yet known whether the figures are still those that were sent.
            self._set(self.tr("Alt er sendt"), "", "plain")
        else:
            tip = self.tr("Projektlederen har alt, hvad du har lukket")
            self._set(self.tr("Alt er sendt og modtaget"), tip, "good")

    def _why_waiting(self, sharing: Sharing) -> str:
        if sharing.place is None:
            return self.tr("Der er ikke valgt et sted at sende til")
        if sharing.place.trouble is not None:
            return self._trouble_words(sharing.place.trouble)
        return self.tr("Send dem under Deling")

    def _show_lead(self, standing: LeadStanding) -> None:
        from app.models.team.standing import Standing

        self._rail.set_count("collected", standing.missing + standing.lost)
        if standing.standing is Standing.RESTORED_LEAD:
            tip = self.tr(
                "Dataene er gendannet. Der hentes og sendes intet, før du har overtaget projektet "
                "med dets kode under Indsamling"
            )
            self._set(self.tr("Projektet skal overtages igen"), tip, "warn")
        elif standing.standing is Standing.REPLACED_LEAD:
            tip = self.tr("Denne computer henter og sender ikke mere")
            self._set(self.tr("En anden er nu projektleder"), tip, "danger")
        elif not standing.counsellors:
            self._set(self.tr("Ingen vejledere endnu"), "", "plain")
        elif standing.unpublished.anything:
            self._tell_unpublished(standing)
        elif standing.missing:
            self._tell_missing(standing)
        elif standing.lost:
            text = self.tr("Breve fra %n computere er ikke nået frem", "", standing.lost)
            tip = self.tr("Tallene kan være for små. Se hvem under Indsamling")
            self._set(text, tip, "warn")
        elif standing.receipts_waiting:
            text = self.tr(
                "%n kvitteringer venter på at blive sendt", "", standing.receipts_waiting
            )
            self._set(text, self._why_not_out(standing), "warn")
        elif not standing.months:
            text = self.tr("%n vejledere, ingen måned ventes endnu", "", standing.counsellors)
            self._set(text, "", "plain")
        else:
            month = self._first_word(standing.months[0].name)
            self._set(self.tr("{month}: alt er modtaget").format(month=month), "", "good")

    def _tell_unpublished(self, standing: LeadStanding) -> None:
        roster = self.tr("Deltagerlisten er ikke delt")
        package = self.tr("Projektpakken er ikke delt")
        said = roster if standing.unpublished.roster else package
        self._set(said, self._why_not_out(standing), "warn")

    def _tell_missing(self, standing: LeadStanding) -> None:
        gaps = [one for one in standing.months if one.missing]
        newest = gaps[0]
        month, said = self._first_word(newest.name), self.tr("{month}: {missing} af {all} mangler")
        one_month = said.format(month=month, missing=newest.missing, all=newest.expected)
        tip = self.tr("Se hvem under Indsamling")
        if len(gaps) == 1:
            self._set(one_month, tip, "warn")
        else:
            text = self.tr("%n måneder mangler", "", standing.missing)
            oldest = self._services.words(gaps[-1].name)
            more = self.tr("Den ældste er fra {month}.").format(month=oldest)
            self._set(text, f"{more} {tip}", "warn")

    def _why_not_out(self, standing: LeadStanding) -> str:
        if not standing.has_place:
            return self.tr("Der er ikke valgt et sted. Gem det som filer under Indsamling")
        if self._services.courier.watch is not None:
            return self.tr("Sendes nu")
        if standing.trouble is not None:
            return self._trouble_words(standing.trouble)
        return self.tr("Sendes, næste gang stedet kan nås")

    def _trouble_words(self, trouble: Trouble) -> str:
        from app.models.team.troubles import trouble_words

        return self._services.words(trouble_words(trouble))

    def _first_word(self, name: Text) -> str:
        return self._services.words(name).split(" ")[0]

    def _set(self, text: str, tip: str, state: State) -> None:
        self._status.set_part(_PART, text, tip, state)


def _sharing(store: Store, changed: frozenset[str]) -> Sharing:
    from app.export.letters.sharing import read_sharing

    return read_sharing(store, changed)


def _changed_months(store: Store) -> frozenset[str]:
    from app.export.letters.sharing import changed_months

    return changed_months(store)


def _standing(store: Store) -> LeadStanding:
    from app.export.letters.lead_standing import lead_standing

    return lead_standing(store)
