"""The topics of activities are a dated list."""

from datetime import date

from msgspec.structs import replace

from app.models.topics import topic_label, topics
from app.texts import Text


def test_topics_have_codes_that_are_never_used_twice() -> None:
    codes = [topic.code for topic in topics()]
    assert len(set(codes)) == len(codes)
    assert all(code[0].isalpha() for code in codes)  # no spreadsheet makes a number of it
    assert all(topic.label.da and topic.label.en for topic in topics())


def test_a_topic_is_chosen_from_its_first_day_and_until_it_is_retired() -> None:
    topic = replace(topics()[0], valid_from=date(2026, 1, 1), retired_on=date(2026, 7, 1))
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1)]
    assert [topic.is_valid(day) for day in days] == [False, True, True, False]
    assert replace(topic, retired_on=None).is_valid(date.max)


def test_an_unknown_topic_is_called_by_its_code() -> None:
    assert topic_label(topics()[0].code) == topics()[0].label
    assert topic_label("T99") == Text("T99", "T99")
