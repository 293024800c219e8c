"""Every action of the window, in one table: menu, shortcuts, palette and the F1 sheet come from it.

No shortcut uses Ctrl+Alt (AltGr on Danish keyboards) or one of ``/ ; [ ] \\``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

_CONTEXT = "Actions"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. ``keys`` are in Qt's portable form; the first is shown. ``page`` is where it leads."""

    name: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    page: str = ""

    @property
    def label(self) -> str:
        """The words of the action in the language of the window."""
        return QCoreApplication.translate(_CONTEXT, self.text)

    @property
    def shown_key(self) -> str:
        """The first shortcut as the platform writes it, or nothing."""
        if not self.keys:
            return ""
        return QKeySequence(self.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)


PAGES: tuple[ActionSpec, ...] = (
    ActionSpec("go_today", QT_TRANSLATE_NOOP("Actions", "I dag"), ("Ctrl+1",), "today", "today"),
    ActionSpec(
        "go_inquiries",
        QT_TRANSLATE_NOOP("Actions", "Henvendelser"),
        ("Ctrl+2",),
        "inquiries",
        "inquiries",
    ),
    ActionSpec(
        "go_followups",
        QT_TRANSLATE_NOOP("Actions", "Opfølgning"),
        ("Ctrl+3",),
        "followups",
        "followups",
    ),
    ActionSpec(
        "go_workplaces",
        QT_TRANSLATE_NOOP("Actions", "Arbejdspladser"),
        ("Ctrl+4",),
        "workplaces",
        "workplaces",
    ),
    ActionSpec(
        "go_reports", QT_TRANSLATE_NOOP("Actions", "Rapporter"), ("Ctrl+5",), "reports", "reports"
    ),
)
"""The pages of the rail, from the top; Ctrl+1 and on follow their order."""

SETTINGS = ActionSpec(
    "go_settings",
    QT_TRANSLATE_NOOP("Actions", "Indstillinger"),
    ("Ctrl+,", "Ctrl+6"),
    "settings",
    "settings",
)
LOCK = ActionSpec("lock", QT_TRANSLATE_NOOP("Actions", "Lås"), ("Ctrl+L",), "lock")
NEW_INQUIRY = ActionSpec(
    "new_inquiry", QT_TRANSLATE_NOOP("Actions", "Ny henvendelse"), ("Ctrl+N",), "plus", "register"
)

OTHERS: tuple[ActionSpec, ...] = (
    ActionSpec("palette", QT_TRANSLATE_NOOP("Actions", "Søg overalt"), ("Ctrl+K",), "search"),
    ActionSpec("undo", QT_TRANSLATE_NOOP("Actions", "Fortryd"), ("Ctrl+Z",), "undo"),
    ActionSpec("redo", QT_TRANSLATE_NOOP("Actions", "Gentag"), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo"),
    ActionSpec("refresh", QT_TRANSLATE_NOOP("Actions", "Opdater siden"), ("F5",)),
    ActionSpec(
        "import",
        QT_TRANSLATE_NOOP("Actions", "Importér fra CSV"),
        (),
        "download",
        "import",
    ),
    ActionSpec("keys", QT_TRANSLATE_NOOP("Actions", "Vis alle taster"), ("F1",), "info"),
    ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "Afslut Vejviser"), ("Ctrl+Q",), "x"),
)

WINDOW_ACTIONS: tuple[ActionSpec, ...] = (NEW_INQUIRY, *PAGES, *OTHERS, SETTINGS, LOCK)
"""Everything that works from anywhere in the window."""

PAGE_KEYS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "save", QT_TRANSLATE_NOOP("Actions", "Gem det, du skriver"), ("Ctrl+Return", "Ctrl+S")
    ),
    ActionSpec("back", QT_TRANSLATE_NOOP("Actions", "Tilbage; kladden bevares"), ("Esc",)),
    ActionSpec("find", QT_TRANSLATE_NOOP("Actions", "Søg i listen"), ("Ctrl+F", "F3")),
    ActionSpec("edit", QT_TRANSLATE_NOOP("Actions", "Ret det valgte"), ("F2",)),
    ActionSpec("delete", QT_TRANSLATE_NOOP("Actions", "Slet det valgte"), ("Del",)),
    ActionSpec("copy", QT_TRANSLATE_NOOP("Actions", "Kopiér rækker til regneark"), ("Ctrl+C",)),
    ActionSpec(
        "duplicate", QT_TRANSLATE_NOOP("Actions", "Kopiér seneste henvendelse"), ("Ctrl+D",)
    ),
    ActionSpec("print", QT_TRANSLATE_NOOP("Actions", "Opgørelsen som PDF"), ("Ctrl+P",)),
)
"""Keys that pages answer themselves; listed here so that the F1 sheet knows them."""


def install(window: QWidget, handlers: dict[str, Callable[[], None]]) -> dict[str, QAction]:
    """Add the window actions to ``window`` and return them by name.

    ``handlers`` has a function for every action of :data:`WINDOW_ACTIONS`.
    """
    actions: dict[str, QAction] = {}
    for spec in WINDOW_ACTIONS:
        action = QAction(spec.label, window)
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
