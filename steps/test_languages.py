"""Whatever page of KIOSK one comes to, it speaks the language that was chosen, and no other.

Whoever walks through KIOSK follows every link and sends every form as it stands and with nonsense, so that a
page that is made tomorrow is heard without anyone remembering.  Names and titles are data: they are taken
away before one listens.  One language beside Dutch is enough: other tests find holes in the catalogues.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import requests

from mocks.cast import load_cast
from steps.drivers.browser import Browser, Page
from steps.drivers.kiosk_answer import KioskAnswer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mocks.pytest_plugin import FederationInTest

CAST = load_cast()
ENTRANCES = {
    "els": ("/aanmelden", f"EA:{CAST.organisations['de-kade'].code}"),
    "noor": ("/aanmelden", "BUR"),
    "bart": ("/beoordelen/aanmelden", f"EA:{CAST.organisations['de-linde'].code}"),
}
"""Who walks: where one comes in, and as whom."""

LEAVING = re.compile(r"/(afmelden|wisselen|taal|aanvragers)$")
"""Forms after which one is somebody else, or nobody."""

DATA = sorted(
    {one.title for one in CAST.dossiers}
    | {one.name for one in CAST.organisations.values()}
    | {one.name for one in CAST.people.values()},
    key=len,
    reverse=True,
)


def heard_on(page: Page) -> tuple[str, set[str]]:
    """Return which language a page says that it speaks, and which ones one hears, data left out."""
    html = page.html
    for text in DATA:
        html = html.replace(text, "")
    return KioskAnswer(Page(page.url, page.status, html)).languages


def pages(federation: FederationInTest, browser: Browser) -> Iterator[Page]:
    """Give every page of KIOSK to which links and forms lead from the start page."""
    root = federation.url("kiosk", "")
    waiting, known = [federation.url("kiosk", "/")], set()
    while waiting:
        url = waiting.pop()
        if url in known or not url.startswith(root):
            continue
        known.add(url)
        page = browser.open(url)
        yield page
        waiting += [address.partition("#")[0] for _, address in page.links if "/aanmelden" not in address]
        for form in page.forms:
            sent = f"POST {form.action}"
            if form.method == "post" and sent not in known and not LEAVING.search(form.action):
                known.add(sent)
                kept = {name for name in form.fields if name in {"csrf_token", "mark", "version"}}
                yield browser.send(form, **{name: "<b>" for name in form.fields if name not in kept})
                yield browser.send(form, version="0")


@pytest.mark.parametrize("person", ENTRANCES)
@pytest.mark.parametrize("language", ["nl", "fr"])
def test_every_page_of_kiosk_speaks_the_language_that_was_chosen(
    federation: FederationInTest, person: str, language: str
) -> None:
    browser = Browser(requests.Session())
    door, identity = ENTRANCES[person]
    browser.open(federation.url("kiosk", door), mock_persona=person, mock_key="eid", mock_identity=identity)
    browser.choose("taal", language)
    heard = [(page.status, page.url, heard_on(page)) for page in pages(federation, browser)]
    assert len({url for _, url, _ in heard}) > 3
    assert [one for one in heard if one[2] != (language, {language})] == []


def test_a_page_that_speaks_two_languages_is_noticed() -> None:
    page = Page(
        "https://kiosk.example/", 200, '<html lang="fr"><body>Le dossier is niet ingediend.</body></html>'
    )
    assert heard_on(page) == ("fr", {"fr", "nl"})
