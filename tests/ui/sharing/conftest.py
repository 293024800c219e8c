"""A counsellor's window, and a lead's, on the stores of one project."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import structs

from app.models.store import Store
from app.ui.bus import Bus
from app.ui.commands import Commands
from app.ui.courier import Courier
from app.ui.services import Services
from app.ui.tasks import InlineRunner
from tests.sharing import Project, a_project
from tests.ui.conftest import RecordingNotices

Surround = Callable[[Store], Services]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with a_project(tmp_path / "project") as made:
        made.ann.settings.set("export_folder", str(tmp_path / "ud"))
        made.lead.settings.set("export_folder", str(tmp_path / "ud"))
        yield made


@pytest.fixture
def around(services: Services, notices: RecordingNotices) -> Surround:
    """Return a function that gives the surroundings of a page on another store."""

    def made(store: Store) -> Services:
        bus = Bus()
        store.subscribe(bus.publish)
        runner = InlineRunner(store, notices.show_error)
        commands = Commands(runner, notices.show_error)
        return structs.replace(
            services,
            runner=runner,
            bus=bus,
            commands=commands,
            courier=Courier(runner, bus),
            lead=store.settings.is_lead,
        )

    return made
