"""The knowledge cards from a script: no passphrase, no project, and a check that can fail."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import cli
from app.export.card_pdf import to_pdf
from app.models.card_types import Card
from app.models.cards import load_cards, shipped_folder
from app.models.clock import local_today, system_clock
from tests.card_files import write_card
from tests.cli.conftest import Installation

TODAY = local_today(system_clock)
FRESH = {
    "checked": (TODAY - timedelta(days=10)).isoformat(),
    "check_by": (TODAY + timedelta(days=300)).isoformat(),
}
LATE = {
    "checked": (TODAY - timedelta(days=300)).isoformat(),
    "check_by": (TODAY - timedelta(days=10)).isoformat(),
}


@pytest.fixture
def folder(empty: Installation) -> Path:
    return empty.paths.cards


def shipped(empty: Installation, card_id: str) -> Card:
    card = load_cards(empty.paths).card(card_id, "da")
    assert card is not None
    return card


def test_the_list_needs_neither_a_project_nor_a_passphrase(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["--data-dir", str(tmp_path), "cards", "list"])
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert any(line.startswith("section-56  §56-aftale: refusion") for line in lines)
    assert list(tmp_path.iterdir()) == [], "looking at cards writes nothing"


def test_the_list_is_searched_and_narrowed_by_codes(empty: Installation) -> None:
    found = empty.run("cards", "list", "--search", "laege arbejds").stdout.splitlines()
    assert "possibility-declaration" in [line.split("  ")[0] for line in found]
    (line,) = empty.run("cards", "list", "--code", "r02").stdout.splitlines()
    assert line.startswith("section-56  ")
    assert empty.run("cards", "list", "--search", "xyz").stdout == ""


def test_the_list_as_json_has_all_of_every_card(empty: Installation, folder: Path) -> None:
    write_card(folder, **FRESH)
    cards = json.loads(empty.run("cards", "list", "--format", "json", language="en").stdout)
    assert len(cards) == 10
    (own,) = [card for card in cards if card["own"]]
    assert (own["id"], own["language"], own["past"]) == ("night-work", "da", False)
    assert {card["language"] for card in cards if not card["own"]} == {"en"}
    assert all(card["text"] for card in cards)


def test_a_card_past_its_date_is_marked_in_the_list_and_on_the_card(
    empty: Installation, folder: Path
) -> None:
    write_card(folder, **LATE)
    day = date.fromisoformat(LATE["check_by"]).strftime("%d-%m-%Y")
    (line,) = empty.run("cards", "list", "--search", "natarbejde").stdout.splitlines()
    assert line.endswith(f"! Skulle kontrolleres senest {day}")
    assert f"! Kortet skulle være kontrolleret igen senest {day}" in (
        empty.run("cards", "show", "night-work").stdout
    )


def test_a_card_is_shown_as_text_as_json_and_as_its_file(empty: Installation) -> None:
    text = empty.run("cards", "show", "section-56").stdout
    assert "§56-aftale: refusion fra første sygedag\n=====" in text
    assert "Section 56 agreement" in empty.run("cards", "show", "section-56", language="en").stdout
    told = json.loads(empty.run("cards", "show", "section-56", "--format", "json").stdout)
    assert (told["id"], told["language"]) == ("section-56", "da")
    source = empty.run("cards", "show", "section-56", "--format", "md").stdout_bytes
    assert source == (shipped_folder() / "section-56.da.md").read_bytes()


def test_an_unknown_card_is_told_with_those_that_there_are(
    empty: Installation, folder: Path
) -> None:
    write_card(folder, "broken.da.md", topic="x")
    result = empty.run("cards", "show", "broken")
    assert (result.exit_code, result.stdout) == (1, "")
    lines = result.stderr.splitlines()
    assert lines[0].startswith("broken.da.md, linje 4: Emnet skal være")
    assert lines[2] == "Der er intet kort »broken«."
    assert "section-56" in lines[3]


def test_a_handout_is_written_where_it_is_wanted(empty: Installation, tmp_path: Path) -> None:
    result = empty.run("cards", "print", "section-56", "--out", tmp_path / "out")
    path = tmp_path / "out" / "vejviser-kort-56-aftale-refusion-fra-foerste-sygedag.pdf"
    assert (result.exit_code, result.stdout) == (0, f"{path}\n")
    assert path.read_bytes() == to_pdf(shipped(empty, "section-56"), TODAY)
    empty.run("cards", "print", "section-56", "--demo", "--out", tmp_path / "out")
    assert path.read_bytes() == to_pdf(shipped(empty, "section-56"), TODAY, demo=True)


def test_the_check_names_every_problem_and_fails(empty: Installation, folder: Path) -> None:
    write_card(folder, "broken.da.md", topic="x", codes="?")
    write_card(folder, **LATE)
    result = empty.run("cards", "check")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0].startswith("broken.da.md, linje 4: Emnet")
    assert lines[1] == "broken.da.md, linje 5: »?« er ikke en kode som R02 eller A07."
    day = date.fromisoformat(LATE["check_by"]).strftime("%d-%m-%Y")
    assert f"night-work.da.md: skulle være kontrolleret igen senest {day}." in lines
    assert lines[-1].startswith("Læst: 19 kort. Filer med fejl: 1. Skal kontrolleres igen: ")


def test_the_check_passes_while_all_files_are_good_even_late_ones(
    empty: Installation, folder: Path
) -> None:
    write_card(folder, **LATE)
    result = empty.run("cards", "check", language="en")
    assert result.exit_code == 0
    assert f"night-work.da.md: should have been checked again by {LATE['check_by']}." in (
        result.stdout
    )


def test_the_check_as_json(empty: Installation, folder: Path) -> None:
    write_card(folder, "broken.da.md", topic="x")
    write_card(folder, **LATE)
    result = empty.run("cards", "check", "--format", "json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert (told["format"], told["cards"]) == ("vejviser-cards-check/1", 19)
    assert [(one["file"], one["line"]) for one in told["problems"]] == [("broken.da.md", 4)]
    assert {"file": "night-work.da.md", "check_by": LATE["check_by"]} in told["past"]


def test_the_folder_of_cards_is_named(empty: Installation, folder: Path) -> None:
    assert str(folder) in empty.run("paths").stdout


def test_a_code_that_is_in_no_list_is_an_error(installation: Installation) -> None:
    result = installation.run("cards", "list", "--code", "X99")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Der er ingen årsag og intet råd med koden »X99«." in result.stderr
    without_cards = installation.run("cards", "list", "--code", "p01", "--search", "zzz")
    assert (without_cards.exit_code, without_cards.stdout) == (0, "")
