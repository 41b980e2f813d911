"""The second way: an employee with a work relation and a right, by the rules and in the token."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import requests

from mocks.acm.domain.decision import Decision, decide
from mocks.acm.domain.eloket import Eloket, Right
from mocks.acm.domain.facts import (
    Appointment,
    Employment,
    Facts,
    Function,
    Organisation,
    Person,
    UserRight,
    WorkRelation,
)
from mocks.acm.domain.verdict import Identity, Role
from mocks.acm.tests.stage_set import changed
from mocks.core.clock import Period
from mocks.core.identifiers import Insz
from mocks.pytest_plugin import FederationInTest

TODAY = date(2021, 4, 27)
YESTERDAY, TOMORROW = date(2021, 4, 26), date(2021, 4, 28)
ALWAYS = Period(date(2020, 1, 1), date(2030, 1, 1))
ELS = Insz("85031900072")
DE_KADE = "0110041748"
RIGHT = UserRight("KIOSK Aanvrager", "KIOSKAanvrager", (), ALWAYS, profile="aanvrager")
RELATION = WorkRelation(DE_KADE, "Vaste Medewerker", ALWAYS, (RIGHT,))
KIOSK = Eloket(
    client_id="kiosk",
    client_name="KIOSK",
    client_secret="geheim",
    redirect_uris=("http://127.0.0.1/callback",),
    target_groups=("BUR", "EA"),
    routes=("person", "work_relation"),
    right=Right(name="KIOSK Aanvrager", token_code="KIOSKAanvrager", profile="aanvrager"),
)
IDM = KIOSK.model_copy(update={"client_name": "Gebruikersbeheer", "routes": ("person", "administrator")})
CALLBACK = "http://127.0.0.1:9999/callback"


def facts(employment: Employment | None = None, **changes: object) -> Facts:
    """Return what is stated of Els, who works for De Kade unless said otherwise."""
    known = Facts(
        insz=ELS,
        person=Person(ELS, "Els", "Maes", None, belgian_eid=True, deceased_on=None),
        organisations={DE_KADE: Organisation(DE_KADE, "Theater De Kade vzw", "EA", "2", stopped_on=None)},
        employment=employment or Employment("Actief", (RELATION,)),
    )
    return changed(known, changes)


def decided(known: Facts, eloket: Eloket = KIOSK) -> Decision:
    return decide(known, eloket, TODAY, "eid", DE_KADE)


def test_an_employee_with_the_right_acts_for_the_organisation() -> None:
    assert decided(facts()).identities[1] == Identity(
        "work_relation",
        "EA",
        DE_KADE,
        "Theater De Kade vzw",
        "KIOSK Aanvrager",
        (Role("KIOSKAanvrager", (DE_KADE,)),),
    )


def with_relation(**changes: object) -> Facts:
    return facts(Employment("Actief", (changed(RELATION, changes),)))


def with_right(**changes: object) -> Facts:
    return with_relation(rights=(changed(RIGHT, changes),))


SPOILT: dict[str, Callable[[], Facts]] = {
    "De persoon heeft een werkrelatie met de organisatie": lambda: facts(Employment("Actief")),
    "De persoon is Actief in het Gebruikersbeheer": lambda: facts(Employment("In afwachting", (RELATION,))),
    "De werkrelatie is begonnen": lambda: with_relation(period=Period(TOMORROW)),
    "De werkrelatie is niet beëindigd": lambda: with_relation(period=Period(ALWAYS.begin, YESTERDAY)),
    "De persoon heeft het gebruikersrecht van het e-loket": lambda: with_right(name="SSM Mandaatbeheerder"),
    "Het gebruikersrecht heeft het profiel van het e-loket": lambda: with_right(profile="lezer"),
    "Het gebruikersrecht is begonnen": lambda: with_right(period=Period(TOMORROW)),
    "Het gebruikersrecht is niet verlopen": lambda: with_right(period=Period(ALWAYS.begin, YESTERDAY)),
    "Het gebruikersrecht is niet ingetrokken": lambda: with_right(revoked_on=TODAY),
    "Het gebruikersrecht is geactiveerd voor de organisatie": lambda: with_right(needs_activation=True),
    "De organisatie is actief": lambda: facts(
        organisations={DE_KADE: Organisation(DE_KADE, "Theater De Kade vzw", "EA", "2", stopped_on=TODAY)}
    ),
}


@pytest.mark.parametrize("check", SPOILT)
def test_each_missing_fact_is_the_reason_that_is_told(check: str) -> None:
    verdict = decided(SPOILT[check]()).about(DE_KADE)[0]
    assert verdict.failed is not None
    assert (verdict.failed.check, verdict.allowed) == (check, False)
    assert verdict.failed == verdict.checks[-1]


@pytest.mark.parametrize(
    ("activation", "fact"),
    [
        (None, "‘KIOSK Aanvrager’ is voor Theater De Kade vzw niet geactiveerd."),
        (Period(TOMORROW), "begint pas op"),
        (Period(ALWAYS.begin, YESTERDAY), "dus beëindigd"),
        (ALWAYS, "Het recht geldt voor Zaal Noord; dat is voor Theater De Kade vzw niet, of niet meer"),
    ],
)
def test_the_reason_says_how_the_activation_fails(activation: Period | None, fact: str) -> None:
    failed = decided(
        with_right(needs_activation=True, activation=activation, withdrawn_contexts=("Zaal Noord",))
    ).about(DE_KADE)[0]
    assert failed.failed is not None
    assert fact in failed.failed.fact


def test_a_role_is_given_per_activated_context_only() -> None:
    activated = with_right(
        needs_activation=True, activation=ALWAYS, contexts=("Zaal",), withdrawn_contexts=("Foyer",)
    )
    assert decided(activated).identities[1].roles == (Role("KIOSKAanvrager-Zaal", (DE_KADE,)),)


def test_where_no_profile_is_asked_any_profile_or_none_will_do() -> None:
    anyone = KIOSK.model_copy(update={"right": Right(name="KIOSK Aanvrager", token_code="KIOSKAanvrager")})
    for profile in (None, "lezer"):
        assert decided(with_right(profile=profile), anyone).about(DE_KADE)[0].allowed


def test_a_right_of_another_profile_does_not_prolong_one_that_ended() -> None:
    ended = replace(RIGHT, period=Period(ALWAYS.begin, YESTERDAY))
    failed = decided(with_relation(rights=(ended, replace(RIGHT, profile="lezer")))).about(DE_KADE)[0].failed
    assert failed is not None
    assert failed.check == "Het gebruikersrecht is niet verlopen"


def test_the_last_day_of_relation_and_right_still_counts() -> None:
    last = Period(ALWAYS.begin, TODAY)
    known = facts(
        Employment("Actief", (replace(RELATION, period=last, rights=(replace(RIGHT, period=last),)),))
    )
    assert len(decided(known).identities) == 2


def test_a_right_with_contexts_is_told_once_per_context() -> None:
    known = with_right(contexts=("Campus Aalst", "Campus Gent"))
    assert [role.value for role in decided(known).identities[1].roles] == [
        "KIOSKAanvrager-Campus Aalst:0110041748",
        "KIOSKAanvrager-Campus Gent:0110041748",
    ]


def test_an_eloket_without_a_right_lets_no_employee_in() -> None:
    closed = KIOSK.model_copy(update={"right": None})
    failed = decided(facts(), closed).about(DE_KADE)[0].failed
    assert failed is not None
    assert failed.check == "Het e-loket laat medewerkers met een recht toe"


ADMINISTRATORS: dict[str, dict[str, Any]] = {
    "KBO": {"functions": (Function(DE_KADE, "Bestuurder", representing=True, period=ALWAYS),)},
    "Beheer der Toegangsbeheerders": {
        "appointments": (Appointment(DE_KADE, "main_access_manager", "all", ALWAYS),)
    },
    "Gebruikersbeheer": {
        "employment": Employment(
            "Actief", (replace(RELATION, rights=(replace(RIGHT, name="Lokale beheerder"),)),)
        )
    },
}


@pytest.mark.parametrize("source", ADMINISTRATORS)
def test_who_administers_an_organisation_may_enter_idm_for_it_and_as_oneself_elsewhere(source: str) -> None:
    decision = decided(facts(**ADMINISTRATORS[source]), IDM)
    verdict = decision.about(DE_KADE)[0]
    assert (verdict.route, verdict.allowed) == ("administrator", True)
    assert source in {check.source for check in verdict.checks}
    assert [one.route for one in decision.identities] == ["person"]


@pytest.mark.parametrize(
    "appointments",
    [
        (),
        (Appointment(DE_KADE, "main_access_manager", "all", None),),
        (Appointment(DE_KADE, "main_access_manager", "all", Period(ALWAYS.begin, YESTERDAY)),),
    ],
    ids=["none", "waiting", "ended"],
)
def test_who_administers_nothing_does_not(appointments: tuple[Appointment, ...]) -> None:
    assert not decided(facts(appointments=appointments), IDM).about(DE_KADE)[0].allowed


def signed_in(persona: str, client: str, scope: str, **more: str) -> requests.Response:
    return requests.get(
        "https://authenticatie.vlaanderen.be/op/v1/auth",
        params={
            "client_id": client,
            "response_type": "code",
            "scope": scope,
            "redirect_uri": CALLBACK,
            "mock_persona": persona,
            **more,
        },
        allow_redirects=False,
        timeout=10,
    )


@pytest.mark.usefixtures("federation")
def test_the_right_of_an_employee_is_told_as_a_role_of_the_application(federation: FederationInTest) -> None:
    granted = (
        f"https://vo-gebruikersbeheer.vlaanderen.be/_mock/right/{ELS}-{DE_KADE}-1-eigen-eloket-gebruiker"
    )
    put = requests.put(granted, json={}, timeout=10)
    assert put.status_code == 200, put.text
    redirect = signed_in("els", "eigen-eloket", "openid vo eigen_eloket", mock_identity=f"EA:{DE_KADE}")
    code = redirect.headers["Location"].split("code=")[1].split("&")[0]
    given = requests.post(
        "https://authenticatie.vlaanderen.be/op/v1/token",
        data={"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK},
        auth=("eigen-eloket", "eigen-eloket-geheim"),
        timeout=10,
    ).json()
    told = requests.get(
        "https://authenticatie.vlaanderen.be/op/v1/userinfo",
        headers={"Authorization": f"Bearer {given['access_token']}"},
        timeout=10,
    ).json()
    assert told["eigen_eloket_rol_3d"] == [f"EigenEloketGebruiker:{federation.number('de-kade')}"]
    assert "wv_orgcode" not in told


@pytest.mark.usefixtures("federation")
def test_a_local_administrator_enters_idm_as_oneself_without_a_choice() -> None:
    redirect = requests.get(
        "https://authenticatie.vlaanderen.be/op/v1/auth",
        params={
            "client_id": "idm",
            "response_type": "code",
            "scope": "openid vo",
            "redirect_uri": "https://vo-gebruikersbeheer.vlaanderen.be/aanmelden/callback",
            "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
            "code_challenge_method": "S256",
            "mock_persona": "jan",
        },
        allow_redirects=False,
        timeout=10,
    )
    assert "code=" in redirect.headers["Location"], redirect.text
