"""The project that this computer belongs to, and the way into it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget
from shiboken6 import isValid

from app.export.letters.sharing import Belonging
from app.models.team.fingerprint import require_words, words_of
from app.models.team.refusing import Refused
from app.models.team.roster import Roster
from app.models.words import short_date
from app.ui.pages.focus import set_usable
from app.ui.pages.scrolled import bring_into_view
from app.ui.pages.sharing.project_file import (
    Offer,
    Opened,
    open_files,
    take_offer,
    waiting_offer,
)
from app.ui.pages.sharing.report_words import opened_words
from app.ui.pages.sharing.ten_words import TenWords
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import announce, button, em, label
from app.ui.widgets.notice import Notice

ChooseFile = Callable[[QWidget, str], Path | None]

_MOST_LINES = 14


class ProjectCard(Card):
    """Opens the lead's file, shows what it changes, and takes it; the first one needs the ten words.

    ``joined`` is sent when something was taken.
    """

    joined = Signal()

    def __init__(self, services: Services, choose: ChooseFile | None = None) -> None:
        super().__init__("")
        self._services = services
        self._choose = choose or ask_for_file
        self._offered: Offer | None = None
        self._known: Roster | None = None
        self._belonging = Belonging.UNKNOWN
        self.set_title(self.tr("Projektet"))
        self.about = _plain()
        self.listed = Notice("", "warn")
        self.revoked = Notice("", "danger")
        self.new = Notice("", "info", self.tr("Se, hvad der er nyt"))
        self.new.hide()
        self.changes = _plain()
        self.whose_words = label(self.tr("Projektlederens ti ord"), "caption")
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
        self.take = button("", "primary")
        self.keep = button(self.tr("Annullér"))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        for each in (self.take, self.keep, self.open_button):
            flow.addWidget(each)
        notices = (self.listed, self.revoked, self.new)
        parts = (*notices, self.changes, self.whose_words, self.lead_words, self.form)
        for widget in (self.about, *parts, buttons):
            self.body.addWidget(widget)
        self.open_button.clicked.connect(self._open)
        self.new.activated.connect(self.look_at_new)
        self.take.clicked.connect(self._take)
        self.keep.clicked.connect(self.give_up)
        self.heard.returnPressed.connect(self._take)
        self._show_parts(None)  # nothing is said of the project before it is read

    def show_project(
        self, roster: Roster | None, belonging: Belonging, *, waiting: bool = False
    ) -> None:
        """Show the project as this computer knows it; a question that is asked stays.

        ``waiting`` says that a newer package has come by itself.
        """
        self._known, self._belonging = roster, belonging
        if self._offered is None:
            self._show_known()
            self.new.setVisible(waiting)
            if waiting:
                self.new.set_text(self.tr("Projektlederen har sendt en ny projektpakke."))

    def offer(self, offer: Offer) -> None:
        """Show what a file brings, and ask for the lead's ten words where it is the first one."""
        self._offered = offer
        lead = offer.roster.lead.card
        said = self.tr("»{project}«, ledet af {name} ({initials}).")
        self.about.setText(
            said.format(project=offer.roster.project, name=lead.name, initials=lead.initials)
        )
        self.changes.setText(self._lines(offer))
        self._show_parts(offer)
        self.take.setText(
            self.tr("Vær med i projektet")
            if offer.is_first
            else self.tr("Overskriv det, der er rettet her")
            if offer.overwrites
            else self.tr("Tag den i brug")
        )
        self.heard.clear()
        (self.heard if offer.is_first else self.keep).setFocus()
        bring_into_view(self)
        announce(self, " ".join((self.about.text(), self.changes.text())))

    def _lines(self, offer: Offer) -> str:
        if offer.changes is None:
            return ""
        from app.export.package_text import package_lines

        lines = [self._services.words(line) for line in package_lines(offer.changes)]
        more = len(lines) - _MOST_LINES
        if more > 0:
            lines = [*lines[:_MOST_LINES], self.tr("og %n mere", "", more)]
        return "\n".join(lines)

    def _show_known(self) -> None:
        roster = self._known
        self._show_parts(None)
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

    def _show_parts(self, offer: Offer | None) -> None:
        asking, known = offer is not None, self._known is not None
        self.form.setVisible(offer is not None and offer.is_first)
        self.changes.setVisible(offer is not None and offer.changes is not None)
        self.take.setVisible(asking)
        self.keep.setVisible(asking)
        self.new.setVisible(self.new.isVisibleTo(self) and not asking)
        self.open_button.setVisible(not asking)
        self.open_button.setText(self.tr("Åbn fil …") if known else self.tr("Åbn projektpakke …"))
        self.open_button.setToolTip(
            self.tr(
                "Projektpakke, deltagerliste, kvittering eller nøgle; også trukket ind i vinduet"
            )
        )
        for widget in (self.whose_words, self.lead_words):
            widget.setVisible(known and not asking)
        self._tell_belonging(known and not asking)

    def _tell_belonging(self, told: bool) -> None:
        revoked = self._belonging in (Belonging.REVOKED, Belonging.REPLACED)
        waits = self._belonging in (Belonging.UNKNOWN, Belonging.RESTORED)
        self.revoked.setVisible(told and revoked)
        self.listed.setVisible(told and waits)
        if told and revoked:
            self.revoked.set_text(
                self.tr(
                    "Denne computer er spærret af projektlederen: ingen tal tages ind herfra. "
                    "Ring til projektlederen."
                )
                if self._belonging is Belonging.REVOKED
                else self.tr(
                    "Denne computer er afløst: dens data er gendannet eller kopieret, og den anden "
                    "computer med dem er med i stedet. Send fra den, og registrér dér, hvad der kun står "
                    "her. Er den ikke din, så ring til projektlederen."
                )
            )
        if told and waits:
            self.listed.set_text(
                self.tr(
                    "Denne computer er gendannet fra en sikkerhedskopi, eller en kopi af dens data har "
                    "sendt fra en anden. Den er ny for projektlederen. Giv projektlederen det nye "
                    "visitkort nedenfor; så afløser den computeren fra før."
                )
                if self._belonging is Belonging.RESTORED
                else self.tr("Projektlederen har ikke taget dit visitkort med endnu.")
            )

    def _open(self) -> None:
        path = self._choose(self, self.open_button.text())
        # The window may have locked while the system asked.
        if path is not None and isValid(self):
            self.open_files((path,))

    def open_files(self, paths: Sequence[Path]) -> None:
        """Take in letters, and show what a package or a roster among them would change."""
        self._services.runner.run(lambda store: open_files(store, paths), self._opened)

    @property
    def is_asking(self) -> bool:
        """Whether something was opened that has to be taken or put away."""
        return self._offered is not None

    def give_up(self) -> None:
        """Put away what was opened; nothing is changed."""
        self._offered = None
        self._show_known()
        self.open_button.setFocus()
        self.joined.emit()

    def _opened(self, opened: Opened) -> None:
        if opened.letters:
            self._services.notices.tell(opened_words(opened.letters, self._services.language))
            self.joined.emit()
        if opened.offer is not None:
            self.offer(opened.offer)

    def look_at_new(self) -> None:
        """Show what the package would change that came by itself."""
        self._services.runner.run(waiting_offer, self.offer)

    def _take(self) -> None:
        offer = self._offered
        if offer is None:
            return
        if offer.is_first:
            try:
                require_words(offer.roster.lead.card, self.heard.text())
            except Refused as error:
                why, step = self._services.words(error.why), self._services.words(error.next_step)
                self.form.set_problems({"words": f"{why} {step}"})
                return
        set_usable(self.take, self.keep, usable=False)
        self._services.runner.run(
            lambda store: take_offer(store, offer), lambda _: self._taken(offer), self._not_taken
        )

    def _taken(self, offer: Offer) -> None:
        set_usable(self.take, self.keep, usable=True)
        self._services.notices.tell(
            self.tr("Du er med i projektet")
            if offer.is_first
            else self.tr("Projektlederens fil er taget i brug")
        )
        self._offered = None
        self.new.hide()
        self._known = offer.roster
        self._show_known()
        # Shown before the page has read again: the focus must not fall to the rail meanwhile.
        self.open_button.setFocus()
        bring_into_view(self)
        self.joined.emit()

    def _not_taken(self, error: Exception) -> None:
        set_usable(self.take, self.keep, usable=True)
        self._services.notices.show_error(error)


def ask_for_file(parent: QWidget, title: str) -> Path | None:
    """Ask for a file in the system's dialog; None where it was given up."""
    chosen, _ = QFileDialog.getOpenFileName(parent.window(), title.replace(" …", ""))
    return Path(chosen) if chosen else None


def _plain() -> QLabel:
    made = label("", wrap=True)
    made.setTextFormat(Qt.TextFormat.PlainText)  # what people wrote is never markup
    return made
