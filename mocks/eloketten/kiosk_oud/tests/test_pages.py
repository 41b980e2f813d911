"""The old KIOSK in a browser: until 25 April 2021 one manages dossiers there, from the 27th it is gone."""

from __future__ import annotations

from datetime import datetime

import pytest

from mocks.eloketten.kiosk_oud.tests.visitor import (
    BRAM,
    CLOSING,
    LAST_CLOSED,
    LAUNCH,
    Visitor,
    token_on,
    words,
)

KAPELDORP = "0164190316"
PAGES = ["/", "/aanvragers", "/aanvragers/0110041748", "/aanmelden", "/onzin"]


def de_kade(visitor: Visitor) -> str:
    return visitor.federation.number("de-kade")


def test_the_start_page_asks_login_password_and_security_code(visitor: Visitor) -> None:
    page = visitor.get("/")
    assert page.status_code == 200
    for label in ("Login", "Paswoord", "Beveiligingscode", "geen code via app of sms"):
        assert label in words(page)
    assert BRAM["beveiligingscode"] in page.text, "who tests can read it off"


def test_who_signs_in_sees_for_whom_he_manages_dossiers(visitor: Visitor) -> None:
    page = visitor.sign_in()
    assert page.status_code == 200
    assert "Theater De Kade vzw" in words(page)
    assert "Boekhoudkantoor Cijferwijs bv" in words(page)
    assert "Gemeente Kapeldorp" not in words(page)
    assert visitor.get("/").url.endswith("/aanvragers"), "who is signed in is not asked again"


@pytest.mark.parametrize(
    "typed",
    [
        {"login": "bram"},
        {"login": "\x00"},
        {"paswoord": "iets anders"},
        {"beveiligingscode": "00000000-0000-4000-8000-000000000002"},
        {"beveiligingscode": "123456"},
    ],
)
def test_what_is_wrong_is_not_told_and_lets_nobody_in(visitor: Visitor, typed: dict[str, str]) -> None:
    page = visitor.sign_in(**typed)
    assert page.status_code == 403
    assert 'data-code="wrong-login"' in page.text
    assert "De login, het paswoord of de beveiligingscode klopt niet" in words(page)
    assert visitor.get("/aanvragers").status_code == 403


def test_an_applicant_has_the_dossiers_of_kiosk_2(visitor: Visitor) -> None:
    visitor.sign_in()
    page = words(visitor.get(f"/aanvragers/{de_kade(visitor)}"))
    own = {number: one for number, one in visitor.dossiers().items() if one["applicant"] == de_kade(visitor)}
    assert len(own) == 3
    for number, dossier in own.items():
        assert f"{number} {dossier['title']}" in page


def test_the_dossiers_come_a_page_at_a_time(visitor: Visitor) -> None:
    visitor.sign_in()
    page = visitor.get(f"/aanvragers/{de_kade(visitor)}?offset=1&limit=1")
    assert ["KD-2019-0104" in page.text, "KD-2020-0212" in page.text] == [False, True]
    assert "Vorige" in words(page)
    assert "Volgende" in words(page)
    assert visitor.get(f"/aanvragers/{de_kade(visitor)}?limit=veel").status_code == 400


@pytest.mark.parametrize("applicant", [KAPELDORP, "onzin", "%00"])
def test_an_applicant_for_whom_one_has_no_right_is_refused(visitor: Visitor, applicant: str) -> None:
    visitor.sign_in()
    page = visitor.get(f"/aanvragers/{applicant}")
    assert page.status_code == 403
    assert 'data-code="no-right-here"' in page.text
    assert visitor.get(f"/aanvragers/{applicant}", accept="*/*").json()["code"] == "no-right-here"


def test_a_dossier_can_be_made(visitor: Visitor) -> None:
    visitor.sign_in()
    before = visitor.dossiers()
    page = visitor.make(de_kade(visitor))
    assert page.status_code == 200
    new = {number: one for number, one in visitor.dossiers().items() if number not in before}
    assert list(new) == ["KD-2021-0056"]
    assert (new["KD-2021-0056"]["title"], new["KD-2021-0056"]["phase"]) == ("Op de valreep", "preparation")
    assert "KD-2021-0056 Op de valreep" in words(page)


@pytest.mark.parametrize("typed", [{"titel": " "}, {"titel": "a\x00b"}, {"soort": "lening"}, {"soort": ""}])
def test_a_dossier_without_a_title_or_a_type_is_not_made(visitor: Visitor, typed: dict[str, str]) -> None:
    visitor.sign_in()
    before = visitor.dossiers()
    assert visitor.make(de_kade(visitor), **typed).status_code == 400
    assert visitor.dossiers() == before


def test_a_dossier_is_not_made_for_somebody_else(visitor: Visitor) -> None:
    visitor.sign_in()
    token = token_on(visitor.get(f"/aanvragers/{de_kade(visitor)}"))
    before = visitor.dossiers()
    made = visitor.post(f"/aanvragers/{KAPELDORP}/dossiers", token, titel="Voor een ander", soort="subsidy")
    assert made.status_code == 403
    assert visitor.dossiers() == before


def test_a_form_without_its_token_is_refused(visitor: Visitor) -> None:
    visitor.sign_in()
    assert visitor.post(f"/aanvragers/{de_kade(visitor)}/dossiers", "", titel="x").status_code == 400


def test_who_signs_out_is_signed_out(visitor: Visitor) -> None:
    token = token_on(visitor.sign_in())
    visitor.post("/afmelden", token)
    assert visitor.get("/aanvragers").status_code == 403


def test_who_is_no_user_any_more_is_signed_out(visitor: Visitor) -> None:
    visitor.sign_in()
    url = visitor.federation.url("kiosk-oud", f"/_mock/user/{BRAM['login']}")
    assert visitor.session.delete(url, timeout=10).status_code == 200
    page = visitor.get("/")
    assert page.status_code == 403
    assert 'data-code="not-signed-in"' in page.text


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("moment", "seconds"), [(CLOSING, "86400"), (LAST_CLOSED, "60")])
def test_on_the_day_of_the_migration_no_page_is_there(
    visitor: Visitor, moment: datetime, seconds: str, path: str
) -> None:
    visitor.sign_in()
    visitor.federation.set_clock(moment)
    page = visitor.get(path)
    assert (page.status_code, page.headers["Retry-After"]) == (503, seconds)
    assert "vanaf 27 april 2021, 0 uur" in words(page)


@pytest.mark.parametrize("path", PAGES)
def test_from_the_launch_on_every_page_shows_the_way_to_kiosk_2(visitor: Visitor, path: str) -> None:
    visitor.sign_in()
    visitor.federation.set_clock(LAUNCH)
    page, new = visitor.get(path), visitor.federation.url("kiosk", "/")
    assert page.status_code == 410
    assert f'href="{new}"' in page.text
    assert page.headers["Link"] == f'<{new}>; rel="successor-version"'
    assert "Retry-After" not in page.headers
    told = visitor.get(path, accept="application/json")
    assert (told.status_code, told.json()["code"]) == (410, "gone")
    assert new in told.json()["detail"]


@pytest.mark.parametrize(("moment", "status"), [(CLOSING, 503), (LAUNCH, 410)])
def test_a_form_that_was_open_is_not_taken_afterwards(
    visitor: Visitor, moment: datetime, status: int
) -> None:
    visitor.sign_in()
    token = token_on(visitor.get(f"/aanvragers/{de_kade(visitor)}"))
    before = visitor.dossiers()
    visitor.federation.set_clock(moment)
    path = f"/aanvragers/{de_kade(visitor)}/dossiers"
    assert visitor.post(path, token, titel="Te laat", soort="subsidy").status_code == status
    assert visitor.dossiers() == before


@pytest.mark.parametrize("path", ["/health", "/metrics", "/static/proefloket.css", "/_mock/user"])
@pytest.mark.parametrize("moment", [CLOSING, LAUNCH])
def test_what_only_a_mock_has_answers_on_every_day(visitor: Visitor, moment: datetime, path: str) -> None:
    visitor.federation.set_clock(moment)
    assert visitor.get(path).status_code == 200


def test_what_is_made_on_the_last_day_is_in_kiosk_2_unchanged(visitor: Visitor) -> None:
    visitor.sign_in()
    visitor.make(de_kade(visitor))
    before = visitor.dossiers()
    visitor.federation.set_clock(LAUNCH)
    assert visitor.dossiers() == before
    page = visitor.get(
        f"/aanmelden?mock_persona=jan&mock_identity=EA:{de_kade(visitor)}&mock_route=legal_representative",
        "kiosk",
    )
    assert "KD-2021-0056 Op de valreep" in words(page)


@pytest.mark.parametrize("user", ["bram.goethals", "mieke.claes"])
def test_a_right_of_the_old_kiosk_gives_nothing_in_kiosk_2(visitor: Visitor, user: str) -> None:
    visitor.federation.set_clock(LAUNCH)
    persona = user.partition(".")[0]
    page = visitor.get(
        f"/aanmelden?mock_persona={persona}&mock_identity=EA:{de_kade(visitor)}&mock_route=work_relation",
        "kiosk",
    )
    assert page.status_code == 403
    assert "KD-20" not in page.text
