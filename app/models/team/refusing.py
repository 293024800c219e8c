"""Why something from another laptop was refused; nothing here was changed by it."""

from datetime import date
from enum import StrEnum

from app.errors import UserError
from app.models.words import short_date
from app.texts import Text


class Reason(StrEnum):
    """Why a letter, a card or a roster was refused; these names are written to logs and JSON."""

    NOT_A_LETTER = "not_a_letter"
    NOT_A_CARD = "not_a_card"
    NOT_A_ROSTER = "not_a_roster"
    NOT_A_KEY = "not_a_key"
    NOT_A_PACKAGE = "not_a_package"
    TOO_LARGE = "too_large"
    DAMAGED = "damaged"
    NEWER_FORMAT = "newer_format"
    WRONG_RECIPIENT = "wrong_recipient"
    NOT_FOR_YOU = "not_for_you"
    NOT_TO_BOTH = "not_to_both"
    UNKNOWN_SENDER = "unknown_sender"
    REVOKED_SENDER = "revoked_sender"
    WRONG_ROLE = "wrong_role"
    BAD_SIGNATURE = "bad_signature"
    PAYLOAD_MISMATCH = "payload_mismatch"
    WRONG_PROJECT = "wrong_project"
    WRONG_WORDS = "wrong_words"
    WRONG_CODE = "wrong_code"
    ALREADY_REVOKED = "already_revoked"
    OLDER = "older"
    FORKED = "forked"
    UNSOUND = "unsound"
    MONTH_NOT_OVER = "month_not_over"
    MONTH_TOO_OLD = "month_too_old"
    CLOCKS_DIFFER = "clocks_differ"


_LETTER = Text("Brevet blev afvist.", "The letter was refused.")
_CARD = Text("Visitkortet blev afvist.", "The card was refused.")
_ROSTER = Text("Deltagerlisten blev afvist.", "The roster was refused.")

_PACKAGE = Text("Projektpakken blev afvist.", "The project package was refused.")

_AGAIN = Text("Bed afsenderen om at sende det igen.", "Ask the sender to send it again.")
_CALL = Text(
    "Ring til afsenderen, før du gør mere. Der er ikke ændret noget.",
    "Call the sender before you do anything else. Nothing was changed.",
)
_UPDATE = Text("Installer den nyeste udgave.", "Install the newest version.")
_OTHER_FILE = Text("Vælg en anden fil.", "Choose another file.")
_FETCH = Text(
    "Hent den nyeste deltagerliste fra projektlederen, og prøv igen.",
    "Get the newest roster from the lead and try again.",
)

_WHY: dict[Reason, tuple[Text, Text]] = {
    Reason.NOT_A_LETTER: (
        Text("Filen er ikke et brev fra Vejviser.", "The file is not a letter of Vejviser."),
        _OTHER_FILE,
    ),
    Reason.NOT_A_CARD: (
        Text("Filen er ikke et visitkort fra Vejviser.", "The file is not a card of Vejviser."),
        _OTHER_FILE,
    ),
    Reason.NOT_A_ROSTER: (
        Text(
            "Filen er ikke en deltagerliste fra Vejviser.", "The file is not a roster of Vejviser."
        ),
        _OTHER_FILE,
    ),
    Reason.NOT_A_KEY: (
        Text("Brevet indeholder ingen brugbar nøgle.", "The letter holds no key that can be used."),
        _CALL,
    ),
    Reason.NOT_A_PACKAGE: (
        Text(
            "Filen er ikke en projektpakke fra Vejviser.",
            "The file is not a project package of Vejviser.",
        ),
        _OTHER_FILE,
    ),
    Reason.TOO_LARGE: (
        Text("Det er større, end det må være.", "It is larger than it may be."),
        _CALL,
    ),
    Reason.DAMAGED: (
        Text(
            "Filen er beskadiget eller ikke hel.",
            "The file is damaged or not whole.",
        ),
        _AGAIN,
    ),
    Reason.NEWER_FORMAT: (
        Text(
            "Det er skrevet af en nyere udgave af Vejviser.",
            "It was written by a newer version of Vejviser.",
        ),
        _UPDATE,
    ),
    Reason.WRONG_RECIPIENT: (
        Text(
            "Det er ikke forseglet til denne computer, eller det er ændret undervejs.",
            "It is not sealed to this computer, or it was changed on its way.",
        ),
        Text(
            "En måneds tal er til projektlederen alene: giv projektlederen filen. Er den til dig, så bed"
            " afsenderen om at sende den igen.",
            "A month's figures are for the lead alone: give the lead the file. If it is for you, ask the"
            " sender to send it again.",
        ),
    ),
    Reason.NOT_FOR_YOU: (
        Text(
            "Det er skrevet til en anden og sendt videre hertil.",
            "It was written to somebody else and passed on.",
        ),
        _CALL,
    ),
    Reason.NOT_TO_BOTH: (
        Text(
            "Det er ikke forseglet til både projektlederen og projektets kode, så en ny projektleder"
            " kunne aldrig læse det.",
            "It is not sealed to both the lead and the project's code, so a new lead could never read it.",
        ),
        Text(
            "Ring til afsenderen: Vejviser selv forsegler altid til begge. Der er ikke ændret noget.",
            "Call the sender: Vejviser itself always seals to both. Nothing was changed.",
        ),
    ),
    Reason.UNKNOWN_SENDER: (
        Text("Afsenderen står ikke på deltagerlisten.", "The sender is not on the roster."),
        _FETCH,
    ),
    Reason.REVOKED_SENDER: (
        Text(
            "Afsenderens computer er spærret eller afløst af en anden.",
            "The sender's computer is revoked or was replaced by another one.",
        ),
        _CALL,
    ),
    Reason.WRONG_ROLE: (
        Text(
            "Afsenderen må ikke sende den slags breve.",
            "The sender may not send letters of this kind.",
        ),
        _CALL,
    ),
    Reason.BAD_SIGNATURE: (
        Text(
            "Underskriften passer ikke: det er ændret eller kommer fra en anden.",
            "The signature does not fit: it was changed or comes from somebody else.",
        ),
        _CALL,
    ),
    Reason.PAYLOAD_MISMATCH: (
        Text(
            "Filen er ikke hel, eller indholdet er ikke det, der blev skrevet under på.",
            "The file is not whole, or the content is not what was signed.",
        ),
        Text(
            "Bed afsenderen om at sende det igen. Sker det igen, så ring. Der er ikke ændret noget.",
            "Ask the sender to send it again. If it happens again, call. Nothing was changed.",
        ),
    ),
    Reason.WRONG_PROJECT: (
        Text("Det hører til et andet projekt.", "It belongs to another project."),
        _OTHER_FILE,
    ),
    Reason.WRONG_WORDS: (
        Text(
            "Ordene er ikke dem, der hører til filen.",
            "The words are not those of the file.",
        ),
        Text(
            "Få dem læst op igen. Passer de stadig ikke, er filen skiftet ud undervejs.",
            "Have them read aloud again. If they still differ, the file was swapped on its way.",
        ),
    ),
    Reason.WRONG_CODE: (
        Text(
            "Koden er tastet rigtigt, men hører ikke til dette projekt.",
            "The code is typed correctly, but does not belong to this project.",
        ),
        Text(
            "Brug projektets kode, ikke den for en enkelt computer.",
            "Use the code of the project, not that of a single computer.",
        ),
    ),
    Reason.ALREADY_REVOKED: (
        Text(
            "Denne computer er spærret og kan ikke tages med igen.",
            "This computer is revoked and cannot come back.",
        ),
        Text("Bed om et nyt visitkort.", "Ask for a new card."),
    ),
    Reason.OLDER: (
        Text("Her er allerede en nyere.", "There is a newer one here already."),
        _FETCH,
    ),
    Reason.FORKED: (
        Text(
            "Der findes to forskellige med samme nummer.",
            "There are two different ones with the same number.",
        ),
        Text(
            "Ring til projektlederen, og sammenlign de ti ord. Der er ikke ændret noget.",
            "Call the lead and compare the ten words. Nothing was changed.",
        ),
    ),
    Reason.UNSOUND: (
        Text("Indholdet hænger ikke sammen.", "The content does not fit together."),
        _CALL,
    ),
    Reason.MONTH_NOT_OVER: (
        Text(
            "Måneden var ikke slut, da brevet blev skrevet.",
            "The month was not over when the letter was written.",
        ),
        _CALL,
    ),
    Reason.MONTH_TOO_OLD: (
        Text(
            "Måneden ligger mere end 20 år tilbage, så intet projekt kan have tal for den.",
            "The month is more than 20 years back, so no project can have figures of it.",
        ),
        _CALL,
    ),
    Reason.CLOCKS_DIFFER: (
        Text(
            "Urene på afsenderens og projektlederens computer passer ikke sammen.",
            "The clocks of the sender's and of the lead's computer do not agree.",
        ),
        Text(
            "Se efter datoen på begge computere, og ret den, der er forkert. Tag så brevet ind igen. Der er"
            " ikke ændret noget.",
            "Look at the date on both computers and put the wrong one right. Then take the letter in"
            " again. Nothing was changed.",
        ),
    ),
}


class Refused(UserError):
    """Something from outside was not taken; ``reason`` says why, nothing was changed.

    ``why`` is said, with what to do, where more is known than the reason tells.
    """

    exit_code = 5

    def __init__(self, reason: Reason, what: Text, why: tuple[Text, Text] | None = None) -> None:
        super().__init__(what, *(why or _WHY[reason]))
        self.reason = reason


def refused_letter(reason: Reason) -> Refused:
    """Return why a letter is refused."""
    return Refused(reason, _LETTER)


def refused_for_the_clocks(written: date, today: date) -> Refused:
    """Return that a letter's month is over by its own date, ``written``, and not by the clock here."""
    _, do = _WHY[Reason.CLOCKS_DIFFER]
    then, now = short_date(written), short_date(today)
    why = Text(
        f"Urene passer ikke sammen: brevet er skrevet {then}, og her er det {now}.",
        f"The clocks do not agree: the letter was written on {then}, and here it is {now}.",
    )
    return Refused(Reason.CLOCKS_DIFFER, _LETTER, (why, do))


def refused_own_letter() -> Refused:
    """Return that a letter was written on this computer, and is not for it."""
    return Refused(
        Reason.WRONG_RECIPIENT,
        _LETTER,
        (
            Text(
                "Det er dit eget brev: det er skrevet på denne computer.",
                "It is your own letter: it was written on this computer.",
            ),
            Text(
                "Giv filen til den, som den er til. Dine egne tal er her allerede.",
                "Give the file to whom it is for. Your own figures are here already.",
            ),
        ),
    )


def refused_card(reason: Reason) -> Refused:
    """Return why a card is refused."""
    return Refused(reason, _CARD)


def refused_roster(reason: Reason) -> Refused:
    """Return why a roster is refused."""
    return Refused(reason, _ROSTER)


def refused_package(reason: Reason) -> Refused:
    """Return why a project package is refused."""
    return Refused(reason, _PACKAGE)
