"""A lead, AB and CD, each with a real store, and a place that all of them use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dav_server import DavServer, dav_server
from tests.shares import exchange, folder_place, use_place
from tests.team import Team, a_team


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    with a_team(tmp_path / "team", "AB", "CD") as made:
        yield made


@pytest.fixture
def share(team: Team, tmp_path: Path) -> Path:
    """A folder that all of them use; CD has fetched the key from AB."""
    root = tmp_path / "share"
    root.mkdir()
    use_place(team.lead, [team.ab, team.cd], folder_place(root))
    hand_the_key_over(team)
    return root


@pytest.fixture
def server(team: Team, tmp_path: Path) -> Iterator[DavServer]:
    """A server that all of them use; CD has fetched the key from AB."""
    with dav_server(tmp_path / "server") as running:
        use_place(team.lead, [team.ab, team.cd], running.place())
        hand_the_key_over(team)
        yield running


def hand_the_key_over(team: Team) -> None:
    for store in (team.lead, team.ab, team.cd):
        assert exchange(store).error is None
