"""Counting and writing reports from the command line."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Installation

ALL = ("--from", "2018-02", "--to", "2019-10")


def test_the_tally_as_json_gives_the_published_figures(published: Installation) -> None:
    result = published.run("tally", *ALL, "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    tally = json.loads(result.stdout)
    assert tally["period"] == {"from": "2018-02-01", "to": "2019-10-31"}
    assert tally["contacts"] == {
        "first": 146,
        "returning": 45,
        "phone_no_workplace": 40,
        "anonymous": 19,
        "all": 250,
    }
    assert len(tally["by_workplace"]) == 17
    assert tally["reasons"]["first"]["total"] == 164
    assert tally["advice"]["first"]["total"] == 207
    assert (tally["persons"]["gender"]["man"], tally["persons"]["gender"]["woman"]) == (56, 90)


def test_workplaces_restrict_everything(published: Installation) -> None:
    words = ("--workplace", "ARLA-DP", "--workplace", "TIM", "--format", "json")
    tally = json.loads(published.run("tally", *ALL, *words).stdout)
    assert [row["workplace"] for row in tally["by_workplace"]] == ["ARLA-DP", "TIM"]
    assert tally["contacts"]["first"] == 29 + 3
    assert tally["contacts"]["phone_no_workplace"] == 0


def test_the_tally_as_text_and_as_csv(published: Installation) -> None:
    text = published.run("tally", *ALL).stdout
    assert text.startswith("Projekt Vest · februar 2018 – oktober 2019\n")
    assert "Genganger                     45" in text
    rows = list(csv.DictReader(io.StringIO(published.run("tally", *ALL, "--format", "csv").stdout)))
    assert any("146" in row.values() for row in rows)
    english = published.run("tally", *ALL, language="en").stdout
    assert english.startswith("Projekt Vest · February 2018 – October 2019\n")


def test_an_unknown_workplace_is_a_user_error(published: Installation) -> None:
    result = published.run("tally", *ALL, "--workplace", "LEGO")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 3
    assert "LEGO" in result.stderr


@pytest.mark.parametrize("words", [("--from", "2019-10", "--to", "2018-02"), ("--from", "x")])
def test_a_period_that_cannot_be_used(published: Installation, words: tuple[str, ...]) -> None:
    result = published.run("tally", *words)
    assert result.exit_code == (1 if "--to" in words else 2)


def test_a_report_is_written_in_every_format(published: Installation, tmp_path: Path) -> None:
    formats = ("pdf", "xlsx", "csv", "csv-excel")
    words = [word for name in formats for word in ("--format", name)]
    result = published.run("report", "--month", "2019-09", *words, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.stderr
    written = [Path(line) for line in result.stdout.splitlines()]
    assert [path.name for path in written] == [
        "vejviser-2019-09.pdf",
        "vejviser-2019-09.xlsx",
        "vejviser-2019-09-tal.csv",
        "vejviser-2019-09-excel.csv",
    ]
    assert all(path.stat().st_size > 500 for path in written)


def test_a_report_of_a_period_is_a_pdf_unless_told_otherwise(
    published: Installation, tmp_path: Path
) -> None:
    result = published.run("report", *ALL, "--out", tmp_path)
    assert Path(result.stdout.strip()).read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    "words", [(), ("--month", "2019-09", "--from", "2019-09"), ("--from", "2019-09")]
)
def test_a_report_needs_one_period(published: Installation, words: tuple[str, ...]) -> None:
    result = published.run("report", *words, "--out", "out")
    assert result.exit_code == 2
    assert "--month" in result.stderr
