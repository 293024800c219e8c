"""Letters are exchanged beside the work: on a connection of its own, one exchange at a time."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.export.delivery.folder import FolderDelivery
from app.export.sync_report import SyncReport
from app.models.changes import Changes
from app.models.store import Store
from app.models.team.devices import Devices
from app.models.team.outbox import Outbox, Sending
from app.models.team.places import Places
from app.paths import Paths
from app.ui.bus import Bus
from app.ui.courier import Courier
from app.ui.tasks import StoreThread
from tests.sharing import SEPTEMBER, a_project
from tests.stores import PASSPHRASE, standing_clock

PATIENCE = 10.0


class Laptop:
    """Anne's store on its thread, and what her courier told."""

    def __init__(self, qtbot: QtBot, data: Path) -> None:
        self.qtbot = qtbot
        self.errors: list[Exception] = []
        self.bus = Bus()
        self.changes: list[Changes] = []
        self.bus.changed.connect(self.changes.append)
        self.thread = StoreThread(self.errors.append)
        contexts: list[AppContext] = []

        def opened() -> AppContext:
            context = AppContext.open(Paths(data), PASSPHRASE, clock=standing_clock())
            context.store.subscribe(self.bus.publish)
            return context

        self.thread.open(opened, contexts.append, self.errors.append)
        qtbot.waitUntil(lambda: bool(contexts))
        self.courier = Courier(self.thread)
        self.reports: list[SyncReport] = []
        self.courier.finished.connect(self.reports.append)
        self.courier.failed.connect(self.errors.append)

    def ask(self, job: object) -> object:
        answers: list[object] = []
        self.thread.run(job, answers.append)  # type: ignore[arg-type]
        self.qtbot.waitUntil(lambda: bool(answers))
        return answers[0]

    def states(self) -> list[Sending]:
        found = self.ask(lambda store: [one.state for one in Outbox(store).all() if one.month])
        assert isinstance(found, list)
        return found


@pytest.fixture
def laptop(qtbot: QtBot, tmp_path: Path) -> Iterator[Laptop]:
    with a_project(tmp_path) as project:
        project.share(project.ann)
        project.post(project.ann, SEPTEMBER)
    made = Laptop(qtbot, tmp_path / "ann" / "data")
    yield made
    made.courier.close()
    made.thread.close()


def test_an_exchange_leaves_letters_and_everybody_hears_of_it(laptop: Laptop) -> None:
    laptop.courier.exchange()
    assert laptop.courier.watch is not None
    laptop.qtbot.waitUntil(lambda: bool(laptop.reports))
    assert laptop.courier.watch is None
    assert [one.month for one in laptop.reports[0].sent if one.month] == ["2026-09"]
    assert laptop.states() == [Sending.DELIVERED]
    assert any(changes.touches("outbox") for changes in laptop.changes)
    assert laptop.errors == []


def test_the_store_answers_while_a_place_does_not(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    real = FolderDelivery.read

    def slow(*arguments: object) -> bytes:
        begun.set()
        assert go_on.wait(PATIENCE)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(FolderDelivery, "read", slow)
    laptop.courier.exchange()
    laptop.qtbot.waitUntil(begun.is_set)
    assert laptop.states() == [Sending.QUEUED], "asked and answered in the meantime"
    go_on.set()
    laptop.qtbot.waitUntil(lambda: bool(laptop.reports))
    assert laptop.states() == [Sending.DELIVERED]


def test_a_cancelled_exchange_ends_at_its_next_step(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    real = FolderDelivery.listing

    def slow(*arguments: object) -> object:
        begun.set()
        assert go_on.wait(PATIENCE)
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(FolderDelivery, "listing", slow)
    laptop.courier.exchange()
    laptop.qtbot.waitUntil(begun.is_set)
    laptop.courier.cancel()
    go_on.set()
    laptop.qtbot.waitUntil(lambda: bool(laptop.reports))
    assert laptop.reports[0].cancelled
    assert laptop.states() == [Sending.QUEUED]


def test_asking_again_meanwhile_makes_one_more_exchange_and_not_two_at_once(
    laptop: Laptop,
) -> None:
    for _ in range(3):
        laptop.courier.exchange()
    laptop.qtbot.waitUntil(lambda: len(laptop.reports) == 2)
    laptop.qtbot.waitUntil(lambda: laptop.courier.watch is None)
    assert len(laptop.reports) == 2


def test_without_a_place_only_somebody_who_asks_is_told(laptop: Laptop) -> None:
    def forget(store: Store) -> None:
        Places(store).forget()

    laptop.ask(lambda store: (forget(store), True)[1])
    laptop.courier.exchange_soon()
    ended: list[bool] = []
    laptop.courier.changed.connect(lambda: ended.append(laptop.courier.watch is None))
    laptop.qtbot.waitUntil(lambda: ended == [False, True])
    assert (laptop.reports, laptop.errors) == ([], [])
    laptop.courier.exchange()
    laptop.qtbot.waitUntil(lambda: bool(laptop.errors))
    assert type(laptop.errors[0]).__name__ == "NotFound"


def test_a_place_that_is_gone_is_told_in_the_report_and_the_letter_waits(
    laptop: Laptop, tmp_path: Path
) -> None:
    (tmp_path / "fælles").rename(tmp_path / "væk")
    laptop.courier.exchange()
    laptop.qtbot.waitUntil(lambda: bool(laptop.reports))
    assert laptop.reports[0].error is not None
    assert laptop.states() == [Sending.QUEUED]


def test_a_letter_that_is_written_goes_by_itself(laptop: Laptop) -> None:
    laptop.bus.changed.connect(laptop.courier.note)
    laptop.ask(lambda store: (Outbox(store).again(Outbox(store).all()[-1].seq), True)[1])
    laptop.qtbot.waitUntil(lambda: bool(laptop.reports))
    assert laptop.states() == [Sending.DELIVERED]


def test_what_others_leave_in_the_folder_is_fetched_by_itself_and_once(
    laptop: Laptop, tmp_path: Path
) -> None:
    share, folder = tmp_path / "fælles", laptop.courier.folder
    exchanges: list[bool] = []
    laptop.courier.changed.connect(lambda: exchanges.append(laptop.courier.watch is None))

    def look() -> None:
        looked: list[object] = []
        folder.look()
        laptop.thread.aside(lambda _: True, looked.append)  # answered after the look
        laptop.qtbot.waitUntil(lambda: bool(looked))

    look()
    assert not laptop.courier._soon.isActive(), "nothing lies there"
    me = laptop.ask(lambda store: Devices(store).current().id)
    mine = share / "to" / str(me)
    mine.mkdir(parents=True)
    (mine / "0123456789abcdef.vvb").write_bytes(b"no letter")
    look()
    laptop.qtbot.waitUntil(lambda: exchanges == [False, True])
    look()
    assert not laptop.courier._soon.isActive(), "what was refused is not fetched again and again"
    share.rename(tmp_path / "away")
    look()
    assert not laptop.courier._soon.isActive()
    assert laptop.errors == []
