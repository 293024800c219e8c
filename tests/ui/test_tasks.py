"""Who is answered, and who is not any more."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.context import AppContext
from app.errors import NotFound
from app.models.store import Store
from app.models.types import RecordId
from app.paths import Paths
from app.ui.services import Services
from app.ui.tasks import RetiringRunner, StoreThread
from tests.stores import PASSPHRASE, new_store


def test_a_retired_page_asks_for_nothing_more(services: Services, store: Store) -> None:
    runner = RetiringRunner(services.runner)
    answers: list[int] = []
    runner.run(lambda opened: opened.inquiries.count(), answers.append)
    runner.beside(lambda: 7, answers.append)
    assert answers == [store.inquiries.count(), 7]

    runner.retire()
    runner.run(lambda opened: opened.inquiries.count(), answers.append)
    runner.beside(lambda: 7, answers.append)
    assert len(answers) == 2


def test_what_fails_while_the_program_ends_is_told_once_and_answers_nobody(
    qtbot: QtBot, tmp_path: Path
) -> None:
    new_store(tmp_path).close()
    answers: list[object] = []
    unheard: list[Exception] = []
    thread = StoreThread(answers.append)
    thread.failed_unheard.connect(unheard.append)
    paths = Paths(tmp_path / "data")
    with qtbot.waitCallback() as opened:
        thread.open(lambda: AppContext.open(paths, PASSPHRASE), opened, answers.append)

    thread.run(lambda store: store.inquiries.get(RecordId("no such")), answers.append)
    thread.run(lambda store: store.inquiries.count(), answers.append)
    thread.close(wait=True)
    QApplication.processEvents()

    assert [type(error) for error in unheard] == [NotFound]
    assert answers == []
