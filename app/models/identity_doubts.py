"""What speaks against one person where a contact is linked or two records are merged; it only warns."""

from collections.abc import Iterator

from app.models.rules import age_band
from app.models.types import Gender, Inquiry, Person
from app.models.words import AGE_BANDS, GENDERS, small
from app.texts import Text


def doubts_of_link(inquiry: Inquiry, person: Person) -> tuple[Text, ...]:
    """Return where what was told anonymously is not what is known of the person."""
    return tuple(_link_doubts(inquiry, person))


def doubts_of_merging(one: Person, other: Person) -> tuple[Text, ...]:
    """Return which known facts of two records differ."""
    return tuple(_merging_doubts(one, other))


def _link_doubts(inquiry: Inquiry, person: Person) -> Iterator[Text]:
    name = Text(person.name, person.name)
    if _differ(inquiry.gender, person.gender):
        yield Text(
            "Henvendelsen blev fortalt som »{told}«, men {name} er registreret som »{known}«.",
            "The inquiry was told as “{told}”, but {name} is registered as “{known}”.",
        ).format(told=GENDERS[inquiry.gender], name=name, known=GENDERS[person.gender])
    band = age_band(person.birth_year, inquiry.date.year)
    if _differ(inquiry.age_band, band):
        yield Text(
            "Henvendelsen blev fortalt som »{told}« år, men {name} er født i {year} og var »{known}«.",
            "The inquiry was told as aged “{told}”, but {name} was born in {year} and was “{known}”.",
        ).format(
            told=AGE_BANDS[inquiry.age_band],
            name=name,
            year=person.birth_year,
            known=AGE_BANDS[band],
        )


def _merging_doubts(one: Person, other: Person) -> Iterator[Text]:
    years = one.birth_year, other.birth_year
    if _differ(*years):
        yield Text(
            f"Posterne har forskelligt fødselsår: {years[0]} og {years[1]}.",
            f"The records have different years of birth: {years[0]} and {years[1]}.",
        )
    if _differ(one.gender, other.gender):
        yield Text(
            "Posterne har forskelligt køn: {one} og {other}.",
            "The records have different genders: {one} and {other}.",
        ).format(one=_gender(one.gender), other=_gender(other.gender))


def _differ(one: object, other: object) -> bool:
    """Tell whether two facts are known and not the same."""
    return bool(one) and bool(other) and one != other


def _gender(gender: Gender) -> Text:
    return Text(small(GENDERS[gender].da), small(GENDERS[gender].en))
