"""The small form of a promise, the same wherever one is made or corrected."""

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.models.promise_words import PROMISED_CHANNELS, REPEATS
from app.models.promises import Promise, begun_line, with_line
from app.models.promising import make_promise
from app.models.store import Store
from app.models.typed_dates import parse_date
from app.models.types import FollowUp, PromisedChannel, Repeat
from app.ui.pages.following import followed
from app.ui.pages.followups.about_whom import AboutWhom
from app.ui.pages.workplaces.inline_form import InlineForm
from app.ui.services import Services
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_field import DateField
from app.ui.widgets.measure import label
from app.ui.widgets.text_field import TextField

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
        self.text, self.comment = QLineEdit(), TextField()
        self._begun_line = ""
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
        self.whom = AboutWhom(services, self.grid, self)
        self.whom.submitted.connect(self.save)
        self.grid.add_row("channel", self.tr("Hvordan"), self.channel)
        self.grid.add_row("repeat", self.tr("Gentages"), self.repeat)
        self.grid.add_row("comment", self.tr("Kommentar"), self.comment)
        self.comment.entered.connect(self.save)

    def begin(self, followup: FollowUp, about: str = "") -> None:
        """Show a promise; one without an id is a new one. ``about`` says what it is about."""
        self._loaded, self._sent = followup, False
        new = not followup.id
        title = self.tr("Ny opfølgning") if new else self.tr("Ret opfølgningen")
        self.set_heading(title, self.tr("Gem"))
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.grid.clear_problems()
        self.whom.begin(followup)
        self._fill(followup)

    def begin_comment(self) -> None:
        """Begin a line of its own for what happened today, and go there."""
        self._begun_line = begun_line(self.services.today())
        self.comment.setText(with_line(self.comment.text(), self._begun_line))
        self.go_to(self.comment)

    def open(self, *, comment: bool = False) -> None:
        """Show the form, and go to its first field or to a new line of its comment."""
        self.show()
        if comment:
            self.begin_comment()
        else:
            self.go_to(self.first_field())

    def follow(self, promises: Iterable[Promise]) -> bool:
        """Take over what became of the promise meanwhile; what was typed stays.

        Return False where it is open no longer, and nothing was typed.
        """
        if self.isHidden() or self._loaded is None or self._sent or not self._loaded.id:
            return True
        same = (each.followup for each in promises if each.followup.id == self._loaded.id)
        followup = next(same, None)
        if followup is None or followup.done_on is not None:
            return self.is_changed
        if followup != self._loaded:
            told = followed(self._loaded, self._told(), followup)
            self._loaded = followup
            self._fill(told)
        return True

    def _fill(self, followup: FollowUp) -> None:
        self._begun_line = ""
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
        problems = self.whom.problems()
        self.say(problems)
        if problems:
            return
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
        self.saved.emit(followup.id)

    def _told(self) -> FollowUp:
        assert self._loaded is not None
        return replace(
            self._loaded,
            text=self.text.text().strip(),
            due_on=self.due.value() or self._loaded.due_on,
            channel=PromisedChannel(self.channel.value()),
            repeat=Repeat(self.repeat.value()),
            comment=self._told_comment(),
            **self.whom.links(),
        )

    def _told_comment(self) -> str:
        """Return the comment; a line that was only begun is none."""
        told, begun_line = self.comment.text().strip(), self._begun_line.strip()
        if begun_line and told.endswith(begun_line):
            return told.removesuffix(begun_line).rstrip()
        return told
