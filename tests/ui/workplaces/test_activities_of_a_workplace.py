"""The card of a workplace's activities: the last ones, each on its way to the plan."""

from datetime import date, timedelta

import pytest

from app.models.plan_types import Activity, ActivityKind, ActivityStatus
from app.models.store import Store
from app.models.types import RecordId, Workplace
from app.ui.pages.plan.target import ShowActivity
from app.ui.pages.workplaces.activities_section import ActivitiesSection
from app.ui.pages.workplaces.page import WorkplacesPage
from app.ui.widgets.action_button import ActionButton

FRIDAY = date(2026, 11, 20)


def talk(store: Store, *places: Workplace, day: date = FRIDAY, title: str = "SU-møde") -> Activity:
    return store.activities.add(
        Activity(
            date=day,
            time="13:00",
            kind=ActivityKind.TALK_LIAISON,
            status=ActivityStatus.HELD,
            title=title,
            participants=14,
            workplace_ids=tuple(place.id for place in places),
            counsellor_ids=(store.settings.counsellor_id,),
        )
    )


@pytest.fixture
def card(lem_page: WorkplacesPage) -> ActivitiesSection:
    return lem_page.form.activities


def lines(card: ActivitiesSection) -> list[ActionButton]:
    return [each for each in card.findChildren(ActionButton) if not each.isHidden()]


def test_the_card_comes_with_the_first_activity_and_goes_with_the_last(
    card: ActivitiesSection, store: Store, lem: Workplace
) -> None:
    assert card.isHidden()
    made = talk(store, lem)
    assert not card.isHidden()
    assert [each.text() for each in lines(card)] == ["20-11-2026 · SU-møde · holdt · 14 deltagere"]
    store.activities.delete(made.id)
    assert card.isHidden()


def test_only_the_last_five_for_this_workplace_are_shown(
    card: ActivitiesSection, lem_page: WorkplacesPage, store: Store, lem: Workplace
) -> None:
    tim = store.workplaces.add(Workplace(code="TIM", name="Tim Plejehjem"))
    talk(store, tim, title="Et andet sted")
    for week in range(6):
        talk(store, lem, tim, day=FRIDAY - timedelta(weeks=week), title=f"Nr. {week}")
    told = [each.text().split(" · ")[1] for each in lines(card)]
    assert told == [f"Nr. {week}" for week in range(5)]
    lem_page.open(tim.id)
    assert "Et andet sted" in {each.text().split(" · ")[1] for each in lines(card)}
    lem_page.open(lem.id)
    assert [each.text().split(" · ")[1] for each in lines(card)] == told


def test_an_activity_opens_in_the_plan(
    card: ActivitiesSection, store: Store, lem: Workplace, visited: list[tuple[str, object]]
) -> None:
    made = talk(store, lem)
    lines(card)[0].click()
    assert visited == [("plan", ShowActivity(RecordId(made.id), FRIDAY))]
