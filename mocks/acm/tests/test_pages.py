"""The pages of a sign-in: the choice of key, the choice of identity, the reasons."""

from __future__ import annotations

from urllib.parse import unquote_plus

import pytest

from mocks.acm.tests.browser import LABELS, Browser, Page
from mocks.acm.tests.own_eloket import ACM, exchange, hint, payload, put, register, sign_in
from mocks.core.oauth import s256
from mocks.pytest_plugin import FederationInTest

URN = "urn:be:vlaanderen:authmech:"
KIOSK = {
    "client_id": "kiosk",
    "redirect_uri": "https://kiosk.vlaanderen.be/kiosk/aanmelden/callback",
    "code_challenge": s256("x" * 43),
    "code_challenge_method": "S256",
}


@pytest.fixture
def browser(federation: FederationInTest) -> Browser:
    """Return a browser without cookies, in the world of this test."""
    del federation
    return Browser()


@pytest.fixture
def jan(browser: Browser, federation: FederationInTest) -> Browser:
    """Return a browser in which Jan stands before the choice of identity."""
    browser.begin()
    browser.prove(federation.number("jan"))
    return browser


def buttons(page: Page) -> list[str]:
    """Return the texts of all buttons of a page."""
    return [text for form in page.forms for text in form.buttons]


def why(browser: Browser, asked: str) -> str:
    """Ask "Staat uw organisatie er niet bij?" and return what the page says."""
    page = browser.press("Toon waarom", organisatie=asked)
    assert page.status == 200
    return page.words


@pytest.mark.parametrize(
    ("persona", "key"), [("jan", "eid"), ("jan", "itsme"), ("tom", "app"), ("tom", "sms"), ("lena", "token")]
)
def test_every_digital_key_leads_through_fas_to_the_eloket(
    browser: Browser, federation: FederationInTest, persona: str, key: str
) -> None:
    page = browser.begin(acr_values=" ".join(f"{URN}{name}" for name in URNS.values()))
    assert page.title == "Aanmelden bij Eigen e-loket"
    page = browser.prove(federation.number(persona), key)
    if page.title == "Aanmelden namens":
        page = browser.press("Jan Peeters, Uzelf")
    assert page.answer["state"] == "toestand"
    assert payload(exchange(page.answer["code"]).json()["id_token"])["acr"] == URN + URNS[key]


URNS = {"eid": "eid", "itsme": "itsme", "app": "csamtotp", "sms": "csamsms", "token": "csamtoken"}


def test_the_page_shows_the_keys_that_the_eloket_accepts_and_no_others(browser: Browser) -> None:
    register(client_id="twee", keys=["sms", "eid"])
    page = browser.begin(client_id="twee", acr_values=None)
    assert buttons(page) == [f"Aanmelden met {LABELS['eid']}", f"Aanmelden met {LABELS['sms']}", "Annuleren"]
    narrowed = browser.begin(client_id="twee", acr_values=f"{URN}csamsms {URN}itsme")
    assert buttons(narrowed) == [f"Aanmelden met {LABELS['sms']}", "Annuleren"]


def test_a_key_that_is_not_on_the_page_cannot_be_chosen(browser: Browser) -> None:
    register(client_id="twee", keys=["sms", "eid"])
    page = browser.begin(client_id="twee")
    refused = browser.go(page.url, "POST", {**page.forms[0].values, "key": "itsme"})
    assert (refused.status, refused.title) == (400, "Dat gaat niet")


def test_the_choice_lists_oneself_first_and_then_each_organisation(jan: Browser) -> None:
    assert jan.page is not None
    assert jan.page.title == "Aanmelden namens"
    assert buttons(jan.page)[:2] == [
        "Jan Peeters, Uzelf",
        "Theater De Kade vzw, Ondernemingsnummer 0110.041.748, Bestuurder",
    ]


def test_the_choice_is_skipped_with_one_identity(browser: Browser, federation: FederationInTest) -> None:
    browser.begin()
    assert "code" in browser.prove(federation.number("tom")).answer


def test_at_kiosk_the_choice_is_always_shown(browser: Browser, federation: FederationInTest) -> None:
    browser.begin(**KIOSK)
    page = browser.prove(federation.number("tom"))
    assert page.title == "Aanmelden namens"
    assert buttons(page) == ["Tom Willems, Uzelf", "Toon waarom", "Terug naar KIOSK"]


def test_an_identity_that_is_not_on_the_page_cannot_be_chosen(jan: Browser) -> None:
    assert jan.page is not None
    sent = {**jan.page.forms[0].values, "identity": "EA:0122386185/legal_representative"}
    refused = jan.go(jan.page.url, "POST", sent)
    assert (refused.status, refused.title) == (400, "Dat gaat niet")


def test_an_organisation_named_by_login_hint_skips_the_choice(
    browser: Browser, federation: FederationInTest
) -> None:
    browser.begin(scope="openid vo", login_hint=hint(cap_hint="EA", code_hint="0110041748"))
    page = browser.prove(federation.number("jan"))
    assert payload(exchange(page.answer["code"]).json()["id_token"])["vo_orgcode"] == "0110041748"


def test_an_organisation_named_by_login_hint_that_is_not_allowed_shows_why(
    browser: Browser, federation: FederationInTest
) -> None:
    browser.begin(login_hint=hint(cap_hint="EA", code_hint="0110041748"))
    page = browser.prove(federation.number("dirk"))
    assert page.title == "U kunt zich hier niet aanmelden"
    assert "geldig tot en met 26 april 2021, dus beëindigd" in page.words
    answer = browser.press("Terug naar Eigen e-loket").answer
    assert answer["error"] == "access_denied"
    assert "dus beëindigd (bron: KBO)" in answer["error_description"]


def test_who_can_be_nobody_here_sees_why_and_the_eloket_hears_it(
    browser: Browser, federation: FederationInTest
) -> None:
    register(
        client_id="bedrijven",
        client_name="Bedrijvenloket",
        target_groups=["EA"],
        routes=["legal_representative"],
    )
    browser.begin(client_id="bedrijven")
    page = browser.prove(federation.number("piet"))
    assert page.title == "U kunt zich hier niet aanmelden"
    assert "Studio Stilte vzw is stopgezet op 27 december 2020" in page.words
    assert "Bedrijvenloket staat niet open voor burgers" in page.words
    assert "1700" in page.words
    by_page = browser.press("Terug naar Bedrijvenloket").answer["error_description"]
    by_itself = sign_in("piet", None, client_id="bedrijven").headers["Location"]
    assert unquote_plus(by_itself).split("error_description=")[1] == (f"{by_page}&state=toestand")


def test_cancelling_at_the_choice_of_key_is_told_to_the_eloket(browser: Browser) -> None:
    browser.begin()
    assert browser.press("Annuleren").answer == {
        "error": "access_denied",
        "error_description": "De persoon brak de aanmelding af.",
        "state": "toestand",
    }


def test_cancelling_at_the_choice_of_identity_is_told_to_the_eloket(jan: Browser) -> None:
    assert jan.press("Terug naar Eigen e-loket").answer["error"] == "access_denied"


def test_cancelling_at_fas_brings_back_to_the_choice_of_key(browser: Browser) -> None:
    browser.begin()
    browser.press("Aanmelden met itsme")
    page = browser.press("Annuleren")
    assert page.title == "Aanmelden bij Eigen e-loket"
    assert "U bent nog niet aangemeld" in page.words
    assert browser.press("Annuleren").answer["error"] == "access_denied"


@pytest.mark.parametrize("asked", ["0122386185", "0122.386.185", " 0122 386 185 ", "cijferwijs"])
def test_an_organisation_that_is_not_listed_is_explained_by_number_or_name(jan: Browser, asked: str) -> None:
    said = why(jan, asked)
    assert "Waarom staat deze organisatie er niet bij?" in said
    assert "KBO noemt Jan Peeters niet onder de functies van Boekhoudkantoor Cijferwijs bv." in said
    assert "1700" in said


def test_the_choice_stays_open_after_asking_why(jan: Browser) -> None:
    why(jan, "0122386185")
    assert "code" in jan.press("Theater De Kade vzw").answer


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (
            "Bestaatniet",
            "KBO kent geen organisatie met de naam ‘Bestaatniet’. Probeer het ondernemingsnummer.",
        ),
        ("0110041749", "De controlecijfers van"),
        ("123", "telt 3 cijfers en een ondernemingsnummer telt er 10"),
        ("0100000070", "KBO kent geen onderneming met nummer 0100000070."),
        ("Bestaat\0niet", "KBO kent geen organisatie met de naam ‘Bestaatniet’."),
    ],
)
def test_what_cannot_be_explained_is_said_at_the_field(jan: Browser, asked: str, sentence: str) -> None:
    assert sentence in why(jan, asked).replace("&#34;", '"')


def test_a_name_with_a_number_in_it_is_a_name(jan: Browser, federation: FederationInTest) -> None:
    studio = {"name": "Studio 54 vzw", "start_date": "2000-01-01"}
    put(federation.url("kbo", "/_mock/enterprise/0100000070"), studio)
    assert "KBO noemt Jan Peeters niet onder de functies van Studio 54 vzw." in why(jan, "Studio 54")


def test_a_name_that_several_organisations_have_lists_them(jan: Browser) -> None:
    said = why(jan, "De")
    assert "Er zijn meerdere organisaties met die naam" in said
    assert "(0110.041.748)" in said


def test_a_script_in_the_name_is_text(jan: Browser) -> None:
    page = jan.press("Toon waarom", organisatie='"><script>alert(1)</script>')
    assert page.status == 200
    assert "<script>alert" not in page.text


def test_a_very_long_name_is_cut(jan: Browser) -> None:
    assert jan.press("Toon waarom", organisatie="x" * 50_000).status == 200


@pytest.mark.parametrize("step", ["aanmelden", "namens"])
def test_another_browser_cannot_go_on_with_a_sign_in(jan: Browser, step: str) -> None:
    assert jan.page is not None
    url = jan.page.url.replace("/namens/", f"/{step}/")
    page = Browser().go(url)
    assert (page.status, page.title) == (410, "Deze aanmelding is niet meer geldig")


def test_a_finished_sign_in_cannot_be_played_again(jan: Browser) -> None:
    assert jan.page is not None
    choice, sent = jan.page, {**jan.page.forms[0].values, "identity": "BUR/person"}
    assert "code" in jan.press("Jan Peeters, Uzelf").answer
    for method in ("GET", "POST"):
        again = jan.go(choice.url, method, sent if method == "POST" else None)
        assert (again.status, again.title) == (410, "Deze aanmelding is niet meer geldig")


def test_a_cancelled_sign_in_cannot_be_taken_up_again(jan: Browser) -> None:
    assert jan.page is not None
    url = jan.page.url
    jan.press("Terug naar Eigen e-loket")
    assert jan.go(url).status == 410


def test_an_answer_of_fas_works_once_and_only_where_it_was_asked(
    browser: Browser, federation: FederationInTest
) -> None:
    browser.begin()
    browser.prove(federation.number("jan"))
    (callback,) = (url for url in browser.passed if "/op/v1/fas/callback" in url)
    assert browser.go(callback).status == 400
    assert Browser().go(callback).status == 400


@pytest.mark.parametrize("identifier", ["onbekend", "%00", "x" * 5000])
def test_an_unknown_sign_in_is_gone(browser: Browser, identifier: str) -> None:
    for step in ("aanmelden", "namens"):
        assert browser.go(f"{ACM}/op/{step}/{identifier}").status == 410


def test_a_form_without_its_token_is_refused(jan: Browser) -> None:
    assert jan.page is not None
    page = jan.go(jan.page.url, "POST", {"identity": "BUR/person"})
    assert (page.status, page.title) == (400, "Dit formulier is niet meer geldig")


def test_every_page_says_that_this_is_a_test_environment(jan: Browser) -> None:
    assert jan.page is not None
    assert "Dit is een testomgeving" in jan.page.words
