"""Every file of a lead's report says from which laptops the figures are, and what is missing of them."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from app.export import ReportRequest, make_report, run, to_text
from app.export.figure_answer import explain
from app.export.figure_files import figure_json, figure_text
from app.export.tally_json import to_json
from app.models.figure_keys import key_of
from tests.sharing import OCTOBER, SEPTEMBER, Project, a_project

_FROM = "Tallene er fra én vejleders computer: AB. Her MANGLER: CD oktober 2026."
_KNOWN = (
    "Af de unikke personer er 1 kendt på flere computere: "
    "1 på både telefonnummer og navn med fødselsår."
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """The lead has September of both, and October of Anne alone."""
    with a_project(tmp_path / "project") as made:
        made.post(made.ann, SEPTEMBER, OCTOBER)
        made.post(made.bo, SEPTEMBER)
        for store in (made.ann, made.bo):
            made.take(*made.carry(store, tmp_path / "breve"))
        yield made


def test_what_is_missing_stands_in_every_file(project: Project, tmp_path: Path) -> None:
    report = make_report(project.lead, OCTOBER)
    assert _FROM in " ".join(to_text(report).split())
    document = json.loads(to_json(report.tally, covered=report.covered))
    assert document["coverage"] == {
        "laptops": ["AB"],
        "missing": [{"laptop": "CD", "months": ["2026-10"]}],
        "not_over": [],
        "unknown": [],
        "gaps": [],
    }
    request = ReportRequest(OCTOBER, tmp_path / "ud", ("pdf", "xlsx", "csv", "csv-excel"))
    pdf, excel, *csv = run(request, project.lead)
    printed = " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())
    assert _FROM in printed
    sheets = load_workbook(excel)
    cells = {cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row}
    assert _FROM in cells
    assert all(_FROM in path.read_text("utf-8-sig") for path in csv)


def test_how_persons_are_known_stands_beside_the_figure(project: Project) -> None:
    assert _KNOWN in make_report(project.lead, SEPTEMBER).notes
    answer = explain(project.lead, key_of(("persons_seen",)), SEPTEMBER)
    assert _KNOWN in " ".join(figure_text(answer, "da").split())
    assert json.loads(figure_json(answer))["known"]["da"] == _KNOWN
    contacts = explain(project.lead, key_of(("contacts", "all")), SEPTEMBER)
    assert "known" not in json.loads(figure_json(contacts))
    own = explain(project.ann, key_of(("persons_seen",)), SEPTEMBER)
    assert own.known is None
    assert make_report(project.ann, SEPTEMBER).covered is None
