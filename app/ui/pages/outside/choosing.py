"""What a report for others is about: whom it is for, the month, whose figures, and how much."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.export.outside.detail import CHOICES, Detail, choices
from app.export.outside.profiles import PROFILES, Profile
from app.export.outside.releasing import Asked
from app.export.outside.scopes import PROJECT, Kind, Scope
from app.models.periods import Period
from app.ui.pages.focus import holds_focus
from app.ui.pages.period_choice import period_picker
from app.ui.services import Services
from app.ui.widgets.choice import Choice
from app.ui.widgets.columns import Columns
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import em, label
from app.ui.widgets.segmented import Option, Segmented

_BESIDE, _WIDEST = 52, 68
"""Text sizes: from where both choices stand beside each other, and how wide they grow."""


class Choosing(QWidget):
    """``changed`` is sent for another report, ``internal`` where the unprotected one is wanted.

    ``instead`` says why the project is shown where several workplaces were wanted.
    """

    changed = Signal()
    internal = Signal()

    def __init__(
        self,
        services: Services,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._language = language = services.language
        self._scopes: tuple[tuple[Scope, str], ...] = ()
        self._names: dict[str, str] = {}
        self._revision: int | None = None  # of a report that went out of an earlier edition
        self._chosen: str | None = None  # how much, while it is shown how much of a report went out
        self.profile = Segmented(
            self.tr("Hvem den er til"),
            [Option(each.value, PROFILES[each].in_language(language)) for each in Profile],
        )
        self.profile.set_value(Profile.STEERING.value)
        self.picker = period_picker(services, ("month",))
        self.picker.step(-1)
        self.scope = Choice(self.tr("Hvis tal"), [])
        self.detail = Choice(self.tr("Indhold"), [])
        self.instead = label(
            self.tr(
                "Hele projektet vises: en opgørelse til andre er af projektet, af én organisation"
                " eller af én arbejdsplads."
            ),
            "caption",
            wrap=True,
        )
        forms = []
        for key, field in (("scope", self.scope), ("detail", self.detail)):
            forms.append(FormGrid())
            forms[-1].add_row(key, field.accessibleName(), field)
        beside = Columns(forms, least=_BESIDE, shares=(1, 1))
        beside.setMaximumWidth(em(self, _WIDEST))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.86))
        self.instead.hide()
        for widget in (self.profile, self.picker, beside, self.instead):
            column.addWidget(widget)
        self.set_scopes((), {}, PROJECT)
        self._connect()

    def asked(self) -> Asked:
        """Return the report that is chosen."""
        return Asked(
            Profile(self.profile.value()),
            Period.month(self.picker.period()[0]),
            Scope.of(self.scope.value()),
            self._revision,
            Detail(self.detail.value()),
        )

    def ask(self, asked: Asked) -> None:
        """Choose a report without sending ``changed``."""
        self._revision, self._chosen = asked.revision, None
        self.instead.hide()
        self.profile.set_value(asked.profile.value)
        self.picker.set_period("month", asked.month.first, asked.month.last)
        self._offer_scopes(asked.scope)
        self._offer_details()
        self.detail.set_value(asked.detail.value)

    def ask_of_several(self, organisation: Scope | None) -> None:
        """Choose the organisation of several workplaces; without one the project, and say why."""
        self.ask(replace(self.asked(), scope=organisation or PROJECT))
        self.instead.setVisible(organisation is None)

    def set_scopes(
        self, scopes: Sequence[Scope], names: dict[str, str], chosen: Scope | None = None
    ) -> None:
        """Offer whose figures there are; what was chosen stays chosen, also where it has none.

        ``names`` are those of the workplaces by code.
        """
        self._names = names
        self._scopes = tuple((each, self._name(each)) for each in scopes if each != PROJECT)
        self._offer_scopes(chosen or Scope.of(self.scope.value()))
        self._offer_details()

    def show_released(self, detail: Detail | None) -> None:
        """Show how much of a report went out, which cannot be chosen any more; None for a new one."""
        self._restore_detail()
        if detail is not None:
            if holds_focus(self.detail):
                self.scope.setFocus(Qt.FocusReason.OtherFocusReason)
            self._chosen = self.detail.value()
            self.detail.set_value(detail.value)
        self.detail.setEnabled(detail is None)

    def _restore_detail(self) -> None:
        """Choose again what was chosen for reports that are not out."""
        if self._chosen is not None:
            self.detail.set_value(self._chosen)
        self._chosen = None

    def _connect(self) -> None:
        self.profile.changed.connect(self._profile_chosen)
        self.picker.changed.connect(lambda *_: self._other_report())
        self.scope.chosen.connect(lambda _: self._scope_chosen())
        self.detail.chosen.connect(lambda _: self.changed.emit())

    def _profile_chosen(self, value: str) -> None:
        if value == Profile.INTERNAL:
            self.profile.set_value(Profile.STEERING.value)
            self.internal.emit()
        else:
            self._other_report()

    def _scope_chosen(self) -> None:
        self.instead.hide()
        self._other_report()

    def _other_report(self) -> None:
        """Offer what can be shown of another report, of its newest edition, and ask for it."""
        self._revision = None
        self._restore_detail()
        self._offer_details()
        self.changed.emit()

    def _offer_scopes(self, chosen: Scope) -> None:
        known = self._scopes
        if chosen != PROJECT and chosen not in dict(known):
            known = (*known, (chosen, self._name(chosen)))
        whole = (PROJECT.key, self.tr("Hele projektet"))
        self.scope.set_options([whole, *((scope.key, name) for scope, name in known)])
        self.scope.set_value(chosen.key)

    def _offer_details(self) -> None:
        profile, month = Profile(self.profile.value()), Period.month(self.picker.period()[0])
        offered = choices(profile, Scope.of(self.scope.value()), month)
        self.detail.set_options(
            [(each.value, CHOICES[each].in_language(self._language)) for each in offered]
        )

    def _name(self, scope: Scope) -> str:
        if scope.kind is Kind.PLACE:
            return self._names.get(scope.name, scope.name)
        return self.tr("{organisation}, alle arbejdspladser").format(organisation=scope.name)
