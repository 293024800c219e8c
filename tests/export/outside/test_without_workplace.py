"""Who was talked to at a workplace has one: nobody works the few at a small one out by that."""

from datetime import date

from app.export.outside.profiles import Profile
from app.export.outside.releasing import Asked, protect_request, read_request
from app.models.month_closing import close_month
from app.models.store import Store
from app.models.types import Channel
from tests.export.outside.project import Year, month
from tests.records import add_contact

_CONTACTS = {"STOR": 12, "MELLEM": 11, "LILLE": 4}
ALL, THERE = "project|2025-01|contacts|all!", "project|2025-01|channels|workplace!"
OUTSIDE, FEW = "project|2025-01|outside|all!", "place:LILLE|2025-01|contacts|all!"


def test_calls_do_not_tell_how_many_came_to_a_small_workplace(store: Store) -> None:
    """27 of 29 at a workplace, two calls about none: so the others would be those of the small one."""
    year = Year(store, 5)
    people = iter(year.people)
    for place in year.places:
        for number in range(_CONTACTS[place.code]):
            reasons = (("P01", "S01")[number % 2],)
            day = date(2025, 1, 6 + number % 3)
            who = next(people) if number % 2 else None
            add_contact(store, who, day, workplace_id=place.id, reasons=reasons)
    for _ in range(2):
        add_contact(store, None, date(2025, 1, 9), channel=Channel.PHONE)
    close_month(store, month(1), anyway=True)
    report = protect_request(read_request(store, Asked(Profile.STEERING, month(1))))

    figures = report.release.figures
    assert figures[ALL] == 29
    assert figures[FEW] is None
    certificate = report.readers_certificate
    low, high = certificate.ranges()[FEW]
    assert high - low >= 3
    for values in certificate.alternatives:
        told = figures | dict(zip(certificate.cells, values, strict=True))
        all_of_them, there, outside = (told[cell] or 0 for cell in (ALL, THERE, OUTSIDE))
        assert there + outside <= all_of_them
