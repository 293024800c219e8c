"""Reading what a WebDAV server says lies in a folder (RFC 4918), in one pass and without a tree.

A folder may hold 100,000 files of others; and what a server answers may have been made to harm.
"""

from urllib.parse import unquote, urlsplit
from xml.parsers import expat

import msgspec

_DAV = "DAV: "
_RESPONSE, _HREF = _DAV + "response", _DAV + "href"
_SIZE, _ETAG, _MODIFIED = (
    _DAV + name for name in ("getcontentlength", "getetag", "getlastmodified")
)
_FOLDER = _DAV + "collection"
_WANTED = frozenset({_HREF, _SIZE, _ETAG, _MODIFIED})
_LONGEST_TEXT = 4096

QUESTION = (
    b'<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop>'
    b"<resourcetype/><getcontentlength/><getetag/><getlastmodified/></prop></propfind>"
)
"""What is asked of every file; more would be sent in vain."""


class Found(msgspec.Struct):
    """One file or folder: its path on the server, decoded; ``mark`` is its ETag or its time."""

    path: str
    size: int
    mark: str
    is_folder: bool


def read_multistatus(content: bytes) -> list[Found]:
    """Return what a multi-status answer tells of.

    Raises:
        ValueError: it is none, or uses what no such answer needs.
    """
    reader = _Reader()
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError as error:
        raise ValueError("no sound XML") from error
    return reader.found


class _Reader:
    """Collects the responses while the parser goes through the answer."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self._values: dict[str, str] = {}
        self._is_folder = False
        self._text: list[str] | None = None
        self._length = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._take

    def _refuse(self, *_: object) -> None:
        # Entities, which can grow without end or name other files, are declared there only.
        raise ValueError("a document type in an answer")

    def _start(self, name: str, _: object) -> None:
        name = _joined(name)
        if name == _RESPONSE:
            self._values, self._is_folder = {}, False
        elif name == _FOLDER:
            self._is_folder = True
        elif name in _WANTED:
            self._text, self._length = [], 0

    def _take(self, text: str) -> None:
        if self._text is None:
            return
        self._length += len(text)
        if self._length > _LONGEST_TEXT:
            raise ValueError("a value is too long")
        self._text.append(text)

    def _end(self, name: str) -> None:
        name = _joined(name)
        if name in _WANTED and self._text is not None:
            self._values.setdefault(name, "".join(self._text).strip())
            self._text = None
        elif name == _RESPONSE:
            self._keep()

    def _keep(self) -> None:
        values = self._values
        size = values.get(_SIZE, "")
        self.found.append(
            Found(
                path=unquote(urlsplit(values.get(_HREF, "")).path),
                size=int(size) if size.isascii() and size.isdigit() and len(size) < 20 else 0,
                mark=values.get(_ETAG) or values.get(_MODIFIED, ""),
                is_folder=self._is_folder,
            )
        )


def _joined(name: str) -> str:
    """Return the name with its namespace; some servers write the latter without the colon."""
    return _DAV + name[4:] if name.startswith("DAV ") else name
