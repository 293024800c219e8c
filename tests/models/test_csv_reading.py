"""Files as they come out of spreadsheets, and files that are none."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.errors import NotFound, UserError
from app.models import csv_reading
from app.models.csv_reading import clean, read_file, read_table

LINES = ["navn;by", "Åse Ærø;Ringkøbing", "Jens;Ølgod"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_same_table_comes_out_of_every_usual_file(
    delimiter: str, end: str, encoding: str
) -> None:
    text = end.join(LINES).replace(";", delimiter) + end
    table = read_table(text.encode(encoding))
    assert table.columns == ("navn", "by")
    assert [row.cells for row in table.rows] == [("Åse Ærø", "Ringkøbing"), ("Jens", "Ølgod")]
    assert table.delimiter == delimiter


def test_rows_are_numbered_as_a_spreadsheet_numbers_them() -> None:
    data = b'name,note\nAnne,"two\nlines"\n\n,\nBo,one\n'
    table = read_table(data)
    assert [(row.number, row.cells) for row in table.rows] == [
        (2, ("Anne", "two\nlines")),
        (5, ("Bo", "one")),
    ]


def test_excels_line_about_the_separator_is_not_a_row() -> None:
    table = read_table(b"sep=;\r\nname;note\r\nAnne;a,b,c\r\n")
    assert table.columns == ("name", "note")
    assert table.rows[0].number == 2
    assert table.rows[0].cells == ("Anne", "a,b,c")


def test_a_separator_inside_quotation_marks_does_not_count() -> None:
    table = read_table(b'"a;b;c;d",e,f\n1,2,3\n')
    assert table.columns == ("a;b;c;d", "e", "f")


def test_what_a_spreadsheet_does_not_show_is_trimmed() -> None:
    assert clean("\u00a0 Åse\u200b\u00a0Aagaard\ufeff ") == "Åse Aagaard"
    assert clean("line one\r\nline two\t") == "line one\nline two"
    assert clean("A\u030age") == "Åge"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "nothing in it"),
        (b"\n\n ,\n", "nothing in it"),
        (b"PK\x03\x04\x00\x00spreadsheet", "not a text file"),
        (b"\xff\xfea", "not a text file"),
        (b'a,b\n1,2\n3,"four\n', "row 3 do not pair"),
        (b'a,b\n"one" two,2\n', "row 2 do not pair"),
        (b"a,b\n1," + b"x" * (csv_reading.MAX_CELL + 1), "Row 2 has too many"),
        (b"a,b\n1," + b"x" * 1_000_000, "Row 2 has too many"),
        (b"a,b\n1" + b"," * csv_reading.MAX_COLUMNS, "Row 2 has too many"),
    ],
)
def test_an_unusable_file_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(UserError) as caught:
        read_table(data)
    assert reason in caught.value.why.en


def test_a_file_with_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_reading, "MAX_ROWS", 3)
    assert len(read_table(b"a\n1\n2\n3\n").rows) == 3
    with pytest.raises(UserError):
        read_table(b"a\n1\n2\n3\n4\n")


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(csv_reading.MAX_BYTES + 1)
    with pytest.raises(UserError) as caught:
        read_file(large)
    assert "20 MB" in caught.value.why.en


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_file(tmp_path / "nowhere.csv")
    with pytest.raises(UserError) as caught:
        read_file(tmp_path)
    assert caught.value.why.en == "It is a folder."


@given(st.binary(max_size=400))
@example(b"\xef\xbb\xbf")
@example(b'"')
@example(b"sep=;")
@example(b"\x81")
def test_any_bytes_give_a_table_or_a_reason(data: bytes) -> None:
    table = None
    reason = ""
    try:
        table = read_table(data)
    except UserError as error:
        reason = error.why.da
    assert (table is None) == bool(reason)
    if table is not None:
        assert any(table.columns)
        assert [row.number for row in table.rows] == sorted({row.number for row in table.rows})


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=12)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=8), st.sampled_from(",;\t"))
def test_what_is_written_as_csv_is_read_again(rows: list[list[str]], delimiter: str) -> None:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerows([["first", "second"], *rows])
    table = read_table(text.getvalue().encode())
    expected = [tuple(clean(cell) for cell in row) for row in rows]
    assert [row.cells for row in table.rows] == [cells for cells in expected if any(cells)]
