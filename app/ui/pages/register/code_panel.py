"""Choosing reasons or advice: type to find, or pick a chip."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.pages.register.finding import Findable, find
from app.ui.pages.register.marking import mark
from app.ui.widgets.chips import ChipBoard, ChipGroup, ChipItem
from app.ui.widgets.hit import Hit
from app.ui.widgets.measure import announce, em, label
from app.ui.widgets.typeahead import TypeAhead


class CodePanel(QWidget):
    """One list of codes: a field above a board of chips, the two always showing the same.

    ``changed`` is sent with the chosen codes, in the order in which they were chosen. Enter in
    the empty field asks for what comes ``next_wanted``; Down goes to the chips.
    """

    changed = Signal(object)
    next_wanted = Signal()

    def __init__(self, title: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        plain = title.replace("&", "")
        self._findable: list[Findable] = []
        self._groups: list[ChipGroup] = []
        self._chosen: list[str] = []
        self._suggested: list[str] = []
        self.field = TypeAhead(plain, self._find, placeholder)
        self.board = ChipBoard(plain)
        heading = label(title, "strong")
        heading.setBuddy(self.field.line)
        self._count = label("", "caption")
        self._count.setMinimumWidth(em(self, 3.6))
        head = QHBoxLayout()
        head.setSpacing(em(self, 0.57))
        head.addWidget(heading)
        head.addWidget(self._count)
        head.addWidget(self.field, 1)
        self._problem = label("", "error", wrap=True)
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.35))
        column.addLayout(head)
        column.addWidget(self._problem)
        column.addWidget(self.board)
        self.field.chosen.connect(self._add)
        self.field.removed_last.connect(self._remove_last)
        self.field.line.returnPressed.connect(self._enter)
        self.field.edited.connect(lambda _: self.say(""))
        self.board.toggled.connect(self._toggled)

    @property
    def count(self) -> QLabel:
        """The label that says how many are chosen."""
        return self._count

    def set_codes(self, findable: Sequence[Findable]) -> None:
        """Let these codes be found by typing."""
        self._findable = list(findable)

    def set_groups(self, groups: Sequence[ChipGroup]) -> None:
        """Show these chips; the board is built again only if they are other ones."""
        if list(groups) != self._groups:
            self._groups = list(groups)
            self.board.set_groups(groups)

    def set_suggested(self, title: str, items: Sequence[ChipItem]) -> None:
        """Show these chips first, with what speaks for them as the title."""
        self._suggested = [item.key for item in items]
        self.board.set_suggested(title, items)

    def set_chosen(self, codes: Sequence[str]) -> None:
        """Choose exactly these codes, without sending ``changed``."""
        self._chosen = list(codes)
        self.board.set_selected(codes)
        text = self.tr("%n valgt", "", len(codes)) if codes else ""
        self._count.setText(text)

    def take_marked(self) -> None:
        """Choose the hit that is marked, if the list is open: as Enter would."""
        if self.field.is_open:
            self._add(self.field.hits.current_key())
            self.field.clear()

    def leftover(self) -> str:
        """Return what was typed and not chosen."""
        return self.field.text().strip()

    def say(self, problem: str) -> None:
        """Say what is wrong; an empty text says that nothing is."""
        if problem == self._problem.text():
            return
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        mark(self.field.line, problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the field to the chips with Down."""
        if event.key() == Qt.Key.Key_Down and self.field.line.hasFocus():
            self.board.focus_first()
        else:
            super().keyPressEvent(event)

    def _find(self, text: str) -> list[Hit]:
        left = [item for item in self._findable if item.key not in self._chosen]
        numbered = self._numbered(text)
        found = sorted(find(text, left), key=lambda item: item.key != numbered)
        if numbered and (not found or found[0].key != numbered):
            found = [*(item for item in left if item.key == numbered), *found]
        return [Hit(f.key, f.title, f.detail, f.colour) for f in found]

    def _numbered(self, text: str) -> str:
        """Return the code whose suggested chip bears the number that was typed, or ""."""
        typed = text.strip()
        if len(typed) == 1 and typed in "123456789" and int(typed) <= len(self._suggested):
            return self._suggested[int(typed) - 1]
        return ""

    def _enter(self) -> None:
        if not self.field.text():
            self.next_wanted.emit()

    def _add(self, key: str) -> None:
        if key and key not in self._chosen:
            self._choose([*self._chosen, key])
            title = next((f.title for f in self._findable if f.key == key), key)
            announce(self.field.line, self.tr("{title} valgt").format(title=title))

    def _remove_last(self) -> None:
        if self._chosen:
            gone = self._chosen[-1]
            self._choose(self._chosen[:-1])
            title = next((f.title for f in self._findable if f.key == gone), gone)
            announce(self.field.line, self.tr("{title} fjernet").format(title=title))

    def _toggled(self, key: str, on: bool) -> None:
        others = [code for code in self._chosen if code != key]
        self._choose([*others, key] if on else others)

    def _choose(self, codes: list[str]) -> None:
        self.set_chosen(codes)
        self.say("")
        self.changed.emit(tuple(codes))
