"""A lead's report for others lacks the figures of laptops that had not sent, and says of how many."""

import pytest

from app.export.outside.remarks import laptops_missing
from app.models.team.coverage import Coverage, Gap, Missing


@pytest.mark.parametrize(
    ("initials", "said"),
    [
        ((), []),
        (("CD",), ["1 vejleders computer havde ikke sendt måneden"]),
        (("CD", "EF"), ["2 vejlederes computere havde ikke sendt måneden"]),
    ],
)
def test_readers_learn_how_many_laptops_are_missing_but_not_whose(
    initials: tuple[str, ...], said: list[str]
) -> None:
    missing = tuple(Missing(laptop=one, months=("2025-01",)) for one in initials)
    notes = laptops_missing(Coverage(laptops=("AB",), missing=missing, not_over=()))
    assert [note.da.partition(",")[0] for note in notes] == said
    assert not any(one in note.da for note in notes for one in initials)


def test_readers_learn_that_letters_did_not_arrive_but_not_whose() -> None:
    gaps = (Gap(laptop="CD", letters=(2, 5)),)
    (note,) = laptops_missing(Coverage(laptops=("AB",), missing=(), not_over=(), gaps=gaps))
    assert note.da == "Breve fra 1 vejleders computer er ikke nået frem: tal KAN MANGLE her."


def test_a_counsellors_own_report_covers_itself() -> None:
    assert laptops_missing(None) == ()
