"""Signing in by mandate, over the pages and without, at the e-loket of an outsider and at KIOSK."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
import requests

from mocks.acm.tests.browser import Browser
from mocks.acm.tests.own_eloket import answer, ask, exchange, payload, put, refresh, sign_in, tokens

if TYPE_CHECKING:
    from mocks.pytest_plugin import FederationInTest

SCOPE = "openid profile vo rrn ssm_mandaat wettelijkvertegenwoordiger eigen_eloket offline_access"
MANDATE = "M-2021-000900"


class Play:
    """The federation, with a mandate of De Kade at Cijferwijs for the e-loket of an outsider."""

    def __init__(self, federation: FederationInTest) -> None:
        self.federation = federation
        self.de_kade, self.cijferwijs = federation.number("de-kade"), federation.number("cijferwijs")
        self.mandate(MANDATE)

    def mandate(self, number: str, **changes: Any) -> None:  # noqa: ANN401  # members of the fact
        """Put a mandate."""
        members = {"type": "eigen-eloket", "mandator": self.de_kade, "holder": self.cijferwijs, **changes}
        put(self.federation.url("ssm", f"/_mock/mandate/{number}"), members)

    def claims(
        self,
        persona: str,
        identity: str | None = None,
        mock_route: str = "mandate",
        mock_holder: str | None = None,
    ) -> dict[str, Any]:
        """Sign somebody in by mandate and return what the ID token says of the capacity."""
        given = tokens(
            persona,
            identity or f"EA:{self.de_kade}",
            scope=SCOPE,
            mock_route=mock_route,
            mock_holder=mock_holder,
        )
        told = payload(given["id_token"])
        return {name: value for name, value in told.items() if name.startswith(("vo_", "ssm", "wv", "eigen"))}

    def refused(self, persona: str, identity: str | None = None) -> str:
        """Return why somebody cannot act by mandate."""
        asked = sign_in(persona, identity or f"EA:{self.de_kade}", scope=SCOPE, mock_route="mandate")
        told = answer(asked)
        assert told["error"] == "access_denied", told
        return told["error_description"]

    def execute(self, persona: str, **members: object) -> None:
        """Put "SSM Mandaatuitvoerder" for somebody at Cijferwijs."""
        relation = f"{self.federation.number(persona)}-{self.cijferwijs}-1"
        put(self.federation.url("idm", f"/_mock/right/{relation}-ssm-mandaatuitvoerder"), members)


@pytest.fixture
def play(federation: FederationInTest) -> Play:
    """Give the federation with that mandate."""
    return Play(federation)


@pytest.mark.parametrize("persona", ["karel", "lotte"])
def test_director_and_executor_of_the_holder_act_for_the_mandator(play: Play, persona: str) -> None:
    told = play.claims(persona)
    del told["vo_id"]
    assert told == {
        "vo_doelgroepcode": "EA",
        "vo_doelgroepnaam": "Economische Actoren",
        "vo_orgcode": play.cijferwijs,
        "vo_orgnaam": "Boekhoudkantoor Cijferwijs bv",
        "ssm_mandaatgever": play.de_kade,
    }


def test_an_employee_without_the_right_is_refused_for_that_reason_and_after_the_grant_is_not(
    play: Play,
) -> None:
    assert "Bram Goethals heeft bij Boekhoudkantoor Cijferwijs bv niet het recht" in play.refused("bram")
    play.execute("bram")
    assert play.claims("bram")["ssm_mandaatgever"] == play.de_kade


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"signed_by_holder_on": None}, "wacht op ondertekening door de mandaatnemer"),
        ({"signed_by_mandator_on": None}, "wacht op ondertekening door de mandaatgever"),
        ({"type": "kiosk"}, "Het mandaat is van de soort"),
        ({"begin": "2020-04-27", "end": "2021-04-26"}, "dus beëindigd (bron: Mandatenbeheer)"),
        ({"begin": "2021-04-28"}, "begint pas op 28 april 2021"),
        ({"stopped_on": "2021-04-27"}, "Het mandaat is stopgezet op 27 april 2021"),
    ],
    ids=["not by holder", "not by mandator", "other type", "ended", "to begin", "stopped"],
)
def test_each_fault_of_the_mandate_is_the_reason_that_is_told(
    play: Play, members: dict[str, object], reason: str
) -> None:
    play.mandate(MANDATE, **members)
    assert reason in play.refused("lotte")


@pytest.mark.parametrize("members", [{"end": "2021-04-27"}, {"stopped_on": "2021-04-28"}])
def test_the_last_valid_day_counts(play: Play, members: dict[str, object]) -> None:
    play.mandate(MANDATE, **members)
    assert play.claims("lotte")["ssm_mandaatgever"] == play.de_kade


@pytest.mark.parametrize("organisation", ["de-kade", "cijferwijs"])
def test_a_mandate_opens_nothing_once_one_of_both_stopped(play: Play, organisation: str) -> None:
    number = play.federation.number(organisation)
    put(
        play.federation.url("kbo", f"/_mock/enterprise/{number}"),
        {"status": "ST", "stopped_on": "2021-04-27"},
    )
    assert "is stopgezet op 27 april 2021 (bron: KBO)" in play.refused("lotte")


def test_who_has_nothing_with_the_holder_has_no_mandate(play: Play) -> None:
    assert "gaf geen mandaat aan Tom Willems of aan een organisatie van Tom Willems" in play.refused("tom")


def test_a_refresh_is_refused_once_the_mandate_is_stopped(play: Play) -> None:
    given = tokens("lotte", f"EA:{play.de_kade}", scope=SCOPE, mock_route="mandate")
    again = refresh(given["refresh_token"]).json()
    assert payload(again["id_token"])["ssm_mandaatgever"] == play.de_kade
    play.mandate(MANDATE, stopped_on="2021-04-27")
    denied = refresh(again["refresh_token"]).json()
    assert denied["error"] == "access_denied"
    assert "Het mandaat is stopgezet" in denied["error_description"]


def test_who_can_act_by_two_ways_has_to_choose_between_them(play: Play) -> None:
    """Rik is bestuurder of De Kade and executor at Cijferwijs."""
    several = sign_in("rik", f"EA:{play.de_kade}", scope=SCOPE)
    assert several.status_code == 400
    sentence = several.json()["detail"]
    assert f"EA:{play.de_kade} (legal_representative)" in sentence
    assert f"EA:{play.de_kade} (mandate, {play.cijferwijs})" in sentence
    assert "ssm_mandaatgever" in play.claims("rik")
    assert play.claims("rik", mock_route="legal_representative")["wv_orgcode"] == play.de_kade


def test_who_works_for_two_holders_names_the_one(play: Play) -> None:
    leerpunt = play.federation.number("leerpunt")
    play.mandate("M-2021-000901", holder=leerpunt)
    relation = f"{play.federation.number('lotte')}-{leerpunt}-1"
    put(play.federation.url("idm", f"/_mock/work-relation/{relation}"), {})
    put(play.federation.url("idm", f"/_mock/right/{relation}-ssm-mandaatuitvoerder"), {})
    several = sign_in("lotte", f"EA:{play.de_kade}", scope=SCOPE)
    assert (several.status_code, several.json()["code"]) == (400, "mock-choice-needed")
    for holder in (leerpunt, play.cijferwijs):
        assert play.claims("lotte", mock_holder=holder)["vo_orgcode"] == holder
    nobody = answer(sign_in("lotte", f"EA:{play.de_kade}", scope=SCOPE, mock_holder=play.de_kade))
    assert nobody["error"] == "access_denied"


def test_a_person_mandates_another_person(play: Play) -> None:
    noor, tom = play.federation.number("noor"), play.federation.number("tom")
    play.mandate(MANDATE, mandator=noor, holder=tom)
    told = play.claims("tom", f"BUR:{noor}")
    assert (told["vo_doelgroepcode"], told["ssm_mandaatgever"]) == ("BUR", noor)
    assert "vo_orgcode" not in told
    assert "Noor Haddad gaf geen mandaat aan Els Maes" in play.refused("els", f"BUR:{noor}")


@pytest.mark.parametrize("identity", ["BUR:91072100068", "BUR:x", "BUR:80010199976"])
def test_a_person_who_is_none_is_a_mistake_in_a_script(play: Play, identity: str) -> None:
    answered = sign_in("tom", identity, scope=SCOPE)
    assert (answered.status_code, answered.json()["code"]) == (400, "unknown-mock-value"), play


def test_both_flows_end_in_the_same_id_token(play: Play) -> None:
    browser = Browser()
    browser.begin(scope=SCOPE)
    page = browser.prove(play.federation.number("karel"), "eid")
    offered = [text for form in page.forms for text in form.buttons]
    (by_mandate,) = (text for text in offered if "Theater De Kade" in text)
    assert by_mandate == (
        "Theater De Kade vzw, Ondernemingsnummer 0110.041.748, Mandaatnemer: Boekhoudkantoor Cijferwijs bv"
    )
    by_pages = payload(exchange(browser.press(by_mandate).answer["code"]).json()["id_token"])
    by_itself = payload(tokens("karel", f"EA:{play.de_kade}", scope=SCOPE)["id_token"])
    del by_pages["at_hash"], by_itself["at_hash"]
    assert by_pages == by_itself


def kiosk(play: Play, persona: str, identity: str, **more: str) -> requests.Session:
    """Return a browser that is signed in to KIOSK."""
    session = requests.Session()
    session.headers["Accept"] = "text/html"
    who = {"mock_persona": persona, "mock_identity": identity, **more}
    session.get(play.federation.url("kiosk", "/aanmelden"), params=who, timeout=10)
    return session


def test_kiosk_shows_the_dossiers_of_the_mandator_and_by_which_way(play: Play) -> None:
    page = kiosk(play, "karel", f"EA:{play.de_kade}").get(
        play.federation.url("kiosk", "/dossiers"), timeout=10
    )
    assert "Aanvrager: Theater De Kade vzw" in page.text
    assert "Karel Dubois, voor mandaatnemer Boekhoudkantoor Cijferwijs bv" in page.text
    assert "KD-2020-0212" in page.text


def test_the_session_of_kiosk_ends_with_the_reason_once_the_mandate_is_stopped(play: Play) -> None:
    session = kiosk(play, "karel", f"EA:{play.de_kade}")
    play.mandate("M-2021-000001", type="kiosk", stopped_on="2021-04-27")
    play.federation.step(timedelta(minutes=16))
    page = session.get(play.federation.url("kiosk", "/dossiers"), timeout=10)
    assert page.status_code == 403
    assert "Uw sessie is beëindigd" in page.text
    assert "Het mandaat is stopgezet op 27 april 2021" in page.text
    assert "KD-2020-0212" not in page.text


def test_a_session_for_the_holder_itself_reaches_nothing_of_the_mandator(play: Play) -> None:
    session = kiosk(play, "karel", f"EA:{play.cijferwijs}")
    listed = session.get(play.federation.url("kiosk", "/dossiers"), timeout=10)
    assert "Aanvrager: Boekhoudkantoor Cijferwijs bv" in listed.text
    assert "KD-2020-0212" not in listed.text
    guessed = session.get(play.federation.url("kiosk", "/dossiers/KD-2020-0212"), timeout=10)
    assert guessed.status_code == 404
    assert "Theater De Kade" not in guessed.text


def test_the_reasons_are_told_per_way_in_words(play: Play) -> None:
    browser = Browser()
    browser.begin(scope=SCOPE)
    browser.prove(play.federation.number("rik"), "eid")
    words = browser.press("Toon waarom", organisatie="Theater De Kade").words
    for way in ("Wettelijk vertegenwoordiger volgens KBO", "Werkrelatie met een recht", "Mandaat"):
        assert f"{way}: Theater De Kade vzw" in words


def test_the_only_way_needs_no_route(play: Play) -> None:
    told = ask({"mock_persona": "lotte", "mock_identity": f"EA:{play.de_kade}", "scope": SCOPE})
    assert "code" in answer(told)
