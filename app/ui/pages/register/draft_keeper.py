"""Keeps what is being typed in the encrypted store, less than a second behind."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.models.ids import new_id
from app.models.registration import InquiryDraft, discard_draft, save_draft
from app.ui.tasks import Runner

BEHIND = 600
"""Milliseconds after the first unsaved change; typing on does not put the saving off."""


class DraftKeeper(QObject):
    """Saves the draft of the page; ``kept`` is sent when what was typed is on the disk."""

    kept = Signal()

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._draft: InquiryDraft | None = None
        self._timer = QTimer(self, singleShot=True, interval=BEHIND)
        self._timer.timeout.connect(self.flush)
        self.draft_id = ""
        self.begin()

    def begin(self, draft_id: str = "") -> None:
        """Go on with the draft called ``draft_id``, or with a new one."""
        self.flush()
        self.draft_id = draft_id or new_id()

    def keep(self, draft: InquiryDraft) -> None:
        """Save ``draft`` soon."""
        self._draft = draft
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Save now what is not saved yet; an emptied draft is forgotten."""
        self._timer.stop()
        draft, self._draft = self._draft, None
        if draft is None:
            return
        draft_id = self.draft_id
        if draft.is_empty:
            self._runner.run(lambda store: discard_draft(store, draft_id))
        else:
            self._runner.run(
                lambda store: save_draft(store, draft, draft_id), lambda _: self.kept.emit()
            )

    def hand_over(self) -> str:
        """Stop saving and return the name of the draft, for whoever stores the contact."""
        self._timer.stop()
        self._draft = None
        draft_id, self.draft_id = self.draft_id, new_id()
        return draft_id

    def discard(self, draft_id: str) -> None:
        """Forget a draft that was offered."""
        self._runner.run(lambda store: discard_draft(store, draft_id))
