"""A lead without a place: files to the counsellors, cards as text, and what to be careful of."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.models.team.cards import encode_card
from app.models.team.fingerprint import words_of
from app.models.team.project import accept_card
from app.models.team.rosters import Rosters
from app.ui.pages.collected.page import CollectedPage
from tests.keyboard import Typist
from tests.sharing import OCTOBER, Project, card_of
from tests.stores import new_store
from tests.team import rename
from tests.ui.conftest import RecordingNotices, shown
from tests.ui.sharing.conftest import Surround
from tests.ui.sharing.test_by_hand import restore


@pytest.fixture
def page(qtbot: QtBot, around: Surround, project: Project) -> CollectedPage:
    return shown(qtbot, CollectedPage(around(project.lead)))


def test_receipts_and_the_roster_are_saved_as_files_for_the_counsellors(
    page: CollectedPage, project: Project, tmp_path: Path, notices: RecordingNotices
) -> None:
    page.parts.button("project").click()
    assert page.outgoing.waits.label.text() == "Ikke delt endnu: deltagerlisten."
    assert not page.outgoing.receipts.isVisible()
    page.outgoing.roster.setFocus()
    Typist().press("Space")
    assert (tmp_path / "ud" / "deltagerliste 3.json").exists()
    assert page.outgoing.out.isVisible(), "all is shared"
    project.post(project.ann, OCTOBER)
    project.take(*project.carry(project.ann, tmp_path / "a"))
    assert "1" in page.outgoing.waits.label.text()
    page.outgoing.receipts.setFocus()
    Typist().press("Space")
    receipt = tmp_path / "ud" / "kvittering til AB 21-11-2026.vvb"
    content = receipt.read_bytes()
    receipt.unlink()
    assert page.outgoing.receipts.text() == "Gem kvitteringerne igen"
    page.outgoing.receipts.click()
    assert receipt.read_bytes() == content
    assert notices.errors == []


def test_a_card_is_taken_from_text_that_was_pasted(
    page: CollectedPage, project: Project, tmp_path: Path, notices: RecordingNotices
) -> None:
    page.parts.button("members").click()
    new = new_store(tmp_path / "eva")
    rename(new, "EF", "Eva Friis")
    card = card_of(new)
    new.close()
    text = encode_card(card).decode().replace(",", ",\n ")
    QApplication.clipboard().setText(text)
    page.accept.pasted.setFocus()
    Typist().press("Ctrl+V")
    Typist().press("Enter")
    assert notices.errors == []
    assert page.accept.heard.hasFocus()
    Typist().type(" ".join(words_of(card.fingerprint)))
    Typist().press("Enter")
    assert Rosters(project.lead).require().member(card.device) is not None
    assert notices.offered is not None
    notices.offered[1]()
    assert page.members.panel.question.text() == "Spær computeren, der bruges af Eva Friis?"
    assert page.members.panel.no.hasFocus()
    Typist().press("Esc")
    page.accept.pasted.setText("{noget andet")
    page.accept.pasted.setFocus()
    Typist().press("Enter")
    assert len(notices.errors) == 1


def test_somebody_of_the_same_name_or_initials_is_told_before_the_card_is_taken(
    page: CollectedPage, project: Project, tmp_path: Path
) -> None:
    page.parts.button("members").click()
    other = new_store(tmp_path / "other")
    rename(other, "AB", "Anders Bo")
    page.accept.offer(card_of(other))
    other.close()
    assert page.accept.remark.isVisible()
    assert page.accept.remark.label.text().startswith("Anne Berg (AB) er med allerede")
    Typist().press("Esc")
    assert not page.accept.is_asking
    assert not page.accept.remark.isVisible()


def test_a_card_after_a_restore_says_that_it_replaces_and_since_when(
    page: CollectedPage, project: Project
) -> None:
    page.parts.button("members").click()
    old = card_of(project.ann)
    restore(project.ann)
    new = card_of(project.ann)
    page.accept.offer(new)
    assert page.accept.remark.label.text() == (
        "Kortet afløser computeren, der blev taget i brug 31-08-2026."
    )
    accept_card(project.lead, new)
    assert page.members.rows[old.device].state.text() == "afløst 21-11-2026 af en anden computer"


def test_esc_puts_the_question_of_revoking_away_and_the_focus_stays_on_the_page(
    page: CollectedPage, project: Project
) -> None:
    page.parts.button("members").click()
    ann, bo = (page.members.rows[card_of(one).device] for one in (project.ann, project.bo))
    ann.revoke.click()
    assert page.members.panel.isVisible()
    Typist().press("Esc")
    assert not page.members.panel.isVisible()
    assert ann.revoke.hasFocus()
    ann.revoke.click()
    page.members.panel.yes.setFocus()
    Typist().press("Space")
    left = page.members.rows[card_of(project.bo).device].revoke
    assert left.hasFocus()
    assert bo is not None
    left.click()
    page.members.panel.yes.setFocus()
    Typist().press("Space")
    assert page.accept.open_button.hasFocus()


def test_the_leads_cards_speak_to_the_lead(page: CollectedPage, project: Project) -> None:
    texts = " ".join(one.text() for one in page.findChildren(QLabel))
    assert "som du og alle vejlederne kan nå" in texts
    assert "Giv det til projektlederen" not in texts
