"""Sign-in without pages: every sentence of its contract."""

from __future__ import annotations

from datetime import timedelta

import pytest
import requests

from mocks.acm.tests.own_eloket import (
    ACM,
    CALLBACK,
    CLIENT,
    answer,
    ask,
    denied,
    exchange,
    on_the_spot,
    payload,
    put,
    register,
    sign_in,
    tokens,
)
from mocks.pytest_plugin import FederationInTest

pytestmark = pytest.mark.usefixtures("federation")

URN = "urn:be:vlaanderen:authmech:"
EVERY_MEANS = " ".join(f"{URN}{name}" for name in ("eid", "itsme", "csamtotp", "csamsms", "csamtoken"))
ADD = "Laat KBO de functie registreren, of laat de lokale beheerder een gebruikersrecht toekennen."


def acr(persona: str, key: str | None = None, client: tuple[str, str] = CLIENT) -> str:
    """Return the means by which a persona signed in, by the end of its URN."""
    given = tokens(persona, "BUR", client=client, acr_values=EVERY_MEANS, mock_key=key)
    claims = payload(given["id_token"])
    return str(claims["acr"]).removeprefix(URN)


def test_one_redirect_brings_the_code() -> None:
    answered = sign_in("jan", "BUR")
    assert answered.status_code == 302
    assert answered.headers["Location"].startswith(f"{CALLBACK}?code=")
    assert exchange(answer(answered)["code"]).status_code == 200


def test_a_persona_may_be_named_by_number_with_or_without_signs(federation: FederationInTest) -> None:
    number = federation.number("jan")
    by_key = payload(tokens("jan")["id_token"])["sub"]
    for text in (number, "68.11.23-999.10"):
        assert payload(tokens(text)["id_token"])["sub"] == by_key


@pytest.mark.parametrize("persona", ["", "niemand", "JAN", "68112399911", "0110041748", "de-kade"])
def test_an_unknown_persona_is_a_400_that_lists_the_cast(persona: str) -> None:
    assert "Personages: jan, fatima, els," in on_the_spot(mock_persona=persona)


def test_a_number_that_nobody_has_is_refused_with_the_reason() -> None:
    assert denied("68112399811", "BUR") == (
        "Niemand heeft nummer 68.11.23-998.11 (bron: Rijksregister). "
        "Kijk het nummer na, of vraag een BIS-nummer aan wie niet in België woont."
    )


@pytest.mark.parametrize(
    ("persona", "key"),
    [("jan", "eid"), ("sophie", "csamtotp"), ("olga", "eid"), ("lena", "eid"), ("ines", "csamtotp")],
)
def test_by_default_the_strongest_active_key_is_used(persona: str, key: str) -> None:
    assert acr(persona) == key


@pytest.mark.parametrize(
    ("keys", "key"), [(["sms", "app"], "csamtotp"), (["sms"], "csamsms"), (["itsme", "eid"], "eid")]
)
def test_the_default_key_is_one_that_the_eloket_accepts(keys: list[str], key: str) -> None:
    register(client_id="sleutels", keys=keys, scope="openid")
    assert acr("tom", client=("sleutels", "geheim")) == key


@pytest.mark.parametrize(
    ("persona", "key", "urn"),
    [
        ("jan", "eid", "eid"),
        ("jan", "itsme", "itsme"),
        ("tom", "app", "csamtotp"),
        ("tom", "sms", "csamsms"),
        ("lena", "token", "csamtoken"),
    ],
)
def test_mock_key_names_the_key(persona: str, key: str, urn: str) -> None:
    assert acr(persona, key) == urn


@pytest.mark.parametrize("key", ["pincode", "EID", "eid itsme", "\0"])
def test_an_unknown_key_is_a_400_that_lists_the_keys(key: str) -> None:
    sentence = on_the_spot(mock_persona="jan", mock_identity="BUR", mock_key=key)
    assert sentence.endswith("is geen digitale sleutel; wel: eid, itsme, app, sms, token.")


@pytest.mark.parametrize(
    ("persona", "key", "fact"),
    [
        ("olga", "itsme", "Olga Vandamme heeft itsme niet geactiveerd (bron: CSAM)."),
        ("sophie", "eid", "Sophie Martin heeft geen Belgische eID (bron: Rijksregister)."),
        (
            "hugo",
            "app",
            "De activering van Beveiligingscode via mobiele app is nog niet voltooid (bron: CSAM).",
        ),
    ],
)
def test_a_key_that_does_not_work_is_refused_with_the_reason(persona: str, key: str, fact: str) -> None:
    assert denied(persona, "BUR", mock_key=key).startswith(fact)


def test_a_key_that_the_eloket_does_not_accept_is_refused_with_the_reason() -> None:
    register(client_id="enkel-eid", keys=["eid"])
    reason = denied("jan", "BUR", client_id="enkel-eid", mock_key="itsme")
    assert reason.startswith("Proef aanvaardt itsme niet (bron: Integratiedossier).")


def test_who_has_no_key_that_is_accepted_is_refused_by_default_too() -> None:
    assert denied("hugo").startswith("Hugo van Dijk heeft geen actieve digitale sleutel die Eigen e-loket")


def test_by_default_the_only_identity_is_taken() -> None:
    claims = payload(tokens("tom", None, scope="openid vo")["id_token"])
    assert claims["vo_doelgroepcode"] == "BUR"


def test_the_only_identity_may_be_an_organisation(federation: FederationInTest) -> None:
    register(client_id="bedrijven", target_groups=["EA"], routes=["legal_representative"])
    claims = payload(tokens("jan", None, scope="openid vo", client=("bedrijven", "geheim"))["id_token"])
    assert claims["vo_orgcode"] == federation.number("de-kade")


def test_several_identities_without_a_choice_are_a_400_that_lists_them(federation: FederationInTest) -> None:
    assert on_the_spot(mock_persona="jan") == (
        f"Er is meer dan één identiteit mogelijk: BUR (person), EA:{federation.number('de-kade')} "
        "(legal_representative). Kies met mock_identity, en zo nodig met mock_route."
    )


def test_mock_identity_and_mock_route_each_choose(federation: FederationInTest) -> None:
    for changes in (
        {"mock_identity": f"EA:{federation.number('de-kade')}"},
        {"mock_route": "legal_representative"},
    ):
        given = exchange(answer(ask({"mock_persona": "jan", "scope": "openid vo", **changes}))["code"]).json()
        assert payload(given["id_token"])["vo_orgcode"] == federation.number("de-kade")


def test_an_organisation_may_be_written_with_dots(federation: FederationInTest) -> None:
    del federation
    claims = payload(tokens("jan", "EA:0110.041.748", scope="openid vo")["id_token"])
    assert claims["vo_orgcode"] == "0110041748"


@pytest.mark.parametrize(
    "identity",
    ["EA", "EA:", "BUR:0110041748", "GID:OVO000001", "ea:0110041748", "EA:0110041749", "0110041748", "EA:x"],
)
def test_an_identity_that_is_none_is_a_400(identity: str) -> None:
    assert on_the_spot(mock_persona="jan", mock_identity=identity).startswith("mock_identity: ")


def test_an_organisation_that_nobody_knows_or_of_another_target_group_is_a_400() -> None:
    assert on_the_spot(mock_persona="jan", mock_identity="EA:0100000070") == (
        "mock_identity: KBO kent in deze wereld geen onderneming 0100000070."
    )
    assert on_the_spot(mock_persona="jan", mock_identity="LB:0110041748") == (
        "mock_identity: Theater De Kade vzw valt onder doelgroep EA, niet LB."
    )


@pytest.mark.parametrize("route", ["weg", "PERSON", "\0"])
def test_an_unknown_route_is_a_400_that_lists_the_routes(route: str) -> None:
    sentence = on_the_spot(mock_persona="jan", mock_route=route)
    assert "is geen weg; wel: person, legal_representative, work_relation, mandate" in sentence


def test_a_route_by_which_nothing_is_possible_is_refused_and_not_called_a_cancellation() -> None:
    reason = denied("jan", "EA:0110041748", mock_route="person")
    assert reason == "Langs deze weg kan deze persoon hier voor niemand optreden."


@pytest.mark.parametrize(
    ("persona", "organisation", "reason"),
    [
        (
            "dirk",
            "de-kade",
            f"Bestuurder: geldig tot en met 26 april 2021, dus beëindigd (bron: KBO). {ADD}",
        ),
        (
            "tom",
            "de-kade",
            f"KBO noemt Tom Willems niet onder de functies van Theater De Kade vzw (bron: KBO). {ADD}",
        ),
        (
            "karel",
            "leerpunt",
            "Vast vertegenwoordiger Commissaris: geen functie die de organisatie vertegenwoordigt "
            f"(bron: KBO). {ADD}",
        ),
        (
            "piet",
            "stilte",
            "Studio Stilte vzw is stopgezet op 27 december 2020 (bron: KBO). Voor een stopgezette "
            "organisatie kan niemand optreden; neem contact op met KBO als dat niet klopt.",
        ),
        (
            "dora",
            "de-kade",
            "Dora Stevens is overleden op 18 maart 2021 (bron: Rijksregister). "
            "Iemand anders moet de organisatie vertegenwoordigen.",
        ),
    ],
)
def test_a_refusal_travels_to_the_client_with_the_reason(
    federation: FederationInTest, persona: str, organisation: str, reason: str
) -> None:
    # Every way is told; that of the legal representative comes first.
    assert denied(persona, f"EA:{federation.number(organisation)}").startswith(reason)


def test_every_sign_in_is_fresh_and_touches_no_session(federation: FederationInTest) -> None:
    browser = requests.Session()
    asked = {
        "client_id": "eigen-eloket",
        "redirect_uri": CALLBACK,
        "response_type": "code",
        "scope": "openid",
        "mock_persona": "tom",
        "max_age": "60",
    }
    for _ in range(2):
        answered = browser.get(f"{ACM}/op/v1/auth", params=asked, allow_redirects=False, timeout=10)
        assert "Set-Cookie" not in answered.headers
        claims = payload(exchange(answer(answered)["code"]).json()["id_token"])
        assert claims["auth_time"] == int(federation.now.timestamp())
        federation.step(timedelta(hours=3))


def test_a_change_of_the_facts_bites_at_the_next_sign_in(federation: FederationInTest) -> None:
    de_kade = f"EA:{federation.number('de-kade')}"
    assert "code" in answer(sign_in("jan", de_kade))
    number = f"{federation.number('de-kade')}-{federation.number('jan')}-10002"
    put(federation.url("kbo", f"/_mock/function/{number}"), {"end": "2021-04-26"})
    assert denied("jan", de_kade).startswith("Bestuurder: geldig tot en met 26 april 2021, dus beëindigd")


def test_a_mock_parameter_that_occurs_twice_is_a_400() -> None:
    answered = ask({"mock_persona": ["jan", "jan"]})
    assert (answered.status_code, answered.json()["code"]) == (400, "unknown-mock-value")


@pytest.mark.parametrize(
    "more", [{"mock_identiy": "BUR"}, {"mock_holder": "Cijferwijs"}, {"mock_": "x"}], ids=repr
)
def test_a_mock_parameter_that_nobody_reads_is_a_400_and_no_choice(more: dict[str, str]) -> None:
    answered = ask({"mock_persona": "jan", "mock_identity": "BUR", **more})
    assert (answered.status_code, answered.json()["code"]) == (400, "unknown-mock-value")


def test_a_choice_without_a_persona_is_a_400() -> None:
    answered = ask({"mock_identity": "BUR"})
    assert (answered.status_code, answered.json()["code"]) == (400, "unknown-mock-value")
