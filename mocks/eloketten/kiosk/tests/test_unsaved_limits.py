"""For how long, and how much, waits of what was typed while the session ended, and what does not."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from mocks.eloketten.kiosk.tests.alone import Browser, KioskAlone, words
from mocks.eloketten.kiosk.tests.every_form import ELS, scene
from mocks.eloketten.kiosk.tests.forms import open_form
from mocks.eloketten.kiosk.tests.losing import (
    ACCOUNT,
    BELGIAN,
    WAITS,
    button_on,
    come_back,
    lose,
    sign_out,
    waiting,
)
from mocks.eloketten.kiosk.tests.said import claims, employee


@pytest.fixture
def jan(kiosk: KioskAlone, browser: Browser) -> Browser:
    """Let Jan be signed in for De Kade, where every form can be filled in."""
    scene(kiosk)
    browser.sign_in(claims())
    return browser


def test_what_waits_is_thrown_away_on_request(kiosk: KioskAlone, jan: Browser) -> None:
    come_back(jan, lose(jan, account=BELGIAN))
    notice = button_on(jan.get(ACCOUNT), "/ingevuld/weggooien")
    answer = notice.send(jan)
    assert answer.headers["Location"] == f"/kiosk{ACCOUNT}"
    assert open_form(jan, ACCOUNT).fields["account"] == ""
    assert waiting(kiosk) == []


@pytest.mark.parametrize("action", ["", "\0", "x" * 5000, "/contactgegevens", "é\u202e"])
def test_something_else_is_not_thrown_away(kiosk: KioskAlone, jan: Browser, action: str) -> None:
    come_back(jan, lose(jan, account=BELGIAN))
    notice = button_on(jan.get(ACCOUNT), "/ingevuld/weggooien")
    assert notice.send(jan, action=action, page="//elders.test").headers["Location"] == "/kiosk/dossiers"
    assert len(waiting(kiosk)) == 1


def test_nobody_throws_away_what_somebody_else_typed(kiosk: KioskAlone, jan: Browser) -> None:
    come_back(jan, lose(jan, account=BELGIAN))
    notice = button_on(jan.get(ACCOUNT), "/ingevuld/weggooien")
    kiosk.acm.next = employee(given_name="Els", family_name="Maes", rrn=ELS)
    jan.sign_in(kiosk.acm.next)
    notice.send(jan)
    assert len(waiting(kiosk)) == 1


@pytest.mark.parametrize(("hours", "there"), [(7.9, True), (8, False), (-7.9, True), (-8, False)])
def test_it_waits_for_some_hours(kiosk: KioskAlone, jan: Browser, hours: float, there: bool) -> None:
    refused = lose(jan, account=BELGIAN)
    kiosk.wall.pass_minutes(hours * 60)
    come_back(jan, refused)
    assert (open_form(jan, ACCOUNT).fields["account"] == BELGIAN) == there


def test_what_waited_too_long_is_swept_away(kiosk: KioskAlone, jan: Browser) -> None:
    lose(jan, account=BELGIAN)
    kiosk.wall.pass_minutes(8 * 60)
    jan.sign_in(claims())
    lose(jan, "/profiel", email="jan@de-kade.example")
    assert [one.get("email") for one in waiting(kiosk)] == ["jan@de-kade.example"]


def test_in_one_browser_a_few_forms_wait(kiosk: KioskAlone, jan: Browser) -> None:
    for place in range(2, 8):
        kiosk.dossier(f"KD-2021-000{place}")
    opened = [open_form(jan, f"/dossiers/KD-2021-000{place}/rekeningnummer") for place in range(1, 8)]
    sign_out(jan)
    for place, form in enumerate(opened):
        kiosk.wall.pass_minutes(0.1)
        form.send(jan, account=str(place))
    assert sorted(one["account"] for one in waiting(kiosk)) == ["2", "3", "4", "5", "6"]


def test_two_forms_wait_beside_each_other(jan: Browser) -> None:
    first, second = (open_form(jan, path) for path in (ACCOUNT, "/profiel"))
    sign_out(jan)
    first.send(jan, account=BELGIAN)
    come_back(jan, second.send(jan, email="x"))
    assert open_form(jan, ACCOUNT).fields["account"] == BELGIAN
    assert open_form(jan, "/profiel").fields["email"] == "x"


@pytest.mark.parametrize("how", ["signed-out", "signed-in-otherwise"])
def test_a_program_gets_its_problem_and_nothing_waits(kiosk: KioskAlone, jan: Browser, how: str) -> None:
    form = open_form(jan, ACCOUNT)
    if how == "signed-out":
        sign_out(jan)
    else:
        kiosk.acm.next = employee(given_name="Els", family_name="Maes", rrn=ELS)
        jan.sign_in(kiosk.acm.next)
    answer = jan.client.post(
        form.path,
        base_url="https://kiosk.vlaanderen.be/kiosk",
        data={**form.fields, "account": BELGIAN},
        buffered=True,
    )
    assert answer.mimetype == "application/problem+json"
    assert (answer.status_code, answer.get_json()["code"]) == {
        "signed-out": (HTTPStatus.FORBIDDEN, "not-signed-in"),
        "signed-in-otherwise": (HTTPStatus.CONFLICT, "other-sign-in"),
    }[how]
    assert waiting(kiosk) == []


@pytest.mark.parametrize(
    "change",
    [{"account": "x" * 70_000}, {"mark": ""}, {"mark": "' OR 1=1"}, {str(place): "x" for place in range(60)}],
    ids=["too-long", "no-mark", "no-such-mark", "too-many-fields"],
)
def test_what_is_no_form_of_ours_does_not_wait_and_that_is_told(
    kiosk: KioskAlone, jan: Browser, change: dict[str, str]
) -> None:
    answer = lose(jan, **{"account": BELGIAN, **change})
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "kon niet opzij worden gezet" in words(answer)
    assert waiting(kiosk) == []


def test_a_version_that_is_none_waits_and_is_refused_when_it_is_sent(jan: Browser) -> None:
    come_back(jan, lose(jan, account=BELGIAN, version="\0" * 50))
    answer = open_form(jan, ACCOUNT).send(jan)
    assert (answer.status_code, 'data-code="incomplete-form"' in answer.text) == (400, True)


def test_the_token_of_a_form_is_never_kept(kiosk: KioskAlone, jan: Browser) -> None:
    lose(jan, account=BELGIAN)
    assert waiting(kiosk) == [{"account": BELGIAN}]


def test_without_the_cookie_nothing_waits_and_the_page_says_why(kiosk: KioskAlone, jan: Browser) -> None:
    form = open_form(jan, ACCOUNT)
    jan.client.delete_cookie("pl_443_kiosk", domain="kiosk.vlaanderen.be", path="/kiosk")
    answer = form.send(jan, account=BELGIAN)
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert 'data-code="form-expired"' in answer.text
    assert "de cookie van KIOSK is gewist of vervangen" in words(answer)
    assert BELGIAN not in answer.text
    assert f'href="/kiosk{ACCOUNT}"' in answer.text
    assert waiting(kiosk) == []


def test_a_button_of_a_session_that_ended_leads_back_to_its_page(jan: Browser) -> None:
    path = "/contactgegevens/correspondentieadres/verwijderen"
    form = button_on(jan.get("/contactgegevens"), path)
    sign_out(jan)
    answer = form.send(jan)
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert WAITS not in words(answer)
    assert come_back(jan, answer).headers["Location"] == "/kiosk/contactgegevens"
