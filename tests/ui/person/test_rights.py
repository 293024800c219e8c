"""A person's rights by hand: a file of everything, and erasure with a receipt."""

import json
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel

from app.errors import UserError
from app.export.person_files import run_person
from app.models.inquiry_details import read_details
from app.models.store import Store
from app.models.types import Person
from app.ui.pages.inquiries import detail_words
from app.ui.pages.person.page import PersonPage
from app.ui.services import Services
from tests.keyboard import Typist
from tests.records import add_contact, add_person
from tests.ui.conftest import RecordingNotices
from tests.ui.person.conftest import NOTE, Opened


@pytest.fixture
def out(store: Store, tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    store.settings.set("export_folder", str(folder))
    return folder


def asked(page: PersonPage) -> str:
    assert page.rights.panel.isVisible()
    return "\n".join(label.text() for label in page.rights.panel.findChildren(QLabel))


@pytest.mark.parametrize("name", ["pdf", "json"])
def test_the_window_writes_the_bytes_of_the_command_line(
    opened: Opened,
    store: Store,
    services: Services,
    karen: Person,
    out: Path,
    tmp_path: Path,
    notices: RecordingNotices,
    name: str,
) -> None:
    page = opened()
    pressed = {"pdf": page.rights.pdf_button, "json": page.rights.json_button}[name]
    pressed.setFocus()
    Typist().press("Space")
    (written,) = out.iterdir()
    (same,) = run_person(
        store,
        services.paths,
        karen.id,
        formats=(name,),
        out=tmp_path / "cli",
        language="da",
    )
    assert (written.name, written.read_bytes()) == (same.name, same.read_bytes())
    assert notices.told == [f"Gemt: {written.name} i mappen out"]
    assert notices.offered is not None
    assert notices.offered[0] == "Åbn mappen"
    assert pressed.hasFocus(), "the button that waited has the focus again"


def test_the_file_has_the_private_note(opened: Opened, out: Path) -> None:
    opened().rights.json_button.click()
    (written,) = out.iterdir()
    assert json.loads(written.read_bytes())["contacts"][0]["note"] == NOTE


def test_a_folder_that_cannot_be_written_is_said(
    opened: Opened, store: Store, notices: RecordingNotices, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file")
    store.settings.set("export_folder", str(tmp_path / "taken"))
    page = opened()
    page.rights.pdf_button.click()
    (error,) = notices.errors
    assert isinstance(error, UserError)
    assert page.rights.pdf_button.isEnabled()


def test_the_question_says_what_goes_and_what_stays(
    opened: Opened, store: Store, karen: Person
) -> None:
    add_contact(store, None, note="Kollega til Karen Møller")
    page = opened()
    page.rights.erase_button.setFocus()
    typist = Typist()
    typist.press("Space")
    told = asked(page)
    assert "Slet Karen Møller, født 1974, for altid?" in told
    assert "Personens henvendelser tælles stadig (2)" in told
    assert "undtagen hvor nogen kom flere gange på samme dag" in told
    assert "Tekster om andre, som ser ud til at nævne personen: 1." in told
    assert "Det kan ikke fortrydes." in told
    assert page.rights.panel.no.hasFocus(), "Enter by mistake keeps the person"
    typist.press("Esc")
    assert page.rights.panel.isHidden()
    assert page.rights.erase_button.hasFocus()
    assert store.people.get(karen.id) == karen


def test_erasing_by_keys_leaves_a_receipt_and_nobody(
    opened: Opened,
    store: Store,
    karen: Person,
    out: Path,
    services: Services,
    notices: RecordingNotices,
) -> None:
    contact = store.inquiries.of_person(karen.id)[0]
    page = opened()
    page.rights.erase_button.setFocus()
    typist = Typist()
    typist.press("Space", "Tab", "Space")
    assert store.people.find(karen.id) is None
    assert notices.told == ["Personen er slettet for altid"]
    assert notices.errors == []
    assert page.gone.isVisible()
    assert page.gone.button.hasFocus()
    assert {path.suffix for path in out.iterdir()} == {".pdf", ".txt"}
    assert "Karen" not in "".join(path.read_text("utf-8") for path in out.glob("*.txt"))

    details = read_details(store, contact.id)
    assert details is not None
    assert detail_words.title(services, details) == "Slettet person"


def test_fortryd_says_that_an_erasure_stays_and_reaches_for_nothing_before_it(
    opened: Opened,
    store: Store,
    karen: Person,
    out: Path,
    services: Services,
    notices: RecordingNotices,
) -> None:
    page = opened()
    page.promises.rows[0].setFocus()
    Typist().press("Space")
    page.rights.erase_button.click()
    page.rights.panel.yes.click()
    other = add_person(store, "Ib Bro")
    stopped = QSignalSpy(services.commands.stopped)
    services.commands.undo()
    services.commands.redo()
    assert (stopped.count(), notices.errors) == (1, [])

    services.commands.run("Gemt", lambda store: store.people.delete(other.id))
    services.commands.undo()
    assert store.people.find(other.id) == other, "what came after the erasure is taken back"
    services.commands.undo()
    assert (stopped.count(), notices.errors) == (2, [])


def test_nothing_is_erased_when_the_receipt_has_no_place(
    opened: Opened, store: Store, karen: Person, tmp_path: Path, notices: RecordingNotices
) -> None:
    (tmp_path / "taken").write_text("a file")
    store.settings.set("export_folder", str(tmp_path / "taken"))
    page = opened()
    page.rights.erase_button.click()
    page.rights.panel.yes.click()
    assert store.people.get(karen.id) == karen
    assert len(notices.errors) == 1
    assert page.rights.panel.yes.isEnabled()


def test_what_is_left_has_no_page(opened: Opened, store: Store, karen: Person, out: Path) -> None:
    contact = store.inquiries.of_person(karen.id)[0]
    page = opened()
    page.rights.erase_button.click()
    page.rights.panel.yes.click()
    nobody = store.inquiries.get(contact.id).person_id
    assert nobody is not None
    left = opened(nobody)
    assert left.empty.isVisible()
    assert left.empty.sentence.text() == "Personen er slettet eller findes ikke længere."
    Typist().press("F2", "S", "N")
    assert left.form.isHidden()
    assert store.people.get(nobody).consent_on is None
