"""The sheet with the recovery code: one page to print, sign and lock away."""

from collections.abc import Sequence
from typing import Any

from app.export.fonts import BOLD, SEMI_BOLD, register_fonts
from app.export.pdf_document import build_pdf
from app.export.pdf_style import (
    ACCENT,
    MUTED,
    SMALL_SIZE,
    SOFT,
    TEXT,
    TEXT_WIDTH,
    grid,
    paragraph,
    style,
)
from app.texts import Language, Text

_GROUPS_PER_LINE = 4

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
        _code_box(code.split("-")),
        Spacer(1, 8),
        paragraph(_READING.in_language(language), style(SMALL_SIZE + 1, MUTED)),
        Spacer(1, 18),
        paragraph(_USE_TITLE.in_language(language), style(13, ACCENT, SEMI_BOLD, spaceAfter=4)),
        paragraph(_USE.in_language(language), text),
        Spacer(1, 16),
        paragraph(_STEPS_TITLE.in_language(language), style(13, ACCENT, SEMI_BOLD, spaceAfter=4)),
        *(
            paragraph(
                f"{number}.  {step.in_language(language)}", style(10, leading=15, spaceAfter=3)
            )
            for number, step in enumerate(_STEPS, start=1)
        ),
        Spacer(1, 48),
        _signature_lines(language),
    ]
    title = f"{_TITLE.in_language(language)} · {project}"
    return build_pdf(story, title=title, author=project, language=language)


def _code_box(groups: Sequence[str]) -> Any:
    """Return the groups large, each with its number, as the program names a mistyped one."""
    from reportlab.lib.colors import HexColor

    large = style(25, TEXT, BOLD, leading=31, alignment=1)
    small = style(SMALL_SIZE, MUTED, alignment=1)
    cells = [
        [paragraph(group, large), paragraph(str(number), small)]
        for number, group in enumerate(groups, start=1)
    ]
    cells += [[]] * (-len(cells) % _GROUPS_PER_LINE)
    lines = [
        cells[start : start + _GROUPS_PER_LINE] for start in range(0, len(cells), _GROUPS_PER_LINE)
    ]
    return grid(
        lines,
        [TEXT_WIDTH / _GROUPS_PER_LINE] * _GROUPS_PER_LINE,
        ("BACKGROUND", (0, 0), (-1, -1), HexColor(SOFT)),
        ("BOX", (0, 0), (-1, -1), 1, HexColor(ACCENT)),
        ("ROUNDEDCORNERS", [6, 6, 6, 6]),
        ("LEFTPADDING", (0, 0), (-1, -1), 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ("TOPPADDING", (0, 0), (-1, -1), 12),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
    )


def _signature_lines(language: Language) -> Any:
    from reportlab.lib.colors import HexColor

    label = style(SMALL_SIZE, MUTED)
    names = [paragraph(name.in_language(language), label) for name in _SIGNED]
    return grid(
        [[names[0], "", names[1], "", names[2]]],
        [90, 16, 180, 16, TEXT_WIDTH - 302],
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        *(("LINEABOVE", (n, 0), (n, 0), 0.75, HexColor(MUTED)) for n in (0, 2, 4)),
    )
