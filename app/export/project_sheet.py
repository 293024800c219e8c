"""The sheet with the project's recovery code: one page to print, sign and lock away."""

from app.export.fonts import BOLD, SEMI_BOLD, register_fonts
from app.export.pdf_document import build_pdf
from app.export.pdf_style import ACCENT, MUTED, SMALL_SIZE, TEXT, paragraph, style
from app.export.sheet_parts import code_box, numbered, signature_lines
from app.texts import Language, Text

_TITLE = Text("Projektets gendannelseskode", "Recovery code of the project")
_PURPOSE = Text(
    "Med denne kode kan en ny projektleder overtage projektet og læse alt, hvad vejlederne har sendt."
    " Den åbner ingen vejleders computer og viser ingen navne. Uden koden kan ingen overtage.",
    "With this code a new lead can take the project over and read all that the counsellors have sent."
    " It opens no counsellor's computer and shows no names. Without the code nobody can take over.",
)
_READING = Text(
    "Koden har aldrig bogstaverne I, L, O og U. Det runde tegn er altid et nul. Store og små"
    " bogstaver er det samme, og bindestreger kan udelades.",
    "The code never has the letters I, L, O and U. The round character is always a zero. Capital"
    " and small letters are the same, and hyphens may be left out.",
)
_USE_TITLE = Text("Sådan bruger du den", "How to use it")
_USE = (
    Text(
        "Sæt Vejviser op i en ny datamappe på den nye projektleders computer.",
        "Set up Vejviser in a new data folder on the new lead's computer.",
    ),
    Text(
        "Find den nyeste deltagerliste i projektets fælles mappe eller hos en vejleder.",
        "Find the newest roster in the project's shared folder or with a counsellor.",
    ),
    Text(
        "Vælg »Overtag et projekt med projektkoden«, og tast koden (eller »vejviser project takeover«).",
        "Choose “Take a project over with its code” and type it (or “vejviser project takeover”).",
    ),
)
_STEPS_TITLE = Text("Sådan passer du på den", "How to look after it")
_STEPS = (
    Text(
        "Læg arket i et pengeskab hos den, der ejer projektet, ikke hos projektlederen alene.",
        "Put the sheet in a safe of whoever owns the project, not with the lead alone.",
    ),
    Text(
        "Fotografér det ikke, og gem det ikke som fil. Slet filen, når arket er skrevet ud.",
        "Do not photograph it and do not keep it as a file. Delete the file once it is printed.",
    ),
    Text(
        "Koden kan ikke fornyes. Har andre set den, så opret et nyt projekt.",
        "The code cannot be renewed. If others have seen it, create a new project.",
    ),
)
_SIGNED = (
    Text("Dato", "Date"),
    Text("Arket ligger", "Kept at"),
    Text("Underskrift", "Signature"),
)


def project_sheet(code: str, project: str, project_id: str, language: Language) -> bytes:
    """Return the printable page (PDF) for a code whose groups are joined by hyphens."""
    from reportlab.platypus import Spacer

    register_fonts()
    text = style(10, leading=15)
    section = style(13, ACCENT, SEMI_BOLD, spaceAfter=4)
    story = [
        paragraph(project, style(11, MUTED, SEMI_BOLD, spaceAfter=2)),
        paragraph(_TITLE.in_language(language), style(24, TEXT, BOLD, leading=30)),
        paragraph(project_id, style(SMALL_SIZE + 1, MUTED, spaceBefore=2, spaceAfter=14)),
        paragraph(_PURPOSE.in_language(language), text),
        Spacer(1, 16),
        code_box(code.split("-")),
        Spacer(1, 8),
        paragraph(_READING.in_language(language), style(SMALL_SIZE + 1, MUTED)),
        Spacer(1, 18),
        paragraph(_USE_TITLE.in_language(language), section),
        *numbered(_USE, language),
        Spacer(1, 16),
        paragraph(_STEPS_TITLE.in_language(language), section),
        *numbered(_STEPS, language),
        Spacer(1, 48),
        signature_lines(_SIGNED, language),
    ]
    title = f"{_TITLE.in_language(language)} · {project}"
    return build_pdf(story, title=title, author=project, language=language)
