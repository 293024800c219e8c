"""Two installations on one computer: a counsellor's, and beside it that of the lead of a project.

A lead's store holds everybody's figures and no names, a counsellor's the names and nobody else's
figures. So whoever is both has two folders beside each other, told apart by the end of their names.
"""

from enum import StrEnum

from app.models import opening
from app.paths import Paths


class Side(StrEnum):
    """What an installation is for; the value is the end of the folder's name."""

    COUNSELLOR = "vejleder"
    LEAD = "projektleder"

    @property
    def other(self) -> "Side":
        """What the installation beside it is for."""
        return Side.LEAD if self is Side.COUNSELLOR else Side.COUNSELLOR


def named_side(paths: Paths) -> Side | None:
    """Return what a folder was made for as the second one, or None for one without such a name."""
    for side in Side:
        if paths.data_dir.name.endswith(f"-{side}"):
            return side
    return None


def side_of(paths: Paths) -> Side | None:
    """Return what an installation is for, as its folder and the one beside it tell, also while locked.

    None where it stands alone.
    """
    named = named_side(paths)
    if named is not None:
        return named
    for side in Side:
        if opening.exists(_second(paths, side)):
            return side.other
    return None


def beside(paths: Paths, side: Side) -> Paths:
    """Return the folder of the installation for ``side`` that belongs to this one, there or not."""
    named = named_side(paths)
    if named is None:
        return _second(paths, side)
    if named is side:
        return paths
    first = paths.data_dir.name.removesuffix(f"-{named}")
    return Paths(paths.data_dir.with_name(first))


def is_there(paths: Paths, side: Side) -> bool:
    """Tell whether another installation than this one is set up for ``side``."""
    other = beside(paths, side)
    return other != paths and opening.exists(other)


def _second(paths: Paths, side: Side) -> Paths:
    return Paths(paths.data_dir.with_name(f"{paths.data_dir.name}-{side}"))
