"""How dates, times, numbers and the closed vocabularies are written for people."""

from datetime import date, datetime, time

from app.models.types import (
    Address,
    AgeBand,
    Channel,
    ContactKind,
    ContactRole,
    Gender,
    OfferKind,
    Profession,
    Role,
    Sector,
    Shift,
    SickLeave,
    VisitStatus,
)
from app.texts import Text

DATE_FORMAT = "%d-%m-%Y"
"""The one way in which a date is shown."""

_WEEKDAYS = (
    Text("mandag", "Monday"),
    Text("tirsdag", "Tuesday"),
    Text("onsdag", "Wednesday"),
    Text("torsdag", "Thursday"),
    Text("fredag", "Friday"),
    Text("lørdag", "Saturday"),
    Text("søndag", "Sunday"),
)


def short_date(day: date) -> str:
    """Return a date as dd-mm-yyyy."""
    return day.strftime(DATE_FORMAT)


def weekday(day: date) -> Text:
    """Return the name of the day of the week."""
    return _WEEKDAYS[day.weekday()]


def short_time(time: str) -> str:
    """Return HH:MM as it is written in Danish: 14.05."""
    return time.replace(":", ".")


def clock_time(instant: datetime | time) -> str:
    """Return the time of day of a local instant, the same wherever one is shown: 09.05."""
    return instant.strftime("%H.%M")


def grouped_phone(phone: str) -> str:
    """Return a Danish phone number in pairs, 12 34 56 78; any other number as it was typed."""
    digits = "".join(phone.split())
    if len(digits) == 8 and digits.isdigit():
        return " ".join(digits[i : i + 2] for i in range(0, 8, 2))
    return phone


def address_line(address: Address) -> str:
    """Return an address in one line: Demotorvet 1, 6880 Tarm."""
    town = f"{address.postcode} {address.city}".strip()
    return ", ".join(part for part in (address.street, town) if part)


def small(text: str) -> str:
    """Return words as they stand within a sentence; "HR-kontoret" and "2. sal" stay as they are."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def whole_number(number: int) -> str:
    """Return a number with a dot between thousands: 1.234."""
    return f"{number:,}".replace(",", ".")


NOT_TOLD = Text("Ikke oplyst", "Not told")

KINDS = {
    ContactKind.FIRST: Text("Unik", "First"),
    ContactKind.RETURNING: Text("Genganger", "Returning"),
    ContactKind.PHONE_NO_WORKPLACE: Text("Telefon uden arbejdsplads", "Phone, no workplace"),
    ContactKind.ANONYMOUS: Text("Anonym", "Anonymous"),
}
CHANNELS = {
    Channel.WORKPLACE: Text("På arbejdspladsen", "At the workplace"),
    Channel.ELSEWHERE: Text("Andet sted", "Elsewhere"),
    Channel.PHONE: Text("Telefon", "Phone"),
    Channel.EMAIL: Text("E-mail", "E-mail"),
    Channel.VIDEO: Text("Video", "Video"),
}
ROLES = {
    Role.EMPLOYEE: Text("Medarbejder", "Employee"),
    Role.UNION_REP: Text("TR", "Union rep"),
    Role.SAFETY_REP: Text("AMR", "Safety rep"),
    Role.MANAGER: Text("Leder", "Manager"),
    Role.HR: Text("HR", "HR"),
    Role.OTHER: Text("Anden", "Other"),
    Role.NOT_TOLD: NOT_TOLD,
}
SICK_LEAVES = {
    SickLeave.NONE: Text("Ikke sygemeldt", "Not sick-listed"),
    SickLeave.AT_RISK: Text("I risiko", "At risk"),
    SickLeave.PARTIAL: Text("Delvis", "Partly"),
    SickLeave.FULL: Text("Fuldt", "Fully"),
    SickLeave.NOT_TOLD: NOT_TOLD,
}
GENDERS = {
    Gender.WOMAN: Text("Kvinde", "Woman"),
    Gender.MAN: Text("Mand", "Man"),
    Gender.OTHER: Text("Andet", "Other"),
    Gender.NOT_TOLD: NOT_TOLD,
}
AGE_BANDS = {
    AgeBand.UNDER_19: Text("Under 19", "Under 19"),
    AgeBand.FROM_19: Text("19–28", "19–28"),
    AgeBand.FROM_29: Text("29–38", "29–38"),
    AgeBand.FROM_39: Text("39–48", "39–48"),
    AgeBand.FROM_49: Text("49–58", "49–58"),
    AgeBand.OVER_58: Text("Over 58", "Over 58"),
    AgeBand.NOT_TOLD: NOT_TOLD,
}
SECTORS = {
    Sector.PRIVATE: Text("Privat", "Private"),
    Sector.MUNICIPAL: Text("Kommunal", "Municipal"),
    Sector.REGIONAL: Text("Regional", "Regional"),
    Sector.STATE: Text("Statslig", "State"),
    Sector.OTHER: Text("Anden", "Other"),
}
CONTACT_ROLES = {
    ContactRole.MANAGER: Text("Leder", "Manager"),
    ContactRole.HR: Text("HR", "HR"),
    ContactRole.UNION_REP: Text("TR", "Union rep"),
    ContactRole.SAFETY_REP: Text("AMR", "Safety rep"),
    ContactRole.OTHER: Text("Anden", "Other"),
}
OFFER_KINDS = {
    OfferKind.HEALTH_INSURANCE: Text("Sundhedsforsikring", "Health insurance"),
    OfferKind.PENSION: Text("Pensionsordning", "Pension scheme"),
    OfferKind.STAFF_PHYSIOTHERAPY: Text("Fysioterapi for ansatte", "Staff physiotherapy"),
    OfferKind.PSYCHOLOGIST: Text("Psykologhjælp", "Psychologist"),
    OfferKind.TRAINING: Text("Træning", "Training"),
    OfferKind.COACHING: Text("Coaching", "Coaching"),
    OfferKind.OTHER: Text("Andet", "Other"),
}
SHIFTS = {
    Shift.NONE: Text("Ingen vagt", "No shift"),
    Shift.DAY: Text("Dagholdet", "Day shift"),
    Shift.EVENING: Text("Aftenholdet", "Evening shift"),
    Shift.NIGHT: Text("Natholdet", "Night shift"),
}
VISIT_STATES = {
    VisitStatus.PLANNED: Text("Planlagt", "Planned"),
    VisitStatus.RUNNING: Text("I gang", "Running"),
    VisitStatus.HELD: Text("Holdt", "Held"),
    VisitStatus.CANCELLED: Text("Aflyst", "Cancelled"),
    VisitStatus.MOVED: Text("Flyttet", "Moved"),
}
PROFESSIONS = {
    Profession.SOCIAL_WORKER: Text("Socialrådgiver", "Social worker"),
    Profession.PHYSIOTHERAPIST: Text("Fysioterapeut", "Physiotherapist"),
    Profession.OTHER: Text("Anden faggruppe", "Other profession"),
}
