"""Every form of KIOSK, read from its pages, so that a new one is tried without anyone remembering."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from werkzeug.routing import Rule

from mocks.eloketten.kiosk.domain.dossiers import Detail
from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone
from mocks.eloketten.kiosk.tests.said import DE_KADE, JAN, claims

DOSSIER = "KD-2021-0001"
ELS = "85031900072"
ADDRESS = {"street": "Postlaan", "house_number": "7", "postcode": "9000", "municipality": "Gent"}
NAMED: dict[str, tuple[str, ...]] = {"number": (DOSSIER,), "word": tuple(Detail)}
"""What the parameters of addresses can be in the scene."""


@dataclass
class Field:
    """A field: its name, its type, what stands in it, and what can be chosen."""

    name: str
    kind: str
    value: str = ""
    choices: list[str] = field(default_factory=list)


@dataclass
class Form:
    """A form: the page on which it stands, where it is sent to, and its fields by name."""

    page: str
    action: str
    fields: dict[str, Field] = field(default_factory=dict)

    @property
    def typed(self) -> list[Field]:
        """The fields that a person fills in."""
        return [one for one in self.fields.values() if one.kind != "hidden"]

    @property
    def values(self) -> dict[str, str]:
        """What stands in each field."""
        return {name: one.value for name, one in self.fields.items()}


class Forms(HTMLParser):
    """The POST forms of a page."""

    def __init__(self, page: str, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Form] = []
        self.kinds: set[str] = set()
        self._page = page
        self._form: Form | None = None
        self._field: Field | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of a form or a field."""
        have = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form(self._page, have["action"].removeprefix("/kiosk"))
            if have.get("method") == "post":
                self.found.append(self._form)
        elif self._form is not None and "name" in have and tag in {"input", "select", "textarea"}:
            self._take(have, have.get("type", "text") if tag == "input" else tag)
        elif tag == "option" and self._field is not None:
            self._field.choices.append(have["value"])
            if "selected" in have:
                self._field.value = have["value"]

    def handle_data(self, data: str) -> None:
        """Take what stands in a field of several lines."""
        if self._field is not None and self._field.kind == "textarea":
            self._field.value += data

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened."""
        if tag == "form":
            self._form = None
        if tag in {"select", "textarea"}:
            self._field = None

    def _take(self, have: dict[str, str], kind: str) -> None:
        assert self._form is not None
        self.kinds.add(kind)
        one = self._form.fields.setdefault(have["name"], Field(have["name"], kind))
        if kind in {"radio", "checkbox"}:
            one.choices.append(have["value"])
            one.value = have["value"] if "checked" in have else one.value
        elif kind in {"select", "textarea"}:
            self._field = one
        else:
            one.value = have.get("value", "")


def scene(kiosk: KioskAlone) -> KioskAlone:
    """Set a scene in which every form of KIOSK can be filled in by Jan, for De Kade."""
    kiosk.dossier(DOSSIER)
    kiosk.contact(address=ADDRESS)
    kiosk.profile(JAN, "Jan Peeters")
    kiosk.profile(ELS, "Els Maes")
    kiosk.dependant("999001", DE_KADE)
    return kiosk


def rules(kiosk: KioskAlone, method: str) -> list[Rule]:
    """Return the addresses of KIOSK's pages that take a method."""
    found = [rule for rule in kiosk.app.url_map.iter_rules() if rule.endpoint.startswith("pages.")]
    return [rule for rule in found if method in (rule.methods or set())]


def addresses(rule: Rule) -> Iterator[str]:
    """Give every address of a rule in the scene."""
    names = sorted(rule.arguments)
    for values in itertools.product(*(NAMED[name] for name in names)):
        address = str(rule.rule)
        for name, value in zip(names, values, strict=True):
            address = address.replace(f"<{name}>", value)
        yield address


def forms(kiosk: KioskAlone) -> list[Form]:
    """Return every form that Jan sees for De Kade, each once."""
    jan = Browser(kiosk)
    jan.sign_in(claims())
    found: dict[str, Form] = {}
    for rule in rules(kiosk, "GET"):
        for address in addresses(rule):
            page = jan.get(address)
            if page.status_code == 200:
                read = Forms(address, page.text)
                assert read.kinds.isdisjoint({"password", "file"}), "what is typed there must never be kept"
                found |= {one.action: one for one in read.found if one.action not in found}
    return list(found.values())


def form_at(browser: Browser, form: Form) -> Form:
    """Open the page of a form and return the form as it stands there now."""
    page = browser.get(form.page)
    (found,) = [one for one in Forms(form.page, page.text).found if one.action == form.action]
    return found
