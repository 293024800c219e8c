"""Letting the page see how the search for a pattern goes, and stop it."""

from app.export.disclosure import Progress, Stopped
from app.export.evaluator.ladder import Cancelled
from app.export.outside.releasing import Protected, Request, protect_request
from app.ui.pages.evaluator.watch import Watch


def protected_by(watch: Watch, request: Request) -> Protected | None:
    """Return the protected report of a request; None where it was stopped."""

    def told(_progress: Progress) -> bool:
        try:
            watch(0, 0)
        except Cancelled:
            return False
        return True

    try:
        made = protect_request(request, told)
    except Stopped:
        return None
    return made if told(Progress(None, 0.0, 0.0)) else None
