"""Opfølgning: what is written, undone or gone while a form is open."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import FollowUp, RecordId
from app.ui.pages.followups.page import FollowUpsPage
from app.ui.services import Services
from tests.keyboard import Typist
from tests.records import add_person

TODAY = date(2026, 11, 21)


def promise(store: Store, text: str, person_id: RecordId | None = None) -> RecordId:
    return store.followups.add(FollowUp(due_on=TODAY, text=text, person_id=person_id)).id


def opened(services: Services, qtbot: QtBot) -> FollowUpsPage:
    page = FollowUpsPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    first = page.first_focus()
    assert first is not None
    first.setFocus()
    return page


def test_comments_are_a_log_with_a_line_for_every_day(
    store: Store, services: Services, qtbot: QtBot
) -> None:
    asked = promise(store, "Ring til Karen")
    store.followups.comment(asked, "Prøver igen i morgen.")
    opened(services, qtbot)
    typist = Typist()
    typist.press("K", "Enter")
    assert store.followups.get(asked).comment == "Prøver igen i morgen.", "nothing was written"
    typist.press("K")
    typist.type("Talte med svareren")
    typist.press("Enter")
    assert store.followups.get(asked).comment == (
        "Prøver igen i morgen.\n21-11: Talte med svareren"
    )


def test_a_new_promise_can_have_a_comment(store: Store, services: Services, qtbot: QtBot) -> None:
    page = opened(services, qtbot)
    page.begin_new()
    page.form.text.setText("Bestil plakater")
    page.form.comment.setText("Størrelse A3")
    page.form.save()
    (made,) = store.followups.open()
    assert made.comment == "Størrelse A3"


def test_the_form_follows_what_is_undone_and_closes_when_it_is_gone(
    store: Store, services: Services, qtbot: QtBot
) -> None:
    asked = promise(store, "Ring til Karen")
    page = opened(services, qtbot)
    typist = Typist()
    typist.press("7", "F2")
    assert page.form.due.value() == TODAY + timedelta(days=7)
    page.form.text.setText("Ring til Karen og HR")
    services.commands.undo()
    assert page.form.due.value() == TODAY
    page.form.save()
    kept = store.followups.get(asked)
    assert (kept.text, kept.due_on) == ("Ring til Karen og HR", TODAY)
    typist.press("F2")
    store.followups.delete(asked)
    assert page.form.isHidden()


def test_the_buttons_of_all_rows_stand_in_columns(
    store: Store, services: Services, qtbot: QtBot
) -> None:
    promise(store, "Ring til Karen", add_person(store).id)
    promise(store, "Bestil plakater")
    page = opened(services, qtbot)
    about_somebody, alone = (row.push_buttons for row in page.rows())
    assert alone[-1].isHidden(), "it is about nothing that could be opened"
    places = [
        [made.mapTo(page, QPoint()).x() for made in row[:-1]] for row in (about_somebody, alone)
    ]
    assert places[0] == places[1]
