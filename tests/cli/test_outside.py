"""A month goes out from a script: seen, released, listed, checked, and refused with a way out."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Installation, as_json

MONTH = ("--month", "2019-09")
STEERING = ("report", "--profile", "steering", *MONTH)
ALL = [word for name in ("pdf", "xlsx", "csv", "csv-excel", "json") for word in ("--format", name)]


@pytest.fixture
def closed(published: Installation) -> Installation:
    """The published registration with its last busy month closed; every workplace is shown."""
    store = published.open()
    store.settings.set("least_headcount", 0)
    store.close()
    assert published.run("close", *MONTH, "--anyway").exit_code == 0
    return published


def test_a_preview_shows_the_tables_and_releases_nothing(closed: Installation) -> None:
    result = closed.run(*STEERING, "--preview")
    assert result.exit_code == 0, result.stderr
    assert "Forhåndsvisning: intet er udgivet." in result.stdout
    assert "den første udgivelse." in result.stdout
    assert "·· skjult" in result.stdout
    assert closed.run("release", "list").stderr == "Der blev ikke fundet noget.\n"


def test_a_preview_as_json_tells_what_is_left_out_and_is_no_release(
    closed: Installation, tmp_path: Path
) -> None:
    told = as_json(closed, *STEERING, "--preview")
    assert told["format"] == "vejviser-preview/1"
    left_out = {(each["table"], each["period"]) for each in told["left_out"]}
    assert left_out
    assert {each["reason"] for each in told["left_out"]} <= {"few", "together"}
    there = {(table["key"], column) for table in told["tables"] for column in table["columns"]}
    assert not left_out & there
    path = tmp_path / "preview.json"
    path.write_text(json.dumps(told))
    assert closed.run("check-release", path).exit_code != 0
    assert closed.run("release", "list").stderr == "Der blev ikke fundet noget.\n"
    closed.run(*STEERING, "--format", "json", "--out", tmp_path)
    released = json.loads((tmp_path / _json_name(tmp_path)).read_text())
    assert released["left_out"] == told["left_out"]


def _json_name(folder: Path) -> str:
    (found,) = (each.name for each in folder.glob("*steering*.json"))
    return found


def test_a_release_is_written_listed_shown_and_checked(
    closed: Installation, tmp_path: Path
) -> None:
    first = closed.run(*STEERING, *ALL, "--out", tmp_path / "one")
    assert (first.exit_code, first.stderr) == (0, "Udgivet: 2019-09-steering.\n")
    again = closed.run(*STEERING, *ALL, "--out", tmp_path / "two")
    assert again.stderr == "2019-09-steering var udgivet; filerne er de samme.\n"
    written = {path.name: path.read_bytes() for path in (tmp_path / "one").iterdir()}
    assert written == {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}
    assert len(written) == 6

    (listed,) = as_json(closed, "release", "list")["releases"]
    assert (listed["id"], listed["profile"], listed["scope"]) == (
        "2019-09-steering",
        "steering",
        "project",
    )
    file = tmp_path / "one" / "vejviser-2019-09-steering.json"
    shown = closed.run("release", "show", "2019-09-steering", "--format", "json").stdout
    plan, whole = json.loads(shown)["releases"]
    (own,) = json.loads(file.read_bytes())["releases"]
    assert (plan["id"], whole["tables"]) == ("2019-09-plan", own["tables"])
    assert json.loads(shown)["releases"][-1]["hash"] == listed["hash"]
    assert closed.run("check-release", file).exit_code == 0
    assert closed.run("attack", file).exit_code == 0
    assert closed.run("close", *MONTH, "--undo").exit_code == 1


def test_a_folder_that_has_the_name_of_a_file_is_named_and_nothing_is_released(
    closed: Installation, tmp_path: Path
) -> None:
    taken = tmp_path / "out" / "vejviser-2019-09-steering.xlsx"
    taken.mkdir(parents=True)
    result = closed.run(*STEERING, *ALL, "--out", taken.parent)
    assert result.exit_code == 1
    assert "»vejviser-2019-09-steering.xlsx« er en mappe, ingen fil." in result.stderr
    assert list(taken.parent.iterdir()) == [taken]
    assert closed.run("release", "list").stderr == "Der blev ikke fundet noget.\n"


def test_marks_are_text_and_figures_numbers(closed: Installation, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    out = tmp_path / "out"
    assert closed.run(*STEERING, *ALL, "--out", out).exit_code == 0
    kinds = load_workbook(out / "vejviser-2019-09-steering.xlsx")["Køn, unikke personer"]
    cells = [cell for row in kinds.iter_rows(min_row=5, min_col=2) for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"n", "s"}
    assert all(cell.data_type == "s" for cell in cells if cell.value == "··")
    lines = (out / "vejviser-2019-09-steering-tal.csv").read_text("utf-8").splitlines()
    assert any(",withheld,," in line for line in lines)
    assert not any(",withheld,0," in line for line in lines)


def test_an_open_month_is_refused(closed: Installation, tmp_path: Path) -> None:
    words = ("report", "--profile", "public", "--month", "2019-08", "--out", tmp_path / "out")
    result = closed.run(*words)
    assert result.exit_code == 1
    assert "August 2019 er ikke lukket." in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "words",
    [
        STEERING,
        (*STEERING, "--preview", "--out", "x"),
        ("report", "--profile", "public", "--from", "2019-01", "--to", "2019-03", "--out", "x"),
        (*STEERING, "--workplace", "ARLA-DP", "--organisation", "Arla", "--preview"),
        ("report", "--month", "2019-09", "--preview"),
        ("report", "--month", "2019-09", "--detail", "main", "--out", "x"),
    ],
)
def test_wrong_usage_says_what_is_meant(installation: Installation, words: tuple[str, ...]) -> None:
    assert installation.run(*words).exit_code == 2


def test_an_unknown_release_or_organisation_is_named(closed: Installation) -> None:
    missing = closed.run("release", "show", "2018-01-public")
    assert (missing.exit_code, "release list" in missing.stderr) == (1, True)
    unknown = closed.run(*STEERING, "--organisation", "Ukendt", "--preview")
    assert unknown.exit_code == 1
    assert "Ringkøbing-Skjern Kommune" in unknown.stderr


def test_what_cannot_be_written_is_not_released(closed: Installation, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    result = closed.run(*STEERING, "--out", tmp_path / "file" / "out")
    assert result.exit_code == 1
    assert as_json(closed, "release", "list")["releases"] == []


def test_another_detail_of_what_is_out_is_told(closed: Installation, tmp_path: Path) -> None:
    assert closed.run(*STEERING, "--out", tmp_path / "one").exit_code == 0
    again = closed.run(*STEERING, "--detail", "sums", "--out", tmp_path / "two")
    assert "2019-09-steering er udgivet med --detail full" in again.stderr


def test_the_public_file_holds_nothing_of_the_steering_group(
    closed: Installation, tmp_path: Path
) -> None:
    assert closed.run(*STEERING, "--out", tmp_path).exit_code == 0
    public = ("report", "--profile", "public", *MONTH, "--out", tmp_path)
    assert closed.run(*public).exit_code == 0
    text = (tmp_path / "vejviser-2019-09-public.json").read_text("utf-8")
    assert [each["id"] for each in json.loads(text)["releases"]] == ["2019-09-public"]
    assert "place:" not in text
    assert closed.run("check-release", tmp_path / "vejviser-2019-09-public.json").exit_code == 0


def _chained(document: dict) -> None:
    """Reckon the hashes of a changed file anew, as a forger would."""
    previous = ""
    for release in document["releases"]:
        del release["hash"]
        release["previous"] = previous
        text = json.dumps(release, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        release["hash"] = previous = hashlib.sha256(text.encode()).hexdigest()


def test_a_forged_file_with_new_hashes_does_not_add_up(
    closed: Installation, tmp_path: Path
) -> None:
    assert closed.run(*STEERING, "--out", tmp_path).exit_code == 0
    file = tmp_path / "vejviser-2019-09-steering.json"
    honest = file.read_text("utf-8")
    silent = json.loads(honest)
    silent["releases"][-1]["relations"] = []
    changed = json.loads(honest)
    table = next(t for t in changed["releases"][-1]["tables"] if t["key"] == "activity")
    table["values"][-1][0] += 50
    for forged in (silent, changed):
        _chained(forged)
        file.write_text(json.dumps(forged, ensure_ascii=False), "utf-8")
        assert closed.run("check-release", file).exit_code == 1
