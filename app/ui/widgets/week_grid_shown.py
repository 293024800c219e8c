"""The buttons that stand on the board of the week grid, kept from one showing to the next."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.widgets.week_grid_board import Board
from app.ui.widgets.week_grid_buttons import DayButton, GridButton, ItemButton, MoreButton
from app.ui.widgets.week_grid_look import Look
from app.ui.widgets.week_grid_path import Path, Stop
from app.ui.widgets.week_grid_types import GridDay, GridItem

_Button = TypeVar("_Button", bound=GridButton)


class Shown:
    """Makes a button for every block and every day, and gives the same item the same button.

    ``made`` is called once with each new button, to be connected. A button that is not needed any
    more is hidden and used again, so that nothing is deleted while Qt still works with it.
    """

    def __init__(
        self, canvas: QWidget, above: QWidget, look: Look, made: Callable[[GridButton], None]
    ) -> None:
        self._canvas, self._made = canvas, made
        self.look = look
        self._items: dict[tuple[str, int], ItemButton] = {}
        self._spare: list[ItemButton] = []
        self._leaving: ItemButton | None = None
        self._more = _Row(lambda: MoreButton(canvas, self.look), made)
        self._headings = _Row(lambda: DayButton(above, self.look), made)
        self._numbers = _Row(lambda: DayButton(canvas, self.look), made)
        self.path = Path(())

    def item(self, key: str) -> ItemButton | None:
        """Return the first button of an item; None if it is not shown by itself."""
        return self._items.get((key, 0)) or self._items.get((key, 1))

    def items(self) -> list[ItemButton]:
        """Return every button of an item."""
        return list(self._items.values())

    def show(self, board: Board, *, one_line: bool, active: str) -> None:
        """Show the blocks of a board; ``active`` is the key of the item that is chosen.

        A button that has the focus and is not needed stays until ``finish``, so that the focus can
        be moved to a better place than Qt would find.
        """
        days = self._headings if board.days_above else self._numbers
        stops = [self._show_day(board, place, days) for place in range(len(board.content.days))]
        for row in (self._headings, self._numbers):
            row.used = len(stops) if row is days else 0
        by_day: list[list[Stop]] = [[] for _ in stops]
        self._show_items(board, by_day, one_line=one_line, active=active)
        self._show_more(board, by_day)
        for stop, blocks in zip(stops, by_day, strict=True):
            blocks.sort(key=lambda each: each.minute or 0)
            blocks.insert(0, Stop(stop, None))
        self.path = Path(
            [[by_day[place] if place is not None else [] for place in row] for row in board.places]
        )

    def finish(self) -> None:
        """Hide what is not needed any more."""
        for row in (self._headings, self._numbers, self._more):
            row.hide_unused()
        if self._leaving is not None:
            self._leaving.hide()
            self._spare.append(self._leaving)
            self._leaving = None

    def _show_day(self, board: Board, place: int, days: "_Row[DayButton]") -> DayButton:
        button = days.at(place)
        day, content = board.content.days[place], board.content
        middle = content.days[len(content.days) // 2].day
        button.look = self.look
        button.show_day(
            day,
            today=day.day == content.today,
            as_number=not board.days_above,
            faint=not board.days_above and day.day.month != middle.month,
        )
        button.setGeometry(board.heading(place))
        button.show()
        return button

    def _show_items(
        self, board: Board, by_day: list[list[Stop]], *, one_line: bool, active: str
    ) -> None:
        alone = [block for block in board.blocks if len(block.parts) == 1]
        keys = {(block.parts[0].item.key, block.parts[0].number) for block in alone}
        for key in [each for each in self._items if each not in keys]:
            unused = self._items.pop(key)
            unused.let_go()
            if unused.hasFocus():
                self._leaving = unused
            else:
                unused.hide()
                self._spare.append(unused)
        for block in alone:
            part = block.parts[0]
            key = (part.item.key, part.number)
            button = self._items.get(key) or self._fresh()
            self._items[key] = button
            button.look = self.look
            button.show_block(block, spoken(part.item), one_line=one_line)
            button.set_selected(part.item.key == active)
            button.show()
            by_day[block.place].append(Stop(button, block.minute))

    def _fresh(self) -> ItemButton:
        if self._spare:
            return self._spare.pop()
        button = ItemButton(self._canvas, self.look)
        self._made(button)
        return button

    def _show_more(self, board: Board, by_day: list[list[Stop]]) -> None:
        crowded = [block for block in board.blocks if len(block.parts) > 1]
        self._more.used = len(crowded)
        for number, block in enumerate(crowded):
            button = self._more.at(number)
            button.look = self.look
            button.show_block(block, board.content.days[block.place])
            button.show()
            by_day[block.place].append(Stop(button, block.minute))


class _Row(Generic[_Button]):
    """Buttons that are known by their number; the first ``used`` of them are shown."""

    def __init__(self, make: Callable[[], _Button], made: Callable[[GridButton], None]) -> None:
        self._make, self._made = make, made
        self._buttons: list[_Button] = []
        self.used = 0

    def at(self, number: int) -> _Button:
        """Return a button; at most one is made."""
        if number == len(self._buttons):
            self._buttons.append(self._make())
            self._made(self._buttons[number])
        return self._buttons[number]

    def hide_unused(self) -> None:
        """Hide the rest."""
        for button in self._buttons[self.used :]:
            button.hide()


def spoken(item: GridItem) -> str:
    """Return what a screen reader says of an item: a warning is said too."""
    if not item.warning:
        return item.spoken
    warning = item.note or QCoreApplication.translate("WeekGrid", "advarsel")
    return item.spoken if warning in item.spoken else f"{item.spoken}, {warning}"


def day_words(day: GridDay) -> str:
    """Return the date of a day as it is spoken."""
    return day.spoken or day.label
