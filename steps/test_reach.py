"""Nobody reaches what belongs to an applicant of KIOSK for whom the session does not act.

The routes are read from KIOSK's application itself, so that a new one is tried without anyone remembering;
who may reach what is read from the cast, never from KIOSK.
"""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
import requests

from mocks.cast import load_cast
from mocks.cast.facts import facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mocks.acm.domain.verdict import Identity
    from mocks.federation import Federation
    from mocks.pytest_plugin import FederationInTest

CAST = load_cast()

FOR_PROGRAMS = re.compile(r"^/(_mock|scim|static|health|metrics|favicon\.ico)(/|$)")
"""The control room and SCIM ask a token of their own; the others say nothing of an applicant."""

NAMES_A_DOSSIER = "number"
"""The parameter of KIOSK's routes that names a dossier by its number."""

WORDS: dict[str, tuple[str, ...]] = {"word": ("contactpersoon", "e-mailadres", "rekeningnummer")}
"""What else stands in addresses, and every word that it can be."""

REFUSED = {403, 404}


@dataclass(frozen=True)
class Belonging:
    """A dossier, and whose it is."""

    number: str
    applicant: str
    title: str


@dataclass(frozen=True)
class Session:
    """Somebody who signed in at KIOSK.

    Attributes:
        browser: in which that was.
        acting: the code of the applicant for whom the session acts.
        form: what the forms carry, whatever else they ask.
    """

    browser: requests.Session
    acting: str
    form: dict[str, str]


@dataclass(frozen=True)
class Route:
    """A route of KIOSK that names a dossier."""

    method: str
    rule: str

    def at(self, number: str) -> str:
        """Return the path of the route for a dossier."""
        return self.rule.replace(f"<{NAMES_A_DOSSIER}>", number)


def belongings(federation: FederationInTest) -> Sequence[Belonging]:
    """Return every dossier of the cast."""
    facts = facts_of(CAST, federation.now.date())
    return [
        Belonging(fact.number, fact.members["applicant"], fact.members["title"])
        for fact in facts
        if (fact.system, fact.kind) == ("kiosk", "dossier")
    ]


def dependants(federation: FederationInTest) -> dict[str, str]:
    """Return under whom each applicant without an enterprise number stands, by its code."""
    facts = facts_of(CAST, federation.now.date())
    return {
        fact.number: fact.members["acting"]
        for fact in facts
        if (fact.system, fact.kind) == ("kiosk", "dependant")
    }


def routes(application: Federation) -> tuple[Sequence[Route], Sequence[str]]:
    """Return the routes of KIOSK that name a dossier, and the pages that name none."""
    naming, plain = [], []
    for rule in application.applications["kiosk"].url_map.iter_rules():
        text = str(rule.rule)
        if FOR_PROGRAMS.search(text):
            continue
        unknown = set(rule.arguments) - {NAMES_A_DOSSIER} - WORDS.keys()
        assert not unknown, f"say here what {unknown} of KIOSK's {text} names, so that others try it"
        methods = (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.arguments:
            naming += [Route(method, path) for method in sorted(methods) for path in spelt_out(text)]
        elif "GET" in methods:
            plain.append(text)
    return naming, plain


def spelt_out(rule: str) -> Iterator[str]:
    """Give a rule with each of the words that it can have, and the place of the dossier left open."""
    parameters = [name for name in WORDS if f"<{name}>" in rule]
    for words in itertools.product(*(WORDS[name] for name in parameters)):
        path = rule
        for name, word in zip(parameters, words, strict=True):
            path = path.replace(f"<{name}>", word)
        yield path


def sign_in(federation: FederationInTest, person: str, identity: Identity) -> requests.Session:
    """Sign somebody in at KIOSK, without pages."""
    browser = requests.Session()
    browser.headers["Accept"] = "text/html"
    asked = {
        "mock_persona": person,
        "mock_identity": identity.key,
        "mock_route": str(identity.route),
        **({"mock_holder": identity.holder_code} if identity.holder_code else {}),
    }
    page = browser.get(federation.url("kiosk", "/aanmelden"), params=asked)
    assert page.url == federation.url("kiosk", "/dossiers"), f"{person} as {identity.key}: {page.url}"
    return browser


def form_of(federation: FederationInTest, browser: requests.Session) -> dict[str, str]:
    """Return what KIOSK's forms carry in this browser."""
    page = browser.get(federation.url("kiosk", "/dossiers")).text
    return dict(re.findall(r'name="(csrf_token|mark)" value="([^"]+)"', page))


def sessions(federation: FederationInTest, application: Federation, person: str) -> Iterator[Session]:
    """Sign somebody in as everything that ACM offers at KIOSK, and pick everyone who stands under that.

    Whoever does not stand under that is picked, too, and must be refused.
    """
    number = CAST.people[person].number
    under = dependants(federation)
    known = {*under, *(one.code for one in (*CAST.people.values(), *CAST.organisations.values()))}
    visit = application.visit(federation.world)
    identities = application.identities(visit, number, "kiosk")
    visit.close()
    for identity in identities:
        party = identity.code or number
        browser = sign_in(federation, person, identity)
        form = form_of(federation, browser)
        yield Session(browser, party, form)
        # Whoever has a mandate of a person acts for that person only.
        alone = str(identity.route) == "mandate" and party in {one.number for one in CAST.people.values()}
        picks = {code for code, acting in under.items() if acting == party and not alone}
        for code in (*sorted(known - picks), *sorted(picks)):
            sent = {**form, "aanvrager": code}
            answer = browser.post(federation.url("kiosk", "/aanvragers"), data=sent, allow_redirects=False)
            assert answer.status_code == (303 if code in picks else 404), f"{identity.key} picks {code}"
            if code in picks:
                yield Session(browser, code, form_of(federation, browser))


def told(page: str, dossiers: Sequence[Belonging]) -> set[str]:
    """Return the numbers of the dossiers whose title stands on a page."""
    text = html.unescape(page)
    return {one.number for one in dossiers if one.title in text}


def test_no_two_dossiers_of_the_cast_have_one_number(federation: FederationInTest) -> None:
    numbers = [one.number for one in belongings(federation)]
    assert sorted(numbers) == sorted(set(numbers))


@pytest.mark.parametrize("person", CAST.people)
def test_a_session_reaches_what_belongs_to_its_applicant_and_nothing_else(
    person: str, federation: FederationInTest, federation_application: Federation
) -> None:
    dossiers = belongings(federation)
    naming, plain = routes(federation_application)
    for session in sessions(federation, federation_application, person):
        others = [one for one in dossiers if one.applicant != session.acting]
        for rule in plain:
            page = session.browser.get(federation.url("kiosk", rule), allow_redirects=False)
            assert told(page.text, others) == set(), f"{person} for {session.acting} at {rule}"
        for route, dossier in itertools.product(naming, dossiers):
            answer = session.browser.request(
                route.method,
                federation.url("kiosk", route.at(dossier.number)),
                data=session.form if route.method != "GET" else None,
                allow_redirects=False,
            )
            tried = f"{person} for {session.acting}: {route.method} {route.at(dossier.number)}"
            if dossier.applicant != session.acting:
                assert answer.status_code in REFUSED, f"{tried} gave {answer.status_code}"
            elif route.method == "GET":
                assert answer.status_code == 200, f"{tried} gave {answer.status_code}"
            assert told(answer.text, others) == set(), tried


def test_whoever_is_not_signed_in_reaches_nothing(
    federation: FederationInTest, federation_application: Federation
) -> None:
    dossiers = belongings(federation)
    naming, plain = routes(federation_application)
    assert naming, "KIOSK has dossiers"
    for rule in (*plain, *(route.at(one.number) for route in naming for one in dossiers)):
        answer = requests.get(federation.url("kiosk", rule), headers={"Accept": "text/html"}, timeout=30)
        assert told(answer.text, dossiers) == set(), rule
