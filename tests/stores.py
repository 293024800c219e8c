"""Real encrypted stores for tests, with a cheap key derivation and a clock that stands still."""

from datetime import UTC, datetime
from pathlib import Path

from app.models.clock import Clock
from app.models.keys import KdfParameters
from app.models.opening import create_store
from app.models.store import Store
from app.models.types import Counsellor, Profession
from app.paths import Paths

CHEAP = KdfParameters(passes=1, memory_kib=64, lanes=1)
PASSPHRASE = "en ganske lang adgangssætning"
NOW = datetime(2026, 11, 21, 8, 24, tzinfo=UTC)
"""Saturday 21 November 2026, 9.24 in Denmark."""


def standing_clock(instant: datetime = NOW) -> Clock:
    """Return a clock that always shows ``instant``."""
    return lambda: instant


def new_store(folder: Path, clock: Clock | None = None) -> Store:
    """Return an empty store of the project "Projekt Vest" with one counsellor, KM."""
    store, _, _ = create_store(
        Paths(folder / "data"),
        PASSPHRASE,
        project="Projekt Vest",
        counsellor=Counsellor(
            initials="KM", name="Karen Møller", profession=Profession.SOCIAL_WORKER
        ),
        clock=clock or standing_clock(),
        params=CHEAP,
    )
    return store
