"""A store for every test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.models.store import Store
from tests.stores import new_store, ticking_clock


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty encrypted store whose clock goes on by a second whenever it is read."""
    opened = new_store(tmp_path, ticking_clock())
    yield opened
    opened.close()
