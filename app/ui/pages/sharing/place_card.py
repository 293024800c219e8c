"""Where letters are left and fetched: a folder or a WebDAV server, tried before it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.errors import InvalidInput
from app.models.clock import from_stamp, local
from app.models.store import Store
from app.models.team.places import Place, Places
from app.models.words import clock_time, short_date
from app.ui.pages.focus import set_usable
from app.ui.pages.settings.folder_field import ChooseFolder, ask_for_folder
from app.ui.pages.sharing.place_fields import PlaceFields
from app.ui.progress import Progress
from app.ui.progress_line import ProgressLine
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em, label
from app.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from app.export.delivery.choosing import Chosen


class PlaceCard(Card):
    """``used`` is sent when another place is used from now on, or none."""

    used = Signal()

    def __init__(self, services: Services, choose: ChooseFolder = ask_for_folder) -> None:
        super().__init__("")
        self._services = services
        self._known: Place | None = None
        self._filled = False
        self.set_title(self.tr("Hvor breve lægges og hentes"))
        about = self.tr(
            "En mappe, som du og projektlederen begge kan nå (netværksdrev, OneDrive, USB-drev), eller "
            "en server med WebDAV (Nextcloud). Alt, der lægges der, er forseglet."
        )
        if services.lead:
            about = self.tr(
                "En mappe, som du og alle vejlederne kan nå (netværksdrev, OneDrive, USB-drev), eller "
                "en server med WebDAV (Nextcloud). Alt, der lægges der, er forseglet."
            )
        self.fields = PlaceFields(choose)
        self.now = label("", "muted", wrap=True)
        self.said = Notice("", "good")
        self.left_behind = Notice("", "warn")
        self.progress = ProgressLine(self.tr("Kopierer breve fra det gamle sted"))
        self.progress.cancel.hide()  # closing the window ends it as well, and it goes on later
        self.wrong = Notice("", "danger")
        self.use = button(self.tr("Prøv og brug stedet"), "primary")
        self.forget = button(self.tr("Brug ikke noget sted"))
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        flow.addWidget(self.use)
        flow.addWidget(self.forget)
        words = (label(about, "caption", wrap=True), self.now, self.fields)
        told = (self.said, self.left_behind, self.wrong, self.progress)
        for widget in (*words, *told, buttons):
            self.body.addWidget(widget)
        self.said.hide()
        self.left_behind.hide()
        self.wrong.hide()
        self.fields.kind_changed.connect(self._forget_what_was_said)
        self.fields.entered.connect(self.try_and_use)
        self.use.clicked.connect(self.try_and_use)
        self.forget.clicked.connect(self._forget)

    def show_place(self, place: Place | None) -> None:
        """Show the place that is used; what is being typed stays."""
        self.forget.setVisible(place is not None)
        self._tell_now(place)
        if self._filled and place is not None and self._known is not None:
            self._known = place
            return
        self._known, self._filled = place, True
        if place is not None:
            self.fields.show_place(place)

    def try_and_use(self) -> None:
        """Look whether the place is there and the project's, then use it."""
        if not self.use.isEnabled():
            return  # it is being tried
        place = self.fields.place()
        self._forget_what_was_said()
        self.fields.clear_problems()
        set_usable(self.use, self.forget, usable=False)
        # On a connection of its own: a server may take its time.
        watch = Progress()
        self.progress.follow(watch)
        self._services.runner.aside(
            lambda store: _use(store, place, watch), self._used, self._not_used
        )

    def _used(self, chosen: Chosen) -> None:
        if not isValid(self):
            return
        from app.export.delivery.moving_words import left_behind_words, moved_words

        self.progress.end()
        set_usable(self.use, self.forget, usable=True)
        said, moved = self.tr("Stedet kan nås og bruges fra nu af."), moved_words(chosen)
        if moved is not None:
            said = f"{said} {self._services.words(moved)}"
        self.said.show()
        self.said.set_text(said)
        left = left_behind_words(chosen)
        if left is not None:
            self.left_behind.show()
            self.left_behind.set_text(self._services.words(left))
        self.used.emit()

    def _not_used(self, error: Exception) -> None:
        if not isValid(self):
            return
        self.progress.end()
        set_usable(self.use, self.forget, usable=True)
        if isinstance(error, InvalidInput):
            self.fields.show_problems(error, self._services.words)
            return
        from app.models.team.troubles import DeliveryError

        if isinstance(error, DeliveryError):
            self.wrong.show()
            why = self._services.words(error.why)
            # What to do when letters wait is no help here: nothing is tried again by itself.
            self.wrong.set_text(self.tr("{why} Stedet bruges ikke.").format(why=why))
        else:
            self._services.notices.show_error(error)

    def _forget(self) -> None:
        def job(store: Store) -> Place | None:
            place = Places(store).current()
            Places(store).forget()
            return place

        self._services.runner.run(job, self._forgotten)

    def _use_again(self, place: Place) -> None:
        self._services.runner.run(
            lambda store: Places(store).set(place), lambda _: self._used_again()
        )

    def _used_again(self) -> None:
        if isValid(self):
            self._filled = False  # the fields are filled with it again
            self.used.emit()
            self._services.courier.exchange_soon()

    def _forgotten(self, place: Place | None) -> None:
        self._forget_what_was_said()
        self.fields.clear()
        self.use.setFocus()
        if place is not None:
            self._services.notices.tell(
                self.tr("Der bruges ikke noget sted mere"),
                offer=(self.tr("Fortryd"), lambda: self._use_again(place)),
            )
        self.used.emit()

    def _forget_what_was_said(self) -> None:
        """Take away what is about another place than the one that stands in the fields."""
        self.said.hide()
        self.left_behind.hide()
        self.wrong.hide()

    def _tell_now(self, place: Place | None) -> None:
        if place is None:
            text = self.tr("Der er ikke valgt et sted. Breve kan også gemmes som filer.")
        elif place.reached_at:
            moment = local(from_stamp(place.reached_at))
            said = self.tr("I brug: {place}. Nået sidst {day} kl. {time}.")
            text = said.format(
                place=place.address, day=short_date(moment.date()), time=clock_time(moment)
            )
        else:
            said = self.tr("I brug: {place}. Der er ikke udvekslet breve endnu.")
            text = said.format(place=place.address)
        self.now.setText(text)


def _use(store: Store, place: Place, watch: Progress) -> Chosen:
    # What talks to servers is dear to load.
    from app.export.delivery.choosing import use_place

    return use_place(store, place, watch.note)
