"""The window locks by itself when nobody is there, and after the computer slept."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.idle import IdleWatch

MINUTES = 5


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


class Desk:
    """A field that somebody types in, watched, with a clock in hand."""

    def __init__(self, qapp: QApplication, qtbot: QtBot) -> None:
        self.clock = Clock()
        self.qtbot = qtbot
        self.field = QLineEdit()
        self.field.setAccessibleName("Navn")
        qtbot.addWidget(self.field)
        self.field.show()
        self.watch = IdleWatch(qapp, MINUTES, self.clock)
        self.expired = QSignalSpy(self.watch.expired)

    def wait(self, seconds: float) -> None:
        """Let time pass as it does while the computer is awake: a tick every second."""
        while seconds > 0:
            step = min(1.0, seconds)
            self.clock.now += step
            seconds -= step
            self.watch.tick()

    @property
    def locked(self) -> int:
        return self.expired.count()


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qapp, qtbot)
    yield made
    made.watch.stop()


def test_it_locks_once_after_the_allowed_minutes(desk: Desk) -> None:
    desk.wait(MINUTES * 60 - 1)
    assert desk.locked == 0
    desk.wait(1)
    assert desk.locked == 1


def test_typing_and_the_mouse_postpone_it(desk: Desk) -> None:
    desk.wait(MINUTES * 60 - 1)
    desk.qtbot.keyClick(desk.field, Qt.Key.Key_A)
    desk.wait(MINUTES * 60 - 1)
    assert desk.locked == 0
    desk.qtbot.mouseClick(desk.field, Qt.MouseButton.LeftButton)
    desk.wait(MINUTES * 60 - 1)
    assert desk.locked == 0
    desk.qtbot.mouseMove(desk.field, QPoint(3, 3))
    desk.wait(1)
    assert desk.locked == 0
    desk.wait(MINUTES * 60 - 1)
    assert desk.locked == 1


def test_what_is_typed_still_reaches_the_field(desk: Desk) -> None:
    desk.qtbot.keyClicks(desk.field, "Karen")
    assert desk.field.text() == "Karen"


def test_it_locks_when_the_computer_has_slept_even_if_somebody_just_typed(desk: Desk) -> None:
    desk.wait(30)
    desk.clock.now += 60  # no tick came while it slept
    desk.qtbot.keyClick(desk.field, Qt.Key.Key_A)
    desk.watch.tick()
    assert desk.locked == 1


def test_a_slow_moment_is_not_taken_for_sleep(desk: Desk) -> None:
    desk.clock.now += 5
    desk.watch.tick()
    assert desk.locked == 0


def test_a_clock_that_is_set_back_neither_locks_nor_postpones_for_long(desk: Desk) -> None:
    desk.wait(60)
    desk.clock.now -= 3600
    desk.watch.tick()
    assert desk.locked == 0
    desk.wait(MINUTES * 60 - 1)
    assert desk.locked == 0
    desk.wait(1)
    assert desk.locked == 1


def test_a_clock_that_is_set_forward_locks(desk: Desk) -> None:
    desk.clock.now += 3600
    desk.watch.tick()
    assert desk.locked == 1


def test_the_allowed_time_can_be_changed_while_watching(desk: Desk) -> None:
    desk.wait(90)
    desk.watch.allow(1)
    desk.wait(1)
    assert desk.locked == 1


def test_it_watches_no_longer_after_the_end(desk: Desk) -> None:
    desk.watch.stop()
    assert [timer.isActive() for timer in desk.watch.findChildren(QTimer)] == [False]


def test_the_real_timer_ticks(qapp: QApplication, qtbot: QtBot) -> None:
    clock = Clock()
    watch = IdleWatch(qapp, MINUTES, clock)
    clock.now += MINUTES * 60
    with qtbot.waitSignal(watch.expired, timeout=3000):
        pass
