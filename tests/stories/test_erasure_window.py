"""Somebody registered by hand is found, erased by keys in the real window, and then nowhere."""

from pathlib import Path

from app.models.periods import Period
from app.models.store import Store
from app.models.tallies import tally
from app.models.tally_types import Contacts
from app.paths import Paths
from app.ui.pages.person.page import PersonPage
from app.ui.widgets.toast import Toast
from tests.canaries import canaries, found_in
from tests.decrypted import plain_pages
from tests.stores import NOW
from tests.stories.test_canaries_window import (
    NAME,
    NOTE,
    PATIENCE_MS,
    PHONE,
    PROMISE,
    Day,
    begin_visit,
    day,
    key_of,
    paths,
    register_somebody,
    set_up,
    watched,
)

__all__ = ["day", "paths", "watched"]

TODAY = Period.month(NOW.date())
THEIRS = (NAME, PHONE, NOTE, PROMISE)


def counted(day: Day) -> Contacts:
    found: list[Contacts] = []
    day.in_store(lambda store: found.append(tally(store, TODAY).contacts))
    return found[0]


def test_a_person_is_erased_between_two_others(day: Day, paths: Paths, watched: Path) -> None:
    set_up(day)
    begin_visit(day, watched / "out")
    register_somebody(day)
    before = counted(day)
    assert before.first == 1

    day.press("Ctrl+K")
    day.type(NAME.split()[0])
    day.settle()
    day.press("Enter")
    day.settle()
    page = day.workspace.current_page()
    assert isinstance(page, PersonPage)
    assert page.title.text() == NAME
    assert page.new_button.hasFocus()

    page.rights.erase_button.setFocus()
    day.press("Space")
    day.qtbot.waitUntil(page.rights.panel.no.hasFocus, timeout=PATIENCE_MS)
    day.press("Tab", "Space")
    day.qtbot.waitUntil(page.gone.button.hasFocus, timeout=PATIENCE_MS)
    day.settle()
    day.press("Ctrl+Z")
    day.settle()
    toast = day.application.window.findChild(Toast)
    assert toast is not None
    assert toast.label.text() == "En sletning for altid kan ikke fortrydes"

    assert counted(day) == before
    left: list[str] = []

    def read(store: Store) -> None:
        left.extend(person.name for person in store.people.all())

    day.in_store(read)
    assert left == []
    day.press("Ctrl+N")
    day.settle()
    day.press("Ctrl+2")
    day.settle()
    key = key_of(day)
    secrets = canaries(key, THEIRS)
    day.application.close()

    pages = plain_pages(paths.database, key).lower()
    assert [name for name, secret in secrets.items() if secret.lower() in pages] == []
    assert found_in(watched, secrets) == []
    assert {path.suffix for path in (watched / "out").iterdir()} == {".pdf", ".txt"}
