"""A real WebDAV server on loopback, in which faults can be put between it and its clients."""

import errno
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cheroot import wsgi
from cheroot.ssl.builtin import BuiltinSSLAdapter
from wsgidav.wsgidav_app import WsgiDAVApp

from app.models.team.places import Place, PlaceKind

USER, PASSWORD = "møller", "hemmelig æøå"

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
Fault = Callable[[Application, dict[str, Any], Callable[..., Any]], Iterable[bytes] | None]


class DavServer:
    """The server, the folder that it serves, and the fault that it has now."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.requests: list[str] = []
        self.fault: Fault | None = None
        self.release = threading.Event()
        self._app = WsgiDAVApp(
            {
                "provider_mapping": {"/dav": str(root)},
                "simple_dc": {"user_mapping": {"*": {USER: {"password": PASSWORD}}}},
                "http_authenticator": {"accept_basic": True, "accept_digest": False},
                "logging": {"enable": False, "enable_loggers": []},
                "verbose": 0,
                "dir_browser": {"enable": False},
            }
        )
        self.server = wsgi.Server(("127.0.0.1", 0), self._serve, numthreads=4)
        self.server.shutdown_timeout = 0
        self.server.expiration_interval = 0.01  # how long stopping waits, in seconds
        self.server.error_log = lambda *_, **__: None

    def place(self, password: str = PASSWORD) -> Place:
        port = self.server.bind_addr[1]
        return Place(
            kind=PlaceKind.WEBDAV,
            address=f"http://127.0.0.1:{port}/dav/",
            user=USER,
            password=password,
        )

    def _serve(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        self.requests.append(f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}")
        if self.fault is not None:
            answer = self.fault(self._app, environ, start)
            if answer is not None:
                return answer
        return self._app(environ, start)


@contextmanager
def dav_server(root: Path, certificate: Path | None = None) -> Iterator[DavServer]:
    """Serve ``root`` until the block ends; with a certificate, by TLS."""
    root.mkdir(exist_ok=True)
    made = DavServer(root)
    if certificate is not None:
        key = certificate.with_name("key.pem")
        made.server.ssl_adapter = BuiltinSSLAdapter(str(certificate), str(key))
    made.server.prepare()
    thread = threading.Thread(target=made.server.serve, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        made.release.set()
        made.server.stop()
        thread.join(10)


def status(code: int, *methods: str, times: int = 1_000_000) -> Fault:
    """Answer these methods (all if none) with a status, a number of times."""
    left = times

    def fault(
        app: Application, environ: dict[str, Any], start: Callable[..., Any]
    ) -> Iterable[bytes] | None:
        nonlocal left
        if (methods and environ["REQUEST_METHOD"] not in methods) or not left:
            return None
        left -= 1
        start(f"{code} Fault", [("Content-Length", "0")])
        return [b""]

    return fault


def cut(*methods: str, times: int = 1_000_000, after: bool = False) -> Fault:
    """Cut the connection of these methods, before or ``after`` they were done."""
    left = times

    def fault(
        app: Application, environ: dict[str, Any], start: Callable[..., Any]
    ) -> Iterable[bytes] | None:
        nonlocal left
        if environ["REQUEST_METHOD"] not in methods or not left:
            return None
        left -= 1
        if after:
            for _ in app(environ, lambda *_: None):
                pass
        # The server takes this for a client that has gone, and closes without an answer.
        raise ConnectionResetError(errno.ECONNRESET, "cut")

    return fault


def silent(server: DavServer, *methods: str) -> Fault:
    """Say nothing until the server ends."""

    def fault(
        app: Application, environ: dict[str, Any], start: Callable[..., Any]
    ) -> Iterable[bytes] | None:
        if environ["REQUEST_METHOD"] in methods:
            server.release.wait(60)
        return None

    return fault


def answer(
    body: bytes | Iterator[bytes], code: str = "207 Multi-Status", *methods: str, **headers: str
) -> Fault:
    """Give one answer to these methods."""

    def fault(
        app: Application, environ: dict[str, Any], start: Callable[..., Any]
    ) -> Iterable[bytes] | None:
        if environ["REQUEST_METHOD"] not in methods:
            return None
        start(code, [(name.replace("_", "-"), value) for name, value in headers.items()])
        return [body] if isinstance(body, bytes) else body

    return fault
