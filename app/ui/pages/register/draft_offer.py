"""Offers what was typed and never saved, in passing, until it is taken up or thrown away."""

from PySide6.QtCore import QObject, Signal

from app.models.clock import from_stamp, local, local_today
from app.models.registration import KeptDraft, discard_draft, save_draft
from app.models.words import clock_time, short_date
from app.ui.pages.register.title_line import TitleLine
from app.ui.services import Services


class DraftOffer(QObject):
    """Speaks through the title line; ``taken`` carries the draft that shall be gone on with.

    The offer names nobody: somebody else may be sitting at the desk by now.
    """

    taken = Signal(object)

    def __init__(self, services: Services, line: TitleLine, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._line = line
        self._kept: tuple[KeptDraft, ...] = ()
        self._thrown_away: KeptDraft | None = None
        line.continued.connect(self._continue)
        line.discarded.connect(self._discard)

    def show(self, kept: tuple[KeptDraft, ...]) -> None:
        """Offer the newest of these drafts; none takes the offer away."""
        self._kept, self._thrown_away = kept, None
        if not kept:
            self._line.show_offer("")
            return
        when = self._when(kept[-1])
        if len(kept) > 1:
            text = self.tr("Du har %n kladder, den seneste fra {when}", "", len(kept))
        elif kept[-1].draft.inquiry_id is not None:
            text = self.tr("Du har en rettelse fra {when}")
        else:
            text = self.tr("Du har en kladde fra {when}")
        self._line.show_offer(text.format(when=when), self.tr("&Fortsæt"), self.tr("&Kassér"))

    def _continue(self) -> None:
        gone = self._thrown_away
        if gone is None:
            self.taken.emit(self._kept[-1])
            return
        self._services.runner.run(lambda store: save_draft(store, gone.draft, gone.id))
        self.show((*self._kept, gone))

    def _discard(self) -> None:
        gone = self._kept[-1]
        self._services.runner.run(lambda store: discard_draft(store, gone.id))
        self._kept, self._thrown_away = self._kept[:-1], gone
        self._line.show_offer(self.tr("Kladden er kasseret"), self.tr("&Fortryd"), "")

    def _when(self, kept: KeptDraft) -> str:
        moment = local(from_stamp(kept.kept_at))
        if moment.date() == local_today(self._services.clock):
            return clock_time(moment)
        return f"{short_date(moment.date())} {clock_time(moment)}"
