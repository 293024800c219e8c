"""Who belongs to the project: taken in after ten words read aloud, revoked after a question."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import UserError
from app.export.letters.letter_files import load_file
from app.models.store import Store
from app.models.team.cards import LARGEST_CARD, decode_card
from app.models.team.cards import Card as DeviceCard
from app.models.team.copies import succession_words
from app.models.team.fingerprint import require_words, words_of
from app.models.team.project import accept_card, revoke
from app.models.team.refusing import Refused, refused_card
from app.models.team.roster import Member, Roster, TeamRole
from app.models.team.senders import last_taken
from app.models.words import short_date
from app.texts import Text
from app.ui.pages.collected.card_words import card_remark, pasted_card, replaced_on
from app.ui.pages.focus import holds_focus, set_usable
from app.ui.pages.scrolled import bring_into_view
from app.ui.pages.sharing.project_card import ChooseFile, ask_for_file
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormGrid
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.layouts import drop_widgets
from app.ui.widgets.measure import announce, button, em, label
from app.ui.widgets.notice import Notice


class AcceptCard(Card):
    """Opens a counsellor's card and takes it when the words that were heard are its words.

    ``regretted`` carries the device that was just taken in and shall not belong after all.
    """

    regretted = Signal(str)

    def __init__(self, services: Services, choose: ChooseFile | None = None) -> None:
        super().__init__("")
        self._services, self._choose = services, choose or ask_for_file
        self._offered: DeviceCard | None = None
        self._roster: Roster | None = None
        self.set_title(self.tr("Tag en vejleder med"))
        self.about = label("", wrap=True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.heard = QLineEdit()
        self.form = FormGrid()
        self.form.add_row(
            "words",
            self.tr("De ti ord"),
            self.heard,
            self.tr("Ring til vejlederen, og skriv de ord, som du hører; fire bogstaver er nok."),
        )
        self.remark = Notice("", "warn")
        self.pasted = QLineEdit()
        self.pasted.setPlaceholderText(
            self.tr("… eller indsæt visitkortets tekst her, og tryk Enter")
        )
        self.pasted.setAccessibleName(self.tr("Visitkortets tekst"))
        self.pasted.setMaxLength(LARGEST_CARD)
        self.open_button = button(self.tr("Åbn visitkort …"))
        self.take = button(self.tr("Tag med"), "primary")
        self.keep = button(self.tr("Annullér"))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        for each in (self.take, self.keep, self.open_button):
            flow.addWidget(each)
        for widget in (self.about, self.remark, self.form, buttons, self.pasted):
            self.body.addWidget(widget)
        self.open_button.clicked.connect(self._open)
        self.pasted.returnPressed.connect(self._read_pasted)
        self.take.clicked.connect(self._take)
        self.heard.returnPressed.connect(self._take)
        self.keep.clicked.connect(self.give_up)
        self._ask(None)

    def offer(self, card: DeviceCard) -> None:
        """Ask for the words of a card; say what it replaces, or whom it is easily taken for."""
        self._ask(card)
        said = card_remark(card, self._roster) if self._roster is not None else ""
        self.remark.setVisible(bool(said))
        self.remark.set_text(said)
        self._services.runner.run(
            lambda store: succession_words(store, card), lambda more: self._warn(card, more)
        )
        self.heard.setFocus()
        bring_into_view(self)

    def _warn(self, card: DeviceCard, more: Text | None) -> None:
        """Say what becomes of the figures where the card is a copied computer's."""
        if more is not None and self._offered is card:
            self.remark.set_text(f"{self.remark.label.text()} {self._services.words(more)}".strip())
            self.remark.show()

    def show_roster(self, roster: Roster) -> None:
        """Compare cards with those who belong."""
        self._roster = roster

    @property
    def is_asking(self) -> bool:
        """Whether the words of a card are asked for."""
        return self._offered is not None

    def give_up(self) -> None:
        """Put the question away."""
        self._ask(None)
        self.open_button.setFocus()

    def _ask(self, card: DeviceCard | None) -> None:
        self._offered = card
        self.heard.clear()
        self.form.clear_problems()
        for widget in (self.form, self.take, self.keep):
            widget.setVisible(card is not None)
        self.open_button.setVisible(card is None)
        self.pasted.setVisible(card is None)
        self.pasted.clear()
        self.remark.hide()
        if card is None:
            self.about.setText(
                self.tr("Vejlederen gemmer sit visitkort under Deling og sender dig filen.")
            )
            return
        said = self.tr("{name} ({initials}), lavet {day}. Kender du stemmen i telefonen?")
        self.about.setText(
            said.format(name=card.name, initials=card.initials, day=short_date(card.made_on))
        )

    def _open(self) -> None:
        path: Path | None = self._choose(self, self.open_button.text())
        # The window may have locked while the system asked.
        if path is None or not isValid(self):
            return
        try:
            self.offer(decode_card(load_file(path, LARGEST_CARD, refused_card)))
        except UserError as error:
            self._services.notices.show_error(error)

    def _read_pasted(self) -> None:
        """Read what stands in a card's file or QR code; e-mail programs break its lines."""
        try:
            self.offer(decode_card(pasted_card(self.pasted.text())))
        except UserError as error:
            self._services.notices.show_error(error)

    def _take(self) -> None:
        card = self._offered
        if card is None:
            return
        try:
            require_words(card, self.heard.text())
        except Refused as error:
            why, step = self._services.words(error.why), self._services.words(error.next_step)
            self.form.set_problems({"words": f"{why} {step}"})
            return
        self._services.runner.run(
            lambda store: accept_card(store, card), lambda _: self._taken(card)
        )

    def _taken(self, card: DeviceCard) -> None:
        self._services.notices.tell(
            self.tr("{name} er med").format(name=card.name),
            offer=(self.tr("Fortryd …"), lambda: self.regretted.emit(card.device)),
        )
        self.give_up()


class MembersCard(Card):
    """Every computer of the project; a counsellor's that belongs can be revoked.

    ``revoked`` is sent when none is left that could be, and the focus needs another place.
    """

    revoked = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__("")
        self._services = services
        self.rows: dict[str, MemberRow] = {}
        self.set_title(self.tr("Deltagerliste"))
        self.panel = RevokePanel()
        self.panel.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(em(self, 0.57))
        self.body.addLayout(self._rows)
        self.body.addWidget(self.panel)
        self.panel.yes.clicked.connect(self._revoke)
        self.panel.no.clicked.connect(self.keep)
        self._asked: Member | None = None

    def show_roster(self, roster: Roster) -> None:
        """Show the members, those who belong first; a focused button keeps the focus."""
        focused = next((key for key, row in self.rows.items() if holds_focus(row)), "")
        drop_widgets(self._rows)
        self.rows = {}
        members = sorted(roster.members, key=lambda one: not one.is_active)
        for member in members:
            row = MemberRow(member, roster)
            row.revoke.clicked.connect(lambda _=False, member=member: self._ask(member))
            self._rows.addWidget(row)
            self.rows[member.card.device] = row
            row.show()
        if focused in self.rows and not self.rows[focused].revoke.isHidden():
            self.rows[focused].revoke.setFocus()

    def ask_about(self, device: str) -> None:
        """Ask whether a computer shall be revoked."""
        row = self.rows.get(device)
        if row is not None and not row.revoke.isHidden():
            row.revoke.click()

    @property
    def is_asking(self) -> bool:
        """Whether it is asked if a computer shall be revoked."""
        return self._asked is not None

    def keep(self) -> None:
        """Put the question away."""
        self.panel.hide()
        if self._asked is not None and self._asked.card.device in self.rows:
            self.rows[self._asked.card.device].revoke.setFocus()
        self._asked = None

    def _ask(self, member: Member) -> None:
        device = member.card.device
        self._services.runner.run(
            lambda store: last_taken(store, device), lambda last: self._show_question(member, last)
        )

    def _show_question(self, member: Member, last: int) -> None:
        self._asked = member
        self.panel.ask(member.card.name, last)
        self.panel.no.setFocus()
        bring_into_view(self.panel)

    def _revoke(self) -> None:
        member = self._asked
        if member is None:
            return
        device = member.card.device
        set_usable(self.panel.yes, self.panel.no, usable=False)

        def job(store: Store) -> Roster:
            return revoke(store, device, last_letter=last_taken(store, device))

        self._services.runner.run(job, lambda _: self._revoked(member), self._failed)

    def _revoked(self, member: Member) -> None:
        set_usable(self.panel.yes, self.panel.no, usable=True)
        self._services.notices.tell(self.tr("{name} er spærret").format(name=member.card.name))
        self._asked = None
        follows = next(
            (row.revoke for row in self.rows.values() if not row.revoke.isHidden()), None
        )
        if follows is not None:
            follows.setFocus()  # before the panel goes: the focus would fall to the rail
        else:
            self.revoked.emit()
        self.panel.hide()

    def _failed(self, error: Exception) -> None:
        set_usable(self.panel.yes, self.panel.no, usable=True)
        self._services.notices.show_error(error)


class MemberRow(QFrame):
    """One computer: whose, in which role, whether it belongs, and its ten words."""

    def __init__(self, member: Member, roster: Roster) -> None:
        super().__init__()
        card = member.card
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.71))
        lead = member.role is TeamRole.LEAD
        icon = ("shield" if lead else "person") if member.is_active else "x"
        row.addWidget(IconView(icon, "text" if member.is_active else "muted"))
        column = QVBoxLayout()
        column.setSpacing(0)
        role = self.tr("projektleder") if lead else self.tr("vejleder")
        self.words = label(f"{card.name} ({card.initials}) · {role}", "strong", wrap=True)
        self.state = label(self._state(member, roster), "caption", wrap=True)
        for said in (self.words, self.state):
            said.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(said)
        row.addLayout(column, 1)
        name = self.tr("Spær {name} …").format(name=card.name)
        self.revoke = button(self.tr("Spær …"), name=name)
        row.addWidget(self.revoke)
        if lead or not member.is_active:
            self.revoke.hide()

    def _state(self, member: Member, roster: Roster) -> str:
        if member.replaced_by:
            said = self.tr("afløst {day} af en anden computer")
            return said.format(day=replaced_on(member, roster))
        if member.revoked_on is not None:
            return self.tr("spærret {day}").format(day=short_date(member.revoked_on))
        return " ".join(words_of(member.card.fingerprint))


class RevokePanel(QFrame):
    """The question before a computer is revoked; it can come back only with a new card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "danger")
        column = QVBoxLayout(self)
        side = em(self, 0.86)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(em(self, 0.57))
        self.question = label("", "strong", wrap=True)
        self.told = label("", wrap=True)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.no = button(self.tr("Behold"), name=self.tr("Behold computeren på listen"))
        self.yes = button(self.tr("Spær computeren"), "danger")
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        flow.addWidget(self.no)
        flow.addWidget(self.yes)
        for widget in (self.question, self.told, buttons):
            column.addWidget(widget)

    def ask(self, name: str, last_letter: int) -> None:
        """Show whose computer it is and what revoking does; ``last_letter`` is the last one taken."""
        self.question.setText(self.tr("Spær computeren, der bruges af {name}?").format(name=name))
        lines: Sequence[str] = (
            self.tr("Brev nummer {n} og senere tages ikke ind, hvad der end står på dem.").format(
                n=last_letter + 1
            ),
            self.tr(
                "Det, der er taget ind, bliver. Vejlederen kan komme med igen med et nyt kort."
            ),
        )
        self.told.setText("\n".join(f"• {line}" for line in lines))
        self.show()
        announce(self, " ".join((self.question.text(), *lines)))
