"""Whatever is in a registration: importing it again adds nothing, and undo takes all of it back."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.importing import import_inquiries, import_rules, import_workplaces
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


RULE_HEADER = (
    "workplace;every_weeks;weekdays;time;minutes;hours_per_visit;visits_per_occasion;shift;place;"
    "address;counsellors;valid_from;valid_until"
)
RULE = st.tuples(
    st.sampled_from(["A", "B", "Alfa", "ukendt"]),
    st.sampled_from(["", "1", "2", "hver 3. uge", "60"]),
    st.sampled_from(["", "ti", "2|4", "fredag og mandag", "x"]),
    st.sampled_from(["", "9", "23:30", "25"]),
    st.sampled_from(["", "45", "1441"]),
    st.sampled_from(["", "1,5", "0"]),
    st.sampled_from(["", "1", "2", "3"]),
    st.sampled_from(["", "", "nat"]),
    st.sampled_from(["", "Kantinen", "A|B"]),
    st.sampled_from(["", "Nord|Syd", "1|2|3"]),
    st.sampled_from(["", "KM", "BH|KM", "KM|KM"]),
    st.sampled_from(["", "2018-02", "01-12-2026", "2126-01"]),
    st.sampled_from(["", "31-12-2027", "2017-01-01"]),
)


def rules_of(store: Store) -> dict[str, int]:
    tables = ("presence_rule", "presence_rule_place", "presence_rule_counsellor", "counsellor")
    return {
        name: store.database.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
        for name in (*tables, "imported_row")
    }


@settings(max_examples=40)
@given(st.lists(RULE, max_size=12))
def test_so_it_is_with_presence_rules(rows: list[tuple[str, ...]]) -> None:
    data = "\n".join((RULE_HEADER, *(";".join(row) for row in rows))).encode()
    with tempfile.TemporaryDirectory() as folder:
        store = new_store(Path(folder))
        try:
            import_workplaces(store, b"workplace,name\nA,Alfa\nB,Beta\n")
            empty = rules_of(store)
            first = import_rules(store, data, skip_bad_rows=True)
            after = rules_of(store)
            assert after["presence_rule"] == first.new_rules == after["imported_row"]
            assert first.added + first.left_out + len(first.rejected_rows) == first.rows
            again = import_rules(store, data, skip_bad_rows=True)
            assert (again.added, again.already_there) == (0, first.added)
            assert rules_of(store) == after
            if first.change_set:
                store.undo(first.change_set)
            assert rules_of(store) == empty
        finally:
            store.close()
