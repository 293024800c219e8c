"""Which column of a file holds what: the names that are understood, and the mapping to them."""

from collections.abc import Mapping, Sequence

import msgspec

from app.errors import InvalidInput, Problem
from app.models.csv_reading import Table
from app.models.folding import fold
from app.texts import Text

ColumnMapping = Mapping[str, str]
"""Field name → header of the file."""


class ImportField(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a column can hold; ``aliases`` are other headers it is known by."""

    name: str
    label: Text
    required: bool = False
    aliases: tuple[str, ...] = ()


def _field(name: str, da: str, en: str, *aliases: str, required: bool = False) -> ImportField:
    return ImportField(name=name, label=Text(da, en), required=required, aliases=aliases)


INQUIRY_FIELDS: tuple[ImportField, ...] = (
    _field("date", "Dato", "Date", "dag", "day", "henvendelsesdato", required=True),
    _field("time", "Klokkeslæt", "Time", "tid", "kl", "tidspunkt"),
    _field("workplace", "Arbejdsplads", "Workplace", "arbejdspladskode", "sted", "workplace code"),
    _field("channel", "Form", "Channel", "kanal", "kontaktform", "henvendelsesform"),
    _field("identity", "Registreret/anonym", "Registered/anonymous", "registrering", "identitet"),
    _field("person", "Personnøgle", "Person key", "nøgle", "personid", "person id", "løbenummer"),
    _field("name", "Navn", "Name", "fulde navn", "borger", "full name"),
    _field("gender", "Køn", "Gender", "sex"),
    _field("birth_year", "Fødselsår", "Year of birth", "født", "årgang", "birthyear", "born"),
    _field("age_band", "Aldersgruppe", "Age band", "alder", "aldersinterval", "age", "age group"),
    _field("phone", "Telefon", "Phone", "telefonnummer", "tlf", "mobil", "mobile"),
    _field("role", "Rolle", "Role", "stilling", "funktion"),
    _field("sick_leave", "Sygefravær", "Sick leave", "sygemelding", "sygemeldt", "fravær"),
    _field("reasons", "Årsager", "Reasons", "årsag", "årsagskoder", "reason"),
    _field("advice", "Råd", "Advice", "rådgivning", "rådkoder", "anbefaling", "vejledning"),
    _field("minutes", "Minutter", "Minutes", "varighed", "min", "duration"),
    _field("counsellor", "Vejleder", "Counsellor", "initialer", "rådgiver", "initials"),
    _field("returning", "Har været her før", "Been here before", "genganger", "tidligere"),
    _field("note", "Note", "Note", "notat", "bemærkning", "kommentar", "remark"),
    _field("consent_on", "Samtykke til registrering", "Consent to registration", "samtykkedato"),
    _field("evaluator_consent_on", "Må ringes op af evaluator", "May be phoned by an evaluator"),
)

WORKPLACE_FIELDS: tuple[ImportField, ...] = (
    _field("workplace", "Kode", "Code", "arbejdspladskode", "workplace code", required=True),
    _field("name", "Navn", "Name", "arbejdsplads", "workplace name", required=True),
    _field("organisation", "Organisation", "Organisation", "virksomhed", "organization", "company"),
    _field("sector", "Sektor", "Sector", "type"),
    _field("started_month", "Startmåned", "Started month", "start", "startdato", "started"),
    _field("place", "Sted", "Place", "lokale", "placering", "room"),
    _field("headcount", "Antal ansatte", "Headcount", "ansatte", "medarbejdere", "employees"),
    _field("p_number", "P-nummer", "P number", "pnr", "p-nr", "produktionsenhed"),
    _field("remark", "Bemærkning", "Remark", "note", "kommentar", "bemærkninger"),
)

RULE_FIELDS: tuple[ImportField, ...] = (
    _field("workplace", "Arbejdsplads", "Workplace", "arbejdspladskode", "kode", required=True),
    _field("every_weeks", "Hver n. uge", "Every n weeks", "uger", "hyppighed", "frekvens", "weeks"),
    _field("weekdays", "Ugedage", "Weekdays", "ugedag", "dag", "dage", "weekday", "day", "days"),
    _field("time", "Klokkeslæt", "Time", "tid", "kl", "starttid", "tidspunkt"),
    _field("minutes", "Minutter", "Minutes", "varighed", "min", "længde", "duration"),
    _field("hours_per_visit", "Timer pr. fremmøde", "Hours per visit", "timer", "hours"),
    _field("visits_per_occasion", "Fremmøder pr. gang", "Visits per occasion", "fremmøder"),
    _field("shift", "Vagt", "Shift", "hold", "vagthold"),
    _field("place", "Sted", "Place", "steder", "lokale", "lokaler", "places", "room", "rooms"),
    _field("address", "Adresse", "Address", "adresser", "addresses"),
    _field("counsellors", "Vejledere", "Counsellors", "vejleder", "initialer", "counsellor"),
    _field("valid_from", "Gælder fra", "Valid from", "started month", "startmåned", "fra", "from"),
    _field("valid_until", "Gælder til", "Valid until", "til", "to", "until", "slutdato"),
    _field("remark", "Bemærkning", "Remark", "note", "kommentar", "bemærkninger"),
)

CLOSING_FIELDS: tuple[ImportField, ...] = (
    # A column that is misspelt must not close every workplace: it may be empty, but not missing.
    _field("workplace", "Arbejdsplads", "Workplace", "arbejdspladskode", "kode", required=True),
    _field("from", "Fra", "From", "første dag", "fra og med", "first day", required=True),
    _field("until", "Til", "Until", "sidste dag", "til og med", "to", "last day"),
    _field("reason", "Begrundelse", "Reason", "årsag", "anledning", "navn", "lukket"),
)


def guess_mapping(columns: Sequence[str], fields: Sequence[ImportField]) -> dict[str, str]:
    """Return which header most likely holds which field; a field without one is left out.

    A header is recognised by the field's name, label or alias, whatever its case and signs.
    """
    by_folded: dict[str, str] = {}
    for column in columns:
        by_folded.setdefault(fold(column), column)
    mapping: dict[str, str] = {}
    for names in zip(*(_all_names(field) for field in fields), strict=True):
        for field, candidates in zip(fields, names, strict=True):
            for name in candidates:
                column = by_folded.get(fold(name), "")
                if column and field.name not in mapping and column not in mapping.values():
                    mapping[field.name] = column
    return mapping


def _all_names(field: ImportField) -> tuple[tuple[str, ...], ...]:
    """Return the names of a field in three tiers, so that a true name wins over an alias."""
    return (field.name,), (field.label.da, field.label.en), field.aliases


def check_mapping(table: Table, fields: Sequence[ImportField], mapping: ColumnMapping) -> None:
    """Raise InvalidInput when a required column is missing, stands twice or is not in the file."""
    problems = []
    for field in fields:
        header = mapping.get(field.name)
        if header is None:
            if field.required:
                reason = Text(
                    f"Kolonnen {field.name} ({field.label.da}) mangler.",
                    f"The column {field.name} ({field.label.en}) is missing.",
                )
                problems.append(Problem(field.name, reason))
        elif (count := table.columns.count(header)) != 1:
            reason = Text(
                f"Kolonnen {header} {'står flere gange' if count else 'findes ikke'}.",
                f"The column {header} {'appears more than once' if count else 'is not in the file'}.",
            )
            problems.append(Problem(field.name, reason))
    if problems:
        what = Text("Filen kan ikke importeres.", "The file cannot be imported.")
        raise InvalidInput(what, tuple(problems))


def unused_notices(
    columns: Sequence[str], mapping: ColumnMapping, others: Sequence[ImportField] = ()
) -> tuple[Text, ...]:
    """Return a notice for every header that nothing is read from and nobody has heard of.

    What one of ``others`` would be read from is passed over in silence: one file may hold the
    workplaces and their presence.
    """
    used = {*mapping.values(), *guess_mapping(columns, others).values()}
    unknown = [column for column in columns if column and column not in used]
    return tuple(
        Text(f"Kolonnen {column} bruges ikke.", f"The column {column} is not used.")
        for column in dict.fromkeys(unknown)
    )
