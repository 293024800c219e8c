"""A project as rows of plain values, for the independent count."""

from dataclasses import dataclass

MOST_CONTACTS = 14


@dataclass
class PlainContact:
    """A contact; ``number`` is its place in the order of entry, dates are ISO text."""

    number: int
    date: str
    time: str
    person: int | None
    workplace: str | None
    visit: int | None
    channel: str
    role: str
    sick_leave: str
    reasons: list[str]
    advice: list[str]
    said_returning: bool


@dataclass
class PlainVisit:
    """A visit and its length in seconds; ``planned`` is its length in the plan, in minutes.

    ``rule`` and ``occurrence`` say for which visit of which rule it stands.
    """

    workplace: str
    date: str
    status: str
    seconds: int
    shift: str = ""
    planned: int | None = None
    rule: int | None = None
    occurrence: str = ""


@dataclass
class PlainRule:
    """Every n-th week from the week of ``since`` on, which is also its first day."""

    workplace: str
    every: int
    weekdays: list[int]
    since: str
    until: str
    minutes: int
    shift: str


@dataclass
class PlainActivity:
    """An activity; ``topics`` and ``workplaces`` are codes."""

    date: str
    kind: str
    status: str
    minutes: int
    participants: int | None
    topics: list[str]
    workplaces: list[str]


@dataclass
class PlainReferral:
    """A referral made at the contact of that number, or of the first person; days are ISO text."""

    contact: int | None
    advice: str
    suggested: str
    state: str
    since: str
    sessions: list[str]
    outcome: str


@dataclass
class PlainPromise:
    """A promise written down on a day; ``done`` is None until it is kept."""

    contact: int | None
    workplace: str | None
    written: str
    due: str
    done: str | None


@dataclass
class PlainProject:
    """People are (gender, year of birth); workplaces are code to sector.

    ``closed`` are days with the workplace that is closed, None for all of them.
    """

    workplaces: dict[str, str]
    people: list[tuple[str, int | None]]
    contacts: list[PlainContact]
    visits: list[PlainVisit]
    retired: dict[str, str]
    rules: list[PlainRule]
    closed: list[tuple[str, str | None]]
    activities: list[PlainActivity]
    referrals: list[PlainReferral]
    promises: list[PlainPromise]
    today: str
