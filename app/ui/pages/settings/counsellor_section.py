"""The section about the counsellors: who uses this computer, and who registers in the project."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from app.errors import InvalidInput
from app.models import words
from app.models.counsellors import initials_of
from app.models.store import Store
from app.models.types import Counsellor, Profession, RecordId
from app.ui.pages.settings.section import Section
from app.ui.services import Services
from app.ui.widgets.choice import Choice
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import button, em

_ID = Qt.ItemDataRole.UserRole
_NEW = Counsellor(initials="", name="")


class CounsellorSection(Section):
    """A list, and under it the form of the one that is chosen."""

    def __init__(self, services: Services, title: str) -> None:
        super().__init__(services, title)
        self._counsellors: dict[str, Counsellor] = {}
        self._current = RecordId("")
        self._shown = _NEW
        self._filled = _NEW
        self._initials_typed = False
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Vejledere"))
        self.list.setMaximumHeight(em(self, 14))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.new_button = button(self.tr("Ny vejleder"))
        self.use_button = button(self.tr("Brug på denne computer"))
        self.save_button = button(self.tr("Gem"), "primary")
        self.name, self.initials = QLineEdit(), QLineEdit()
        self.profession = Choice(
            self.tr("Faggruppe"),
            [(key.value, services.words(text)) for key, text in words.PROFESSIONS.items()],
        )
        self.active = QCheckBox(self.tr("Registrerer stadig"))
        self._form = FormGrid()
        self._lay_out()
        self._connect()
        self._fill(_NEW)
        self.finish()

    def reload(self) -> None:
        """Read the counsellors; what is being typed stays."""

        def job(store: Store) -> tuple[tuple[Counsellor, ...], RecordId]:
            return store.counsellors.all(), store.settings.counsellor_id

        self.services.runner.run(job, lambda found: self._show(*found), key="settings.counsellor")

    def save(self) -> None:
        """Save the counsellor in the form."""
        counsellor = self._entered()
        if not counsellor.active and counsellor.id == self._current:
            text = self.tr("Du bruger selv denne computer. Vælg først en anden vejleder til den.")
            self._form.set_problems({"active": text})
            return

        def job(store: Store) -> Counsellor:
            stored = store.counsellors
            return stored.change(counsellor) if counsellor.id else stored.add(counsellor)

        self.services.commands.run(self.tr("Vejlederen er gemt"), job, self._saved, self._refused)

    def use_here(self) -> None:
        """Let the chosen counsellor be the one who uses this computer."""
        chosen = self._shown
        self.services.runner.run(
            lambda store: store.settings.set("counsellor", chosen.id),
            lambda _: self.services.notices.tell(
                self.tr("{name} bruger nu denne computer").format(name=chosen.name)
            ),
        )

    def _lay_out(self) -> None:
        used_by = self.tr(
            "Alt, der gemmes her, registreres på den vejleder, der bruger computeren."
        )
        card = self.add_card("", used_by)
        card.body.addWidget(self.list)
        foot = QWidget()
        flow = FlowLayout(foot, gap=em(self, 0.57))
        flow.addWidget(self.new_button)
        flow.addWidget(self.use_button)
        card.body.addWidget(foot)
        form = self.add_card()
        self._form.add_row("name", self.tr("Navn"), self.name)
        self._form.add_row("initials", self.tr("Initialer"), self.initials)
        self._form.add_row("profession", self.tr("Faggruppe"), self.profession)
        self._form.add_row(
            "active",
            self.tr("Status"),
            self.active,
            self.tr(
                "Uden flueben kan vejlederen ikke længere vælges. Alt registreret bliver stående."
            ),
        )
        form.body.addWidget(self._form)
        save = QHBoxLayout()
        save.addStretch(1)
        save.addWidget(self.save_button)
        form.body.addLayout(save)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._chosen)
        self.new_button.clicked.connect(self._begin_new)
        self.use_button.clicked.connect(self.use_here)
        self.save_button.clicked.connect(self.save)
        self.name.textEdited.connect(self._suggest_initials)
        self.initials.textEdited.connect(self._initials_edited)

    def _show(self, counsellors: tuple[Counsellor, ...], current: RecordId) -> None:
        self._counsellors = {counsellor.id: counsellor for counsellor in counsellors}
        self._current = current
        chosen = self._shown.id or current
        self.list.blockSignals(True)
        self.list.clear()
        for counsellor in counsellors:
            item = QListWidgetItem(self._line(counsellor))
            item.setData(_ID, counsellor.id)
            self.list.addItem(item)
            if counsellor.id == chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        typing = self._entered() != self._filled
        if not typing:
            self._fill(self._counsellors.get(chosen, _NEW))
        self._show_use()

    def _line(self, counsellor: Counsellor) -> str:
        said = self.services.words
        parts = [
            f"{counsellor.name} ({counsellor.initials})",
            said(words.PROFESSIONS[counsellor.profession]),
        ]
        if counsellor.id == self._current:
            parts.append(self.tr("bruger denne computer"))
        if not counsellor.active:
            parts.append(self.tr("registrerer ikke længere"))
        return " · ".join(parts)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._fill(self._counsellors[item.data(_ID)])
            self._show_use()

    def _begin_new(self) -> None:
        self.list.setCurrentRow(-1)
        self._fill(_NEW)
        self._show_use()
        self.name.setFocus()

    def _fill(self, counsellor: Counsellor) -> None:
        self._shown = counsellor
        self._initials_typed = bool(counsellor.initials)
        self.name.setText(counsellor.name)
        self.initials.setText(counsellor.initials)
        self.profession.set_value(counsellor.profession)
        self.active.setChecked(counsellor.active)
        self._form.clear_problems()
        self._filled = self._entered()

    def _entered(self) -> Counsellor:
        return replace(
            self._shown,
            name=self.name.text().strip(),
            initials=self.initials.text().strip(),
            profession=Profession(self.profession.value()),
            active=self.active.isChecked(),
        )

    def _show_use(self) -> None:
        known = bool(self._shown.id) and self._shown.active
        self.use_button.setEnabled(known and self._shown.id != self._current)

    def _suggest_initials(self, name: str) -> None:
        if not self._initials_typed:
            self.initials.setText(initials_of(name))

    def _initials_edited(self, text: str) -> None:
        self._initials_typed = bool(text)

    def _saved(self, counsellor: Counsellor) -> None:
        self._fill(counsellor)
        self.reload()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput):
            said = self.services.words
            self._form.set_problems({p.field: said(p.text) for p in error.problems})
        else:
            self.services.notices.show_error(error)
