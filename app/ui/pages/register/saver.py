"""Saving: takes over what is being typed, stores it, and makes room for the next contact."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from app.errors import InvalidInput, Problem
from app.models.recognition import KnownPerson
from app.models.registration import InquiryDraft, require_minimum, require_place, save_draft
from app.ui.pages.register import reading
from app.ui.pages.register.saving import Saved, join_persons, store_contact

if TYPE_CHECKING:
    from app.ui.pages.register.page import RegisterPage


class Saver(QObject):
    """Stores the contact of the page, and brings it back to the page if that fails or is undone."""

    def __init__(self, page: "RegisterPage") -> None:
        super().__init__(page)
        self._page = page
        self._saved: Saved | None = None
        self._last: tuple[str, InquiryDraft, KnownPerson | None] | None = None
        self._brought_back: InquiryDraft | None = None
        page.parts.identity.line.accepted.connect(self._join)
        page.parts.identity.line.refused.connect(self._keep_apart)
        commands = page.services.commands
        commands.undone.connect(self._undone)
        commands.redone.connect(self._redone)

    def save(self) -> None:
        """Store the contact, or say beside the fields what is missing."""
        page = self._page
        if not self._is_complete():
            return
        draft, known = page.draft, page.parts.identity.known
        likely_hit = page.parts.identity.open_hit()
        declared_new = page.parts.identity.declared_new
        draft_id = page.keeper.hand_over()
        correcting = page.is_correcting
        label = self.tr("Henvendelsen er rettet") if correcting else self.tr("Henvendelsen er gemt")
        self._last, self._saved = (label, draft, known), None
        if not correcting:
            # At once, so that the first letters of the next contact do not go into this one.
            page.begin(reading.next_draft(page.services.clock, draft))
            page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        page.services.commands.run(
            label,
            lambda store: store_contact(
                store, draft, draft_id, likely_hit, declared_new=declared_new
            ),
            self._stored,
            lambda error: self._failed(error, draft, draft_id, known),
        )

    def cancel(self) -> None:
        """Leave a stored inquiry as it is and forget what was changed."""
        page = self._page
        page.keeper.discard(page.keeper.hand_over())
        page.begin(reading.fresh_draft(page.services.clock))
        page.services.go("inquiries", None)

    def _is_complete(self) -> bool:
        """Take over what is being typed; return whether all that must be there is there."""
        parts = self._page.parts
        for panel in (parts.reasons, parts.advice):
            panel.take_marked()
            left = panel.leftover()
            panel.say(self.tr("»{text}« er ikke valgt.").format(text=left) if left else "")
        unread = [panel for panel in (parts.reasons, parts.advice) if panel.leftover()]
        person = parts.identity.about.commit()
        elsewhere = [parts.bottom.follow_up.commit()]
        if parts.context.isVisible():
            elsewhere.append(parts.context.commit())
        elsewhere = [text for text in elsewhere if text]
        if person:
            parts.identity.say_problem(person)
            parts.identity.about.year.setFocus()
        for panel in unread:
            panel.field.setFocus()
        if elsewhere:
            self._page.services.notices.tell(" ".join(elsewhere))
        if person or unread or elsewhere:
            return False
        try:
            require_minimum(self._page.draft)
            require_place(self._page.draft)
        except InvalidInput as error:
            self._show_problems(error.problems)
            return False
        return True

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        page = self._page
        by_field = {problem.field: page.services.words(problem.text) for problem in problems}
        if "workplace" in by_field:
            page.services.notices.tell(by_field["workplace"])
            page.parts.context.ask_place(by_field["workplace"])
        if "reasons" in by_field:
            page.parts.reasons.say(by_field["reasons"])
            page.parts.reasons.field.setFocus()
        for field in ("birth_year", "name"):
            if field in by_field:
                page.parts.identity.say_problem(by_field[field])
                page.first_focus().setFocus()
        if "code_word" in by_field:
            page.parts.identity.anonymous.say_problem(by_field["code_word"])
            page.parts.identity.anonymous.word.setFocus()
        if "follow_up_text" in by_field:
            page.services.notices.tell(by_field["follow_up_text"])
            page.parts.bottom.follow_up.text.setFocus()

    def _stored(self, saved: Saved) -> None:
        page = self._page
        if saved.unmasked:
            page.services.notices.tell(
                self.tr(
                    "Henvendelsen er gemt. En tekst indeholder stadig noget, der bør maskeres."
                ),
                undo=True,
            )
        if self._last is not None and self._last[1].inquiry_id is not None:
            page.begin(reading.fresh_draft(page.services.clock))
            page.services.go("inquiries", None)
        elif saved.likely:
            self._saved = saved
            page.parts.identity.line.ask_afterwards(saved.likely[0])

    def _failed(
        self, error: Exception, draft: InquiryDraft, draft_id: str, known: KnownPerson | None
    ) -> None:
        page = self._page
        self._last = None
        page.services.runner.run(lambda store: save_draft(store, draft, draft_id))
        if page.draft.is_empty or page.is_correcting:
            page.begin(draft, draft_id)
            page.show_draft(draft, known)
            if isinstance(error, InvalidInput):
                self._show_problems(error.problems)
        page.offer_kept()
        page.services.notices.show_error(error)

    def _join(self) -> None:
        saved, self._saved = self._saved, None
        if saved is None:
            return
        self._page.parts.identity.line.say("")
        self._page.services.commands.run(
            self.tr("Henvendelsen hører nu til {name}").format(name=saved.likely[0].person.name),
            lambda store: join_persons(store, saved),
        )

    def _keep_apart(self) -> None:
        self._saved = None

    def _undone(self, label: str) -> None:
        """Bring back to an empty page what was saved from it and taken back."""
        page = self._page
        if self._last is None or self._last[0] != label or not page.isVisible():
            return
        _, draft, known = self._last
        if page.draft.is_empty and draft.inquiry_id is None:
            page.begin(draft)
            page.show_draft(draft, known)
            page.keeper.keep(draft)
            self._brought_back = draft
        self._last = None

    def _redone(self, _label: str) -> None:
        """Empty the page again if it shows what is stored again."""
        page = self._page
        if self._brought_back is not None and page.draft == self._brought_back:
            page.keeper.discard(page.keeper.hand_over())
            page.begin(reading.next_draft(page.services.clock, page.draft))
        self._brought_back = None
