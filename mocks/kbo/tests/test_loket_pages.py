"""The desk of the ondernemingsloket, as a browser sees it."""

from __future__ import annotations

import re
from html import unescape

import pytest

from mocks.core.identifiers import make_enterprise_number
from mocks.kbo.tests.alone import DE_KADE, JAN, NAMES, NOBODYS, STRANGER, KboAlone
from mocks.kbo.tests.test_loket import WHOLE
from mocks.kbo.tests.test_pages import words

FORM = "/loket"
GIVEN = make_enterprise_number(700_000)


def register(kbo: KboAlone, **changes: str) -> str:
    """Fill in the form, which must succeed, and return where it leads."""
    answer = kbo.submit(FORM, {**WHOLE, **changes})
    assert answer.status == 303, answer.body
    place = answer.header("Location")
    assert place is not None
    return place.removeprefix("/kbopub")


def values(body: bytes) -> dict[str, str]:
    """Return what stands in the fields of the form."""
    page = unescape(body.decode())
    typed = re.findall(r'<input class="input[^>]*name="([a-z_]+)"[^>]*? value="([^"]*)"', page)
    chosen = re.findall(r'name="(legal_form|function)".*?<option value="(\w+)" selected', page, re.DOTALL)
    return dict(typed) | dict(chosen)


@pytest.mark.parametrize("page", ["/zoeknummerform.html", "/zoeknaamfonetischform.html", FORM])
def test_every_page_of_the_kbo_leads_to_the_desk(kbo: KboAlone, page: str) -> None:
    assert b'href="/kbopub/loket"' in kbo.page(page).body


def test_a_registered_enterprise_gets_a_page_with_its_number_and_what_comes_next(kbo: KboAlone) -> None:
    place = register(kbo)
    assert place == f"/loket/{GIVEN}?gedaan=ingeschreven"
    page = kbo.page(f"/loket/{GIVEN}", gedaan="ingeschreven")
    said = words(page.body)
    for text in (GIVEN.display, "KvK 0000.0012", "Jan Peeters, zaakvoerder", "BIS-nummer", "+32 2 553 1700"):
        assert text in said
    for address in ("csam.be/sleutels", "csam.be/btb", "vo-gebruikersbeheer", "rijksregister"):
        assert address in page.body.decode()


def test_the_page_of_an_enterprise_never_shows_a_national_number(kbo: KboAlone) -> None:
    register(kbo)
    shown = kbo.page(f"/loket/{GIVEN}").body.decode()
    assert JAN not in shown
    assert JAN.display not in shown


def test_the_desk_shows_at_once_what_others_see_the_next_day(kbo: KboAlone) -> None:
    kbo.put("/_mock/delay", {"mode": "real"})
    register(kbo)
    assert "vanaf 28 april 2021" in words(kbo.page(f"/loket/{GIVEN}").body)
    assert kbo.page("/toonondernemingps.html", ondernemingsnummer=GIVEN).status == 404


def test_registering_twice_tells_the_number_that_there_is(kbo: KboAlone) -> None:
    register(kbo)
    assert register(kbo, name="Andere naam") == f"/loket/{GIVEN}?gedaan=al-ingeschreven"
    assert "was al ingeschreven" in words(kbo.page(f"/loket/{GIVEN}", gedaan="al-ingeschreven").body)
    assert kbo.get("/api/v1/enterprises", name="andere naam").json()["total"] == 0


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"name": ""}, "name", "field-missing"),
        ({"country": "België"}, "country", "unknown-country"),
        ({"country": "BE"}, "country", "not-foreign"),
        ({"begin": "31/02/2021"}, "begin", "malformed-begin"),
        ({"begin": "2031-01-01"}, "begin", "begin-out-of-bounds"),
        ({"email": "<script>"}, "email", "malformed-email"),
        ({"phone": "0"}, "phone", "malformed-phone"),
        ({"representative": ""}, "representative", "representative-missing"),
        ({"representative": STRANGER}, "representative", "unknown-representative"),
        ({"function": "10008"}, "function", "unknown-choice"),
    ],
)
def test_nonsense_gives_the_form_again_with_the_sentence_at_its_field(
    kbo: KboAlone, changes: dict[str, str], field: str, code: str
) -> None:
    filled = {**WHOLE, **changes}
    answer = kbo.submit(FORM, filled)
    assert answer.status == 400
    page = answer.body.decode()
    assert f'data-code="{code}"' in page
    assert f'id="field-{field}-error"' in page
    chosen = {} if field == "function" else {"function": filled["function"]}
    typed = {name: text for name, text in filled.items() if name != "function"}
    assert values(answer.body) == typed | chosen


def test_every_wrong_field_is_told_and_not_only_the_first(kbo: KboAlone) -> None:
    answer = kbo.submit(FORM, {**WHOLE, "name": "", "email": "x", "begin": "x"})
    assert re.findall(rb'id="field-(\w+)-error"', answer.body) == [b"name", b"begin", b"email"]


def test_a_representative_who_died_is_told_beside_the_field(
    kbo: KboAlone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(NAMES, JAN, {**NAMES[JAN], "deceased_on": "2021-01-01"})
    answer = kbo.submit(FORM, WHOLE)
    assert answer.status == 400
    assert b'id="field-representative-error"' in answer.body


def test_a_form_without_its_token_registers_nothing(kbo: KboAlone) -> None:
    answer = kbo.post(FORM, WHOLE)
    assert answer.status == 400
    assert kbo.get("/api/v1/enterprises", name="brightwater").json()["total"] == 0


def test_the_page_leaves_out_whose_function_has_ended(kbo: KboAlone) -> None:
    register(kbo)
    kbo.put(f"/_mock/function/{GIVEN}-{JAN}-10006", {"end": "2021-04-26"})
    assert "Jan Peeters" not in words(kbo.page(f"/loket/{GIVEN}").body)


def test_an_enterprise_of_belgium_can_be_shown_too(kbo: KboAlone) -> None:
    assert "Théâtre De Kade vzw" in words(kbo.page(f"/loket/{DE_KADE}").body)


@pytest.mark.parametrize(("number", "status"), [(NOBODYS, 404), ("onzin", 400)])
def test_the_page_of_an_unknown_number_is_refused(kbo: KboAlone, number: str, status: int) -> None:
    assert kbo.page(f"/loket/{number}").status == status
