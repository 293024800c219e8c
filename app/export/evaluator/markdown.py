"""The little Markdown that the codebooks and the risk sheets are written in."""

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]], numbers: int = 0) -> str:
    """Return a table; its last ``numbers`` columns are aligned to the right."""
    rules = ["---"] * (len(head) - numbers) + ["---:"] * numbers
    return "\n".join(_line(cells) for cells in (head, rules, *rows)) + "\n"


def bullets(lines: Iterable[str]) -> str:
    """Return a list."""
    return "".join(f"- {line}\n" for line in lines)


def document(parts: Iterable[str]) -> bytes:
    """Return paragraphs, headings and tables with an empty line between them, as UTF-8."""
    return "\n".join(part if part.endswith("\n") else f"{part}\n" for part in parts).encode()


def _line(cells: Sequence[str]) -> str:
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"
