"""What can be begun from anywhere in the window: each leads to the page that does it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

Go = Callable[[str, object], None]


def plan_visit(go: Go) -> None:
    """Plan a visit."""
    from app.ui.pages.plan.target import NewVisit

    go("plan", NewVisit())


def plan_activity(go: Go) -> None:
    """Plan an activity."""
    from app.ui.pages.plan.target import NewActivity

    go("plan", NewActivity())


def promise(go: Go, today: date) -> None:
    """Write down a follow-up."""
    from app.ui.pages.followups.form import begun
    from app.ui.pages.followups.target import NewFollowUp

    go("followups", NewFollowUp(begun(today)))


def open_files(go: Go, paths: tuple[Path, ...]) -> None:
    """Look at letters, a roster or a package that were dragged onto a counsellor's window."""
    from app.ui.pages.sharing.target import OpenFiles

    go("sharing", OpenFiles(paths))


def take_files(go: Go, paths: tuple[Path, ...]) -> None:
    """Take in letters that were dragged onto a lead's window."""
    from app.ui.pages.collected.target import TakeFiles

    go("collected", TakeFiles(paths))


def parts_of_collected(go: Go) -> dict[str, Callable[[], None]]:
    """Return what shows the parts of a lead's first page, by the names of the actions."""

    def show(part: str) -> None:
        from app.ui.pages.collected.target import ShowPart

        go("collected", ShowPart(part))

    return {"members": lambda: show("members"), "project_part": lambda: show("project")}
