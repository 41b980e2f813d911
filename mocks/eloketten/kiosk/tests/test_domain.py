"""Who is the applicant, from the claims of a token alone."""

from __future__ import annotations

from datetime import date

import pytest

from mocks.eloketten.kiosk.domain.applicants import Applicant, Kind, Way, applicant_of
from mocks.eloketten.kiosk.domain.calendar import season_on
from mocks.eloketten.kiosk.domain.dossiers import kiosk_number
from mocks.eloketten.kiosk.errors import (
    ContradictoryClaims,
    MalformedKioskNumber,
    NoWay,
    TargetGroupNotServed,
    UnreadableClaim,
)
from mocks.eloketten.kiosk.tests.said import (
    CIJFERWIJS,
    DE_KADE,
    JAN,
    KAPELDORP,
    KAREL,
    NOOR,
    Claims,
    citizen,
    claims,
    employee,
    mandated,
)


def test_a_citizen_applies_in_his_own_name() -> None:
    expected = Applicant(Kind.PERSON, NOOR, "Noor Haddad", Way.PERSON, "Noor Haddad", NOOR)
    assert applicant_of(citizen()) == expected
    assert expected.capacity == "in eigen naam"


@pytest.mark.parametrize(
    ("claim", "value"),
    [
        ("wv_orgcode", DE_KADE),
        ("kiosk_rol_3d", [f"KIOSKAanvrager:{DE_KADE}"]),
        ("vo_orgcode", DE_KADE),
    ],
)
def test_a_citizen_cannot_act_for_an_organisation(claim: str, value: object) -> None:
    with pytest.raises(ContradictoryClaims, match=claim):
        applicant_of(citizen(**{claim: value}))


def test_a_legal_representative_acts_for_the_organisation() -> None:
    expected = Applicant(
        Kind.ORGANISATION, DE_KADE, "Theater De Kade vzw", Way.LEGAL_REPRESENTATIVE, "Jan Peeters", JAN
    )
    assert applicant_of(claims()) == expected
    assert expected.capacity == "wettelijk vertegenwoordiger"


def test_a_legal_representative_of_another_organisation_is_refused() -> None:
    with pytest.raises(ContradictoryClaims, match=r"0122\.386\.185.*0110\.041\.748"):
        applicant_of(claims(wv_orgcode=CIJFERWIJS))


def test_a_legal_representative_acts_for_a_local_government() -> None:
    about = claims(vo_doelgroepcode="LB", vo_orgcode=KAPELDORP, wv_orgcode=KAPELDORP)
    assert applicant_of(about).code == KAPELDORP


def test_an_employee_with_the_right_acts_for_the_organisation() -> None:
    applicant = applicant_of(employee())
    assert (applicant.code, applicant.way) == (DE_KADE, Way.WORK_RELATION)
    assert "KIOSK Aanvrager" in applicant.capacity


@pytest.mark.parametrize(
    "roles",
    [
        None,
        [],
        [f"EigenEloketGebruiker:{DE_KADE}"],
        [f"KIOSKAanvrager-profiel:{DE_KADE}"],
        [f"kioskaanvrager:{DE_KADE}"],
    ],
)
def test_an_employee_without_the_right_is_refused(roles: object) -> None:
    with pytest.raises(NoWay, match="Jan Peeters mag in KIOSK niet optreden voor Theater De Kade vzw"):
        applicant_of(employee(kiosk_rol_3d=roles))


def test_a_right_at_another_organisation_is_refused() -> None:
    with pytest.raises(ContradictoryClaims, match="kiosk_rol_3d"):
        applicant_of(employee(kiosk_rol_3d=[f"KIOSKAanvrager:{CIJFERWIJS}"]))


def test_rights_at_two_organisations_are_refused() -> None:
    roles = [f"KIOSKAanvrager:{DE_KADE}", f"KIOSKAanvrager:{CIJFERWIJS}"]
    with pytest.raises(ContradictoryClaims, match="kiosk_rol_3d"):
        applicant_of(employee(kiosk_rol_3d=roles))


@pytest.mark.parametrize("roles", [f"KIOSKAanvrager:{DE_KADE}", [1], {"a": "b"}])
def test_roles_that_are_no_list_of_texts_are_refused(roles: object) -> None:
    with pytest.raises(UnreadableClaim, match="kiosk_rol_3d"):
        applicant_of(employee(kiosk_rol_3d=roles))


def test_roles_of_another_right_beside_it_do_no_harm() -> None:
    roles = ["KIOSKBeoordelaar:OVO000001", f"KIOSKAanvrager:{DE_KADE}"]
    assert applicant_of(employee(kiosk_rol_3d=roles)).way is Way.WORK_RELATION


def test_by_mandate_the_applicant_is_the_mandator_and_not_the_holder() -> None:
    assert applicant_of(mandated()) == Applicant(
        Kind.ORGANISATION,
        DE_KADE,
        "organisatie met ondernemingsnummer 0110.041.748",
        Way.MANDATE,
        "Karel Dubois",
        KAREL,
        "Boekhoudkantoor Cijferwijs bv",
    )


def test_a_person_can_give_a_mandate() -> None:
    applicant = applicant_of(mandated(ssm_mandaatgever=JAN))
    assert (applicant.kind, applicant.code) == (Kind.PERSON, JAN)


@pytest.mark.parametrize("about", [mandated(ssm_mandaatgever=CIJFERWIJS), citizen(ssm_mandaatgever=NOOR)])
def test_a_mandate_of_the_holder_to_itself_is_refused(about: Claims) -> None:
    with pytest.raises(ContradictoryClaims, match="de mandaatnemer zelf"):
        applicant_of(about)


def test_a_person_can_hold_a_mandate_himself() -> None:
    applicant = applicant_of(citizen(ssm_mandaatgever=DE_KADE))
    assert (applicant.code, applicant.way, applicant.holder) == (DE_KADE, Way.MANDATE, None)


@pytest.mark.parametrize("mandator", ["", "0110.041.748", "0110041749", "68112399911", 110041748, "Jan"])
def test_a_mandator_that_is_no_number_is_refused(mandator: object) -> None:
    with pytest.raises(UnreadableClaim, match="ssm_mandaatgever"):
        applicant_of(mandated(ssm_mandaatgever=mandator))


@pytest.mark.parametrize(
    "about",
    [
        claims(kiosk_rol_3d=[f"KIOSKAanvrager:{DE_KADE}"]),
        claims(ssm_mandaatgever=CIJFERWIJS),
        employee(ssm_mandaatgever=CIJFERWIJS),
    ],
)
def test_a_token_that_names_two_ways_is_refused(about: Claims) -> None:
    with pytest.raises(ContradictoryClaims, match="meer dan één weg"):
        applicant_of(about)


@pytest.mark.parametrize(
    "claim", ["rrn", "given_name", "family_name", "vo_doelgroepcode", "vo_orgcode", "vo_orgnaam"]
)
@pytest.mark.parametrize("value", [None, "", 7, ["x"]])
def test_a_token_without_a_claim_that_is_needed_is_refused(claim: str, value: object) -> None:
    with pytest.raises(UnreadableClaim, match=claim):
        applicant_of(claims(**{claim: value}))


@pytest.mark.parametrize("number", ["68.11.23-999.10", "68112399911", "0110041748"])
def test_a_person_by_a_number_that_is_none_is_refused(number: str) -> None:
    with pytest.raises(UnreadableClaim, match="rrn"):
        applicant_of(claims(rrn=number))


def test_a_school_may_have_an_institution_number() -> None:
    about = employee(vo_doelgroepcode="OV", vo_orgcode="999001", kiosk_rol_3d=["KIOSKAanvrager:999001"])
    assert applicant_of(about).code == "999001"


def test_nobody_else_has_an_institution_number() -> None:
    with pytest.raises(UnreadableClaim, match="vo_orgcode"):
        applicant_of(employee(vo_orgcode="999001", kiosk_rol_3d=["KIOSKAanvrager:999001"]))


@pytest.mark.parametrize("group", ["GID", "ea", "VER"])
def test_a_target_group_that_is_not_served_is_refused(group: str) -> None:
    with pytest.raises(TargetGroupNotServed, match=group):
        applicant_of(claims(vo_doelgroepcode=group))


def test_a_kiosk_number_has_one_shape() -> None:
    assert kiosk_number("KD-2021-0001") == "KD-2021-0001"


@pytest.mark.parametrize("text", ["", "KD-2021-1", "kd-2021-0001", "KD-2021-0001\n", "7298573d-3bc0"])
def test_anything_else_is_no_kiosk_number(text: str) -> None:
    with pytest.raises(MalformedKioskNumber):
        kiosk_number(text)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2021, 3, 15), "oefenomgeving"),
        (date(2021, 4, 25), "oefenomgeving"),
        (date(2021, 4, 26), "niet bereikbaar"),
    ],
)
def test_before_its_launch_kiosk_says_what_it_is(day: date, words: str) -> None:
    assert words in str(season_on(day).sentence)


def test_from_its_launch_on_kiosk_says_nothing_special() -> None:
    assert season_on(date(2021, 4, 27)).sentence is None
