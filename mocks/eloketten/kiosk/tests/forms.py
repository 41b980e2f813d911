"""Filling in the forms of KIOSK as a browser does: with what stands in them, some of it typed over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from werkzeug.test import TestResponse

from mocks.eloketten.kiosk.tests.alone import Browser

_FORM = re.compile(r'<form method="post" action="/kiosk([^"]+)">(.*?)</form>', re.DOTALL)
_VALUE = re.compile(r'<input[^>]*?name="(\w+)"[^>]*?value="([^"]*)"')
_CHOICE = re.compile(
    r'<input type="radio" name="who" value="([^"]*)"([^>]*)>\s*<span class="option-text">([^<]*)'
)


@dataclass
class Opened:
    """A form as it stands on a page.

    Attributes:
        path: where it is sent to.
        fields: what stands in it.
        choices: the value of each radio button, by its first line.
    """

    path: str
    fields: dict[str, str]
    choices: dict[str, str] = field(default_factory=dict)

    def send(self, browser: Browser, **typed: str) -> TestResponse:
        """Send it, some fields typed over."""
        return browser.post(self.path, **{**self.fields, **typed})


def form_on(page: TestResponse, path: str) -> Opened:
    """Return the form of a page that is sent to this path."""
    (found,) = [body for action, body in _FORM.findall(page.text) if action == path]
    fields = {name: unescape(value) for name, value in _VALUE.findall(found) if name != "who"}
    choices = {}
    for value, rest, label in _CHOICE.findall(found):
        choices[unescape(label)] = value
        if "checked" in rest:
            fields["who"] = value
    return Opened(path, fields, choices)


def open_form(browser: Browser, path: str) -> Opened:
    """Open a page and return its form, which is sent to the page's own path."""
    page = browser.get(path)
    assert page.status_code == 200, page.text
    return form_on(page, path)
