"""The page of knowledge cards: find one at the left, read it at the right."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app import files
from app.models.card_types import CARD_TOPICS, Card, past_mark
from app.models.cards import CardLibrary, copy_to_edit, load_cards
from app.models.words import short_date
from app.ui.page import Page
from app.ui.pages.cards.handouts import Handouts
from app.ui.pages.cards.view import CardsView
from app.ui.services import Services
from app.ui.widgets.entry_list import Entry


class CardsPage(Page):
    """Reads the cards when it is shown and at F5, so that what was edited meanwhile is there."""

    name: ClassVar[str] = "cards"

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._library = CardLibrary({})
        self._current = ""
        self.view = CardsView(services.language)
        self.handouts = Handouts(services)
        self.view.foot.addWidget(self.handouts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._connect()

    def reload(self) -> None:
        """Read the files again; search, card and scroll stay."""
        paths = self.services.paths
        self.services.runner.beside(lambda: load_cards(paths), self._take, key="cards")

    def open(self, target: object) -> None:
        """Show the card with the id ``target``; the page is read anew, for files change outside."""
        if isinstance(target, str):
            self.view.search.clear()
            self._current = target
        self.reload()

    def first_focus(self) -> QWidget:
        """Return the search field."""
        return self.view.search

    def print_card(self) -> None:
        """Write the handout of the card that is shown."""
        if self.view.text.card is not None:
            self.handouts.write(self.view.text.card)

    def open_folder(self) -> None:
        """Open the folder of the project's own cards, made where it is missing."""
        folder = self.services.paths.cards

        def made() -> Path:
            with files.explained_os_errors():
                files.make_private_folder(folder)
            return folder

        self.services.runner.beside(made, _show_folder, self.services.notices.show_error)

    def edit_copy(self) -> None:
        """Copy the file of the card into the folder of own cards, and open the folder."""
        card, paths = self.view.text.card, self.services.paths
        if card is None:
            return

        def copied(path: Path) -> None:
            if not isValid(self):
                return
            said = self.tr("Ret filen {file} i mappen {folder}, gem den, og tryk F5 her.")
            self.services.notices.tell(
                said.format(file=path.name, folder=Path(*path.parent.parts[-2:]))
            )
            _show_folder(path.parent)
            self.reload()

        self.services.runner.beside(
            lambda: copy_to_edit(card, paths), copied, self.services.notices.show_error
        )

    def _connect(self) -> None:
        view = self.view
        view.search.textChanged.connect(self._searched)
        view.list.chosen.connect(self._choose)
        view.text_wanted.connect(view.text.setFocus)
        view.empty.activated.connect(self._show_all)
        view.folder_button.clicked.connect(self.open_folder)
        view.edit_button.clicked.connect(self.edit_copy)
        view.print_button.clicked.connect(self.print_card)
        for keys, action in (
            ("Ctrl+F", self._to_search),
            ("F3", self._to_search),
            ("Ctrl+P", self.print_card),
            ("Esc", lambda: view.list.setFocus(Qt.FocusReason.ShortcutFocusReason)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _to_search(self) -> None:
        self.view.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.view.search.selectAll()

    def _show_all(self) -> None:
        self.view.search.clear()
        self.view.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _searched(self, text: str) -> None:
        """Show the best of what is found; with the search cleared the card stays."""
        if text.strip():
            self._current = ""
        self._show_list()

    def _take(self, library: CardLibrary) -> None:
        # Read beside the store's work, it may come when the window has been built again.
        if not isValid(self):
            return
        self._library = library
        self._show_problems()
        self._show_list()

    def _show_problems(self) -> None:
        problems = self._library.problems
        text = self.services.words(problems[0].message) if problems else ""
        if len(problems) > 1:
            text += " " + self.tr("%n fejl mere i filer med kort.", "", len(problems) - 1)
        self.view.problems.setVisible(bool(problems))
        self.view.problems.set_text(text)

    def _show_list(self) -> None:
        query = self.view.search.text().strip()
        found = self._library.find(query, self.services.language)
        ids = [card.id for card in found]
        if self._current not in ids:
            self._current = ids[0] if ids else ""
        self.view.list.show_entries([self._entry(card) for card in found], self._current)
        self.view.show_parts(card=bool(ids), count=len(ids), query=query)
        self._show_card()

    def _entry(self, card: Card) -> Entry:
        said = self.services.words
        mark = past_mark(card, self.services.today())
        checked = self.tr("kontrolleret {day}").format(day=short_date(card.checked))
        own = self.tr("jeres eget") if card.own else ""
        detail = " · ".join(filter(None, (said(CARD_TOPICS[card.topic]), checked, own)))
        return Entry(card.id, card.title, detail, mark=said(mark) if mark else "")

    def _choose(self, card_id: str) -> None:
        self._current = card_id
        self._show_card()

    def _show_card(self) -> None:
        card = self._library.card(self._current, self.services.language)
        if card is not None:
            self.view.text.show_card(card, self.services.today())
            if card.own and self.view.edit_button.hasFocus():
                self.view.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.edit_button.setVisible(not card.own)


def _show_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
