"""Damaged copies of good files: what a disk, a network, a mail program or a stranger makes of them."""

import random
from collections.abc import Callable, Sequence

Mutation = Callable[[random.Random, bytearray, Sequence[bytes]], bytes]

# Values at which lengths and signs turn over.
_EDGES = (b"\0", b"\xff", b"\x7f", b"\x80", b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x7f\xff\xff\xff")
_TEXTS = (b"null", b"-1", b"1e999", b"[", b"{", b'"', b"\\u0000", b"true", b"9" * 40, b"[" * 3000)


def _flip(draw: random.Random, data: bytearray, _others: Sequence[bytes]) -> bytes:
    for _ in range(draw.choice((1, 1, 2, 8))):
        data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
    return bytes(data)


def _cut(draw: random.Random, data: bytearray, _others: Sequence[bytes]) -> bytes:
    return bytes(data[: draw.randrange(len(data))])


def _leave_out(draw: random.Random, data: bytearray, _others: Sequence[bytes]) -> bytes:
    start = draw.randrange(len(data))
    del data[start : start + draw.randint(1, 40)]
    return bytes(data)


def _twice(draw: random.Random, data: bytearray, _others: Sequence[bytes]) -> bytes:
    start, length = draw.randrange(len(data)), draw.randint(1, 200)
    data[start:start] = data[start : start + length]
    return bytes(data)


def _noise(draw: random.Random, data: bytearray, _others: Sequence[bytes]) -> bytes:
    start = draw.randrange(len(data))
    data[start : start + draw.randint(1, 30)] = draw.randbytes(draw.randint(1, 30))
    return bytes(data)


def _edge(draw: random.Random, data: bytearray, _others: Sequence[bytes]) -> bytes:
    edge, start = draw.choice(_EDGES), draw.randrange(len(data))
    data[start : start + len(edge)] = edge
    return bytes(data)


def _text(draw: random.Random, data: bytearray, _others: Sequence[bytes]) -> bytes:
    start = draw.randrange(len(data))
    data[start : start + draw.randint(0, 20)] = draw.choice(_TEXTS)
    return bytes(data)


def _splice(draw: random.Random, data: bytearray, others: Sequence[bytes]) -> bytes:
    other = draw.choice(others)
    return bytes(data[: draw.randrange(len(data))]) + other[draw.randrange(len(other)) :]


def _appended(draw: random.Random, data: bytearray, others: Sequence[bytes]) -> bytes:
    return bytes(data) + draw.choice((b"x", bytes(9), *others))


def _shuffled_lines(draw: random.Random, data: bytearray, _others: Sequence[bytes]) -> bytes:
    parts = bytes(data).split(b",")
    draw.shuffle(parts)
    return b",".join(parts)


MUTATIONS: tuple[Mutation, ...] = (
    *(_flip, _cut, _leave_out, _twice, _noise),
    *(_edge, _text, _splice, _appended, _shuffled_lines),
)


def mutated(draw: random.Random, good: bytes, others: Sequence[bytes]) -> bytes:
    """Return a copy of ``good`` that differs from it and from ``others``, damaged in one to three ways."""
    while True:
        data = good
        for mutation in draw.choices(MUTATIONS, k=draw.choice((1, 1, 1, 2, 3))):
            data = mutation(draw, bytearray(data or b"\0"), others)
        if data not in (good, *others):
            return data
