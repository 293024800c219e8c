"""One tab stop for a group of widgets, and arrow keys inside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Roving:
    """Lets Tab enter a group once; the other members are reached with the arrow keys."""

    def __init__(self) -> None:
        self._members: list[QWidget] = []
        self._current: QWidget | None = None

    @property
    def members(self) -> list[QWidget]:
        """The members in visual order."""
        return list(self._members)

    def set_members(self, members: Sequence[QWidget]) -> None:
        """Replace the members; the tab stop stays where it was if that is still a member."""
        self._members = list(members)
        stays = self._current in self._members
        self.set_current(self._current if stays else next(iter(self._members), None))

    def set_current(self, member: QWidget | None) -> None:
        """Make ``member`` the one that Tab reaches."""
        self._current = member
        for each in self._members:
            each.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if each is member else Qt.FocusPolicy.ClickFocus
            )

    @property
    def current(self) -> QWidget | None:
        """The member that Tab reaches."""
        return self._current

    def focus(self, member: QWidget) -> None:
        """Move the focus to ``member``."""
        self.set_current(member)
        member.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Move the focus to the next or previous member, round the ends."""
        if self._members:
            at = self._members.index(self._current) if self._current in self._members else 0
            self.focus(self._members[(at + by) % len(self._members)])

    def move(self, key: int) -> bool:
        """Move as an arrow, Home or End key asks; return whether the key meant anything."""
        if not self._members:
            return False
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move_row(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.focus(self._members[0 if key == Qt.Key.Key_Home else -1])
        else:
            return False
        return True

    def _move_row(self, by: int) -> None:
        """Move to the nearest member in the line above or below."""
        if self._current is None:
            return
        here = _middle(self._current)
        rows = sorted({y for _, y in map(_middle, self._members) if (y - here[1]) * by > 0})
        if not rows:
            self.step(by)
            return
        row = rows[0] if by > 0 else rows[-1]
        in_row = [each for each in self._members if _middle(each)[1] == row]
        self.focus(min(in_row, key=lambda each: abs(_middle(each)[0] - here[0])))


def take_place(group: QWidget, members: Sequence[QWidget]) -> None:
    """Move members, which as new widgets stand last in the window, to where their group is."""
    before: QWidget | None = group.previousInFocusChain()
    while (
        before is not None
        and before is not group
        and (before.focusPolicy() is Qt.FocusPolicy.NoFocus or group.isAncestorOf(before))
    ):
        before = before.previousInFocusChain()
    if before is None or before is group:
        return
    for member in members:
        QWidget.setTabOrder(before, member)
        before = member


def _middle(widget: QWidget) -> tuple[int, int]:
    point = widget.mapTo(widget.window(), widget.rect().center())
    return point.x(), point.y()
