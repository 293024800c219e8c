"""What the page of sharing can be opened with."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class OpenFiles:
    """Files and folders with letters, a roster or a project package."""

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class LookAtPackage:
    """The project package that has come by itself: what it changes here."""
