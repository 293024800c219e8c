"""Hashes, Ed25519 signatures and X25519 recipients, all from the library that encrypts the store.

Every signature is made over a label and the bytes, so that what was signed as one thing cannot be
shown as another.
"""

import os
from enum import Enum

import pyrage
from nacl.bindings import (
    crypto_sign,
    crypto_sign_BYTES,
    crypto_sign_open,
    crypto_sign_seed_keypair,
    crypto_sign_SEEDBYTES,
)
from nacl.bindings.crypto_generichash import generichash_blake2b_salt_personal as blake2b
from nacl.exceptions import CryptoError

SEED_BYTES: int = crypto_sign_SEEDBYTES
SIGNATURE_BYTES: int = crypto_sign_BYTES
SIGN_KEY_BYTES = 32


class Label(Enum):
    """What a signature is for."""

    LETTER = b"vejviser-letter/1\0"
    CARD = b"vejviser-card/1\0"
    SUCCESSION = b"vejviser-card-succession/1\0"
    ROSTER = b"vejviser-roster/1\0"
    LEAD = b"vejviser-lead/1\0"


# Bech32 (BIP 173), in which the age format writes its keys.
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECK_LETTERS = 6


def digest(data: bytes) -> str:
    """Return the BLAKE2b-256 of ``data`` in hex."""
    return bytes(blake2b(data, digest_size=32)).hex()


def short_digest(data: bytes, size: int, purpose: bytes) -> bytes:
    """Return ``size`` bytes of BLAKE2b for one purpose (at most 16 bytes of a name)."""
    return bytes(blake2b(data, digest_size=size, person=purpose))


def new_seed() -> bytes:
    """Return the random 32 bytes of a new signing key."""
    return os.urandom(SEED_BYTES)


def sign_key_of(seed: bytes) -> bytes:
    """Return the public half of a signing key."""
    public, _ = crypto_sign_seed_keypair(seed)
    return bytes(public)


def sign(seed: bytes, label: Label, data: bytes) -> bytes:
    """Return the signature of 64 bytes over the label and the data."""
    _, secret = crypto_sign_seed_keypair(seed)
    return bytes(crypto_sign(label.value + data, secret)[:SIGNATURE_BYTES])


def is_signed(sign_key: bytes, label: Label, data: bytes, signature: bytes) -> bool:
    """Tell whether the owner of ``sign_key`` signed this; a key of the wrong size signed nothing."""
    if len(sign_key) != SIGN_KEY_BYTES or len(signature) != SIGNATURE_BYTES:
        return False
    try:
        crypto_sign_open(signature + label.value + data, sign_key)
    except CryptoError:
        return False
    return True


def is_recipient(text: str) -> bool:
    """Tell whether ``text`` is an X25519 recipient of the age format, written in its one way."""
    try:
        return str(pyrage.x25519.Recipient.from_str(text)) == text
    except pyrage.RecipientError:
        return False


def new_identity() -> str:
    """Return a new secret X25519 identity of the age format."""
    return str(pyrage.x25519.Identity.generate())


def identity_of(secret: bytes) -> str:
    """Return the identity whose 32 secret bytes are given, as the age format writes it."""
    name = "age-secret-key-"
    bits, count, values = 0, 0, []
    for byte in secret:
        bits, count = bits << 8 | byte, count + 8
        while count >= 5:
            count -= 5
            values.append(bits >> count & 31)
    if count:
        values.append(bits << 5 - count & 31)
    expanded = [ord(c) >> 5 for c in name] + [0] + [ord(c) & 31 for c in name]
    check = _polymod([*expanded, *values, *[0] * _CHECK_LETTERS]) ^ 1
    values += [check >> 5 * (5 - place) & 31 for place in range(_CHECK_LETTERS)]
    return (name + "1" + "".join(_BECH32[value] for value in values)).upper()


def recipient_of(identity: str) -> str:
    """Return the public half of an identity (``age1…``)."""
    return str(pyrage.x25519.Identity.from_str(identity).to_public())


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATORS):
            check ^= generator if top >> place & 1 else 0
    return check
