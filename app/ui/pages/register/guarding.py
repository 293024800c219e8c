"""Watches the free texts of the page for what should not stand in them."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.models.guards import Danger, Finding, findings, mask
from app.models.store import Store
from app.texts import Language
from app.ui.tasks import Runner

_PAUSE = 250
"""Milliseconds without a change before the texts are looked through."""

Found = dict[str, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class _Watched:
    texts: dict[str, str]
    anonymous: bool


class Guarding(QObject):
    """``found`` is sent with the findings by field whenever these change."""

    found = Signal(object)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._watched = _Watched({}, anonymous=True)
        self._found: Found = {}
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._look)

    def watch(self, texts: Mapping[str, str], *, anonymous: bool) -> None:
        """Look through these texts soon, names of known persons included if ``anonymous``."""
        wanted = _Watched({name: text for name, text in texts.items() if text}, anonymous)
        if wanted == self._watched:
            return
        self._watched = wanted
        self._timer.start()

    def look_now(self) -> None:
        """Look through the texts without waiting for a pause."""
        if self._timer.isActive():
            self._timer.stop()
            self._look()

    @property
    def dangers(self) -> frozenset[Danger]:
        """What was found and still stands in a text."""
        return frozenset(f.danger for places in self._found.values() for f in places)

    def masked(self, language: Language) -> dict[str, str]:
        """Return the texts in which something was found, masked, by field."""
        return {
            name: mask(self._watched.texts[name], places, language)
            for name, places in self._found.items()
            if name in self._watched.texts
        }

    def _look(self) -> None:
        watched = self._watched
        if not watched.texts:
            self._take(watched, {})
            return

        def job(store: Store) -> Found:
            looked = {
                name: findings(store, text, anonymous=watched.anonymous)
                for name, text in watched.texts.items()
            }
            return {name: places for name, places in looked.items() if places}

        self._runner.run(job, lambda found: self._take(watched, found), key="register:guard")

    def _take(self, watched: _Watched, found: Found) -> None:
        # Places found in an older text would mask the wrong words in the one that stands now.
        if watched != self._watched:
            return
        self._found = found
        self.found.emit(found)
