"""Every printed figure can be asked for: it has a name, a meaning, and rows that make it."""

from collections.abc import Iterator

import pytest

from app.export.asked import asked
from app.export.cells import Column, Row, Table, Unit
from app.export.figure_answer import Answer, explain, state_words
from app.export.figure_files import figure_csv, figure_json, figure_text
from app.export.figure_names import FAMILIES, figure_name
from app.export.labels import read_labels
from app.export.report import Report, make_report
from app.models.figure_keys import Family, figures_of, sums_of_tables
from app.models.rules import percent
from app.models.store import Store
from tests.export.conftest import OCTOBER, SECRETS

NO_FIGURES = {"definitions"}


def cells(report: Report) -> Iterator[tuple[Table, Row, Column, int]]:
    """Yield every figure of every table of a report."""
    for table in report.tables:
        for row in table.all_rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                if column.unit is not Unit.TEXT and isinstance(cell, int):
                    yield table, row, column, cell


@pytest.mark.parametrize("codes", [(), ("LEM",)])
def test_the_rows_behind_every_cell_make_the_figure_in_it(
    store: Store, codes: tuple[str, ...]
) -> None:
    report = make_report(store, OCTOBER, codes)
    tables = set()
    for table, row, column, cell in cells(report):
        tables.add(table.key)
        found = asked(table, row, column)
        assert found is not None, (table.key, row.key, column.key)
        value = explain(store, found.key, OCTOBER, codes).value
        if found.of is not None:
            whole = explain(store, found.of, OCTOBER, codes).value
            assert value is not None
            assert whole is not None
            value = percent(value, whole)
        assert value == cell, (table.key, row.key, column.key)
    assert {table.key for table in report.tables if table.rows} - NO_FIGURES <= tables


def test_words_are_no_figures(report: Report) -> None:
    for table in report.tables:
        for row in table.all_rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                if not isinstance(cell, int):
                    assert asked(table, row, column) is None


def answers(store: Store, report: Report) -> Iterator[Answer]:
    """Yield the answer to every figure of a report."""
    figures = {**figures_of(report.tally), **sums_of_tables(report.tally, dict(report.months))}
    assert {key.family for key in figures} == set(Family)
    for key in figures:
        yield explain(store, key, OCTOBER)


def test_every_figure_has_a_name_a_definition_and_a_universe_in_both_languages(
    store: Store, report: Report
) -> None:
    for answer in answers(store, report):
        told = (answer.name, answer.word, answer.definition, answer.universe, answer.how)
        assert all(text.da and text.en for text in told), str(answer.key)
        assert answer.definition.da != answer.definition.en, str(answer.key)
        assert answer.universe.da != answer.universe.en, str(answer.key)
        assert all(state_words(row).da for row in answer.behind.rows)
    assert set(FAMILIES) == set(Family)


def test_no_two_figures_are_called_the_same(store: Store, report: Report) -> None:
    labels = read_labels(store, OCTOBER.last, "da")
    names: dict[str, str] = {}
    for key in figures_of(report.tally):
        name = figure_name(key, labels, "da")
        assert name not in names, f"{key} and {names[name]} are both called {name}"
        names[name] = str(key)


def test_no_format_tells_what_is_nobody_elses_business(store: Store, report: Report) -> None:
    for answer in answers(store, report):
        written = (
            figure_text(answer, "da").encode(),
            figure_text(answer, "en").encode(),
            figure_json(answer),
            figure_csv(answer),
        )
        assert not [secret for secret in SECRETS for text in written if secret.encode() in text]
