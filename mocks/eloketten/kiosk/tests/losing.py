"""Losing the session while a form is filled in, and coming back."""

from __future__ import annotations

import json
import re
from http import HTTPStatus

from sqlalchemy import select
from werkzeug.test import TestResponse

from mocks.eloketten.kiosk.store.drafts import draft_table
from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone
from mocks.eloketten.kiosk.tests.every_form import DOSSIER, Forms
from mocks.eloketten.kiosk.tests.forms import Opened, form_on, open_form
from mocks.eloketten.kiosk.tests.said import Claims, claims

ENDED = "Jan Peeters is sinds gisteren geen bestuurder meer."
ACCOUNT = f"/dossiers/{DOSSIER}/rekeningnummer"
BELGIAN, DUTCH = "BE68 5390 0754 7034", "NL91 ABNA 0417 1643 00"
WAITS = "Wat u typte, is niet verloren"


def sign_out(browser: Browser) -> None:
    """Sign out in another tab."""
    assert browser.press("/afmelden", browser.get("/")).status_code == HTTPStatus.SEE_OTHER


def forget_the_session(browser: Browser) -> None:
    """Let KIOSK forget the session of which the cookie speaks, as it does after a day."""
    sessions = draft_table.metadata.tables["kiosk_session"]
    with browser.kiosk.visit() as visit, visit.writing() as connection:
        connection.execute(sessions.delete())


def let_acm_refuse(browser: Browser) -> None:
    """Let ACM refuse from now on."""
    browser.kiosk.acm.next = ENDED


def come_back(browser: Browser, refused: TestResponse, about: Claims | None = None) -> TestResponse:
    """Sign in by the button of a page that refused."""
    way = re.search(r'href="/kiosk/aanmelden\?terug=([^"]+)"', refused.text)
    assert way is not None, refused.text
    browser.kiosk.acm.next = about or claims()
    return browser.sign_in(about or claims(), terug=way[1])


def lose(browser: Browser, path: str = ACCOUNT, **typed: str) -> TestResponse:
    """Fill in a form, and send it after the session ended."""
    form = open_form(browser, path)
    sign_out(browser)
    return form.send(browser, **typed)


def button_on(page: TestResponse, action: str) -> Opened:
    """Return the form of one button on a page."""
    (found,) = [form for form in Forms("", page.text).found if form.action == action]
    return Opened(action, found.values)


def waiting(kiosk: KioskAlone) -> list[dict[str, str]]:
    """Return what was typed in each form that waits."""
    with kiosk.visit() as visit:
        return [json.loads(row.fields) for row in visit.reading.execute(select(draft_table))]


def pick_school(browser: Browser) -> TestResponse:
    """Pick the school that is handled under De Kade."""
    token = form_on(browser.get("/aanvragers"), "/afmelden").fields["csrf_token"]
    return browser.post("/aanvragers", csrf_token=token, aanvrager="999001")
