"""Cycles of widgets are collected where widgets live, never on the store's thread."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.garbage import GarbageCollector

ENOUGH = 100_000
"""Allocations after which Python would have collected many times over."""


class Cycle:
    """Something that only the collector can free, and that tells where it was freed."""

    def __init__(self, freed_on: list[int]) -> None:
        self._freed_on = freed_on
        self._itself = self

    def __del__(self) -> None:
        self._freed_on.append(threading.get_ident())


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[GarbageCollector]:
    owner = QObject()
    made = GarbageCollector(owner)
    yield made
    made.stop()
    assert gc.isenabled()
    owner.deleteLater()


def work_elsewhere() -> list[list[int]]:
    """Return what another thread made, so much that Python would have collected on it."""
    made: list[list[int]] = []
    worker = threading.Thread(target=lambda: made.extend([number] for number in range(ENOUGH)))
    worker.start()
    worker.join()
    return made


def test_only_the_thread_of_the_widgets_collects(collector: GarbageCollector) -> None:
    freed_on: list[int] = []
    Cycle(freed_on)
    made = work_elsewhere()
    assert freed_on == []
    collector.collect()
    assert len(made) == ENOUGH
    assert freed_on == [threading.get_ident()]


def test_a_lock_leaves_no_garbage_however_little_it_is(
    qtbot: QtBot, collector: GarbageCollector
) -> None:
    gc.collect()
    freed_on: list[int] = []
    Cycle(freed_on)
    collector.collect_everything_soon()
    qtbot.waitUntil(lambda: freed_on == [threading.get_ident()])
