"""Keys are made once, stay in the encrypted store, and are new after a restore."""

import json
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.errors import Conflict
from app.models import backup as backups
from app.models.opening import open_store
from app.models.safekeeping import back_up
from app.models.store import Store
from app.models.team.cards import decode_card, encode_card, is_successor
from app.models.team.devices import Devices
from app.models.team.refusing import Reason, Refused
from app.models.team.signing import Label, identity_of, is_signed, recipient_of
from app.paths import Paths
from tests.canaries import canaries, found_in
from tests.stores import NOW, PASSPHRASE, new_store, standing_clock
from tests.team import rename


def restored(folder: Path, store: Store) -> Store:
    """Back a store up, put the backup back in its place, and open that."""
    paths = Paths(folder / "data")
    (made,) = back_up(store, paths)
    key = store.key
    assert key is not None
    store.close()
    backups.restore(made, paths, key, made.made_at)
    return open_store(paths, PASSPHRASE, clock=standing_clock())[0]


def test_keys_are_made_once(store: Store) -> None:
    devices = Devices(store)
    keys = devices.current()
    assert devices.current() == keys
    assert (keys.replaces, keys.last_seq, keys.last_hash) == ("", 0, "")
    assert keys.recipient == recipient_of(keys.identity)
    assert is_signed(keys.sign_key, Label.CARD, b"x", keys.sign(Label.CARD, b"x"))
    assert not is_signed(keys.sign_key, Label.LETTER, b"x", keys.sign(Label.CARD, b"x"))
    assert devices.card() == devices.card()


def test_two_installations_have_nothing_in_common(tmp_path: Path) -> None:
    with closing(new_store(tmp_path / "a")) as a, closing(new_store(tmp_path / "b")) as b:
        one, other = Devices(a), Devices(b)
        assert one.current().id != other.current().id
        assert one.current().seed != other.current().seed
        assert one.current().identity != other.current().identity
        assert one.ref_key() != other.ref_key()


def test_two_windows_agree_on_the_keys(tmp_path: Path) -> None:
    with closing(new_store(tmp_path)) as store:
        other, _ = open_store(Paths(tmp_path / "data"), PASSPHRASE)
        with closing(other):
            assert Devices(store).current() == Devices(other).current()
            assert Devices(store).ref_key() == Devices(other).ref_key()


def test_a_restored_store_is_a_new_device_that_the_old_one_signed(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    before, card, ref = Devices(store).current(), Devices(store).card(), Devices(store).ref_key()
    with closing(restored(tmp_path, store)) as again:
        devices = Devices(again)
        after = devices.current()
        assert after.id != before.id
        assert after.replaces == before.id
        assert after.sign_key != before.sign_key
        assert after.recipient != before.recipient
        successor = decode_card(encode_card(devices.card()))
        assert is_successor(successor, card)
        assert not is_successor(card, successor)
        # What was sealed to the old keys can still be opened; persons keep their references.
        assert devices.identities() == (after.identity, before.identity)
        assert devices.ref_key() == ref
        assert devices.current() == after


def test_every_restore_makes_another_device(tmp_path: Path) -> None:
    store, seen = new_store(tmp_path), set()
    for _ in range(3):
        seen.add(Devices(store).current().id)
        store = restored(tmp_path, store)
    seen.add(Devices(store).current().id)
    assert len(seen) == 4
    assert len(Devices(store).identities()) == 4
    store.close()


def test_a_backup_that_is_only_tried_changes_no_keys(tmp_path: Path) -> None:
    with closing(new_store(tmp_path)) as store:
        keys = Devices(store).current()
        (made,) = back_up(store, Paths(tmp_path / "data"))
        backups.verify_backup(made, PASSPHRASE)
        assert Devices(store).current() == keys


def test_letters_are_numbered_without_a_gap(store: Store) -> None:
    devices = Devices(store)
    devices.note_letter(1, "a" * 64)
    for wrong in (1, 3):
        with pytest.raises(Conflict):
            devices.note_letter(wrong, "b" * 64)
    devices.note_letter(2, "b" * 64)
    assert (devices.current().last_seq, devices.current().last_hash) == (2, "b" * 64)


def test_a_number_is_taken_back_with_its_transaction(store: Store) -> None:
    def number_and_fail() -> None:
        with store.atomic():
            Devices(store).note_letter(1, "a" * 64)
            raise RuntimeError("the letter could not be kept")

    with pytest.raises(RuntimeError):
        number_and_fail()
    assert Devices(store).current().last_seq == 0


def test_a_card_names_whoever_uses_the_installation(store: Store) -> None:
    before = Devices(store).card()
    rename(store, "ÆØ", "Ærlig\n\x00Østergaard\u202e " + "x" * 200)
    card = decode_card(encode_card(Devices(store).card()))
    assert (card.initials, card.fingerprint) == ("ÆØ", before.fingerprint)
    assert card.name.startswith("Ærlig  Østergaard  xxx")
    assert len(card.name) == 80


def test_no_secret_is_shown_or_lies_outside_the_store(tmp_path: Path) -> None:
    with closing(new_store(tmp_path)) as store:
        devices = Devices(store)
        keys = devices.current()
        assert store.key is not None
        assert repr(keys) == f"DeviceKeys({keys.id})"
        secrets = canaries(store.key, (keys.identity, keys.seed.hex(), devices.ref_key().hex()))
        secrets |= {"seed": keys.seed, "ref": devices.ref_key()}
        assert found_in(tmp_path, secrets) == []


def change(card: bytes, **fields: object) -> bytes:
    return json.dumps(json.loads(card) | fields, separators=(",", ":"), ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"name": "En anden"}, Reason.BAD_SIGNATURE),
        ({"made_on": "2026-01-01"}, Reason.BAD_SIGNATURE),
        ({"sign_key": "A" * 43 + "="}, Reason.BAD_SIGNATURE),
        ({"signature": ""}, Reason.BAD_SIGNATURE),
        ({"signature": "A" * 86 + "=="}, Reason.BAD_SIGNATURE),
        ({"recipient": "age1nobody"}, Reason.DAMAGED),
        ({"recipient": ""}, Reason.DAMAGED),
        ({"sign_key": "AAAA"}, Reason.DAMAGED),
        ({"device": "../../etc"}, Reason.DAMAGED),
        ({"name": ""}, Reason.DAMAGED),
        ({"name": "  "}, Reason.DAMAGED),
        ({"name": "Karen\nMøller"}, Reason.DAMAGED),
        ({"name": "x" * 81}, Reason.DAMAGED),
        ({"replaces": "00000000-0000-7000-8000-000000000000"}, Reason.DAMAGED),
        ({"more": 1}, Reason.DAMAGED),
        ({"format": "vejviser-card/2"}, Reason.NEWER_FORMAT),
        ({"format": "vejviser-roster/1"}, Reason.NOT_A_CARD),
        ({"name": "x" * 5000}, Reason.TOO_LARGE),
    ],
)
def test_a_card_that_was_changed_is_refused(
    store: Store, fields: dict[str, object], reason: Reason
) -> None:
    with pytest.raises(Refused) as caught:
        decode_card(change(encode_card(Devices(store).card()), **fields))
    assert caught.value.reason is reason


def test_a_card_survives_the_mail_but_no_rewriting(store: Store) -> None:
    data = encode_card(Devices(store).card())
    assert decode_card(b"\r\n" + data + b"\r\n") == decode_card(data)
    for other in (b"", b"{}", b"[1]", b"null", data[:-1], data + b"{}", data.replace(b":", b": ")):
        with pytest.raises(Refused):
            decode_card(other)


def test_every_secret_makes_an_identity_that_the_age_library_reads() -> None:
    secrets = [bytes([n] * 32) for n in range(256)]
    recipients = {recipient_of(identity_of(secret)) for secret in secrets}
    # X25519 leaves five bits of a secret out, so some of these are the same key.
    assert len(recipients) >= 256 // 16
    assert all(recipient.startswith("age1") for recipient in recipients)


def test_a_store_has_its_keys_from_the_beginning_so_that_every_backup_has_them(
    tmp_path: Path,
) -> None:
    store = new_store(tmp_path, standing_clock(NOW - timedelta(days=90)))
    made = store.database.execute("SELECT id FROM device").fetchall()
    assert len(made) == 1, "nobody has asked for them yet"
    with closing(restored(tmp_path, store)) as again:
        assert Devices(again).card().replaces == made[0][0]


def test_the_date_of_a_card_is_the_day_on_which_it_was_first_asked_for(tmp_path: Path) -> None:
    with closing(new_store(tmp_path, standing_clock(NOW - timedelta(days=90)))) as store:
        store.clock = standing_clock()
        card = Devices(store).card()
        assert card.made_on == NOW.date()
        store.clock = standing_clock(NOW + timedelta(days=9))
        assert Devices(store).card() == card
