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
        self._at = 0
        self._thrown_away: KeptDraft | None = None
        line.other_wanted.connect(self._show_other)
        line.continued.connect(self._continue)
        line.discarded.connect(self._discard)

    def show(self, kept: tuple[KeptDraft, ...]) -> None:
        """Offer the newest of these drafts; none takes the offer away."""
        self._kept, self._thrown_away = kept, None
        if not kept:
            self._line.show_offer("")
            return
        self._at = len(kept) - 1
        self._tell()

    def _tell(self) -> None:
        """Offer the draft that is looked at; of several the newest is the first."""
        shown, count = self._kept[self._at], len(self._kept)
        if count > 1 and self._at == count - 1:
            text = self.tr("Du har %n kladder, den seneste fra {when}", "", count)
        elif count > 1:
            text = self.tr("Kladde {number} af {count}, fra {when}")
        elif shown.draft.inquiry_id is not None:
            text = self.tr("Du har en rettelse fra {when}")
        else:
            text = self.tr("Du har en kladde fra {when}")
        told = text.format(when=self._when(shown), number=count - self._at, count=count)
        self._line.show_offer(told, self.tr("&Fortsæt"), self.tr("&Kassér"), others=count > 1)

    def _show_other(self) -> None:
        """Look at the next older draft, after the oldest at the newest again."""
        self._at = (self._at - 1) % len(self._kept)
        self._tell()

    def _continue(self) -> None:
        gone = self._thrown_away
        if gone is None:
            self.taken.emit(self._kept[self._at])
            return
        self._services.runner.run(lambda store: save_draft(store, gone.draft, gone.id))
        self.show((*self._kept, gone))

    def _discard(self) -> None:
        gone = self._kept[self._at]
        self._services.runner.run(lambda store: discard_draft(store, gone.id))
        self._kept = tuple(each for each in self._kept if each.id != gone.id)
        self._thrown_away = gone
        self._line.show_offer(self.tr("Kladden er kasseret"), self.tr("&Fortryd"), "")

    def _when(self, kept: KeptDraft) -> str:
        moment = local(from_stamp(kept.kept_at))
        if moment.date() == local_today(self._services.clock):
            return clock_time(moment)
        return f"{short_date(moment.date())} {clock_time(moment)}"
