"""Files of the plan that is shown: the same as the command line writes."""

from datetime import date
from pathlib import Path

import pytest

from app.export.plan_files import render_plan
from app.export.plan_table import PlanRequest
from app.models.plan_types import PresenceRule
from app.models.store import Store
from app.models.types import Workplace
from app.ui.pages.plan.page import PlanPage
from tests.ui.conftest import RecordingNotices
from tests.ui.plan.conftest import Open


def export(page: PlanPage, name: str) -> None:
    menu = page.controls.export.menu()
    action = next(each for each in menu.actions() if name in each.text())
    action.trigger()


@pytest.mark.parametrize(("title", "name"), [("ics", "ics"), ("PDF", "pdf"), ("Excel", "xlsx")])
def test_the_shown_week_becomes_a_file(
    store: Store, fridays: PresenceRule, opened: Open, tmp_path: Path, title: str, name: str
) -> None:
    out = tmp_path / "filer"
    store.settings.set("export_folder", str(out))
    page = opened()
    export(page, title)
    (written,) = out.iterdir()
    request = PlanRequest(date(2026, 11, 16), date(2026, 11, 22), (name,), out)
    assert written.read_bytes() == render_plan(request, store, name)
    assert page.view.saved.isVisible()
    assert written.name in page.view.saved.label.text()
    assert page.view.saved.button.isVisible()


def test_the_filters_hold_for_the_file_too(
    store: Store,
    fridays: PresenceRule,
    mondays: PresenceRule,
    arla: Workplace,
    opened: Open,
    tmp_path: Path,
) -> None:
    out = tmp_path / "filer"
    store.settings.set("export_folder", str(out))
    page = opened()
    page.controls.place.chosen.emit(arla.id)
    export(page, "ics")
    (written,) = out.iterdir()
    text = written.read_text(encoding="utf-8")
    assert "Arla Danmark Protein" in text
    assert "Vestas" not in text


def test_a_folder_that_cannot_be_written_is_told(
    store: Store,
    fridays: PresenceRule,
    opened: Open,
    tmp_path: Path,
    notices: RecordingNotices,
) -> None:
    blocked = tmp_path / "fil"
    blocked.write_text("", encoding="utf-8")
    store.settings.set("export_folder", str(blocked))
    page = opened()
    export(page, "ics")
    assert len(notices.errors) == 1
    assert not page.view.saved.isVisible()
