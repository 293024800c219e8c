"""Writing the files that were asked for: names, folders, errors, the same bytes each time."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.errors import NotFound, UserError
from app.export import FORMATS, ReportRequest, render, run
from app.export.file_names import file_stem
from app.export.report import Report
from app.models.periods import Period, parse_period
from app.models.store import Store
from tests.export.conftest import OCTOBER

ALL = tuple(FORMATS)


def test_all_formats_are_written_where_they_were_asked_for(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "nye" / "opgørelser"
    written = run(ReportRequest(OCTOBER, out, ALL), store)
    assert [path.name for path in written] == [
        "vejviser-2026-10.pdf",
        "vejviser-2026-10.xlsx",
        "vejviser-2026-10-tal.csv",
        "vejviser-2026-10-excel.csv",
    ]
    assert sorted(out.iterdir()) == sorted(written)
    assert all(path.stat().st_mode & 0o077 == 0 for path in written)


def test_the_same_request_gives_the_same_bytes_and_replaces_the_file(
    store: Store, tmp_path: Path
) -> None:
    first = {path: path.read_bytes() for path in run(ReportRequest(OCTOBER, tmp_path, ALL), store)}
    (tmp_path / "vejviser-2026-10.pdf").write_bytes(b"noget gammelt")
    run(ReportRequest(OCTOBER, tmp_path, (*ALL, "pdf")), store)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == first


def test_a_project_with_a_very_long_name_is_written_in_every_format(report: Report) -> None:
    project = "Langtidsrask & længere endnu " * 10
    long = replace(report, labels=replace(report.labels, project=project))
    assert all(render(long, name) for name in ALL)


def test_what_the_window_renders_is_what_is_written(
    store: Store, report: Report, tmp_path: Path
) -> None:
    for name, path in zip(ALL, run(ReportRequest(OCTOBER, tmp_path, ALL), store), strict=True):
        assert path.read_bytes() == render(report, name)


@pytest.mark.parametrize(
    ("period", "codes", "stem"),
    [
        (OCTOBER, (), "vejviser-2026-10"),
        (OCTOBER, ("LEM",), "vejviser-2026-10-LEM"),
        (OCTOBER, ("A", "B", "C", "D"), "vejviser-2026-10-4-arbejdspladser"),
        (Period.quarter(date(2026, 10, 1)), (), "vejviser-2026-10_2026-12"),
        (parse_period("2026-01", "2026-11-21"), (), "vejviser-2026-01-01_2026-11-21"),
    ],
)
def test_a_file_is_named_by_what_is_in_it(
    period: Period, codes: tuple[str, ...], stem: str
) -> None:
    assert file_stem(period, codes) == stem


def test_an_unknown_format_or_workplace_writes_nothing(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError) as caught:
        run(ReportRequest(OCTOBER, tmp_path / "a", ("pdf", "docx")), store)
    assert "»docx«" in caught.value.why.da
    with pytest.raises(NotFound):
        run(ReportRequest(OCTOBER, tmp_path / "b", workplace_codes=("NEJ",)), store)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file_is_explained(store: Store, tmp_path: Path) -> None:
    (tmp_path / "optaget").write_text("")
    with pytest.raises(UserError):
        run(ReportRequest(OCTOBER, tmp_path / "optaget" / "her"), store)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write")
def test_a_folder_that_may_not_be_written_is_explained(store: Store, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UserError) as caught:
        run(ReportRequest(OCTOBER, tmp_path), store)
    assert "skrivebeskyttet" in caught.value.why.da
