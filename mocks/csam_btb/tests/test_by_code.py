"""Activating a key with the code of a registration office."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mocks.core.identifiers import Insz
from mocks.csam_btb.backend import Office
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.errors import KeyNotActive
from mocks.csam_btb.tests.browser import Browser
from mocks.csam_btb.tests.codes import CSAM, activate, finish, mail, put_code
from mocks.csam_btb.tests.house import DORA, GO_LIVE, NOBODY, OLGA, SOPHIE, TOM, Play


def refused(play: Play, insz: Insz, status: int, reason: str, kind: str = "app", **changes: object) -> str:
    """Ask to begin with somebody's letter, and return the sentence of the refusal."""
    answer = activate(play, mail(play, insz), kind, **changes)
    assert (answer.status_code, answer.get_json()["code"]) == (status, reason), answer.text
    return str(answer.get_json()["detail"])


def issue(play: Play, insz: Insz, *lost: Kind) -> None:
    """Stand at the desk of an office."""
    visit = play.visit()
    Office(visit, play.peers(visit)).issue(insz, "iemand@post.example", lost)
    visit.close()


def test_the_code_activates_a_key_that_works_at_once_and_for_ten_years(play: Play) -> None:
    put_code(play, TOM)
    done = finish(play, TOM, mail(play, TOM))
    assert done.status_code == 201
    assert (done.get_json()["activated_on"], done.get_json()["valid_until"]) == ("2021-04-27", "2031-04-27")
    browser = play.browser()
    assert "code" in browser.sign_in(TOM, "app")


def test_without_the_code_of_the_phone_nothing_works(play: Play) -> None:
    put_code(play, TOM)
    assert activate(play, mail(play, TOM)).status_code == 202
    answer = activate(play, mail(play, TOM), proof={"code": "000000"})
    assert (answer.status_code, answer.get_json()["code"]) == (403, "wrong-proof")
    assert mail(play, TOM)["usable"]


def test_a_code_is_used_once(play: Play) -> None:
    put_code(play, TOM)
    assert finish(play, TOM, mail(play, TOM)).status_code == 201
    assert "27/04/2021" in refused(play, TOM, 409, "code-used", "sms", phone="+32 400 00 00 00")


@pytest.mark.parametrize(("days", "usable"), [(0, True), (14, True), (15, False), (400, False)])
def test_a_code_lasts_fourteen_days_the_last_one_included(play: Play, days: int, usable: bool) -> None:
    put_code(play, TOM, issued_on=(GO_LIVE - timedelta(days=days)).isoformat())
    if usable:
        assert activate(play, mail(play, TOM)).status_code == 202
    else:
        sentence = refused(play, TOM, 409, "code-expired")
        assert f"{GO_LIVE - timedelta(days=days - 14):%d/%m/%Y}" in sentence
        assert "+32 2 553 1700" in sentence


def test_an_activation_that_was_begun_on_the_last_day_cannot_be_finished_after_it(play: Play) -> None:
    put_code(play, TOM, issued_on="2021-04-13")
    letter = mail(play, TOM)
    assert activate(play, letter).status_code == 202
    play.set_date(date(2021, 4, 28))
    assert activate(play, letter, proof={"code": "000000"}).get_json()["code"] == "code-expired"


def test_the_code_of_somebody_else_opens_nothing(play: Play) -> None:
    put_code(play, TOM)
    put_code(play, OLGA)
    refused(play, TOM, 403, "wrong-code", code=mail(play, OLGA)["code"])
    assert activate(play, mail(play, OLGA)).status_code == 202


def test_three_mistakes_close_the_link(play: Play) -> None:
    put_code(play, TOM)
    assert "2 pogingen" in refused(play, TOM, 403, "wrong-code", code="AAAA")
    assert "1 poging." in refused(play, TOM, 403, "wrong-code", code="")
    refused(play, TOM, 409, "code-spent", code="é")
    refused(play, TOM, 409, "code-spent")
    assert not mail(play, TOM)["usable"]


def test_a_code_is_read_whatever_the_capitals_and_hyphens(play: Play) -> None:
    put_code(play, TOM, code="ABCD-EFGH-2345")
    assert activate(play, mail(play, TOM), code=" abcdefgh2345 ").status_code == 202


def test_a_new_code_voids_the_old_one(play: Play) -> None:
    put_code(play, TOM)
    old = mail(play, TOM)
    issue(play, TOM)
    assert activate(play, old).get_json()["code"] == "code-replaced"
    assert activate(play, mail(play, TOM)).status_code == 202


def test_a_link_that_nobody_sent_is_unknown(play: Play) -> None:
    put_code(play, TOM)
    for link in ("niets", "", "https://www.csam.be/activeren/x" * 3, "a/b/c"):
        assert refused(play, TOM, 404, "unknown-link", link=link)


@pytest.mark.parametrize(
    ("kind", "code"), [("itsme", "not-by-code"), ("eid", "cannot-activate"), ("token", "cannot-activate")]
)
def test_a_key_that_no_code_activates_is_refused(play: Play, kind: str, code: str) -> None:
    put_code(play, TOM)
    refused(play, TOM, 409, code, kind)


def test_a_federal_token_can_be_activated_until_24_september_2020(play: Play) -> None:
    play.set_date(date(2020, 9, 24))
    put_code(play, TOM)
    assert activate(play, mail(play, TOM), "token").status_code == 202
    play.set_date(date(2020, 9, 25))
    refused(play, TOM, 409, "cannot-activate", "token")


def test_a_key_that_works_needs_no_code(play: Play) -> None:
    put_code(play, SOPHIE)
    refused(play, SOPHIE, 409, "already-active", "app")


def test_who_lost_a_phone_gets_a_code_and_the_key_on_it_stops(play: Play) -> None:
    issue(play, SOPHIE, Kind.APP, Kind.SMS)
    assert play.key(SOPHIE, "app")["revoked_on"] == "2021-04-27"
    browser = play.browser()
    browser.authorize(fas_key="app")
    browser.submit("/persoon", number=SOPHIE)
    assert "is verwijderd" in browser.text
    assert finish(play, SOPHIE, mail(play, SOPHIE)).status_code == 201
    assert "code" in browser.sign_in(SOPHIE, "app")


@pytest.mark.parametrize("insz", [DORA, NOBODY])
def test_who_died_or_is_not_registered_gets_no_code(play: Play, insz: Insz) -> None:
    with pytest.raises(KeyNotActive):
        issue(play, insz)


def test_who_died_since_activates_nothing(play: Play) -> None:
    put_code(play, TOM)
    play.change_person(TOM, deceased_on="2021-04-26")
    refused(play, TOM, 403, "key-not-active")


@pytest.mark.parametrize(
    "members",
    [
        {"issued_on": "2021-04-20", "used_on": "2021-04-19"},
        {"issued_on": "2021-04-20", "used_on": "2021-05-05"},
        {"code": "a b"},
        {"code": "<script>"},
        {"email": "iemand"},
    ],
)
def test_a_code_that_cannot_be_is_not_put(play: Play, members: dict[str, object]) -> None:
    body = {"email": "iemand@post.example", **members}
    answer = play.app.test_client().put(f"{CSAM}/_mock/activation-code/{TOM}", json=body)
    assert answer.status_code == 400


def test_on_the_pages_a_person_goes_from_the_e_mail_to_a_key_that_works(play: Play, browser: Browser) -> None:
    put_code(play, TOM)
    letter = mail(play, TOM)
    browser.get(letter["link"])
    browser.submit(code="fout")
    assert browser.page.status_code == 403
    assert "2 pogingen" in browser.text
    browser.submit(code=letter["code"])
    assert "Tom Willems" in browser.text
    assert "Federaal token" not in browser.text
    browser.get(f"{letter['link']}/sleutels/sms")
    browser.submit(phone="geen nummer")
    assert "Typ een telefoonnummer" in browser.text
    browser.submit(phone="+32 400 00 00 00")
    browser.submit("/bevestigen", code="000000")
    assert "code is verkeerd" in browser.text
    browser.submit("/bevestigen", code=browser.shown_code())
    assert "is geactiveerd" in browser.text
    browser.get(letter["link"])
    assert browser.page.status_code == 409
    assert "code" in browser.sign_in(TOM, "sms")


def test_nobody_is_told_that_a_key_works_who_activated_none(browser: Browser) -> None:
    browser.get(f"{CSAM}/activeren/klaar")
    assert "is geactiveerd" not in browser.text
    assert "Activeren met een activeringscode" in browser.text


def test_no_page_opens_before_the_code_was_typed_in_this_browser(play: Play, browser: Browser) -> None:
    put_code(play, TOM)
    put_code(play, OLGA)
    link = mail(play, TOM)["link"]
    for path in ("/sleutels", "/sleutels/app"):
        browser.get(link + path)
        assert browser.page.status_code == 403
        assert "Tom" not in browser.text
    other = mail(play, OLGA)
    browser.get(other["link"])
    browser.submit(code=other["code"])
    browser.get(f"{link}/sleutels")
    assert browser.page.status_code == 403


def test_the_letter_boxes_show_what_was_sent(play: Play, browser: Browser) -> None:
    put_code(play, TOM)
    browser.get(f"{CSAM}/activeren")
    assert f'href="{CSAM.removeprefix("https://www.csam.be")}/brievenbus"' in browser.page.text
    browser.get(f"{CSAM}/brievenbus?zoek=tom")
    assert "Tom Willems" in browser.text
    assert "Olga" not in browser.text
    browser.get(f"{CSAM}/brievenbus/{TOM}")
    assert mail(play, TOM)["code"] in browser.text
    browser.get(f"{CSAM}/brievenbus/{OLGA}")
    assert browser.page.status_code == 404
