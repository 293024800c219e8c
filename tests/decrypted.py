"""The pages of an encrypted database as they are inside: what somebody with the key could read.

SQL shows only what is not deleted. This reads every page of the file, free ones too, in the format
of SQLCipher 4: AES-256-CBC, the last 80 bytes of a page are its initial value and its seal.
"""

import ctypes
import ctypes.util
from functools import cache
from pathlib import Path

from app.models.cipher import DataKey
from app.models.store import Store
from app.paths import Paths

PAGE, RESERVED, SALT = 4096, 80, 16
_FRAME_HEADER, _WAL_HEADER = 24, 32


def readable(store: Store, paths: Paths) -> dict[str, bytes]:
    """Return everything that somebody with the key could read: all rows, all pages, the journal."""
    assert store.key is not None
    journal = paths.database.with_name(paths.database.name + "-wal")
    dump = "\n".join(
        repr(row)
        for (table,) in store.database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
        ).fetchall()
        for row in store.database.execute(f"SELECT * FROM {table}").fetchall()
    )
    return {
        "rows": dump.encode(),
        "pages": plain_pages(paths.database, store.key),
        "journal": plain_journal(journal, store.key),
    }


def plain_pages(path: Path, key: DataKey) -> bytes:
    """Return the decrypted pages of a database file, one after the other."""
    data = path.read_bytes()
    return b"".join(
        _decrypted(data[start : start + PAGE], key, first=start == 0)
        for start in range(0, len(data), PAGE)
    )


def plain_journal(path: Path, key: DataKey) -> bytes:
    """Return the decrypted pages of a write-ahead log; nothing where it is empty or not there."""
    data = path.read_bytes() if path.exists() else b""
    pages = []
    for start in range(_WAL_HEADER, len(data), _FRAME_HEADER + PAGE):
        number = int.from_bytes(data[start : start + 4], "big")
        page = data[start + _FRAME_HEADER : start + _FRAME_HEADER + PAGE]
        pages.append(_decrypted(page, key, first=number == 1))
    return b"".join(pages)


def _decrypted(page: bytes, key: DataKey, *, first: bool) -> bytes:
    crypto = _library()
    begins, ends = SALT if first else 0, PAGE - RESERVED
    initial, sealed = page[ends : ends + 16], page[begins:ends]
    context = ctypes.c_void_p(crypto.EVP_CIPHER_CTX_new())
    plain, length = ctypes.create_string_buffer(PAGE + 16), ctypes.c_int()
    crypto.EVP_DecryptInit_ex(
        context, ctypes.c_void_p(crypto.EVP_aes_256_cbc()), None, key.reveal(), initial
    )
    crypto.EVP_CIPHER_CTX_set_padding(context, 0)
    done = crypto.EVP_DecryptUpdate(context, plain, ctypes.byref(length), sealed, len(sealed))
    crypto.EVP_CIPHER_CTX_free(context)
    assert (done, length.value) == (1, len(sealed))
    return plain.raw[: len(sealed)]


@cache
def _library() -> ctypes.CDLL:
    """Return the library that Python itself uses for TLS."""
    name = ctypes.util.find_library("crypto")
    assert name is not None, "no libcrypto"
    crypto = ctypes.CDLL(name)
    crypto.EVP_CIPHER_CTX_new.restype = ctypes.c_void_p
    crypto.EVP_aes_256_cbc.restype = ctypes.c_void_p
    return crypto
