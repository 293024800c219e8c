"""Text, JSON and both CSV profiles: exact files, and what a program or Excel makes of them."""

import csv
import io
import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.export import to_csv, to_json, to_text
from app.export.cells import Unit, number
from app.export.csv_files import TIDY_COLUMNS, escaped, to_excel_csv
from app.export.report import Report, make_report
from app.models.store import Store
from tests.export.conftest import OCTOBER, SECRETS
from tests.export.golden import assert_golden


def test_the_plain_text(report: Report, english: Report) -> None:
    assert_golden("report-da.txt", to_text(report).encode())
    assert_golden("report-en.txt", to_text(english).encode())


def test_the_json(report: Report) -> None:
    assert_golden("tally.json", to_json(report.tally))


def test_the_csv_to_compute_on(report: Report) -> None:
    assert_golden("report-tal.csv", to_csv(report))


def test_the_csv_for_a_danish_excel(report: Report) -> None:
    assert_golden("report-excel.csv", to_excel_csv(report))


def test_the_json_holds_what_other_programs_are_promised(store: Store) -> None:
    tally = json.loads(to_json(make_report(store, OCTOBER, ["LEM"]).tally))
    assert tally["format"] == "vejviser-tally/1"
    assert tally["period"] == {"from": "2026-10-01", "to": "2026-10-31"}
    assert set(tally["contacts"]) == {
        "first", "returning", "phone_no_workplace", "anonymous", "all",
    }  # fmt: skip
    row = {"workplace", "first", "returning", "anonymous", "all", "visits", "zero_visits", "hours"}
    assert row <= set(tally["by_workplace"][0])
    for universe in ("first", "all"):
        assert {"total", "by_group", "by_code"} <= set(tally["reasons"][universe])
        assert {"total", "by_code"} <= set(tally["advice"][universe])
    assert {"gender", "age", "sector"} <= set(tally["persons"])
    assert all(set(text) == {"da", "en"} for text in tally["universe"].values())


def test_the_computing_profile_gives_back_every_figure_of_every_table(report: Report) -> None:
    lines = list(csv.DictReader(io.StringIO(to_csv(report).decode())))
    assert tuple(lines[0]) == TIDY_COLUMNS
    found = {(line["table"], line["row"], line["column"]): float(line["value"]) for line in lines}
    expected = {
        (table.key, row.key, column.key): round(number(cell, column.unit), 4)
        for table in report.tables
        for row in table.all_rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        if isinstance(cell, int)
    }
    assert found == expected
    assert {line["from"] for line in lines} == {"2026-10-01"}
    seen = next(line for line in lines if line["row"] == "persons_seen")
    assert seen["universe"].startswith("Forskellige registrerede personer")


def test_excel_gets_a_mark_semicolons_commas_and_its_line_ends(report: Report) -> None:
    content = to_excel_csv(report)
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    assert text.count("\r\n") == text.count("\n")
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert ["Fra", "01-10-2026"] in lines
    place = next(line for line in lines if line and line[0] == "Vestas i Lem")
    assert place[1:4] == ["2", "1", "2,5"]
    formula = next(line for line in lines if line and "Sum & Søn" in line[0])
    assert formula[0] == "'=Sum & Søn <A/S>"


def test_every_figure_of_every_table_reaches_excel(report: Report) -> None:
    text = to_excel_csv(report).decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    for table in report.tables:
        start = lines.index([table.title])
        for offset, row in enumerate(table.all_rows, start=start + 3):
            for column, cell, written in zip(table.columns, row.cells, lines[offset], strict=True):
                if isinstance(cell, int):
                    tenth = column.unit in (Unit.HOURS, Unit.RATE)
                    value = float(written.replace(",", "."))
                    assert abs(value - number(cell, column.unit)) <= (0.05 if tenth else 0)


@given(st.text())
def test_no_text_is_left_that_a_spreadsheet_would_run(text: str) -> None:
    written = escaped(text)
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert written in (text, f"'{text}")


def test_a_demo_says_so_in_every_text(report: Report) -> None:
    demo = replace(report, demo=True)
    assert "DEMO" in to_text(demo)
    assert b"DEMO" in to_excel_csv(demo)
    lines = to_csv(demo).decode().splitlines()[1:]
    assert all(line.startswith("DEMO Projekt Vest,") for line in lines)


def test_nothing_about_anybody_is_written(report: Report) -> None:
    written = to_text(report).encode() + to_json(report.tally) + to_csv(report)
    written += to_excel_csv(report)
    assert [secret for secret in SECRETS if secret.encode() in written] == []
