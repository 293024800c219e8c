"""This computer's card: its QR code, the ten words to read aloud, and the card as file or sheet."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app import files
from app.models.store import Store
from app.models.team.cards import Card as DeviceCard
from app.models.team.cards import encode_card
from app.models.team.devices import Devices
from app.models.team.fingerprint import hex_of, words_of
from app.ui.gates.dialogs import OpenFile, open_with_system
from app.ui.pages.person.rights import export_folder, open_folder
from app.ui.pages.sharing.ten_words import TenWords
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.columns import Columns
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.svg_view import SvgView

_FILE, _SHEET = "vejviser-visitkort-{initials}.json", "vejviser-visitkort-{initials}.pdf"


class OwnCard(Card):
    """Shows whose card it is and how it is recognised; writes it into the export folder."""

    def __init__(self, services: Services, open_file: OpenFile = open_with_system) -> None:
        super().__init__("")
        self._services, self._open_file = services, open_file
        self._project = ""
        self._card: DeviceCard | None = None
        self.set_title(self.tr("Denne computers visitkort"))
        about = self.tr(
            "Giv det til projektlederen som fil eller på papir, og læs de ti ord højt i telefonen. "
            "Det er ikke hemmeligt: det viser, hvem breve herfra er fra, og låser intet op."
        )
        if services.lead:
            about = self.tr(
                "Det ligger i projektpakken. Læs de ti ord højt i telefonen, når en vejleder åbner "
                "pakken første gang: så ved vejlederen, at den er fra dig."
            )
        self.body.addWidget(label(about, "caption", wrap=True))
        self.code = _SquareCode(self.tr("Visitkortet som QR-kode"))
        self.whose = label("", "strong", wrap=True)
        self.whose_words = label(self.tr("Denne computers ti ord"), "caption")
        self.words = TenWords()
        self.digits = label("", "caption", wrap=True)
        self.save = button(self.tr("Gem som fil"))
        self.print = button(self.tr("Udskriv …"))
        self.print.setToolTip(self.tr("Gemmer arket som PDF og åbner det"))
        said = QWidget()
        column = Columns((self.code, said), least=40, shares=(2, 5))
        self._fill(said)
        self.body.addWidget(column)
        self.save.clicked.connect(lambda: self._write(_FILE, then_print=False))
        self.print.clicked.connect(lambda: self._write(_SHEET, then_print=True))

    def show_card(self, card: DeviceCard, project: str) -> None:
        """Show a card; ``project`` stands on the printed sheet."""
        from app.export.letters.card_sheet import card_svg

        if card == self._card and project == self._project:
            return
        self._card, self._project = card, project
        words = words_of(card.fingerprint)
        self.code.set_svg(card_svg(card), self.tr("Visitkortet som QR-kode"), " ".join(words))
        self.whose.setText(f"{card.name} ({card.initials})")
        self.words.show_words(words)
        self.digits.setText(hex_of(card.fingerprint))

    def _fill(self, said: QWidget) -> None:
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.57))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        flow.addWidget(self.save)
        flow.addWidget(self.print)
        for widget in (self.whose, self.whose_words, self.words, self.digits, buttons):
            column.addWidget(widget)
        column.addStretch(1)

    def _write(self, name: str, *, then_print: bool) -> None:
        card, project, language = self._card, self._project, self._services.language
        if card is None:
            return

        def content() -> bytes:
            if not then_print:
                return encode_card(card)
            from app.export.letters.card_sheet import card_sheet

            return card_sheet(card, project, language)

        def job(store: Store) -> Path:
            path = export_folder(store) / name.format(initials=card.initials)
            with files.explained_os_errors():
                path.parent.mkdir(parents=True, exist_ok=True)
                files.write_atomically(path, content())
            return path

        self._services.runner.run(job, lambda path: self._written(path, then_print))

    def _written(self, path: Path, then_print: bool) -> None:
        said = self.tr("Gemt: {file} i mappen {folder}")
        self._services.notices.tell(
            said.format(file=path.name, folder=path.parent.name),
            offer=(self.tr("Åbn mappen"), lambda: open_folder(path.parent)),
        )
        if then_print:
            self._open_file(path)


class _SquareCode(SvgView):
    """A QR code: always dark on light, and large enough for a telephone."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(em(self, 17), em(self, 17))


def read_own_card(store: Store) -> tuple[DeviceCard, str]:
    """Return this computer's card and the name of its project; keys are made at first need."""
    return Devices(store).card(), store.settings.project
