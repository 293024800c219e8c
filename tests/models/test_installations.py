"""Two installations of one computer know of each other by their folders, also while they are locked."""

from pathlib import Path

import pytest

from app.models.installations import Side, beside, is_there, named_side, side_of
from app.paths import Paths
from tests.stores import new_store


@pytest.fixture
def first(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "hjem" / "data")


def set_up(paths: Paths, tmp_path: Path) -> None:
    """Make an installation in a folder."""
    new_store(tmp_path / "made").close()
    paths.data_dir.parent.mkdir(exist_ok=True)
    (tmp_path / "made" / "data").rename(paths.data_dir)


def test_one_that_stands_alone_is_called_nothing(first: Paths, tmp_path: Path) -> None:
    set_up(first, tmp_path)
    assert side_of(first) is None
    assert not is_there(first, Side.LEAD)
    assert not is_there(first, Side.COUNSELLOR)


@pytest.mark.parametrize("side", list(Side))
def test_the_second_one_tells_what_both_are(first: Paths, tmp_path: Path, side: Side) -> None:
    set_up(first, tmp_path)
    second = beside(first, side)
    assert second.data_dir.name == f"data-{side}"
    assert second.data_dir.parent == first.data_dir.parent
    set_up(second, tmp_path)
    assert (side_of(first), side_of(second)) == (side.other, side)
    assert (named_side(first), named_side(second)) == (None, side)
    assert is_there(first, side)
    assert is_there(second, side.other)
    assert beside(second, side.other) == first
    assert beside(second, side) == second
    assert not is_there(second, side), "it is not another one"


def test_a_folder_without_an_installation_is_none(first: Paths, tmp_path: Path) -> None:
    set_up(first, tmp_path)
    beside(first, Side.LEAD).data_dir.mkdir()
    assert side_of(first) is None
    assert not is_there(first, Side.LEAD)
