"""Whom a connection is believed: those whom the operating system trusts, and nobody else."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from app.export.delivery.webdav import WebDavDelivery
from app.models.team.places import Place
from app.models.team.troubles import DeliveryError, Trouble
from tests.dav_server import DavServer, dav_server

pytestmark = pytest.mark.skipif(
    not shutil.which("openssl") or sys.platform != "linux",
    reason="makes a certificate with openssl and trusts it as a Linux system does",
)


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for 127.0.0.1 that nobody has vouched for, with its key in one file."""
    key, made = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1"
    names = ["-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(made)]
    subprocess.run([*command.split(), *names], check=True, capture_output=True)
    return made


@pytest.fixture
def secure(tmp_path: Path, certificate: Path) -> Iterator[DavServer]:
    with dav_server(tmp_path / "server", certificate) as running:
        yield running


def address(server: DavServer) -> Place:
    place = server.place()
    return msgspec.structs.replace(place, address=place.address.replace("http:", "https:"))


def test_a_certificate_that_nobody_vouches_for_gets_no_password(secure: DavServer) -> None:
    with (
        closing(WebDavDelivery(address(secure))) as delivery,
        pytest.raises(DeliveryError) as error,
    ):
        delivery.listing("to-lead", ".vvb")
    assert error.value.trouble is Trouble.CERTIFICATE
    assert secure.requests == []


def test_a_certificate_that_the_system_trusts_is_believed(
    secure: DavServer, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with closing(WebDavDelivery(address(secure))) as delivery:
        delivery.write("to-lead", "0a.vvb", b"letter")
        assert delivery.read("to-lead", "0a.vvb", 100) == b"letter"
