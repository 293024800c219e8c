"""The sheet with the recovery code: one page to print, sign and lock away."""

from app.export.fonts import BOLD, SEMI_BOLD, register_fonts
from app.export.pdf_document import build_pdf
from app.export.pdf_style import ACCENT, MUTED, SMALL_SIZE, TEXT, paragraph, style
from app.export.sheet_parts import code_box, numbered, signature_lines
from app.texts import Language, Text

_TITLE = Text("Gendannelseskode", "Recovery code")
_PURPOSE = Text(
    "Med denne kode kan projektets data åbnes, hvis adgangssætningen er glemt. Uden adgangssætningen"
    " og uden koden er data tabt: ingen andre har en nøgle.",
    "With this code the project's data can be opened when the passphrase is forgotten. Without the"
    " passphrase and without the code the data are lost: nobody else has a key.",
)
_READING = Text(
    "Koden har aldrig bogstaverne I, L, O og U. Det runde tegn er altid et nul. Store og små"
    " bogstaver er det samme, og bindestreger kan udelades.",
    "The code never has the letters I, L, O and U. The round character is always a zero. Capital"
    " and small letters are the same, and hyphens may be left out.",
)
_STEPS_TITLE = Text("Sådan passer du på den", "How to look after it")
_STEPS = (
    Text(
        "Læg arket i et aflåst skab eller pengeskab, aldrig i samme taske som computeren.",
        "Put the sheet in a locked cabinet or a safe, never in the same bag as the computer.",
    ),
    Text(
        "Fotografér det ikke, og gem det ikke som fil. Slet filen, når arket er skrevet ud.",
        "Do not photograph it and do not keep it as a file. Delete the file once it is printed.",
    ),
    Text(
        "Fortæl projektlederen, hvor arket ligger.",
        "Tell the project lead where the sheet is.",
    ),
    Text(
        "Har andre set koden, så lav en ny under Indstillinger. Den gamle gælder da ikke længere.",
        "If others have seen the code, make a new one under Settings. The old one then ends.",
    ),
)
_USE_TITLE = Text("Sådan bruger du den", "How to use it")
_USE = Text(
    "Start Vejviser, vælg »Jeg har glemt adgangssætningen«, tast koden og vælg en ny adgangssætning.",
    "Start Vejviser, choose “I have forgotten the passphrase”, type the code and choose a new passphrase.",
)
_SIGNED = (
    Text("Dato", "Date"),
    Text("Arket ligger", "Kept at"),
    Text("Underskrift", "Signature"),
)


def recovery_sheet(code: str, project: str, counsellor: str, language: Language) -> bytes:
    """Return the printable page (PDF) for a code whose groups are joined by hyphens."""
    from reportlab.platypus import Spacer

    register_fonts()
    text = style(10, leading=15)
    story = [
        paragraph(project, style(11, MUTED, SEMI_BOLD, spaceAfter=2)),
        paragraph(_TITLE.in_language(language), style(24, TEXT, BOLD, leading=30)),
        paragraph(counsellor, style(10, TEXT, spaceBefore=2, spaceAfter=14)),
        paragraph(_PURPOSE.in_language(language), text),
        Spacer(1, 16),
        code_box(code.split("-")),
        Spacer(1, 8),
        paragraph(_READING.in_language(language), style(SMALL_SIZE + 1, MUTED)),
        Spacer(1, 18),
        paragraph(_USE_TITLE.in_language(language), style(13, ACCENT, SEMI_BOLD, spaceAfter=4)),
        paragraph(_USE.in_language(language), text),
        Spacer(1, 16),
        paragraph(_STEPS_TITLE.in_language(language), style(13, ACCENT, SEMI_BOLD, spaceAfter=4)),
        *numbered(_STEPS, language),
        Spacer(1, 48),
        signature_lines(_SIGNED, language),
    ]
    title = f"{_TITLE.in_language(language)} · {project}"
    return build_pdf(story, title=title, author=project, language=language)
