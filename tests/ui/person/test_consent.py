"""Consent on the page of a person: given, withdrawn, dated, and in the history; new promises too."""

from datetime import date

from PySide6.QtWidgets import QLabel, QWidget

from app.models.consent import Consent
from app.models.store import Store
from app.models.types import Person, PromisedChannel
from app.ui.services import Services
from tests.keyboard import Typist
from tests.ui.conftest import RecordingNotices
from tests.ui.person.conftest import Opened

TODAY = date(2026, 11, 21)


def said(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_each_consent_is_given_with_one_key_and_withdrawn_with_enter(
    opened: Opened, store: Store, karen: Person, services: Services, notices: RecordingNotices
) -> None:
    page, typist = opened(), Typist()
    assert said(page.consent).count("Ikke givet") == 2

    typist.press("E")
    assert store.people.get(karen.id).evaluator_consent_on == TODAY
    typist.press("S")
    assert store.people.get(karen.id).consent_on == TODAY
    assert said(page.consent).count("Givet 21-11-2026") == 2
    assert typist.keys == 2

    typist.press("S")
    assert store.people.get(karen.id).consent_on == TODAY, "one stray letter withdraws nothing"
    assert page.consent.buttons[Consent.REGISTRATION].hasFocus()
    assert notices.told[-1].startswith("Samtykket er givet.")
    typist.press("Space")
    assert store.people.get(karen.id).consent_on is None
    assert notices.told[-1].startswith("Samtykke til registrering er trukket tilbage.")
    assert "rettet: Samtykke til registrering" in said(page.facts)

    services.commands.undo()
    assert store.people.get(karen.id).consent_on == TODAY
    assert page.consent.buttons[Consent.REGISTRATION].hasFocus(), "the focus stays"


def test_a_button_keeps_the_focus_and_says_what_it_does(
    opened: Opened, store: Store, karen: Person
) -> None:
    page = opened()
    button = page.consent.buttons[Consent.EVALUATOR]
    assert button.accessibleName() == "Notér samtykke: Må ringes op af evaluator"
    button.setFocus()
    Typist().press("Space")
    after = page.consent.buttons[Consent.EVALUATOR]
    assert after.hasFocus()
    assert after.accessibleName() == "Træk tilbage: Må ringes op af evaluator"


def test_another_day_is_typed_in_the_form(opened: Opened, store: Store, karen: Person) -> None:
    page, typist = opened(), Typist()
    typist.press("F2")
    field = page.form.consents[Consent.REGISTRATION]
    field.line.setFocus()
    typist.type("i går")
    typist.press("Enter")
    assert store.people.get(karen.id).consent_on == date(2026, 11, 20)

    typist.press("F2")
    field.line.setFocus()
    typist.press("Ctrl+A")
    typist.type("+1")
    typist.press("Enter")
    assert "Et samtykke er givet i dag eller før." in said(page.form)
    typist.press("Ctrl+A")
    typist.type("engang")
    typist.press("Enter")
    assert "Datoen kan ikke læses" in said(page.form)
    assert store.people.get(karen.id).consent_on == date(2026, 11, 20)


def test_letters_typed_into_a_field_are_only_letters(
    opened: Opened, store: Store, karen: Person
) -> None:
    page, typist = opened(), Typist()
    typist.press("F2", "Ctrl+A")
    typist.type("sen")
    assert page.form.name.text() == "sen"
    assert store.people.get(karen.id) == karen
    assert page.promises.form.isHidden()


def test_a_promise_is_made_corrected_and_commented_in_place(
    opened: Opened, store: Store, karen: Person, services: Services
) -> None:
    page, typist = opened(), Typist()
    typist.press("N")
    typist.type("Ring om søvnen")
    page.promises.form.channel.setFocus()
    typist.type("t")
    typist.press("Ctrl+S")

    made = max(store.followups.open(), key=lambda each: each.due_on)
    assert (made.text, made.channel, made.due_on) == (
        "Ring om søvnen",
        PromisedChannel.PHONE,
        date(2026, 11, 28),
    )
    assert (made.person_id, made.workplace_id) == (karen.id, karen.workplace_id)
    assert page.promises.form.isHidden()
    assert page.promises.new_button.hasFocus()

    page.promises.rows[-1].setFocus()
    typist.press("K")
    assert page.promises.form.comment.hasFocus()
    typist.type("Kommer forbi")
    typist.press("Enter")
    assert store.followups.get(made.id).comment == "21-11: Kommer forbi"
    assert "Kommer forbi" in said(page.promises)

    services.commands.undo()
    assert store.followups.get(made.id).comment == ""


def test_a_promise_that_is_being_typed_is_kept_when_the_page_is_left(
    opened: Opened, store: Store
) -> None:
    page = opened()
    Typist().press("N")
    Typist().type("Ring")
    page.leave()
    assert "Ring" in [each.text for each in store.followups.open()]
