"""A page as far as a journey needs it: its marks and its forms, read with as little work as can be.

A driver that parses whole documents would measure itself.  *Bron*: the marks (``data-…``) are those that
the pages of the mocks carry for whoever looks by program.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin

_FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
_FIELD = re.compile(r"<input\b([^>]*)>")
_SELECT = re.compile(r"<select\b([^>]*)>(.*?)</select>", re.DOTALL)
_SELECTED = re.compile(r'<option\b[^>]*\bvalue="([^"]*)"[^>]*\bselected')
_ATTRIBUTE = re.compile(r'([a-z-]+)(?:="([^"]*)")?')
_LINK = re.compile(r'<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Form:
    """A form, with its fields as they stand."""

    action: str
    method: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Page:
    """What was answered.

    Attributes:
        url: where it stands.
        status: of HTTP.
        text: the document.
        location: where a redirect leads, or empty.
        retry_after: seconds after which to come again, or empty.
    """

    url: str
    status: int
    text: str = ""
    location: str = ""
    retry_after: str = ""

    def marked(self, name: str) -> list[str]:
        """Return the values of every ``data-<name>`` on the page."""
        return [unescape(value) for value in re.findall(rf'\bdata-{name}="([^"]*)"', self.text)]

    def button(self, name: str, beginning: str) -> str:
        """Return the value of the first button of this name whose value begins so; empty without one."""
        pattern = rf'\bname="{name}"\s+value="({re.escape(beginning)}[^"]*)"'
        found = re.search(pattern, self.text)
        return unescape(found[1]) if found else ""

    def form(self, holding: str) -> Form | None:
        """Return the first form in which this text stands, in its tag or between; None without one."""
        for attributes, body in _FORM.findall(self.text):
            if holding in attributes or holding in body:
                return self._form(_attributes(attributes), body)
        return None

    def link(self, label: str) -> str:
        """Return where the first link leads whose text holds this; empty without one."""
        for address, text in _LINK.findall(self.text):
            if label in " ".join(_TAG.sub("", text).split()):
                return urljoin(self.url, unescape(address))
        return ""

    def _form(self, attributes: Mapping[str, str], body: str) -> Form:
        fields: dict[str, str] = {}
        for text in _FIELD.findall(body):
            one = _attributes(text)
            unchecked = one.get("type") in {"radio", "checkbox"} and "checked" not in one
            if "name" in one and not unchecked:
                fields[one["name"]] = one.get("value", "")
        for text, options in _SELECT.findall(body):
            chosen = _SELECTED.search(options)
            if chosen:
                fields[_attributes(text).get("name", "")] = unescape(chosen[1])
        action = urljoin(self.url, attributes.get("action", self.url))
        return Form(action, attributes.get("method", "get").upper(), fields)


def _attributes(text: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(text)}
