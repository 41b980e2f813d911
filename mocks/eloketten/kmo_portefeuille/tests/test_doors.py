"""The three doors through the whole federation: who comes in, who does not and why, switching and leaving."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mocks.eloketten.kmo_portefeuille.tests.visitor import (
    APPLICANT,
    DEPARTMENTS,
    RIGHT,
    SEAT,
    Visitor,
    code,
    words,
)

FIRST_USE = "Gebruikt uw organisatie de kmo-portefeuille voor het eerst?"


def test_the_front_page_has_the_three_doors_with_their_labels(visitor: Visitor) -> None:
    page = words(visitor.get("/"))
    for label in (
        "Login dienstverleners",
        "Login individuele dienstverlener/departementen",
        "Login onderneming",
    ):
        assert label in page


@pytest.mark.parametrize(
    ("door", "who", "at", "capacity"),
    [
        (APPLICANT, "karel", "cijferwijs", "wettelijk vertegenwoordiger"),
        (SEAT, "wim", "leerpunt", "met het recht ‘VLAIO Inkom Gebruiker Nieuw’"),
        (DEPARTMENTS, "ria", "leerpunt", "met het recht ‘Dienstverlener kmo-portefeuille, departementen’"),
    ],
)
def test_who_may_comes_in_and_the_header_says_for_whom(
    visitor: Visitor, door: str, who: str, at: str, capacity: str
) -> None:
    page = visitor.sign_in(door, who, at)
    assert page.url.endswith(f"/{door}/"), words(page)
    organisation = {"cijferwijs": "Boekhoudkantoor Cijferwijs bv", "leerpunt": "Leerpunt nv"}[at]
    assert f"namens {organisation}" in words(page)
    assert f"Hoe {capacity}" in words(page)


def test_a_door_on_the_front_page_remembers_who_came_in(visitor: Visitor) -> None:
    visitor.sign_in(SEAT, "wim")
    assert "Verder als Wim De Smet namens Leerpunt nv" in words(visitor.get("/"))


def test_what_is_behind_a_door_asks_to_sign_in_first(visitor: Visitor) -> None:
    for door in (APPLICANT, SEAT, DEPARTMENTS):
        assert "/op/" in visitor.get(f"/{door}/").url
    assert "/op/" in visitor.get("/dienstverlener/diensten/opleiding").url
    assert "/op/" in visitor.get("/departementen/diensten/opleiding/Campus Gent").url


def test_one_door_opens_no_other(visitor: Visitor) -> None:
    visitor.sign_in(SEAT, "wim")
    assert "/op/" in visitor.get(f"/{APPLICANT}/").url


def test_who_has_no_right_hears_so_and_what_to_do(visitor: Visitor) -> None:
    page = visitor.sign_in(SEAT, "sophie", "brightwater")
    assert page.status_code == 403
    said = words(page)
    assert (
        "Sophie Martin heeft geen werkrelatie met Brightwater Training Ltd" in said
        or "niet het recht" in said
    )
    assert FIRST_USE in said
    assert "+32 2 553 1700" in said
    assert "werkdag van 9 tot 19 uur" in said


def test_a_right_without_the_profile_of_the_door_is_refused_with_that_reason(visitor: Visitor) -> None:
    visitor.grant("ria", "leerpunt", "vlaio-inkom-gebruiker-nieuw", profile="lezer")
    page = visitor.sign_in(SEAT, "ria")
    assert page.status_code == 403
    assert "Het profiel ‘dienstverlener’ ontbreekt bij het recht van Ria Goossens bij Leerpunt nv" in words(
        page
    )


def test_a_right_from_before_the_activation_is_refused_with_that_reason(visitor: Visitor) -> None:
    profile = "dienstverlener kmo-portefeuille"
    visitor.grant("tom", "cijferwijs", RIGHT, profile=profile, contexts=["Campus Gent"])
    page = visitor.sign_in(DEPARTMENTS, "tom", "cijferwijs")
    assert page.status_code == 403
    assert "is voor Boekhoudkantoor Cijferwijs bv niet geactiveerd" in words(page)


def test_a_right_for_other_departments_is_refused_with_that_reason(visitor: Visitor) -> None:
    visitor.activate("Campus Asse")
    page = visitor.sign_in(DEPARTMENTS, "ria")
    assert page.status_code == 403
    assert "Het recht geldt voor Campus Aalst, Campus Gent; dat is voor Leerpunt nv niet" in words(page)


def test_the_refusal_at_the_door_of_the_enterprise_names_no_first_use(visitor: Visitor) -> None:
    page = visitor.sign_in(APPLICANT, "tom", "cijferwijs")
    assert page.status_code == 403
    assert FIRST_USE not in words(page)
    assert "VLAIO Inkom Gebruiker" in words(page)


def test_a_first_use_leads_to_idm_to_kbo_and_to_btb(visitor: Visitor) -> None:
    page = visitor.get("/eerste-gebruik")
    for system, path in (("idm", "/"), ("kbo", "/zoeknummerform.html"), ("btb", "/btb")):
        assert f'href="{visitor.federation.url(system, path)}"' in page.text
    assert "“Functies”" in page.text


def test_signing_out_ends_the_session_here_and_at_acm(visitor: Visitor) -> None:
    out = visitor.send(visitor.sign_in(SEAT, "wim"), f"/{SEAT}/afmelden")
    assert "U bent afgemeld" in words(out)
    assert "/op/" in visitor.get(f"/{SEAT}/").url


def test_switching_lets_go_of_the_organisation(visitor: Visitor) -> None:
    switched = visitor.send(visitor.sign_in(SEAT, "wim"), f"/{SEAT}/wisselen")
    assert "/op/" in switched.url
    assert "Verder als" not in words(visitor.get("/"))


def test_a_session_ends_with_the_reason_of_acm_after_a_quarter_of_an_hour(visitor: Visitor) -> None:
    visitor.sign_in(DEPARTMENTS, "ria")
    visitor.activate("Campus Asse")
    assert visitor.get(f"/{DEPARTMENTS}/").status_code == 200
    visitor.federation.step(timedelta(minutes=15))
    page = visitor.get(f"/{DEPARTMENTS}/")
    assert (page.status_code, code(page)) == (403, "session-ended")
    assert "Het recht geldt voor Campus Aalst, Campus Gent" in words(page)


def test_a_department_that_is_taken_away_is_gone_after_the_renewal(visitor: Visitor) -> None:
    visitor.sign_in(DEPARTMENTS, "ria")
    visitor.activate("Campus Gent")
    visitor.federation.step(timedelta(minutes=15))
    page = words(visitor.get(f"/{DEPARTMENTS}/"))
    assert "Campus Gent" in page
    assert "Campus Aalst" not in page


def test_an_answer_that_nobody_asked_for_is_refused(visitor: Visitor) -> None:
    page = visitor.get(f"/{SEAT}/aanmelden/callback", state="x", code="y")
    assert (page.status_code, code(page)) == (400, "unknown-sign-in")


def test_there_is_no_other_door(visitor: Visitor) -> None:
    for path in ("/achterdeur/", "/achterdeur/aanmelden", "/achterdeur/afgemeld"):
        page = visitor.get(path)
        assert (page.status_code, code(page)) == (404, "unknown-door")
