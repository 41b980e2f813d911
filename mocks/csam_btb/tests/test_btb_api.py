"""BTB as programs use it: appointing and ending, facts, the signed statement, the first sign-in."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import Any

import pytest

from mocks.core.control import FactKind
from mocks.core.identifiers import Insz
from mocks.core.statements import Inquiry, read
from mocks.csam_btb.backend import APPOINTMENTS, AppointmentsDesk
from mocks.csam_btb.control import KINDS
from mocks.csam_btb.tests.browser import SLEUTELS
from mocks.csam_btb.tests.btb import (
    API,
    CSAM,
    MAIN,
    appoint,
    appointed,
    end,
    enter,
    history,
    in_enterprise,
    put_appointment,
    signed_in,
)
from mocks.csam_btb.tests.house import (
    DE_KADE,
    DORA,
    FATIMA,
    JAN,
    LENA,
    NOBODY,
    OLGA,
    STILTE,
    TOM,
    Play,
    a_function,
)

WAITING = {
    "enterprise_number": DE_KADE,
    "role": "main_access_manager",
    "domain": "all",
    "begin": None,
    "end": None,
    "waiting": True,
}


def stated(play: Play, insz: Insz) -> Any:  # noqa: ANN401  # a JSON value
    """Return what the signed statement about somebody says, verified as IDM would."""
    visit = play.visit()
    audience = "https://vo-gebruikersbeheer.vlaanderen.be"
    token = AppointmentsDesk(visit).statement(insz, audience)
    facts = read(visit, APPOINTMENTS, insz, audience, token)
    visit.close()
    return facts


def led_by_fatima(play: Play) -> None:
    """Let Fatima lead De Kade, actively."""
    assert put_appointment(play, f"{DE_KADE}-{FATIMA}-{MAIN}", appointed_by=JAN).status_code == 200


def test_an_appointment_waits_until_the_first_sign_in(play: Play) -> None:
    assert appoint(play, JAN, FATIMA).status_code == 201
    assert appointed(play, FATIMA) == [WAITING]
    play.set_date(date(2021, 4, 29))
    signed_in(play, FATIMA)
    active = {**WAITING, "begin": "2021-04-29", "waiting": False}
    assert appointed(play, FATIMA) == [active]
    assert stated(play, FATIMA) == {"appointments": [active]}
    play.set_date(date(2021, 4, 30))
    signed_in(play, FATIMA)
    assert appointed(play, FATIMA) == [active]


def test_a_sign_in_from_a_living_session_counts_and_one_before_the_appointment_does_not(play: Play) -> None:
    browser = play.browser()
    browser.sign_in(FATIMA, "eid")
    appoint(play, JAN, FATIMA)
    assert appointed(play, FATIMA) == [WAITING]
    browser.authorize()
    assert "code" in browser.answer()
    assert appointed(play, FATIMA)[0]["begin"] == "2021-04-27"


def test_a_sign_in_that_fails_or_another_persons_makes_nothing_active(play: Play) -> None:
    appoint(play, JAN, FATIMA)
    signed_in(play, TOM)
    browser = play.browser()
    browser.authorize(fas_key="eid")
    browser.submit("/persoon", number=FATIMA)
    browser.submit(pin="0000")
    assert appointed(play, FATIMA) == [WAITING]


def test_signing_in_to_mijn_digitale_sleutels_counts_too(play: Play) -> None:
    appoint(play, JAN, FATIMA)
    enter(play.browser(), FATIMA, SLEUTELS)
    assert appointed(play, FATIMA)[0]["waiting"] is False


def test_the_whole_chain_of_an_enterprise_stands_in_its_history(play: Play) -> None:
    appoint(play, JAN, FATIMA)
    signed_in(play, FATIMA)
    assert appoint(play, FATIMA, TOM, backup=True).status_code == 201
    assert appoint(play, FATIMA, OLGA, post="finance").status_code == 201
    assert appoint(play, FATIMA, LENA, post="finance", replaces=OLGA).status_code == 201
    assert end(play, FATIMA, LENA, "finance").status_code == 200
    assert history(play) == [
        ("ended", LENA, FATIMA),
        ("appointed", LENA, FATIMA),
        ("replaced", OLGA, FATIMA),
        ("appointed", OLGA, FATIMA),
        ("appointed", TOM, FATIMA),
        ("activated", FATIMA, FATIMA),
        ("appointed", FATIMA, JAN),
        ("registered", JAN, None),
    ]


def refusal(answer: Any) -> tuple[int, str]:  # noqa: ANN401  # a test response
    """Return status and code of an answer, and see that it says something."""
    body = answer.get_json()
    assert body["detail"]
    return answer.status_code, body["code"]


def test_each_refusal_of_appointing_has_its_own_reason(play: Play) -> None:
    led_by_fatima(play)
    put_appointment(play, f"{DE_KADE}-{OLGA}-finance")
    play.functions[LENA] = [a_function(DE_KADE, end="2021-04-26")]
    play.functions[TOM] = [a_function(STILTE)]
    found = {
        refusal(answer)
        for answer in (
            appoint(play, LENA, TOM),
            appoint(play, TOM, LENA, STILTE),
            appoint(play, TOM, LENA),
            appoint(play, JAN, LENA, "0100000070"),
            appoint(play, FATIMA, DORA, backup=True),
            appoint(play, FATIMA, NOBODY, backup=True),
            appoint(play, FATIMA, LENA, backup=True, family_name="Baart"),
            appoint(play, FATIMA, LENA, backup=True, given_name="Lea"),
            appoint(play, FATIMA, FATIMA, backup=True),
            appoint(play, FATIMA, OLGA, post="finance"),
            appoint(play, FATIMA, LENA, post="finance"),
            appoint(play, OLGA, LENA, post="mobility"),
            appoint(play, TOM, LENA, post="mobility"),
            appoint(play, JAN, LENA),
            appoint(play, JAN, LENA, email="x"),
            appoint(play, JAN, LENA, phone="x"),
            appoint(play, FATIMA, LENA, post="onzin"),
            appoint(play, FATIMA, LENA, post="mobility", backup=True),
        )
    }
    assert found == {
        (403, "function-ended"),
        (409, "enterprise-stopped"),
        (403, "no-function"),
        (404, "unknown-enterprise"),
        (409, "deceased-appointee"),
        (409, "unknown-appointee"),
        (409, "family-name-differs"),
        (409, "given-name-differs"),
        (409, "already-appointed"),
        (409, "replacement-unconfirmed"),
        (403, "access-manager-may-not-appoint"),
        (403, "not-appointed-here"),
        (400, "malformed-email"),
        (400, "malformed-phone"),
        (400, "unknown-post"),
        (400, "appointment-contradicts"),
    }
    assert [one["insz"] for one in in_enterprise(play)] == [FATIMA, OLGA]


def test_ending_bites_at_once_and_the_statement_says_when(play: Play) -> None:
    led_by_fatima(play)
    assert refusal(end(play, TOM, FATIMA)) == (403, "may-not-end")
    assert end(play, JAN, FATIMA).status_code == 200
    assert stated(play, FATIMA)["appointments"][0]["end"] == "2021-04-26"
    assert refusal(appoint(play, FATIMA, TOM, backup=True)) == (403, "own-appointment-ended")
    assert refusal(end(play, JAN, FATIMA)) == (404, "nothing-to-end")
    assert appoint(play, JAN, FATIMA).status_code == 201
    assert stated(play, FATIMA) == {"appointments": [WAITING]}


def test_what_ended_before_it_was_active_is_not_stated(play: Play) -> None:
    appoint(play, JAN, FATIMA)
    end(play, JAN, FATIMA)
    assert stated(play, FATIMA) == {"appointments": []}
    signed_in(play, FATIMA)
    assert in_enterprise(play)[0]["begin"] is None


def test_whoever_asks_hears_a_change_at_the_next_question(play: Play) -> None:
    def ask() -> Any:  # noqa: ANN401  # JSON
        with closing(play.visit()) as visit:
            return Inquiry(visit, APPOINTMENTS, "acm", AppointmentsDesk(visit)).ask(FATIMA)

    assert ask() == {"appointments": []}
    appoint(play, JAN, FATIMA)
    assert ask() == {"appointments": [WAITING]}
    signed_in(play, FATIMA)
    (appointment,) = ask()["appointments"]
    assert appointment["waiting"] is False


def test_the_statement_is_the_same_resource(play: Play) -> None:
    client, address = play.app.test_client(), f"{API}/persons/{FATIMA}/appointments"
    answer = client.get(f"{address}?audience=https://ergens", headers={"Accept": "application/jwt"})
    assert answer.mimetype == "application/jwt"
    assert client.get(address, headers={"Accept": "application/jwt"}).status_code == 400


def test_a_first_sign_in_can_be_told_for_who_passes_fas_by(play: Play) -> None:
    appoint(play, JAN, FATIMA)
    for activated in ([f"{DE_KADE}-{FATIMA}-{MAIN}"], []):
        answer = play.app.test_client().post(f"{API}/persons/{FATIMA}/first-sign-in")
        assert answer.get_json() == {"activated": activated}


def test_every_appointment_comes_out_as_it_goes_in(play: Play) -> None:
    appoint(play, JAN, FATIMA)
    signed_in(play, FATIMA)
    appoint(play, FATIMA, TOM, backup=True)
    appoint(play, FATIMA, OLGA, post="all")
    end(play, FATIMA, OLGA, "all")
    put_appointment(play, f"{DE_KADE}-{LENA}-economy", end="2031-01-01")
    kind: FactKind[Any] = next(one for one in KINDS if one.name == "appointment")
    visit, before = play.visit(), history(play)
    facts = {number: kind.get(visit, number) for number in kind.numbers(visit)}
    assert len(facts) == 4
    for number in facts:
        assert kind.remove(visit, number)
    visit.close()
    assert play.app.test_client().get(f"{API}/enterprises/{DE_KADE}/history").status_code == 404
    for number, body in facts.items():
        assert body is not None
        kind.put(visit, number, body)
    assert {number: kind.get(visit, number) for number in kind.numbers(visit)} == facts
    visit.close()
    assert {(action, who) for action, who, _ in history(play)} == {(action, who) for action, who, _ in before}


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"waiting": True, "begin": "2021-01-01"}, "appointment-contradicts"),
        ({"appointed_on": "2021-01-02", "begin": "2021-01-01"}, "appointment-contradicts"),
        ({"appointed_on": "2021-01-02", "end": "2020-12-31"}, "appointment-contradicts"),
        ({"email": "x"}, "malformed-body"),
        ({"phone": "x"}, "malformed-body"),
        ({"onzin": 1}, "malformed-body"),
        ({"appointed_by": "x"}, "not-only-digits"),
        ({"appointed_by": "80010110074"}, "wrong-check-digits"),
    ],
)
def test_a_fact_that_cannot_be_is_refused(play: Play, members: dict[str, Any], code: str) -> None:
    assert refusal(put_appointment(play, f"{DE_KADE}-{FATIMA}-{MAIN}", **members)) == (400, code)


def test_an_access_manager_is_no_back_up_and_a_real_number_no_fact(play: Play) -> None:
    answer = put_appointment(play, f"{DE_KADE}-{FATIMA}-finance", backup=True)
    assert refusal(answer) == (400, "appointment-contradicts")
    answer = put_appointment(play, f"0200065765-{FATIMA}-finance")
    assert refusal(answer) == (400, "could-be-real")


def test_a_second_main_access_manager_that_is_put_is_a_back_up(play: Play) -> None:
    led_by_fatima(play)
    put_appointment(play, f"{DE_KADE}-{TOM}-{MAIN}")
    led_by_fatima(play)
    assert [(one["insz"], one["backup"]) for one in in_enterprise(play)] == [(FATIMA, False), (TOM, True)]


def test_lists_go_a_page_at_a_time(play: Play) -> None:
    led_by_fatima(play)
    address = f"{API}/enterprises/{DE_KADE}"
    for what, total in (("appointments", 1), ("history", 3)):
        page = play.app.test_client().get(f"{address}/{what}?offset=1&limit=1").get_json()
        assert (page["total"], page["offset"], page["limit"]) == (total, 1, 1)
        assert play.app.test_client().get(f"{address}/{what}?limit=x").status_code == 400


def test_a_removed_fact_is_gone_without_a_trace(play: Play) -> None:
    led_by_fatima(play)
    address = f"{CSAM}/_mock/appointment/{DE_KADE}-{FATIMA}-{MAIN}"
    assert play.app.test_client().delete(address).status_code == 200
    assert play.app.test_client().delete(address).status_code == 404
    assert stated(play, FATIMA) == {"appointments": []}
