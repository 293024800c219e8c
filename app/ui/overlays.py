"""What lies over the workspace when it is asked for: the search box and the sheet of keys."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.ui import actions
from app.ui.finder import Finder
from app.ui.services import Services
from app.ui.widgets.command_palette import CommandPalette
from app.ui.widgets.keys_sheet import KeyLine, KeysSheet


class Overlays(QObject):
    """``hit_chosen(key)`` carries what was chosen in the search box, as the finder names it."""

    hit_chosen = Signal(str)

    def __init__(self, window: QWidget, services: Services) -> None:
        super().__init__(window)
        self._services = services
        self._finder = Finder(services, self._found_more)
        self.palette = CommandPalette(
            window,
            self.tr("Søg overalt"),
            self._finder.find,
            self.tr("Skriv en arbejdsplads, en vejleder, et kort eller en handling")
            if services.lead
            else self.tr("Skriv et navn, en arbejdsplads, et kort eller en handling"),
        )
        self.palette.chosen.connect(self.hit_chosen)
        self.keys_sheet = KeysSheet(window, self.tr("Genvejstaster"))

    def show_keys(self) -> None:
        """Show every key of the window and of its pages."""
        offered = actions.actions_of(lead=self._services.lead)
        places = (*offered.pages, *offered.below, actions.SETTINGS)
        first = (offered.first,) if offered.first is not None else ()
        anywhere = (*first, *offered.others, actions.LOCK)
        left_out = actions.LEAD_HAS_NO if self._services.lead else frozenset[str]()
        on_page = tuple(spec for spec in actions.PAGE_KEYS if spec.name not in left_out)
        about_people = [
            (self.tr("Opfølgning"), self._lines(actions.FOLLOWUP_KEYS)),
            (self.tr("Personens side"), self._lines(actions.CONSENT_KEYS)),
        ]
        self.keys_sheet.show_keys(
            [
                (self.tr("Overalt"), self._lines(anywhere)),
                (self.tr("Sider"), self._lines(places)),
                (self.tr("På siden"), self._lines(on_page)),
                *([] if self._services.lead else about_people),
            ]
        )

    def _lines(self, specs: tuple[actions.ActionSpec, ...]) -> list[KeyLine]:
        return [(spec.keys, self._services.words(spec.text)) for spec in specs if spec.keys]

    def _found_more(self) -> None:
        # Cards are read beside the store's work: the window may have been built again meanwhile.
        if isValid(self) and self.palette.isVisible():
            self.palette.refresh()
