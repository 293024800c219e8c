"""The other installation of this computer: a counsellor's beside a lead's, or the other way round."""

from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.models.installations import Side, beside, is_there
from app.ui.installation_words import MAKE, OPEN
from app.ui.second_window import Start, open_second_window
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em, label


class BesideCard(Card):
    """Opens it in a window of its own, or begins it there."""

    def __init__(self, services: Services, start: Start = open_second_window) -> None:
        super().__init__("")
        self._services, self._start = services, start
        self._side = Side.COUNSELLOR if services.lead else Side.LEAD
        self.set_title(
            self.tr("Er du også vejleder?")
            if services.lead
            else self.tr("Er du også projektleder?")
        )
        about = self.tr(
            "Vejlederens installation kender navne; projektlederens har alles tal og ingen navne. "
            "Derfor er de to, ved siden af hinanden, hver med sin adgangssætning og sit vindue."
        )
        if not services.lead:
            about += " " + self.tr(
                "Opret eller overtag et projekt dér, når der er registreret henvendelser her."
            )
        self.open = button("")
        buttons = QWidget()
        FlowLayout(buttons, gap=em(self, 0.57)).addWidget(self.open)
        self.body.addWidget(label(about, "caption", wrap=True))
        self.body.addWidget(buttons)
        self.open.clicked.connect(self._open)
        if services.demo:
            self.hide()
        self.look()

    @property
    def is_there(self) -> bool:
        """Whether the other installation is set up."""
        return is_there(self._services.paths, self._side)

    def look(self) -> None:
        """Look again whether the other installation is there by now."""
        words = OPEN if self.is_there else MAKE
        self.open.setText(self._services.words(words[self._side]))

    def _open(self) -> None:
        try:
            self._start(beside(self._services.paths, self._side), self._services.device)
        except UserError as error:
            self._services.notices.show_error(error)
        else:
            self._services.notices.tell(self.tr("Den åbner i sit eget vindue"))
