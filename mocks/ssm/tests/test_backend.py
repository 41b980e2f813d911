"""Concluding, signing, lengthening, stopping and transferring: what comes of it, and what is told of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.ssm.domain.mandates import Mandate, Status
from mocks.ssm.domain.parties import Party
from mocks.ssm.tests.alone import (
    AN,
    CIJFERWIJS,
    DE_KADE,
    DE_LINDE,
    DORA,
    JAN,
    KAPELDORP,
    KAREL,
    LUC,
    MIEKE,
    NOBODY,
    NOOR,
    NOWHERE,
    STILTE,
    TODAY,
    TOM,
    SsmAlone,
)
from mocks.ssm.tests.seen import refused, stated

YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


# Concluding and signing


@pytest.mark.parametrize(
    ("who", "party", "other", "their"),
    [
        (JAN, DE_KADE, KAREL, CIJFERWIJS),
        (MIEKE, DE_KADE, KAREL, CIJFERWIJS),
        (KAREL, CIJFERWIJS, JAN, DE_KADE),
    ],
    ids=["a legal representative of the mandator", "its mandate manager", "the holder"],
)
def test_one_party_makes_a_mandate_and_with_the_other_signature_it_works(
    ssm: SsmAlone, who: Insz, party: EnterpriseNumber, other: Insz, their: EnterpriseNumber
) -> None:
    with ssm.acting(who, party) as acting:
        made = acting.conclude()
    assert str(made.number) == "M-2021-000001-43"
    assert (made.status(TODAY), made.works_on(TODAY)) == (Status.WAITS, False)
    assert (made.creation.by, made.creation.party) == (who, Party(party))
    with ssm.acting(other, their) as acting:
        signed = acting.mandates.sign(acting.agent, made.number, seen=made.revision)
        assert acting.lists.find(acting.agent, made.number) == signed
        assert acting.told(made) == [
            "aanmaak",
            "ondertekend",
            "in afwachting van ondertekening",
            "ondertekend",
            "opstarten",
        ]
    assert (signed.status(TODAY), signed.works_on(TODAY)) == (Status.ACTIVE, True)


def test_persons_give_and_take_mandates_as_well(ssm: SsmAlone) -> None:
    with ssm.acting(NOOR, NOOR) as acting:
        made = acting.conclude(NOOR, TOM)
    with ssm.acting(TOM, TOM) as acting:
        assert acting.mandates.sign(acting.agent, made.number).works_on(TODAY)
    (fact,) = stated(ssm, TOM)
    assert (fact["mandator_kind"], fact["holder_kind"]) == ("person", "person")


def test_a_local_government_gives_none_but_may_take_one(ssm: SsmAlone) -> None:
    with ssm.acting(LUC, KAPELDORP) as acting:
        with refused("local-government-gives-no-mandate"):
            acting.conclude(KAPELDORP, CIJFERWIJS)
        assert acting.conclude(DE_KADE, KAPELDORP).holder == Party(KAPELDORP)


@pytest.mark.parametrize(
    ("wished", "code"),
    [
        ({"holder": DE_KADE}, "mandate-to-oneself"),
        ({"holder": NOWHERE}, "unknown-organisation"),
        ({"holder": STILTE}, "organisation-stopped"),
        ({"holder": DORA}, "person-deceased"),
        ({"holder": NOBODY}, "unknown-person"),
        ({"begin": YESTERDAY}, "begin-in-the-past"),
        ({"begin": date(2021, 6, 2), "end": date(2021, 6, 1)}, "end-before-begin"),
        ({"mandator": CIJFERWIJS, "holder": DE_LINDE}, "not-a-party"),
    ],
)
def test_what_cannot_be_concluded_is_refused_with_its_reason_and_leaves_nothing(
    ssm: SsmAlone, wished: dict[str, object], code: str
) -> None:
    with ssm.acting() as acting, refused(code):
        acting.conclude(**wished)  # type: ignore[arg-type]
    with ssm.acting() as acting:
        assert acting.lists.page(acting.agent).items == ()
        assert acting.history.of_party(acting.agent).items == ()


def test_the_type_is_on_offer_from_15_march_2021(ssm: SsmAlone) -> None:
    ssm.go_to(date(2021, 3, 14))
    with ssm.acting() as acting, refused("type-not-yet-available"):
        acting.conclude()
    ssm.go_to(date(2021, 3, 15))
    assert ssm.pending().period.begin == date(2021, 3, 15)


def test_the_same_mandate_is_not_made_twice_on_any_day(ssm: SsmAlone) -> None:
    ssm.pending(end=date(2021, 12, 31))
    with ssm.acting(KAREL, CIJFERWIJS) as acting:
        with refused("mandate-exists"):
            acting.conclude(begin=date(2021, 12, 31))
        assert acting.conclude(begin=date(2022, 1, 1)).number.serial == 2
        assert acting.conclude(type_key="eigen-eloket").number.serial == 3


def test_who_acts_for_another_party_finds_no_mandate_to_sign(ssm: SsmAlone) -> None:
    made = ssm.pending()
    with ssm.acting(AN, DE_LINDE) as acting, refused("unknown-mandate"):
        acting.mandates.sign(acting.agent, made.number)


def test_the_same_party_does_not_sign_twice(ssm: SsmAlone) -> None:
    made = ssm.pending()
    with ssm.acting(MIEKE) as acting, refused("already-signed"):
        acting.mandates.sign(acting.agent, made.number)


def test_a_party_that_stopped_meanwhile_gets_no_signature(ssm: SsmAlone) -> None:
    made = ssm.pending()
    ssm.told.organisation(DE_KADE, "Theater De Kade vzw", stopped="2021-04-27")
    with ssm.acting(KAREL, CIJFERWIJS) as acting, refused("organisation-stopped"):
        acting.mandates.sign(acting.agent, made.number)


def test_a_mandate_works_from_its_begin_or_from_the_last_signature(ssm: SsmAlone) -> None:
    made = ssm.signed(begin=date(2021, 6, 1), end=date(2021, 6, 30))
    assert (made.status(TODAY), made.works_on(TODAY)) == (Status.NOT_BEGUN, False)
    assert made.works_on(date(2021, 6, 1))
    assert made.works_on(date(2021, 6, 30))
    assert (made.works_on(date(2021, 7, 1)), made.status(date(2021, 7, 1))) == (False, Status.ENDED)
    with ssm.acting() as acting:
        late = acting.conclude(type_key="eigen-eloket")
    ssm.go_to(date(2021, 5, 3))
    with ssm.acting(KAREL, CIJFERWIJS) as acting:
        late = acting.mandates.sign(acting.agent, late.number)
    assert (late.works_on(date(2021, 5, 2)), late.works_on(date(2021, 5, 3))) == (False, True)


# Lengthening and stopping


@pytest.mark.parametrize(("who", "party"), [(JAN, DE_KADE), (KAREL, CIJFERWIJS)])
def test_either_party_lengthens_alone(ssm: SsmAlone, who: Insz, party: EnterpriseNumber) -> None:
    made = ssm.signed(end=date(2021, 12, 31))
    with ssm.acting(who, party) as acting:
        longer = acting.mandates.lengthen(acting.agent, made.number, date(2022, 12, 31))
        assert longer.end == date(2022, 12, 31)
        assert longer.works_on(date(2022, 12, 31))
        assert acting.mandates.lengthen(acting.agent, made.number, None).end is None
        assert acting.told(made)[-2:] == ["gewijzigd", "gewijzigd"]
        with refused("not-longer"):
            acting.mandates.lengthen(acting.agent, made.number, None)


def test_what_waits_or_is_over_is_not_lengthened(ssm: SsmAlone) -> None:
    made = ssm.pending(end=date(2021, 5, 1))
    later = date(2021, 6, 1)
    with ssm.acting() as acting, refused("not-yet-concluded"):
        acting.mandates.lengthen(acting.agent, made.number, later)
    with ssm.acting(KAREL, CIJFERWIJS) as acting:
        acting.mandates.sign(acting.agent, made.number)
        for end in (date(2021, 5, 1), date(2021, 4, 30)):
            with refused("not-longer"):
                acting.mandates.lengthen(acting.agent, made.number, end)
    ssm.go_to(date(2021, 5, 2))
    with ssm.acting() as acting, refused("mandate-ended"):
        acting.mandates.lengthen(acting.agent, made.number, later)


def test_a_mandate_does_not_grow_into_the_next_one(ssm: SsmAlone) -> None:
    made = ssm.signed(end=date(2021, 12, 31))
    ssm.pending(begin=date(2022, 1, 1))
    with ssm.acting() as acting, refused("mandate-exists"):
        acting.mandates.lengthen(acting.agent, made.number, date(2022, 1, 1))


@pytest.mark.parametrize(("who", "party"), [(JAN, DE_KADE), (KAREL, CIJFERWIJS)])
def test_either_party_stops_alone_and_from_that_day_it_does_not_work(
    ssm: SsmAlone, who: Insz, party: EnterpriseNumber
) -> None:
    made = ssm.signed()
    ssm.go_to(date(2021, 5, 3))
    with ssm.acting(who, party) as acting:
        with refused("conditions-not-read"):
            acting.mandates.stop(acting.agent, made.number, conditions_read=False)
        stopped = acting.mandates.stop(acting.agent, made.number, conditions_read=True, reason=" klaar ")
        assert acting.told(made)[-1] == "stopgezet"
        with refused("mandate-stopped"):
            acting.mandates.stop(acting.agent, made.number, conditions_read=True)
    assert stopped.stop is not None
    assert (stopped.stop.by, stopped.stop.reason) == (who, "klaar")
    assert (stopped.works_on(date(2021, 5, 2)), stopped.works_on(date(2021, 5, 3))) == (True, False)
    assert stopped.status(date(2021, 5, 3)) is Status.STOPPED
    assert ssm.pending().number.serial == 2, "the same can then be concluded anew"


def test_who_must_sign_refuses_by_stopping(ssm: SsmAlone) -> None:
    made = ssm.pending()
    with ssm.acting(KAREL, CIJFERWIJS) as acting:
        acting.mandates.stop(acting.agent, made.number, conditions_read=True)
        with refused("mandate-stopped"):
            acting.mandates.sign(acting.agent, made.number)


@pytest.mark.parametrize("reason", ["x" * 201, "a\nb"])
def test_a_reason_that_cannot_be_kept_is_refused(ssm: SsmAlone, reason: str) -> None:
    made = ssm.signed()
    with ssm.acting() as acting, refused("unreadable-text"):
        acting.mandates.stop(acting.agent, made.number, conditions_read=True, reason=reason)


def test_who_looked_at_an_older_mandate_is_told_and_changes_nothing(ssm: SsmAlone) -> None:
    made = ssm.signed(end=date(2021, 12, 31))
    with ssm.acting() as acting:
        acting.mandates.lengthen(acting.agent, made.number, None, seen=made.revision)
    with ssm.acting(KAREL, CIJFERWIJS) as acting:
        with refused("changed-meanwhile"):
            acting.mandates.stop(acting.agent, made.number, conditions_read=True, seen=made.revision)
        assert acting.lists.find(acting.agent, made.number).stop is None
        assert acting.told(made)[-1] == "gewijzigd"


# Statements


def test_a_change_is_stated_at_once_and_each_raises_the_version(ssm: SsmAlone) -> None:
    made = ssm.pending(end=date(2021, 12, 31))
    expected = {
        "number": str(made.number),
        "type": "kiosk",
        "type_name": "Dossiers beheren in KIOSK",
        "mandator": DE_KADE,
        "mandator_kind": "organisation",
        "holder": CIJFERWIJS,
        "holder_kind": "organisation",
        "created_on": "2021-04-27",
        "signed_by_mandator_on": "2021-04-27",
        "signed_by_holder_on": None,
        "begin": "2021-04-27",
        "end": "2021-12-31",
        "stopped_on": None,
    }
    assert stated(ssm, CIJFERWIJS) == [expected]
    ssm.go_to(date(2021, 5, 3))
    with ssm.acting(KAREL, CIJFERWIJS) as acting:
        acting.mandates.sign(acting.agent, made.number)
    assert stated(ssm, CIJFERWIJS) == [{**expected, "signed_by_holder_on": "2021-05-03"}]
    with ssm.acting() as acting:
        acting.mandates.lengthen(acting.agent, made.number, None)
        acting.mandates.stop(acting.agent, made.number, conditions_read=True)
    (fact,) = stated(ssm, CIJFERWIJS)
    assert (fact["end"], fact["stopped_on"]) == (None, "2021-05-03")
    assert stated(ssm, DE_KADE) == [], "the mandator holds nothing"


def test_a_holder_gets_no_more_than_a_statement_can_carry(
    ssm: SsmAlone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mocks.ssm.backend.mandates.MOST_HELD", 1)
    first: Mandate = ssm.signed()
    with ssm.acting() as acting, refused("too-many-mandates"):
        acting.conclude(type_key="eigen-eloket")
    with ssm.acting() as acting:
        acting.mandates.stop(acting.agent, first.number, conditions_read=True)
        acting.conclude(type_key="eigen-eloket")
