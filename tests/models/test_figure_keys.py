"""The names of figures: written, read back, and guessed at."""

import pytest

from app.errors import NotFound
from app.models.figure_keys import Family, FigureKey, key_of, named_key

KEYS = {
    "contacts.first": FigureKey(family=Family.CONTACTS, figure="first"),
    "persons_seen": FigureKey(family=Family.PERSONS_SEEN),
    "persons.age.19-28": FigureKey(family=Family.PERSONS, split="age", code="19-28"),
    "reasons.first.total": FigureKey(family=Family.REASONS, universe="first", figure="total"),
    "reasons.first.by_code.P01": FigureKey(
        family=Family.REASONS, universe="first", split="by_code", code="P01"
    ),
    "by_workplace.ARLA-DP.returning": FigureKey(
        family=Family.BY_WORKPLACE, workplace="ARLA-DP", figure="returning"
    ),
    "visits_by_month.2018-09.held": FigureKey(
        family=Family.VISITS_BY_MONTH, month="2018-09", figure="held"
    ),
    "presence.TIM.none.2.low": FigureKey(
        family=Family.PRESENCE, workplace="TIM", shift="none", weekday="2", figure="low"
    ),
    "activities.topics.T01": FigureKey(family=Family.ACTIVITIES, split="topics", code="T01"),
    "activities.all.held": FigureKey(family=Family.ACTIVITIES, split="all", figure="held"),
    "referrals.by_advice.A02.made": FigureKey(
        family=Family.REFERRALS, split="by_advice", code="A02", figure="made"
    ),
}


@pytest.mark.parametrize("text", KEYS)
def test_a_key_is_the_path_to_its_figure(text: str) -> None:
    assert key_of(tuple(text.split("."))) == KEYS[text]
    assert str(KEYS[text]) == text


@pytest.mark.parametrize(
    "text", ["nothing", "contacts", "contacts.", "visits.held.more", "activities.by_kind.network"]
)
def test_a_path_that_no_figure_has(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a valid Family|no figure has"):
        key_of(tuple(text.split(".")))


@pytest.mark.parametrize(
    ("text", "nearest"),
    [("contacts.frist", "contacts.first"), ("arla", "by_workplace.ARLA-DP.returning"), ("", "")],
)
def test_an_unknown_key_names_the_nearest(text: str, nearest: str) -> None:
    known = dict.fromkeys(KEYS.values(), 0)
    with pytest.raises(NotFound) as caught:
        named_key(text, known)
    assert f"»{text}«" in caught.value.why.da
    assert caught.value.next_step.en.startswith(f"The nearest are: {nearest}")
    assert named_key("Persons.AGE.19-28 ", known) == KEYS["persons.age.19-28"]
