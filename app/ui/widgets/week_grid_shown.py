"""The buttons that stand on the board of the week grid, kept from one showing to the next."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.ui.widgets.week_grid_board import Board
from app.ui.widgets.week_grid_buttons import DayButton, GridButton, ItemButton, MoreButton
from app.ui.widgets.week_grid_look import Look
from app.ui.widgets.week_grid_path import Path, Stop
from app.ui.widgets.week_grid_types import GridDay, GridItem


class Shown:
    """Makes a button for every block and every day, and gives the same item the same button.

    ``made`` is called once with each new button, to be connected. A button that is not needed any
    more is hidden and used again, so that nothing is deleted while Qt still works with it.
    """

    def __init__(
        self, canvas: QWidget, above: QWidget, look: Look, made: Callable[[GridButton], None]
    ) -> None:
        self._canvas, self._above, self._made = canvas, above, made
        self.look = look
        self._items: dict[tuple[str, int], ItemButton] = {}
        self._more: list[MoreButton] = []
        self._days: list[DayButton] = []
        self._spare: list[ItemButton] = []
        self.path = Path(())

    def item(self, key: str) -> ItemButton | None:
        """Return the first button of an item; None if it is not shown by itself."""
        return next((found for number in (0, 1) if (found := self._items.get((key, number)))), None)

    def buttons(self) -> list[GridButton]:
        """Return every button that is shown."""
        return [*self._days, *self._items.values(), *self._more]

    def show(self, board: Board, *, one_line: bool, active: str) -> None:
        """Show the blocks of a board; ``active`` is the key of the item that is chosen."""
        stops = [self._show_day(board, place) for place in range(len(board.content.days))]
        for unused in self._days[len(stops) :]:
            unused.hide()
        self._days = self._days[: len(stops)]
        by_day: list[list[Stop]] = [[Stop(day, None)] for day in stops]
        self._show_items(board, by_day, one_line=one_line, active=active)
        self._show_more(board, by_day)
        self.path = Path(
            [[by_day[place] if place is not None else [] for place in row] for row in board.places]
        )

    def _show_day(self, board: Board, place: int) -> DayButton:
        if place == len(self._days):
            button = DayButton(self._above, self.look)
            self._made(button)
            self._days.append(button)
        button = self._days[place]
        parent = self._above if board.days_above else self._canvas
        if button.parentWidget() is not parent:
            button.setParent(parent)
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
        for number, block in enumerate(crowded):
            if number == len(self._more):
                button = MoreButton(self._canvas, self.look)
                self._made(button)
                self._more.append(button)
            button = self._more[number]
            button.look = self.look
            button.show_block(block, board.content.days[block.place])
            button.show()
            by_day[block.place].append(Stop(button, block.minute))
        for unused in self._more[len(crowded) :]:
            unused.hide()
        del self._more[len(crowded) :]


def spoken(item: GridItem) -> str:
    """Return what a screen reader says of an item: a warning is said too."""
    if not item.warning:
        return item.spoken
    warning = item.note or QCoreApplication.translate("WeekGrid", "advarsel")
    return item.spoken if warning in item.spoken else f"{item.spoken}, {warning}"


def day_words(day: GridDay) -> str:
    """Return the date of a day as it is spoken."""
    return day.spoken or day.label
