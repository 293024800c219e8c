"""A table is called by what stands in it, and says its period."""

import pytest

from app.export.disclosure import Release, Table
from app.export.disclosure.ledger import Mode
from app.export.labels import Labels
from app.export.outside.printed_tables import Printer
from app.texts import Language

COLUMNS = ("held", "zero", "minutes", "contacts")
LABELS = Labels("Projekt Vest", {}, {}, {}, {}, {}, {})


def activity(key: str, span: str, columns: tuple[str, ...], language: Language) -> tuple[str, str]:
    """Return title and universe of a table of activity with these columns."""
    cells = tuple(f"project|{span}|visits|{column}!" for column in columns)
    release = Release(
        id="2025-02-steering",
        date="2025-03-01",
        k=5,
        mode=Mode.SUPPRESSION,
        base=0,
        tables=(Table(key, ("all",), columns, (cells,)),),
        figures=dict.fromkeys(cells, 6),
        relations=(),
        previous="",
    )
    (table,) = Printer(release, LABELS, language, whole=True, lacking=()).tables()
    return table.title, table.universe


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    ("key", "span"), [("activity", "2025-02"), ("activity_to_date", "2025-01..2025-02")]
)
def test_a_table_without_the_number_of_inquiries_does_not_speak_of_them(
    key: str, span: str, language: Language
) -> None:
    word = {"da": "henvendelser", "en": "inquiries"}[language]
    with_them = activity(key, span, COLUMNS, language)
    assert all(word in text for text in with_them)
    assert not [text for text in activity(key, span, COLUMNS[:-1], language) if word in text]


def test_the_period_stands_above_what_was_done() -> None:
    assert activity("activity_to_date", "2025-01..2025-02", COLUMNS[:-1], "da") == (
        "Fremmøder til dato",
        "Januar – februar 2025: fremmøder, der er holdt i perioden.",
    )
