"""What the identifier of a figure says about the months of which it is the sum."""

import pytest

from app.export.outside.months import Close
from app.export.outside.scopes import PROJECT, Scope, place
from app.export.outside.sheet import month_cell, named


@pytest.mark.parametrize(
    ("cell", "revisions"),
    [
        ("project|2025-03|roles|leader", {"2025-03": 1}),
        ("project|2025-03|contacts|all@3!", {"2025-03": 3}),
        ("project|2025-01..2025-03|roles|leader", {"2025-01": 1, "2025-02": 1, "2025-03": 1}),
        ("project|2025-01..2025-03|roles|leader@01.2,-02", {"2025-01": 2, "2025-03": 1}),
        ("project|2025-03+2025-05|roles|leader@05.12", {"2025-03": 1, "2025-05": 12}),
        ("others|2025-Q2|roles|leader@04.2", {"2025-04": 2, "2025-05": 1, "2025-06": 1}),
    ],
)
def test_the_months_of_a_figure_stand_in_its_identifier(
    cell: str, revisions: dict[str, int]
) -> None:
    found = named(cell)
    assert found is not None
    assert found.revisions == revisions
    assert found.code == cell.rsplit("|", 1)[1].partition("@")[0]


@pytest.mark.parametrize("scope", [PROJECT, place("A|B~C")])
@pytest.mark.parametrize("revision", [1, 2])
def test_the_identifier_of_a_month_is_read_as_it_was_written(scope: Scope, revision: int) -> None:
    cell = month_cell(scope, Close("2025-03", revision), "contacts", "all")
    found = named(cell)
    assert found == (scope.key, {"2025-03": revision}, "contacts", "all")


@pytest.mark.parametrize(
    "cell", ["project|2025-03|roles|leader~ab12", "project|2025-03|contacts|all~busy!"]
)
def test_what_a_sum_lacks_is_no_figure_of_a_month(cell: str) -> None:
    assert named(cell) is None
