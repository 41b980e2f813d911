"""Readiness equals reality: what it says of somebody is what a sign-in then gives."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
import requests

from mocks.acm.tests.own_eloket import answer, ask, put
from mocks.acm.tests.population import Population
from mocks.pytest_plugin import FederationInTest

CHALLENGE = {"code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "code_challenge_method": "S256"}
WAYS = ("legal_representative", "work_relation", "mandate")

REASONS = {
    "De persoon leeft",
    "De digitale sleutel is actief",
    "De persoon heeft een Belgische eID",
    "De persoon heeft een functie in de organisatie",
    "De functie geeft vertegenwoordiging",
    "De functie is begonnen",
    "De functie is niet beëindigd",
    "Wie de functie bekleedt, is actief",
    "De organisatie is actief",
    "De persoon heeft een werkrelatie met de organisatie",
    "De persoon is Actief in het Gebruikersbeheer",
    "De werkrelatie is begonnen",
    "De werkrelatie is niet beëindigd",
    "De persoon heeft het gebruikersrecht van het e-loket",
    "Het gebruikersrecht is begonnen",
    "Het gebruikersrecht is niet verlopen",
    "Het gebruikersrecht is niet ingetrokken",
    "De mandaatgever is geen lokaal bestuur",
    "Er is een mandaat voor de persoon of zijn organisatie",
    "Het mandaat is van de soort van het e-loket",
    "Beide partijen ondertekenden het mandaat",
    "De persoon mag het mandaat uitvoeren",
    *WAYS,
}
"""What must occur in a made-up world; a check that nobody makes any longer would be missed."""

LARGE = "PROEFLOKET_LARGE"
SEEDS = [1, 2]


class Stage:
    """What readiness says, and what really happens, in the world of a test."""

    def __init__(self, federation: FederationInTest, at: str = "kiosk") -> None:
        """Look at one e-loket."""
        self.federation = federation
        self.at = at

    def get(self, path: str, **query: Any) -> Any:  # noqa: ANN401  # JSON is of any type
        """Return what the control API of the stage says."""
        answered = requests.get(
            self.federation.url("stage", f"/_mock/{path}"), {"at": self.at} | query, timeout=60
        )
        assert answered.status_code == 200, answered.text
        return answered.json()

    def organisations(self) -> Iterator[dict[str, Any]]:
        """Give how every organisation stands, page by page."""
        offset, total = 0, 1
        while offset < total:
            said = self.get("readiness", offset=offset, limit=200)
            total = said["total"]
            yield from said["organisations"]
            offset += 200

    def tied(self) -> dict[str, set[str]]:
        """Return who has anything with each organisation, by the facts of the authorities themselves."""
        facts = self.get("facts")
        found: defaultdict[str, set[str]] = defaultdict(set)
        for number, function in facts["kbo"]["function"].items():
            organisation, holder, _ = number.split("-")
            person = holder if len(holder) == 11 else function["permanent_representative"]
            found[organisation] |= {person} if person else set()
        for number in facts["idm"]["work-relation"]:
            person, organisation, _ = number.split("-")
            found[organisation].add(person)
        for person, known in facts["idm"]["person"].items():
            for organisation in known["organisations"] or ():
                found[organisation].add(person)
        # Who uses a mandate is whoever has a function or a work relation at its holder, or is the holder.
        at_holders: defaultdict[str, set[str]] = defaultdict(set)
        for one in facts["ssm"]["mandate"].values():
            holder = one["holder"]
            at_holders[one["mandator"]] |= set(found[holder]) if len(holder) == 10 else {holder}
        for number in facts["csam"]["appointment"]:
            organisation, person, _ = number.split("-")
            found[organisation].add(person)
        for organisation, executors in at_holders.items():
            found[organisation] |= executors
        return found

    def refusal(self, person: str, organisation: dict[str, Any], way: str) -> str | None:
        """Sign in for an organisation by one way, and return the reasons of a refusal."""
        host = self.federation.url("kiosk", "/aanmelden/callback")
        asked = {"client_id": "kiosk", "redirect_uri": host, **CHALLENGE} if self.at == "kiosk" else {}
        identity = f"{organisation['target_group']}:{organisation['number']}"
        who = {"mock_persona": person, "mock_identity": identity, "mock_route": way}
        answered = ask({"client_id": self.at, **asked, **who})
        if answered.status_code == 400:
            assert answered.json()["code"] == "mock-choice-needed", "by two mandates of one organisation"
            return None
        members = answer(answered)
        if "code" in members:
            return None
        assert members["error"] == "access_denied"
        return members["error_description"]


def in_words(missing: dict[str, str] | None) -> str | None:
    """Return what ACM says of a check that fails."""
    if missing is None:
        return None
    return f"{missing['fact'].rstrip('.')} (bron: {missing['source']}). {missing['repair']}"


def by_way(ways: list[dict[str, Any]]) -> dict[str, str | None]:
    """Return what ACM says of each way; by mandate there is one verdict per holder."""
    said: dict[str, str | None] = {}
    for route in {way["route"] for way in ways}:
        reasons = [in_words(way["missing"]) for way in ways if way["route"] == route]
        said[route] = None if None in reasons else " ".join(dict.fromkeys(filter(None, reasons)))
    return said


def compare(stage: Stage, organisations: Iterable[dict[str, Any]]) -> dict[str, int]:
    """Sign everybody in by every way, compare with what was said, and count what was found."""
    tied = stage.tied()
    found: Counter[str] = Counter()
    for organisation in organisations:
        number = organisation["number"]
        assert {one["number"] for one in organisation["people"]} == tied[number], number
        opened = 0
        for one in organisation["people"]:
            said = by_way(one["ways"])
            assert set(said) == set(WAYS)
            for way, reason in said.items():
                assert stage.refusal(one["number"], organisation, way) == reason, (one["name"], number, way)
            assert one["ready"] == (None in said.values())
            opened += one["ready"]
            found["ready"] += one["ready"]
            for way in one["ways"]:
                found[way["missing"]["check"] if way["missing"] else way["route"]] += 1
        assert organisation["ready"] == (opened > 0)
    return found


@pytest.mark.parametrize("at", ["kiosk", "eigen-eloket"])
def test_everybody_of_the_cast_gets_what_readiness_says(federation: FederationInTest, at: str) -> None:
    stage = Stage(federation, at)
    found = compare(stage, stage.organisations())
    assert found["ready"] >= 8 if at == "kiosk" else found["ready"] >= 7
    assert len(found) > 4


def test_who_is_not_listed_gets_in_nowhere(federation: FederationInTest) -> None:
    stage = Stage(federation)
    cast = {one["number"] for one in stage.get("cast")["people"].values()}
    for organisation in stage.organisations():
        listed = {one["number"] for one in organisation["people"]}
        for person in cast - listed:
            for way in WAYS:
                assert stage.refusal(person, organisation, way) is not None


def test_another_day_is_decided_with_the_facts_as_they_stand(federation: FederationInTest) -> None:
    stage = Stage(federation)
    said = {day: stage.get("readiness", **{"for": "de-kade", "date": day}) for day in DAYS}
    for day, told in said.items():
        assert told["date"] == day
        put(
            federation.url("stage", "/_mock/clock"),
            {"now": f"{day}T10:00:00", "running": False, "token_time": "world"},
        )
        compare(stage, told["organisations"])
    ways = {day: told["organisations"][0]["ways"] for day, told in said.items()}
    still = {"legal_representative": 3, "work_relation": 2, "mandate": 3}
    assert ways["2021-04-26"] == still, "Dirk and Sara still can"
    assert ways["2021-04-27"] == {"legal_representative": 2, "work_relation": 1, "mandate": 3}


DAYS = ("2021-03-14", "2021-04-26", "2021-04-27", "2024-02-01")


@pytest.mark.parametrize(
    ("count", "seed"),
    [
        *((60, seed) for seed in SEEDS),
        pytest.param(
            1000,
            4,
            marks=pytest.mark.skipif(not os.environ.get(LARGE), reason=f"takes some minutes: set {LARGE}=1"),
        ),
    ],
)
def test_everybody_of_a_made_up_world_gets_what_readiness_says(
    federation: FederationInTest, count: int, seed: int
) -> None:
    people = Population(count, federation.now.date(), seed)
    for some in people.pieces():
        put(federation.url("stage", "/_mock/facts"), some)
    stage = Stage(federation)
    made = [one for one in stage.organisations() if one["number"] in people.facts["kbo/enterprise"]]
    assert len(made) == count
    found = compare(stage, made)
    assert found["ready"] > count / 6
    assert REASONS - set(found) == set()


@pytest.mark.parametrize("seed", SEEDS)
def test_who_administers_a_made_up_organisation_is_who_enters_idm_for_it(
    federation: FederationInTest, seed: int
) -> None:
    people = Population(30, federation.now.date(), seed)
    for some in people.pieces():
        put(federation.url("stage", "/_mock/facts"), some)
    stage = Stage(federation, "idm")
    listed = list(stage.organisations())
    for organisation in listed:
        for one in organisation["people"]:
            ask({"mock_persona": one["number"], "mock_identity": "BUR"})
            then = stage.get("explain", who=one["number"], **{"for": organisation["number"]})
            (way,) = one["ways"]
            assert way["open"] == then["allowed"], (one["name"], organisation["number"])
    assert {one["ready"] for one in listed} == {True, False}


def test_asking_changes_nothing(federation: FederationInTest) -> None:
    stage = Stage(federation, "idm")
    before = stage.get("facts")
    list(stage.organisations())
    stage.get("readiness/summary")
    assert stage.get("facts") == before


def test_the_summary_counts_what_the_organisations_say(federation: FederationInTest) -> None:
    people = Population(60, federation.now.date(), 5)
    for some in people.pieces():
        put(federation.url("stage", "/_mock/facts"), some)
    stage = Stage(federation)
    listed = list(stage.organisations())
    ways: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for one in listed:
        for way in one["ways"]:
            ways[way] += 1
        if not one["ready"]:
            reasons[one["missing"][0]["check"]] += 1
    ready = sum(one["ready"] for one in listed)
    assert stage.get("readiness/summary")["summary"] == {
        "organisations": len(listed),
        "ready": ready,
        "not_ready": len(listed) - ready,
        "ways": ways,
        "reasons": reasons,
    }
    assert reasons["Iemand heeft iets met de organisatie"] > 0
