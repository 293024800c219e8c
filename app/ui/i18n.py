"""The languages of the window.

Danish is the language of the source; ``vejviser_en`` translates it and ``vejviser_da`` adds the
Danish plurals. After a text changed, renew the catalogues from the root of the repository with

    pyside6-lupdate -no-obsolete -locations none -extensions py app/ui
        -ts resources/i18n/vejviser_en.ts
    pyside6-lupdate -no-obsolete -locations none -pluralonly -extensions py app/ui
        -ts resources/i18n/vejviser_da.ts

translate what is new, and compile each with ``pyside6-lrelease``. At run time the catalogues are
swapped and the pages built again, so that no widget has to translate itself twice.
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.paths import resource
from app.texts import Language

_LOCALES = {
    "da": QLocale(QLocale.Language.Danish, QLocale.Country.Denmark),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


_INSTALLED = "vejviser-catalogues"
"""The property of the application under which ours are found again at the next swap; to look for
them among its children would load the classes of all of these."""


def install(app: QCoreApplication, language: Language) -> bool:
    """Let the window speak ``language``; return False where its own catalogue is not compiled.

    Qt's standard buttons are translated too where Qt ships the words.
    """
    for old in app.property(_INSTALLED) or ():
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(_LOCALES[language])
    standard = _catalogue(
        app, f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    )
    ours = _catalogue(app, f"vejviser_{language}", str(resource("i18n")))
    app.setProperty(_INSTALLED, [each for each in (standard, ours) if each is not None])
    return ours is not None


def _catalogue(app: QCoreApplication, name: str, folder: str) -> QTranslator | None:
    catalogue = QTranslator(app)
    if catalogue.load(name, folder) and app.installTranslator(catalogue):
        return catalogue
    catalogue.deleteLater()
    return None
