"""A page is read as far as a journey needs it, and requests have names that do not differ per visitor."""

from __future__ import annotations

import pytest

from load.browser import either, fine, marked, name_of, reads, told
from load.page import Form, Page

HTML = """
<form method="get" action="/zoek"><input name="zoek" value=""><button>Zoeken</button></form>
<form method="post" action="/kies?a=1&amp;b=2"><input type="hidden" name="csrf_token" value="x&amp;y">
<input type="checkbox" name="mail" value="ja"><input type="radio" name="taal" value="nl" checked>
<select name="soort"><option value="">-</option><option value="steun" selected>Steun</option></select>
<button name="identity" value="EA:0110041748/mandate/0122386185" data-choice="De Kade">De Kade</button></form>
<a class="link" href="dossiers/KD-2021-0001"><strong>KD-2021-0001</strong></a>
"""
PAGE = Page("http://127.0.0.1:8600/kiosk/", 200, HTML)


def test_a_form_is_found_by_what_stands_in_it_with_its_fields_as_they_stand() -> None:
    fields = {"csrf_token": "x&y", "taal": "nl", "soort": "steun"}
    assert PAGE.form("De Kade") == Form("http://127.0.0.1:8600/kies?a=1&b=2", "POST", fields)
    assert PAGE.form("Bevestigen") is None


def test_a_button_is_found_by_how_its_value_begins() -> None:
    assert PAGE.button("identity", "EA:0110041748/") == "EA:0110041748/mandate/0122386185"
    assert PAGE.button("identity", "EA:0122386185/") == ""


def test_a_link_is_found_by_its_text() -> None:
    assert PAGE.link("KD-") == "http://127.0.0.1:8600/kiosk/dossiers/KD-2021-0001"
    assert PAGE.link("M-") == ""


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/kiosk/dossiers/KD-2021-0001", "kiosk GET /dossiers/*"),
        ("/kiosk/", "kiosk GET /"),
        ("/acm/op/v1/auth?client_id=kiosk&state=x1", "acm GET /op/v1/auth"),
        ("/csam/fas/oauth2/authorize", "csam GET /fas/oauth2/authorize"),
        ("/idm/werkrelaties/87100299962-0131825473-1/recht", "idm GET /werkrelaties/*/recht"),
        ("/health", "stage GET /health"),
    ],
)
def test_a_name_says_system_method_and_path_and_not_whose(path: str, name: str) -> None:
    assert name_of("GET", f"http://127.0.0.1:8600{path}") == name


REFUSED = Page("http://x/", 409, '<p data-code="already-signed">')
BROKEN = Page("http://x/", 500, '<p data-code="already-signed">')


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (fine(PAGE), ""),
        (fine(REFUSED), "409 already-signed"),
        (marked("choice")(PAGE), ""),
        (marked("choice", "De Wilg")(PAGE), "200 without choice De Wilg:"),
        (reads("Zoeken")(PAGE), ""),
        (reads("Afmelden")(PAGE), "200 without ‘Afmelden’"),
        (told("already-signed")(REFUSED), ""),
        (told("mandate-exists")(REFUSED), "409 not refused for mandate-exists: already-signed"),
        (told("already-signed")(BROKEN), "500 not refused for already-signed: already-signed"),
        (told("already-signed")(Page("http://x/", 409, '{"code":"already-signed"}')), ""),
        (either(reads("Zoeken"), told("x"))(PAGE), ""),
        (either(fine, told("x"))(REFUSED), "409 already-signed | 409 not refused for x: already-signed"),
    ],
)
def test_a_judge_says_what_is_wrong_or_nothing(said: str, wanted: str) -> None:
    assert said == wanted
