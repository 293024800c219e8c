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


class _Catalogue(QTranslator):
    """A catalogue of ours among the application's children, to be found again at the next swap."""


def install(app: QCoreApplication, language: Language) -> bool:
    """Let the window speak ``language``; return False where its own catalogue is not compiled.

    Qt's standard buttons are translated too where Qt ships the words.
    """
    for old in app.findChildren(_Catalogue):
        app.removeTranslator(old)
        old.setParent(None)
    QLocale.setDefault(_LOCALES[language])
    standard = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    _add(app, f"qtbase_{language}", standard)
    return _add(app, f"vejviser_{language}", str(resource("i18n")))


def _add(app: QCoreApplication, name: str, folder: str) -> bool:
    catalogue = _Catalogue(app)
    if catalogue.load(name, folder):
        return app.installTranslator(catalogue)
    catalogue.setParent(None)
    return False
