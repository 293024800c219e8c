import hashlib
import os
import stat
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import DamagedEnvelope, InvalidInput, NotFound, UserError, WrongPassphrase
from app.models import keys
from app.models.cipher import DataKey
from app.models.keys import Envelope, KdfParameters
from app.models.recovery_code import MistypedCode
from tests.crashing import crash_at_every_step

CHEAP = KdfParameters(passes=1, memory_kib=64, lanes=1)
OLD = "fire små grå æsler"
NEW = "grøn traktor i regnvejr"


def small_envelope(passphrase: str = OLD) -> tuple[Envelope, DataKey, str]:
    return keys.create_envelope(passphrase, params=CHEAP)


ENVELOPE, KEY, CODE = small_envelope()
DATA = keys.encode_envelope(ENVELOPE)


def test_the_passphrase_and_the_recovery_code_both_open_the_same_key() -> None:
    assert keys.open_with_passphrase(ENVELOPE, OLD) == KEY
    assert keys.open_with_recovery_code(ENVELOPE, CODE) == KEY
    assert keys.open_with_recovery_code(ENVELOPE, CODE.lower().replace("-", " ")) == KEY


def test_what_ships_costs_at_least_three_passes_over_64_mib() -> None:
    envelope, key, _ = keys.create_envelope(OLD)
    for slot in envelope.slots:
        assert slot.kdf.passes >= 3
        assert slot.kdf.memory_kib >= 64 * 1024
    assert keys.open_with_passphrase(envelope, OLD) == key


def test_two_installations_share_nothing() -> None:
    other, other_key, other_code = small_envelope()
    assert other_key != KEY
    assert other_code != CODE
    assert other.key_id != ENVELOPE.key_id
    assert {slot.salt for slot in other.slots}.isdisjoint(slot.salt for slot in ENVELOPE.slots)


def test_the_passphrase_is_the_same_from_every_keyboard() -> None:
    composed, decomposed = "blåbærgrød på fad", "bla\u030abærgrød pa\u030a fad"
    envelope, key, _ = small_envelope(composed)
    assert keys.open_with_passphrase(envelope, decomposed) == key


@pytest.mark.parametrize(
    "wrong", ["", OLD + " ", OLD.upper(), NEW, "\ud800", pytest.param(CODE, id="another code")]
)
def test_a_wrong_passphrase_is_called_that(wrong: str) -> None:
    with pytest.raises(WrongPassphrase) as caught:
        keys.open_with_passphrase(ENVELOPE, wrong)
    assert caught.value.exit_code == 3
    assert "Adgangssætningen passer ikke." in caught.value.message("da")


def test_a_slip_in_the_code_and_the_code_of_other_data_are_told_apart() -> None:
    slip = ("X" if CODE[0] != "X" else "Y") + CODE[1:]
    with pytest.raises(MistypedCode):
        keys.open_with_recovery_code(ENVELOPE, slip)
    with pytest.raises(WrongPassphrase):
        keys.open_with_recovery_code(ENVELOPE, small_envelope()[2])


def test_a_new_passphrase_replaces_the_old_one_and_nothing_else() -> None:
    changed = keys.change_passphrase(ENVELOPE, KEY, NEW, params=CHEAP)
    assert keys.open_with_passphrase(changed, NEW) == KEY
    assert keys.open_with_recovery_code(changed, CODE) == KEY
    with pytest.raises(WrongPassphrase):
        keys.open_with_passphrase(changed, OLD)


def test_a_new_recovery_code_makes_the_old_sheet_void() -> None:
    renewed, code = keys.renew_recovery_code(ENVELOPE, KEY, params=CHEAP)
    assert keys.open_with_recovery_code(renewed, code) == KEY
    assert keys.open_with_passphrase(renewed, OLD) == KEY
    with pytest.raises(WrongPassphrase):
        keys.open_with_recovery_code(renewed, CODE)


def test_a_short_passphrase_is_refused_for_new_and_for_changed_envelopes() -> None:
    with pytest.raises(InvalidInput):
        keys.create_envelope("kort", params=CHEAP)
    with pytest.raises(InvalidInput):
        keys.change_passphrase(ENVELOPE, KEY, "kort", params=CHEAP)


def test_a_key_of_other_data_is_never_wrapped_into_an_envelope() -> None:
    stranger = DataKey(os.urandom(32))
    assert not keys.belongs_to(ENVELOPE, stranger)
    with pytest.raises(ValueError, match="another envelope"):
        keys.change_passphrase(ENVELOPE, stranger, NEW, params=CHEAP)


def test_the_key_is_in_no_text_about_it_and_not_in_the_file() -> None:
    raw = KEY.reveal()
    assert raw.hex() not in repr(KEY)
    assert raw not in DATA
    assert raw.hex().encode() not in DATA
    assert CODE.encode() not in DATA


def test_the_file_is_the_owners_and_reads_back_as_written(tmp_path: Path) -> None:
    path = tmp_path / "vejviser.key.json"
    keys.write_envelope(path, ENVELOPE)
    assert keys.read_envelope(path) == ENVELOPE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


def test_every_flipped_bit_is_damage_and_never_a_wrong_passphrase() -> None:
    for place in range(len(DATA)):
        for bit in range(8):
            flipped = bytearray(DATA)
            flipped[place] ^= 1 << bit
            with pytest.raises(DamagedEnvelope):
                keys.decode_envelope(bytes(flipped))


@given(
    st.integers(0, len(DATA)),
    st.integers(0, len(DATA)),
    st.binary(max_size=40) | st.sampled_from([b" ", b"\n", b"null", b'"', b"{}", b"[" * 40]),
)
def test_every_cut_and_paste_is_damage_unless_nothing_changed(
    start: int, end: int, pasted: bytes
) -> None:
    changed = DATA[: min(start, end)] + pasted + DATA[max(start, end) :]
    if changed == DATA:
        return
    with pytest.raises(DamagedEnvelope):
        keys.decode_envelope(changed)


@given(st.binary(max_size=300))
def test_any_other_file_is_damage(data: bytes) -> None:
    with pytest.raises(DamagedEnvelope):
        keys.decode_envelope(data)


def resealed(body: object, version: int = keys.VERSION) -> bytes:
    """The bytes of someone who knows the format and recomputes the checksum."""
    raw = msgspec.json.encode(body)
    checksum = hashlib.sha256(f"vejviser-key/{version}\n".encode() + raw).hexdigest()
    return msgspec.json.encode(
        {"format": "vejviser-key", "version": version, "checksum": checksum, "body": body}
    )


def body() -> dict[str, object]:
    parts: dict[str, object] = msgspec.json.decode(DATA)["body"]
    return parts


def test_a_recomputed_checksum_does_not_make_a_changed_header_open() -> None:
    weakened = body()
    weakened["slots"][0]["kdf"]["passes"] = 2  # type: ignore[index]
    envelope = keys.decode_envelope(resealed(weakened))
    with pytest.raises(WrongPassphrase):
        keys.open_with_passphrase(envelope, OLD)

    renamed = body()
    renamed["key_id"] = "0" * 32
    envelope = keys.decode_envelope(resealed(renamed))
    with pytest.raises(WrongPassphrase):
        keys.open_with_passphrase(envelope, OLD)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("memory_kib", 1024 * 1024 * 1024),
        ("memory_kib", -1),
        ("passes", 1_000_000),
        ("passes", 0),
        ("lanes", 1000),
        ("memory_kib", 1.5),
        ("threads", 1),
    ],
)
def test_a_hostile_file_cannot_ask_for_all_memory_or_all_time(field: str, value: float) -> None:
    hostile = body()
    hostile["slots"][0]["kdf"][field] = value  # type: ignore[index]
    with pytest.raises(DamagedEnvelope):
        keys.decode_envelope(resealed(hostile))


def test_slots_of_a_wrong_kind_number_or_length_are_damage() -> None:
    for change in (
        lambda slots: slots.pop(),
        lambda slots: slots.append(slots[0]),
        lambda slots: slots[1].update(kind="passphrase"),
        lambda slots: slots[1].update(kind="master key"),
        lambda slots: slots[0].update(nonce=""),
        lambda slots: slots[0].update(salt="AAAA"),
        lambda slots: slots[0].update(wrapped="AAAA"),
    ):
        changed = body()
        change(changed["slots"])
        with pytest.raises(DamagedEnvelope):
            keys.decode_envelope(resealed(changed))


def test_an_envelope_of_a_later_version_is_not_called_damaged() -> None:
    with pytest.raises(UserError) as caught:
        keys.decode_envelope(resealed({"keyring": []}, version=2))
    assert not isinstance(caught.value, DamagedEnvelope)
    assert "nyere udgave" in caught.value.message("da")


def test_a_missing_and_a_huge_file_are_explained(tmp_path: Path) -> None:
    path = tmp_path / "vejviser.key.json"
    with pytest.raises(NotFound):
        keys.read_envelope(path)
    path.write_bytes(b"[" * 10_000_000)
    with pytest.raises(DamagedEnvelope) as caught:
        keys.read_envelope(path)
    assert caught.value.exit_code == 4
    assert path.stat().st_size == 10_000_000


def test_a_full_or_forbidden_folder_leaves_the_old_envelope(tmp_path: Path) -> None:
    path = tmp_path / "vejviser.key.json"
    keys.write_envelope(path, ENVELOPE)
    (tmp_path / (path.name + ".part")).mkdir()  # stands in the way of the new file
    with pytest.raises(UserError):
        keys.write_envelope(path, small_envelope()[0])
    assert path.read_bytes() == DATA


def test_a_previous_envelope_goes_once_the_new_one_is_known_to_be_whole(tmp_path: Path) -> None:
    path = tmp_path / "vejviser.key.json"
    keys.write_envelope(path, ENVELOPE)
    previous = keys.previous_envelope(path)

    previous.write_bytes(DATA)
    path.write_bytes(DATA[:-9])
    with pytest.raises(DamagedEnvelope):
        keys.read_envelope(path)
    assert previous.read_bytes() == DATA

    path.write_bytes(DATA)
    keys.read_envelope(path)
    assert not previous.exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_dying_at_any_step_of_a_change_leaves_an_envelope_that_opens(tmp_path: Path) -> None:
    path = tmp_path / "vejviser.key.json"
    keys.write_envelope(path, ENVELOPE)
    changed = keys.change_passphrase(ENVELOPE, KEY, NEW, params=CHEAP)
    opened_by = []

    def check() -> None:
        found = keys.read_envelope(path)
        opened_by.append(NEW if found == changed else OLD)
        assert keys.open_with_passphrase(found, opened_by[-1]) == KEY
        keys.write_envelope(path, ENVELOPE)

    deaths = crash_at_every_step(lambda: keys.write_envelope(path, changed), check)

    assert deaths >= 8
    assert opened_by == sorted(opened_by)  # the old one until the rename, then the new one
    assert set(opened_by) == {OLD, NEW}
