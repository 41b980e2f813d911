"""A foreign enterprise that has nothing, until its people stand in the kmo-portefeuille; by the APIs alone.

    proefloket up
    python docs/examples/foreign_enterprise.py http://127.0.0.1:8600

It makes a world of its own in which nobody exists, and removes it at the end.  Before every step it asks
what the next system says, so that you see why the order is what it is.  Needs nothing but ``requests``.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any

from stage import Refused, Stage, world

WORLD = "buitenlandse-dienstverlener"
RIGHT = {"right": "VLAIO Inkom Gebruiker Nieuw", "profile": "dienstverlener"}
CONTACT = {"phone": "+353210000014", "email": "office@tidewater.example"}


@dataclass
class Foreigner:
    """Somebody who does not live in Belgium.

    Attributes:
        given_name: first name.
        family_name: surname.
        birth_date: year-month-day.
        passport: number of the passport.
        number: the BIS number, once given.
        letter: code and link, once given.
    """

    given_name: str
    family_name: str
    birth_date: str
    passport: str
    number: str = ""
    letter: dict[str, Any] | None = None


def ask_a_number(stage: Stage, who: Foreigner) -> None:
    """Let somebody ask a BIS number at a registration office; the letter with the code comes along."""
    served = stage.call(
        "POST",
        "/rijksregister/api/v1/bis-numbers",
        given_name=who.given_name,
        family_name=who.family_name,
        birth_date=who.birth_date,
        email=f"{who.given_name.lower()}@post.example",
        document={"kind": "passport", "country": "IE", "number": who.passport, "valid_until": "2030-01-01"},
    )
    who.number, who.letter = served["insz"], served["letter"]
    print(f"   {who.given_name} krijgt een BIS-nummer, en een code tot en met {who.letter['valid_until']}.")


def activate(stage: Stage, who: Foreigner) -> None:
    """Activate the code by mobile app, with the letter and what comes to the phone."""
    asked = {"kind": "app", "link": who.letter["link"], "code": who.letter["code"]} if who.letter else {}
    stage.call("POST", "/csam/api/v1/activations", **asked)
    waiting = stage.call("GET", f"/csam/_mock/phone/{who.number}")["messages"]
    key = stage.call("POST", "/csam/api/v1/activations", **asked, proof={"code": waiting[0]["code"]})
    print(f"   {who.given_name} activeert een sleutel, geldig tot en met {key['valid_until']}.")
    print("   Nog eens met die code:", refusal(stage, "POST", "/csam/api/v1/activations", **asked))


def register(stage: Stage, director: Foreigner) -> str:
    """Let an ondernemingsloket register the enterprise with its legal representative; return its number."""
    enterprise = {
        "name": "Tidewater Training Ltd",
        "legal_form": "030",
        "country": "IE",
        "register_number": "612345",
        "street": "South Mall",
        "house_number": "14",
        "postcode": "T12",
        "municipality": "Cork",
        "begin": "2021-03-01",
    }
    desk = "/kbo/api/v1/enterprises"
    print("   Zonder BIS-nummer:", refusal(stage, "POST", desk, **enterprise, representative="onbekend"))
    ask_a_number(stage, director)
    number = str(stage.call("POST", desk, **enterprise, representative=director.number)["number"])
    print(f"   Tidewater Training Ltd heeft ondernemingsnummer {number}.")
    return number


def appoint(stage: Stage, director: Foreigner, enterprise: str) -> None:
    """Let the legal representative appoint herself in BTB, and sign in, which makes it active."""
    stage.call(
        "POST",
        f"/csam/api/v1/btb/enterprises/{enterprise}/appointments",
        by=director.number,
        insz=director.number,
        given_name=director.given_name,
        family_name=director.family_name,
        post="main_access_manager",
        **CONTACT,
    )
    stage.sign_in_to_idm(director.number)
    print(f"   {director.given_name} is hoofdtoegangsbeheerder, en meldt zich aan bij het Gebruikersbeheer.")


def grant(stage: Stage, director: Foreigner, who: Foreigner, enterprise: str) -> None:
    """Let the administrator add somebody, couple and grant the right of the seat; herself too."""
    acting = {"actor": director.number, "organisation": enterprise}
    stage.call("POST", "/idm/api/v1/persons", number=who.number, **acting)
    relation = stage.call("POST", "/idm/api/v1/work-relations", person=who.number, **acting, **CONTACT)
    rights = f"/idm/api/v1/work-relations/{relation['number']}/rights"
    other = {**RIGHT, "profile": "Gebruiker"}
    print("   Met een ander profiel:", refusal(stage, "POST", rights, actor=director.number, **other))
    granted = stage.call("POST", rights, actor=director.number, **RIGHT)
    print(f"   {who.given_name} heeft ‘{granted['right']}’, tot en met {granted['end']}.")


def enter(stage: Stage, who: Foreigner, enterprise: str) -> str:
    """Return what the next sign-in with "Login dienstverleners" says: in, or why not."""
    try:
        page = stage.sign_in_to_kmo_portefeuille(who.number, enterprise)
    except Refused as refused:
        return f"geweigerd: {refused}"
    return "aangemeld namens Tidewater Training Ltd" if "Tidewater Training Ltd" in page else "aangemeld"


def refusal(stage: Stage, method: str, path: str, **body: Any) -> str:  # noqa: ANN401  # JSON members
    """Return why a system refuses."""
    try:
        stage.call(method, path, **body)
    except Refused as refused:
        return str(refused)
    raise SystemExit(f"{method} {path} had geweigerd moeten worden.")


def play(stage: Stage) -> None:
    """Register, activate, appoint, grant oneself, enter; then the same for an employee."""
    nora = Foreigner("Nora", "Keane", "1980-03-14", "PN1234567")
    paul = Foreigner("Paul", "Byrne", "1992-11-02", "PN7654321")
    print("1. Een ondernemingsloket schrijft de onderneming in.")
    enterprise = register(stage, nora)
    print("2. De wettelijk vertegenwoordiger activeert haar digitale sleutel.")
    print("   Voor de activering:", enter(stage, nora, enterprise))
    activate(stage, nora)
    print("3. Zij stelt zichzelf aan in het Beheer der Toegangsbeheerders.")
    appoint(stage, nora, enterprise)
    print("4. Zij kent zichzelf het recht van de zetel toe.")
    print("   Kmo-portefeuille, Nora:", enter(stage, nora, enterprise))
    grant(stage, nora, nora, enterprise)
    print("   Kmo-portefeuille, Nora:", enter(stage, nora, enterprise))
    print("5. Een medewerker doet hetzelfde, en krijgt het recht van haar.")
    ask_a_number(stage, paul)
    activate(stage, paul)
    print("   Kmo-portefeuille, Paul:", enter(stage, paul, enterprise))
    grant(stage, nora, paul, enterprise)
    print("   Kmo-portefeuille, Paul:", enter(stage, paul, enterprise))


def main(base: str) -> None:
    """Play it in a world of its own at ``base``."""
    with world(base, WORLD, cast=False) as stage:
        play(stage)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8600")
