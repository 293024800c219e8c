"""What a lead who took over still has to read: all letters that the lead before was sent."""

from app.ui.pages.collected.reading import Collected
from app.ui.widgets.notice import Notice


class FormerLetters(Notice):
    """Says how far the reading is, and goes on with it where it was stopped; ``activated`` asks for that."""

    def __init__(self) -> None:
        super().__init__("", "warn")
        self.button.setText(self.tr("Læs dem nu"))
        self._is_open = False
        self.hide()

    def show_collected(self, read: Collected, *, is_reading: bool) -> None:
        """Show whether something is left to read; ``is_reading`` while letters are fetched."""
        took_over = read.roster is not None and read.roster.term > 1
        place = read.place
        self._is_open = took_over and (place is None or place.archive_read_by != read.me)
        nothing_yet = read.status is not None and not read.status.contacts
        laptops = read.status.laptops if read.status is not None else ()
        lacking = sum(len(one.gaps) for one in laptops) if took_over else 0
        unread = self._is_open and (place is not None or nothing_yet)
        self.setVisible(unread or bool(lacking))
        self.button.setVisible(self._is_open and place is not None and not is_reading)
        if is_reading or self.isHidden():
            return
        if not self._is_open:
            text = self.tr(
                "Mindst %n breve, som projektlederen før dig kan have fået, ligger ikke i det fælles "
                "sted, så tallene kan være for små. Ligger de i et tidligere sted, så træk den mappe "
                "hertil. Ellers bed vejlederne gemme måneden som fil igen.",
                "",
                lacking,
            )
        elif place is None:
            text = self.tr(
                "Vælg det fælles sted under Projekt og sted: så hentes projektpakken og alle breve, "
                "som projektlederen før dig har fået. Uden et fælles sted: bed vejlederne sende "
                "deres måneder igen."
            )
        else:
            text = self.tr(
                "Ikke alle breve, som projektlederen før dig har fået, er læst endnu. Tallene er "
                "først hele, når de er."
            )
        if text != self.label.text():
            self.set_text(text)

    def note(self, done: int, of: int) -> None:
        """Tell how far it is, while it goes on and can be cancelled."""
        if not self._is_open:
            return
        self.button.hide()
        percent = 100 * done // of if of else 0
        said = self.tr(
            "Læser alle breve, som projektlederen før dig har fået: {percent} %. Annullerer du, "
            "er det læste gemt, og resten læses næste gang."
        )
        self.label.setText(said.format(percent=percent))
