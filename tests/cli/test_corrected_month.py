"""A month that was corrected and not restated is not passed over in silence when letters are made."""

from contextlib import closing
from pathlib import Path

from app.models.clock import local_today
from app.models.month_closing import close_month
from app.models.periods import Period, months_back
from app.models.store import Store
from app.models.team.project import accept_card, create_project
from app.models.team.rosters import Rosters
from tests.cli.team import Installation, an_installation, ok
from tests.records import add_contact
from tests.sharing import card_of
from tests.stores import new_store


def last_month(store: Store) -> Period:
    return Period.month(months_back(local_today(store.clock), 1))


def test_a_corrected_month_is_named_with_the_command_that_makes_it_ready(tmp_path: Path) -> None:
    ann = an_installation(tmp_path / "ann", "AB")
    with closing(ann.open()) as store, closing(new_store(tmp_path / "lead")) as lead:
        create_project(lead)
        accept_card(lead, card_of(store))
        Rosters(store).take(Rosters(lead).require())
        month = last_month(store)
        add_contact(store, None, month.first)
        close_month(store, month, anyway=True)
    assert "Månedens tal" in ok(ann, "bundle", "make")
    assert ok(ann, "bundle", "make") == "Der blev ikke fundet noget.\n"
    _correct(ann)
    said = ok(ann, "bundle", "make")
    assert "er rettet, siden den blev lukket; rettelsen er ikke gjort klar." in said
    assert f"»vejviser close --month {month.first:%Y-%m} --restate --reason …«" in said
    assert "Der blev ikke fundet noget." not in said
    named = ok(ann, "bundle", "make", "--month", f"{month.first:%Y-%m}")
    assert "rettelsen er ikke gjort klar." in named


def _correct(ann: Installation) -> None:
    with closing(ann.open()) as store:
        add_contact(store, None, last_month(store).first)
