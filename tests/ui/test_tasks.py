"""Who is answered, and who is not any more."""

from app.models.store import Store
from app.ui.services import Services
from app.ui.tasks import RetiringRunner


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
