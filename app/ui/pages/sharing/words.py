"""What the page says of a month on its way, and the icon and colour that go with the word."""

from PySide6.QtCore import QCoreApplication

from app.export.letters.sharing import MonthLine, MonthState, trouble_of
from app.models.clock import from_stamp, local
from app.models.team.troubles import Trouble
from app.models.words import clock_time, short_date
from app.texts import Language

translate = QCoreApplication.translate

ICONS: dict[MonthState, tuple[str, str]] = {
    MonthState.OPEN: ("note", "muted"),
    MonthState.CHANGED: ("warning", "warn.text"),
    MonthState.CLOSED: ("mail", "warn.text"),
    MonthState.QUEUED: ("sync", "warn.text"),
    MonthState.SAVED: ("note", "warn.text"),
    MonthState.DELIVERED: ("mail", "muted"),
    MonthState.RECEIVED: ("check", "good.text"),
    MonthState.REFUSED: ("warning", "danger.text"),
}
"""The icon of each state and the role of its colour; the word stands beside it."""


def state_words(line: MonthLine) -> str:
    """Return how far a month is, in a few words."""
    if line.state is MonthState.CHANGED:
        if line.has_left:
            return translate("Sharing", "ændret siden den blev sendt")
        return translate("Sharing", "ændret siden den blev lukket")
    said = {
        MonthState.OPEN: translate("Sharing", "ikke lukket"),
        MonthState.CLOSED: translate("Sharing", "lukket, ikke sendt"),
        MonthState.QUEUED: translate("Sharing", "venter på at blive sendt"),
        MonthState.SAVED: translate("Sharing", "gemt som fil, ikke kvitteret"),
        MonthState.DELIVERED: translate("Sharing", "sendt, ikke kvitteret"),
        MonthState.RECEIVED: translate("Sharing", "modtaget af projektlederen"),
        MonthState.REFUSED: translate("Sharing", "afvist af projektlederen"),
    }
    return said[line.state]


def details(line: MonthLine, language: Language, told: Trouble | None = None) -> str:
    """Return what else there is to know of a month: when, which correction, and what is wrong.

    ``told`` is what is wrong with the place: that stands above all months already.
    """
    parts = []
    letter = line.letter
    if letter is not None and letter.revision > 1:
        count = letter.revision - 1
        parts.append(translate("Sharing", "rettet {count}×").format(count=count))
    if letter is not None:
        stamped = letter.settled_at or letter.delivered_at
        if stamped:
            moment = local(from_stamp(stamped))
            said = translate("Sharing", "{day} kl. {time}")
            parts.append(said.format(day=short_date(moment.date()), time=clock_time(moment)))
    trouble = trouble_of(line)
    same = letter is not None and told is not None and letter.trouble is told
    if trouble is not None and not same:
        parts.append(trouble.in_language(language))
    return " · ".join(parts)
