"""Identifiers are UUIDs of version 7: unique, and in the order of time."""

import time
from itertools import pairwise
from uuid import RFC_4122, UUID

from app.models.ids import new_id


def milliseconds_of(record_id: str) -> int:
    return UUID(record_id).int >> 80


def test_version_and_variant_are_those_of_rfc_9562() -> None:
    for _ in range(500):
        text = new_id()
        parsed = UUID(text)
        assert text == str(parsed)
        assert parsed.version == 7
        assert parsed.variant == RFC_4122
        assert parsed.int >> 62 & 0b11 == 0b10


def test_an_id_carries_the_time_at_which_it_was_made() -> None:
    before = time.time_ns() // 1_000_000
    made = milliseconds_of(new_id())
    assert before <= made <= time.time_ns() // 1_000_000


def test_ids_sort_by_time() -> None:
    made = [new_id() for _ in range(20_000)]
    moments = [milliseconds_of(record_id) for record_id in made]
    assert moments == sorted(moments)
    assert len(set(moments)) > 1
    for (one, at), (other, later) in pairwise(zip(made, moments, strict=True)):
        assert at == later or one < other


def test_ids_of_one_moment_are_still_unique_and_every_random_bit_varies() -> None:
    made = [UUID(new_id()).int for _ in range(20_000)]
    assert len(set(made)) == len(made)
    fixed = (0x7 << 76) | (0b10 << 62)
    ever_set = ever_clear = 0
    for value in made:
        low = (value & ((1 << 80) - 1)) ^ fixed
        ever_set |= low
        ever_clear |= ~low
    random_bits = ((1 << 12) - 1) << 64 | ((1 << 62) - 1)
    assert ever_set & random_bits == random_bits
    assert ever_clear & random_bits == random_bits
