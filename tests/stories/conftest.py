"""Working days on a real store, through real widgets."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.models.demo import build_demo
from app.paths import Paths
from tests.stores import CHEAP, standing_clock
from tests.ui.conftest import lem, notices, services, store, visited

__all__ = ["lem", "notices", "services", "store", "visited"]


@pytest.fixture(scope="session")
def demo_of_today(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the demo project as it is set up today; to be copied only."""
    paths = Paths(tmp_path_factory.mktemp("demo") / "data")
    build_demo(paths, clock=standing_clock(datetime.now(UTC)), params=CHEAP)[0].close()
    return paths.data_dir
