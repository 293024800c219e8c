"""The schema grows by steps that never change; an old store is backed up before it is touched."""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.errors import UserError
from app.export.outside.kept import read
from app.export.outside.profiles import Profile
from app.export.outside.releasing import Asked, read_request
from app.models.backup import list_backups, row_counts, verify_backup
from app.models.cipher import (
    Database,
    DataKey,
    IntegrityError,
    integrity,
    open_database,
)
from app.models.frozen import unpack
from app.models.inquiry_drafts import read_draft
from app.models.linking import unlink_contact
from app.models.merging import split_person
from app.models.migrations import SHIPPED
from app.models.opening import open_store, open_with_key
from app.models.periods import Period
from app.models.plan import PlanStatus, find_planned, read_plan
from app.models.planning import plan_visit
from app.models.schema import STEP_NAMES, pending_steps
from app.models.sqlite_tools import Migrations
from app.models.store import Store
from app.models.tallies import tally
from app.models.types import AgeBand, TermKind
from app.paths import Paths
from tests.data.stores import make
from tests.records import add_contact, add_person
from tests.stores import PASSPHRASE, fingerprints, new_store

SCHEMAS = {
    "m0001_first_schema": "44de97eb8f10d6c97084909aea119ca0",
    "m0002_presence_plan": "62492e030173f0bac5959a23bd50b1e1",
    "m0003_people_and_promises": "690e9232b7c62c9ce6c56bebb95669e6",
    "m0004_month_close": "6b71a4d8ba930ac2621ee1c2f665d81e",
    "m0005_releases": "15add322317711bab6a3e256d733cb3d",
    "m0006_many_laptops": "59d74643bfb1d05efdecf20d9d439766",
    "m0007_receptions": "b417e1b7a426229c2ea4ca19b2d87a11",
    "m0008_days_of_referrals": "42887a3a7e36907c46d1a32d817ae010",
}
"""The hash of the whole schema after each step. A released line never changes: add a step."""

OLD_STORES = sorted(make.HERE.glob("schema-*"), key=lambda folder: int(folder.name[7:]))
WITH_A_PLAN = OLD_STORES[1:]
WITH_IDENTITIES = OLD_STORES[2:]
WITH_CLOSED_MONTHS = OLD_STORES[3:]
WITH_RELEASES = OLD_STORES[4:]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    key = DataKey(bytes(range(32)))
    with closing(open_database(tmp_path / "vejviser.db", key, create=True)) as opened:
        yield opened


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A closed installation with one contact of one person."""
    with closing(new_store(tmp_path)) as store:
        add_contact(store, add_person(store, "Lone Bæk"))
    return Paths(tmp_path / "data")


def reopened(paths: Paths, steps: Migrations = SHIPPED) -> Store:
    first, key = open_store(paths, PASSPHRASE)
    first.close()
    return open_with_key(paths, key, clock=lambda: datetime(2027, 1, 4, tzinfo=UTC), steps=steps)


def later_release() -> Migrations:
    """Return the steps of a release to come, without any of its own yet."""
    steps = Migrations("vejviser")
    for name in STEP_NAMES:
        steps(name=name)(lambda db: None)
    return steps


def schema_hash(db: Database) -> str:
    rows = db.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE tbl_name NOT LIKE '%sqlite%' ORDER BY 1, 2"
    ).fetchall()
    return hashlib.sha256(repr(rows).encode()).hexdigest()[:32]


def test_the_names_of_the_steps_are_in_order_and_counted_through(database: Database) -> None:
    assert pending_steps(database) == STEP_NAMES
    assert tuple(step.name for step in SHIPPED.pending(database)) == STEP_NAMES
    assert len(set(STEP_NAMES)) == len(STEP_NAMES)
    assert [name[:6] for name in STEP_NAMES] == [
        f"m{number:04}_" for number in range(1, len(STEP_NAMES) + 1)
    ]


def test_no_step_that_was_shipped_has_changed(database: Database) -> None:
    found = {}
    for name, following in zip(STEP_NAMES, (*STEP_NAMES[1:], None), strict=True):
        SHIPPED.apply(database, stop_before=following)
        found[name] = schema_hash(database)
    assert found == SCHEMAS


def test_steps_are_taken_once(database: Database) -> None:
    SHIPPED.apply(database)
    before = schema_hash(database)
    SHIPPED.apply(database)
    assert pending_steps(database) == ()
    assert schema_hash(database) == before
    assert integrity(database) == []


def test_a_store_without_pending_steps_is_opened_without_a_backup(paths: Paths) -> None:
    reopened(paths).close()
    assert list_backups(paths.backups) == []


def test_an_older_store_is_backed_up_and_then_brought_up_to_date(paths: Paths) -> None:
    steps = later_release()

    @steps()
    def m0999_mood(db: Database) -> None:
        db.execute("ALTER TABLE inquiry ADD COLUMN mood TEXT NOT NULL DEFAULT ''")

    with closing(reopened(paths, steps)) as store:
        assert store.database.execute("SELECT mood FROM inquiry").fetchall() == [("",)]
        assert store.people.count() == store.inquiries.count() == 1
    (backup,) = list_backups(paths.backups)
    counts = verify_backup(backup, PASSPHRASE)
    assert (counts["inquiry"], counts["_sqlite_migrations"]) == (1, len(STEP_NAMES))


def test_a_step_that_fails_leaves_everything_as_it_was(paths: Paths) -> None:
    with closing(reopened(paths)) as store:
        before, schema = row_counts(store.database), schema_hash(store.database)
    steps = later_release()

    @steps()
    def m0999_fails_late(db: Database) -> None:
        db.execute("CREATE TABLE mood (id TEXT PRIMARY KEY) STRICT")
        db.execute("UPDATE person SET phone = 'lost'")
        db.execute("UPDATE person SET name = ''")  # against a CHECK

    with pytest.raises(IntegrityError):
        reopened(paths, steps)

    (backup,) = list_backups(paths.backups)
    assert verify_backup(backup, PASSPHRASE) == before
    with closing(reopened(paths)) as store:  # the release before goes on working with it
        assert schema_hash(store.database) == schema
        assert row_counts(store.database) == before
        assert [(p.name, p.phone) for p in store.people.all()] == [("Lone Bæk", "")]
        assert integrity(store.database) == []


def test_without_a_backup_no_step_is_taken(paths: Paths) -> None:
    paths.backups.write_text("a file where the folder should be")
    steps = later_release()

    @steps()
    def m0999_never(db: Database) -> None:
        raise AssertionError("taken without a backup")

    with pytest.raises(UserError):
        reopened(paths, steps)


def test_a_store_of_a_newer_release_is_refused_and_not_touched(paths: Paths) -> None:
    steps = later_release()

    @steps()
    def m0999_newer(db: Database) -> None:
        db.execute("CREATE TABLE mood (id TEXT PRIMARY KEY) STRICT")

    reopened(paths, steps).close()
    before = fingerprints(paths.data_dir)
    with pytest.raises(UserError) as caught:
        open_store(paths, PASSPHRASE)
    assert "Den er skrevet af en nyere udgave af Vejviser." in caught.value.message("da")
    assert "Install the newest release." in caught.value.message("en")
    assert fingerprints(paths.data_dir) == before


def test_every_released_schema_has_a_store_to_try() -> None:
    assert len(OLD_STORES) == len(STEP_NAMES)


@pytest.mark.parametrize("folder", OLD_STORES, ids=lambda folder: folder.name)
def test_an_old_store_opens_and_its_figures_are_right(folder: Path, tmp_path: Path) -> None:
    kept = fingerprints(folder)
    paths = Paths(tmp_path / "data")
    shutil.copytree(folder, paths.data_dir)
    store, _ = open_store(paths, make.PASSPHRASE)
    with closing(store):
        assert pending_steps(store.database) == ()
        assert integrity(store.database) == []
        figures = tally(store, Period.month(make.MONDAY))
        contacts, visits = figures.contacts, figures.visits
        assert (contacts.first, contacts.returning, contacts.anonymous) == (2, 1, 1)
        assert (contacts.phone_no_workplace, contacts.all) == (1, 5)
        assert {row.workplace: row.all for row in figures.by_workplace} == {
            "AERO": 1,
            "VESTAS-LEM": 2,
        }
        assert (visits.held, visits.zero, visits.contacts) == (2, 1, 2)
        mentioned = {code: n for code, n in figures.reasons.all.by_code.items() if n}
        assert mentioned == {"P01": 2, "P02": 2, "S01": 3, "F05": 1}
        given = {code: n for code, n in figures.advice.all.by_code.items() if n}
        assert given == {"A01": 3, "A04": 3, "A16": 1}
    assert fingerprints(folder) == kept


@pytest.mark.parametrize("folder", OLD_STORES, ids=lambda folder: folder.name)
def test_an_old_store_gives_its_records_back_and_can_be_worked_on(
    folder: Path, tmp_path: Path
) -> None:
    paths = Paths(tmp_path / "data")
    shutil.copytree(folder, paths.data_dir)
    store, _ = open_store(paths, make.PASSPHRASE)
    with closing(store):
        lone, jens = store.people.search("lone")[0], store.people.search("jens")[0]
        assert (lone.birth_year, lone.phone) == (1974, "20 30 40 50")
        assert store.inquiries.of_person(jens.id)[0].reasons == ("P01", "S01")
        lem = store.workplaces.by_code("VESTAS-LEM")
        assert lem is not None
        assert [offer.provider for offer in store.offers.of_workplace(lem.id)] == ["Stifinder"]
        assert [contact.name for contact in lem.contacts] == ["Bente Lund"]
        assert lone.id in {promise.person_id for promise in store.followups.open()}
        assert store.settings.lock_minutes == 3
        assert store.imported_rows.known() == {"5f3a"}
        retired = {t.code: t.retired_on for t in store.taxonomy.terms(TermKind.REASON, date.max)}
        assert retired["R04"] == date(2026, 7, 1)
        draft = read_draft(store)
        assert draft is not None
        assert draft.note == "Kun begyndt"

        corrected = next(i for i in map(store.inquiries.get, ids_of(store)) if i.note == "Rettet")
        assert corrected.age_band is AgeBand.FROM_29
        # What was done in the old release can be taken back in this one.
        store.undo(store.audit.of_record(corrected.id)[-1].change_set)
        assert store.inquiries.get(corrected.id).note == ""
        add_contact(store, jens)


@pytest.mark.parametrize("folder", OLD_STORES, ids=lambda folder: folder.name)
def test_an_old_store_can_be_planned_in(folder: Path, tmp_path: Path) -> None:
    paths = Paths(tmp_path / "data")
    shutil.copytree(folder, paths.data_dir)
    store, _ = open_store(paths, make.PASSPHRASE)
    with closing(store):
        held = read_plan(store, make.MONDAY, make.MONDAY)
        assert [(visit.status, visit.contacts) for visit in held] == [
            (PlanStatus.HELD, 2),
            (PlanStatus.HELD, 0),
        ]
        lem = store.workplaces.by_code("VESTAS-LEM")
        assert lem is not None
        day = date(2099, 3, 2)
        planned = plan_visit(store, workplace_id=lem.id, day=day, time="09:00", minutes=60)
        assert [visit.id for visit in read_plan(store, day, day)] == [planned.id]


@pytest.mark.parametrize("folder", WITH_A_PLAN, ids=lambda folder: folder.name)
def test_a_plan_is_read_as_it_was_made(folder: Path, tmp_path: Path) -> None:
    paths = Paths(tmp_path / "data")
    shutil.copytree(folder, paths.data_dir)
    store, _ = open_store(paths, make.PASSPHRASE)
    with closing(store):
        december = read_plan(store, date(2026, 12, 1), date(2026, 12, 31))
        assert [
            (f"{visit.start:%d %H.%M}", visit.status.value, visit.room, visit.counsellors)
            for visit in december
        ] == [
            ("02 10.30", "moved", "Kantinen", ("KM",)),
            ("04 23.30", "planned", "", ("KM",)),
            ("15 08.00", "planned", "Lager", ("JB",)),
            ("29 08.00", "cancelled", "Kantinen", ("KM", "JB")),
        ]
        (january,) = read_plan(store, date(2027, 1, 1), date(2027, 1, 17))
        assert (january.day, january.address) == (date(2027, 1, 12), "Bagvej 2")
        (activity,) = store.activities.between(date(2026, 12, 8), date(2026, 12, 8))
        assert (activity.topics, len(activity.workplace_ids)) == (("T01", "T02"), 2)
        (closed,) = store.closing_days.between(date(2026, 12, 31), date(2026, 12, 31))
        assert closed.reason == "Juleferie"
        # What was arranged in the old release can be taken back in this one.
        cancelled = december[-1]
        store.undo(store.audit.of_record(cancelled.id)[-1].change_set)
        assert find_planned(store, cancelled.id).status is PlanStatus.PLANNED


@pytest.mark.parametrize("folder", WITH_IDENTITIES, ids=lambda folder: folder.name)
def test_who_was_linked_and_merged_can_be_told_apart_again(folder: Path, tmp_path: Path) -> None:
    paths = Paths(tmp_path / "data")
    shutil.copytree(folder, paths.data_dir)
    store, _ = open_store(paths, make.PASSPHRASE)
    with closing(store):
        (pia,) = store.people.search("pia")
        (word,) = store.aliases.search("cykel")
        assert (word.contacts, store.aliases.anonymous(word.alias_id)) == (2, 1)
        assert len(store.inquiries.of_person(pia.id)) == 3
        assert len(store.different_people.others(pia.id)) == 1
        (merged,) = store.people.merged_under(pia.id)
        assert len(store.inquiries.of_person(split_person(store, merged).id)) == 1
        linked, _ = store.aliases.contacts(word.alias_id)
        assert unlink_contact(store, linked).said_returning


@pytest.mark.parametrize("folder", WITH_CLOSED_MONTHS, ids=lambda folder: folder.name)
def test_a_closed_month_is_read_as_it_was_frozen(folder: Path, tmp_path: Path) -> None:
    paths = Paths(tmp_path / "data")
    shutil.copytree(folder, paths.data_dir)
    store, _ = open_store(paths, make.PASSPHRASE)
    with closing(store):
        october = Period.month(date(2026, 10, 1))
        first, second = store.month_closes.revisions("2026-10")
        assert (second.revision, second.reason) == (2, "En henvendelse manglede")
        assert store.month_closes.releases(first.id) == ("test-1",)
        counted = []
        for close in (first, second):
            span = unpack(close.figures).span(october)
            assert span is not None
            whole = span.scope(())
            assert whole is not None
            counted.append((whole.told.contacts.all, whole.cells["contacts"]["all"].persons))
        # The two contacts of a code word were of one person, of which one was then linked.
        assert counted == [(5, 3), (6, 4)]


@pytest.mark.parametrize("folder", WITH_RELEASES, ids=lambda folder: folder.name)
def test_a_release_is_read_as_it_went_out(folder: Path, tmp_path: Path) -> None:
    paths = Paths(tmp_path / "data")
    shutil.copytree(folder, paths.data_dir)
    store, _ = open_store(paths, make.PASSPHRASE)
    with closing(store):
        (kept,) = read(store.releases.all())
        assert kept.release.id == "2026-10-steering-2"
        assert kept.release.figures["project|2026-10|contacts|all@2!"] == 6
        again = Asked(Profile.STEERING, Period.month(date(2026, 10, 1)))
        assert read_request(store, again).done == kept


def ids_of(store: Store) -> list[str]:
    return [i for (i,) in store.database.execute("SELECT id FROM inquiry").fetchall()]
