"""Usage errors and the frame of the help are in the language of the run; a usage error exits 2."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import cli
from tests.cli.conftest import Installation

MISUSED = [
    (["forsøg"], "Kommandoen forsøg findes ikke."),
    (["chek"], "Kommandoen chek findes ikke. Mente du check?"),
    (["tally"], "--from mangler."),
    (
        ["tally", "--fro", "2026-11"],
        "Tilvalget --fro findes ikke. Mente du --from eller --to eller --format?",
    ),
    (["tally", "--from"], "Tilvalget --from mangler sin værdi."),
    (["close", "--list=ja"], "Tilvalget --list skal ingen værdi have."),
    (
        ["followups", "snooze", "ID", "--days", "snart"],
        "Værdien af --days kan ikke bruges. Angiv et helt tal fra 1 til 3650.",
    ),
    (
        ["tally", "--from", "2026-11", "--to", "2026-11", "--format", "xml"],
        "Værdien af --format kan ikke bruges. Vælg mellem: text, json, csv",
    ),
    (["check", "nu", "og her"], "Der står for meget i kommandoen: nu og her"),
    (["import", "inquiries"], "FILE mangler."),
    (["import", "noget"], "Kommandoen noget findes ikke."),
    (["report", "--out", "."], "Angiv enten --month eller både --from og --to."),
]


@pytest.mark.parametrize(("words", "said"), MISUSED)
def test_what_is_wrong_is_said_in_danish(
    installation: Installation, words: list[str], said: str
) -> None:
    result = installation.run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    usage, where_help, _, error = result.stderr.splitlines()
    assert usage.startswith("Brug: vejviser ")
    assert where_help.endswith(" --help« viser hjælp.")
    assert error == f"Fejl: {said}"


@pytest.mark.parametrize(("words", "_said"), MISUSED)
def test_in_english_click_speaks_for_itself(
    installation: Installation, words: list[str], _said: str
) -> None:
    result = installation.run(*words, language="en")
    assert result.exit_code == 2
    assert "Error: " in result.stderr
    assert "Fejl" not in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--ukendt"], "Tilvalget --ukendt findes ikke."),
        (["--data-dir"], "Tilvalget --data-dir mangler sin værdi."),
        (["--language", "no"], "Værdien af --language kan ikke bruges. Vælg mellem: da, en"),
        (["--data-dir", __file__], "Værdien af --data-dir kan ikke bruges. Angiv en mappe."),
    ],
)
def test_options_before_the_command_are_explained_too(words: list[str], said: str) -> None:
    result = CliRunner().invoke(cli, words, prog_name="vejviser")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == f"Fejl: {said}"


def test_the_frame_of_the_help_is_in_both_languages(empty: Installation) -> None:
    danish = empty.run("tally", "--help").stdout
    assert danish.startswith("Brug: vejviser tally [TILVALG]\n")
    assert "\nTilvalg:\n" in danish
    assert "[skal angives]" in danish
    assert "Vis denne hjælp." in danish
    assert "Kommandoer:" in empty.run("--help").stdout
    assert "Vis versionen." in empty.run("--help").stdout
    english = empty.run("tally", "--help", language="en").stdout
    assert english.startswith("Usage: vejviser tally [OPTIONS]\n")
    assert "[required]" in english
    assert "Show this message and exit." in english


def test_a_group_without_a_command_shows_its_help(empty: Installation) -> None:
    result = empty.run("import")
    assert result.exit_code == 2
    assert "Importér henvendelser." in result.stderr


def test_the_language_of_the_window_holds_before_a_command_is_found(tmp_path: Path) -> None:
    (tmp_path / "device.json").write_text('{"language": "en"}')
    result = CliRunner().invoke(cli, ["--data-dir", str(tmp_path), "forsøg"])
    assert "No such command" in result.stderr


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("group", ["people", "retention", "worth"])
def test_no_short_help_is_cut(empty: Installation, group: str, language: str) -> None:
    listed = [] if group == "worth" else [group]
    shown = empty.run(*listed, "--help", language=language).stdout
    assert "..." not in shown.partition("\n\n")[2]
    if group == "worth":
        assert ("pr. time" if language == "da" else "per hour") in " ".join(shown.split())
