"""The cube gives the figures of the tally, asked by an engine that knows nothing of Vejviser."""

import json
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pyarrow.parquet
import pytest
from hypothesis import given, settings

from app.errors import UserError
from app.export.cube import DESCRIPTION, NOTICE, CubeFormat, write_cube
from app.models.cube import COLUMNS, read_cube
from app.models.erasure import erase_person
from app.models.periods import Period
from app.models.store import Store
from app.models.tallies import tally
from app.models.tally_types import Tally
from app.models.team.merging import merge_many
from app.models.team.reported import Sender
from app.models.team.summary import Summary, ToldContact, ToldPerson
from app.models.team.tokens import How
from app.models.types import Channel, Gender, Role
from app.paths import Paths
from tests.models.random_projects import taken_back
from tests.models.team.random_teams import (
    NOON,
    Team,
    prepare_lead,
    summaries_of,
    teams,
    write_laptop,
)
from tests.models.team.test_equality import arrival
from tests.records import add_contact, add_person, add_workplace
from tests.stores import new_store, standing_clock

ALL = Period(date(2023, 12, 1), date(2025, 1, 31))
MARCH = Period.month(date(2024, 3, 1))
PERIODS = (MARCH, Period.quarter(date(2024, 1, 1)), Period(date(2024, 1, 1), date(2024, 12, 31)))
CODES = "types = {'reason_group': 'VARCHAR'}"
"""Where all reasons are of group F, the engine takes the codes of a CSV for booleans (docs/cube.md)."""
QUERIES = re.findall(r"```sql\n(.*?)```", Path("docs/cube.md").read_text("utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    opened = tuple(
        new_store(tmp_path_factory.mktemp(name), standing_clock(NOON))
        for name in ("laptop", "lead")
    )
    yield opened  # type: ignore[misc]
    for store in opened:
        store.close()


def fill(laptop_store: Store, lead: Store, team: Team) -> None:
    """Let every laptop of a team tell the lead of all months."""
    prepare_lead(lead, team)
    for laptop in team.laptops:
        with taken_back(laptop_store):
            write_laptop(laptop_store, team, laptop)
            told = summaries_of(laptop_store, laptop)
        sender = Sender(device=laptop.device, initials=laptop.device[-1], name="")
        merge_many(lead, [arrival(each, sender, seq) for seq, each in enumerate(told, 1)])


class Engine:
    """DuckDB over the files of a cube."""

    def __init__(self, folder: Path, form: CubeFormat) -> None:
        self._engine = duckdb.connect()
        self._form = form
        self._engine.execute(f"SET file_search_path = '{folder}'")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        if self._form is CubeFormat.CSV:
            query = re.sub(
                r"'(reasons|reason_groups).parquet'", rf"read_csv('\1.csv', {CODES})", query
            )
        return self._engine.execute(query.replace(".parquet'", f".{self._form}'")).fetchall()

    def counts(
        self, table: str, column: str, period: Period, where: str = "true"
    ) -> dict[Any, int]:
        counted = COLUMNS[table][-1]
        found = self.rows(
            f"SELECT {column}, sum({counted}::BIGINT)::BIGINT FROM '{table}.parquet' WHERE {where} AND"
            f" month BETWEEN '{period.first}' AND '{period.last}' GROUP BY 1"
        )
        return dict(found)  # type: ignore[arg-type]


def nonzero(counts: dict[str, int]) -> dict[str, int]:
    return {code: count for code, count in counts.items() if count}


def compare(engine: Engine, counted: Tally) -> None:
    period, first = counted.period, "kind = 'first'"

    def told(table: str, column: str, where: str = "true") -> dict[Any, int]:
        return engine.counts(table, column, period, where)

    kinds = ("first", "returning", "phone_no_workplace", "anonymous")
    assert told("contacts", "kind") == nonzero(
        {kind: getattr(counted.contacts, kind) for kind in kinds}
    )
    assert told("contacts", "workplace", "workplace IS NOT NULL") == nonzero(
        {place.workplace: place.all for place in counted.by_workplace}
    )
    for column in ("gender", "age", "role"):
        expected = nonzero(getattr(counted.persons, column))
        assert told("contacts", column, first) == expected
    sectors = told("contacts", "coalesce(sector, 'not_told')", first)
    assert sectors == nonzero(counted.persons.sector)
    assert told("contacts", "role") == nonzero(counted.roles)
    assert told("contacts", "sick_leave") == nonzero(counted.sick_leave)
    assert told("contacts", "channel") == nonzero(counted.channels)
    for where, reasons, advice in (
        (first, counted.reasons.first, counted.advice.first),
        ("true", counted.reasons.all, counted.advice.all),
    ):
        assert told("reasons", "reason", where) == nonzero(reasons.by_code)
        assert told("reasons", "reason_group", where) == nonzero(reasons.by_group)
        assert told("reason_groups", "reason_group", where) == nonzero(reasons.inquiries_by_group)
        assert told("advice", "advice", where) == nonzero(advice.by_code)
    sums = ("held", "minutes", "planned", "unanswered")
    # An empty CSV has no types of its own.
    summed = ", ".join(f"coalesce(sum({name}::BIGINT), 0)::BIGINT" for name in sums)
    visits = engine.rows(
        f"SELECT {summed} FROM 'visits.parquet'"
        f" WHERE month BETWEEN '{period.first}' AND '{period.last}'"
    )
    assert visits == [tuple(getattr(counted.visits, name) for name in sums)]
    months = {1: 1, 3: 3, 12: 12}[period.last.month - period.first.month + 1]
    seen = engine.rows(
        "SELECT persons_seen FROM 'persons.parquet'"
        f" WHERE first_month = '{period.first}' AND months = {months}"
    )
    assert seen == [(counted.persons_seen,)]


@settings(max_examples=12)
@given(team=teams())
def test_an_engine_counts_the_figures_of_the_tally(stores: tuple[Store, Store], team: Team) -> None:
    laptop_store, lead = stores
    with taken_back(lead), TemporaryDirectory() as out:
        fill(laptop_store, lead, team)
        for form in CubeFormat:
            engine = Engine(write_cube(lead, ALL, Path(out), form), form)
            for period in PERIODS:
                compare(engine, tally(lead, period))


@settings(max_examples=5)
@given(team=teams())
def test_the_questions_in_the_docs_are_answered_with_the_figures_of_the_tally(
    stores: tuple[Store, Store], team: Team
) -> None:
    laptop_store, lead = stores
    with taken_back(lead), TemporaryDirectory() as out:
        fill(laptop_store, lead, team)
        engine = Engine(write_cube(lead, ALL, Path(out), CubeFormat.PARQUET), CubeFormat.PARQUET)
        counted = tally(lead, MARCH)
        kinds, persons, reasons, places, years = (engine.rows(query) for query in QUERIES)
        assert sum(count for _, count in kinds) == counted.contacts.all
        assert sum(count for *_, count in persons) == counted.contacts.first
        told = {code: (first, every) for code, first, every in reasons}
        assert {code: every for code, (_, every) in told.items()} == nonzero(
            counted.reasons.all.by_code
        )
        assert all(
            counted.reasons.first.by_code[code] == first for code, (first, _) in told.items()
        )
        here = {place.workplace: (place.all, place.minutes) for place in counted.by_workplace}
        assert all(here[code] == (count, minutes) for code, count, minutes in places)
        assert sum(minutes for *_, minutes in places) == counted.visits.minutes
        year = tally(lead, Period(date(2024, 1, 1), date(2024, 12, 31)))
        assert years == [(2024, year.persons_seen)]


def test_nothing_in_it_is_a_key_of_anybody(stores: tuple[Store, Store], tmp_path: Path) -> None:
    """No column but those that are described, no reference, token or id, and only first days."""
    _, lead = stores
    with taken_back(lead):
        lead.settings.set("role", "lead")
        merge_a_contact(lead)
        folder = write_cube(lead, ALL, tmp_path, CubeFormat.CSV)
        keys = [
            str(value)
            for query in (
                "SELECT id FROM person",
                "SELECT id FROM inquiry",
                "SELECT ref FROM reported_claim",
                "SELECT contact FROM reported_contact",
                "SELECT token FROM reported_token",
                "SELECT name FROM person",
            )
            for (value,) in lead.database.execute(query).fetchall()
        ]
    written = b"".join(path.read_bytes() for path in folder.iterdir())
    assert keys
    assert b"2024-03-01" in written
    assert not [key for key in keys if key.encode() in written]


def merge_a_contact(lead: Store) -> None:
    """Take in one contact of somebody known by a telephone number."""
    person, contact, token = (f"{number:032x}" for number in (77, 78, 79))
    told = Summary(
        month="2024-03",
        revision=1,
        taxonomy="",
        persons=(ToldPerson(ref=person, tokens={How.PHONE: token}),),
        contacts=(ToldContact(id=contact, person=person, channel=Channel.PHONE),),
    )
    merge_many(lead, [arrival(told, Sender(device="a", initials="a", name=""), 1)])


@pytest.mark.parametrize("form", CubeFormat)
def test_the_folder_warns_and_is_its_owners(
    stores: tuple[Store, Store], tmp_path: Path, form: CubeFormat
) -> None:
    _, lead = stores
    folder = write_cube(lead, MARCH, tmp_path, form)
    assert folder.name == "vejviser-kube-INTERN-2024-03"
    described = json.loads((folder / DESCRIPTION).read_text("utf-8"))
    assert (described["format"], described["protected"]) == ("vejviser-cube/1", False)
    assert "UNPROTECTED" in described["warning"]["en"]
    assert "UBESKYTTET" in (folder / NOTICE).read_text("utf-8")
    for table, columns in COLUMNS.items():
        assert [each["name"] for each in described["tables"][table]["columns"]] == list(columns)
        assert all(each["meaning"]["da"] for each in described["tables"][table]["columns"])
        assert (folder / f"{table}.{form}").exists()
    if form is CubeFormat.PARQUET:
        metadata = pyarrow.parquet.read_schema(folder / "contacts.parquet").metadata
        assert b"UNPROTECTED" in metadata[b"warning"]
    if sys.platform != "win32":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_without_pyarrow_parquet_is_refused_and_csv_named(
    stores: tuple[Store, Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, lead = stores
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(UserError) as error:
        write_cube(lead, MARCH, tmp_path, CubeFormat.PARQUET)
    assert "--format csv" in error.value.next_step.en
    assert list(tmp_path.iterdir()) == []
    assert write_cube(lead, MARCH, tmp_path, CubeFormat.CSV).exists()


def test_a_table_of_another_kind_is_not_left_beside_the_new_ones(
    stores: tuple[Store, Store], tmp_path: Path
) -> None:
    _, lead = stores
    for form in (CubeFormat.PARQUET, CubeFormat.CSV):
        folder = write_cube(lead, MARCH, tmp_path, form)
    assert {path.suffix for path in folder.iterdir()} == {".csv", ".json", ".txt"}


def test_of_an_erased_person_only_figures_are_told(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "data")
    with closing(new_store(tmp_path, standing_clock(NOON))) as store:
        place = add_workplace(store, "VESTAS")
        for name, born in (("Karen Krag", 1980), ("Bo Holm", 1990)):
            person = add_person(store, name, gender=Gender.WOMAN, birth_year=born)
            add_contact(store, person, date(2024, 3, 5), workplace_id=place.id, role=Role.MANAGER)
        before = tally(store, MARCH)
        erase_person(store, paths, person.id)
        counted = tally(store, MARCH)
        tables = dict(read_cube(store, MARCH))
    contacts, reasons = ([row[1:] for row in tables[name]] for name in ("contacts", "reasons"))
    where, nothing = ("VESTAS", None, "other"), ("erased",) * 5
    assert (*where, "first", *nothing, 1) in contacts
    assert (*where, "first", "workplace", "manager", "not_told", "woman", "39-48", 1) in contacts
    assert len(contacts) == 2
    assert {row[:3] for row in reasons} == {where, ("erased",) * 3}
    assert sum(int(str(row[-1])) for row in reasons) == sum(counted.reasons.all.by_code.values())
    assert counted == before, "the tally goes on counting them"
