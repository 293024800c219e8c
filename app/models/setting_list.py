"""Every setting of the program, declared once: name, type, default, words and place.

The settings page, the checks and the documentation are made from this list. ``device`` settings
are needed before the store is unlocked and therefore lie in a small plain file that says nothing
about anybody; all others lie in the encrypted store.
"""

from typing import Literal

import msgspec

from app.texts import Text

Value = str | int


class Setting(msgspec.Struct, frozen=True):
    """One setting. ``choices`` closes a vocabulary, ``smallest``/``largest`` bound a number."""

    name: str
    default: Value
    label: Text
    help: Text
    place: Literal["device", "store"] = "store"
    choices: tuple[tuple[str, Text], ...] = ()
    smallest: int = 0
    largest: int = 0
    shown: bool = True

    @property
    def type(self) -> type[str] | type[int]:
        """The type of the value."""
        return int if isinstance(self.default, int) else str

    def admits(self, value: object) -> bool:
        """Tell whether ``value`` is allowed."""
        if type(value) is not self.type:
            return False
        if self.choices:
            return value in {key for key, _ in self.choices}
        return not isinstance(value, int) or self.smallest <= value <= self.largest


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "language",
        "da",
        Text("Sprog", "Language"),
        Text("Skifter med det samme.", "Changes at once."),
        "device",
        (("da", Text("Dansk", "Dansk")), ("en", Text("English", "English"))),
    ),
    Setting(
        "theme",
        "system",
        Text("Udseende", "Look"),
        Text("Lyst, mørkt eller som computeren.", "Light, dark or like the computer."),
        "device",
        (
            ("system", Text("Som computeren", "Like the computer")),
            ("light", Text("Lyst", "Light")),
            ("dark", Text("Mørkt", "Dark")),
        ),
    ),
    Setting(
        "density",
        "normal",
        Text("Tæthed", "Density"),
        Text("Kompakt viser flere linjer ad gangen.", "Compact shows more lines at a time."),
        "device",
        (("normal", Text("Normal", "Normal")), ("compact", Text("Kompakt", "Compact"))),
    ),
    Setting(
        "font_percent",
        100,
        Text("Skriftstørrelse (%)", "Font size (%)"),
        Text("Fra 100 til 200 procent.", "From 100 to 200 per cent."),
        "device",
        smallest=100,
        largest=200,
    ),
    Setting(
        "lock_minutes",
        5,
        Text("Lås efter (minutter)", "Lock after (minutes)"),
        Text(
            "Programmet låser, når det ikke har været brugt så længe.",
            "The program locks when it has not been used for this long.",
        ),
        smallest=1,
        largest=60,
    ),
    Setting(
        "project",
        "",
        Text("Projekt", "Project"),
        Text("Står øverst i alle opgørelser.", "Shown at the top of every report."),
    ),
    Setting(
        "counsellor",
        "",
        Text("Vejleder", "Counsellor"),
        Text("Den, der bruger denne computer.", "The one who uses this computer."),
        shown=False,
    ),
    Setting(
        "role",
        "counsellor",
        Text("Installationens rolle", "Role of the installation"),
        Text(
            "En projektleders installation samler det, vejledernes computere har sendt.",
            "A project lead's installation gathers what the counsellors' computers have sent.",
        ),
        choices=(
            ("counsellor", Text("Vejleder", "Counsellor")),
            ("lead", Text("Projektleder", "Project lead")),
        ),
        shown=False,
    ),
    Setting(
        "demo",
        0,
        Text("Demoprojekt", "Demo project"),
        Text("Alt i projektet er opdigtet.", "Everything in the project is invented."),
        largest=1,
        shown=False,
    ),
    Setting(
        "export_folder",
        "",
        Text("Mappe til opgørelser", "Folder for reports"),
        Text("Står feltet tomt, bruges Dokumenter.", "Documents is used where this is empty."),
    ),
    Setting(
        "backup_folder",
        "",
        Text("Ekstra mappe til sikkerhedskopier", "Second folder for backups"),
        Text(
            "For eksempel et USB-drev eller et netdrev. Kopierne er krypterede.",
            "For example a USB drive or a network drive. The copies are encrypted.",
        ),
    ),
    Setting(
        "holidays",
        "skip",
        Text("Fremmøder på helligdage", "Visits on holidays"),
        Text(
            "Hvad planen foreslår, når et fremmøde falder på en helligdag.",
            "What the plan proposes when a visit falls on a holiday.",
        ),
        choices=(
            ("skip", Text("Springes over", "Are skipped")),
            ("move", Text("Foreslås flyttet", "Are proposed to be moved")),
            ("keep", Text("Holdes som planlagt", "Are held as planned")),
        ),
    ),
    Setting(
        "holiday_kinds",
        "public",
        Text("Dage, der regnes som helligdage", "Days that count as holidays"),
        Text(
            "Mærkedage er 1. maj, grundlovsdag, juleaftensdag og nytårsaftensdag.",
            "Customary days are 1 May, Constitution Day, Christmas Eve and New Year's Eve.",
        ),
        choices=(
            ("public", Text("De officielle", "The official ones")),
            ("customary", Text("Også mærkedage", "Customary days too")),
        ),
    ),
    Setting(
        "travel_minutes",
        20,
        Text("Rejsetid (minutter)", "Travel time (minutes)"),
        Text(
            "Så længe tager det fra én arbejdsplads til en anden. Planen viser, hvor det er for kort.",
            "How long it takes from one workplace to another. The plan shows where it is too short.",
        ),
        largest=240,
    ),
    Setting(
        "coaching_sessions",
        3,
        Text("Coaching: aftalte samtaler", "Coaching: sessions by agreement"),
        Text(
            "Foreslås, når nogen henvises til coaching, og tilbuddet ikke har sit eget tal. Flere"
            " samtaler er tilladt; programmet siger det blot.",
            "Proposed when somebody is referred to coaching and the offer has no number of its own."
            " More sessions are allowed; the program only says so.",
        ),
        smallest=1,
        largest=99,
    ),
    Setting(
        "protection_k",
        5,
        Text("Mindste gruppe (personer)", "Smallest group (persons)"),
        Text(
            "Så mange forskellige personer skal mindst stå bag et tal eller ligne hinanden, før noget om"
            " dem gives videre til andre. Danske sundhedsdata bruger 5.",
            "At least so many different persons must be behind a figure or look alike before anything"
            " about them is handed on to others. Danish health data use 5.",
        ),
        smallest=3,
        largest=10,
    ),
    Setting(
        "least_headcount",
        20,
        Text("Mindste arbejdsplads (ansatte)", "Smallest workplace (employed)"),
        Text(
            "Er færre ansat på en arbejdsplads, eller på dem af én slags, vises deres fremmøder og"
            " antal henvendelser ikke for sig til andre. Er antallet ikke oplyst, regnes det for 0.",
            "Where fewer are employed at a workplace, or at those of one kind, their visits and numbers"
            " of inquiries are not shown to others by themselves. A number not told counts as 0.",
        ),
        largest=1000,
    ),
    Setting(
        "feed_folder",
        "",
        Text("Mappe til kalenderfil", "Folder for the calendar file"),
        Text(
            "Her holdes en fil ajour, som Outlook kan læse. Den nævner kun vejlederne.",
            "A file that Outlook can read is kept up to date here. It names only the counsellors.",
        ),
    ),
    Setting(
        "plan_asked_days",
        "",
        Text("Dage, hvor planen har spurgt", "The days on which the plan asked"),
        Text("Sættes af programmet.", "Set by the program."),
        shown=False,
    ),
    Setting(
        "plan_not_asked",
        "",
        Text("Fremmøder, der ikke spørges om", "Visits that are not asked about"),
        Text("Sættes af programmet.", "Set by the program."),
        shown=False,
    ),
)

BY_NAME: dict[str, Setting] = {setting.name: setting for setting in SETTINGS}
