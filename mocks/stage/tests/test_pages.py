"""The pages of readiness and of the guide: what they say, and what they do with nonsense."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote, urlsplit

import pytest

from mocks.cast import load_cast
from mocks.core.wire.backchannel import Answer
from mocks.stage.domain.guide import READ_CHECKS
from mocks.stage.tests.conftest import Room
from mocks.tests.door import PAGE, knock


def ask(room: Room, path: str) -> Answer:
    """Ask for a page as a browser does."""
    return knock(room.federation, f"/w/{room.world}{path}", headers=PAGE)


def page(room: Room, path: str) -> str:
    """Return the text of a page that must be there, without its marks."""
    answer = ask(room, path)
    assert answer.status == 200, answer.body
    assert answer.header("Content-Type") == "text/html; charset=utf-8"
    return answer.body.decode()


def words(html: str) -> str:
    """Return what a page says."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", html)))


def steps(room: Room, query: str) -> dict[str, str]:
    """Return the steps of the guide with their states."""
    html = page(room, f"/leidraad?{query}")
    return {
        unescape(step): state for step, state in re.findall(r'data-step="([^"]*)" data-state="(.*?)"', html)
    }


def test_the_dashboard_leads_to_both(room: Room) -> None:
    html = page(room, "/")
    assert f'href="/w/{room.world}/gereedheid"' in html
    assert f'href="/w/{room.world}/leidraad"' in html


def test_every_organisation_stands_on_the_page_with_the_counts(room: Room) -> None:
    told = words(page(room, "/gereedheid"))
    for one in load_cast().organisations.values():
        assert (one.name in told) == (one.number is not None)
    assert "KIOSK op 27 april 2021: bereikbaar." in told
    assert "6 van 8" in told
    assert "De organisatie is actief: 1" in told


def test_organisations_can_be_searched_and_paged(room: Room) -> None:
    found = words(page(room, "/gereedheid?zoek=kade"))
    assert "Theater De Kade vzw" in found
    assert "Cijferwijs" not in found
    first, last = page(room, "/gereedheid?limit=3"), page(room, "/gereedheid?limit=3&offset=6")
    assert ("Volgende" in first, "Vorige" in first) == (True, False)
    assert ("Volgende" in last, "Vorige" in last) == (False, True)
    assert "geen enkele organisatie" in words(page(room, "/gereedheid?zoek=zzz")).lower()


def test_one_organisation_shows_everybody_with_what_is_missing(room: Room) -> None:
    told = words(page(room, "/gereedheid?voor=de-kade"))
    assert "Theater De Kade vzw klaar" in told
    for text in (
        "Els Maes kan Werkrelatie met een recht eID",
        "Sara Wouters kan niet",
        "verlengen of opnieuw",
    ):
        assert text in told
    assert "0110.041.748" in told
    assert load_cast().people["jan"].number not in told, "nobody's national number is shown"


@pytest.mark.parametrize("whom", ["", "voor=de-kade&"])
def test_a_page_lets_nobody_download_a_national_number(room: Room, whom: str) -> None:
    numbers = {str(person.number) for person in load_cast().people.values()}
    for form in ("csv", "json"):
        answer = ask(room, f"/gereedheid?{whom}format={form}")
        assert (answer.status, form in str(answer.header("Content-Type"))) == (200, True)
        told = answer.body.decode()
        assert "Els Maes" in told
        assert not [number for number in numbers if number in told]


def test_a_form_that_is_not_told_is_refused(room: Room) -> None:
    assert ask(room, "/gereedheid?format=xml").status == 400


@pytest.mark.parametrize("voor", ["stilte", "brightwater"])
def test_an_organisation_that_is_not_ready_says_so(room: Room, voor: str) -> None:
    assert "nog niet klaar" in words(page(room, f"/gereedheid?voor={voor}"))


def test_an_organisation_without_anybody_says_what_helps(room: Room) -> None:
    room.ask("/kbo/_mock/enterprise/0150000008", "PUT", {"name": "<b>Leeg</b> huis"})
    html = page(room, "/gereedheid?voor=0150000008")
    assert "<b>Leeg" not in html
    assert "Laat KBO de functie van een wettelijk vertegenwoordiger registreren." in words(html)


def test_a_closed_day_and_a_test_environment_are_told(room: Room) -> None:
    assert "niet bereikbaar" in words(page(room, "/gereedheid?date=2021-04-26"))
    assert "oefenomgeving" in words(page(room, "/gereedheid?date=2021-04-25&voor=de-kade"))


@pytest.mark.parametrize(
    "path",
    [
        "/gereedheid",
        "/gereedheid?limit=2&offset=2&date=2021-04-26",
        "/gereedheid?voor=de-kade&limit=2&offset=2",
        "/leidraad",
        "/leidraad?wie=organisatie&voor=de-kade",
    ],
)
def test_every_link_of_a_page_leads_somewhere(room: Room, path: str) -> None:
    links = [urlsplit(unescape(href)) for href in re.findall(r'href="([^"#]+)"', page(room, path))]
    assert len(links) > 3
    for link in links:
        answer = knock(room.federation, f"{link.path}?{link.query}", headers=PAGE)
        assert answer.status < 400, link


ENTERPRISE = "wie=organisatie&voor=de-kade"


def test_the_guide_asks_who_one_is_and_then_what_one_has(room: Room) -> None:
    first = words(page(room, "/leidraad"))
    for kind in ("natuurlijke persoon", "ondernemingsnummer", "inrichtende macht", "lokaal bestuur"):
        assert kind in first
    second = page(room, "/leidraad?wie=organisatie")
    assert "Theater De Kade vzw" in second
    assert "Gemeente Kapeldorp" not in second
    assert 'value="mandate"' in second
    local = page(room, "/leidraad?wie=lokaal-bestuur")
    assert "Gemeente Kapeldorp" in local
    assert 'value="mandate"' not in local
    assert "Basisschool De Wilg" in page(room, "/leidraad?wie=inrichtende-macht")


def test_the_steps_of_an_organisation_have_the_state_of_the_world(room: Room) -> None:
    assert steps(room, ENTERPRISE) == {
        "Activeer uw digitale sleutels": "in orde",
        "Kijk na wie in de KBO als wettelijk vertegenwoordiger staat": "in orde",
        "Kijk na wie uw beheerder is": "in orde",
        "Stel een hoofdtoegangsbeheerder aan": "in orde",
        "Geef de persoon een werkrelatie": "in orde",
        "Ken het recht “KIOSK Aanvrager” toe": "in orde",
        "Ken het recht “SSM Mandaatbeheerder” toe": "niet verplicht",
        "Sluit een mandaat met de externe dienstverlener": "in orde",
        "Laat de dienstverlener zijn medewerkers het recht “SSM Mandaatuitvoerder” geven": "in orde",
        "Test of u toegang krijgt": "voorbij",
        "Meld u aan bij KIOSK": "in orde",
    }


def test_a_step_that_is_not_taken_is_still_to_do_and_is_done_once_it_is(room: Room) -> None:
    cijferwijs = "wie=organisatie&voor=cijferwijs&weg=work_relation"
    before = steps(room, cijferwijs)
    assert before["Ken het recht “KIOSK Aanvrager” toe"] == "nog te doen"
    assert before["Stel een hoofdtoegangsbeheerder aan"] == "niet verplicht"
    assert before["Meld u aan bij KIOSK"] == "nog te doen", "Karel can, but not by this way"
    bram = load_cast().people["bram"].number
    room.ask(f"/idm/_mock/right/{bram}-0122386185-1-kiosk-aanvrager", "PUT", {})
    after = steps(room, cijferwijs)
    assert after["Ken het recht “KIOSK Aanvrager” toe"] == after["Meld u aan bij KIOSK"] == "in orde"


def test_every_way_has_its_own_steps(room: Room) -> None:
    legal = steps(room, f"{ENTERPRISE}&weg=legal_representative")
    mandate = steps(room, f"{ENTERPRISE}&weg=mandate")
    assert not any("recht" in step and "Ken" in step for step in legal)
    assert "Sluit een mandaat met de externe dienstverlener" in mandate
    assert "Geef de persoon een werkrelatie" not in mandate
    assert mandate["Meld u aan bij KIOSK"] == "in orde"


def test_a_mandate_that_is_not_signed_is_still_to_do(room: Room) -> None:
    room.ask("/ssm/_mock/mandate/M-2021-000001", "PUT", {"signed_by_holder_on": None})
    mandate = steps(room, f"{ENTERPRISE}&weg=mandate")
    assert mandate["Sluit een mandaat met de externe dienstverlener"] == "nog te doen"
    assert mandate["Meld u aan bij KIOSK"] == "nog te doen"


def test_the_steps_follow_the_calendar(room: Room) -> None:
    def on(day: str) -> dict[str, str]:
        return steps(room, f"{ENTERPRISE}&date={day}")

    assert on("2021-04-25")["Test of u toegang krijgt"] == "nog te doen"
    assert on("2021-04-25")["Meld u aan bij KIOSK"] == "later"
    assert on("2021-04-26")["Test of u toegang krijgt"] == "voorbij"
    assert on("2021-03-14")["Ken het recht “KIOSK Aanvrager” toe"] == "later"
    assert on("2021-03-27")["Ken het recht “KIOSK Aanvrager” toe"] == "in orde"


def test_a_local_government_is_led_past_mandates(room: Room) -> None:
    assert not any("mandaat" in step for step in steps(room, "wie=lokaal-bestuur&voor=kapeldorp"))


def test_a_school_is_led_to_its_inrichtende_macht(room: Room) -> None:
    html = page(room, "/leidraad?wie=inrichtende-macht&voor=de-wilg")
    assert "Leidraad voor Scholengroep De Linde vzw" in words(html)
    assert "An Segers" in html
    assert "Kies in KIOSK de organisatie waarvoor u optreedt" in html


@pytest.mark.parametrize(
    ("who", "state"), [("noor", "in orde"), ("hugo", "nog te doen"), ("dora", "nog te doen")]
)
def test_a_person_needs_no_right_but_a_key(room: Room, who: str, state: str) -> None:
    told = steps(room, f"wie=persoon&voor={who}")
    assert told["U vertegenwoordigt uzelf"] == told["Meld u aan bij KIOSK"] == state
    assert not any("recht “" in step for step in told)


def test_an_appointment_is_told_with_its_step_also_once_it_ended(room: Room) -> None:
    step = "Stel een hoofdtoegangsbeheerder aan"
    for body, state, fact in (
        (
            {"waiting": True},
            "in orde",
            "Tom Willems is hoofdtoegangsbeheerder van Boekhoudkantoor Cijferwijs",
        ),
        (
            {"end": "2021-04-26"},
            "niet verplicht",
            "Tom Willems is geen beheerder van Boekhoudkantoor Cijferwijs",
        ),
    ):
        tom = load_cast().people["tom"].number
        room.ask(f"/csam/_mock/appointment/0122386185-{tom}-main_access_manager", "DELETE")
        room.ask(f"/csam/_mock/appointment/0122386185-{tom}-main_access_manager", "PUT", body)
        assert steps(room, "wie=organisatie&voor=cijferwijs")[step] == state
        assert fact in words(page(room, "/leidraad?wie=organisatie&voor=cijferwijs"))


@pytest.mark.parametrize("check", READ_CHECKS)
def test_a_check_that_a_step_looks_for_is_made(room: Room, check: str) -> None:
    made = {
        one["check"]
        for who, at in (("jan", "kiosk"), ("els", "kiosk"), ("lotte", "kiosk"), ("jan", "idm"))
        for route in room.get(f"/_mock/explain?who={who}&for=de-kade&at={at}")["routes"]
        for one in route["checks"]
    }
    assert check in made


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/gereedheid?voor=nergens", "unknown-who"),
        ("/gereedheid?voor=de-wilg", "organisation-not-in-kbo"),
        ("/gereedheid?at=nergens", "unknown-eloket"),
        ("/gereedheid?date=morgen", "malformed-moment"),
        ("/gereedheid?offset=x", "malformed-page"),
        ("/gereedheid?zoek=%00", "unusable-name"),
        ("/leidraad?wie=koning", "unknown-applicant"),
        ("/leidraad?wie=organisatie&weg=koets", "unknown-applicant"),
        ("/leidraad?wie=lokaal-bestuur&weg=mandate", "unknown-applicant"),
        ("/leidraad?wie=lokaal-bestuur&voor=de-kade", "other-applicant"),
        ("/leidraad?wie=organisatie&voor=kapeldorp", "other-applicant"),
        ("/leidraad?wie=organisatie&voor=nergens", "unknown-who"),
        ("/leidraad?wie=organisatie&nummer=0110041749", "unknown-who"),
        ("/leidraad?wie=persoon&voor=nergens", "unknown-who"),
        ("/leidraad?wie=organisatie&voor=de-kade&date=2021-02-31", "malformed-moment"),
    ],
)
def test_nonsense_is_refused_on_a_page_with_a_sentence(room: Room, path: str, code: str) -> None:
    answer = ask(room, path)
    assert answer.status in {400, 404}
    assert f'data-code="{code}"' in answer.body.decode()


@pytest.mark.parametrize("name", ["voor", "nummer", "wie", "weg", "date", "at", "zoek", "offset", "limit"])
@pytest.mark.parametrize(
    "value", ["\0", "<script>", "x" * 5000, "\u202eé", "%", "-1", "99999999999999999999"]
)
def test_no_parameter_breaks_a_page(room: Room, name: str, value: str) -> None:
    for path in ("/gereedheid?", "/leidraad?wie=organisatie&", "/leidraad?wie=persoon&", "/leidraad?"):
        answer = ask(room, f"{path}{name}={quote(value)}")
        assert answer.status < 500, answer.body
        assert b"<script>" not in answer.body
