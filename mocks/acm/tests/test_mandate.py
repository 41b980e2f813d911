"""The third way: by a mandate that the person's organisation holds, or the person himself; rule by rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from mocks.acm.domain.claims import claims_for
from mocks.acm.domain.decision import Decision, Verdict, decide
from mocks.acm.domain.eloket import Eloket
from mocks.acm.domain.facts import (
    DigitalKey,
    Employment,
    Facts,
    Function,
    Mandate,
    Organisation,
    Person,
    UserRight,
    WorkRelation,
)
from mocks.acm.domain.verdict import Holder, Identity
from mocks.acm.tests.stage_set import changed
from mocks.core.clock import Period
from mocks.core.identifiers import Insz

TODAY = date(2021, 4, 27)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
ALWAYS = Period(date(2020, 1, 1), date(2030, 1, 1))
LOTTE, NOOR = Insz("85031900072"), Insz("68112399910")
DE_KADE, CIJFERWIJS, KAPELDORP = "0110041748", "0122386185", "0150000008"

MANDATE = Mandate("kiosk", "Dossiers in KIOSK", DE_KADE, CIJFERWIJS, TODAY, TODAY, ALWAYS)
RIGHT = UserRight("SSM Mandaatuitvoerder", "SSMMandaatuitvoerder", (), ALWAYS)
EMPLOYMENT = Employment("Actief", (WorkRelation(CIJFERWIJS, "Vaste Medewerker", ALWAYS, (RIGHT,)),))
KADE = Organisation(DE_KADE, "Theater De Kade vzw", "EA", "2", stopped_on=None)
WIJS = Organisation(CIJFERWIJS, "Boekhoudkantoor Cijferwijs bv", "EA", "2", stopped_on=None)
PERSON = Person(LOTTE, "Lotte", "Janssens", None, belgian_eid=True, deceased_on=None)
ARTIST = Person(NOOR, "Noor", "Haddad", None, belgian_eid=True, deceased_on=None)
FACTS = Facts(
    insz=LOTTE,
    person=PERSON,
    keys=(DigitalKey("itsme", ALWAYS),),
    organisations={DE_KADE: KADE, CIJFERWIJS: WIJS},
    employment=EMPLOYMENT,
    mandates=(MANDATE,),
)
ELOKET = Eloket(
    client_id="proef",
    client_name="Proefloket",
    client_secret="geheim",
    redirect_uris=("http://127.0.0.1/callback",),
    target_groups=("BUR", "EA", "LB"),
    routes=("person", "legal_representative", "work_relation", "mandate"),
    mandate_type="kiosk",
    belgian_eid="organisation",
)


def decided(facts: Facts = FACTS, eloket: Eloket = ELOKET, about: str | None = DE_KADE) -> Decision:
    return decide(facts, eloket, TODAY, "itsme", about)


def verdict(facts: Facts = FACTS, eloket: Eloket = ELOKET) -> Verdict:
    """Return the one verdict about De Kade by mandate."""
    (one,) = (one for one in decided(facts, eloket).verdicts if one.route == "mandate")
    return one


def but(**changes: object) -> Facts:
    return changed(FACTS, changes)


def mandated(**changes: object) -> Facts:
    return but(mandates=(changed(MANDATE, changes),))


def employed(status: str = "Actief", relation: Period = ALWAYS, **right: object) -> Facts:
    held = changed(RIGHT, right)
    return but(employment=Employment(status, (WorkRelation(CIJFERWIJS, "Extern", relation, (held,)),)))


def stopped(number: str, day: date = TODAY) -> Facts:
    organisations = {**FACTS.organisations, number: replace(FACTS.organisations[number], stopped_on=day)}
    return but(organisations=organisations)


def test_the_executor_acts_for_the_mandator_through_the_holder() -> None:
    assert [one for one in decided().identities if one.code is not None] == [
        Identity(
            "mandate",
            "EA",
            DE_KADE,
            "Theater De Kade vzw",
            "Mandaatnemer: Boekhoudkantoor Cijferwijs bv",
            holder=Holder("EA", CIJFERWIJS, "Boekhoudkantoor Cijferwijs bv"),
        )
    ]


def test_the_token_names_the_holder_as_organisation_and_the_mandator_apart() -> None:
    """*Bron*: own vo_orgcode, and ssm_mandaatgever (domain facts §1.4, §9.2)."""
    identity = verdict().identity
    told = claims_for(PERSON, identity, ["vo", "ssm_mandaat", "wettelijkvertegenwoordiger", "kiosk"])
    del told["vo_id"]
    assert told == {
        "vo_doelgroepcode": "EA",
        "vo_doelgroepnaam": "Economische Actoren",
        "cot": "vo",
        "vo_orgcode": CIJFERWIJS,
        "vo_orgnaam": "Boekhoudkantoor Cijferwijs bv",
        "ssm_mandaatgever": DE_KADE,
    }
    assert "ssm_mandaatgever" not in claims_for(PERSON, identity, ["vo"])


SPOILT: dict[str, Callable[[], Facts]] = {
    "Er is een mandaat voor de persoon of zijn organisatie": lambda: but(mandates=()),
    "De mandaatgever is bekend": lambda: but(organisations={CIJFERWIJS: WIJS}),
    "De mandaatgever is geen lokaal bestuur": lambda: but(
        organisations={**FACTS.organisations, DE_KADE: replace(KADE, target_group="LB")}
    ),
    "Het e-loket bedient de doelgroep van de organisatie": lambda: but(
        organisations={**FACTS.organisations, DE_KADE: replace(KADE, target_group="OV")}
    ),
    "Het mandaat is van de soort van het e-loket": lambda: mandated(type="eigen-eloket"),
    "Beide partijen ondertekenden het mandaat": lambda: mandated(signed_by_holder=None),
    "Het mandaat is begonnen": lambda: mandated(period=Period(TOMORROW)),
    "Het mandaat is niet afgelopen": lambda: mandated(period=Period(ALWAYS.begin, YESTERDAY)),
    "Het mandaat is niet stopgezet": lambda: mandated(stopped_on=TODAY),
    "De persoon mag het mandaat uitvoeren": lambda: but(employment=Employment("Actief")),
    "De mandaatnemer is actief": lambda: stopped(CIJFERWIJS),
    "De mandaatgever is actief": lambda: stopped(DE_KADE),
}


@pytest.mark.parametrize("check", SPOILT)
def test_each_missing_fact_is_the_reason_that_is_told(check: str) -> None:
    refused = verdict(SPOILT[check]())
    assert refused.failed is not None
    assert (refused.failed.check, refused.allowed) == (check, False)
    assert refused.failed == refused.checks[-1]
    assert refused.failed.repair


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (employed(name="SSM Mandaatbeheerder"), "niet het recht ‘SSM Mandaatuitvoerder’"),
        (employed(period=Period(ALWAYS.begin, YESTERDAY)), "dus beëindigd"),
        (employed(period=Period(TOMORROW)), "begint pas op"),
        (employed(revoked_on=TODAY), "ingetrokken"),
        (employed(status="In afwachting"), "‘In afwachting’"),
        (employed(relation=Period(ALWAYS.begin, YESTERDAY)), "niet het recht ‘SSM Mandaatuitvoerder’"),
    ],
    ids=["another right", "ended", "to begin", "revoked", "not Actief", "relation ended"],
)
def test_who_may_not_execute_is_told_what_of_the_right_is_missing(facts: Facts, told: str) -> None:
    failed = verdict(facts).failed
    assert failed is not None
    assert failed.check == "De persoon mag het mandaat uitvoeren"
    assert told in failed.fact


@pytest.mark.parametrize(
    "facts",
    [
        mandated(period=Period(ALWAYS.begin, TODAY)),
        mandated(period=Period(TODAY)),
        mandated(stopped_on=TOMORROW),
        employed(period=Period(TODAY, TODAY)),
        stopped(DE_KADE, TOMORROW),
        stopped(CIJFERWIJS, TOMORROW),
    ],
)
def test_first_and_last_days_count(facts: Facts) -> None:
    assert verdict(facts).allowed


def test_the_legal_representative_of_the_holder_needs_no_right() -> None:
    zaakvoerder = Function(CIJFERWIJS, "Zaakvoerder", representing=True, period=ALWAYS)
    assert verdict(but(employment=None, functions=(zaakvoerder,))).allowed
    former = replace(zaakvoerder, period=Period(ALWAYS.begin, YESTERDAY))
    assert not verdict(but(employment=None, functions=(former,))).allowed
    accountant = replace(zaakvoerder, representing=False)
    assert not verdict(but(employment=None, functions=(accountant,))).allowed


def test_a_person_holds_a_mandate_by_himself() -> None:
    one = verdict(but(employment=None, mandates=(replace(MANDATE, holder=LOTTE),)))
    assert one.allowed
    assert one.identity.holder == Holder("BUR", LOTTE, "Lotte Janssens")
    told = claims_for(PERSON, one.identity, ["vo", "ssm_mandaat"])
    assert (told["vo_doelgroepcode"], told["ssm_mandaatgever"]) == ("BUR", DE_KADE)
    assert "vo_orgcode" not in told


def test_a_person_mandates_another_and_needs_no_belgian_eid_for_that() -> None:
    foreign = replace(PERSON, belgian_eid=False)
    given = replace(MANDATE, mandator=NOOR, holder=LOTTE)
    facts = but(person=foreign, mandates=(given,), mandators={NOOR: ARTIST})
    (one,) = decided(facts, about=NOOR).about(NOOR)
    assert one.allowed
    assert (one.identity.key, one.identity.name) == (f"BUR:{NOOR}", "Noor Haddad")
    dead = replace(ARTIST, deceased_on=TODAY)
    (refused,) = decided(replace(facts, mandators={NOOR: dead}), about=NOOR).about(NOOR)
    assert refused.failed is not None
    assert refused.failed.check == "De mandaatgever is actief"
    (unknown,) = decided(replace(facts, mandators={}), about=NOOR).about(NOOR)
    assert unknown.failed is not None
    assert (unknown.failed.check, unknown.failed.source) == ("De mandaatgever is bekend", "Rijksregister")


def test_who_acts_for_an_organisation_holds_the_card_where_it_is_asked() -> None:
    failed = verdict(but(person=replace(PERSON, belgian_eid=False))).failed
    assert failed is not None
    assert failed.check == "De persoon heeft een Belgische eID"


def test_oneself_is_not_confused_with_a_person_who_gave_a_mandate() -> None:
    given = replace(MANDATE, mandator=NOOR, holder=LOTTE)
    decision = decided(but(mandates=(given,), mandators={NOOR: ARTIST}), about=None)
    assert [one.identity.code for one in decision.concerning("BUR", None)] == [None]
    assert [one.identity.code for one in decision.concerning("BUR", NOOR)] == [NOOR]


def test_a_chain_of_mandates_gives_nothing() -> None:
    """De Kade mandates Kapeldorp's holder, which mandates Cijferwijs: Cijferwijs gets nothing of De Kade."""
    chain = (replace(MANDATE, mandator=KAPELDORP),)
    bv = Organisation(KAPELDORP, "Tussenpersoon bv", "EA", "2", stopped_on=None)
    facts = but(mandates=chain, organisations={**FACTS.organisations, KAPELDORP: bv})
    failed = verdict_about(facts, DE_KADE).failed
    assert failed is not None
    assert failed.check == "Er is een mandaat voor de persoon of zijn organisatie"
    assert verdict_about(facts, KAPELDORP).allowed


def verdict_about(facts: Facts, number: str) -> Verdict:
    (one,) = (one for one in decided(facts, about=number).about(number) if one.route == "mandate")
    return one


def test_the_mandate_that_waits_is_told_rather_than_the_one_that_was_stopped() -> None:
    stopped_one = replace(MANDATE, stopped_on=TODAY)
    waiting = replace(MANDATE, signed_by_holder=None)
    for mandates in ((stopped_one, waiting), (waiting, stopped_one)):
        failed = verdict(but(mandates=mandates)).failed
        assert failed is not None
        assert failed.fact == "Het mandaat wacht op ondertekening door de mandaatnemer."


def test_a_signature_of_tomorrow_is_none_yet() -> None:
    failed = verdict(mandated(signed_by_holder=TOMORROW)).failed
    assert failed is not None
    assert failed.fact == "Het mandaat wacht op ondertekening door de mandaatnemer."


def test_one_good_mandate_of_several_will_do() -> None:
    old = replace(MANDATE, period=Period(ALWAYS.begin, YESTERDAY))
    pending = replace(MANDATE, signed_by_mandator=None)
    assert verdict(but(mandates=(old, pending, MANDATE))).allowed
    assert not verdict(but(mandates=(old, pending))).allowed


@pytest.mark.parametrize(
    "members", [{"mandate_type": None}, {"routes": ("person", "legal_representative", "work_relation")}]
)
def test_an_eloket_that_takes_no_mandates_offers_none(members: dict[str, object]) -> None:
    closed = ELOKET.model_copy(update=members)
    assert [one.code for one in decided(FACTS, closed).identities] == [None]
