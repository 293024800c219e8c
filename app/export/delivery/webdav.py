"""Letters on a WebDAV server, such as Nextcloud: the one place where a connection is opened.

The certificates are those that the operating system trusts, so that a server of the municipality and
a proxy that looks into connections work. A redirect is not followed: it could lead a password
elsewhere. An answer is capped in size and time, whatever kind it is.
"""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any, TypeVar
from urllib.parse import quote

from app.export.delivery.delivery import Entry, Listing, is_plain_name
from app.export.delivery.multistatus import QUESTION, Found, read_multistatus
from app.models.team.places import Place
from app.models.team.troubles import DeliveryError, Trouble

CONNECT_SECONDS = 10.0
SILENCE_SECONDS = 30.0
"""So long a server may say nothing at all."""

LONGEST_SECONDS = 600.0
LARGEST_ANSWER = 64 * 1024 * 1024
_TRIES = 3

_UNFINISHED = ".part"
_TROUBLES = {
    401: Trouble.PASSWORD,
    403: Trouble.READ_ONLY,
    404: Trouble.GONE,
    407: Trouble.PASSWORD,
    408: Trouble.UNREACHABLE,
    409: Trouble.GONE,
    413: Trouble.FULL,
    423: Trouble.LOCKED,
    429: Trouble.UNREACHABLE,
    507: Trouble.FULL,
}

T = TypeVar("T")


class WebDavDelivery:
    """Letters below one address."""

    def __init__(
        self, place: Place, *, silence: float = SILENCE_SECONDS, longest: float = LONGEST_SECONDS
    ) -> None:
        import ssl

        import httpx
        import truststore
        from webdav4.client import Client

        self._dav = Client(
            place.address,
            auth=(place.user, place.password) if place.user else None,
            retry=False,
            timeout=httpx.Timeout(silence, connect=min(silence, CONNECT_SECONDS)),
            headers={"Accept-Encoding": "identity"},
            verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            event_hooks={"response": [_Capped(longest).cap]},
        )
        self._base = self._dav.base_url.path.rstrip("/")

    def listing(self, folder: str, ending: str) -> Listing:
        """Return the files of a folder whose names end so; one request."""
        found = self._found(folder)
        if found is None:
            if folder and self._found("", depth=0) is None:
                raise DeliveryError(Trouble.VANISHED)
            return Listing((), 0)
        entries, foreign = [], 0
        above = f"{self._base}/{folder}".rstrip("/") + "/"
        for one in found:
            name = one.path.removeprefix(above)
            if one.path.rstrip("/") + "/" == above:
                continue
            is_letter = name.endswith(ending) and is_plain_name(name) and not one.is_folder
            if is_letter and one.path.startswith(above):
                entries.append(Entry(name, one.size, f"{one.size}-{one.mark}"))
            else:
                foreign += 1
        return Listing(tuple(sorted(entries, key=lambda entry: entry.name)), foreign)

    def read(self, folder: str, name: str, largest: int) -> bytes:
        """Return the content of a file; one request."""
        content: bytes = self._ask(lambda: self._get(_path(folder, name)))
        if len(content) > largest:
            raise DeliveryError(Trouble.TOO_LARGE)
        return content

    def write(self, folder: str, name: str, data: bytes) -> None:
        """Upload beside the name and rename there; folders are made where they are missing."""
        unfinished = _path(folder, name + _UNFINISHED)
        try:
            self._put(unfinished, data)
        except DeliveryError as error:
            if error.trouble is not Trouble.GONE:
                raise
            self._make_folders(folder)
            self._put(unfinished, data)
        try:
            self._rename(unfinished, _path(folder, name))
        except DeliveryError as error:
            # Where the answer to the renaming was lost, the file has its name already.
            if error.trouble is not Trouble.GONE or self._size(folder, name) != len(data):
                raise

    def move(self, folder: str, name: str, to_folder: str, to_name: str) -> None:
        """Move a file on the server."""
        source, target = _path(folder, name), _path(to_folder, to_name)
        try:
            self._rename(source, target)
        except DeliveryError as error:
            if error.trouble is not Trouble.GONE:
                raise
            if self._size(folder, name) is None:
                return
            self._make_folders(to_folder)
            self._rename(source, target)

    def remove(self, folder: str, name: str) -> None:
        """Remove a file on the server."""
        try:
            self._ask(lambda: self._dav.remove(_path(folder, name)))
        except DeliveryError as error:
            if error.trouble is not Trouble.GONE:
                raise

    def close(self) -> None:
        """Close the connections."""
        self._dav.http.close()

    def _found(self, folder: str, depth: int = 1) -> list[Found] | None:
        """Return what lies in a folder and the folder itself, or None where there is none."""
        headers = {"Depth": str(depth), "Content-Type": "application/xml"}
        url = self._dav.join_url(quote(folder), add_trailing_slash=True)

        def ask() -> bytes:
            answer = self._dav.http.request("PROPFIND", url, content=QUESTION, headers=headers)
            _require(answer)
            return bytes(answer.content)

        try:
            return read_multistatus(self._ask(ask))
        except DeliveryError as error:
            if error.trouble is Trouble.GONE:
                return None
            raise
        except ValueError as error:
            raise DeliveryError(Trouble.ANSWER) from error

    def _size(self, folder: str, name: str) -> int | None:
        listing = self.listing(folder, name)
        return next((entry.size for entry in listing.entries if entry.name == name), None)

    def _get(self, path: str) -> bytes:
        answer = self._dav.http.get(self._dav.join_url(path))
        _require(answer)
        return bytes(answer.content)

    def _put(self, path: str, data: bytes) -> None:
        self._ask(lambda: self._dav.upload_fileobj(io.BytesIO(data), path, overwrite=True))

    def _rename(self, source: str, target: str) -> None:
        self._ask(lambda: self._dav.move(source, target, overwrite=True))

    def _make_folders(self, folder: str) -> None:
        if self._found("", depth=0) is None:
            raise DeliveryError(Trouble.VANISHED)
        path = ""
        for part in folder.split("/"):
            path = f"{path}/{quote(part)}"
            self._ask(lambda path=path: self._make_folder(path))  # type: ignore[misc]

    def _make_folder(self, path: str) -> None:
        from webdav4.client import ResourceAlreadyExists

        with suppress(ResourceAlreadyExists):
            self._dav.mkdir(path)

    def _ask(self, request: Callable[[], T]) -> T:
        """Send a request, and again where the connection was cut: all of ours may be repeated."""
        import httpx

        with _explained():
            tries_left = _TRIES
            while True:
                tries_left -= 1
                try:
                    return request()
                except (httpx.NetworkError, httpx.RemoteProtocolError):
                    if not tries_left:
                        raise


class _Capped:
    """Keeps every answer within limits, before any of it is kept in memory."""

    def __init__(self, longest: float) -> None:
        self._longest = longest

    def cap(self, response: Any) -> None:
        """Refuse a redirect, and watch over the size and the time of the rest."""
        if response.has_redirect_location:
            raise DeliveryError(Trouble.ANSWER)
        # The content that counts is the decompressed one; we ask for no compression, so any is odd.
        if response.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise DeliveryError(Trouble.ANSWER)
        response.stream = _capped_stream(response.stream, self._longest)


def _capped_stream(stream: Any, longest: float) -> Any:
    import httpx

    class Watched(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            size, ends = 0, monotonic() + longest
            for chunk in stream:
                size += len(chunk)
                if size > LARGEST_ANSWER:
                    raise DeliveryError(Trouble.TOO_LARGE)
                if monotonic() > ends:
                    raise DeliveryError(Trouble.UNREACHABLE)
                yield chunk

        def close(self) -> None:
            stream.close()

    return Watched()


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what the libraries raise into a DeliveryError."""
    import httpx
    from webdav4.client import ClientError

    try:
        yield
    except ClientError as error:
        raise DeliveryError(_trouble_of(error)) from error
    except (httpx.HTTPError, httpx.StreamError) as error:
        untrusted = "CERTIFICATE_VERIFY_FAILED" in str(error)
        raise DeliveryError(Trouble.CERTIFICATE if untrusted else Trouble.UNREACHABLE) from error
    except (httpx.InvalidURL, httpx.CookieConflict) as error:
        raise DeliveryError(Trouble.ANSWER) from error


def _trouble_of(error: Exception) -> Trouble:
    """Return what a refusal of the server means; the library has a class for some of its codes."""
    from webdav4 import client

    known: tuple[tuple[type[Exception], Trouble], ...] = (
        (client.ResourceNotFound, Trouble.GONE),
        (client.ResourceConflict, Trouble.GONE),
        (client.ResourceLocked, Trouble.LOCKED),
        (client.ForbiddenOperation, Trouble.READ_ONLY),
        (client.InsufficientStorage, Trouble.FULL),
        (client.BadGatewayError, Trouble.UNREACHABLE),
        (client.MultiStatusError, Trouble.LOCKED),
    )
    for kind, trouble in known:
        if isinstance(error, kind):
            return trouble
    if isinstance(error, client.HTTPError):
        return _trouble_of_status(error.status_code)
    return Trouble.ANSWER


def _require(answer: Any) -> None:
    if not answer.is_success:
        raise DeliveryError(_trouble_of_status(answer.status_code))


def _trouble_of_status(status: int) -> Trouble:
    return _TROUBLES.get(status, Trouble.UNREACHABLE if status >= 500 else Trouble.ANSWER)


def _path(folder: str, name: str) -> str:
    """Return a path below the address, with everything written so that it means itself."""
    return f"{quote(folder)}/{quote(name, safe='')}"
