"""Keeps what is typed about a new visit in the encrypted store, less than a second behind."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from app.models.visit_drafts import VisitDraft, discard_visit_draft, save_visit_draft
from app.ui.pages.plan.visit_form import VisitForm
from app.ui.tasks import Runner

_BEHIND = 600
"""Milliseconds after the first unsaved change; typing on does not put the saving off."""


class VisitDraftKeeper(QObject):
    """Follows the form of a new visit until the visit is saved or the form is left."""

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._form: VisitForm | None = None
        self._timer = QTimer(self, singleShot=True, interval=_BEHIND)
        self._timer.timeout.connect(self.flush)

    def follow(self, form: VisitForm) -> None:
        """Keep what is typed in this form from now on."""
        form.typed.connect(lambda: self._note(form))
        form.left.connect(lambda: self._put_away(form))
        form.begun_anew.connect(self.forget)

    def flush(self) -> None:
        """Save now what is not saved yet."""
        self._timer.stop()
        form, self._form = self._form, None
        if form is not None and isValid(form):
            self._save(form.draft())

    def forget(self) -> None:
        """Forget what was typed: it was saved, or nobody wants it."""
        self._timer.stop()
        self._form = None
        self._runner.run(discard_visit_draft)

    def _note(self, form: VisitForm) -> None:
        self._form = form
        if not self._timer.isActive():
            self._timer.start()

    def _put_away(self, form: VisitForm) -> None:
        self._timer.stop()
        self._form = None
        if form.was_typed_in:
            self._save(replace(form.draft(), is_open=False))

    def _save(self, draft: VisitDraft) -> None:
        self._runner.run(lambda store: save_visit_draft(store, draft))
