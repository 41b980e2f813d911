"""The control room, the signed statement and the simulated phone."""

from __future__ import annotations

import pytest
from werkzeug.test import TestResponse

from mocks.core.identifiers import Insz
from mocks.core.statements import Inquiry, read
from mocks.csam_btb.backend import DIGITAL_KEYS, DigitalKeysDesk
from mocks.csam_btb.control import KINDS
from mocks.csam_btb.control.keys import KeyBody
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.tests.browser import SLEUTELS, Browser
from mocks.csam_btb.tests.house import DIRK, FATIMA, JAN, LENA, OLGA, Play

CSAM = "https://www.csam.be"
ACM = "https://authenticatie.vlaanderen.be"


def _get(play: Play, path: str, **headers: str) -> TestResponse:
    return play.app.test_client().get(f"{CSAM}{path}", headers=headers)


def test_a_key_is_put_read_listed_and_removed(play: Play) -> None:
    assert play.put_key(OLGA, "app", activated_on="2021-01-02").status_code == 200
    assert play.key(OLGA, "app") == {
        "activated_on": "2021-01-02",
        "valid_until": "2031-01-02",
        "revoked_on": None,
        "last_used": None,
        "active": True,
        "phone": None,
    }
    assert f"{OLGA}-app" in _get(play, "/_mock/key").get_json()["numbers"]
    assert play.app.test_client().delete(f"{CSAM}/_mock/key/{OLGA}-app").status_code == 200
    assert _get(play, f"/_mock/key/{OLGA}-app").status_code == 404
    assert play.app.test_client().delete(f"{CSAM}/_mock/key/{OLGA}-app").status_code == 404


@pytest.mark.parametrize(
    ("kind", "members", "begun", "until"),
    [
        ("itsme", {}, "2021-04-27", "2031-04-27"),
        ("token", {}, "2020-09-24", "2030-09-24"),
        ("sms", {"valid_until": "2021-04-26"}, "2011-04-26", "2021-04-26"),
        ("app", {"revoked_on": "2021-04-01"}, "2021-04-01", "2031-04-01"),
    ],
)
def test_what_is_left_out_follows_from_the_rest(
    play: Play, kind: str, members: dict[str, str], begun: str, until: str
) -> None:
    assert play.put_key(OLGA, kind, **members).status_code == 200
    key = play.key(OLGA, kind)
    assert (key["activated_on"], key["valid_until"]) == (begun, until)


def test_every_key_comes_out_as_it_goes_in(play: Play) -> None:
    play.put_key(OLGA, "app", active=False, activated_on="2021-04-24")
    visit = play.visit()
    kind = KINDS[0]
    for number in kind.numbers(visit):
        before = kind.get(visit, number)
        assert isinstance(before, KeyBody)
        kind.put(visit, number, before)
        assert kind.get(visit, number) == before
    visit.close()


@pytest.mark.parametrize(
    ("number", "members", "status", "code"),
    [
        (f"{OLGA}-eid", {}, 409, "eid-is-not-put"),
        (f"{OLGA}-rsa", {}, 400, "malformed-key-number"),
        (OLGA, {}, 400, "malformed-key-number"),
        ("123-itsme", {}, 400, "wrong-length"),
        ("85073003328-itsme", {}, 400, "could-be-real"),
        (f"{OLGA}-token", {"activated_on": "2020-09-25"}, 409, "cannot-activate"),
        (f"{OLGA}-app", {"activated_on": "2021-01-02", "valid_until": "2021-01-01"}, 409, "dates-contradict"),
        (f"{OLGA}-app", {"activated_on": "2021-01-02", "valid_until": "2031-01-03"}, 409, "dates-contradict"),
        (f"{OLGA}-app", {"activated_on": "2021-01-02", "revoked_on": "2021-01-01"}, 409, "dates-contradict"),
        (f"{OLGA}-app", {"activated_on": "0001-01-01"}, 400, "malformed-body"),
        (f"{OLGA}-sms", {"phone": "bel mij"}, 400, "malformed-body"),
        (f"{OLGA}-app", {"since": "2021-01-02"}, 400, "malformed-body"),
    ],
)
def test_a_key_that_cannot_be_is_refused(
    play: Play, number: str, members: dict[str, str], status: int, code: str
) -> None:
    answer = play.app.test_client().put(f"{CSAM}/_mock/key/{number}", json=members)
    assert (answer.status_code, answer.get_json()["code"]) == (status, code)


def test_a_token_of_the_last_day_is_taken(play: Play) -> None:
    assert play.put_key(OLGA, "token", activated_on="2020-09-24").status_code == 200


def test_the_last_day_of_the_calendar_breaks_nothing(play: Play) -> None:
    assert play.put_key(OLGA, "app", activated_on="9999-12-31").status_code == 200
    assert _get(play, f"/api/v1/digital-keys/{OLGA}").status_code == 200


def test_the_statement_can_be_verified_and_says_every_date(play: Play) -> None:
    visit = play.visit()
    statement = DigitalKeysDesk(visit).statement(LENA, ACM)
    assert read(visit, DIGITAL_KEYS, LENA, ACM, statement) == {
        "keys": [
            {
                "kind": "token",
                "activated_on": "2018-05-14",
                "valid_until": "2028-05-14",
                "revoked_on": None,
                "last_used": "2021-03-11",
                "pending": False,
                "begin": "2018-05-14",
                "end": "2022-03-11",
                "ended_by": "een federaal token dat twaalf maanden niet gebruikt is, stopt",
            }
        ]
    }
    assert read(visit, DIGITAL_KEYS, OLGA, ACM, DigitalKeysDesk(visit).statement(OLGA, ACM)) is None
    visit.close()


def test_a_change_is_heard_at_the_next_question(play: Play) -> None:
    def heard() -> list[str]:
        visit = play.visit()
        facts = Inquiry(visit, DIGITAL_KEYS, "acm", DigitalKeysDesk(visit)).ask(OLGA) or {"keys": []}
        visit.close()
        return [key["kind"] for key in facts["keys"]]

    assert heard() == []
    play.put_key(OLGA, "sms")
    assert heard() == ["sms"]
    play.put_key(OLGA, "itsme")
    assert heard() == ["itsme", "sms"]
    play.app.test_client().delete(f"{CSAM}/_mock/key/{OLGA}-sms")
    assert heard() == ["itsme"]


def test_signing_in_again_on_the_same_day_changes_no_statement(play: Play, browser: Browser) -> None:
    def version() -> int:
        visit = play.visit()
        found = DigitalKeysDesk(visit).version(JAN)
        visit.close()
        return found

    before = version()
    browser.sign_in(JAN, "itsme")
    after = version()
    browser.sign_in(JAN, "itsme", prompt="login")
    assert (after, version()) == (before + 1, after)


def test_the_api_gives_the_same_as_json_or_as_a_statement(play: Play) -> None:
    plain = _get(play, f"/api/v1/digital-keys/{JAN}").get_json()
    assert plain["insz"] == JAN
    assert [key["kind"] for key in plain["keys"]] == ["itsme"]
    signed = _get(play, f"/api/v1/digital-keys/{JAN}?audience={ACM}", Accept="application/jwt")
    assert signed.mimetype == "application/jwt"
    visit = play.visit()
    assert read(visit, DIGITAL_KEYS, JAN, ACM, signed.text) == {"keys": plain["keys"]}
    visit.close()


def test_the_api_knows_nothing_of_who_has_no_key(play: Play) -> None:
    answer = _get(play, f"/api/v1/digital-keys/{OLGA}")
    assert (answer.status_code, answer.get_json()["code"]) == (404, "no-digital-keys")


def _messages(play: Play, insz: Insz) -> list[dict[str, object]]:
    return list(_get(play, f"/_mock/phone/{insz}").get_json()["messages"])


def test_nothing_waits_on_a_phone_before_somebody_signs_in(play: Play) -> None:
    assert _messages(play, JAN) == []


@pytest.mark.parametrize(("insz", "kind"), [(FATIMA, Kind.APP), (DIRK, Kind.SMS)])
def test_the_code_of_a_sign_in_waits_on_the_phone(
    play: Play, browser: Browser, insz: Insz, kind: Kind
) -> None:
    browser.authorize(fas_key=kind)
    browser.submit("/persoon", number=insz)
    assert _messages(play, insz) == [
        {
            "kind": kind,
            "purpose": "sign-in",
            "for": "Toegangsbeheer van de Vlaamse overheid",
            "sent_at": int(play.wall.epoch),
            "code": browser.shown_code(),
        }
    ]
    browser.submit(code=browser.shown_code())
    assert _messages(play, insz) == []


def test_a_confirmation_waits_on_the_phone_without_a_code(play: Play, browser: Browser) -> None:
    browser.authorize(fas_key="itsme")
    browser.submit("/persoon", number=JAN)
    (message,) = _messages(play, JAN)
    assert (message["kind"], message["code"]) == ("itsme", None)


def test_the_code_of_an_activation_waits_on_the_phone(play: Play, browser: Browser) -> None:
    browser.get(SLEUTELS)
    browser.submit(key="eid")
    browser.submit("/persoon", number=OLGA)
    browser.submit(pin="1234")
    browser.get(f"{SLEUTELS}/activeren/sms")
    browser.submit(phone="+32 400 12 34 56")
    (message,) = _messages(play, OLGA)
    assert (message["purpose"], message["code"]) == ("activation", browser.shown_code())


def test_a_text_message_that_lapsed_waits_no_more(play: Play, browser: Browser) -> None:
    browser.authorize(fas_key="sms")
    browser.submit("/persoon", number=DIRK)
    play.wall.epoch += 300
    assert _messages(play, DIRK) == []


def test_the_phone_of_a_number_that_is_none_is_refused(play: Play) -> None:
    assert _get(play, "/_mock/phone/12345").status_code == 400
