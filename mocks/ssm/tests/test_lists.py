"""The frames of the home screen, searching, and several mandates at once."""

from __future__ import annotations

from datetime import date, timedelta

from mocks.ssm.domain.mandates import Frame, MandateNumber, Side
from mocks.ssm.domain.parties import Party
from mocks.ssm.domain.views import Chosen, Search
from mocks.ssm.tests.alone import AN, CIJFERWIJS, DE_KADE, DE_LINDE, JAN, KAREL, TODAY, SsmAlone
from mocks.ssm.tests.seen import frames, refused

TOMORROW = TODAY + timedelta(days=1)


def test_each_party_sees_a_mandate_in_the_frame_where_it_stands_for_it(ssm: SsmAlone) -> None:
    made = ssm.pending()
    assert frames(ssm, JAN, DE_KADE) == {Frame.WAITING: [made.number]}
    assert frames(ssm, KAREL, CIJFERWIJS) == {Frame.TO_SIGN: [made.number]}
    with ssm.acting(KAREL, CIJFERWIJS) as acting:
        acting.mandates.sign(acting.agent, made.number)
    assert frames(ssm, JAN, DE_KADE) == frames(ssm, KAREL, CIJFERWIJS) == {Frame.ACTIVE: [made.number]}
    with ssm.acting() as acting:
        acting.mandates.stop(acting.agent, made.number, conditions_read=True)
    assert frames(ssm, JAN, DE_KADE) == frames(ssm, KAREL, CIJFERWIJS) == {Frame.PASSED: [made.number]}
    assert frames(ssm, AN, DE_LINDE) == {}


def test_a_mandate_that_ends_by_itself_passes_on_the_day_after(ssm: SsmAlone) -> None:
    made = ssm.signed(end=TOMORROW)
    ssm.go_to(TOMORROW)
    assert frames(ssm, JAN, DE_KADE) == {Frame.ACTIVE: [made.number]}
    ssm.go_to(TOMORROW + timedelta(days=1))
    assert frames(ssm, JAN, DE_KADE) == {Frame.PASSED: [made.number]}


def test_a_party_searches_by_side_number_and_day_of_change(ssm: SsmAlone) -> None:
    given = ssm.signed()
    with ssm.acting(JAN) as acting:
        held = acting.conclude(DE_LINDE, DE_KADE)
    ssm.go_to(date(2021, 5, 3))
    with ssm.acting(AN, DE_LINDE) as acting:
        acting.mandates.sign(acting.agent, held.number)
    with ssm.acting() as acting:

        def numbers(search: Search) -> list[MandateNumber]:
            return [one.number for one in acting.lists.page(acting.agent, search).items]

        assert numbers(Search()) == [held.number, given.number]
        assert numbers(Search(side=Side.MANDATOR)) == [given.number]
        assert numbers(Search(side=Side.HOLDER)) == [held.number]
        assert numbers(Search(other=Party(DE_LINDE))) == [held.number]
        assert numbers(Search(changed_since=date(2021, 5, 3))) == [held.number]
        assert numbers(Search(changed_since=TODAY)) == [held.number, given.number]
        assert numbers(Search(changed_since=date(2021, 5, 4))) == []
        for text, found in ((str(held.number).lower(), [held.number]), (DE_LINDE.display, [held.number])):
            assert [one.number for one in acting.lists.by_text(acting.agent, text).items] == found
        with refused("one-search-at-a-time"):
            Search(frame=Frame.ACTIVE, changed_since=TODAY)
    with ssm.acting(KAREL, CIJFERWIJS) as acting:
        assert acting.lists.by_text(acting.agent, str(held.number)).items == ()


def test_several_are_signed_and_stopped_with_a_result_for_each(ssm: SsmAlone) -> None:
    first = ssm.pending()
    second = ssm.pending(type_key="eigen-eloket")
    strange = MandateNumber(2021, 9)
    with ssm.acting(KAREL, CIJFERWIJS) as acting:
        chosen = [Chosen(first.number, 1), Chosen(strange), Chosen(second.number, 9), Chosen(first.number)]
        outcomes = acting.bulk.sign(acting.agent, chosen)
        codes = ["", "unknown-mandate", "changed-meanwhile", "already-signed"]
        assert [one.code for one in outcomes] == codes
        assert outcomes[0].mandate == acting.lists.find(acting.agent, first.number)
        both = [Chosen(first.number), Chosen(second.number)]
        with refused("conditions-not-read"):
            acting.bulk.stop(acting.agent, both, conditions_read=False)
        assert all(one.mandate for one in acting.bulk.stop(acting.agent, both, conditions_read=True))
        for none in ([], [Chosen(first.number)] * 101):
            with refused("nothing-chosen"):
                acting.bulk.sign(acting.agent, none)
