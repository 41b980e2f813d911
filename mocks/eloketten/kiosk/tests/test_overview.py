"""The dossier overview: sorted, searched and chosen from, a page at a time."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qsl, urlencode

import pytest
from werkzeug.test import TestResponse

from mocks.core.store.postgres import PostgresStorage
from mocks.core.tests.alone import leave
from mocks.eloketten.kiosk.backend import Dossiers
from mocks.eloketten.kiosk.domain.overview import Direction, Order, Wish, folded, wish
from mocks.eloketten.kiosk.errors import MalformedOverview
from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, query_of, words
from mocks.eloketten.kiosk.tests.forms import form_on
from mocks.eloketten.kiosk.tests.said import CIJFERWIJS, DE_KADE, claims

SHELF: tuple[dict[str, str], ...] = (
    {"number": "KD-2021-0002", "title": "zomer", "type": "permit", "phase": "advice"},
    {"number": "KD-2021-10000", "title": "École", "type": "subsidy", "phase": "preparation"},
    {"number": "KD-2020-0900", "title": "Erf 100%", "type": "certificate", "phase": "closed"},
    {"number": "KD-2021-9999", "title": "Abdij_lied", "type": "recognition", "phase": "submitted"},
)
DAYS = {"KD-2021-0002": "2021-02-01", "KD-2020-0900": "2020-03-01", "KD-2021-9999": "2021-01-05"}
SORTED = {
    Order.NUMBER: ["2020-0900", "2021-0002", "2021-9999", "2021-10000"],
    Order.TITLE: ["2021-9999", "2021-10000", "2020-0900", "2021-0002"],
    Order.TYPE: ["2020-0900", "2021-9999", "2021-10000", "2021-0002"],
    Order.PHASE: ["2021-10000", "2021-9999", "2021-0002", "2020-0900"],
    Order.SUBMITTED: ["2020-0900", "2021-9999", "2021-0002", "2021-10000"],
}


def filled(kiosk: KioskAlone) -> None:
    """Put the dossiers of De Kade, and one of somebody else that looks like them."""
    for one in SHELF:
        kiosk.dossier(**{**one, "submitted_on": DAYS.get(one["number"])})  # type: ignore[arg-type]
    kiosk.dossier("KD-2021-0003", applicant=CIJFERWIJS, title="zomer")


def seen(kiosk: KioskAlone, asked: Wish) -> list[str]:
    """Return the numbers that the overview has, without their beginning."""
    with kiosk.visit() as visit:
        found, total = Dossiers(visit).page(DE_KADE, 0, 20, asked)
    assert total == len(found)
    return [one.number.removeprefix("KD-") for one in found]


def check_everything(kiosk: KioskAlone) -> None:
    filled(kiosk)
    for order, expected in SORTED.items():
        assert seen(kiosk, Wish(order)) == expected, order
        backwards = expected[::-1] if order is not Order.SUBMITTED else [*expected[2::-1], expected[3]]
        assert seen(kiosk, Wish(order, Direction.DOWN)) == backwards, order
    for text, expected in {
        "ZOMER": ["2021-0002"],
        "ecole": ["2021-10000"],
        "ÉCO": ["2021-10000"],
        "kd-2020": ["2020-0900"],
        "%": ["2020-0900"],
        "_": ["2021-9999"],
        "/": [],
        "\\": [],
        "' OR 1=1 --": [],
        "onvindbaar": [],
    }.items():
        assert seen(kiosk, Wish(text=text)) == expected, text
    assert seen(kiosk, wish({"soort": "permit"})) == ["2021-0002"]
    assert seen(kiosk, wish({"fase": "closed", "soort": "permit"})) == []


def test_every_order_and_every_search_finds_the_same_on_sqlite(kiosk: KioskAlone) -> None:
    check_everything(kiosk)


def test_every_order_and_every_search_finds_the_same_on_postgresql(postgres: str) -> None:
    storage = PostgresStorage(postgres)
    check_everything(KioskAlone(storage))
    leave(storage)


NONSENSE = (
    ("sorteer", "kleur"),
    ("richting", "omhoog"),
    ("soort", "subsidie"),
    ("fase", "\0"),
    ("zoek", "\0"),
    ("zoek", "x" * 201),
    ("offset", "-1"),
    ("limit", "veel"),
)


def test_what_the_overview_does_not_know_is_refused_with_a_sentence(
    kiosk: KioskAlone, browser: Browser
) -> None:
    kiosk.dossier("KD-2021-0001")
    browser.sign_in(claims())
    hidden = {**form_on(browser.get("/dossiers"), "/dossiers").fields, "titel": "", "soort": "subsidy"}
    for name, value in NONSENSE:
        answer = browser.get("/dossiers", **{name: value})
        assert (answer.status_code, f"‘{name}’" in words(answer)) == (400, True)
        # The form of a new dossier is shown again beside the first dossiers, whatever its address asks.
        made = browser.post(f"/dossiers?{urlencode({name: value})}", **hidden)
        assert (made.status_code, "KD-2021-0001" in made.text) == (400, True)


def follow(browser: Browser, href: str) -> TestResponse:
    """Open a link of a page."""
    path, _, query = unescape(href).removeprefix("/kiosk").partition("?")
    return browser.get(path, **dict(parse_qsl(query)))


def test_order_and_search_are_kept_from_page_to_page(kiosk: KioskAlone, browser: Browser) -> None:
    filled(kiosk)
    browser.sign_in(claims())
    page = browser.get("/dossiers", sorteer="titel", richting="aflopend", zoek="d-2021", limit="2")
    assert re.findall(r"KD-2021-\d+(?=</span>)", page.text) == ["KD-2021-0002", "KD-2021-10000"]
    (on,) = re.findall(r'href="(/kiosk/dossiers\?[^"]*)">Volgende', page.text)
    page = follow(browser, on)
    assert re.findall(r"KD-2021-\d+(?=</span>)", page.text) == ["KD-2021-9999"]
    assert 'value="d-2021"' in page.text


def test_a_heading_says_and_turns_the_order(kiosk: KioskAlone, browser: Browser) -> None:
    filled(kiosk)
    browser.sign_in(claims())
    page = browser.get("/dossiers", sorteer="titel")
    (heading,) = re.findall(r'aria-sort="ascending"><a class="sort" href="([^"]*)">Titel</a>', page.text)
    page = follow(browser, heading)
    assert re.findall(r'aria-sort="(\w+)"', page.text) == ["descending"]


def test_a_search_without_result_says_so(kiosk: KioskAlone, browser: Browser) -> None:
    filled(kiosk)
    browser.sign_in(claims())
    assert "Geen dossier voldoet aan wat u zoekt" in words(browser.get("/dossiers", zoek="onvindbaar"))
    assert "Geen dossier voldoet" not in words(browser.get("/dossiers"))


def test_who_signs_in_first_comes_back_to_what_he_searched(browser: Browser) -> None:
    asked = "/dossiers?zoek=caf%C3%A9+noir&sorteer=titel"
    back = query_of(follow(browser, asked))["terug"]
    assert parse_qsl(back.partition("?")[2]) == [("zoek", "café noir"), ("sorteer", "titel")]
    assert browser.sign_in(claims(), terug=back).headers["Location"] == f"/kiosk{back}"


def test_texts_are_compared_without_capitals_and_accents() -> None:
    assert folded("ÉCOLE Straße") == folded("ecole strasse")
    with pytest.raises(MalformedOverview):
        wish({"sorteer": "kleur"})
