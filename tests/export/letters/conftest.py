"""A project of a lead and two counsellors, whom no test here changes for good."""

from collections.abc import Iterator

import pytest

from tests.team import Team, a_team


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    """One team for a whole file: letters are only read."""
    with a_team(tmp_path_factory.mktemp("team"), "AB", "CD") as made:
        yield made
