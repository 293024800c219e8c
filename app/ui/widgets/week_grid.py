"""The week grid: what has a time, drawn in its days. One widget for a day, a week and a month.

The page gives :class:`GridDay` and :class:`GridItem` and hears what is wanted through signals; it
changes nothing by itself. Only ``show_days`` moves an item.

==================  ==============================================================================
Arrows, Home, End   through the headings and items of a day, and to the next day
Enter, double click opens an item; on a heading or on “+3 flere” the day
Ctrl and arrows     carry a ghost by a day or 15 minutes; Enter drops it, Esc takes it back
Delete              asks to cancel the item
double click        where nothing is, asks for something new there
==================  ==============================================================================
"""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.ui.widgets.roving import Roving, take_place
from app.ui.widgets.week_grid_board import Board, Content
from app.ui.widgets.week_grid_buttons import (
    DayButton,
    GridButton,
    ItemButton,
    MoreButton,
    is_enter,
    is_key,
)
from app.ui.widgets.week_grid_look import Look
from app.ui.widgets.week_grid_month import MonthBoard
from app.ui.widgets.week_grid_move import Mover
from app.ui.widgets.week_grid_shown import Shown
from app.ui.widgets.week_grid_time import MOST_LANES, TimeBoard
from app.ui.widgets.week_grid_types import SNAP, GridDay, GridItem, Mode
from app.ui.widgets.week_grid_view import GridView

__all__ = ["GridDay", "GridItem", "Mode", "WeekGrid"]

_NEW_AT = 9 * 60
"""The time of something new that is asked for in a month, where there are no hours."""


class WeekGrid(QFrame):
    """Shows items in days.

    ``selected(key)``: an item was clicked or got the focus; never sent by ``select``, and by
    ``show_days`` only when what had the focus is gone, for the item that has it then.
    ``opened(key)``: double click or Enter. ``cancel_asked(key)``: Delete.
    ``moved(key, day, start)``: it was dropped elsewhere, start in minutes after midnight.
    ``asked_new(day, start)``: a double click where nothing is.
    ``day_opened(day)``: its heading, or what has no room in it, was pressed.
    """

    selected = Signal(str)
    opened = Signal(str)
    moved = Signal(str, object, int)
    asked_new = Signal(object, int)
    cancel_asked = Signal(str)
    day_opened = Signal(object)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.setAccessibleName(name or self.tr("Fremmødeplan"))
        self._mode: Mode = "week"
        self._content = Content()
        self._selected = ""
        self._is_new = True
        self._also: tuple[int, int] | None = None
        self._roving = Roving()
        self._view = GridView(self._make_board, self)
        self._shown = Shown(self._view.canvas, self._view.above, Look(self), self._connect)
        self._mover = Mover(self._view)
        self._mover.moved.connect(self.moved)
        self._mover.reaches.connect(self._reach)
        self._view.laid_out.connect(self._place_buttons)
        self._view.double_clicked.connect(self._ask_new)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._view)

    @property
    def selected_key(self) -> str:
        """The key of the chosen item, or "" if none is chosen or it is not shown any more."""
        return self._selected

    def show_days(
        self,
        mode: Mode,
        days: Sequence[GridDay],
        items: Sequence[GridItem],
        *,
        today: date,
        now: int,
    ) -> None:
        """Show these days, in order; ``now`` is minutes after midnight.

        Showing the same days again keeps focus, selection and scrolling; other days, and days that
        had nothing in them, begin at the start of the working day or where most is to be seen.
        """
        content, before = Content(tuple(days), tuple(items), today, now), self._content
        same = (mode, [each.day for each in days]) == (
            self._mode,
            [each.day for each in before.days],
        )
        same = same and (bool(before.items) or not items)
        self._mode, self._content = mode, content
        if not any(item.key == self._selected for item in items):
            self._selected = ""
        self._view.lay_out()
        self._is_new = self._is_new or not same
        if self._is_new and self.isVisible():
            self._scroll_to_opening()

    def begin_anew(self) -> None:
        """Let what is shown next begin as other days do."""
        self._is_new = True

    def select(self, key: str) -> None:
        """Choose an item, without sending ``selected``; "" chooses none."""
        self._selected = key if any(item.key == key for item in self._content.items) else ""
        for button in self._shown.items():
            button.set_selected(button.item.key == self._selected)
        chosen = self._shown.item(self._selected)
        if chosen is not None and self._focused() is None:
            self._make_stop(chosen)

    def reveal(self) -> None:
        """Scroll to the chosen item, or else to now."""
        chosen = self._shown.item(self._selected)
        if chosen is not None:
            self._view.reveal(chosen.geometry())
        elif isinstance(self._view.board, TimeBoard):
            y = round(self._view.board.y(self._content.now))
            self._view.verticalScrollBar().setValue(y - self._view.viewport().height() // 2)

    def focus_item(self, key: str) -> None:
        """Move the focus to an item; if it is not shown, to the first thing there is."""
        button = self._shown.item(key) or self._roving.current
        if button is not None:
            self._roving.focus(button)

    def item_button(self, key: str) -> ItemButton | None:
        """Return the button of an item, for those who look at the grid from outside."""
        return self._shown.item(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_item(self._selected)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_new:  # what is hidden cannot be scrolled
            self._scroll_to_opening()
            chosen = self._shown.item(self._selected)
            if chosen is not None:
                self._view.reveal(chosen.geometry())

    def event(self, event: QEvent) -> bool:
        carrying = event.type() == QEvent.Type.ShortcutOverride and self._mover.active
        if carrying and (is_key(event, Qt.Key.Key_Escape) or is_enter(event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self._focused()
        if button is None or not self._take_key(button, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return self._view.sizeHint()

    def _take_key(self, button: GridButton, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._mover.active and key == Qt.Key.Key_Escape:
            self._mover.cancel()
        elif self._mover.by_keys and is_enter(event):
            self._mover.drop()
        elif is_enter(event):
            self._open(button)
        elif held == Qt.KeyboardModifier.ControlModifier and isinstance(button, ItemButton):
            return self._mover.step(button, key)
        elif held:
            return False
        elif key == Qt.Key.Key_Delete and isinstance(button, ItemButton):
            self.cancel_asked.emit(button.item.key)
        else:
            there = self._shown.path.after(button, key)
            if there is not None:
                self._roving.focus(there)
            return there is not None or key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        return True

    def _make_board(self, room: QSize) -> Board:
        look = Look(self)
        if self._mode == "month":
            names = self.tr("Man Tir Ons Tor Fre Lør Søn").split()
            return MonthBoard(self._content, room, look, names)
        most = None if self._mode == "day" else MOST_LANES
        return TimeBoard(self._content, room, look, most=most, also=self._also)

    def _place_buttons(self) -> None:
        """Put a button on every block; the focus stays, or goes to what is nearest in order."""
        focused = self._focused()
        order = self._roving.members
        self._shown.look = Look(self)
        self._shown.show(self._view.board, one_line=self._mode == "month", active=self._selected)
        stops = self._shown.path.widgets()
        self._roving.set_members(stops)
        chosen = self._shown.item(self._selected)
        if focused is not None and focused not in stops and stops:
            self._roving.focus(_nearest(focused, order, stops))
        elif focused is None and stops:
            self._make_stop(chosen or self._first_stop(stops))
        self._shown.finish()
        self._mover.keep(self._shown.item(self._mover.key()))

    def _first_stop(self, stops: Sequence[QWidget]) -> QWidget:
        """Return where Tab enters: where it was, or else the first item."""
        current = self._roving.current
        if isinstance(current, ItemButton) and current in stops:
            return current
        return next((each for each in stops if isinstance(each, ItemButton)), stops[0])

    def _make_stop(self, button: QWidget) -> None:
        """Let Tab reach ``button``, in the place of the grid among the widgets of the window."""
        self._roving.set_current(button)
        take_place(self, (button,))

    def _connect(self, button: GridButton) -> None:
        button.opened.connect(lambda: self._open(button))
        button.entered.connect(lambda: self._entered(button))
        if isinstance(button, ItemButton):
            button.clicked.connect(lambda: self._choose(button.item.key))
            button.grabbed.connect(lambda pointer: self._mover.grab(button, pointer))
            button.dragged.connect(self._mover.drag)
            button.dropped.connect(self._mover.drop)
        else:
            button.clicked.connect(lambda: self._open(button))

    def _open(self, button: GridButton) -> None:
        if isinstance(button, ItemButton):
            self.opened.emit(button.item.key)
        elif isinstance(button, MoreButton):
            self.day_opened.emit(button.day)
        elif isinstance(button, DayButton) and self._mode != "day":
            self.day_opened.emit(button.day.day)

    def _entered(self, button: GridButton) -> None:
        """The focus came: what has it is chosen, and another item is not moved any more."""
        if self._mover.by_keys and self._focused_key(button) != self._mover.key():
            self._mover.cancel()
        self._make_stop(button)
        self._view.reveal_part(button)
        if isinstance(button, ItemButton):
            self._choose(button.item.key)

    def _choose(self, key: str) -> None:
        if key != self._selected:
            self.select(key)
            self.selected.emit(key)

    def _focused(self) -> GridButton | None:
        found = self.window().focusWidget()
        return found if isinstance(found, GridButton) and self.isAncestorOf(found) else None

    def _focused_key(self, button: GridButton) -> str:
        return button.item.key if isinstance(button, ItemButton) else ""

    def _ask_new(self, point: QPoint) -> None:
        place = self._view.board.at(point)
        if place is not None:
            minute = _NEW_AT if place[1] is None else place[1] // SNAP * SNAP
            self.asked_new.emit(self._content.days[place[0]].day, minute)

    def _reach(self, start: int, end: int) -> None:
        """Show the hours of a ghost too, until it is gone."""
        also = (start, end) if end else None
        if also != self._also:
            self._also = also
            self._view.lay_out()

    def _scroll_to_opening(self) -> None:
        self._is_new = False
        height = self._view.viewport().height()
        self._view.verticalScrollBar().setValue(self._view.board.opening(height))
        self._view.horizontalScrollBar().setValue(0)
        focused = self._focused()
        if isinstance(focused, DayButton):
            self._view.reveal_part(focused)


def _nearest(gone: QWidget, order: Sequence[QWidget], stops: Sequence[QWidget]) -> QWidget:
    """Return what stands where ``gone`` stood in ``order``; for a heading that is a heading."""
    if isinstance(gone, DayButton):
        order, stops = (
            [each for each in some if type(each) is DayButton] for some in (order, stops)
        )
    at = order.index(gone) if gone in order else 0
    return stops[min(at, len(stops) - 1)]
