"""Places for letters: a folder, and a real WebDAV server on loopback."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.export.delivery.delivery import Delivery
from app.export.delivery.folder import FolderDelivery
from app.export.delivery.webdav import WebDavDelivery
from tests.dav_server import DavServer, dav_server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[DavServer]:
    with dav_server(tmp_path / "server") as running:
        yield running


@pytest.fixture(params=["folder", "webdav"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Delivery, Path]]:
    """Each kind of place, and the folder in which its files really lie."""
    if request.param == "folder":
        root = tmp_path / "share"
        root.mkdir()
        yield FolderDelivery(root), root
        return
    with dav_server(tmp_path / "server") as running:
        delivery = WebDavDelivery(running.place())
        yield delivery, running.root
        delivery.close()
