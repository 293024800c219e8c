"""The pack as somebody else gets it: valid, explained, and with nothing in it that tells of anybody."""

import json
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from frictionless import Package
from hypothesis import given, settings
from hypothesis import strategies as st
from pycanon import anonymity

from app.errors import UserError
from app.export.evaluator.codes import Origin
from app.export.evaluator.files import (
    Pack,
    real_pack,
    release_of,
    synthetic_pack,
    whole_months,
    write_pack,
)
from app.export.evaluator.pack import pack_files, random_id
from app.export.evaluator.release import Release, make_release
from app.export.evaluator.schema import SCHEMA_PATH
from app.models.evaluator_rows import EvaluatorData
from app.models.types import Gender, Role, Sector, SickLeave
from app.texts import LANGUAGES
from tests.export.evaluator.made_up import (
    HALF_YEAR,
    QUASI,
    REASONS,
    alike,
    contact,
    counted_ids,
    data_of,
    lines,
    presence,
    random_contacts,
    tallies_of,
)

EVERYTHING = 7
"""A seed whose contacts are shown on several rungs, with some left out."""


def made(data: EvaluatorData) -> Pack:
    return real_pack(data, release_of(data), counted_ids())


@pytest.fixture(scope="module")
def data() -> EvaluatorData:
    held = presence(2, 400, Sector.PRIVATE, held=4, zero=1, minutes=250)
    return data_of(random_contacts(EVERYTHING), [held], erased=2)


@pytest.fixture(scope="module")
def pack(data: EvaluatorData) -> Pack:
    return made(data)


def judged(pack: Pack, folder: Path) -> list[list[object]]:
    """Return what frictionless has against a pack."""
    written = write_pack(pack, folder)
    report = Package(str(written / "datapackage.json")).validate()
    assert len(report.tasks) == 9
    return report.flatten(["name", "rowNumber", "type", "note"])


def test_frictionless_finds_every_file_as_described(pack: Pack, tmp_path: Path) -> None:
    assert lines(pack, "contacts")
    assert judged(pack, tmp_path) == []


def test_an_empty_pack_has_the_same_files_columns_and_description(
    pack: Pack, tmp_path: Path
) -> None:
    empty = made(data_of([]))
    assert judged(empty, tmp_path) == []
    assert empty.contents.keys() == pack.contents.keys()
    for name, content in pack.contents.items():
        if name.endswith(".csv"):
            assert empty.contents[name].splitlines()[0] == content.splitlines()[0]
    descriptions = [json.loads(each.contents["datapackage.json"]) for each in (pack, empty)]
    assert descriptions[0]["resources"] == descriptions[1]["resources"]


def test_frictionless_would_notice_a_wrong_code_and_a_row_without_its_contact(
    pack: Pack, tmp_path: Path
) -> None:
    broken = dict(pack.contents)
    broken["contacts.csv"] = broken["contacts.csv"].replace(b",withheld,", b",secret,", 1)
    broken["contact_reasons.csv"] += b"cffffffffffffffff,1,real,P,P01\n"
    found = judged(Pack(pack.name, broken, pack.release), tmp_path)
    assert {kind for _, _, kind, _ in found} == {"constraint-error", "foreign-key"}


@settings(max_examples=25)
@given(st.integers(0, 100_000), st.sampled_from([3, 5]))
def test_pycanon_reaches_the_same_k_and_l(seed: int, k: int) -> None:
    release = make_release(random_contacts(seed), HALF_YEAR, k)
    if not release.rows:
        return
    frame = pd.DataFrame(
        [
            dict(zip(QUASI, row.quasi, strict=True))
            | {"person": row.person, "groups": row.reason_groups, "sick": row.sick_leave}
            for row in release.rows
        ]
    )
    quasi, risk = list(QUASI), release.risk
    assert anonymity.k_anonymity(frame, quasi) == risk.k_rows
    # It counts rows; with each person once in a group, rows are persons.
    persons = frame.drop_duplicates([*quasi, "person"]).reset_index(drop=True)
    assert anonymity.k_anonymity(persons, quasi) == risk.k
    assert anonymity.l_diversity(frame, quasi, ["groups"]) == risk.l_reasons
    shown = frame.groupby(quasi)["sick"].transform(lambda told: len(set(told)) > 1)
    if shown.any():
        told = frame[shown].reset_index(drop=True)
        assert anonymity.l_diversity(told, quasi, ["sick"]) == risk.l_sick_leave
    else:
        assert risk.l_sick_leave is None


def test_pycanon_reaches_k_and_l_from_the_files_of_both_packs(pack: Pack, tmp_path: Path) -> None:
    for number, each in enumerate((pack, synthetic_pack(HALF_YEAR))):
        file = write_pack(each, tmp_path / str(number)) / "contacts.csv"
        frame, quasi = pd.read_csv(file, keep_default_na=False), list(QUASI)
        assert anonymity.k_anonymity(frame, quasi) == each.release.risk.k_rows
        assert anonymity.l_diversity(frame, quasi, ["reason_groups"]) == each.release.risk.l_reasons


def test_who_gets_the_pack_can_compute_k_and_l_of_its_risk_sheet(pack: Pack) -> None:
    risk = pack.release.risk
    groups = alike(lines(pack, "contacts"))
    assert min(map(len, groups)) == risk.k_rows
    assert min(len({row["reason_groups"] for row in group}) for group in groups) == risk.l_reasons
    assert f"| {risk.k_rows} |" in pack.contents["risk-en.md"].decode()


def test_figures_and_rows_left_out_add_up_to_all_contacts(data: EvaluatorData, pack: Pack) -> None:
    tallies = {
        (row["table"], row["code"]): int(row["count"] or 0) for row in lines(pack, "tallies")
    }
    rows = lines(pack, "contacts")
    assert tallies["all", "released"] == len(rows)
    assert tallies["all", "left_out"] >= 2, "those of erased persons are left out"
    assert sum(n for (table, _), n in tallies.items() if table == "all") == len(data.contacts) + 2
    for column in ("sector", "workplace_size", "gender", "age", "role", "kind", "channel"):
        assert sum(n for (table, _), n in tallies.items() if table == column) == len(rows)
        for (table, code), count in tallies.items():
            if table == column:
                assert count == sum(row[column] == code for row in rows)
    mentions = sum(n for (table, _), n in tallies.items() if table == "reason")
    assert mentions == len(lines(pack, "contact_reasons"))


def test_ids_are_random_drawn_anew_and_the_order_tells_nothing(data: EvaluatorData) -> None:
    release = release_of(data)
    packs = [real_pack(data, release) for _ in range(2)]
    first, second = ([row["contact_id"] for row in lines(each, "contacts")] for each in packs)
    assert set(first).isdisjoint(second)
    assert first == sorted(first)
    assert random_id() != random_id()
    assert {len(row) for row in first} == {17}


def test_the_same_ids_give_the_same_bytes(data: EvaluatorData, pack: Pack) -> None:
    assert made(data).contents == pack.contents


def test_an_id_drawn_twice_is_drawn_again() -> None:
    data = data_of([contact(number) for number in range(6)])
    ids = iter(["c1", "c1", "c2", "c3", "c4", "c5", "c6"])
    pack = real_pack(data, release_of(data), lambda: next(ids))
    assert len({row["contact_id"] for row in lines(pack, "contacts")}) == 6


def test_nothing_that_tells_of_anybody_is_in_any_file() -> None:
    contacts = [
        contact(number, person=f"Anna Lund {number}", seq=770_000 + number, date=date(2026, 2, 13))
        for number in range(9)
    ]
    pack = made(data_of(contacts))
    whole = b"".join(pack.contents.values()).decode()
    assert [word for word in ("Anna", "Lund", "77000", "2026-02-13") if word in whole] == []


def test_a_project_called_like_a_formula_puts_none_into_a_cell() -> None:
    pack = made(data_of([contact(number) for number in range(9)], project='=HYPERLINK("x")'))
    for name, content in pack.contents.items():
        if name.endswith(".csv"):
            cells = [cell for line in content.decode().splitlines() for cell in line.split(",")]
            assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))] == []


@pytest.mark.parametrize("origin", Origin)
def test_every_row_and_every_text_says_what_it_is(data: EvaluatorData, origin: Origin) -> None:
    contents = pack_files(data, release_of(data), origin, "name", counted_ids())
    pack = Pack("name", contents, release_of(data))
    for name in contents:
        if name.endswith(".csv"):
            told = {row["origin"] for row in lines(pack, name.removesuffix(".csv"))}
            assert told == {origin.value}
        elif name.endswith(".md"):
            head = contents[name].decode().splitlines()[2]
            marks = {"demo": "DEMO", "synthetic": "SYNT"}
            assert marks.get(origin.value, "") in head
    assert json.loads(contents["datapackage.json"])["vejviser"]["origin"] == origin.value


def test_the_schema_lies_in_the_pack_as_it_is_shipped(pack: Pack) -> None:
    schema = Path(__file__).parents[3] / "resources" / SCHEMA_PATH
    assert pack.contents[SCHEMA_PATH] == schema.read_bytes()


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_codebook_names_every_file_column_and_code(pack: Pack, language: str) -> None:
    text = pack.contents[f"codebook-{language}.md"].decode()
    schema = json.loads(pack.contents[SCHEMA_PATH])
    for resource in schema["resources"]:
        assert f"`{resource['path']}`" in text
        for field in resource["schema"]["fields"]:
            assert f"`{field['name']}` | {field['type']} | {field['title'][language]}" in text
    for codes in schema["codes"].values():
        for code, words in codes.items():
            assert f"`{code}` | {words[language]}" in text


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_risk_sheet_tells_what_was_reached_and_what_it_cost(pack: Pack, language: str) -> None:
    release: Release = pack.release
    text = pack.contents[f"risk-{language}.md"].decode()
    for figure in (release.contacts, len(release.rows), release.coarser, release.risk.k):
        assert f"| {figure} |" in text
    assert f"| {release.contacts - len(release.rows)} |" in text
    for size, groups in release.risk.sizes.items():
        assert f"| {size} | {groups} |" in text


def test_a_pack_of_nothing_says_so(tmp_path: Path) -> None:
    pack = made(data_of([contact(1)]))
    assert lines(pack, "contacts") == []
    assert "Ingen rækker er vist." in pack.contents["risk-da.md"].decode()
    folder = write_pack(pack, tmp_path)
    assert folder.name == "vejviser-evaluator-2026-01_2026-06"


def test_four_kinds_of_nothing_stand_apart_in_every_file_of_a_pack(tmp_path: Path) -> None:
    """A visit to nobody, a true zero, what is withheld, and what was not told or recorded."""
    told = [
        contact(number, sick_leave=SickLeave.NOT_TOLD if number % 2 else SickLeave.NONE, reasons=())
        for number in range(8)
    ]
    told += [contact(number, reasons=(REASONS[number % 2],)) for number in range(20, 26)]
    rare = [contact(number, role=Role.MANAGER, gender=Gender.MAN) for number in range(40, 46)]
    visits = [
        presence(1, 90, Sector.PRIVATE, held=2, zero=2, minutes=125),
        presence(1, 90, Sector.MUNICIPAL),
        presence(1, 8, Sector.STATE, held=3, zero=1, minutes=180),
        presence(3, 90, Sector.PRIVATE),
    ]
    pack = made(data_of([*told, *rare], visits))
    assert judged(pack, tmp_path) == []
    shown = {
        (row["period_from"], row["sector"]): (row["status"], row["held"], row["zero_contact"])
        for row in lines(pack, "visits")
    }
    assert shown["2026-01-01", "private"] == ("counted", "2", "2")
    assert shown["2026-01-01", "municipal"] == ("counted", "0", "0")
    assert shown["2026-01-01", "state"] == ("suppressed", "", "")
    assert shown["2026-03-01", "private"] == ("not_recorded", "", "")
    rows = lines(pack, "contacts")
    assert {"none_recorded", "P"} <= {row["reason_groups"] for row in rows}
    assert {"none", "not_told"} <= {row["sick_leave"] for row in rows}
    codes = {row["reason"] for row in lines(pack, "contact_reasons")}
    assert "withheld" in codes
    tallies = tallies_of(pack)
    assert tallies["role", "not_told"] == ("exact", "0")
    assert tallies["reason", "R02"] == ("withheld", "")
    assert int(tallies["reason", "withheld"][1]) > 0
    description = json.loads(pack.contents["datapackage.json"])
    (of_visits,) = (each for each in description["resources"] if each["name"] == "visits")
    (status,) = (f for f in of_visits["schema"]["fields"] if f["name"] == "status")
    kinds = {"counted", "suppressed", "not_recorded", "no_workplace"}
    assert set(status["constraints"]["enum"]) == kinds
    for language in LANGUAGES:
        codebook = pack.contents[f"codebook-{language}.md"].decode()
        for code in (*kinds, "none_recorded", "not_told", "withheld", "exact", "at_least"):
            assert f"`{code}`" in codebook, (language, code)


def test_an_older_pack_is_replaced_and_only_its_owner_may_read_it(
    data: EvaluatorData, pack: Pack, tmp_path: Path
) -> None:
    write_pack(real_pack(data, pack.release), tmp_path)
    folder = write_pack(pack, tmp_path)
    written = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert written == pack.contents
    assert {oct(p.stat().st_mode & 0o077) for p in folder.rglob("*.csv")} == {"0o0"}


@pytest.mark.parametrize(
    ("first", "last"), [("2026-01-02", "2026-03"), ("2026-01", "2026-03-30"), ("2026", "2026-03")]
)
def test_only_whole_months_are_written(first: str, last: str) -> None:
    with pytest.raises(UserError):
        whole_months(first, last)
    assert whole_months("2026-01", "2026-06") == HALF_YEAR


def test_a_synthetic_pack_is_valid_marked_and_comes_out_the_same_each_time(tmp_path: Path) -> None:
    twin = synthetic_pack(HALF_YEAR)
    assert judged(twin, tmp_path) == []
    assert synthetic_pack(HALF_YEAR).contents == twin.contents
    assert "syntetisk" in twin.name
    rows = lines(twin, "contacts")
    assert len(rows) > 200
    assert {row["status"] for row in lines(twin, "visits")} == {
        *("counted", "suppressed", "not_recorded", "no_workplace")
    }
    assert {row["sick_leave"] for row in rows} > {state.value for state in SickLeave if state}
    assert {status for status, _ in tallies_of(twin).values()} > {"at_least", "rows_shown"}


def test_the_synthetic_twin_has_the_columns_and_files_of_the_real_pack(pack: Pack) -> None:
    twin = synthetic_pack(HALF_YEAR)
    assert twin.contents.keys() == pack.contents.keys()
    same = (SCHEMA_PATH,)
    assert {name: twin.contents[name] for name in same} == {n: pack.contents[n] for n in same}
    descriptions = [json.loads(each.contents["datapackage.json"]) for each in (pack, twin)]
    assert descriptions[0]["resources"] == descriptions[1]["resources"]
