"""What a new installation does about a shared project before anybody has registered anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.errors import UserError
from app.models.store import Store

if TYPE_CHECKING:
    from app.models.team.roster import Roster
    from app.ui.gates.first_run import SetUp


class Begun(msgspec.Struct, frozen=True, kw_only=True):
    """A project that was created (``roster`` and ``code``), or why nothing came of it (``error``)."""

    roster: Roster | None = None
    code: str = ""
    error: UserError | None = None

    def __repr__(self) -> str:
        """Tell nothing of the code: this may come into a log."""
        return "Begun()"


def begin_sharing(store: Store, setup: SetUp) -> Begun:
    """Create the project, take it over, or take its package, as the first run was asked to.

    The installation stays when that fails: its recovery code must be shown, and the package can be
    opened later.
    """
    try:
        if setup.lead:
            from app.models.team.project import create_project

            roster, code = create_project(store)
            return Begun(roster=roster, code=code)
        if setup.former is not None:
            from app.export.letters.former_project import take_found_project

            take_found_project(store, setup.code, setup.former)
        elif setup.package is not None:
            from app.models.team.package_merging import merge_package

            merge_package(store, setup.package.package, setup.package.letter)
    except UserError as error:
        return Begun(error=error)
    return Begun()
