"""Canaries: texts that may stand in the encrypted files only, and the search for them elsewhere."""

import base64
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from app.models.cipher import DataKey
from app.models.folding import fold


def codes(recovery_code: str) -> tuple[str, str]:
    """Return a recovery code as it is printed, and without its hyphens."""
    return recovery_code, recovery_code.replace("-", "")


def canaries(key: DataKey, texts: Iterable[str]) -> dict[str, bytes]:
    """Return the key and every text, by a name that may be printed, as they would lie in a file."""
    raw = key.reveal()
    forms: dict[str, bytes] = {"raw key": raw, "key in base64": base64.b64encode(raw)}
    for text in (*texts, raw.hex()):
        for variant in {text, text.upper(), fold(text)}:
            for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"):
                forms[f"{variant} in {encoding}"] = variant.encode(encoding)
    return forms


def contents(path: Path) -> Iterator[bytes]:
    """Yield the bytes of a file, and what is packed inside it."""
    data = path.read_bytes()
    yield data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())
    elif data.startswith(b"%PDF-"):
        reader = PdfReader(BytesIO(data))
        for page in reader.pages:
            yield page.extract_text().encode()
        yield str(reader.metadata).encode()


def found_in(folder: Path, secrets: dict[str, bytes]) -> list[str]:
    """Return which canary stands in which file below ``folder``, whatever its case."""
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        for content in contents(path):
            lower = content.lower()
            found += [
                f"{name}: {path.relative_to(folder)}"
                for name, secret in secrets.items()
                if secret in content or secret.lower() in lower
            ]
    return found
