"""The catalogues of other languages hold every message of the pages that speak them, and nothing else."""

from __future__ import annotations

import configparser
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from jinja2 import Environment

from mocks.core.languages import Language

ROOT = Path(__file__).parents[2]
PLACES = ("mocks/core", "mocks/eloketten/kiosk")
OTHERS = [language for language in Language if language is not Language.NL]

KEYWORDS = {"_": None, "say": None, "message": None}
"""What marks a message, as `make words` has it."""

SPEAKING = sorted((ROOT / "mocks/eloketten/kiosk/templates").rglob("*.html"))
NO_WORDS = {"KIOSK", "narrow"}
"""A name, and a class of the layout."""


def messages(place: str) -> list[str]:
    """Return every message in the code and the templates of a place, in the order in which it stands."""
    config = configparser.RawConfigParser()
    config.read(ROOT / "babel.cfg")
    methods, options = [], {}
    for section in config.sections():
        method, pattern = (part.strip() for part in section.split(":", 1))
        methods.append((pattern, method))
        options[pattern] = dict(config[section])
    found = extract_from_dir(ROOT / place, methods, options, KEYWORDS)
    return list(dict.fromkeys(str(message) for _, _, message, _, _ in found))


def catalogue(place: str, language: Language) -> Catalog:
    """Return what stands in a catalogue."""
    with (ROOT / place / "translations" / f"{language}.po").open("rb") as file:
        return read_po(file, locale=str(language), abort_invalid=True)


@pytest.mark.parametrize("place", PLACES)
def test_there_are_messages_to_translate(place: str) -> None:
    assert len(messages(place)) > 50


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("place", PLACES)
def test_every_message_is_translated_and_no_other(place: str, language: Language) -> None:
    told = {str(one.id): str(one.string) for one in catalogue(place, language) if one.id}
    wanted = set(messages(place))
    assert told.keys() == wanted, "run `make words`, and translate what is empty"
    assert not [message for message, said in told.items() if not said], "translate what is empty"


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("place", PLACES)
def test_a_translation_has_the_same_values_in_it(place: str, language: Language) -> None:
    def values(text: object) -> set[str]:
        return set(re.findall(r"%\((\w+)\)s", str(text)))

    wrong = [one.id for one in catalogue(place, language) if one.id and values(one.id) != values(one.string)]
    assert not wrong
    assert not [one.id for one in catalogue(place, language) if one.fuzzy and one.id]


def words_outside(template: str) -> set[str]:
    """Return the words of a template that stand in no expression."""
    parts = [text if kind == "data" else " " for _, kind, text in Environment(autoescape=True).lex(template)]
    return set(re.findall(r"[A-Za-zé]{2,}", re.sub(r"<[^>]*>", " ", "".join(parts)))) - NO_WORDS


def texts_outside(template: str) -> list[str]:
    """Return the texts in the expressions of a template that look like words and stand in no message."""
    tokens = [
        (kind, text) for _, kind, text in Environment(autoescape=True).lex(template) if kind != "whitespace"
    ]
    said = [("name", "_"), ("operator", "(")]
    return [
        text
        for place, (kind, text) in enumerate(tokens)
        if kind == "string"
        and re.search(r"[a-z] [a-z]|^.[A-Z][a-z]", text)
        and tokens[place - 2 : place] != said
    ]


@pytest.mark.parametrize("template", SPEAKING, ids=lambda path: path.stem)
def test_every_word_of_a_template_stands_in_a_message(template: Path) -> None:
    assert not words_outside(template.read_text("utf-8"))
    assert not texts_outside(template.read_text("utf-8"))


def test_a_word_outside_a_message_is_noticed() -> None:
    assert words_outside('<p class="x {{ y }}">Hallo {{ name }}</p>') == {"Hallo"}
    assert texts_outside('{{ ui.button("Bewaren", _("Bewaren"), "primary") }}') == ['"Bewaren"']
    assert texts_outside('{{ _("Van wie", who="een ander") }}') == ['"een ander"']
