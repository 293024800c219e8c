"""What goes wrong is told apart, in three lines, and overwrites nothing."""

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import cli
from tests.cli.conftest import Installation


def fingerprints(installation: Installation) -> dict[str, str]:
    files = (installation.paths.database, installation.paths.envelope)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_wrong_passphrase_damaged_key_file_and_damaged_store(installation: Installation) -> None:
    paths = installation.paths
    before = fingerprints(installation)
    right = installation.passphrase_file.read_text("utf-8")
    installation.passphrase_file.write_text("en helt anden adgangssætning")
    wrong = installation.run("check")
    assert (wrong.exit_code, wrong.stderr.splitlines()[0]) == (3, "Adgangssætningen passer ikke.")
    assert fingerprints(installation) == before

    installation.passphrase_file.write_text(right, "utf-8")
    envelope = paths.envelope.read_bytes()
    paths.envelope.write_bytes(envelope[:50] + b"x" + envelope[51:])
    before = fingerprints(installation)
    damaged = installation.run("check")
    assert (damaged.exit_code, damaged.stderr.splitlines()[0]) == (4, "Nøglefilen er beskadiget.")
    assert fingerprints(installation) == before

    paths.envelope.write_bytes(envelope)
    paths.database.write_bytes(b"x" * paths.database.stat().st_size)
    before = fingerprints(installation)
    broken = installation.run("check")
    assert (broken.exit_code, broken.stderr.splitlines()[0]) == (4, "Databasen er beskadiget.")
    assert fingerprints(installation) == before


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        (
            "envelope",
            [
                "Nøglefilen blev ikke fundet.",
                "Filen vejviser.key.json mangler, men databasen er der og er ikke ændret.",
                "Læg filen tilbage, hvis den er flyttet, eller hent den fra en sikkerhedskopi.",
            ],
        ),
        (
            "database",
            [
                "Databasen blev ikke fundet.",
                "Filen vejviser.db mangler, men nøglefilen er der og er ikke ændret.",
                "Læg filen tilbage, hvis den er flyttet, eller gendan den nyeste sikkerhedskopi.",
            ],
        ),
    ],
)
def test_one_of_the_two_files_is_gone(
    installation: Installation, gone: str, said: list[str]
) -> None:
    paths = installation.paths
    getattr(paths, gone).unlink()
    before = {path.name: path.read_bytes() for path in paths.data_dir.iterdir()}
    file = installation.file("in.csv", "date,channel\n2018-02-06,phone\n")
    for words in (("check",), ("import", "inquiries", file), ("backup",)):
        result = installation.run(*words)
        assert (result.exit_code, result.stdout) == (4, "")
        assert result.stderr.splitlines() == said
    assert installation.run("init", "--project", "P", "--counsellor", "K").exit_code == 1
    assert {path.name: path.read_bytes() for path in paths.data_dir.iterdir()} == before


@pytest.mark.parametrize("ending", ["", "\n", "\r\n"])
def test_one_line_end_of_the_passphrase_file_is_the_editors(
    installation: Installation, ending: str
) -> None:
    text = installation.passphrase_file.read_text("utf-8").strip()
    installation.passphrase_file.write_bytes(f"\ufeff{text}{ending}".encode())
    assert installation.run("check").exit_code == 0
    installation.passphrase_file.write_bytes(f"{text}\n{ending or chr(10)}".encode())
    assert installation.run("check").exit_code == 3


@pytest.mark.parametrize("content", [b"\xff\xfe\xff", b"x" * 5000])
def test_a_passphrase_file_that_is_none(installation: Installation, content: bytes) -> None:
    installation.passphrase_file.write_bytes(content)
    result = installation.run("check")
    assert result.exit_code == 1
    assert "UTF-8" in result.stderr


def test_a_missing_passphrase_file(installation: Installation) -> None:
    installation.passphrase_file.unlink()
    assert installation.run("check").exit_code == 1


def test_without_a_terminal_the_passphrase_must_come_from_a_file(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["--data-dir", str(tmp_path), "check"])
    assert result.exit_code == 1
    assert "--passphrase-file" in result.stderr


def test_a_folder_without_a_project(empty: Installation) -> None:
    result = empty.run("check", language="en")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "There are no data in the folder.",
        "Vejviser is not set up here yet.",
        "Start the window, or run “vejviser init”.",
    ]
    assert list(empty.paths.data_dir.parent.iterdir()) == [empty.passphrase_file]


def test_a_word_that_is_not_understood_is_a_usage_error(installation: Installation) -> None:
    for words in (["tælle"], ["tally"], ["import", "inquiries"], ["tally", "--format", "xml"]):
        assert installation.run(*words).exit_code == 2


def test_a_fault_of_the_program_is_reported_without_values(installation: Installation) -> None:
    store = installation.open()
    store.database.execute(
        "CREATE TRIGGER fault BEFORE INSERT ON inquiry"
        " BEGIN SELECT RAISE(ABORT, 'Hanne Sørensen'); END"
    )
    store.close()
    file = installation.file("in.csv", "date,channel\n2018-02-06,phone\n")
    result = installation.run("import", "inquiries", file)
    assert result.exit_code == 70
    assert result.stderr.startswith("Der skete en fejl i programmet.\n")
    (report,) = installation.paths.logs.glob("crash-*.txt")
    assert "IntegrityError" in report.read_text("utf-8")
    assert "Hanne" not in report.read_text("utf-8") + result.output


def test_help_is_there_in_both_languages(empty: Installation) -> None:
    assert "Lav en krypteret sikkerhedskopi." in empty.run("--help").stdout
    assert "Make an encrypted backup." in empty.run("--help", language="en").stdout
    assert "Vis kun, hvad der ville ske." in empty.run("import", "inquiries", "--help").stdout


def test_the_language_of_the_window_is_the_language_of_the_command_line(
    installation: Installation,
) -> None:
    installation.paths.device_settings.write_text('{"language": "en"}')
    result = CliRunner().invoke(cli, ["--data-dir", str(installation.paths.data_dir), "paths"])
    assert result.stdout.startswith("Folder ")


def test_paths_needs_no_passphrase_and_makes_nothing(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["--data-dir", str(tmp_path / "data"), "paths"])
    assert result.exit_code == 0
    assert str(tmp_path / "data" / "vejviser.db") in result.stdout
    assert list(tmp_path.iterdir()) == []
