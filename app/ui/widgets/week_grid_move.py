"""Moving an item of the week grid: with the pointer, or with Ctrl and the arrow keys."""

from datetime import date, timedelta

import msgspec
from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal

from app.ui.widgets.measure import announce, em
from app.ui.widgets.week_grid_buttons import ItemButton
from app.ui.widgets.week_grid_shown import day_words
from app.ui.widgets.week_grid_types import DAY, SNAP, GridItem, clock
from app.ui.widgets.week_grid_view import GridView

_SCROLL_MS = 40
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class _Move(msgspec.Struct):
    """An item on its way; ``grip`` is where in the item, in minutes, the pointer took it."""

    item: GridItem
    button: ItemButton
    day: date
    start: int
    grip: int = 0
    own_day: bool = True
    by_pointer: bool = False
    inside: bool = True


class Mover(QObject):
    """Carries a ghost until it is dropped or taken back.

    ``moved`` is sent with the key, the day and the minute of a drop elsewhere than the item lay.
    ``reaches`` asks that the hours of a ghost be shown, (0, 0) that no more than needed are.
    """

    moved = Signal(str, object, int)
    reaches = Signal(int, int)

    def __init__(self, view: GridView) -> None:
        super().__init__(view)
        self._view = view
        self._move: _Move | None = None
        self._scroll = QTimer(self)
        self._scroll.setInterval(_SCROLL_MS)
        self._scroll.timeout.connect(self._scroll_at_edge)
        self._pointer = QPoint()

    @property
    def active(self) -> bool:
        """Whether something is on its way."""
        return self._move is not None

    @property
    def by_keys(self) -> bool:
        """Whether something is on its way with the keys."""
        return self._move is not None and not self._move.by_pointer

    def step(self, button: ItemButton, key: int) -> bool:
        """Move a day or a quarter as a Ctrl+arrow asks; return whether it meant anything."""
        way = _WAYS.get(Qt.Key(key))
        if way is None or not button.item.movable:
            return False
        move = self._move
        if move is None or move.button is not button:
            self.cancel()
            item = button.item
            move = self._move = _Move(item, button, item.day, item.start)
        days, quarters = way
        if not self._view.board.days_above:
            days, quarters = days + 7 * quarters, 0
        self._step_day(move, days)
        if quarters:
            snapped = (move.start // SNAP + quarters) * SNAP
            if quarters < 0 and move.start % SNAP:
                snapped += SNAP
            move.start = min(max(snapped, 0), DAY - SNAP)
            self.reaches.emit(move.start, min(move.start + self._length(move), DAY))
        self._show(move)
        self._view.reveal_ghost()
        announce(button, f"{self._where(move)}. {self._how()}")
        return True

    def grab(self, button: ItemButton, pointer: QPoint) -> None:
        """Take an item with the pointer, which is at a point of the screen."""
        self.cancel()
        item = button.item
        place = self._view.board.at(self._view.canvas.mapFromGlobal(pointer))
        if place is None:
            return
        day = self._view.board.content.days[place[0]].day
        grip = (day - item.day).days * DAY + (place[1] or 0) - item.start
        self._move = _Move(item, button, item.day, item.start, grip, day == item.day, True)
        self._scroll.start()

    def drag(self, pointer: QPoint) -> None:
        """Follow the pointer."""
        move = self._move
        if move is None:
            return
        self._pointer = pointer
        viewport = self._view.viewport()
        place = self._view.board.at(self._view.canvas.mapFromGlobal(pointer))
        is_seen = viewport.rect().contains(viewport.mapFromGlobal(pointer))
        move.inside = is_seen and place is not None
        if place is None or not is_seen:
            self._view.hide_ghost()
            return
        day, minute = self._view.board.content.days[place[0]].day, place[1]
        if minute is None:
            move.day = day
        elif move.own_day:
            snapped = round((minute - move.grip) / SNAP) * SNAP
            move.day, move.start = day, min(max(snapped, 0), DAY - SNAP)
        else:
            days, move.start = divmod(round((minute - move.grip) / SNAP) * SNAP, DAY)
            move.day = day + timedelta(days=days)
        self._show(move)

    def drop(self) -> None:
        """Put the item down where the ghost is; outside the grid nothing happens."""
        move = self._move
        self.cancel(quiet=True)
        if move is None or not move.inside:
            return
        if (move.day, move.start) != (move.item.day, move.item.start):
            self.moved.emit(move.item.key, move.day, move.start)

    def cancel(self, *, quiet: bool = False) -> None:
        """Take the ghost back."""
        move, self._move = self._move, None
        self._scroll.stop()
        self._view.hide_ghost()
        if move is not None:
            move.button.let_go()
            self.reaches.emit(0, 0)
            if not quiet and not move.by_pointer:
                announce(move.button, self.tr("Ikke flyttet"))

    def keep(self, button: ItemButton | None) -> None:
        """After a new showing: go on with the ghost, or cancel if its item is not there."""
        move = self._move
        if move is None:
            return
        if button is not move.button or button.item != move.item:
            self.cancel()
        elif move.inside:
            self._show(move)

    def key(self) -> str:
        """Return the key of what is on its way, or ""."""
        return self._move.item.key if self._move else ""

    def _step_day(self, move: _Move, by: int) -> None:
        shown = [each.day for each in self._view.board.content.days]
        if not by or not shown:
            return
        if abs(by) == 7:
            there = move.day + timedelta(days=by)
            move.day = there if there in shown else move.day
        elif by > 0:
            move.day = next((day for day in shown if day > move.day), move.day)
        else:
            move.day = next((day for day in reversed(shown) if day < move.day), move.day)

    def _show(self, move: _Move) -> None:
        lines = (self._time(move),) if move.by_pointer else (self._time(move), self._how())
        self._view.show_ghost(move.item, move.day, move.start, lines)

    def _scroll_at_edge(self) -> None:
        """Scroll while the pointer is at an edge of what is seen."""
        viewport = self._view.viewport()
        at, edge = viewport.mapFromGlobal(self._pointer), em(viewport, 1.5)
        if not viewport.rect().contains(at):
            return
        for bar, place, length in (
            (self._view.verticalScrollBar(), at.y(), viewport.height()),
            (self._view.horizontalScrollBar(), at.x(), viewport.width()),
        ):
            by = -edge // 2 if place < edge else edge // 2 if place > length - edge else 0
            if by and bar.value() != min(max(bar.value() + by, bar.minimum()), bar.maximum()):
                bar.setValue(bar.value() + by)
                self.drag(self._pointer)

    def _length(self, move: _Move) -> int:
        return move.item.end - move.item.start

    def _time(self, move: _Move) -> str:
        if not self._view.board.days_above:
            return clock(move.start)
        return f"{clock(move.start)}–{clock(move.start + self._length(move))}"

    def _where(self, move: _Move) -> str:
        days = self._view.board.content.days
        day = next((day_words(each) for each in days if each.day == move.day), "")
        return self.tr("{day} kl. {time}").format(day=day, time=self._time(move))

    def _how(self) -> str:
        return self.tr("Enter flytter, Esc fortryder")
