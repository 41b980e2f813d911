"""Which key works on which day, and why not: without Flask and without a database."""

from __future__ import annotations

from datetime import date

import pytest

from mocks.csam_btb.domain.fas import AuthorizationRequest, FasSession, fedid
from mocks.csam_btb.domain.keys import (
    DigitalKey,
    Holder,
    Reason,
    activatable,
    active_kinds,
    key_facts,
    last_valid_day,
    why_not,
)
from mocks.csam_btb.domain.kinds import KEY_KINDS, Kind
from mocks.csam_btb.domain.proofs import Challenge, username_of
from mocks.csam_btb.tests.house import DORA, JAN, a_key

GO_LIVE = date(2021, 4, 27)
HOLDER = Holder(JAN, "Jan", "Peeters", belgian_eid=True, deceased_on=None)
FOREIGNER = Holder(JAN, "Sophie", "Martin", belgian_eid=False, deceased_on=None)
DEAD = Holder(DORA, "Dora", "Stevens", belgian_eid=True, deceased_on=date(2021, 3, 18))
NEEDING_ACTIVATION = [Kind.ITSME, Kind.APP, Kind.SMS]


def test_the_labels_are_those_of_the_webinar() -> None:
    assert [key.label for key in KEY_KINDS.values()] == [
        "eID en aangesloten kaartlezer",
        "itsme",
        "Beveiligingscode via mobiele app",
        "Beveiligingscode via SMS",
        "Federaal token",
    ]


def test_the_kinds_stand_from_strong_to_weak() -> None:
    assert [(key.acm_level, key.acr) for key in KEY_KINDS.values()] == [
        (35, "urn:be:fedict:iam:fas:Level500"),
        (27, "urn:be:fedict:iam:fas:Level450"),
        (26, "urn:be:fedict:iam:fas:Level400"),
        (25, "urn:be:fedict:iam:fas:Level400"),
        (24, "urn:be:fedict:iam:fas:Level300"),
    ]


def test_an_eid_works_for_whoever_holds_the_card_without_activation() -> None:
    assert why_not(Kind.EID, HOLDER, None, GO_LIVE) is None


def test_an_eid_does_not_work_without_a_card() -> None:
    assert why_not(Kind.EID, FOREIGNER, None, GO_LIVE) is Reason.NO_CARD


@pytest.mark.parametrize("kind", NEEDING_ACTIVATION)
def test_a_key_works_from_the_day_of_its_activation(kind: Kind) -> None:
    key = a_key(kind, activated_on=GO_LIVE)
    assert why_not(kind, HOLDER, key, GO_LIVE) is None
    assert why_not(kind, HOLDER, key, date(2021, 4, 26)) is Reason.NOT_ACTIVATED


@pytest.mark.parametrize("kind", [*NEEDING_ACTIVATION, Kind.TOKEN])
def test_a_key_that_was_never_activated_opens_nothing(kind: Kind) -> None:
    assert why_not(kind, HOLDER, None, GO_LIVE) is Reason.NOT_ACTIVATED


def test_a_pending_key_opens_nothing() -> None:
    assert why_not(Kind.APP, HOLDER, a_key(Kind.APP, pending=True), GO_LIVE) is Reason.PENDING


def test_a_pending_key_stays_pending_when_its_activation_begins_later() -> None:
    key = a_key(Kind.APP, pending=True, activated_on=date(2021, 5, 1))
    assert why_not(Kind.APP, HOLDER, key, GO_LIVE) is Reason.PENDING


def test_a_key_works_up_to_and_including_its_last_valid_day() -> None:
    key = a_key(Kind.ITSME, valid_until=GO_LIVE)
    assert why_not(Kind.ITSME, HOLDER, key, GO_LIVE) is None
    assert why_not(Kind.ITSME, HOLDER, key, date(2021, 4, 28)) is Reason.EXPIRED


def test_a_removed_key_stops_on_the_day_of_its_removal() -> None:
    key = a_key(Kind.SMS, revoked_on=GO_LIVE)
    assert why_not(Kind.SMS, HOLDER, key, date(2021, 4, 26)) is None
    assert why_not(Kind.SMS, HOLDER, key, GO_LIVE) is Reason.REVOKED


@pytest.mark.parametrize("kind", list(Kind))
def test_no_key_of_somebody_who_died_works(kind: Kind) -> None:
    key = a_key(kind, insz=DORA)
    assert why_not(kind, DEAD, key, date(2021, 3, 18)) is Reason.DECEASED


def test_the_keys_of_somebody_work_the_day_before_the_death() -> None:
    assert why_not(Kind.EID, DEAD, None, date(2021, 3, 17)) is None


@pytest.mark.parametrize("kind", list(Kind))
def test_no_key_of_somebody_unknown_works(kind: Kind) -> None:
    assert why_not(kind, None, a_key(kind), GO_LIVE) is Reason.UNKNOWN_PERSON


def test_active_kinds_are_the_working_ones_strongest_first() -> None:
    keys = {Kind.SMS: a_key(Kind.SMS), Kind.ITSME: a_key(Kind.ITSME, pending=True)}
    assert active_kinds(HOLDER, keys, GO_LIVE) == [Kind.EID, Kind.SMS]


def test_a_token_can_be_activated_until_24_september_2020() -> None:
    assert activatable(Kind.TOKEN, date(2020, 9, 24))
    assert not activatable(Kind.TOKEN, date(2020, 9, 25))


def test_other_keys_can_be_activated_on_any_day_and_an_eid_on_none() -> None:
    assert [kind for kind in Kind if activatable(kind, date(2024, 6, 1))] == NEEDING_ACTIVATION


def test_a_token_works_until_30_january_2024() -> None:
    key = a_key(Kind.TOKEN, last_used=date(2024, 1, 2))
    assert why_not(Kind.TOKEN, HOLDER, key, date(2024, 1, 30)) is None
    assert why_not(Kind.TOKEN, HOLDER, key, date(2024, 1, 31)) is Reason.TOKEN_GONE


def test_a_token_stops_after_twelve_months_without_use() -> None:
    key = a_key(Kind.TOKEN, last_used=date(2020, 4, 27))
    assert why_not(Kind.TOKEN, HOLDER, key, GO_LIVE) is None
    assert why_not(Kind.TOKEN, HOLDER, key, date(2021, 4, 28)) is Reason.TOKEN_UNUSED


def test_a_token_that_was_never_used_counts_from_its_activation() -> None:
    key = a_key(Kind.TOKEN, activated_on=date(2020, 4, 26))
    assert why_not(Kind.TOKEN, HOLDER, key, date(2021, 4, 26)) is None
    assert why_not(Kind.TOKEN, HOLDER, key, GO_LIVE) is Reason.TOKEN_UNUSED


def test_other_keys_do_not_stop_for_lack_of_use() -> None:
    key = a_key(Kind.APP, activated_on=date(2013, 1, 1), last_used=date(2013, 1, 1))
    assert why_not(Kind.APP, HOLDER, key, GO_LIVE) is None


def test_ten_years_end_on_the_same_day() -> None:
    assert last_valid_day(date(2018, 6, 26)) == date(2028, 6, 26)
    assert last_valid_day(date(2020, 2, 29)) == date(2030, 2, 28)
    assert last_valid_day(date(9998, 1, 1)) == date(9999, 1, 1)


def test_the_statement_says_when_a_token_ends_and_why() -> None:
    key = a_key(
        Kind.TOKEN,
        activated_on=date(2018, 5, 14),
        valid_until=date(2028, 5, 14),
        last_used=date(2021, 3, 11),
    )
    assert key_facts(key) == {
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


def test_the_statement_of_a_pending_key_has_no_period() -> None:
    facts = key_facts(a_key(Kind.APP, pending=True))
    assert (facts["pending"], facts["begin"], facts["end"], facts["ended_by"]) == (True, None, None, "")


@pytest.mark.parametrize(
    "key",
    [
        a_key(Kind.ITSME, valid_until=date(2029, 4, 27)),
        a_key(Kind.ITSME, valid_until=date(2029, 4, 27), revoked_on=GO_LIVE),
        a_key(Kind.TOKEN, valid_until=date(2029, 4, 27), last_used=date(2023, 12, 1)),
        a_key(Kind.TOKEN, valid_until=date(2029, 4, 27), last_used=date(2020, 12, 1)),
    ],
)
def test_begin_and_end_of_the_statement_say_the_same_as_the_rules(key: DigitalKey) -> None:
    ending = key.ending
    assert ending is not None
    day = date.fromordinal(ending[0].toordinal() + 1)
    assert why_not(key.kind, HOLDER, key, ending[0]) is None
    assert why_not(key.kind, HOLDER, key, day) is not None


def test_fedid_is_forty_hexadecimal_signs_and_differs_per_person() -> None:
    assert len(fedid(JAN)) == 40
    assert int(fedid(JAN), 16)
    assert fedid(JAN) != fedid(DORA)


def _challenge(kind: Kind, now: int = 1000, occasion: str = "this", sent_at: int = 1000) -> Challenge:
    return Challenge(kind, "secret", occasion, sent_at, now, "jan.peeters")


def test_the_pin_of_a_test_card_is_accepted_and_another_is_not() -> None:
    assert _challenge(Kind.EID).accepts({"pin": "1234"})
    assert not _challenge(Kind.EID).accepts({"pin": "4321"})
    assert not _challenge(Kind.EID).accepts({"pin": "één"})


def test_itsme_takes_a_confirmation_and_nothing_else() -> None:
    assert _challenge(Kind.ITSME).accepts({"decision": "confirm"})
    assert not _challenge(Kind.ITSME).accepts({})


def test_the_code_of_the_app_is_accepted_in_its_window_and_the_next() -> None:
    code = _challenge(Kind.APP, now=990).code or ""
    assert _challenge(Kind.APP, now=1019).accepts({"code": f"{code[:3]} {code[3:]}"})
    assert _challenge(Kind.APP, now=1049).accepts({"code": code})
    assert not _challenge(Kind.APP, now=1050).accepts({"code": code})


def test_the_code_by_sms_is_accepted_for_five_minutes() -> None:
    code = _challenge(Kind.SMS).code or ""
    assert _challenge(Kind.SMS, now=1299).accepts({"code": code})
    assert not _challenge(Kind.SMS, now=1300).accepts({"code": code})
    assert not _challenge(Kind.SMS, now=1300).accepts({"code": ""})


@pytest.mark.parametrize("kind", [Kind.APP, Kind.SMS])
def test_a_code_is_of_no_use_on_another_occasion(kind: Kind) -> None:
    code = _challenge(kind).code or ""
    assert not _challenge(kind, occasion="other").accepts({"code": code})


def test_a_token_takes_user_name_password_and_the_code_that_is_asked() -> None:
    asked = _challenge(Kind.TOKEN)
    right = {"username": "Jan.Peeters", "password": "Proefkaart-24", "code": asked.code or ""}
    assert len(asked.card_codes) == 24
    assert asked.accepts(right)
    for name in right:
        assert not asked.accepts({**right, name: "wrong"})


def test_a_user_name_is_plain() -> None:
    assert username_of(Holder(JAN, "Inês", "El Amrani", True, None)) == "ines.el.amrani"


def _request(**members: object) -> AuthorizationRequest:
    return AuthorizationRequest("acm", "https://a.test", "openid", **members)  # type: ignore[arg-type]


def _session(kind: Kind) -> FasSession:
    return FasSession("sid", JAN, kind, 1000)


def test_a_session_lasts_two_hours() -> None:
    assert _request().content_with(_session(Kind.SMS), 1000 + 7199)
    assert not _request().content_with(_session(Kind.SMS), 1000 + 7200)


def test_a_session_from_the_future_is_none() -> None:
    assert not _request().content_with(_session(Kind.SMS), 999)


def test_a_session_must_reach_the_level_that_is_asked() -> None:
    assert _request(minimum=450).content_with(_session(Kind.ITSME), 1000)
    assert not _request(minimum=450).content_with(_session(Kind.APP), 1000)


def test_a_session_is_no_weaker_than_the_key_that_was_chosen() -> None:
    assert _request(key=Kind.APP).content_with(_session(Kind.EID), 1000)
    assert not _request(key=Kind.APP).content_with(_session(Kind.SMS), 1000)


def test_a_session_is_young_enough() -> None:
    assert _request(max_age=60).content_with(_session(Kind.EID), 1060)
    assert not _request(max_age=60).content_with(_session(Kind.EID), 1061)


def test_a_fresh_sign_in_is_not_spared_by_a_session() -> None:
    assert not _request(fresh=True).content_with(_session(Kind.EID), 1000)
