"""What a person saw at KIOSK: facts, forms, histories, and which language the page speaks."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from steps.drivers.answer import Answer
from steps.drivers.browser import Page
from steps.reasons import PHASES

ICON = re.compile(r'<li><a href="/kiosk([^"]*)"[^>]*><svg class="icon [^>]*>.*?</svg> [^<]+</a>', re.DOTALL)
"""A link with an icon and a word beside it."""

MENU = re.compile(r'<details class="menu"[^>]*><summary>.*?</summary>.*?<form method="get"', re.DOTALL)
"""A button that opens the choices within a screen."""

SPOKEN = {
    "nl": {"het", "niet", "bent", "wordt", "uw", "naar"},
    "fr": {"le", "les", "vous", "votre", "une"},
    "de": {"der", "nicht", "für", "sie", "ist", "eine"},
    "en": {"the", "you", "your", "and", "not"},
}
"""Words by which one hears which language a page speaks."""

_KEPT_IN_DUTCH = re.compile(r'<(?!html)(\w+)[^>]* lang="nl"[^>]*>.*?</\1>', re.DOTALL)
"""A record or a message, which says what it said once."""


@dataclass(frozen=True)
class KioskAnswer(Answer):
    """What a person saw at KIOSK."""

    def fact(self, label: str) -> str:
        """Return what a page tells behind a label, or an empty text."""
        found = re.search(rf"<dt>{label}</dt>\s*<dd>(.*?)</dd>", self.page.html, re.DOTALL)
        return " ".join(re.sub(r"<[^>]+>", "", found[1]).split()) if found else ""

    def typed(self, *names: str) -> dict[str, str]:
        """Return what stands in some fields on the page; of a field that is not there, nothing."""
        fields = {name: value for form in self.page.forms for name, value in form.fields.items()}
        return {name: fields[name] for name in names if name in fields}

    @property
    def waits(self) -> bool:
        """Whether the page says that what was typed waits for whoever typed it."""
        return "Wat u typte, is niet verloren" in self.page.text

    @property
    def waited(self) -> bool:
        """Whether the form shows what was typed before another sign-in."""
        return bool(self.page.marked("waited"))

    @property
    def icons(self) -> list[str]:
        """Where the links lead that have an icon and a word beside it: the main screens."""
        return ICON.findall(self.page.html)

    @property
    def buttons(self) -> set[str]:
        """What the buttons say that lead to a screen below this one."""
        return {
            " ".join(text.split())
            for text in re.findall(r'<a class="button[^>]*>([^<]*)</a>', self.page.html)
        }

    @property
    def title(self) -> str:
        """What the window is called."""
        return html.unescape(re.findall(r"<title>(.*?)</title>", self.page.html)[0])

    @property
    def languages(self) -> tuple[str, set[str]]:
        """Which language the page says that it speaks, and which ones one hears in it."""
        stated = re.findall(r'<html lang="(\w+)">', self.page.html)[0]
        kept = _KEPT_IN_DUTCH.sub("", self.page.html)
        heard = set(re.findall(r"\w+", Page(self.page.url, self.page.status, kept).text.lower()))
        return stated, {language for language, words in SPOKEN.items() if words & heard}

    @property
    def labels(self) -> dict[str, str]:
        """What stands at each field that a person fills in, by its name; empty when nothing does."""
        inputs = re.findall(r'<input class="input[^>]* id="([^"]+)" name="([^"]+)"', self.page.html)
        told = dict(re.findall(r'<label class="field-label" for="([^"]+)">\s*([^<]*)', self.page.html))
        return {name: told.get(place, "").strip() for place, name in inputs}

    @property
    def faults(self) -> dict[str, str]:
        """What is wrong with each field, by its name, as it stands beside the field."""
        found = re.findall(r'<p class="error" id="field-(\w+)-error">(.*?)</p>', self.page.html, re.DOTALL)
        return {name: " ".join(re.sub(r"<[^>]+>", "", text).split()) for name, text in found}

    @property
    def summary(self) -> set[str]:
        """The fields to which the list of what is wrong leads."""
        _, _, summary = self.page.html.partition('class="error-summary"')
        return set(re.findall(r'<a href="#field-(\w+)">', summary.partition("</ul>")[0]))

    @property
    def dossiers(self) -> set[str]:
        """The numbers of the dossiers that the page names."""
        return set(re.findall(r"\bKD-\d{4}-\d{4}\b", self.page.text))

    @property
    def history(self) -> list[list[str]]:
        """The rows of the history: when, who, on whose behalf, what."""
        return self._rows("Historiek")

    @property
    def way(self) -> dict[str, tuple[str, str]]:
        """The phases of the dossier, by their names for programs: whether each is done, and since when."""
        rows = self._rows("Verloop van het dossier")
        return {PHASES[label.lower()]: (state, since) for label, state, since in rows}

    @property
    def titles(self) -> list[str]:
        """The titles in the list of dossiers."""
        return [row[1] for row in self._rows("Dossiers van [^<]*")]

    def asks_for(self, path: str) -> bool:
        """Return whether the page says that something is missing, and leads there to fill it in."""
        _, _, missing = self.page.html.partition("Wat er nog ontbreekt</h2>")
        return f'{path}">' in missing.partition("</ul>")[0]

    def _rows(self, caption: str) -> list[list[str]]:
        found = re.search(rf"{caption}</caption>(.*?)</table>", self.page.html, re.DOTALL)
        table = found[1] if found else ""
        rows = re.findall(r'<tr role="row">(.*?)</tr>', table, re.DOTALL)[1:]
        cells = [re.findall(r"<t[hd] [^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
        return [[re.sub(r"<[^>]+>", "", cell).strip() for cell in row] for row in cells]
