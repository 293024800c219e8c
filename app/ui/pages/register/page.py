"""The registration page: what it shows, and what it does with what is typed."""

from typing import Any, ClassVar

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.recognition import KnownPerson
from app.models.registration import InquiryDraft, kept_drafts
from app.models.types import Identity, Inquiry
from app.ui.page import Page
from app.ui.pages.register import reading, saving
from app.ui.pages.register.advising import Advising
from app.ui.pages.register.context_words import closed_text, context_text
from app.ui.pages.register.draft_keeper import DraftKeeper
from app.ui.pages.register.draft_offer import DraftOffer
from app.ui.pages.register.guard_line import MASK_KEY
from app.ui.pages.register.guarding import Guarding
from app.ui.pages.register.layout import RegisterLayout
from app.ui.pages.register.opening import Opened, opening_of
from app.ui.pages.register.saver import Saver
from app.ui.pages.targets import DuplicateInquiry
from app.ui.services import Services
from app.ui.widgets.measure import em

_OCCASION = frozenset(
    ("workplace_id", "date", "channel", "time", "visit_id", "counsellor_id", "minutes")
)


class RegisterPage(Page):
    """One contact at a time; saving it makes the page ready for the next on the same occasion.

    There is one button, Gem: it always goes back to the first field, so a "save and new" would do
    the same. While an inquiry is being corrected, Gem and Annullér go back to the list.
    """

    name: ClassVar[str] = "register"
    kinds: ClassVar[tuple[str, ...]] = ("visit", "workplace", "offer", "counsellor")

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.draft = reading.fresh_draft(services.clock)
        self._around: reading.Surroundings | None = None
        self._occasion_set = False
        self.parts = RegisterLayout(services, self.draft)
        self.note = self.parts.make_note(self)
        self.cards = self.parts.make_card_panel(self, services)
        self.keeper = DraftKeeper(services.runner, self)
        self.guarding = Guarding(services.runner, self)
        self.offer = DraftOffer(services, self.parts.title, self)
        self._advising = Advising(
            services, self.parts.reasons, self.parts.advice, self.parts.offers, self.parts.cards
        )
        self.saver = Saver(self)
        outer = QVBoxLayout(self)
        side = em(self, 1.43)
        outer.setContentsMargins(side, em(self, 0.86), side, em(self, 0.86))
        outer.addWidget(self.parts)
        self._connect()
        self._connect_keys()
        self._show_title()

    @property
    def is_correcting(self) -> bool:
        """Whether a stored inquiry is being corrected."""
        return self.draft.inquiry_id is not None

    def first_focus(self) -> QWidget:
        """Return the field in which everything begins."""
        return self.parts.first_field(self.draft)

    def open(self, target: object) -> None:
        """Begin a new contact, or take up what ``target`` names; what was typed here is kept."""
        self.begin(reading.fresh_draft(self.services.clock, self._around))
        self._occasion_set = False
        job = opening_of(target, self.services.clock)
        self.services.runner.run(job, self._opened, key="register:open")

    def reload(self) -> None:
        """Read again what is around the contact; a page without one follows the running visit."""
        if self.draft.is_empty and not self._occasion_set:
            self.services.runner.run(
                opening_of(None, self.services.clock), self._follow_visit, key="register:around"
            )
        else:
            self._read_around(fit_visit=False)

    def leave(self) -> None:
        """Keep what is being typed, now."""
        self.keeper.flush()
        self.note.dismiss()

    def begin(self, draft: InquiryDraft, draft_id: str = "") -> None:
        """Show a draft in place of what is there, which stays among the kept ones."""
        self.keeper.begin(draft_id)
        self.show_draft(draft)
        self.parts.bottom.state.setText("")
        self.parts.context.hide()
        self.parts.scrolled.ensureVisible(0, 0)

    def show_draft(self, draft: InquiryDraft, known: KnownPerson | None = None) -> None:
        """Show a draft, and the known person that it names, without keeping anything."""
        self.draft = draft
        self.parts.identity.labels = self._advising.labels
        self.parts.identity.show_draft(draft, known)
        self.parts.show_draft(draft)
        self.note.show_note(draft.note)
        if self._around is not None:
            self._take_around(self._around)
        self._watch()

    def offer_kept(self) -> None:
        """Offer what is kept and not shown."""
        self.services.runner.run(
            kept_drafts,
            lambda kept: self.offer.show(tuple(k for k in kept if k.id != self.keeper.draft_id)),
            key="register:kept",
        )

    def duplicate(self) -> None:
        """Begin a contact like the one that was entered last."""

        def begin(last: Inquiry | None) -> None:
            if last is not None:
                self.open(DuplicateInquiry(last.id))

        self.services.runner.run(lambda store: store.inquiries.newest(), begin)

    def back(self) -> None:
        """Close the row of the occasion, or go to the list; the draft is kept."""
        if self.parts.context.isVisible():
            self._close_context()
        else:
            self.services.go("inquiries", None)

    def change_occasion(self) -> None:
        """Open the row behind F2, or close it."""
        if self.parts.context.isVisible():
            self._close_context()
        else:
            self.parts.context.show()
            self.parts.context.focus()

    def mask_texts(self) -> None:
        """Mask what should not stand in the texts."""
        self.guarding.look_now()
        masked = self.guarding.masked(self.services.language)
        if masked:
            self._change(masked)
            if "name" in masked:
                self.parts.identity.person.set_text(masked["name"])
            self.parts.identity.anonymous.show_draft(self.draft)
            self.note.show_note(self.draft.note)
            self.parts.bottom.follow_up.show_draft(self.draft)

    def _connect(self) -> None:
        parts = self.parts
        for panel in (parts.identity, parts.circumstances, parts.context):
            panel.changed.connect(self._change)
        parts.bottom.follow_up.changed.connect(self._change)
        parts.reasons.changed.connect(lambda codes: self._change({"reasons": codes}))
        parts.advice.changed.connect(lambda codes: self._change({"advice": codes}))
        self.note.edited.connect(lambda text: self._change({"note": text}))
        parts.identity.next_wanted.connect(parts.reasons.field.setFocus)
        parts.identity.recent_wanted.connect(
            lambda: parts.identity.show_recent(self.draft.workplace_id)
        )
        parts.reasons.next_wanted.connect(parts.advice.field.setFocus)
        parts.advice.next_wanted.connect(parts.bottom.follow_up.focus)
        parts.title.change_wanted.connect(self.change_occasion)
        parts.context.finished.connect(self._close_context)
        parts.bottom.note_wanted.connect(lambda: self.note.open(self.note.field))
        parts.bottom.save_wanted.connect(self.saver.save)
        parts.bottom.cancel_wanted.connect(self.saver.cancel)
        parts.guard.mask_wanted.connect(self.mask_texts)
        self.guarding.found.connect(lambda _: parts.guard.warn_of(self.guarding.dangers))
        self.keeper.kept.connect(lambda: parts.bottom.state.setText(self.tr("Kladde gemt")))
        self.offer.taken.connect(self.open)

    def _connect_keys(self) -> None:
        keys = {
            "Ctrl+Return": self.saver.save,
            "Ctrl+Enter": self.saver.save,
            "Ctrl+S": self.saver.save,
            "Esc": self.back,
            "F2": self.change_occasion,
            "Ctrl+D": self.duplicate,
            MASK_KEY: self.mask_texts,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _change(self, fields: dict[str, Any]) -> None:
        """Take over what a person changed, keep it, and show what follows from it."""
        began_empty = self.draft.is_empty
        self.draft = replace(self.draft, **fields)
        touched = _OCCASION.intersection(fields)
        if touched:
            self._occasion_set = True
        elif began_empty and not self._occasion_set and self.draft.time:
            # The page may have stood open for an hour: the talk begins now.
            self.draft = replace(self.draft, time=reading.now(self.services.clock))
        self.keeper.keep(self.draft)
        self.parts.bottom.state.setText("")
        self.parts.bottom.show_note_state(bool(self.draft.note.strip()))
        if "role" in fields:
            self.parts.circumstances.show_draft(self.draft)
        if touched & {"workplace_id", "date", "channel", "time"}:
            self._read_around(fit_visit="visit_id" not in fields)
        elif self._around is not None:
            self._show_title()
            if {"reasons", "advice"} & set(fields):
                self._advising.show_suggestions(self.draft, self._around)
        if {"name", "phone", "birth_year"} & set(fields) and self.parts.identity.is_new_person:
            self.parts.identity.lookup.find_likely(self.draft, self.parts.identity.show_likely)
        self._watch()

    def _opened(self, opened: Opened) -> None:
        if opened.is_fresh and not self.draft.is_empty:
            # Somebody began to type before the store had answered.
            self._follow_visit(opened)
            return
        self.keeper.begin(opened.draft_id)
        self._around = opened.around
        self._advising.show_codes(opened.draft, opened.around)
        self.show_draft(opened.draft, opened.known)
        self.offer.show(opened.kept)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_visit(self, opened: Opened) -> None:
        """Take over the occasion of the running visit, and leave alone what is typed."""
        fields = {name: getattr(opened.draft, name) for name in _OCCASION}
        self.draft = replace(self.draft, **fields)
        self._take_around(opened.around)
        self.parts.bottom.follow_up.show_draft(self.draft)
        self.offer.show(opened.kept)

    def _read_around(self, *, fit_visit: bool) -> None:
        occasion = reading.Occasion(self.draft.date, self.draft.workplace_id)
        today = self.services.today()
        self.services.runner.run(
            lambda store: reading.read_surroundings(store, occasion, today),
            lambda around: self._around_read(around, fit_visit),
            key="register:around",
        )

    def _around_read(self, around: reading.Surroundings, fit_visit: bool) -> None:
        if around.occasion != (self.draft.date, self.draft.workplace_id):
            return
        visit_id = reading.fitting_visit(self.draft, around.visits)
        if fit_visit and visit_id != self.draft.visit_id:
            self.draft = replace(self.draft, visit_id=visit_id)
            self.keeper.keep(self.draft)
        self._take_around(around)
        self.parts.bottom.follow_up.show_draft(self.draft)

    def _take_around(self, around: reading.Surroundings) -> None:
        self._around = around
        self._advising.show_codes(self.draft, around)
        self.parts.identity.labels = self._advising.labels
        self.parts.context.show_draft(self.draft, around)
        self._show_title()

    def _show_title(self) -> None:
        title = self.tr("Ret henvendelse") if self.is_correcting else self.tr("Ny henvendelse")
        around = self._around
        context = context_text(self.services, self.draft, around) if around else ""
        self.parts.title.show_context(title, context, closed_text(self.services, around))
        self.parts.bottom.cancel.setVisible(self.is_correcting)

    def _close_context(self) -> None:
        self.parts.context.hide()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _watch(self) -> None:
        anonymous = self.draft.identity is Identity.ANONYMOUS
        self.guarding.watch(saving.free_texts(self.draft), anonymous=anonymous)
