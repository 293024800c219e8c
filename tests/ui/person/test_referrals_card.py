"""Where a person was referred to, with the keys of the page Henvisninger."""

from datetime import date

from PySide6.QtWidgets import QLabel

from app.models.case_types import ReferralState
from app.models.store import Store
from app.models.types import Person
from app.ui.pages.referrals.target import ReferPerson, ShowReferral
from app.ui.services import Services
from app.ui.widgets.measure import em
from tests.keyboard import Typist
from tests.records import add_referral
from tests.ui.person.conftest import Opened

TODAY = date(2026, 11, 21)


def test_a_referral_is_begun_from_the_person(
    opened: Opened, karen: Person, visited: list[tuple[str, object]]
) -> None:
    page = opened()
    page.referrals.refer_button.setFocus()
    Typist().press("Space")
    assert visited == [("referrals", ReferPerson(karen.id))]


def test_the_keys_of_the_page_work_here_too(
    opened: Opened,
    store: Store,
    services: Services,
    karen: Person,
    visited: list[tuple[str, object]],
) -> None:
    talk = store.inquiries.of_person(karen.id)[0]
    made = add_referral(store, talk, provider="Coachhuset", quota=3)
    page = opened()
    (row,) = page.referrals.list.rows
    assert row.accessibleName() == (
        "Coaching-samtaler hos Coachhuset. Foreslået 20-11-2026. 0 af 3 aftalte sessioner"
    )
    row.setFocus()
    typist = Typist()
    typist.press("Space")
    assert store.referrals.get(made.id).sessions == (TODAY,)
    assert page.referrals.list.rows[0].hasFocus()
    typist.press("3")
    completed = store.referrals.get(made.id)
    assert completed.state is ReferralState.COMPLETED
    assert visited == [("referrals", ShowReferral(made.id, None, karen.id))], (
        "to ask what it led to"
    )
    services.commands.undo()
    page.referrals.list.rows[0].setFocus()
    typist.press("5")
    assert visited[-1] == ("referrals", ShowReferral(made.id, ReferralState.DECLINED, karen.id))
    typist.press("Delete")
    assert store.referrals.count() == 0
    assert page.referrals.refer_button.hasFocus()


def test_what_it_is_about_is_never_a_narrow_column_beside_its_buttons(
    opened: Opened, store: Store, karen: Person
) -> None:
    talk = store.inquiries.of_person(karen.id)[0]
    add_referral(store, talk, provider="Coachhuset", quota=3)
    page = opened()
    page.resize(1158, 900)
    (row,) = page.referrals.list.rows
    title = next(one for one in row.findChildren(QLabel) if "Coachhuset" in one.text())
    assert title.width() >= em(row, 20)
