"""The unlocked window: rail, header, pages and status bar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.models.changes import Changes
from app.models.clock import from_stamp, local
from app.models.store import Store
from app.models.types import Visit
from app.models.words import clock_time, short_date, weekday
from app.ui import actions, new_things
from app.ui.file_drops import FileDrops
from app.ui.focus_order import move_focus
from app.ui.page import Page
from app.ui.page_list import page_class
from app.ui.pages.focus import holds_focus
from app.ui.pages.scrolled import bring_into_view
from app.ui.services import Services
from app.ui.sharing_watch import SharingWatch
from app.ui.widgets.header import Header
from app.ui.widgets.measure import em
from app.ui.widgets.rail import Rail
from app.ui.widgets.status_bar import StatusBar
from app.ui.window_undo import WindowUndo

if TYPE_CHECKING:
    from app.ui.overlays import Overlays

_RAIL_OF = {
    **dict.fromkeys(("register", "person", "duplicates", "import"), "inquiries"),
    "referrals": "followups",
    "offers": "workplaces",
    **dict.fromkeys(("outside", "evaluator"), "reports"),
    "collected": "sharing",
}
"""Pages that are not in the rail themselves, and the place they belong to."""
_CAUSE_OF = {
    "today": ("today", None),
    "encrypted": ("settings", "lock"),
    "backup": ("settings", "backups"),
    "demo": ("settings", "about"),
    "sharing": ("sharing", None),
}
"""Parts of the status bar, and the page and section that each leads to."""


_COUNSELLORS_ONLY = frozenset(
    (
        *("today", "inquiries", "register", "person", "duplicates", "followups", "referrals"),
        "sharing",
    )
)
"""Pages without a meaning where everything was reported by others."""


class Workspace(QWidget):
    """Holds the pages, made when first shown, and moves between them.

    ``page_left`` is sent when another page than before is shown.
    """

    lock_requested = Signal()
    quit_requested = Signal()
    look_changed = Signal()
    page_left = Signal()

    def __init__(self, services: Services, demo: bool = False, parent: QWidget | None = None):
        super().__init__(parent)
        self._services = services
        self._demo = demo
        self._pages: dict[str, Page] = {}
        self.rail = Rail(self.tr("Vejviser"))
        self._offered = actions.actions_of(lead=services.lead)
        first = self._offered.first
        self.header = Header(
            _search_words(lead=services.lead),
            services.words(first.text) if first is not None else "",
        )
        self.stack = QStackedWidget()
        self.status = StatusBar(self.tr("Status"))
        self._fill_rail()
        self._fill_status()
        self._lay_out()
        self._overlays: Overlays | None = None
        self.actions_by_name = actions.install(
            self, services.language, self._handlers(), self._offered
        )
        WindowUndo(self)
        self.sharing = SharingWatch(services, self.rail, self.status, self)
        take = new_things.take_files if services.lead else new_things.open_files
        FileDrops(self, lambda paths: take(self.go, paths))
        self._connect()
        self._read_frame()

    def go(self, name: str, target: object = None) -> None:
        """Show the page called ``name`` with what it shall show; at a lead only what is there."""
        if self._services.lead and name in _COUNSELLORS_ONLY:
            name, target = "collected", None
        current = self.current_page()
        if current is not None:
            current.leave()
        page = self._page(name)
        if current is not None and page is not current:
            self.page_left.emit()
        self.stack.setCurrentWidget(page)
        self.rail.set_current(_place_of(name, self._offered))
        if target is not None:
            page.go_to_top()
        _focus(page)
        page.open(target)

    def current_page(self) -> Page | None:
        """Return the page that is shown."""
        page = self.stack.currentWidget()
        return page if isinstance(page, Page) else None

    def current_name(self) -> str:
        """Return the name of the page that is shown."""
        page = self.current_page()
        return page.name if page is not None else self._offered.pages[0].page

    @property
    def overlays(self) -> Overlays:
        """The search box and the sheet of keys; the window does not wait for them."""
        if self._overlays is None:
            from app.ui.overlays import Overlays

            self._overlays = Overlays(self, self._services)
            self._overlays.hit_chosen.connect(self._run_hit)
        return self._overlays

    def make_room(self, height: int) -> None:
        """Move the page up where a message covers more of the lower edge than the status bar."""
        self._room.setFixedHeight(max(0, height - self.status.height()))

    def leave(self) -> None:
        """Keep what is being typed on any page; called before locking and before rebuilding."""
        for page in self._pages.values():
            page.leave()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab follow what is seen: rail, header, page, status bar."""
        return move_focus(self.window(), forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the page answer what its frame has no use for; what lies over the page keeps its own."""
        page = self.current_page()
        if page is not None and any(map(holds_focus, (self.rail, self.header, self.status))):
            page.answer_frame(event)
        else:
            super().keyPressEvent(event)

    def retire(self) -> None:
        """Ask the store for nothing more; called before another workspace takes over."""
        self._services.bus.changed.disconnect(self._on_changes)

    def show_backup_time(self, made_at: datetime | None) -> None:
        """Show in the status bar when the newest backup was made."""
        if made_at is None:
            text = self.tr("Ingen sikkerhedskopi endnu")
            self.status.set_part("backup", text, state="warn")
            return
        moment = local(made_at)
        same_day = moment.date() == self._services.today()
        day = self.tr("i dag") if same_day else short_date(moment.date())
        text = self.tr("Sikkerhedskopi {day} kl. {time}").format(day=day, time=clock_time(moment))
        self.status.set_part("backup", text, self.tr("Kontrolleret efter skrivning"))

    def _fill_rail(self) -> None:
        words = self._services.words
        for spec in self._offered.pages:
            self.rail.add_item(spec.page, words(spec.text), spec.icon)
        for spec in self._offered.below:
            self.rail.add_item(spec.page, words(spec.text), spec.icon, bottom=True)
        self.rail.add_item("settings", words(actions.SETTINGS.text), "settings", bottom=True)
        self.rail.add_item(
            "lock",
            words(actions.LOCK.text),
            "lock",
            keys=actions.LOCK.keys[0],
            bottom=True,
            place=False,
        )

    def _fill_status(self) -> None:
        if self._demo:
            self.status.add_part("demo")
            tip = self.tr("Alle personer og henvendelser er opdigtede")
            self.status.set_part("demo", self.tr("DEMO: opdigtet"), tip, "warn")
        self.status.add_part("encrypted")
        tip = self.tr("Alt gemmes krypteret på denne computer")
        self.status.set_part("encrypted", self.tr("Krypteret"), tip, "good")
        self.status.add_part("backup")
        self.status.add_part("sharing", kept=True)
        today = self._services.today()
        week = today.isocalendar().week
        date_text = self.tr("uge {week} · {day} {date}").format(
            week=week, day=self._services.words(weekday(today)), date=short_date(today)
        )
        self.status.add_part("today", date_text, right=True)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.stack, 1)
        self._room = QWidget()
        self._room.setFixedHeight(0)
        column.addWidget(self._room)
        column.addWidget(self.status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.rail.setMinimumWidth(em(self, 14.8))

    def _connect(self) -> None:
        self.rail.activated.connect(self._rail_activated)
        self.header.search_clicked.connect(self._open_palette)
        self.header.visit_clicked.connect(lambda: self.go("today"))
        self.header.primary_clicked.connect(lambda: self.go("register"))
        self.status.part_activated.connect(lambda part: self.go(*_CAUSE_OF[part]))
        self._services.bus.changed.connect(self._on_changes)

    def _handlers(self) -> dict[str, Callable[[], None]]:
        commands = self._services.commands
        pages = {
            spec.name: (lambda page=spec.page: self.go(page))
            for spec in self._offered.anywhere
            if spec.page
        }
        return pages | {
            "palette": self._open_palette,
            "undo": commands.undo,
            "redo": commands.redo,
            "refresh": self._refresh,
            "new_visit": lambda: new_things.plan_visit(self.go),
            "new_activity": lambda: new_things.plan_activity(self.go),
            "new_followup": lambda: new_things.promise(self.go, self._services.today()),
            **new_things.parts_of_collected(self.go),
            "exchange": self._services.courier.exchange,
            "keys": self._show_keys,
            "quit": self.quit_requested.emit,
            "lock": self.lock_requested.emit,
        }

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            page = page_class(name)(self._services)
            if hasattr(page, "look_changed"):
                page.look_changed.connect(self.look_changed)
            if hasattr(page, "backup_made"):
                page.backup_made.connect(self.show_backup_time)
            self._pages[name] = page
            self.stack.addWidget(page)
        return self._pages[name]

    def _rail_activated(self, name: str) -> None:
        if name == "lock":
            self.lock_requested.emit()
        else:
            self.go(name)

    def _refresh(self) -> None:
        page = self.current_page()
        if page is not None:
            page.refresh()
        self._read_frame()

    def _open_palette(self) -> None:
        self.overlays.palette.start()

    def _show_keys(self) -> None:
        self.overlays.show_keys()

    def _run_hit(self, key: str) -> None:
        from app.ui.finder import place_of

        kind, _, name = key.partition(":")
        if kind == "action":
            self.actions_by_name[name].trigger()
        else:
            self.go(*place_of(kind, name))

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches("visit", "followup", "workplace", "setting"):
            self._read_frame()

    def _read_frame(self) -> None:
        today = self._services.today()
        self._services.runner.run(lambda store: _frame(store, today), self._show_frame, key="frame")

    def _show_frame(self, frame: tuple[Visit | None, str, int]) -> None:
        visit, name, due = frame
        if self._services.lead:
            return
        self.rail.set_count("followups", due)
        if visit is None:
            self.header.set_visit("")
            return
        since = clock_time(local(from_stamp(visit.started_at)))
        started = self.tr("siden {time}").format(time=since)
        self.header.set_visit(" · ".join(filter(None, (name, started, visit.place))))


def _search_words(*, lead: bool) -> str:
    """Return what the search box finds: a lead has nobody's name."""
    if lead:
        return QCoreApplication.translate(
            "Workspace", "Søg arbejdsplads, vejleder, kort eller handling"
        )
    return QCoreApplication.translate("Workspace", "Søg person, arbejdsplads, kort eller handling")


def _place_of(name: str, offered: actions.ActionSet) -> str:
    """Return the place in the rail that a page belongs to."""
    places = {spec.page for spec in (*offered.pages, *offered.below, actions.SETTINGS)}
    if name in places:
        return name
    # Where nobody registers, what is imported are workplaces and rules.
    place = _RAIL_OF.get(name, name)
    return place if place in places else "workplaces"


def _focus(page: Page) -> None:
    first = page.first_focus()
    if first is not None:
        first.setFocus()
        bring_into_view(first)


def _frame(store: Store, today: date) -> tuple[Visit | None, str, int]:
    """Return the visit that is running with its workplace, and how many promises are due."""
    visit = store.visits.running()
    name = store.workplaces.get(visit.workplace_id).name if visit else ""
    return visit, name, len(store.followups.open(until=today))
