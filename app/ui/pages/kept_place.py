"""Where somebody was on a page, kept encrypted until the window is there again."""

from collections.abc import Callable
from typing import Generic, TypeVar

import msgspec

from app.ui.services import Services

P = TypeVar("P", bound=msgspec.Struct)


class KeptPlace(Generic[P]):
    """Brings a page back to what was chosen before it was locked or drawn again, on the same day.

    Tomorrow nobody expects it, and a new month has another report to begin with.
    """

    def __init__(
        self, services: Services, kind: str, shape: type[P], take: Callable[[P], None]
    ) -> None:
        """Keep a place as the draft ``kind``; ``take`` is called with the one that was kept."""
        self._services = services
        self._kind, self._shape, self._take = kind, shape, take
        self._wanted = True
        self._count = self._asked = 0  # the number of the asking that is waited for, 0 for none

    def keep(self, place: P) -> None:
        """Keep a place; called when the page is left.

        What is not taken up yet stays kept, and is asked for when the page is shown again.
        """
        if self._wanted:
            self._asked = 0
            return
        kind, day = self._kind, self._services.today().isoformat()
        payload = msgspec.json.encode({"day": day, "place": place}).decode()
        self._services.runner.run(lambda store: store.drafts.save(kind, payload))

    def not_wanted(self) -> None:
        """Forget what was kept: the page was opened on something."""
        self._wanted = False

    def restore(self, then: Callable[[], None]) -> bool:
        """Ask once for the place that was kept, and call ``then`` when it is taken up, or none is.

        Returns whether that is waited for; nothing need be shown until then.
        """
        if self._wanted and not self._asked:
            self._count += 1
            kind, number = self._kind, self._count
            self._asked = number
            self._services.runner.run(
                lambda store: store.drafts.decoded(kind, dict[str, msgspec.Raw]),
                lambda kept: self._read(kept, number, then),
            )
            return True
        return self._wanted

    def _read(
        self, kept: dict[str, msgspec.Raw] | None, number: int, then: Callable[[], None]
    ) -> None:
        if not self._wanted or number != self._asked:
            return
        self._wanted = False
        place = None if kept is None else self._decoded(kept)
        if place is not None:
            self._take(place)
        then()

    def _decoded(self, kept: dict[str, msgspec.Raw]) -> P | None:
        """Return the place if it is of today; None for what another release wrote."""
        try:
            if msgspec.json.decode(kept["day"], type=str) == self._services.today().isoformat():
                return msgspec.json.decode(kept["place"], type=self._shape)
        except (KeyError, msgspec.MsgspecError):
            pass
        return None
