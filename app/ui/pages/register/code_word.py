"""What is told of an anonymous contact: been here before, and the code word they may choose."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.models.aliases import LONGEST, KnownAlias
from app.models.folding import search_text, search_words, word_start
from app.models.registration import InquiryDraft
from app.models.types import Identity, RecordId
from app.models.words import short_date
from app.ui.pages.register.marking import mark
from app.ui.tasks import Runner
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.hit import Hit
from app.ui.widgets.measure import em
from app.ui.widgets.typeahead import TypeAhead

_WIDTH = 13
"""Of the field, in multiples of the text size."""


class AnonymousRow(QWidget):
    """The box "Har været her før" and one quiet field, found again while it is typed.

    ``changed`` carries the fields of the draft that a person changed, ``next_wanted`` is sent by
    Enter, ``recognised`` when :meth:`greeting` has something else to say.
    """

    changed = Signal(object)
    next_wanted = Signal()
    recognised = Signal()

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._answered = ""
        self._asking = False
        self._found: tuple[KnownAlias, ...] = ()
        self._draft: InquiryDraft | None = None
        self._ticked = False
        self._stays_anonymous = ""  # the word of which that was said
        self.returning = QCheckBox(self.tr("Har været her før"))
        self.word = TypeAhead(
            self.tr("Kodeord"), self._find, self.tr("Kodeord (valgfrit)"), keep_text=True
        )
        self.word.setToolTip(
            self.tr("Et ord, personen selv vælger, og kan kendes på næste gang uden at sige navn")
        )
        self.word.line.setMaxLength(LONGEST)
        self.word.setFixedWidth(em(self, _WIDTH))
        row = FlowLayout(self, gap=em(self, 0.71))
        row.addWidget(self.returning)
        row.addWidget(self.word)
        self.returning.clicked.connect(lambda on: self.changed.emit({"said_returning": bool(on)}))
        self.word.edited.connect(self._typed)
        self.word.chosen.connect(self._hit_chosen)
        self.recognised.connect(self._tick)
        self.word.submitted.connect(lambda _: self.next_wanted.emit())
        self.word.line.returnPressed.connect(self.next_wanted)

    def show_draft(self, draft: InquiryDraft) -> None:
        """Show what an anonymous draft holds; nothing for a registered one."""
        self._draft, self._ticked, self._stays_anonymous = draft, False, ""
        self.returning.setEnabled(True)
        self.returning.setChecked(draft.said_returning)
        if self.word.text().strip() != draft.code_word:
            self.word.set_text(draft.code_word)
        self.setVisible(draft.identity is Identity.ANONYMOUS)

    def say_problem(self, text: str) -> None:
        """Mark the field with what is wrong with the word."""
        mark(self.word.line, text)

    @property
    def known(self) -> KnownAlias | None:
        """The code word that stands in the field, if somebody has used it before."""
        typed = "" if self.isHidden() else search_text(self.word.text())
        same = (known for known in self._found if typed and search_text(known.word) == typed)
        return next(same, None)

    @property
    def linked(self) -> RecordId | None:
        """Whose the code word is, unless it was said that the contact stays anonymous."""
        known = self.known
        refused = self._stays_anonymous == self.word.text()
        return None if known is None or refused else known.person_id

    def stay_anonymous(self) -> None:
        """Ask no more whether somebody with this word wants to be registered."""
        self._stays_anonymous = self.word.text()

    def greeting(self) -> str:
        """Return how often somebody with this word has been here, and when last; else nothing."""
        known = self.known
        return f"{known.word}: {self._times(known)}" if known is not None else ""

    def _find(self, text: str) -> list[Hit]:
        """Return the hits that are known by now, and ask for better ones."""
        if text != self._answered:
            self._asking = True
            self._runner.run(
                lambda store: store.aliases.search(text),
                lambda found: self._take(text, found),
                key="register:code-word",
            )
            self._asking = False
        words = [word_start(word) for word in search_words(text)]
        return [
            Hit(known.alias_id, known.word, self._times(known))
            for known in self._found
            if all(word in search_text(known.word) for word in words)
        ]

    def _take(self, text: str, found: tuple[KnownAlias, ...]) -> None:
        self._answered, self._found = text, found
        if not self._asking and text == self.word.text() and self.word.line.hasFocus():
            self.word.refresh()
        self.recognised.emit()

    def _tick(self) -> None:
        """Show what is stored with a word that was used before; take the tick back with the word."""
        known, draft = self.known, self._draft
        if draft is None:
            return
        own = draft.code_word if draft.inquiry_id is not None else ""
        was_here = (
            known is not None
            and known.first <= draft.date
            and search_text(known.word) != search_text(own)
        )
        self.returning.setEnabled(not was_here)
        if was_here and not self.returning.isChecked():
            self._ticked = True
        elif not was_here and self._ticked:
            self._ticked = False
        else:
            return
        self.returning.setChecked(was_here)
        self.changed.emit({"said_returning": was_here})

    def _typed(self, text: str) -> None:
        self.say_problem("")
        self.changed.emit({"code_word": text.strip()})
        self.recognised.emit()

    def _hit_chosen(self, key: str) -> None:
        for known in self._found:
            if known.alias_id == key:
                self.word.set_text(known.word)
                self.changed.emit({"code_word": known.word})
        self.recognised.emit()

    def _times(self, known: KnownAlias) -> str:
        told = self.tr("%n samtaler, sidst {date}", "", known.contacts)
        told = told.format(date=short_date(known.last))
        return (
            self.tr("{times}, knyttet til en person").format(times=told)
            if (known.person_id is not None)
            else told
        )
