"""Transferring: the old mandate goes on until the new one is signed, and then makes room for it."""

from __future__ import annotations

from datetime import date

import pytest

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.ssm.domain.mandates import Frame, Mandate, Status
from mocks.ssm.domain.parties import Party
from mocks.ssm.domain.views import Search
from mocks.ssm.tests.alone import (
    AN,
    CIJFERWIJS,
    DE_KADE,
    DE_LINDE,
    JAN,
    KAPELDORP,
    KAREL,
    STILTE,
    TODAY,
    SsmAlone,
)
from mocks.ssm.tests.seen import frames, refused, stated

LATER = date(2021, 5, 3)


def propose(
    ssm: SsmAlone,
    old: Mandate,
    who: Insz = JAN,
    party: EnterpriseNumber = DE_KADE,
    holder: EnterpriseNumber = DE_LINDE,
) -> Mandate:
    """Let a party propose another holder."""
    with ssm.acting(who, party) as acting:
        return acting.transfers.propose(acting.agent, old.number, Party(holder))


def sign(ssm: SsmAlone, made: Mandate, who: Insz, party: EnterpriseNumber) -> Mandate:
    """Let a party sign."""
    with ssm.acting(who, party) as acting:
        return acting.mandates.sign(acting.agent, made.number)


def as_it_is(ssm: SsmAlone, mandate: Mandate) -> Mandate:
    """Return a mandate of De Kade as it is now."""
    with ssm.acting() as acting:
        return acting.lists.find(acting.agent, mandate.number)


def works(ssm: SsmAlone, holder: EnterpriseNumber, day: date) -> bool:
    """Say by the statement whether a holder has a mandate that works on a day, as a receiver reads it."""
    text = day.isoformat()
    return any(
        one["signed_by_mandator_on"] is not None
        and one["signed_by_holder_on"] is not None
        and max(one["begin"], one["signed_by_mandator_on"], one["signed_by_holder_on"]) <= text
        and (one["end"] is None or text <= one["end"])
        and (one["stopped_on"] is None or text < one["stopped_on"])
        for one in stated(ssm, holder)
    )


def test_what_the_mandator_proposes_the_new_holder_signs(ssm: SsmAlone) -> None:
    old = ssm.signed(end=date(2021, 12, 31))
    made = propose(ssm, old)
    waiting = as_it_is(ssm, old)
    assert (waiting.status(TODAY), waiting.works_on(TODAY)) == (Status.TRANSFER, True)
    assert frames(ssm, KAREL, CIJFERWIJS) == {Frame.TRANSFER: [old.number]}
    assert frames(ssm, AN, DE_LINDE) == {Frame.TO_SIGN: [made.number]}
    ssm.go_to(LATER)
    assert works(ssm, CIJFERWIJS, LATER)
    new = sign(ssm, made, AN, DE_LINDE)
    assert (new.period.begin, new.end, new.status(LATER)) == (LATER, date(2021, 12, 31), Status.ACTIVE)
    stopped = as_it_is(ssm, old)
    assert stopped.stop is not None
    assert (stopped.stop.day, stopped.status(LATER), stopped.successor) == (
        LATER,
        Status.STOPPED,
        made.number,
    )
    assert (works(ssm, CIJFERWIJS, LATER), works(ssm, DE_LINDE, LATER)) == (False, True)
    with ssm.acting() as acting:
        assert acting.told(old)[-3:] == ["overdracht", "overdracht", "stopgezet"]
        assert acting.told(made) == [
            "overdracht",
            "aanmaak",
            "ondertekend",
            "in afwachting van ondertekening",
            "ondertekend",
            "opstarten",
        ]


@pytest.mark.parametrize("first", ["mandator", "holder"])
def test_what_the_holder_proposes_the_mandator_and_the_new_holder_sign(ssm: SsmAlone, first: str) -> None:
    old = ssm.signed()
    made = propose(ssm, old, KAREL, CIJFERWIJS)
    both: list[tuple[Insz, EnterpriseNumber]] = [(JAN, DE_KADE), (AN, DE_LINDE)]
    one, other = both if first == "mandator" else both[::-1]
    half = sign(ssm, made, *one)
    assert (half.status(TODAY), as_it_is(ssm, old).works_on(TODAY)) == (Status.WAITS, True)
    assert sign(ssm, made, *other).works_on(TODAY)
    assert not as_it_is(ssm, old).works_on(TODAY)


def test_a_transfer_of_what_begins_later_begins_then(ssm: SsmAlone) -> None:
    old = ssm.signed(begin=date(2021, 6, 1))
    new = sign(ssm, propose(ssm, old), AN, DE_LINDE)
    assert new.period.begin == date(2021, 6, 1)
    assert as_it_is(ssm, old).status(TODAY) is Status.STOPPED


@pytest.mark.parametrize(("who", "party"), [(JAN, DE_KADE), (AN, DE_LINDE), (KAREL, CIJFERWIJS)])
def test_stopping_the_new_one_withdraws_the_transfer_also_for_who_proposed_it(
    ssm: SsmAlone, who: Insz, party: EnterpriseNumber
) -> None:
    old = ssm.signed()
    made = propose(ssm, old, KAREL, CIJFERWIJS)
    with ssm.acting(who, party) as acting:
        acting.mandates.stop(acting.agent, made.number, conditions_read=True)
    now = as_it_is(ssm, old)
    assert (now.status(TODAY), now.successor) == (Status.ACTIVE, None)
    again = propose(ssm, old)
    assert as_it_is(ssm, old).successor == again.number


def test_stopping_the_old_one_lets_the_transfer_lapse(ssm: SsmAlone) -> None:
    old = ssm.signed()
    made = propose(ssm, old)
    with ssm.acting(KAREL, CIJFERWIJS) as acting:
        acting.mandates.stop(acting.agent, old.number, conditions_read=True)
    with ssm.acting(AN, DE_LINDE) as acting, refused("mandate-stopped"):
        acting.mandates.sign(acting.agent, made.number)
    assert as_it_is(ssm, old).successor is None


def test_a_transfer_cannot_be_signed_once_the_old_mandate_has_ended(ssm: SsmAlone) -> None:
    made = propose(ssm, ssm.signed(end=date(2021, 5, 1)))
    ssm.go_to(date(2021, 5, 2))
    with ssm.acting(AN, DE_LINDE) as acting, refused("mandate-ended"):
        acting.mandates.sign(acting.agent, made.number)


def test_who_proposed_the_transfer_sees_it_but_does_not_sign_it(ssm: SsmAlone) -> None:
    made = propose(ssm, ssm.signed(), KAREL, CIJFERWIJS)
    with ssm.acting(KAREL, CIJFERWIJS) as acting:
        assert acting.lists.find(acting.agent, made.number) == made
        assert acting.lists.page(acting.agent, Search(frame=Frame.TO_SIGN)).items == ()
        with refused("not-a-party"):
            acting.mandates.sign(acting.agent, made.number)


@pytest.mark.parametrize(
    ("holder", "code"),
    [
        (CIJFERWIJS, "transfer-to-same-holder"),
        (DE_KADE, "mandate-to-oneself"),
        (STILTE, "organisation-stopped"),
    ],
)
def test_a_transfer_to_who_cannot_hold_it_is_refused(
    ssm: SsmAlone, holder: EnterpriseNumber, code: str
) -> None:
    old = ssm.signed()
    with refused(code):
        propose(ssm, old, holder=holder)
    assert as_it_is(ssm, old) == old


def test_what_waits_is_over_or_is_under_way_is_not_transferred(ssm: SsmAlone) -> None:
    old = ssm.pending()
    with refused("not-yet-concluded"):
        propose(ssm, old)
    sign(ssm, old, KAREL, CIJFERWIJS)
    made = propose(ssm, old)
    with refused("transfer-under-way"):
        propose(ssm, old, holder=KAPELDORP)
    with ssm.acting() as acting:
        with refused("transfer-under-way"):
            acting.mandates.lengthen(acting.agent, old.number, None)
        with refused("unknown-mandate"):
            acting.transfers.propose(acting.agent, made.number.__class__(2021, 9), Party(KAPELDORP))
        acting.mandates.stop(acting.agent, old.number, conditions_read=True)
    with refused("mandate-stopped"):
        propose(ssm, old)


def test_a_transfer_to_who_has_the_same_mandate_already_is_refused(ssm: SsmAlone) -> None:
    old = ssm.signed()
    with ssm.acting() as acting:
        acting.conclude(holder=DE_LINDE)
    with refused("mandate-exists"):
        propose(ssm, old)
