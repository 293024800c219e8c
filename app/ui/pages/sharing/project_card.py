"""The project that this computer belongs to, and the way into it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from shiboken6 import isValid

from app.errors import UserError
from app.export.letters.letter_files import load_file
from app.models.team.fingerprint import require_words, words_of
from app.models.team.refusing import Refused, refused_roster
from app.models.team.roster import LARGEST_ROSTER, Roster, Verdict, decode_roster
from app.models.team.rosters import Rosters
from app.models.words import short_date
from app.ui.pages.sharing.ten_words import TenWords
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.notice import Notice

ChooseFile = Callable[[QWidget, str], Path | None]


class ProjectCard(Card):
    """Opens the lead's file; the first one is taken when the lead's ten words were typed.

    ``joined`` is sent when it was taken.
    """

    joined = Signal()

    def __init__(self, services: Services, choose: ChooseFile | None = None) -> None:
        super().__init__("")
        self._services = services
        self._choose = choose or ask_for_file
        self._offered: Roster | None = None
        self.set_title(self.tr("Projektet"))
        self.about = label("", wrap=True)
        self.listed = Notice("", "info")
        self.lead_words = TenWords()
        self.heard = QLineEdit()
        self.form = FormGrid()
        self.form.add_row(
            "words",
            self.tr("De ti ord"),
            self.heard,
            self.tr("Ring til projektlederen, og skriv de ord, som du hører."),
        )
        self.open_button = button("")
        self.take = button(self.tr("Vær med i projektet"), "primary")
        self.keep = button(self.tr("Annullér"))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        for each in (self.take, self.keep, self.open_button):
            flow.addWidget(each)
        for widget in (self.about, self.listed, self.lead_words, self.form, buttons):
            self.body.addWidget(widget)
        self.open_button.clicked.connect(self._open)
        self.take.clicked.connect(self._take)
        self.keep.clicked.connect(self._give_up)
        self.heard.returnPressed.connect(self._take)
        self._known: Roster | None = None
        self._me = ""
        self.show_project(None, "")

    def show_project(self, roster: Roster | None, me: str) -> None:
        """Show the project as this computer (``me``) knows it; a question that is asked stays."""
        self._known, self._me = roster, me
        if self._offered is None:
            self._show_known()

    def offer(self, roster: Roster) -> None:
        """Ask for the lead's ten words before the first roster is taken."""
        self._offered = roster
        lead = roster.lead.card
        self.about.setText(
            self.tr("»{project}« ledes af {name} ({initials}).").format(
                project=roster.project, name=lead.name, initials=lead.initials
            )
        )
        self._show_parts(asking=True)
        self.heard.clear()
        self.heard.setFocus()

    def _show_known(self) -> None:
        roster = self._known
        self._show_parts(asking=False)
        if roster is None:
            self.about.setText(
                self.tr(
                    "Denne computer hører ikke til et fælles projekt endnu. "
                    "Projektlederen sender dig en fil; åbn den her."
                )
            )
            return
        lead = roster.lead.card
        said = self.tr("»{project}«, ledet af {name} ({initials}). Deltagerliste {n} fra {day}.")
        self.about.setText(
            said.format(
                project=roster.project,
                name=lead.name,
                initials=lead.initials,
                n=roster.version,
                day=short_date(roster.made_on),
            )
        )
        self.lead_words.show_words(words_of(lead.fingerprint))

    def _show_parts(self, *, asking: bool) -> None:
        known = self._known is not None
        member = self._known.member(self._me) if self._known is not None else None
        self.form.setVisible(asking)
        self.take.setVisible(asking)
        self.keep.setVisible(asking)
        self.open_button.setVisible(not asking)
        self.open_button.setText(
            self.tr("Åbn nyere projektfil …") if known else self.tr("Åbn projektets fil …")
        )
        self.lead_words.setVisible(known and not asking)
        waits = known and not asking and (member is None or not member.is_active)
        self.listed.setVisible(waits)
        if waits:
            gone = member is not None
            self.listed.set_text(
                self.tr("Denne computer er spærret af projektlederen. Ring til projektlederen.")
                if gone
                else self.tr("Projektlederen har ikke taget dit visitkort med endnu.")
            )

    def _open(self) -> None:
        path = self._choose(self, self.open_button.text())
        # The window may have locked while the system asked.
        if path is None or not isValid(self):
            return
        try:
            roster = decode_roster(load_file(path, LARGEST_ROSTER, refused_roster))
        except UserError as error:
            self._services.notices.show_error(error)
            return
        if self._known is None:
            self.offer(roster)
        else:
            self._services.runner.run(lambda store: Rosters(store).take(roster), self._told)

    def _take(self) -> None:
        roster = self._offered
        if roster is None:
            return
        try:
            require_words(roster.lead.card, self.heard.text())
        except Refused as error:
            why, step = self._services.words(error.why), self._services.words(error.next_step)
            self.form.set_problems({"words": f"{why} {step}"})
            return
        self._services.runner.run(
            lambda store: Rosters(store).take(roster), self._told, self._services.notices.show_error
        )

    def _told(self, verdict: Verdict) -> None:
        said = {
            Verdict.FIRST: self.tr("Du er med i projektet"),
            Verdict.NEWER: self.tr("Den nye deltagerliste er taget i brug"),
            Verdict.KNOWN: self.tr("Den er her allerede"),
        }
        self._services.notices.tell(said[verdict])
        self._offered = None
        self.joined.emit()

    def _give_up(self) -> None:
        self._offered = None
        self._show_known()
        self.open_button.setFocus()


def ask_for_file(parent: QWidget, title: str) -> Path | None:
    """Ask for a file in the system's dialog; None where it was given up."""
    chosen, _ = QFileDialog.getOpenFileName(parent.window(), title.replace(" …", ""))
    return Path(chosen) if chosen else None
