"""One mandate over the pages of SSM: looking, signing, extending, stopping, transferring and printing."""

from __future__ import annotations

import pytest
import requests

from mocks.ssm.tests.page_visitor import Visitor

WAYS = ("", "/afdrukken", "/ondertekenen", "/uitbreiden", "/stopzetten", "/overdragen")


def buttons(visitor: Visitor) -> list[str]:
    """Return what the page of a mandate offers to do."""
    words = ("Ondertekenen", "Uitbreiden", "Overdragen", "Stopzetten", "Weigeren", "Afdrukken")
    return [text for text, _ in visitor.page.links if text.startswith(words)]


def test_what_the_mandate_manager_concludes_the_legal_representative_signs(
    mieke: Visitor, karel: Visitor
) -> None:
    number = mieke.conclude(mieke.number("cijferwijs"))
    karel.open("/")
    karel.browser.follow(number)
    assert buttons(karel) == ["Ondertekenen", "Weigeren (stopzetten)", "Afdrukken"]
    karel.browser.follow("Ondertekenen")
    karel.press("Ondertekenen")
    assert karel.status == "actief"
    assert "Mieke Claes" in karel.page.text
    signed = [mark.data for mark in karel.page.marked("signed")]
    assert signed == [{"signed": "mandator", "done": "yes"}, {"signed": "holder", "done": "yes"}]
    actions = [mark.data["action"] for mark in karel.page.marked("action")]
    assert actions == [
        "opstarten",
        "ondertekend",
        "in afwachting van ondertekening",
        "ondertekend",
        "aanmaak",
    ]
    mieke.open("/mandaten", kader="active")
    assert number in mieke.listed


def test_who_has_signed_already_is_led_back_with_the_reason(mieke: Visitor) -> None:
    number = mieke.conclude(mieke.number("cijferwijs"))
    assert buttons(mieke) == ["Stopzetten", "Afdrukken"]
    mieke.change(number, "ondertekenen")
    assert (mieke.page.status, mieke.codes) == (409, ["already-signed"])
    mieke.browser.follow("Terug naar het mandaat")
    assert mieke.in_view == number


def test_who_does_not_want_a_mandate_refuses_it_by_stopping(mieke: Visitor, karel: Visitor) -> None:
    number = mieke.conclude(mieke.number("cijferwijs"))
    karel.open(f"/mandaten/{number}")
    karel.browser.follow("Weigeren")
    karel.press("Stopzetten", conditions="1", reason="Niet afgesproken")
    assert karel.status == "stopgezet"
    assert "Reden Niet afgesproken" in karel.page.text
    assert buttons(karel) == ["Afdrukken"]
    mieke.change(number, "stopzetten")
    assert mieke.codes == ["mandate-stopped"]


def test_a_mandate_is_stopped_without_a_reason_and_works_no_more(mieke: Visitor) -> None:
    number = mieke.mandate(11)
    mieke.change(number, "stopzetten")
    mieke.press("Stopzetten", conditions="1")
    assert mieke.status == "stopgezet"
    assert "27/04/2021, door Mieke Claes" in mieke.page.text
    known = requests.get(mieke.url(f"/_mock/mandate/{number}"), timeout=10).json()
    assert known["stopped_on"] == "2021-04-27"


def test_who_has_not_read_the_conditions_stops_nothing_and_loses_nothing(mieke: Visitor) -> None:
    number = mieke.mandate(11)
    mieke.change(number, "stopzetten")
    mieke.press("Stopzetten", reason="Wij stoppen ermee")
    assert (mieke.page.status, mieke.codes) == (400, ["conditions-not-read"])
    assert 'id="field-conditions-error"' in mieke.page.html
    assert 'value="Wij stoppen ermee"' in mieke.page.html
    mieke.press("Stopzetten", conditions="1", reason="x" * 201)
    assert mieke.codes == ["unreadable-text"]
    assert 'id="field-reason-error"' in mieke.page.html
    mieke.open(f"/mandaten/{number}")
    assert mieke.status == "actief"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ({"duration": "until", "end": "31/12/2022"}, "Geldig tot en met 31/12/2022"),
        ({"duration": "open", "end": ""}, "Geldig tot en met onbepaalde duur"),
    ],
)
def test_a_mandate_is_extended_after_a_confirmation(
    mieke: Visitor, typed: dict[str, str], shown: str
) -> None:
    number = mieke.mandate(11, end="2021-12-31")
    mieke.change(number, "uitbreiden")
    mieke.press("Volgende", **typed)
    assert "Stap 2 van 2: Bevestiging" in mieke.page.text
    mieke.press("Vorige")
    mieke.press("Volgende")
    mieke.press("Bevestigen")
    assert shown in mieke.page.text
    assert "Gewijzigd door Mieke Claes" in mieke.page.text


@pytest.mark.parametrize(
    ("typed", "code", "field"),
    [
        ({"end": "31/12/2021"}, "not-longer", "end"),
        ({"end": "31/02/2022"}, "malformed-date", "end"),
        ({"end": ""}, "field-empty", "end"),
        ({"duration": "open", "end": "01/01/2023"}, "field-empty", "end"),
        ({"duration": ""}, "field-empty", "duration"),
    ],
)
def test_an_end_that_is_not_later_is_refused_at_its_field(
    mieke: Visitor, typed: dict[str, str], code: str, field: str
) -> None:
    mieke.change(mieke.mandate(11, end="2021-12-31"), "uitbreiden")
    mieke.press("Volgende", **typed)
    assert mieke.codes == [code]
    assert f'id="field-{field}-error"' in mieke.page.html
    assert "Stap 1 van 2" in mieke.page.text


def test_a_mandate_without_end_cannot_be_extended(mieke: Visitor) -> None:
    number = mieke.mandate(11)
    mieke.open(f"/mandaten/{number}")
    assert buttons(mieke) == ["Overdragen", "Stopzetten", "Afdrukken"]
    mieke.change(number, "uitbreiden")
    assert (mieke.page.status, mieke.codes) == (409, ["not-longer"])


def test_a_mandate_is_transferred_and_the_old_one_goes_on_until_the_new_holder_signs(mieke: Visitor) -> None:
    old = mieke.mandate(11)
    mieke.change(old, "overdragen")
    mieke.press("Volgende", holder=mieke.number("leerpunt"))
    assert "Nieuwe mandaatnemer Leerpunt nv" in mieke.page.text
    mieke.press("Bevestigen")
    new = mieke.in_view
    assert new != old
    assert mieke.status == "Wacht op ondertekening"
    mieke.open(f"/mandaten/{old}")
    assert mieke.status == "wacht op overdracht"
    assert buttons(mieke) == ["Stopzetten", "Afdrukken"]
    wim = Visitor(mieke.federation).sign_in("wim", "leerpunt")
    wim.change(new, "ondertekenen")
    wim.press("Ondertekenen")
    assert wim.status == "actief"
    mieke.open(f"/mandaten/{old}")
    assert mieke.status == "stopgezet"


def test_a_holder_who_proposes_a_transfer_may_stop_it_but_not_sign_it(karel: Visitor) -> None:
    old = karel.mandate(11)
    karel.change(old, "overdragen")
    karel.press("Volgende", holder=karel.number("leerpunt"))
    assert "en de mandaatgever nog moeten" in karel.page.text
    karel.press("Bevestigen")
    assert buttons(karel) == ["Stopzetten", "Afdrukken"]
    karel.change(karel.in_view, "ondertekenen")
    assert (karel.page.status, karel.codes) == (403, ["not-a-party"])


@pytest.mark.parametrize(
    ("holder", "code"),
    [
        ("cijferwijs", "transfer-to-same-holder"),
        ("de-kade", "mandate-to-oneself"),
        ("stilte", "organisation-stopped"),
        ("onzin", "malformed-party"),
    ],
)
def test_a_holder_that_cannot_be_one_is_refused_at_its_field(mieke: Visitor, holder: str, code: str) -> None:
    typed = holder if holder == "onzin" else mieke.number(holder)
    mieke.change(mieke.mandate(11), "overdragen")
    mieke.press("Volgende", holder=typed)
    assert mieke.codes == [code]
    assert 'id="field-holder-error"' in mieke.page.html
    assert f'value="{typed}"' in mieke.page.html
