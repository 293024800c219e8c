"""Names of letters that are saved by hand: they say what is in them and whom they are for or from.

In the place, a letter has a random name: whoever sees the folder learns nothing. A file that people
send by e-mail must be told from others.
"""

from datetime import date
from pathlib import Path

from app.export.letters.letter import Kind
from app.export.letters.letter_files import ENDING
from app.models.clock import from_stamp, local
from app.models.periods import month_name, parse_month
from app.models.team.outbox import OutLetter
from app.models.words import short_date
from app.texts import Language, Text

_MOST_COPIES = 1000
_RECEIPT = Text("kvittering til {to} {day}", "receipt to {to} {day}")
_KEY = Text("fælles nøgle til {to} {day}", "shared key to {to} {day}")
_ROSTER = Text("deltagerliste {version}", "roster {version}")


def letter_stem(letter: OutLetter, to: str, sender: str, language: Language) -> str:
    """Return the name without ending: "oktober 2026 AB", "kvittering til AB 22-11-2026"."""
    if letter.kind == Kind.SUMMARY:
        month = month_name(parse_month(letter.month).first).in_language(language)
        return _safe(f"{month} {sender}")
    words = _KEY if letter.kind == Kind.KEY else _RECEIPT
    day = short_date(_day(letter))
    return _safe(words.in_language(language).format(to=to, day=day))


def roster_stem(version: int, language: Language) -> str:
    """Return the name of a roster's file without its ending."""
    return _ROSTER.in_language(language).format(version=version)


def free_path(folder: Path, stem: str, content: bytes, ending: str = ENDING) -> Path:
    """Return where to write: another content under that name is never overwritten.

    The same content has the same name again.
    """
    for number in range(1, _MOST_COPIES):
        path = folder / (f"{stem}{ending}" if number == 1 else f"{stem} ({number}){ending}")
        if not path.exists() or (path.is_file() and path.read_bytes() == content):
            return path
    return folder / f"{stem} {_MOST_COPIES}{ending}"


def _day(letter: OutLetter) -> date:
    return local(from_stamp(letter.made_at)).date()


def _safe(name: str) -> str:
    """Return a name that every system takes: initials come from other people."""
    kept = "".join(one if one.isalnum() or one in " -_." else "_" for one in name)
    return kept.strip(" .")
