"""What the preview says while it is computed, and the way to compute again."""

from pytestqt.qtbot import QtBot

from app.ui.pages.evaluator.cards import PreviewCard


def test_work_without_steps_is_told_as_such_and_the_bar_only_moves(qtbot: QtBot) -> None:
    card = PreviewCard()
    qtbot.addWidget(card)
    watch = card.start("oktober 2026")
    told = []
    for done, of in ((0, 0), (3, 20), (0, 1)):
        watch(done, of)
        card.progress.look()
        told.append((card.doing.text(), card.progress.bar.maximum()))
    assert told == [
        ("Læser henvendelserne …", 0),
        ("Prøver, hvor grove rækkerne må være: trin 3 af 20 …", 20),
        ("Holder rækkerne op mod de udgivne opgørelser …", 0),
    ]
    card.progress.end()


def test_the_button_to_compute_again_is_as_wide_as_its_words(qtbot: QtBot) -> None:
    card = PreviewCard()
    qtbot.addWidget(card)
    card.resize(900, 200)
    with qtbot.waitExposed(card):
        card.show()
    card.show_cancelled()
    qtbot.waitUntil(card.again.isVisible)
    qtbot.waitUntil(lambda: card.again.width() == card.again.sizeHint().width())
    assert card.again.width() < card.width() // 3
