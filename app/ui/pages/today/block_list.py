"""The lines of a card, kept where they stay the same, so that the focus and a form stay too."""

from collections.abc import Callable, Iterator, Sequence

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.pages.focus import holds_focus
from app.ui.pages.today.day_block import DayBlock


class Wanted(msgspec.Struct, frozen=True):
    """A line that shall be there: what it is about, what it shows, and how it is made."""

    key: str
    content: object
    make: Callable[[], DayBlock]


class BlockList:
    """The lines at the top of a column, in order."""

    def __init__(self, column: QVBoxLayout) -> None:
        self._column = column
        self._blocks: list[DayBlock] = []

    def __iter__(self) -> Iterator[DayBlock]:
        return iter(self._blocks)

    def get(self, key: str) -> DayBlock | None:
        """Return the line about something, or None."""
        return next((block for block in self._blocks if block.key == key), None)

    def focused(self) -> tuple[str, str] | None:
        """Return key and part of the line that has the focus; the part is "" for a form."""
        for block in self._blocks:
            part = block.focused_part()
            if part is not None:
                return block.key, part
        return None

    def show(self, wanted: Sequence[Wanted]) -> None:
        """Show these lines; those whose content is the same are the same widgets."""
        kept = {
            block.key: block
            for block in self._blocks
            if any((block.key, block.content) == (each.key, each.content) for each in wanted)
        }
        for block in self._blocks:
            if block.key not in kept:
                self._column.removeWidget(block)
                block.hide()
                block.deleteLater()
        self._blocks = [kept.get(each.key) or each.make() for each in wanted]
        for at, block in enumerate(self._blocks):
            if self._column.indexOf(block) != at:
                self._column.insertWidget(at, block)
            block.show()  # now, not with the next event: its button may get the focus at once

    def restore(self, focused: tuple[str, str]) -> bool:
        """Give the focus back to a part of a line that was built again; tell whether it is there."""
        key, part = focused
        block = self.get(key)
        if block is None:
            return False
        if block.form is not None and not part:
            return holds_focus(block)
        target: QWidget | None = block.parts.get(part)
        if target is None:
            return False
        if not holds_focus(target):
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
