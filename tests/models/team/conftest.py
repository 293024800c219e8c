"""A project of a lead and two counsellors for every test that asks for one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.team import Team, a_team


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    """A lead, and the counsellors AB and CD, in the folders of these names."""
    with a_team(tmp_path, "AB", "CD") as made:
        yield made
