"""Rows of a form made from the list of settings: the type of a setting chooses its field."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.models.setting_list import BY_NAME, Setting, Value
from app.ui.pages.settings.folder_field import ChooseFolder, FolderField, ask_for_folder
from app.ui.services import Services
from app.ui.widgets.form import FormGrid
from app.ui.widgets.segmented import Option, Segmented

_STEPS: Mapping[str, tuple[str, Sequence[int]]] = {
    "font_percent": ("{n} %", (100, 125, 150, 175, 200)),
    "lock_minutes": ("{n}", (1, 2, 5, 10, 15, 30, 60)),
    "protection_k": ("{n}", (3, 4, 5, 6, 7, 8, 9, 10)),
    "least_headcount": ("{n}", (0, 10, 20, 50, 100)),
    "coaching_sessions": ("{n}", (1, 2, 3, 4, 5, 6, 8, 10)),
    "travel_minutes": ("{n}", (0, 10, 15, 20, 30, 45, 60)),
}
"""How a number is written, and the few among which it is chosen: one click, and no typing."""


class SettingForm(QWidget):
    """Shows settings by their names; ``changed(name, value)`` is sent when a person changes one."""

    changed = Signal(str, object)

    def __init__(
        self, services: Services, names: Sequence[str], choose: ChooseFolder = ask_for_folder
    ) -> None:
        super().__init__()
        self._services = services
        self._choose = choose
        self._awaited = ""
        self.grid = FormGrid()
        self.fields: dict[str, QWidget] = {}
        for name in names:
            self._add(BY_NAME[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid)

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Show these values; a field that is being typed in stays as it is."""
        for name, field in self.fields.items():
            value = values[name]
            if isinstance(field, Segmented):
                field.set_value(str(value))
            elif isinstance(field, FolderField):
                if not field.line.isModified():
                    field.set_value(str(value))
            elif isinstance(field, QLineEdit) and not field.isModified():
                field.setText(str(value))
        awaited, self._awaited = self.fields.get(self._awaited), ""
        if isinstance(awaited, Segmented):
            awaited.focus()

    def focus_when_shown(self, name: str) -> None:
        """Move the focus to the choice of a setting as soon as its value is there."""
        self._awaited = name

    def _add(self, setting: Setting) -> None:
        said = self._services.words
        title, help_text = said(setting.label), said(setting.help)
        field = self._field(setting, title)
        self.grid.add_row(setting.name, title, field, help_text)
        self.fields[setting.name] = field

    def _field(self, setting: Setting, title: str) -> QWidget:
        name, said = setting.name, self._services.words
        if setting.choices:
            options = [Option(key, said(words)) for key, words in setting.choices]
            return self._choice(name, title, options)
        if setting.type is int:
            written, steps = _STEPS[name]
            return self._choice(name, title, [Option(str(n), written.format(n=n)) for n in steps])
        if name.endswith("_folder"):
            return self._folder(name, title)
        line = QLineEdit()
        line.editingFinished.connect(lambda: self._line_entered(name, line))
        return line

    def _choice(self, name: str, title: str, options: list[Option]) -> Segmented:
        field = Segmented(title, options)
        kind = BY_NAME[name].type
        field.changed.connect(lambda key: self.changed.emit(name, kind(key)))
        return field

    def _folder(self, name: str, title: str) -> FolderField:
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        default = QStandardPaths.writableLocation(documents) if name == "export_folder" else ""
        field = FolderField(title, default, self._choose)
        field.changed.connect(lambda path: self.changed.emit(name, path))
        return field

    def _line_entered(self, name: str, line: QLineEdit) -> None:
        if line.isModified():
            line.setModified(False)
            self.changed.emit(name, line.text().strip())
