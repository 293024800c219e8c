"""The small form of a promise, the same wherever one is made or corrected."""

from datetime import date, timedelta

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.models.guards import cpr_findings
from app.models.promise_words import PROMISED_CHANNELS, REPEATS
from app.models.promising import make_promise
from app.models.store import Store
from app.models.typed_dates import parse_date
from app.models.types import FollowUp, PromisedChannel, Repeat
from app.ui.pages.workplaces.inline_form import InlineForm
from app.ui.services import Services
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_field import DateField
from app.ui.widgets.measure import label

_USUAL = timedelta(weeks=1)


def begun(today: date, **about: object) -> FollowUp:
    """Return a promise that is due in a week and says nothing yet; ``about`` are its links."""
    return replace(FollowUp(due_on=today + _USUAL), **about)


class FollowUpForm(InlineForm):
    """``saved(id)`` is sent when the store has the promise, or there was nothing to correct."""

    saved = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__(services, "", "")
        said = services.words
        self._loaded: FollowUp | None = None
        self._sent = False
        self._about = label("", "caption", wrap=True)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self.fields.addWidget(self._about)
        self.text, self.comment = QLineEdit(), QLineEdit()
        self.due = DateField(
            self.tr("Senest"), lambda text: parse_date(text, services.today()), required=True
        )
        self.channel = Choice(
            self.tr("Hvordan"), [(key.value, said(text)) for key, text in PROMISED_CHANNELS.items()]
        )
        self.repeat = Choice(
            self.tr("Gentages"), [(key.value, said(text)) for key, text in REPEATS.items()]
        )
        self.grid.add_row("text", self.tr("Hvad har du lovet?"), self.text)
        natural = self.tr("Skriv fx +14, 2111 eller i morgen.")
        self.grid.add_row("due_on", self.tr("Senest"), self.due, natural)
        self.grid.add_row("channel", self.tr("Hvordan"), self.channel)
        self.grid.add_row("repeat", self.tr("Gentages"), self.repeat)
        self.grid.add_row("comment", self.tr("Kommentar"), self.comment)

    def begin(self, followup: FollowUp, about: str = "") -> None:
        """Show a promise; one without an id is a new one. ``about`` says what it is about."""
        self._loaded, self._sent = followup, False
        new = not followup.id
        title = self.tr("Ny opfølgning") if new else self.tr("Ret opfølgningen")
        self.set_heading(title, self.tr("Gem"))
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.grid.clear_problems()
        self.grid.set_row_visible("comment", not new)
        self.text.setText(followup.text)
        self.due.set_value(followup.due_on)
        self.channel.set_value(followup.channel.value)
        self.repeat.set_value(followup.repeat.value)
        self.comment.setText(followup.comment)

    def first_field(self) -> QWidget:
        """Return what was promised."""
        return self.text

    @property
    def followup_id(self) -> str:
        """The promise that is being corrected, "" for a new one."""
        return self._loaded.id if self._loaded is not None else ""

    @property
    def is_changed(self) -> bool:
        """Whether something was entered that is not stored."""
        return self._loaded is not None and self._told() != self._loaded

    def save(self) -> None:
        """Store the promise, or say what is wrong with it; what is being stored is sent once."""
        if self._loaded is None or self._sent:
            return
        unreadable = self.unreadable_date()
        if unreadable is not None:
            self.go_to(unreadable)
            return
        self.grid.clear_problems()
        wanted, new = self._told(), not self._loaded.id
        if wanted == self._loaded and not new:
            self.saved.emit(wanted.id)
            return

        def job(store: Store) -> FollowUp:
            return make_promise(store, wanted) if new else store.followups.change(wanted)

        told = self.tr("Opfølgningen er aftalt") if new else self.tr("Opfølgningen er rettet")
        self._sent = True
        self.services.commands.run(told, job, self._stored, self._refused)

    def _refused(self, error: Exception) -> None:
        self._sent = False
        self.show_error(error)

    def _stored(self, followup: FollowUp) -> None:
        self._loaded = None
        if cpr_findings(f"{followup.text} {followup.comment}"):
            warning = self.tr("Opfølgningen er gemt. Teksten ligner et CPR-nummer: ret den.")
            self.services.notices.tell(warning, undo=True)
        self.saved.emit(followup.id)

    def _told(self) -> FollowUp:
        assert self._loaded is not None
        return replace(
            self._loaded,
            text=self.text.text().strip(),
            due_on=self.due.value() or self._loaded.due_on,
            channel=PromisedChannel(self.channel.value()),
            repeat=Repeat(self.repeat.value()),
            comment=self.comment.text().strip(),
        )
