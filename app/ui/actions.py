"""Every action of the window, in one table: menu, shortcuts, palette and the F1 sheet come from it.

No shortcut uses Ctrl+Alt (AltGr on Danish keyboards) or one of ``/ ; [ ] \\``.
"""

from collections.abc import Callable

import msgspec
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.texts import Language, Text


class ActionSpec(msgspec.Struct, frozen=True):
    """One action. ``keys`` are in Qt's portable form; the first is shown. ``page`` is where it leads."""

    name: str
    text: Text
    keys: tuple[str, ...] = ()
    icon: str = ""
    page: str = ""


PAGES: tuple[ActionSpec, ...] = (
    ActionSpec("go_today", Text("I dag", "Today"), ("Ctrl+1",), "today", "today"),
    ActionSpec(
        "go_inquiries",
        Text("Henvendelser", "Inquiries"),
        ("Ctrl+2",),
        "inquiries",
        "inquiries",
    ),
    ActionSpec(
        "go_followups",
        Text("Opfølgning", "Follow-up"),
        ("Ctrl+3",),
        "followups",
        "followups",
    ),
    ActionSpec("go_plan", Text("Fremmødeplan", "Presence plan"), ("Ctrl+4",), "plan", "plan"),
    ActionSpec(
        "go_workplaces",
        Text("Arbejdspladser", "Workplaces"),
        ("Ctrl+5",),
        "workplaces",
        "workplaces",
    ),
    ActionSpec("go_reports", Text("Rapporter", "Reports"), ("Ctrl+6",), "reports", "reports"),
    ActionSpec("go_cards", Text("Vidensbank", "Knowledge cards"), ("Ctrl+7",), "cards", "cards"),
)
"""The pages of the rail, from the top; Ctrl+1 and on follow their order."""

SHARING = ActionSpec("go_sharing", Text("Deling", "Sharing"), ("Ctrl+Shift+D",), "sync", "sharing")
COLLECTED = ActionSpec(
    "go_collected", Text("Indsamling", "Collected"), ("Ctrl+1",), "sync", "collected"
)
SETTINGS = ActionSpec(
    "go_settings",
    Text("Indstillinger", "Settings"),
    ("Ctrl+,",),
    "settings",
    "settings",
)
LOCK = ActionSpec("lock", Text("Lås", "Lock"), ("Ctrl+L",), "lock")
NEW_INQUIRY = ActionSpec(
    "new_inquiry", Text("Ny henvendelse", "New inquiry"), ("Ctrl+N",), "plus", "register"
)

OTHERS: tuple[ActionSpec, ...] = (
    ActionSpec("palette", Text("Søg overalt", "Search everywhere"), ("Ctrl+K",), "search"),
    ActionSpec("undo", Text("Fortryd", "Undo"), ("Ctrl+Z",), "undo"),
    ActionSpec("redo", Text("Gentag", "Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo"),
    ActionSpec("new_visit", Text("Nyt fremmøde", "New visit"), ("Ctrl+Shift+N",), "plus"),
    ActionSpec("new_activity", Text("Ny aktivitet", "New activity"), (), "plus"),
    ActionSpec("new_followup", Text("Ny opfølgning", "New follow-up"), (), "plus"),
    ActionSpec(
        "referrals",
        Text("Henvisninger", "Referrals"),
        ("Ctrl+Shift+H",),
        "people",
        "referrals",
    ),
    ActionSpec("offers", Text("Tilbud", "Offers"), ("Ctrl+Shift+T",), "cards", "offers"),
    ActionSpec("refresh", Text("Opdater siden", "Refresh the page"), ("F5",)),
    ActionSpec(
        "import",
        Text("Importér fra CSV", "Import from CSV"),
        (),
        "download",
        "import",
    ),
    ActionSpec(
        "duplicates",
        Text("Mulige dobbelte", "Possible duplicates"),
        (),
        "people",
        "duplicates",
    ),
    ActionSpec(
        "outside",
        Text("Opgørelser til andre", "Reports for others"),
        (),
        "mail",
        "outside",
    ),
    ActionSpec(
        "evaluator",
        Text("Pakke til evaluator", "Evaluator's pack"),
        (),
        "download",
        "evaluator",
    ),
    ActionSpec("exchange", Text("Send og hent nu", "Send and fetch now"), (), "sync"),
    ActionSpec("keys", Text("Vis genvejstaster", "Show the keyboard shortcuts"), ("F1",), "info"),
    ActionSpec("quit", Text("Afslut Vejviser", "Quit Vejviser"), ("Ctrl+Q",), "x"),
)

WINDOW_ACTIONS: tuple[ActionSpec, ...] = (NEW_INQUIRY, *PAGES, *OTHERS, SHARING, SETTINGS, LOCK)
"""Everything that works from anywhere in the window."""

_NOT_AT_A_LEAD = frozenset(("new_visit", "new_activity", "new_followup", "referrals", "duplicates"))
"""What a lead's installation has nothing for: what is there was reported, and its days are made up."""


_LEAD_ONLY: tuple[ActionSpec, ...] = (
    ActionSpec(
        "members",
        Text("Deltagere: visitkort og spærring", "Members: cards and revoking"),
        (),
        "people",
    ),
    ActionSpec(
        "project_part",
        Text(
            "Projektpakke, fælles sted og gendannelsesark",
            "Project package, shared place and recovery sheet",
        ),
        (),
        "sync",
    ),
)
"""Parts of the lead's first page that people look for by name."""

LEAD_HAS_NO = frozenset(("mask", "cards", "duplicate"))
"""Keys of pages on which something is registered."""


class ActionSet(msgspec.Struct, frozen=True):
    """What a window offers: ``first`` is the action of its header, where it has one."""

    pages: tuple[ActionSpec, ...]
    others: tuple[ActionSpec, ...]
    first: ActionSpec | None = None
    below: tuple[ActionSpec, ...] = ()

    @property
    def anywhere(self) -> tuple[ActionSpec, ...]:
        """Everything that works from anywhere in the window."""
        first = (self.first,) if self.first is not None else ()
        return (*first, *self.pages, *self.others, *self.below, SETTINGS, LOCK)

    @property
    def page_names(self) -> frozenset[str]:
        """The pages that can be gone to by name."""
        return frozenset(spec.page for spec in self.anywhere if spec.page)


COUNSELLOR_ACTIONS = ActionSet(PAGES, OTHERS, NEW_INQUIRY, (SHARING,))


def _lead_actions() -> ActionSet:
    """Return what a lead's window offers: the same actions, its pages with keys in their order."""
    named = {spec.name: spec for spec in (*PAGES, *OTHERS)}
    order = ("go_reports", "outside", "evaluator", "go_workplaces", "go_plan", "go_cards")
    pages = tuple(
        structs.replace(named[name], keys=(f"Ctrl+{number}",))
        for number, name in enumerate(order, start=2)
    )
    left_out = _NOT_AT_A_LEAD | set(order)
    others = tuple(spec for spec in OTHERS if spec.name not in left_out)
    return ActionSet((COLLECTED, *pages), (*others, *_LEAD_ONLY))


LEAD_ACTIONS = _lead_actions()


def actions_of(*, lead: bool) -> ActionSet:
    """Return what the window of a counsellor's or of a lead's installation offers."""
    return LEAD_ACTIONS if lead else COUNSELLOR_ACTIONS


PAGE_KEYS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "save", Text("Gem det, du skriver", "Save what you are typing"), ("Ctrl+Return", "Ctrl+S")
    ),
    ActionSpec("back", Text("Tilbage; kladden bevares", "Back; the draft is kept"), ("Esc",)),
    ActionSpec("find", Text("Søg i listen", "Search the list"), ("Ctrl+F", "F3")),
    ActionSpec("edit", Text("Ret det valgte", "Edit the selected item"), ("F2",)),
    ActionSpec(
        "mask",
        Text("Maskér CPR-nummer eller navn i teksten", "Mask a CPR number or name in the text"),
        ("F4",),
    ),
    ActionSpec(
        "cards",
        Text("Læs kort, der passer til henvendelsen", "Read cards that fit the inquiry"),
        ("F6",),
    ),
    ActionSpec("delete", Text("Slet det valgte", "Delete the selected item"), ("Del",)),
    ActionSpec(
        "copy", Text("Kopiér rækker til regneark", "Copy rows to a spreadsheet"), ("Ctrl+C",)
    ),
    ActionSpec(
        "duplicate", Text("Kopiér seneste henvendelse", "Duplicate the latest inquiry"), ("Ctrl+D",)
    ),
    ActionSpec(
        "reveal", Text("Vis den adgangssætning, du skriver", "Show the passphrase"), ("Ctrl+R",)
    ),
    ActionSpec(
        "turn",
        Text("Forrige og næste dag, uge eller måned", "Previous and next day, week or month"),
        ("PgUp", "PgDown"),
    ),
    ActionSpec(
        "carry",
        Text(
            "Flyt det valgte fremmøde; Enter slipper det", "Move the chosen visit; Enter drops it"
        ),
        ("Ctrl+Right", "Ctrl+Down"),
    ),
    ActionSpec("plan_today", Text("I dag i planen", "Today in the plan"), ("T",)),
    ActionSpec("ask", Text("Hvad er dette tal?", "What is this figure?"), ("Return",)),
    ActionSpec(
        "print",
        Text("Opgørelsen eller kortet som PDF", "The report or the card as PDF"),
        ("Ctrl+P",),
    ),
)
"""Keys that pages answer themselves; listed here so that the F1 sheet knows them."""

FOLLOWUP_KEYS: tuple[ActionSpec, ...] = (
    ActionSpec("promise_new", Text("Ny opfølgning", "New follow-up"), ("N",)),
    ActionSpec("promise_done", Text("Gjort", "Done"), ("Space",)),
    ActionSpec(
        "promise_later", Text("Udsæt en dag, en uge", "Put off by a day, by a week"), ("1", "7")
    ),
    ActionSpec("promise_comment", Text("Kommentér", "Comment"), ("K",)),
    ActionSpec("promise_open", Text("Åbn det, den handler om", "Open what it is about"), ("O",)),
)
"""Keys of a follow-up, wherever it stands; F2 and Delete do there what they do everywhere."""

CONSENT_KEYS: tuple[ActionSpec, ...] = (
    ActionSpec("consent", Text("Samtykke til registrering", "Consent to registration"), ("S",)),
    ActionSpec(
        "evaluator", Text("Må ringes op af evaluator", "May be phoned by an evaluator"), ("E",)
    ),
)
"""Keys on the page of a person: given at once, withdrawn with Enter after them."""


def install(
    window: QWidget,
    language: Language,
    handlers: dict[str, Callable[[], None]],
    offered: ActionSet = COUNSELLOR_ACTIONS,
) -> dict[str, QAction]:
    """Add the window actions to ``window`` and return them by name.

    ``handlers`` has a function for every action that is ``offered``.
    """
    actions: dict[str, QAction] = {}
    for spec in offered.anywhere:
        action = QAction(spec.text.in_language(language), window)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(_without_argument(handlers[spec.name]))
        if spec.name == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        elif spec is SETTINGS:
            action.setMenuRole(QAction.MenuRole.PreferencesRole)
        else:
            action.setMenuRole(QAction.MenuRole.NoRole)
        window.addAction(action)
        actions[spec.name] = action
    return actions


def _without_argument(handler: Callable[[], None]) -> Callable[[bool], None]:
    def triggered(_checked: bool = False) -> None:
        handler()

    return triggered
