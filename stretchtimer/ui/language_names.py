"""What languages are called."""

from PySide6.QtCore import QLocale


def language_name(code: str) -> str:
    """English name of the language of a code such as "de"; empty for one that Qt does not know."""
    language = QLocale(code).language()
    if language in (QLocale.Language.C, QLocale.Language.AnyLanguage):
        return ""
    return QLocale.languageToString(language)


def system_language() -> str:
    """The code of the person's own language: "de"."""
    return QLocale.system().name().partition("_")[0]
