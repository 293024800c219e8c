"""What the check of a store finds."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import DamagedEnvelope, DamagedStore
from app.models import keys
from app.models.checks import check_store
from app.models.demo import build_demo
from app.models.erasure import erase_person
from app.models.merging import merge_people
from app.paths import Paths
from tests.records import add_contact, add_person, add_rule, add_workplace
from tests.stores import CHEAP, PASSPHRASE, new_store, standing_clock

CLOCK = standing_clock(datetime(2026, 11, 20, 15, tzinfo=UTC))


def test_a_sound_store_is_counted(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    store, key = build_demo(paths, clock=CLOCK, params=CHEAP)
    result = check_store(store, key, paths)
    result.raise_if_damaged()
    said = [" ".join(line.en.split()) for line in result.lines]
    assert "Database and key file: sound" in said
    assert {"250 inquiries", "146 persons", "17 workplaces"} <= set(said)
    store.close()


def test_persons_are_those_who_stand(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "data")
    store = new_store(tmp_path)
    lone, again, gone = (add_person(store, name) for name in ("Lone Bæk", "Lone Baek", "Bo Holm"))
    add_contact(store, gone)
    merge_people(store, lone.id, again.id)
    erase_person(store, paths, gone.id)
    assert store.key is not None
    lines = [" ".join(line.da.split()) for line in check_store(store, store.key, paths).lines]
    store.close()
    assert "1 person" in lines


def test_one_of_a_kind_is_named_as_one(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    assert store.key is not None
    vejle = add_workplace(store, "VEJLE")
    lone = add_person(store)
    add_contact(store, lone, workplace_id=vejle.id)
    add_rule(store, vejle)
    result = check_store(store, store.key, Paths(tmp_path / "data"))
    store.close()
    for language, one, none in (
        ("da", "arbejdsplads fremmøderegel henvendelse person vejleder", "fremmøder henvisninger"),
        ("en", "workplace inquiry person counsellor", "visits follow-ups referrals offers"),
    ):
        lines = {" ".join(getattr(line, language).split()) for line in result.lines}
        assert {f"1 {each}" for each in one.split()} <= lines
        assert {f"0 {each}" for each in none.split()} <= lines


def test_everything_that_is_wrong_is_named(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    store, key = build_demo(paths, clock=CLOCK, params=CHEAP)
    other, _, _ = keys.create_envelope(PASSPHRASE, params=CHEAP)
    keys.write_envelope(paths.envelope, other)
    store.database.execute("INSERT INTO inquiry_reason VALUES (1, 9, 'X9')")
    store.database.execute("PRAGMA foreign_keys = OFF")
    store.database.execute("INSERT INTO activity_topic VALUES ('talk', 0, 'T99')")
    store.database.execute("DELETE FROM reason_group WHERE code = 'O'")
    result = check_store(store, key, paths)
    found = "\n".join(result.damage)
    for damage in (
        "the key file belongs to another database",
        "recorded reason X9 is not in the code list",
        "recorded topic T99 is not in the list of topics",
        "code O01 has no group",
        "term: row",
    ):
        assert damage in found
    with pytest.raises(DamagedStore) as caught:
        result.raise_if_damaged()
    assert "X9" in caught.value.why.en
    store.close()


def test_a_key_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    store, key = build_demo(paths, clock=CLOCK, params=CHEAP)
    paths.envelope.write_bytes(b"{}")
    with pytest.raises(DamagedEnvelope):
        check_store(store, key, paths)
    store.close()
