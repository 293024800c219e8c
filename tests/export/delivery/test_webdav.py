"""A WebDAV server that refuses, fails, is slow, cuts connections and lies."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from app.export.delivery.multistatus import read_multistatus
from app.export.delivery.webdav import WebDavDelivery
from app.models.team.places import Place, PlaceKind
from app.models.team.troubles import DeliveryError, Trouble
from tests.dav_server import DavServer, Fault, answer, cut, silent, status

ENDING = ".vvb"


@pytest.fixture
def delivery(server: DavServer) -> Iterator[WebDavDelivery]:
    made = WebDavDelivery(server.place(), silence=2.0, longest=2.0)
    made.write("to-lead", "0a.vvb", b"before")
    server.requests.clear()
    yield made
    made.close()


def trouble_of_writing(delivery: WebDavDelivery) -> Trouble:
    with pytest.raises(DeliveryError) as error:
        delivery.write("to-lead", "0b.vvb", b"letter")
    return error.value.trouble


@pytest.mark.parametrize(
    ("fault", "trouble"),
    [
        (status(401), Trouble.PASSWORD),
        (status(403, "PUT"), Trouble.READ_ONLY),
        (status(423, "PUT"), Trouble.LOCKED),
        (status(423, "MOVE"), Trouble.LOCKED),
        (status(507, "PUT"), Trouble.FULL),
        (status(413, "PUT"), Trouble.FULL),
        (status(500), Trouble.UNREACHABLE),
        (status(502), Trouble.UNREACHABLE),
        (status(503), Trouble.UNREACHABLE),
        (status(429), Trouble.UNREACHABLE),
        (status(418), Trouble.ANSWER),
        (cut("PUT"), Trouble.UNREACHABLE),
        (cut("MOVE"), Trouble.UNREACHABLE),
    ],
)
def test_a_refusal_is_told_and_nothing_half_written_has_a_letters_name(
    server: DavServer, delivery: WebDavDelivery, fault: Fault, trouble: Trouble
) -> None:
    server.fault = fault
    assert trouble_of_writing(delivery) is trouble
    server.fault = None
    assert [entry.name for entry in delivery.listing("to-lead", ENDING).entries] == ["0a.vvb"]
    delivery.write("to-lead", "0b.vvb", b"letter")
    assert delivery.read("to-lead", "0b.vvb", 100) == b"letter"


def test_a_wrong_password_is_tried_once_only(server: DavServer) -> None:
    with closing(WebDavDelivery(server.place(password="forkert"))) as delivery:
        assert trouble_of_writing(delivery) is Trouble.PASSWORD
    assert len(server.requests) == 1, "more would lock the account"


@pytest.mark.parametrize("method", ["PUT", "MOVE"])
@pytest.mark.parametrize("after", [False, True])
def test_a_connection_that_is_cut_twice_is_taken_up_again(
    server: DavServer, delivery: WebDavDelivery, method: str, after: bool
) -> None:
    server.fault = cut(method, times=2, after=after)
    delivery.write("to-lead", "0b.vvb", b"letter")
    assert delivery.read("to-lead", "0b.vvb", 100) == b"letter"
    assert sorted(path.name for path in (server.root / "to-lead").iterdir()) == ["0a.vvb", "0b.vvb"]


def test_moving_and_removing_are_done_once_though_the_answer_was_cut(
    server: DavServer, delivery: WebDavDelivery
) -> None:
    delivery.write("taken/0a", "x.vvb", b"x")
    server.fault = cut("MOVE", times=1, after=True)
    delivery.move("to-lead", "0a.vvb", "taken/0a", "0a.vvb")
    server.fault = cut("DELETE", times=1, after=True)
    delivery.remove("taken/0a", "x.vvb")
    server.fault = None
    assert [one.name for one in delivery.listing("taken/0a", ENDING).entries] == ["0a.vvb"]


def test_a_server_that_says_nothing_is_not_waited_for(
    server: DavServer, delivery: WebDavDelivery
) -> None:
    server.fault = silent(server, "PUT")
    assert trouble_of_writing(delivery) is Trouble.UNREACHABLE
    assert len(server.requests) == 1


def test_a_server_that_never_ends_is_not_listened_to_for_long(
    server: DavServer, delivery: WebDavDelivery
) -> None:
    def drops() -> Iterator[bytes]:
        while not server.release.wait(0.2):
            yield b"x"

    server.fault = answer(drops(), "200 OK", "GET")
    with pytest.raises(DeliveryError) as error:
        delivery.read("to-lead", "0a.vvb", 1_000_000)
    assert error.value.trouble is Trouble.UNREACHABLE


def test_an_answer_without_end_is_not_kept(server: DavServer, delivery: WebDavDelivery) -> None:
    def flood() -> Iterator[bytes]:
        for _ in range(100):
            yield b"x" * 1_000_000

    server.fault = answer(flood(), "200 OK", "GET")
    with pytest.raises(DeliveryError) as error:
        delivery.read("to-lead", "0a.vvb", 1_000)
    assert error.value.trouble is Trouble.TOO_LARGE


def test_an_answer_that_was_packed_unasked_is_refused(
    server: DavServer, delivery: WebDavDelivery
) -> None:
    server.fault = answer(b"\x1f\x8b" + b"x" * 100, "200 OK", "GET", Content_Encoding="gzip")
    with pytest.raises(DeliveryError) as error:
        delivery.read("to-lead", "0a.vvb", 1_000)
    assert error.value.trouble is Trouble.ANSWER


def test_a_redirect_does_not_lead_the_password_elsewhere(
    server: DavServer, delivery: WebDavDelivery
) -> None:
    location = server.place().address + "elsewhere/"
    server.fault = answer(b"", "302 Found", "GET", "PROPFIND", Location=location)
    for use in (
        lambda: delivery.read("to-lead", "0a.vvb", 100),
        lambda: delivery.listing("to-lead", ENDING),
    ):
        with pytest.raises(DeliveryError) as error:
            use()
        assert error.value.trouble is Trouble.ANSWER
    assert not any("elsewhere" in request for request in server.requests)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Log in to the guest network</html",
        b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x xmlns="DAV:"><href>&b;</href></x>',
        b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
        b'<multistatus xmlns="DAV:"><response><href>'
        + b"x" * 5_000
        + b"</href></response></multistatus>",
        b'<multistatus xmlns="DAV:"><response><href>http://[x</href></response></multistatus>',
    ],
)
def test_an_answer_that_is_none_is_refused(
    server: DavServer, delivery: WebDavDelivery, body: bytes
) -> None:
    server.fault = answer(body, "207 Multi-Status", "PROPFIND")
    with pytest.raises(DeliveryError) as error:
        delivery.listing("to-lead", ENDING)
    assert error.value.trouble is Trouble.ANSWER


def test_names_that_lead_elsewhere_are_not_believed(
    server: DavServer, delivery: WebDavDelivery
) -> None:
    hrefs = (
        "/dav/to-lead/", "/dav/to-lead/0a.vvb", "/dav/to-lead/../0b.vvb", "/dav/to-lead/%2e%2e/0c.vvb",
        "/dav/to-lead/..%2f0d.vvb", "/dav/0e.vvb", "https://example.org/0f.vvb", "/dav/to-lead/a%5c0.vvb",
        "/dav/to-lead/x/0g.vvb", "", "/dav/to-lead/0h%00.vvb",
    )  # fmt: skip
    told = "".join(f"<response><href>{href}</href></response>" for href in hrefs)
    body = f'<multistatus xmlns="DAV:">{told}</multistatus>'.encode()
    server.fault = answer(body, "207 Multi-Status", "PROPFIND")
    listing = delivery.listing("to-lead", ENDING)
    assert [entry.name for entry in listing.entries] == ["0a.vvb"]
    assert listing.foreign == len(hrefs) - 2


def test_an_answer_about_100_000_files_is_read_in_one_pass() -> None:
    one = (
        "<d:response><d:href>/dav/to-lead/billede-{}.jpg</d:href><d:propstat><d:prop>"
        "<d:resourcetype/><d:getcontentlength>12</d:getcontentlength><d:getetag>&quot;x&quot;"
        "</d:getetag></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>"
    )
    body = '<d:multistatus xmlns:d="DAV:">' + "".join(map(one.format, range(100_000)))
    found = read_multistatus((body + "</d:multistatus>").encode())
    assert len(found) == 100_000
    assert (found[7].path, found[7].size, found[7].mark) == (
        "/dav/to-lead/billede-7.jpg",
        12,
        '"x"',
    )


def test_nobody_there_is_told(server: DavServer) -> None:
    place = server.place()
    server.server.stop()
    with closing(WebDavDelivery(place)) as delivery:
        assert trouble_of_writing(delivery) is Trouble.UNREACHABLE


def test_a_name_that_no_server_has_is_told() -> None:
    place = Place(kind=PlaceKind.WEBDAV, address="https://vejviser.invalid/dav")
    with closing(WebDavDelivery(place)) as delivery:
        assert trouble_of_writing(delivery) is Trouble.UNREACHABLE
