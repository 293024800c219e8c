"""What every page is given: the ways to ask, to act, to tell and to move."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

import msgspec

from app.models.clock import Clock, local_today
from app.models.settings import DeviceSettings
from app.paths import Paths
from app.texts import Language, Text
from app.ui.bus import Bus
from app.ui.commands import Commands
from app.ui.courier import Courier
from app.ui.tasks import Runner

ButtonOffer = tuple[str, Callable[[], None]]
"""The words of a button, and what it does."""


class Notices(Protocol):
    """Says something without taking the focus and without asking."""

    def tell(self, text: str, *, undo: bool = False, offer: ButtonOffer | None = None) -> None:
        """Show a sentence for a while, announced to screen readers; ``undo`` adds Fortryd.

        ``offer`` adds a button with these words instead, and what it does.
        """

    def show_error(self, error: Exception) -> None:
        """Show a UserError as what, why, next step; anything else is a fault and is logged."""


class Services(msgspec.Struct, frozen=True):
    """The surroundings of a page; nothing here is global."""

    runner: Runner
    bus: Bus
    commands: Commands
    notices: Notices
    device: DeviceSettings
    paths: Paths
    clock: Clock
    go: Callable[[str, object], None]
    """Show a page by its name, with what it shall show (None for nothing special)."""
    courier: Courier
    lead: bool = False
    """Whether the window shows a lead's installation, which registers nothing itself."""
    demo: bool = False
    """Whether it is the demo project, which is not set up any further."""
    became_lead: Callable[[object], None] = lambda _: None
    """Let the window be a lead's from now on; first show the code of a project begun (a Begun)."""

    @property
    def language(self) -> Language:
        """The language of the window."""
        return self.device.language

    def words(self, text: Text) -> str:
        """Return a text of the models in the language of the window."""
        return text.in_language(self.language)

    def today(self) -> date:
        """Return today's local date."""
        return local_today(self.clock)
