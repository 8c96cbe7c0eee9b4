"""The languages of the screen: English in the source, the others as Qt translations that ship."""

from __future__ import annotations

from importlib import resources
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

LANGUAGES: Final = ("en", "zh_TW")
_NAME: Final = "lotkeeper_language"


def install_language(app: QCoreApplication, language: str) -> None:
    """Speak that language from now on: every widget hears of it as a ``LanguageChange`` event.

    ValueError where the program does not know the language; RuntimeError where its file is damaged.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no language is called {language!r}; there are {', '.join(LANGUAGES)}")
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    # Figures and keys are written alike in all languages; only the words change.
    QLocale.setDefault(QLocale(language))
    if language != "en":
        app.installTranslator(_translator(app, language))
    app.setProperty(_NAME, language)


def current_language(app: QCoreApplication) -> str:
    """The language spoken now."""
    language = app.property(_NAME)
    return language if isinstance(language, str) else "en"


def _translator(app: QCoreApplication, language: str) -> QTranslator:
    file = resources.files("resources") / "i18n" / f"lotkeeper_{language}.qm"
    with resources.as_file(file) as path:
        translator = QTranslator(app)
        translator.setObjectName(_NAME)
        if not translator.load(str(path)):
            raise RuntimeError(f"the translation {path.name} cannot be used")
    return translator
