"""Why the place where letters are left and fetched could not be used; kept with what waits for it."""

from enum import StrEnum

from app.errors import UserError
from app.texts import Text


class Trouble(StrEnum):
    """What is wrong; these names are kept in the store and written to JSON."""

    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    PASSWORD = "password"  # noqa: S105 - the name of a trouble
    READ_ONLY = "read_only"
    LOCKED = "locked"
    FULL = "full"
    VANISHED = "vanished"
    NOT_SHARED = "not_shared"
    OTHER_PROJECT = "other_project"
    UNSAFE = "unsafe"
    GONE = "gone"
    TOO_LARGE = "too_large"
    ANSWER = "answer"


OF_ONE_FILE = frozenset({Trouble.LOCKED, Trouble.GONE, Trouble.TOO_LARGE})
"""What is wrong with one file alone: the others can still be sent and fetched."""

_WAITS = Text(
    "Intet er tabt: Vejviser prøver igen af sig selv.",
    "Nothing is lost: Vejviser tries again by itself.",
)
_CHECK_PLACE = Text(
    "Se efter, om mappen eller adressen er rigtig.",
    "Check that the folder or address is right.",
)
_ASK_LEAD = Text("Spørg projektlederen.", "Ask the project lead.")

_WHY: dict[Trouble, tuple[Text, Text]] = {
    Trouble.UNREACHABLE: (
        Text("Serveren eller drevet svarer ikke.", "The server or the drive does not answer."),
        _WAITS,
    ),
    Trouble.CERTIFICATE: (
        Text(
            "Serverens certifikat er ikke ét, som denne computer stoler på.",
            "The server's certificate is none that this computer trusts.",
        ),
        Text(
            "Kontrollér adressen, og spørg it-afdelingen. Der er ikke sendt noget.",
            "Check the address and ask your IT department. Nothing was sent.",
        ),
    ),
    Trouble.PASSWORD: (
        Text(
            "Serveren tog ikke imod brugernavn og adgangskode.",
            "The server did not accept user name and password.",
        ),
        Text(
            "Angiv dem igen. Nextcloud bruger en app-adgangskode.",
            "Enter them again. Nextcloud uses an app password.",
        ),
    ),
    Trouble.READ_ONLY: (
        Text("Der må ikke skrives dér.", "Writing is not allowed there."),
        Text("Bed it-afdelingen om skriveadgang.", "Ask your IT department for write access."),
    ),
    Trouble.LOCKED: (
        Text("Filen er låst af et andet program.", "The file is locked by another program."),
        _WAITS,
    ),
    Trouble.FULL: (
        Text("Der er ikke plads.", "There is no room."),
        Text(
            "Frigør plads. Vejviser prøver igen af sig selv.",
            "Make room. Vejviser tries again by itself.",
        ),
    ),
    Trouble.VANISHED: (
        Text(
            "Mappen findes ikke. Er den på et drev, er det måske ikke tilsluttet.",
            "The folder is not there. If it is on a drive, that may not be connected.",
        ),
        _CHECK_PLACE,
    ),
    Trouble.NOT_SHARED: (
        Text(
            "Mappen er ikke gjort klar af projektlederen. Er den på et drev, er det måske ikke tilsluttet.",
            "The folder was not prepared by the lead. If it is on a drive, that may not be connected.",
        ),
        _CHECK_PLACE,
    ),
    Trouble.OTHER_PROJECT: (
        Text("Mappen hører til et andet projekt.", "The folder belongs to another project."),
        _CHECK_PLACE,
    ),
    Trouble.UNSAFE: (
        Text(
            "I mappen står en genvej, hvor der skulle være en mappe eller en fil.",
            "In the folder there is a link where a folder or a file should be.",
        ),
        _ASK_LEAD,
    ),
    Trouble.GONE: (
        Text("Filen er der ikke mere.", "The file is not there any more."),
        _WAITS,
    ),
    Trouble.TOO_LARGE: (
        Text("Filen er større, end den må være.", "The file is larger than it may be."),
        _ASK_LEAD,
    ),
    Trouble.ANSWER: (
        Text(
            "Serveren gav et svar, som Vejviser ikke kan bruge.",
            "The server gave an answer that Vejviser cannot use.",
        ),
        _CHECK_PLACE,
    ),
}

_WHAT = Text("Der blev ikke udvekslet breve.", "No letters were exchanged.")


class DeliveryError(UserError):
    """The place, or one file in it, could not be used; ``trouble`` says why."""

    def __init__(self, trouble: Trouble, what: Text = _WHAT) -> None:
        super().__init__(what, *_WHY[trouble])
        self.trouble = trouble

    @property
    def is_of_one_file(self) -> bool:
        """Whether other files in the same place may still do."""
        return self.trouble in OF_ONE_FILE


class PlaceNotChosen(DeliveryError):
    """A place that was to be used from now on does not do; the one from before, if any, stays."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(
            trouble,
            Text(
                "Stedet blev ikke valgt; alt er som før.",
                "The place was not chosen; all is as before.",
            ),
        )
        if self.next_step in (_WAITS, _CHECK_PLACE):
            self.next_step = Text(
                "Se efter, om adressen er rigtig, og om der er forbindelse, og vælg stedet igen.",
                "Check the address and the connection, and choose the place again.",
            )


class ProjectNotRead(DeliveryError):
    """A place did not tell which project is shared there; nothing is tried again by itself."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(
            trouble, Text("Projektet blev ikke overtaget.", "The project was not taken over.")
        )
        if self.next_step in (_WAITS, _CHECK_PLACE):
            self.next_step = Text(
                "Intet er ændret. Se efter, om adressen er rigtig, og om der er forbindelse, og overtag"
                " projektet igen, når stedet svarer.",
                "Nothing was changed. Check the address and the connection, and take the project over"
                " again when the place answers.",
            )


def trouble_words(trouble: Trouble) -> Text:
    """Return what is wrong, in one sentence."""
    return _WHY[trouble][0]
