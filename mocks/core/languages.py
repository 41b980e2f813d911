"""The languages that a page can speak, and sentences that know how they were made.

A :class:`Sentence` reads as Dutch wherever it is used as a text: in an API, a log, a history.  A page that
speaks another language says it in that one: the shell does so with every sentence that a template prints,
so that nothing else has to know which language was chosen.  A plain text is data and is never translated.

*Bron*: the webinar ("Taalkeuze"); that the languages are these four, and Dutch the first, is ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.dates import format_date, format_time
from babel.support import Translations

from mocks.core.brussels import BRUSSELS
from mocks.core.dutch import dutch_date, dutch_datetime


class Language(StrEnum):
    """A language, by its code (ISO 639-1)."""

    NL = "nl"
    FR = "fr"
    DE = "de"
    EN = "en"

    @property
    def own_name(self) -> str:
        """How the language calls itself."""
        return {
            Language.NL: "Nederlands",
            Language.FR: "Français",
            Language.DE: "Deutsch",
            Language.EN: "English",
        }[self]


class Sentence(str):
    """A Dutch text that can be said in another language.

    Attributes:
        message: the Dutch message, as catalogues have it, with ``%(name)s`` where a value belongs.
        values: what belongs there; a value that is a sentence or a day is itself said in the language.
    """

    __slots__ = ("message", "values")
    message: str
    values: Mapping[str, object]


def say(message: str, /, **values: object) -> Sentence:
    """Return a sentence; ``message`` is written out where this is called, so that catalogues can find it.

    A percent sign that is to be seen is written twice.
    """
    shown = {name: written(value, Language.NL) for name, value in values.items()}
    made = Sentence(message % shown)
    made.message, made.values = message, values
    return made


def dated(day: date) -> Sentence:
    """Return a day as a sentence that says nothing else."""
    bare = "%(day)s"
    return say(bare, day=day)


def message(text: str) -> str:
    """Return a message that is said elsewhere, by :func:`say`; catalogues find it here."""
    return text


def written(value: object, language: Language, words: Translations | None = None) -> object:
    """Return a value as a language writes it: sentences and days; anything else is data and stays.

    Args:
        value: what is to be written.
        language: in which language.
        words: its catalogue; none for Dutch.
    """
    if isinstance(value, Sentence):
        if words is None:
            return str(value)
        filled = {name: written(one, language, words) for name, one in value.values.items()}
        return words.gettext(value.message) % filled
    if isinstance(value, datetime):
        return moment_text(value, language)
    if isinstance(value, date):
        return day_text(value, language)
    return value


def day_text(day: date, language: Language) -> str:
    """Return a day as a language writes it, such as 27 april 2021 or 27 avril 2021."""
    if language is Language.NL:
        return dutch_date(day)
    return format_date(day, "long", locale=_locale(language))


def moment_text(moment: datetime, language: Language) -> str:
    """Return a moment as a language writes it, in Brussels time."""
    if language is Language.NL:
        return dutch_datetime(moment)
    local = moment.astimezone(BRUSSELS)
    return f"{day_text(local.date(), language)}, {format_time(local, 'short', locale=_locale(language))}"


def catalogue(language: Language, places: Iterable[Path]) -> Translations | None:
    """Return the words of a language, or None for Dutch, which needs none.

    Args:
        language: which one.
        places: folders with ``<code>.po`` (GNU gettext); a later one adds to those before it.
    """
    return None if language is Language.NL else _catalogue(language, tuple(places))


@cache
def _catalogue(language: Language, places: tuple[Path, ...]) -> Translations:
    # Loaded when a page first speaks another language, so that no command waits for it.
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po  # noqa: PLC0415

    whole = Translations()
    for place in places:
        with (place / f"{language}.po").open("rb") as file:
            compiled = BytesIO()
            write_mo(compiled, read_po(file, locale=_locale(language)))
        compiled.seek(0)
        whole.merge(Translations(compiled))
    return whole


def _locale(language: Language) -> str:
    # British English writes a day before its month, as everybody in Belgium does.
    return "en_GB" if language is Language.EN else str(language)
