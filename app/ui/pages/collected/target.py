"""What the lead's page can be opened with."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class TakeFiles:
    """Files and folders whose letters are to be taken in."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class ShowMonths:
    """Who has sent which month."""


@dataclass(frozen=True, slots=True)
class ShowPart:
    """One part of the page: ``months``, ``members`` or ``project``."""

    part: str
