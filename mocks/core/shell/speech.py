"""In which language a page speaks: its own words, the sentences that it prints, and its days.

A template says its own words with ``_("…")``, and prints every :class:`~mocks.core.languages.Sentence` as it
is; a sentence that is joined to a text before it is printed stays Dutch, so that it belongs in the values of
``_`` instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from babel.support import Translations
from flask import Flask, current_app, g, session
from markupsafe import Markup, escape

from mocks.core.errors import BadRequest
from mocks.core.forms import shown
from mocks.core.languages import Language, Sentence, catalogue, day_text, moment_text, say, written

LANGUAGE = "language"
"""Where the session keeps the language that was chosen, and a page the one that it speaks."""

_PLACES = "proefloket.catalogues"


class UnknownLanguage(BadRequest):
    """A language that no page speaks."""

    code = "unknown-language"

    def __init__(self, text: str) -> None:
        """Name what was asked, and what there is."""
        known = ", ".join(Language)
        super().__init__(
            say("‘%(text)s’ is geen taal van deze pagina's. Kies %(known)s.", text=shown(text), known=known)
        )


def speak(app: Flask, catalogues: Sequence[Path]) -> None:
    """Let every page of an application be in the language that was chosen.

    Args:
        app: the application.
        catalogues: where its words stand in other languages; without them it speaks Dutch only.
    """
    app.extensions[_PLACES] = tuple(catalogues)
    environment = app.jinja_env
    environment.globals.update(_=_told, tongue=_tongue)
    environment.finalize = _said
    environment.filters.update(
        day=lambda day: day_text(day, current_language()),
        moment=lambda moment: moment_text(moment, current_language()),
    )


def choose(text: str) -> None:
    """Let the pages of this browser be in a language from now on.

    Args:
        text: its code.

    Raises:
        UnknownLanguage: when no page speaks it.
    """
    if text not in tuple(Language):
        raise UnknownLanguage(text)
    session[LANGUAGE] = text


def current_language() -> Language:
    """Return the language that was chosen in this browser: Dutch, as long as none was."""
    # Read once a page, as it is asked for every word of it.
    if LANGUAGE not in g:
        chosen = session.get(LANGUAGE) if current_app.extensions[_PLACES] else None
        g.setdefault(LANGUAGE, Language(chosen) if chosen in tuple(Language) else Language.NL)
    return cast(Language, g.get(LANGUAGE))


def _catalogue() -> Translations | None:
    return catalogue(current_language(), current_app.extensions[_PLACES])


def _told(message: str, /, **values: object) -> Markup:
    """Say a message of a template at once, in the language of the page; values may be markup."""
    language, words = current_language(), _catalogue()
    said = message if words is None else words.gettext(message)
    return escape(said) % {name: written(value, language, words) for name, value in values.items()}


def _tongue(text: object) -> Markup:
    """Mark a text that stays Dutch on a page in another language: what another system said of a refusal."""
    follows = isinstance(text, Sentence) or current_language() is Language.NL
    return Markup() if follows else Markup(' lang="nl"')


def _said(value: object) -> object:
    """Say what a template prints in the language of the page, when it is a sentence."""
    return written(value, current_language(), _catalogue()) if isinstance(value, Sentence) else value
