"""What the columns of the cube mean, and the warning that stands wherever the cube is."""

from collections.abc import Mapping

from app.models.command_words import command_words
from app.models.visit_counting import VisitSums
from app.texts import Text

_FOR_OTHERS = command_words("report --profile", at_lead=True)
WARNING = Text(
    "UBESKYTTET, KUN TIL INTERN BRUG. Tallene er ikke beskyttet mod genkendelse: små tal står, som"
    " de er, og en række kan være én persons. De er helbredsoplysninger. Udgiv dem ikke, og send dem"
    f" ikke videre; brug »{_FOR_OTHERS}« til andre.",
    "UNPROTECTED, INTERNAL ONLY. These figures are not protected against disclosure: small counts"
    " stand as they are, and a row may be one person's. They are health data. Do not publish them"
    f" and do not pass them on; use “{_FOR_OTHERS}” for others.",
)

TABLES: Mapping[str, Text] = {
    "contacts": Text(
        "Henvendelser efter alt, der spørges om; »erased« står for det, der ikke fortælles om en"
        " slettet person.",
        "Contacts by everything that is asked of them; “erased” stands for what is not told of a"
        " person who was erased.",
    ),
    "reasons": Text("Nævnte årsager.", "Mentions of reasons."),
    "reason_groups": Text(
        "Henvendelser, der nævner en årsagsgruppe mindst én gang.",
        "Contacts that mention a group of reasons at least once.",
    ),
    "advice": Text("Givne råd.", "Pieces of advice given."),
    "visits": Text("Fremmøder i summer.", "Visits in sums."),
    "persons": Text(
        "Forskellige registrerede personer; de kan ikke lægges sammen over tid.",
        "Distinct registered persons; they cannot be added up over time.",
    ),
}

_MONTH = Text("Månedens første dag.", "The first day of the month.")
_COLUMNS: Mapping[str, Text] = {
    "month": _MONTH,
    "first_month": Text(
        "Første dag i tidsrummets første måned.", "The first day of the span's first month."
    ),
    "months": Text(
        "Tidsrummets længde: 1 (måned), 3 (kvartal) eller 12 (år).",
        "The length of the span: 1 (month), 3 (quarter) or 12 (year).",
    ),
    "workplace": Text(
        "Arbejdspladsens kode; tom uden arbejdsplads.",
        "The workplace's code; empty without a workplace.",
    ),
    "organisation": Text(
        "Arbejdspladsens organisation; tom, hvor den ingen har.",
        "The workplace's organisation; empty where it has none.",
    ),
    "sector": Text("Arbejdspladsens sektor.", "The workplace's sector."),
    "kind": Text(
        "first, returning, phone_no_workplace eller anonymous, som i opgørelsen.",
        "first, returning, phone_no_workplace or anonymous, as in the tally.",
    ),
    "channel": Text("Hvordan henvendelsen skete.", "How the contact took place."),
    "role": Text("Personens rolle på arbejdspladsen.", "The person's role at the workplace."),
    "sick_leave": Text("Sygemelding ved henvendelsen.", "Sick leave at the contact."),
    "gender": Text(
        "Personens køn, eller det, der er fortalt om en uregistreret.",
        "The person's gender, or what was told of somebody not registered.",
    ),
    "age": Text(
        "Aldersgruppe i henvendelsens år.", "The age band in the year of the contact."
    ),
    "reason_group": Text("Årsagsgruppens kode.", "The code of the group of reasons."),
    "reason": Text("Årsagens kode.", "The reason's code."),
    "advice": Text("Rådets kode.", "The code of the advice."),
    "shift": Text("Vagten, fremmødet er for.", "The shift that the visits are for."),
    "weekday": Text("Ugedag, 1 er mandag.", "The weekday, 1 is Monday."),
    "contacts": Text("Antal henvendelser.", "The number of contacts."),
    "mentions": Text("Antal gange nævnt.", "The number of mentions."),
    "persons_seen": Text(
        "Antal forskellige personer med en henvendelse.",
        "The number of distinct persons with a contact.",
    ),
}  # fmt: skip
_SUM = Text(
    "Sum som i docs/tally-json.md; minutter er hele minutter.",
    "A sum as in docs/tally-json.md; minutes are whole minutes.",
)


def column_meaning(table: str, column: str) -> Text:
    """Return what a column of a table means."""
    return _SUM if table == "visits" and column in VisitSums._fields else _COLUMNS[column]
