"""What one laptop writes another reads, and nobody else; every attack is refused with its reason."""

import tracemalloc
import zlib
from datetime import date
from pathlib import Path

import msgspec
import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.export.letters import letter as letters
from app.export.letters.letter import (
    LARGEST_FILE,
    LARGEST_PAYLOAD,
    Kind,
    open_sealed,
    put_together,
    read_letter,
    seal,
    write_letter,
)
from app.export.letters.letter_files import letter_name, load_file, save_letter
from app.export.letters.senders import open_letter, recipients_of, verify_sender
from app.models.cipher import integrity
from app.models.team.devices import Devices
from app.models.team.recovery import recovery_keys
from app.models.team.refusing import Reason, Refused
from app.models.team.roster import Member, Status
from app.models.team.signing import SIGNATURE_BYTES, digest
from tests.team import TODAY, Team, a_summary, a_team, forged, refused, sealed, stranger

HEADER = len(b"VEJVISER-LETTER/1\n") + 4


def reason(team: Team, data: bytes) -> Reason:
    """Return why the lead refuses a sealed file; the lead's store stays as it is."""
    before = team.lead.database.conn.total_changes
    with pytest.raises(Refused) as caught:
        team.opened(data)
    assert team.lead.database.conn.total_changes == before
    assert all(text.da and text.en for text in (caught.value.why, caught.value.next_step))
    return caught.value.reason


def test_a_letter_is_read_as_it_was_written(team: Team) -> None:
    keys = team.keys("AB")
    payload = "Tal fra Ærø".encode() * 1000
    inner = a_summary(team, keys, payload)
    opened = team.opened(sealed(team, inner))
    header = opened.letter.header
    assert opened.letter.payload == payload
    assert opened.sender.card.initials == "AB"
    assert (header.kind, header.month, header.revision) == (Kind.SUMMARY, "2026-10", 1)
    assert (header.seq, header.previous, header.made_at) == (1, "", TODAY)
    assert len(sealed(team, inner)) < len(payload) / 5


@given(payload=st.binary(max_size=3000))
def test_any_payload_comes_back(team: Team, payload: bytes) -> None:
    assert (
        team.opened(sealed(team, a_summary(team, team.keys("CD"), payload))).letter.payload
        == payload
    )


def test_letters_are_numbered_and_chained(tmp_path: Path) -> None:
    with a_team(tmp_path, "AB") as team:
        devices = Devices(team.counsellors["AB"])
        first = read_letter(a_summary(team, devices.current()))
        devices.note_letter(first.header.seq, first.hash)
        second = read_letter(a_summary(team, devices.current()))
        assert (second.header.seq, second.header.previous) == (2, first.hash)


def test_the_recovery_key_reads_every_summary(team: Team) -> None:
    recovery = recovery_keys(team.code)
    data = sealed(team, a_summary(team, team.keys("AB")))
    opened = open_letter(data, (recovery.identity,), (recovery.public.recipient,), team.roster)
    assert opened.sender.card.initials == "AB"


def test_nothing_readable_stands_in_a_sealed_letter(team: Team) -> None:
    data = sealed(team, a_summary(team, team.keys("AB"), b"kanariefugl" * 20))
    for canary in (
        b"kanariefugl",
        b"2026-10",
        b"summary",
        team.keys("AB").id.encode(),
        b"VEJVISER",
    ):
        assert canary not in data
        assert zlib.compress(canary)[2:8] not in data
    # Two letters of the same content have nothing in common but the name of the format.
    assert data[22:] != sealed(team, a_summary(team, team.keys("AB"), b"kanariefugl" * 20))[22:]


def test_a_letter_sealed_to_others_is_refused(team: Team) -> None:
    inner = a_summary(team, team.keys("AB"))
    assert reason(team, seal(inner, (team.keys("CD").recipient,))) is Reason.WRONG_RECIPIENT


def test_a_letter_that_was_passed_on_is_refused(team: Team) -> None:
    """The lead seals what a counsellor wrote anew, to another counsellor."""
    reader = team.counsellors["CD"]
    passed_on = seal(a_summary(team, team.keys("AB")), (team.keys("CD").recipient,))
    with pytest.raises(Refused) as caught:
        team.opened(passed_on, reader)
    assert caught.value.reason is Reason.NOT_FOR_YOU


def test_a_sender_whom_nobody_knows_is_refused(team: Team) -> None:
    assert reason(team, sealed(team, a_summary(team, stranger()))) is Reason.UNKNOWN_SENDER


def test_a_stranger_in_the_name_of_a_member_is_refused(team: Team) -> None:
    known = team.keys("AB").id
    assert (
        reason(team, sealed(team, forged(team, stranger(), sender=known))) is Reason.BAD_SIGNATURE
    )
    key = team.keys("AB").sign_key  # the header names the right key, which did not sign
    inner = forged(team, stranger(), sender=known, sign_key=key)
    assert reason(team, sealed(team, inner)) is Reason.BAD_SIGNATURE


def test_another_project_is_refused(team: Team) -> None:
    inner = forged(team, team.keys("AB"), project_id="0" * 32)
    assert reason(team, sealed(team, inner)) is Reason.WRONG_PROJECT


@pytest.mark.parametrize("kind", [Kind.RECEIPT, Kind.ROSTER, Kind.PACKAGE])
def test_a_counsellor_may_not_write_as_the_lead(team: Team, kind: Kind) -> None:
    assert reason(team, sealed(team, forged(team, team.keys("AB"), kind=kind))) is Reason.WRONG_ROLE


def test_figures_that_are_not_for_the_lead_and_the_recovery_key_are_refused(team: Team) -> None:
    lead, recovery = recipients_of(Kind.SUMMARY, team.roster, "")
    other = team.keys("CD").recipient
    for to in ((lead,), (lead, other)):
        inner = forged(team, team.keys("AB"), recipients=to)
        assert reason(team, seal(inner, (lead,))) is Reason.NOT_TO_BOTH
    # A lead who took over opens what is sealed to the recovery key: that alone is not enough either.
    letter = read_letter(forged(team, team.keys("AB"), recipients=(recovery,)))
    assert refused(verify_sender, letter, team.roster, recovery) is Reason.NOT_TO_BOTH


def test_the_lead_may_not_send_a_key(team: Team) -> None:
    inner = forged(team, Devices(team.lead).current(), kind=Kind.KEY)
    assert reason(team, sealed(team, inner)) is Reason.WRONG_ROLE


def test_the_same_header_with_another_payload_is_refused(team: Team) -> None:
    inner = a_summary(team, team.keys("AB"), b"the true figures")
    head = inner[: -len(zlib.compress(b"the true figures", 9))]
    swapped = head + zlib.compress(b"the fake figures", 9)
    assert reason(team, sealed(team, swapped)) is Reason.PAYLOAD_MISMATCH
    for other in (zlib.compress(b"the true", 9), zlib.compress(b"the true figures", 1), b""):
        assert reason(team, sealed(team, head + other)) is Reason.PAYLOAD_MISMATCH
    assert reason(team, sealed(team, inner + b"more")) is Reason.PAYLOAD_MISMATCH


def test_a_member_who_packs_nonsense_is_refused(team: Team) -> None:
    keys, good = team.keys("AB"), zlib.compress(b"x")
    for packed, size in ((good, 2), (good + b"more", 1), (good[:-1], 1), (b"nonsense", 1)):
        inner = forged(team, keys, packed, payload_size=size)
        assert reason(team, sealed(team, inner)) is Reason.DAMAGED
    assert reason(team, sealed(team, forged(team, keys, good, payload_size=0))) is (
        Reason.PAYLOAD_MISMATCH
    )


def test_one_header_cannot_take_the_signature_of_another(team: Team) -> None:
    keys = team.keys("AB")
    first, second = a_summary(team, keys, b"first"), a_summary(team, keys, b"other")
    length = int.from_bytes(first[HEADER - 4 : HEADER], "big")
    end = HEADER + length
    mixed = first[:end] + second[end : end + SIGNATURE_BYTES] + first[end + SIGNATURE_BYTES :]
    assert reason(team, sealed(team, mixed)) is Reason.BAD_SIGNATURE


def test_every_bit_of_a_sealed_letter_counts(team: Team) -> None:
    """One flipped bit in every byte of the file, the seal's own head included."""
    data = sealed(team, a_summary(team, team.keys("AB")))
    found = {
        reason(team, data[:n] + bytes([byte ^ 1 << n % 8]) + data[n + 1 :])
        for n, byte in enumerate(data)
    }
    assert found <= {
        Reason.DAMAGED,
        Reason.WRONG_RECIPIENT,
        Reason.NOT_A_LETTER,
        Reason.NEWER_FORMAT,
    }
    assert {Reason.DAMAGED, Reason.WRONG_RECIPIENT} <= found


def test_every_bit_inside_a_letter_counts(team: Team) -> None:
    """The same inside the seal, as somebody who may open it could do."""
    inner = a_summary(team, team.keys("AB"), b"figures" * 4)
    length = int.from_bytes(inner[HEADER - 4 : HEADER], "big")
    ends = {
        "line": HEADER,
        "header": HEADER + length,
        "signed": HEADER + length + SIGNATURE_BYTES,
        "payload": len(inner),
    }
    found: dict[str, set[Reason]] = {region: set() for region in ends}
    for n, byte in enumerate(inner):
        region = next(name for name, end in ends.items() if n < end)
        for bit in range(8):
            flipped = inner[:n] + bytes([byte ^ 1 << bit]) + inner[n + 1 :]
            with pytest.raises(Refused) as caught:
                verify_sender(read_letter(flipped), team.roster, *Devices(team.lead).recipients())
            found[region].add(caught.value.reason)
    assert found["signed"] == {Reason.BAD_SIGNATURE}
    assert found["header"] == {Reason.BAD_SIGNATURE, Reason.DAMAGED}
    assert found["payload"] == {Reason.PAYLOAD_MISMATCH}
    assert found["line"] >= {Reason.NOT_A_LETTER, Reason.NEWER_FORMAT, Reason.TOO_LARGE}


def test_a_letter_that_is_cut_anywhere_is_refused(team: Team) -> None:
    inner = a_summary(team, team.keys("AB"))
    data = sealed(team, inner)
    assert {reason(team, data[:n]) for n in range(len(data))} <= {
        Reason.DAMAGED,
        Reason.NOT_A_LETTER,
        Reason.NEWER_FORMAT,
        Reason.WRONG_RECIPIENT,
    }
    for n in range(len(inner)):
        with pytest.raises(Refused):
            read_letter(inner[:n])


def test_a_bomb_is_never_unpacked(team: Team) -> None:
    """A member packs four times what is allowed and tells a small size, or the true one."""
    whole = 4 * LARGEST_PAYLOAD
    packing = zlib.compressobj(1)
    bomb = b"".join(packing.compress(bytes(1 << 20)) for _ in range(whole >> 20)) + packing.flush()
    small, told = (
        sealed(team, forged(team, team.keys("AB"), bomb, payload_size=size))
        for size in (100, whole)
    )
    tracemalloc.start()
    try:
        assert reason(team, small) is Reason.PAYLOAD_MISMATCH
        assert reason(team, told) is Reason.TOO_LARGE
        assert tracemalloc.get_traced_memory()[1] < 16 << 20
    finally:
        tracemalloc.stop()


def test_what_is_too_large_is_refused_before_it_is_opened(team: Team, tmp_path: Path) -> None:
    data = b"age-encryption.org/v1\n" + bytes(LARGEST_FILE)
    assert reason(team, data) is Reason.TOO_LARGE
    path = tmp_path / "big.vvb"
    path.write_bytes(data)
    with pytest.raises(Refused) as caught:
        load_file(path)
    assert caught.value.reason is Reason.TOO_LARGE
    with pytest.raises(Refused) as caught:
        a_summary(team, team.keys("AB"), bytes(LARGEST_PAYLOAD + 1))
    assert caught.value.reason is Reason.TOO_LARGE


def test_a_seal_with_thousands_of_recipients_costs_nothing(team: Team) -> None:
    stanza = b"-> X25519 CyEdny8ejVKg1PnNQu8hCEOn0nOCyEdny8ejVKg1PnNQu8\n" + b"A" * 43 + b"\n"
    data = b"age-encryption.org/v1\n" + stanza * 100_000 + b"--- " + b"A" * 43 + b"\n" + bytes(40)
    assert reason(team, data) is Reason.DAMAGED


def test_a_newer_format_is_named_as_such(team: Team) -> None:
    inner = a_summary(team, team.keys("AB"))
    newer = inner.replace(b"VEJVISER-LETTER/1\n", b"VEJVISER-LETTER/2\n")
    assert reason(team, sealed(team, newer)) is Reason.NEWER_FORMAT
    data = sealed(team, inner)
    assert reason(team, data.replace(b"org/v1\n", b"org/v2\n")) is Reason.NEWER_FORMAT


def test_an_unknown_field_in_a_signed_header_is_refused(team: Team) -> None:
    keys = team.keys("AB")
    inner = a_summary(team, keys)
    length = int.from_bytes(inner[HEADER - 4 : HEADER], "big")
    header = msgspec.json.decode(inner[HEADER : HEADER + length])
    for changed in (
        header | {"more": 1},
        header | {"seq": 0},
        header | {"format": "vejviser-letter/9"},
    ):
        head = msgspec.json.encode(changed)
        signed = keys.sign(letters.Label.LETTER, head)
        packed = inner[HEADER + length + SIGNATURE_BYTES :]
        inner2 = b"VEJVISER-LETTER/1\n" + len(head).to_bytes(4, "big") + head + signed + packed
        assert reason(team, sealed(team, inner2)) is Reason.DAMAGED


def test_other_files_are_no_letters(team: Team) -> None:
    for data in (
        b"",
        b"age",
        b"%PDF-1.7",
        b"PK\3\4" + bytes(100),
        a_summary(team, team.keys("AB")),
    ):
        assert reason(team, data) is Reason.NOT_A_LETTER
    assert reason(team, sealed(team, b"just some text")) is Reason.NOT_A_LETTER


def test_only_what_everybody_may_read_goes_without_recipients(team: Team) -> None:
    lead = Devices(team.lead).current()
    inner = forged(team, lead, kind=Kind.PACKAGE, recipients=())
    me = team.keys("AB").recipient
    assert verify_sender(read_letter(inner), team.roster, me).role.value == "lead"
    with pytest.raises(Refused) as caught:
        read_letter(forged(team, team.keys("AB"), recipients=()))
    assert caught.value.reason is Reason.DAMAGED


def test_each_kind_goes_to_those_who_need_it(team: Team) -> None:
    roster = team.roster
    ab, cd = team.keys("AB"), team.keys("CD")
    assert recipients_of(Kind.SUMMARY, roster, ab.id) == (
        Devices(team.lead).current().recipient,
        roster.recovery.recipient,
    )
    assert recipients_of(Kind.KEY, roster, ab.id) == (cd.recipient,)
    assert recipients_of(Kind.RECEIPT, roster, "", device=ab.id) == (ab.recipient,)
    assert recipients_of(Kind.RECEIPT, roster, "", device="nobody") == ()
    gone = tuple(
        replace(one, status=Status.REVOKED, revoked_on=date(2026, 1, 1))
        if one.card.device == cd.id
        else one
        for one in roster.members
    )
    without = replace(roster, members=gone)
    assert recipients_of(Kind.KEY, without, ab.id) == ()
    assert recipients_of(Kind.RECEIPT, without, "", device=cd.id) == (cd.recipient,), (
        "it is told why"
    )


def test_a_file_has_a_name_that_tells_nothing(team: Team, tmp_path: Path) -> None:
    data = sealed(team, a_summary(team, team.keys("AB")))
    path = save_letter(tmp_path, data)
    assert len(path.stem) == 16
    assert int(path.stem, 16) >= 0
    assert path.suffix == ".vvb"
    assert load_file(path) == data
    assert [item.name for item in tmp_path.iterdir()] == [path.name]
    assert letter_name() != letter_name()


def test_the_seal_is_plain_age(team: Team) -> None:
    """Any program that knows the age format opens a letter with the key."""
    identity = pyrage.x25519.Identity.from_str(Devices(team.lead).identities()[0])
    inner = a_summary(team, team.keys("AB"))
    assert pyrage.decrypt(sealed(team, inner), [identity]) == inner
    assert open_sealed(sealed(team, inner), (str(identity),)) == inner


def test_the_hash_is_that_of_header_and_signature(team: Team) -> None:
    keys = team.keys("AB")
    inner, told = write_letter(
        keys,
        b"x",
        kind=Kind.KEY,
        project_id=team.roster.project_id,
        recipients=(team.keys("CD").recipient,),
        made_at=TODAY,
    )
    letter = read_letter(inner)
    assert letter.hash == told == digest(msgspec.json.encode(letter.header) + letter.signature)
    assert put_together(letter.header, zlib.compress(b"x", 9), keys) == (
        inner,
        told,
    )  # Ed25519 draws nothing
    assert integrity(team.lead.database) == []
    assert isinstance(team.opened(inner_sealed(team, inner), team.counsellors["CD"]).sender, Member)


def inner_sealed(team: Team, inner: bytes) -> bytes:
    return seal(inner, (team.keys("CD").recipient,))
