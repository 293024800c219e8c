"""Somebody sets the program up to their liking, and it stays that way."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.models.access import Access, Way
from app.models.setting_list import SETTINGS
from app.models.settings import DeviceSettings
from app.models.store import Store
from app.ui.pages.settings.access_section import AccessSection
from app.ui.pages.settings.page import SettingsPage
from app.ui.pages.settings.setting_section import SettingSection
from app.ui.services import Services
from app.ui.widgets.segmented import Segmented
from tests.records import add_person
from tests.ui.conftest import RecordingNotices


def shown(qtbot: QtBot, services: Services) -> SettingsPage:
    page = SettingsPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


@pytest.fixture
def page(qtbot: QtBot, services: Services) -> SettingsPage:
    return shown(qtbot, services)


def test_the_log_of_look_ups_is_fresh_whenever_it_is_shown(
    page: SettingsPage, store: Store
) -> None:
    page.open("access")
    page.hide()
    store.access.note(Access.LOOKED_UP, [add_person(store).id], Way.PAGE)
    page.show()
    section = page.section()
    assert isinstance(section, AccessSection)
    assert section.list.count() == 1


def choice(page: SettingsPage, name: str) -> Segmented:
    section = page.section()
    assert isinstance(section, SettingSection)
    field = section.form.fields[name]
    assert isinstance(field, Segmented)
    return field


def test_every_shown_setting_has_a_field_with_its_words(page: SettingsPage) -> None:
    fields = {
        name: section.form.fields[name].accessibleName()
        for section in page.sections.values()
        if isinstance(section, SettingSection)
        for name in section.form.fields
    }
    assert fields.keys() == {setting.name for setting in SETTINGS if setting.shown}
    assert fields["language"] == "Sprog"


def test_a_look_is_kept_on_the_device_and_the_window_is_asked_to_redraw(
    qtbot: QtBot, page: SettingsPage, services: Services
) -> None:
    with qtbot.waitSignal(page.look_changed):
        choice(page, "theme").button("dark").click()
    assert services.device.get("theme") == "dark"
    assert DeviceSettings(services.paths.device_settings).get("theme") == "dark"

    choice(page, "font_percent").button("150").click()
    assert services.device.get("font_percent") == 150


def test_after_the_redrawing_one_is_where_one_was(
    qtbot: QtBot, page: SettingsPage, services: Services
) -> None:
    page.list.setCurrentRow(2)
    page.list.setCurrentRow(0)
    choice(page, "language").button("en").click()
    page.leave()

    again = shown(qtbot, services)
    assert again.section_name() == "look"
    assert choice(again, "language").value() == "en"
    assert choice(again, "language").button("en").hasFocus()
    assert again.list.item(0).text() == again.sections["look"].title

    again.list.setCurrentRow(3)
    again.leave()
    assert shown(qtbot, services).section_name() == "project"


def test_a_section_is_opened_from_elsewhere(page: SettingsPage) -> None:
    page.open("backups")
    assert page.section_name() == "backups"
    page.open("no such section")
    assert page.section_name() == "backups"


def test_lock_time_and_project_are_kept_in_the_store(
    qtbot: QtBot, page: SettingsPage, store: Store, notices: RecordingNotices
) -> None:
    page.open("lock")
    choice(page, "lock_minutes").button("10").click()
    assert store.settings.lock_minutes == 10

    page.open("project")
    section = page.section()
    assert isinstance(section, SettingSection)
    line = section.form.fields["project"]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(line, "Langtidsrask")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert store.settings.project == "Langtidsrask"
    assert notices.told == ["Indstillingen er gemt", "Indstillingen er gemt"]


def test_what_is_typed_is_not_overwritten_by_news(
    qtbot: QtBot, page: SettingsPage, store: Store
) -> None:
    page.open("project")
    section = page.section()
    assert isinstance(section, SettingSection)
    line = section.form.fields["project"]
    qtbot.keyClicks(line, " 2")
    store.settings.set("lock_minutes", 15)
    assert line.text() == "Projekt Vest 2"  # type: ignore[attr-defined]


def test_all_sections_are_reached_with_the_keyboard(qtbot: QtBot, page: SettingsPage) -> None:
    page.first_focus().setFocus()
    seen = [page.section_name()]
    for _ in range(len(page.sections) - 1):
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
        seen.append(page.section_name())
    assert seen == list(page.sections)


def test_folders_are_typed_or_chosen(
    qtbot: QtBot, services: Services, store: Store, tmp_path: Path
) -> None:
    asked: list[str] = []

    def choose(_parent: object, start: str) -> str:
        asked.append(start)
        return str(tmp_path / "usb" / "vejviser")

    section = SettingSection(services, "Mapper", ("export_folder", "backup_folder"), choose)
    qtbot.addWidget(section)
    section.reload()
    field = section.form.fields["backup_folder"]
    field.choose_button.click()  # type: ignore[attr-defined]
    assert asked == [""]
    assert store.settings.get("backup_folder") == str(tmp_path / "usb" / "vejviser")

    line = section.form.fields["export_folder"].line  # type: ignore[attr-defined]
    qtbot.keyClicks(line, str(tmp_path / "opgørelser"))
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert store.settings.get("export_folder") == str(tmp_path / "opgørelser")


def test_a_folder_that_cannot_be_used_is_refused_when_it_is_set(
    qtbot: QtBot,
    services: Services,
    store: Store,
    notices: RecordingNotices,
    tmp_path: Path,
) -> None:
    (tmp_path / "brev.txt").write_text("a file", "utf-8")
    store.settings.set("export_folder", str(tmp_path))
    section = SettingSection(services, "Mapper", ("export_folder",))
    qtbot.addWidget(section)
    section.reload()
    line = section.form.fields["export_folder"].line  # type: ignore[attr-defined]
    for typed, why in ((str(tmp_path / "brev.txt" / "ud"), "er en fil"), ("ud", "ikke tilsluttet")):
        line.selectAll()
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        (error,) = notices.errors
        assert isinstance(error, UserError)
        assert why in error.message("da")
        assert store.settings.get("export_folder") == str(tmp_path)
        assert line.text() == str(tmp_path), "what holds is shown"
        notices.errors.clear()
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["brev.txt"]
