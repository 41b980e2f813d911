"""Nonsense in every field of every form of SSM, by somebody who is signed in: never a 5xx, always a page."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from mocks.ssm.tests.page_visitor import Visitor

NASTY = (
    "",
    " ",
    "\0",
    "x" * 10_000,
    "9" * 10_000,
    "<script>alert(1)</script>",
    "31/02/2021",
    "29/02/9999",
    "31/12/9999",
    "-1",
    "99999999999999999999",
    "é\u202eẞ\U0001f600",
    "{{7*7}}",
    "0110041748",
    "68112399910",
    "M-2021-000001-43",
    "M-9999-999999-01",
    "M-2021-000001-43~1",
    "next",
)

FORMS = (
    "/mandaten/nieuw",
    "/mandaten/{mandate}/ondertekenen",
    "/mandaten/{mandate}/uitbreiden",
    "/mandaten/{mandate}/stopzetten",
    "/mandaten/{mandate}/overdragen",
    "/mandaten/tegelijk",
    "/mandaten/tegelijk/bevestigd",
)

FIELDS = tuple(
    """
    step go type side other begin duration end conditions seen reason holder kies doe
    """.split()  # noqa: SIM905  # a list of words reads best as words
)


@pytest.mark.parametrize("address", FORMS)
@pytest.mark.parametrize("step", ["1", "2", "3", "4", "5"])
def test_no_field_of_no_form_brings_the_pages_down(mieke: Visitor, address: str, step: str) -> None:
    number = mieke.mandate(11, end="2021-12-31")
    mieke.open("/mandaten/nieuw")
    form = mieke.page.form_with("Volgende")
    token = form.fields["csrf_token"]
    form.action, form.fields = mieke.url(address).format(mandate=number), {}
    right = {
        "type": "eigen-eloket",
        "side": "mandator",
        "other": mieke.number("leerpunt"),
        "holder": mieke.number("leerpunt"),
        "begin": "01/05/2021",
        "duration": "until",
        "end": "01/05/2022",
    }
    for nasty in NASTY:
        everything = dict.fromkeys(FIELDS, nasty)
        for sent in (everything, {**everything, **right, "go": "next"}, {**right, "end": nasty}):
            # The browser fails on a 5xx by itself.
            mieke.browser.send(form, **{**sent, "csrf_token": token, "step": step})
            assert "<script>" not in mieke.page.html
            assert "Mandatenbeheer" in mieke.page.text


@pytest.mark.parametrize(
    "address",
    [
        "/?zoek={0}&kader={0}",
        "/mandaten?zoek={0}&vanaf={0}",
        "/mandaten?kader={0}&kant={0}&sinds={0}",
        "/mandaten?sinds={0}&vanaf={0}",
        "/mandaten/nieuw?kant={0}&partij={0}",
        "/mandaten/{0}",
        "/mandaten/{0}/afdrukken",
        "/mandaten/{mandate}?vanaf={0}",
        "/mandaten/{0}/ondertekenen",
        "/mandaten/{0}/uitbreiden",
        "/mandaten/{0}/stopzetten",
        "/mandaten/{0}/overdragen",
        "/mandaten/tegelijk/{0}",
    ],
)
def test_no_address_brings_the_pages_down(mieke: Visitor, address: str) -> None:
    number = mieke.mandate(11, end="2021-12-31")
    for nasty in NASTY:
        mieke.open(address.format(quote(nasty, safe=""), mandate=number))
        assert "<script>" not in mieke.page.html


@pytest.mark.parametrize("address", FORMS)
@pytest.mark.parametrize("token", [None, "", "x", "x" * 10_000])
def test_a_form_without_its_token_changes_nothing(mieke: Visitor, address: str, token: str | None) -> None:
    number = mieke.mandate(11, end="2021-12-31")
    mieke.open("/mandaten/nieuw")
    form = mieke.page.form_with("Volgende")
    form.action, form.fields = mieke.url(address).format(mandate=number), {}
    sent = {"conditions": "1", "kies": f"{number}~1", "doe": "stopzetten"}
    mieke.browser.send(form, **sent, **({"csrf_token": token} if token is not None else {}))
    assert (mieke.page.status, mieke.codes) == (400, ["form-expired"])
    mieke.open(f"/mandaten/{number}")
    assert mieke.status == "actief"
