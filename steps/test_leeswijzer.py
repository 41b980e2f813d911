"""The leeswijzer tells what the code does: order of the checks, personages, organisations, glossary."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from mocks.acm.domain.decision import ALWAYS, RULES, Case
from mocks.acm.domain.eloket import Eloket, Right
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
from mocks.cast import load_cast
from mocks.core.clock import Period
from mocks.core.identifiers import Insz
from steps.leeswijzer import project_leeswijzer

FEATURES = Path(__file__).resolve().parent.parent / "features"
ROW = re.compile(r"^\| (\d+) \| ([^|]+?) \| ([^|]+?) \| ([^|]+?) \|$", re.MULTILINE)

MOCKS = FEATURES.parent / "mocks"
HOLDER = "0122386185"

NOT_YET_BUILT = {
    "external_service_provider",
    "function_holder",
    "mandate_executor",
    "sign_in_on_behalf_of",
}
"""Terms of who uses a mandate, not built yet; those of holder and sign-in are said shorter so far."""

ROUTES = {
    "de persoon zelf": "person",
    "wettelijk vertegenwoordiger": "legal_representative",
    "werkrelatie met een recht": "work_relation",
    "mandaat": "mandate",
    "beheerder": "administrator",
}


def test_the_checks_stand_in_the_order_in_which_they_are_made() -> None:
    rows = ROW.findall((FEATURES / "README.md").read_text(encoding="utf-8"))
    told = {
        route: [
            title
            for _, title, whom, _ in rows
            if whom == "iedereen"
            or name in whom.split(", ")
            or (whom == "elke organisatie" and route not in {"person", "mandate"})
        ]
        for name, route in ROUTES.items()
    }
    made = {route: [rule(_a_case()).check for rule in rules] for route, rules in RULES.items()}
    assert told == made
    assert [rule(_a_case()).check for rule in ALWAYS] == [row[1] for row in rows if row[2] == "iedereen"]


def test_every_check_tells_the_source_that_the_leeswijzer_names() -> None:
    rows = ROW.findall((FEATURES / "README.md").read_text(encoding="utf-8"))
    told = {title: source for _, title, _, source in rows}
    made = {
        check.check: check.source
        for rules in RULES.values()
        for rule in rules
        for check in (rule(_a_case()),)
    }
    assert told == made


def test_the_leeswijzer_and_the_cast_name_the_same_people_and_organisations() -> None:
    cast, leeswijzer = load_cast(), project_leeswijzer()
    assert set(leeswijzer.people_codes) == set(cast.people)
    assert set(leeswijzer.organisation_codes) == set(cast.organisations)


def test_every_term_of_the_glossary_has_its_one_name_in_the_code() -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted(MOCKS.rglob("*"))
        if path.suffix in {".py", ".yaml", ".html"} and "tests" not in path.parts
    )
    snake_case = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", source).lower()
    words = set(re.findall(r"[a-z][a-z_]*", snake_case.replace("-", "_")))
    missing = {term.code for term in project_leeswijzer().terms} - words
    assert missing == NOT_YET_BUILT


def _a_case() -> Case:
    """Return a case in which every check holds, with itsme at an e-loket that asks the card."""
    insz = Insz("68.11.23-999.10")
    always = Period(date(2000, 1, 1))
    return Case(
        facts=Facts(
            insz=insz,
            person=Person(insz, "Jan", "Peeters", date(1968, 11, 23), belgian_eid=True, deceased_on=None),
            keys=(DigitalKey("itsme", always),),
            functions=(Function("0110041748", "Bestuurder", representing=True, period=always),),
            employment=Employment(
                "Actief",
                (
                    WorkRelation(
                        "0110041748",
                        "Vaste Medewerker",
                        always,
                        (UserRight("Proef Gebruiker", "ProefGebruiker", (), always),),
                    ),
                    WorkRelation(
                        HOLDER,
                        "Vaste Medewerker",
                        always,
                        (UserRight("SSM Mandaatuitvoerder", "SSMMandaatuitvoerder", (), always),),
                    ),
                ),
            ),
            organisations={
                "0110041748": Organisation("0110041748", "Theater De Kade vzw", "EA", "2", stopped_on=None),
                HOLDER: Organisation(HOLDER, "Boekhoudkantoor Cijferwijs bv", "EA", "2", stopped_on=None),
            },
            mandates=(
                Mandate(
                    type="proef",
                    type_name="Proef",
                    mandator="0110041748",
                    holder=HOLDER,
                    signed_by_mandator=date(2020, 1, 1),
                    signed_by_holder=date(2020, 1, 1),
                    period=always,
                ),
            ),
        ),
        eloket=Eloket(
            client_id="proef",
            client_name="Proef",
            client_secret="geheim",
            redirect_uris=("http://127.0.0.1/callback",),
            target_groups=("BUR", "EA"),
            routes=("person", "legal_representative", "work_relation", "mandate", "administrator"),
            right=Right(name="Proef Gebruiker", token_code="ProefGebruiker"),
            mandate_type="proef",
            belgian_eid="always",
        ),
        today=date(2021, 4, 27),
        key="itsme",
        organisation=Organisation("0110041748", "Theater De Kade vzw", "EA", "2", stopped_on=None),
        number="0110041748",
        holder=HOLDER,
    )
