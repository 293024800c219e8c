"""The codebook of a pack: every file, column and code in words, made from the schema."""

from app.export.evaluator.codes import Origin
from app.export.evaluator.markdown import bullets, document, table
from app.export.evaluator.schema import SCHEMA_PATH, VERSION, Field, Resource, read_schema
from app.texts import Language, Text

MARKS = {
    Origin.REAL: Text("", ""),
    Origin.DEMO: Text(
        "**DEMO: alle data er opdigtede.**",
        "**DEMO: all data are invented.**",
    ),
    Origin.SYNTHETIC: Text(
        "**SYNTETISK: lavet af kodelisten og faste, opdigtede andele, uden at se på en eneste"
        " henvendelse. Tallene siger intet om projektet.**",
        "**SYNTHETIC: made of the code list and fixed, invented shares, without looking at a single"
        " contact. The figures say nothing about the project.**",
    ),
}
"""Stands at the head of everything that people read in a pack; nothing where the data are real."""

_TITLE = Text("Kodebog", "Codebook")
_ABOUT = Text(
    "Filerne er CSV i UTF-8: komma mellem kolonnerne, punktum som decimaltegn, datoer som"
    " ÅÅÅÅ-MM-DD. `datapackage.json` beskriver dem for programmer (Frictionless Data Package),"
    f" `{SCHEMA_PATH}` er de kolonner og koder, der ligger fast i version {VERSION}, med og uden"
    " data.",
    "The files are CSV in UTF-8: a comma between columns, a point before decimals, dates as"
    " YYYY-MM-DD. `datapackage.json` describes them to programs (Frictionless Data Package),"
    f" `{SCHEMA_PATH}` holds the columns and codes that are fixed in version {VERSION}, with and"
    " without data.",
)
_FOUR = Text("Fire slags »ingenting«", "Four kinds of “nothing”")
_KINDS = (
    Text(
        "**Uden henvendelser** (`zero_contact`): et fremmøde blev holdt, og ingen kom.",
        "**Without contacts** (`zero_contact`): a visit was held and nobody came.",
    ),
    Text(
        "**Rigtigt nul** (`0`, i fremmøder med `counted`, i optællinger med `exact`, for årsager"
        " `none_recorded`): der er talt, og der var ingen.",
        "**True zero** (`0`, for visits with `counted`, in tallies with `exact`, for reasons"
        " `none_recorded`): it was counted, and there was none.",
    ),
    Text(
        "**Holdt tilbage** (`withheld`, i fremmøder `suppressed`, i optællinger intet tal og"
        " `withheld`): kendt, men ikke vist her.",
        "**Withheld** (`withheld`, for visits `suppressed`, in tallies no figure and `withheld`):"
        " known, but not shown here.",
    ),
    Text(
        "**Ikke spurgt** (`not_told`, i fremmøder `not_recorded`): det vides ikke.",
        "**Not asked** (`not_told`, for visits `not_recorded`): it is not known.",
    ),
)
_COLUMN, _TYPE, _MEANING = (
    Text("Kolonne", "Column"),
    Text("Type", "Type"),
    Text("Betydning", "Meaning"),
)
_CODES = Text("Koder i `{column}`", "Codes of `{column}`")
_CODE = Text("Kode", "Code")
_POINTS = Text("`{fields}` findes i `{resource}.csv`.", "`{fields}` is found in `{resource}.csv`.")


def codebook(origin: Origin, language: Language) -> bytes:
    """Return the codebook as Markdown; the same for all packs of one origin."""
    schema = read_schema()

    def say(text: Text) -> str:
        return text.in_language(language)

    parts = [f"# {say(_TITLE)} · {schema.format}", say(MARKS[origin]), say(_ABOUT)]
    parts += [f"## {say(_FOUR)}", bullets(say(text) for text in _KINDS)]
    for resource in schema.resources:
        parts += _file(resource, language)
    for column, codes in schema.codes.items():
        parts.append(f"## {say(_CODES.format(column=column))}")
        rows = [(f"`{code}`", say(words.text)) for code, words in codes.items()]
        parts.append(table((say(_CODE), say(_MEANING)), rows))
    return document(part for part in parts if part)


def _file(resource: Resource, language: Language) -> list[str]:
    def say(text: Text) -> str:
        return text.in_language(language)

    def row(field: Field) -> tuple[str, str, str]:
        meaning = f"{say(field.title.text)}. {say(field.description.text)}"
        return f"`{field.name}`", field.type, meaning

    head = (say(_COLUMN), say(_TYPE), say(_MEANING))
    pointers = [
        say(_POINTS.format(fields=key["fields"], resource=key["reference"]["resource"]))
        for key in resource.schema.foreign_keys
    ]
    title = f"## {say(resource.title.text)} (`{resource.path}`)"
    described = say(resource.description.text)
    return [title, described, table(head, map(row, resource.schema.fields)), bullets(pointers)]
