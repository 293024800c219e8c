"""An empty store of its own for every test of releases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.models.store import Store
from tests.stores import new_store, ticking_clock


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty encrypted store; every reading of its clock is a second later."""
    opened = new_store(tmp_path / "installation", ticking_clock())
    yield opened
    opened.close()
