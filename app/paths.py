"""Where the program keeps its data and finds its resources."""

import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from platformdirs import user_data_path

APP_NAME = "Vejviser"


@dataclass(frozen=True, slots=True)
class Paths:
    """The files of one installation, all below one folder."""

    data_dir: Path

    def __post_init__(self) -> None:
        """Make the folder absolute: file managers and links know nothing of where we were started."""
        object.__setattr__(self, "data_dir", self.data_dir.absolute())

    @classmethod
    def default(cls) -> "Paths":
        """Return the folder that the operating system gives the user for program data."""
        return cls(user_data_path(APP_NAME, appauthor=False, roaming=False))

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.data_dir / "vejviser.db"

    @property
    def envelope(self) -> Path:
        """The wrapped key of the database."""
        return self.data_dir / "vejviser.key.json"

    @property
    def device_settings(self) -> Path:
        """Language and looks, needed before unlocking; holds nothing about anybody."""
        return self.data_dir / "device.json"

    @property
    def backups(self) -> Path:
        """Encrypted backups, each with its envelope."""
        return self.data_dir / "backups"

    @property
    def cards(self) -> Path:
        """The project's own knowledge cards: plain files that hold nothing about anybody."""
        return self.data_dir / "cards"

    @property
    def logs(self) -> Path:
        """Redacted logs and crash reports."""
        return self.data_dir / "logs"


def resource(*parts: str) -> Path:
    """Return the path of a bundled resource, in the source tree and in a frozen build alike."""
    return _resources().joinpath(*parts)


@cache
def _resources() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parent.parent
    return root / "resources"
