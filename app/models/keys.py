"""The envelope: the random key of the database, wrapped once for each way to open it.

The file beside the database holds one slot for the passphrase and one for the printed recovery
code. A slot stretches its secret with Argon2id and wraps the key with XChaCha20-Poly1305, which
authenticates the slot's header too. A checksum over the body tells a damaged file from a wrong
passphrase; it protects against accidents, the authentication protects against people.

Hashing and comparing come from the library that encrypts, too: Python's own would load a second
one at every start.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from argon2 import low_level as argon2
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_ABYTES as TAG_BYTES,
)
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt,
)
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_encrypt as encrypt,
)
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_NPUBBYTES as NONCE_BYTES,
)
from nacl.bindings import crypto_hash_sha256, sodium_memcmp
from nacl.bindings.crypto_generichash import generichash_blake2b_salt_personal as blake2b
from nacl.exceptions import CryptoError

from app import files
from app.errors import DamagedEnvelope, NotFound, UserError, WrongPassphrase
from app.models import recovery_code
from app.models.cipher import DataKey
from app.models.passphrases import (
    Strength,
    UnlockThrottle,
    normalised,
    passphrase_strength,
    require_acceptable,
)
from app.texts import Text

__all__ = [
    "DEFAULT_PARAMETERS",
    "Envelope",
    "KdfParameters",
    "Strength",
    "UnlockThrottle",
    "belongs_to",
    "change_passphrase",
    "create_envelope",
    "open_with_passphrase",
    "open_with_recovery_code",
    "passphrase_strength",
    "read_envelope",
    "renew_recovery_code",
    "write_envelope",
]

FORMAT = "vejviser-key"
VERSION = 1
LARGEST_FILE = 64 * 1024
KEY_BYTES = 32
SALT_BYTES = 16

SlotKind = Literal["passphrase", "recovery_code"]


class KdfParameters(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The cost of one guess. The bounds keep a hostile file from asking for all memory."""

    passes: Annotated[int, msgspec.Meta(ge=1, le=16)] = 3
    memory_kib: Annotated[int, msgspec.Meta(ge=64, le=512 * 1024)] = 64 * 1024
    lanes: Annotated[int, msgspec.Meta(ge=1, le=8)] = 4


DEFAULT_PARAMETERS = KdfParameters()


class Slot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way to open the envelope."""

    kind: SlotKind
    kdf: KdfParameters
    salt: bytes
    nonce: bytes
    wrapped: bytes

    def __post_init__(self) -> None:
        lengths = (len(self.salt), len(self.nonce), len(self.wrapped))
        if lengths != (SALT_BYTES, NONCE_BYTES, KEY_BYTES + TAG_BYTES):
            raise ValueError("a slot field has the wrong length")


class Envelope(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The wrapped key; holds nothing that opens the database without a secret."""

    key_id: str
    """A fingerprint of the data key, by which an envelope and a backup know each other."""
    slots: tuple[Slot, ...]

    def __post_init__(self) -> None:
        kinds = [slot.kind for slot in self.slots]
        if sorted(kinds) != ["passphrase", "recovery_code"]:
            raise ValueError("an envelope has one slot of each kind")

    def slot(self, kind: SlotKind) -> Slot:
        """Return the slot of that kind."""
        return next(slot for slot in self.slots if slot.kind == kind)


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    format: str
    version: int
    checksum: str
    body: msgspec.Raw


def create_envelope(
    passphrase: str, *, params: KdfParameters = DEFAULT_PARAMETERS
) -> tuple[Envelope, DataKey, str]:
    """Return a new envelope, the random key in it, and the recovery code to print.

    Raises :class:`InvalidInput` for a passphrase that is too short. Nothing is written.
    """
    require_acceptable(passphrase)
    key = DataKey(os.urandom(KEY_BYTES))
    code = recovery_code.generate()
    key_id = _fingerprint(key)
    slots = (
        _seal(key_id, "passphrase", _passphrase_bytes(passphrase), key, params),
        _seal(key_id, "recovery_code", code.encode(), key, params),
    )
    return Envelope(key_id=key_id, slots=slots), key, code


def open_with_passphrase(envelope: Envelope, passphrase: str) -> DataKey:
    """Return the data key, or raise :class:`WrongPassphrase`."""
    slot = envelope.slot("passphrase")
    key = _unseal(envelope.key_id, slot, _passphrase_bytes(passphrase))
    if key is None:
        raise WrongPassphrase(
            Text("Adgangssætningen passer ikke.", "The passphrase is not right."),
            Text("Der er ikke ændret noget.", "Nothing was changed."),
            Text(
                "Prøv igen, eller brug gendannelseskoden fra det udskrevne ark.",
                "Try again, or use the recovery code on the printed sheet.",
            ),
        )
    return key


def open_with_recovery_code(envelope: Envelope, text: str) -> DataKey:
    """Return the data key.

    Raises :class:`~app.models.recovery_code.MistypedCode` for a slip of the fingers and
    :class:`WrongPassphrase` for a sound code that belongs to other data.
    """
    code = recovery_code.parse(text)
    key = _unseal(envelope.key_id, envelope.slot("recovery_code"), code.encode())
    if key is None:
        raise WrongPassphrase(
            Text("Gendannelseskoden passer ikke.", "The recovery code is not right."),
            Text(
                "Koden er tastet rigtigt, men hører til andre data eller er blevet fornyet.",
                "The code is typed correctly, but belongs to other data or was renewed.",
            ),
            Text("Find det nyeste ark, og prøv igen.", "Find the newest sheet and try again."),
        )
    return key


def change_passphrase(
    envelope: Envelope,
    key: DataKey,
    passphrase: str,
    *,
    params: KdfParameters = DEFAULT_PARAMETERS,
) -> Envelope:
    """Return the envelope with a new passphrase; ``key`` is what the old secret opened.

    Raises :class:`InvalidInput` for a passphrase that is too short. Nothing is written.
    """
    require_acceptable(passphrase)
    return _replace_slot(envelope, "passphrase", _passphrase_bytes(passphrase), key, params)


def renew_recovery_code(
    envelope: Envelope, key: DataKey, *, params: KdfParameters = DEFAULT_PARAMETERS
) -> tuple[Envelope, str]:
    """Return the envelope with a new recovery code, and the code to print; the old one is void."""
    code = recovery_code.generate()
    return _replace_slot(envelope, "recovery_code", code.encode(), key, params), code


def belongs_to(envelope: Envelope, key: DataKey) -> bool:
    """Return whether ``key`` is the one that this envelope wraps."""
    return sodium_memcmp(envelope.key_id.encode(), _fingerprint(key).encode())


def read_envelope(path: Path) -> Envelope:
    """Return the envelope at ``path``.

    Raises :class:`NotFound`, :class:`DamagedEnvelope` for anything but the exact bytes that were
    written, and :class:`UserError` for a file of a later version. A previous envelope that an
    interrupted change left behind is removed once this one is known to be whole, so that an old
    passphrase does not go on opening the data.
    """
    with files.explained_os_errors(reading=True):
        if not path.exists():
            raise NotFound(
                Text("Nøglefilen blev ikke fundet.", "The key file was not found."),
                Text("Filen {name} mangler.", "The file {name} is missing.").format(name=path.name),
                Text(
                    "Gendan fra en sikkerhedskopi, eller vælg den rigtige mappe.",
                    "Restore from a backup, or choose the right folder.",
                ),
            )
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    envelope = decode_envelope(data)
    with suppress(OSError):
        previous_envelope(path).unlink(missing_ok=True)
    return envelope


def write_envelope(path: Path, envelope: Envelope) -> None:
    """Replace the file at ``path``; a crash at any moment leaves a whole envelope there.

    The one before is kept beside it until the new one was read back and is the same as
    ``envelope``. Raises :class:`UserError` on a full or read-only disk.
    """
    data = encode_envelope(envelope)
    previous = previous_envelope(path)
    with files.explained_os_errors():
        if path.exists():
            files.write_atomically(previous, path.read_bytes())
        files.write_atomically(path, data)
        if path.read_bytes() != data:
            raise _damaged()
        previous.unlink(missing_ok=True)
        files.sync_folder(path.parent)


def previous_envelope(path: Path) -> Path:
    """Return where the envelope before the one at ``path`` is kept while it is replaced."""
    return path.with_name(path.name + ".previous")


def encode_envelope(envelope: Envelope) -> bytes:
    """Return the bytes of an envelope file."""
    body = msgspec.json.encode(envelope)
    return msgspec.json.encode(
        _File(
            format=FORMAT,
            version=VERSION,
            checksum=_checksum(VERSION, body),
            body=msgspec.Raw(body),
        )
    )


def decode_envelope(data: bytes) -> Envelope:
    """Return the envelope in ``data``; errors as for :func:`read_envelope`."""
    if len(data) > LARGEST_FILE:
        raise _damaged()
    try:
        file = msgspec.json.decode(data, type=_File)
        sound = file.format == FORMAT and file.checksum == _checksum(file.version, bytes(file.body))
        if sound and file.version > VERSION:
            raise _newer()
        envelope = msgspec.json.decode(file.body, type=Envelope)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise _damaged() from error
    # One way to write it: a changed byte anywhere is damage, also between the fields.
    if not sound or encode_envelope(envelope) != data:
        raise _damaged()
    return envelope


def _replace_slot(
    envelope: Envelope, kind: SlotKind, secret: bytes, key: DataKey, params: KdfParameters
) -> Envelope:
    if not belongs_to(envelope, key):
        raise ValueError("the key belongs to another envelope")
    fresh = _seal(envelope.key_id, kind, secret, key, params)
    slots = tuple(fresh if slot.kind == kind else slot for slot in envelope.slots)
    return msgspec.structs.replace(envelope, slots=slots)


def _seal(key_id: str, kind: SlotKind, secret: bytes, key: DataKey, params: KdfParameters) -> Slot:
    """Return a slot that is known to open again with ``secret``."""
    salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    wrapped = encrypt(
        key.reveal(), _header(key_id, kind, params, salt), nonce, _stretch(secret, salt, params)
    )
    slot = Slot(kind=kind, kdf=params, salt=salt, nonce=nonce, wrapped=wrapped)
    if _unseal(key_id, slot, secret) != key:
        raise RuntimeError("a new slot does not open")
    return slot


def _unseal(key_id: str, slot: Slot, secret: bytes) -> DataKey | None:
    """Return the key in ``slot``, or None when ``secret`` or the header is not the slot's own."""
    try:
        raw = decrypt(
            slot.wrapped,
            _header(key_id, slot.kind, slot.kdf, slot.salt),
            slot.nonce,
            _stretch(secret, slot.salt, slot.kdf),
        )
    except CryptoError:
        return None
    return DataKey(raw)


def _stretch(secret: bytes, salt: bytes, params: KdfParameters) -> bytes:
    return argon2.hash_secret_raw(
        secret,
        salt,
        time_cost=params.passes,
        memory_cost=params.memory_kib,
        parallelism=params.lanes,
        hash_len=KEY_BYTES,
        type=argon2.Type.ID,
    )


def _header(key_id: str, kind: SlotKind, params: KdfParameters, salt: bytes) -> bytes:
    return msgspec.json.encode([FORMAT, VERSION, key_id, kind, params, salt])


def _passphrase_bytes(passphrase: str) -> bytes:
    # A lone surrogate, as a damaged keyboard buffer may hold, is only another wrong passphrase.
    return normalised(passphrase).encode("utf-8", "surrogatepass")


def _fingerprint(key: DataKey) -> str:
    return blake2b(b"vejviser key id", digest_size=16, key=key.reveal()).hex()


def _checksum(version: int, body: bytes) -> str:
    return crypto_hash_sha256(f"{FORMAT}/{version}\n".encode() + body).hex()


def _damaged() -> DamagedEnvelope:
    return DamagedEnvelope(
        Text("Nøglefilen er beskadiget.", "The key file is damaged."),
        Text(
            "Derfor kan ingen adgangssætning afprøves. Data er ikke ændret.",
            "So no passphrase can be tried. The data were not changed.",
        ),
        Text(
            "Hent nøglefilen fra den nyeste sikkerhedskopi.",
            "Take the key file from the newest backup.",
        ),
    )


def _newer() -> UserError:
    return UserError(
        Text("Nøglefilen kan ikke læses.", "The key file cannot be read."),
        Text(
            "Den er skrevet af en nyere udgave af Vejviser.",
            "It was written by a newer version of Vejviser.",
        ),
        Text("Installer den nyeste udgave.", "Install the newest version."),
    )
