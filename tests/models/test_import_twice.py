"""Whatever is in a registration: importing it again adds nothing, and undo takes all of it back."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.importing import import_inquiries, import_workplaces
from app.models.store import Store
from tests.stores import new_store

HEADER = "date;time;workplace;channel;identity;person;name;birth_year;reasons;advice;minutes;note"
ROW = st.tuples(
    st.sampled_from(["2018-02-06", "07.02.2018", "30-02-2018", ""]),
    st.sampled_from(["", "9:05", "15.00", "25"]),
    st.sampled_from(["", "A", "B", "ukendt"]),
    st.sampled_from(["", "phone", "telefon", "workplace"]),
    st.sampled_from(["", "registered", "anonym"]),
    st.sampled_from(["", "", "K1", "K2"]),
    st.sampled_from(["", "Anne Bo", "Bo Ek"]),
    st.sampled_from(["", "1970", "1971"]),
    st.sampled_from(["", "P01", "S01|P02", "X1"]),
    st.sampled_from(["", "A01", "A02, A03"]),
    st.sampled_from(["", "15"]),
    st.text("æ =;\"'\n", max_size=4).map(lambda text: '"' + text.replace('"', '""') + '"'),
)


def rows_of(store: Store) -> dict[str, int]:
    tables = ("inquiry", "person", "counsellor", "imported_row", "inquiry_reason")
    return {
        name: store.database.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        for name in tables
    }


@settings(max_examples=40)
@given(st.lists(ROW, max_size=12))
def test_importing_twice_adds_nothing_and_undo_leaves_nothing(rows: list[tuple[str, ...]]) -> None:
    data = "\n".join((HEADER, *(";".join(row) for row in rows))).encode()
    with tempfile.TemporaryDirectory() as folder:
        store = new_store(Path(folder))
        try:
            import_workplaces(store, b"workplace,name\nA,Alfa\nB,Beta\n")
            empty = rows_of(store)
            first = import_inquiries(store, data, skip_bad_rows=True)
            after = rows_of(store)
            assert after["inquiry"] == first.added
            assert after["person"] == first.new_people
            assert first.added + len(first.rejected_rows) == first.rows
            again = import_inquiries(store, data, skip_bad_rows=True)
            assert (again.added, again.already_there) == (0, first.added)
            assert rows_of(store) == after
            if first.change_set:
                store.undo(first.change_set)
            assert rows_of(store) == empty
        finally:
            store.close()
