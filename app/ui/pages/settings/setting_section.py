"""A section made of settings alone."""

from collections.abc import Sequence
from pathlib import Path

from app.errors import UserError
from app.files import require_usable_folder
from app.models.setting_list import BY_NAME, Value
from app.models.store import Store
from app.ui.pages.settings.folder_field import ChooseFolder, ask_for_folder
from app.ui.pages.settings.section import Section
from app.ui.pages.settings.setting_form import SettingForm
from app.ui.services import Services


class SettingSection(Section):
    """Reads and writes its settings where they lie: on the device or in the store.

    Other cards may follow; ``finish`` is called after the last one.
    """

    def __init__(
        self,
        services: Services,
        title: str,
        names: Sequence[str],
        choose: ChooseFolder = ask_for_folder,
    ) -> None:
        super().__init__(services, title)
        self._names = tuple(names)
        self.form = SettingForm(services, names, choose)
        self.form.changed.connect(self._changed)
        self.add_card().body.addWidget(self.form)

    def reload(self) -> None:
        """Read the settings again."""
        device = self.services.device
        stored = [name for name in self._names if BY_NAME[name].place == "store"]
        known = {name: device.get(name) for name in self._names if name not in stored}

        def job(store: Store) -> dict[str, Value]:
            return known | {name: store.settings.get(name) for name in stored}

        self.services.runner.run(job, self.form.show_values, key=f"settings.{self._names[0]}")

    def _changed(self, name: str, value: Value) -> None:
        if BY_NAME[name].place == "device":
            try:
                self.services.device.set(name, value)
            except UserError as error:
                self.services.notices.show_error(error)
            self.look_changed.emit(name)
        else:
            self.services.runner.run(
                lambda store: _keep(store, name, value),
                lambda _: self.services.notices.tell(self.tr("Indstillingen er gemt")),
                self._refused,
            )

    def _refused(self, error: Exception) -> None:
        self.services.notices.show_error(error)
        self.reload()


def _keep(store: Store, name: str, value: Value) -> None:
    """Set a setting; a folder is tried first, so that it is not found out when a file is due."""
    if name.endswith("_folder") and value:
        require_usable_folder(Path(str(value)))
    store.settings.set(name, value)
