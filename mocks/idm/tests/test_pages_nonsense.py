"""Nonsense in every field of every form of IDM, by somebody who is signed in: never a 5xx, always a page."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from mocks.idm.tests.page_visitor import Visitor
from mocks.pytest_plugin import FederationInTest

NASTY = (
    "",
    " ",
    "\0",
    "x" * 10_000,
    "<script>alert(1)</script>",
    "31/02/2021",
    "29/02/9999",
    "-1",
    "99999999999999999999",
    "é\u202eẞ\U0001f600",
    "{{7*7}}",
    "0110041748",
    "68112399910",
    "next",
)

FORMS = (
    "/organisatie",
    "/personen/nieuw",
    "/personen/{els}/koppelen",
    "/werkrelaties/{relation}/recht",
    "/werkrelaties/{relation}/verlengen",
    "/werkrelaties/{relation}/beeindigen",
    "/rechten/{right}/verlengen",
    "/rechten/{right}/beeindigen",
    "/rechten/{right}/intrekken",
    "/snel-recht-toekennen",
    "/taken/{task}/aanvaarden",
    "/taken/{task}/weigeren",
    "/zelfregistratie/aanvraag?dg=EA&an=kiosk",
    "/rechten",
)

FIELDS = tuple(
    """
    step go number nickname initials reason organisation organisatie category begin end phone email rights
    seen right profile contexts detail_of available taken relation relation_end answer right_end lines terug
    """.split()  # noqa: SIM905  # a list of words reads best as words
)


@pytest.fixture
def jan(federation: FederationInTest) -> Visitor:
    """The legal representative of De Kade, at the home page, with a task that waits."""
    tom = Visitor(federation).sign_in("tom")
    tom.open("/zelfregistratie/aanvraag", dg="EA", an="kiosk", oc=tom.number("de-kade"))
    tom.press("Aanvraag versturen", phone="+3212345678", email="tom@post.example")
    return Visitor(federation).sign_in("jan", "de-kade")


@pytest.mark.parametrize("address", FORMS)
@pytest.mark.parametrize("step", ["1", "2", "3", "4", "5"])
def test_no_field_of_no_form_brings_the_pages_down(jan: Visitor, address: str, step: str) -> None:
    jan.open("/personen/nieuw")
    token = jan.page.form_with("Volgende").fields["csrf_token"]
    target = jan.url(address).format(
        els=jan.number("els"),
        relation=jan.relation("els"),
        right=jan.right("els", "kiosk-aanvrager"),
        task="1",
    )
    form = jan.page.form_with("Volgende")
    form.action, form.fields = target, {}
    right = {
        "number": jan.number("els"),
        "right": "ssm-mandaatbeheerder",
        "category": "Ambtenaar",
        "end": "01/05/2021",
    }
    for nasty in NASTY:
        everything = dict.fromkeys(FIELDS, nasty)
        for sent in (everything, {**everything, **right, "go": "next"}, {**right, "end": nasty}):
            # The browser fails on a 5xx by itself.
            jan.browser.send(form, **{**sent, "csrf_token": token, "step": step})
            assert "<script>" not in jan.page.html


@pytest.mark.parametrize(
    "address",
    [
        "/personen?zoek={0}&vanaf={0}",
        "/personen/{0}",
        "/personen/{0}/historiek",
        "/personen/{els}/historiek?vanaf={0}",
        "/personen/vergelijken?wie={0}&wie={els}&zoek={0}&vergelijk=1",
        "/werkrelaties/{0}/recht",
        "/rechten/{0}/intrekken",
        "/taken/{0}",
        "/taken?vanaf={0}",
        "/rechten?vanaf={0}",
        "/organisatie?nummer={0}&terug={0}",
        "/zelfregistratie/aanvraag?dg={0}&an={0}&oc={0}&ctx={0}",
        "/snel-recht-toekennen?nummer={0}",
    ],
)
def test_no_address_brings_the_pages_down(jan: Visitor, address: str) -> None:
    for nasty in NASTY:
        jan.open(address.format(quote(nasty, safe=""), els=jan.number("els")))
        assert "<script>" not in jan.page.html
