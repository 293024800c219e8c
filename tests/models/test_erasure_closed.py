"""Erasing a person leaves closed months as they are, and finds nothing of anybody in them."""

import zlib
from datetime import date

from app.models.erasure import erase_person
from app.models.freezing import freeze
from app.models.frozen import unpack
from app.models.month_changes import is_corrected
from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.store import Store
from app.models.types import Person
from app.paths import Paths
from tests.canaries import canaries
from tests.models.test_erasure import TEXTS, canary, paths

__all__ = ["canary", "paths"]
SEPTEMBER = Period.month(date(2026, 9, 1))


def test_a_closed_month_holds_nobody_and_stays_as_it_is(
    store: Store, paths: Paths, canary: Person
) -> None:
    ids = [contact.id for contact in store.inquiries.of_person(canary.id)]
    close = close_month(store, SEPTEMBER, anyway=True)
    assert store.key is not None
    plain = zlib.decompress(close.figures)
    secrets = canaries(store.key, (*TEXTS, canary.id, *ids))
    assert [name for name, secret in secrets.items() if secret.lower() in plain.lower()] == []

    erase_person(store, paths, canary.id)

    assert store.month_closes.revisions("2026-09") == (close,)
    assert freeze(store, SEPTEMBER) == unpack(close.figures), "persons behind the counts, too"
    assert not is_corrected(store, close)
    assert store.audit.of_record(close.id)[0].after is not None
