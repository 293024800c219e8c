"""The page of settings: its sections at the left, the chosen one at the right."""

from typing import ClassVar

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from app.models.store import Store
from app.ui.page import Page
from app.ui.pages.settings.about_section import AboutSection
from app.ui.pages.settings.access_section import AccessSection
from app.ui.pages.settings.backup_section import BackupSection
from app.ui.pages.settings.counsellor_section import CounsellorSection
from app.ui.pages.settings.lock_section import LockSection
from app.ui.pages.settings.plan_section import PlanSection
from app.ui.pages.settings.retention_section import RetentionSection
from app.ui.pages.settings.section import Section
from app.ui.pages.settings.setting_section import SettingSection
from app.ui.pages.settings.taxonomy_section import TaxonomySection
from app.ui.services import Services
from app.ui.widgets.measure import em, label, target

_PLACE_KIND = "settings page"


class Place(msgspec.Struct, frozen=True):
    """Where somebody was on the page: the section, and the setting that redrew the window."""

    section: str
    setting: str = ""


class SettingsPage(Page):
    """``look_changed`` asks the window to be drawn again in another language or look.

    ``backup_made`` carries the moment of a backup that was taken here.
    """

    look_changed = Signal()
    backup_made = Signal(object)

    name: ClassVar[str] = "settings"
    kinds: ClassVar[tuple[str, ...]] = (
        *("setting", "counsellor", "closing_days", "retention_period"),
        *("person", "inquiry", "followup", "referral", "access", "taxonomy"),
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._setting = ""
        self._placed = False
        self.sections = self._make_sections()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Afsnit"))
        self.list.setProperty("bare", "true")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumWidth(em(self, 10))
        self._stack = QStackedWidget()
        for section in self.sections.values():
            self.list.addItem(section.title)
            item = self.list.item(self.list.count() - 1)
            item.setSizeHint(QSize(0, target(self, 2.4)))
            item.setToolTip(section.title)
            self._stack.addWidget(section)
            section.look_changed.connect(self._look_changed)
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(self._show_section)
        self._lay_out()

    def reload(self) -> None:
        """Read the shown section again."""
        if not self._placed:
            self.services.runner.run(_read_place, self._return_to, key="settings.place")
        self.section().reload()

    def open(self, target: object) -> None:
        """Show the section called ``target``: look, lock, counsellor, project, folders, …"""
        if isinstance(target, str) and target in self.sections:
            self._placed = True
            self.list.setCurrentRow(list(self.sections).index(target))

    def first_focus(self) -> QWidget:
        """Return the list of sections."""
        return self.list

    def leave(self) -> None:
        """Put secrets away and remember the section for when the window is drawn again."""
        place = Place(self.section_name(), self._setting)
        payload = msgspec.json.encode(place).decode()
        self.section().leave()
        self.services.runner.run(lambda store: store.drafts.save(_PLACE_KIND, payload))

    def section(self) -> Section:
        """Return the section that is shown."""
        return self.sections[self.section_name()]

    def section_name(self) -> str:
        """Return the name of the section that is shown."""
        return list(self.sections)[max(0, self.list.currentRow())]

    def _make_sections(self) -> dict[str, Section]:
        services = self.services
        look = ("language", "theme", "density", "font_percent")
        folders = ("export_folder", "backup_folder", "feed_folder")
        project = ("project", "coaching_sessions", "protection_k", "least_headcount")
        backups = BackupSection(services, self.tr("Sikkerhedskopier"))
        backups.made.connect(self.backup_made)
        sections: dict[str, Section] = {
            "look": SettingSection(services, self.tr("Udseende og sprog"), look),
            "lock": LockSection(services, self.tr("Låsning")),
            "counsellor": CounsellorSection(services, self.tr("Vejledere")),
            "project": SettingSection(services, self.tr("Projekt"), project),
            "plan": PlanSection(services, self.tr("Fremmødeplan")),
            "folders": SettingSection(services, self.tr("Mapper"), folders),
            "backups": backups,
            "retention": RetentionSection(services, self.tr("Opbevaring")),
            "access": AccessSection(services, self.tr("Opslag")),
            "taxonomy": TaxonomySection(services, self.tr("Kodeliste")),
            "about": AboutSection(services, self.tr("Om Vejviser")),
        }
        for name in ("look", "project", "plan", "folders"):
            sections[name].finish()
        return sections

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(em(self, 0.86))
        left.addWidget(label(self.tr("Indstillinger"), "title"))
        left.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        side = em(self, 1.43)
        row.setContentsMargins(side, side, side, em(self, 0.86))
        row.setSpacing(em(self, 1.43))
        row.addLayout(left, 2)
        row.addWidget(self._stack, 7)

    def _show_section(self, row: int) -> None:
        shown = self._stack.currentWidget()
        if isinstance(shown, Section):
            shown.leave()
        self._setting = ""
        self._stack.setCurrentIndex(row)
        self.section().reload()

    def _look_changed(self, setting: str) -> None:
        self._setting = setting
        self.look_changed.emit()

    def _return_to(self, place: Place | None) -> None:
        if place is None or self._placed or place.section not in self.sections:
            self._placed = True
            return
        self._placed = True
        section = self.sections[place.section]
        if isinstance(section, SettingSection):
            section.form.focus_when_shown(place.setting)
        self.list.setCurrentRow(list(self.sections).index(place.section))


def _read_place(store: Store) -> Place | None:
    payload = store.drafts.read(_PLACE_KIND)
    if payload is None:
        return None
    place = msgspec.json.decode(payload, type=Place)
    # Only the window that is drawn again goes back to the setting; tomorrow nobody expects it.
    store.drafts.save(_PLACE_KIND, msgspec.json.encode(Place(place.section)).decode())
    return place
