"""The sentences of the plan in both languages: decimals and holidays are written as each does."""

from datetime import date

import pytest

from app.models.closures import Closure
from app.texts import Language, Text
from app.ui.pages.plan import words
from app.ui.pages.workplaces import rule_words

CHRISTMAS = Closure(date(2026, 12, 25), Text("Juledag", "Christmas Day"), holiday=True)
STOCKTAKING = Closure(date(2026, 11, 27), Text("Lageroptælling", "Lageroptælling"), holiday=False)


@pytest.mark.parametrize(
    ("language", "holiday", "hours", "rate"),
    [("da", "juledag", "1,5\u00a0t", "2,05"), ("en", "Christmas Day", "1.5\u00a0t", "2.05")],
)
def test_a_language_keeps_its_own_capitals_and_decimals(
    language: Language, holiday: str, hours: str, rate: str
) -> None:
    def said(text: Text) -> str:
        return text.in_language(language)

    assert words.closure_name(said, CHRISTMAS) == holiday
    assert words.closure_name(said, STOCKTAKING) == "lageroptælling"
    assert words.hours(said, 90) == hours, "the unit comes from the catalogue of the window"
    assert rule_words.per_hour(said, 205) == rate


def test_whole_hours_have_no_decimals() -> None:
    assert words.hours(lambda text: text.da, 120) == "2\u00a0t"


@pytest.mark.parametrize(
    ("typed", "shown"), [("Kantinen", "kantinen"), ("HR-kontoret", "HR-kontoret"), ("", "")]
)
def test_a_word_within_a_sentence_is_small_unless_it_is_an_abbreviation(
    typed: str, shown: str
) -> None:
    assert words.small(typed) == shown
