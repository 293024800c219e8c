"""The section about backups: the newest one, taking one now, and proving that it can be used."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QWidget

from app.models import words
from app.models.backup import Backup
from app.models.clock import local
from app.models.safekeeping import Proof, all_backups, back_up, try_restoring
from app.ui.pages.focus import set_usable
from app.ui.pages.settings.section import Section
from app.ui.services import Services
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.notice import Notice


class BackupSection(Section):
    """Every backup was read back when it was made; "Prøv gendannelse" does it again now.

    ``made`` carries the moment of a backup that was taken here.
    """

    made = Signal(object)

    def __init__(self, services: Services, title: str) -> None:
        super().__init__(services, title)
        self.newest = label("", "strong", wrap=True)
        self.make_button = button(self.tr("Tag kopi nu"), "primary")
        self.try_button = button(self.tr("Prøv gendannelse"))
        self.result = Notice("", "good")
        self.result.hide()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Sikkerhedskopier, de nyeste øverst"))
        self.list.setMinimumHeight(em(self, 12))
        self.make_button.clicked.connect(self.make)
        self.try_button.clicked.connect(self.prove)
        card = self.add_card(
            "",
            self.tr(
                "Der tages en kopi hver dag, og den læses igennem, før en ældre slettes. "
                "Kopierne er krypterede og åbnes med den adgangssætning, der gjaldt, da de blev taget."
            ),
        )
        card.body.addWidget(self.newest)
        actions = QWidget()
        flow = FlowLayout(actions, gap=em(self, 0.57))
        flow.addWidget(self.make_button)
        flow.addWidget(self.try_button)
        card.body.addWidget(actions)
        card.body.addWidget(self.result)
        listed = self.add_card(self.tr("Kopier"))
        listed.body.addWidget(self.list)
        help_text = self.tr(
            "Bliver databasen beskadiget, tilbyder låseskærmen at gendanne en kopi. "
            "Det kan også gøres i en terminal med »vejviser restore«."
        )
        listed.body.addWidget(label(help_text, "caption", wrap=True))
        self.finish()

    def reload(self) -> None:
        """List the backups in the folders that can be reached."""
        paths = self.services.paths
        self.services.runner.run(
            lambda store: all_backups(store, paths), self._show, key="settings.backups"
        )

    def make(self) -> None:
        """Take a backup now."""
        paths = self.services.paths
        self._set_busy(self.tr("Tager kopi …"))
        self.services.runner.run(lambda store: back_up(store, paths), self._made, self._failed)

    def prove(self) -> None:
        """Open the newest backup aside and count what is in it."""
        paths = self.services.paths
        self._set_busy(self.tr("Åbner den nyeste kopi …"))
        self.services.runner.run(
            lambda store: try_restoring(store, paths), self._proved, self._failed
        )

    def _show(self, backups: tuple[Backup, ...]) -> None:
        if backups:
            said = self.tr("Seneste kopi: {when}, læst igennem uden fejl.")
            self.newest.setText(said.format(when=self._when(backups[0])))
        else:
            self.newest.setText(self.tr("Der er ingen sikkerhedskopi endnu."))
        self.try_button.setEnabled(bool(backups))
        current = self.list.currentRow()
        self.list.clear()
        for backup in backups:
            size = self._size(backup.size)
            folder: Path = backup.database.parent
            self.list.addItem(f"{self._when(backup)} · {size} · {folder.name}")
        self.list.setCurrentRow(min(current, len(backups) - 1))

    def _made(self, backups: tuple[Backup, ...]) -> None:
        self._say(self.tr("Kopien er taget og læst igennem."))
        self.made.emit(backups[0].made_at)
        self.reload()

    def _proved(self, proof: Proof) -> None:
        counts = proof.counts
        said = self.tr(
            "Kopien fra {when} kan gendannes: {inquiries} henvendelser, {people} personer, "
            "{workplaces} arbejdspladser, {visits} fremmøder."
        )
        self._say(
            said.format(
                when=self._when(proof.backup),
                inquiries=words.whole_number(counts["inquiry"]),
                people=words.whole_number(counts["person"]),
                workplaces=words.whole_number(counts["workplace"]),
                visits=words.whole_number(counts["visit"]),
            )
        )

    def _failed(self, error: Exception) -> None:
        self._set_busy("")
        self.services.notices.show_error(error)

    def _set_busy(self, text: str) -> None:
        set_usable(self.make_button, self.try_button, usable=not text)
        if self.list.count() == 0:
            self.try_button.setEnabled(False)
        self.result.setVisible(bool(text))
        self.result.set_text(text)

    def _say(self, text: str) -> None:
        self._set_busy("")
        self.result.show()
        self.result.set_text(text)

    def _when(self, backup: Backup) -> str:
        made = local(backup.made_at)
        day, time = words.short_date(made.date()), words.clock_time(made)
        return self.tr("{day} kl. {time}").format(day=day, time=time)

    @staticmethod
    def _size(size: int) -> str:
        return f"{max(1, round(size / 1024)):,} kB".replace(",", ".")
