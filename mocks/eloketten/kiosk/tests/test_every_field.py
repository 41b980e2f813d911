"""Nonsense in every field of every form of KIOSK: shown as typed or refused there, and never obeyed."""

from __future__ import annotations

from html import unescape
from http import HTTPStatus
from io import BytesIO
from urllib.parse import urlencode

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from mocks.core.store.schema import metadata
from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone
from mocks.eloketten.kiosk.tests.every_form import Form, Forms, addresses, form_at, forms, rules, scene
from mocks.eloketten.kiosk.tests.losing import WAITS, sign_out
from mocks.eloketten.kiosk.tests.said import claims

BASE = "https://kiosk.vlaanderen.be/kiosk"
SCRIPT = "<script>alert(1)</script>"
NASTY = {
    "signs": f"\"'>{SCRIPT}<img src=x onerror=alert(2)>" + "{{7*7}}{% raw %}${7*7}%(x)s%s%%; DROP TABLE",
    "nul": "x\0y",
    "directions": "abc\u202edef\u2066\u200b",
    "lines": "x\r\nBcc: els@de-kade.example",
    "surrogate": "half \ud800",
    "long": "x" * 1_000_000,
}
NOWHERE = {"nul", "lines", "long"}
"""What no field takes: PostgreSQL cannot keep the first, and nothing here is of several lines or endless."""

FILE = b"the content of a file that nobody asked for"


def valid(form: Form) -> dict[str, str]:
    """Return what can be kept, whatever stands in the form."""
    right = {"titel": "Een titel", "soort": "subsidy", "account": "BE68 5390 0754 7034"}
    return {**form.values, **{name: text for name, text in right.items() if name in form.fields}}


def send(browser: Browser, form: Form, filled: dict[str, str]) -> TestResponse:
    """Send a form as it is, also with half surrogates, which no browser would."""
    body = urlencode(filled, errors="surrogatepass").encode()
    return browser.client.post(
        form.action,
        base_url=BASE,
        data=body,
        content_type="application/x-www-form-urlencoded",
        headers={"Accept": "text/html"},
        buffered=True,
    )


def pages(kiosk: KioskAlone, browser: Browser) -> str:
    """Return every page of KIOSK, one after the other."""
    found = [browser.get(path).text for rule in rules(kiosk, "GET") for path in addresses(rule)]
    return "\n".join(found)


def rows(kiosk: KioskAlone) -> str:
    """Return everything that is kept."""
    with kiosk.visit() as visit:
        return repr([list(visit.reading.execute(select(table))) for table in metadata.sorted_tables])


@pytest.mark.parametrize("sort", NASTY)
def test_nonsense_in_any_field_is_shown_as_typed_or_refused_at_that_field(sort: str) -> None:
    kiosk, nasty = scene(KioskAlone()), NASTY[sort]
    jan, tried = Browser(kiosk), 0
    jan.sign_in(claims())
    for form in forms(kiosk):
        for one in form.typed:
            opened = form_at(jan, form)
            answer = send(jan, opened, {**valid(opened), one.name: nasty})
            where = f"{form.action}, {one.name}: {answer.status_code}"
            tried += 1
            if answer.status_code == HTTPStatus.SEE_OTHER and sort not in NOWHERE:
                continue
            assert answer.status_code == HTTPStatus.BAD_REQUEST, where
            assert f'id="field-{one.name}-error"' in answer.text, where
            assert f'href="#field-{one.name}"' in answer.text, where
            if one.choices:
                continue
            (again,) = [each for each in Forms(form.page, answer.text).found if each.action == form.action]
            # Half a surrogate is no text in UTF-8: it stays as it was sent.
            shown = nasty.replace("\ud800", "%ED%A0%80")
            assert again.fields[one.name].value == shown, where
            own = {one.name, "csrf_token"}
            kept = {name: text for name, text in valid(opened).items() if name not in own}
            assert again.values.items() >= kept.items(), where
            assert SCRIPT not in answer.text, where
    assert tried >= 14
    seen = pages(kiosk, jan)
    assert SCRIPT not in seen
    assert "<img" not in seen
    assert "49{% raw" not in unescape(seen)


def test_what_is_kept_is_shown_as_it_was_typed(kiosk: KioskAlone, browser: Browser) -> None:
    scene(kiosk)
    browser.sign_in(claims())
    typed = '"><script>alert(1)</script>{{7*7}}%(x)s'
    made = [form for form in forms(kiosk) if form.action in {"/dossiers", "/contactgegevens"}]
    for form in made:
        opened = form_at(browser, form)
        free = {"titel", "street", "house_number", "postcode", "municipality", "country"}
        filled = {name: typed for name in opened.fields if name in free}
        answer = send(browser, opened, {**valid(opened), **filled})
        assert answer.status_code == HTTPStatus.SEE_OTHER
    seen = pages(kiosk, browser)
    assert SCRIPT not in seen
    assert unescape(seen).count(typed) >= len(made)


@pytest.mark.parametrize("ended", [False, True], ids=["signed-in", "signed-out"])
def test_a_file_in_any_form_is_kept_nowhere(ended: bool) -> None:
    kiosk = scene(KioskAlone())
    jan = Browser(kiosk)
    jan.sign_in(claims())
    for form in forms(kiosk):
        if not form.typed:
            continue
        for name in (*(one.name for one in form.typed), "bijlage"):
            jan.sign_in(claims())
            opened = form_at(jan, form)
            if ended:
                sign_out(jan)
            answer = jan.client.post(
                form.action,
                base_url=BASE,
                data={**valid(opened), name: (BytesIO(FILE), "bijlage.pdf", "application/pdf")},
                headers={"Accept": "text/html"},
                buffered=True,
            )
            expected = {HTTPStatus.FORBIDDEN} if ended else {HTTPStatus.SEE_OTHER, HTTPStatus.BAD_REQUEST}
            assert answer.status_code in expected, (form.action, name, answer.status_code)
            assert (WAITS in answer.text) == ended or len(opened.typed) == 1
            assert FILE.decode() not in answer.text
    kept = rows(kiosk)
    assert FILE.decode() not in kept
    assert "bijlage.pdf" not in kept
    assert str(FILE) not in kept
