"""The language of the window: the system's, or the one that was chosen."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.resources import resources_folder

NAMES = {"en": "English", "de": "Deutsch"}
"""The languages that there are, each in its own words."""


def chosen(wanted: str) -> str:
    """The language to use: the one wanted, else the first of the system's that there is."""
    if wanted in NAMES:
        return wanted
    for name in QLocale.system().uiLanguages():
        if name[:2] in NAMES:
            return name[:2]
    return "en"


def install(application: QCoreApplication, wanted: str) -> list[QTranslator]:
    """Say everything that is built from now on in a language; gives what says it."""
    language = chosen(wanted)
    QLocale.setDefault(QLocale(language) if wanted else QLocale.system())
    if language == "en":
        return []
    own = str(resources_folder() / "translations")
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    made = []
    for name, folder in ((f"qtbase_{language}", qt), (f"gossamer_{language}", own)):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
            made.append(translator)
    return made
