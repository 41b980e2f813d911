"""Nobody reaches at KIOSK what is not his: another applicant's, not his to assess, or behind the other door.

The routes are read from KIOSK's application itself, so that a new one is tried without anyone remembering;
who may reach what is read from the cast, never from KIOSK.
"""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest
import requests

from mocks.cast import load_cast
from mocks.cast.facts import facts_of
from steps.reach import DOORS, NAMES_A_DOSSIER, Belonging, Route, Session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mocks.acm.domain.verdict import Identity
    from mocks.federation import Federation
    from mocks.pytest_plugin import FederationInTest

CAST = load_cast()

FOR_PROGRAMS = re.compile(r"^/(_mock|brievenbus|scim|static|health|metrics|favicon\.ico)(/|$)")
"""The control room and SCIM ask a token of their own, the letter box shows every message to whoever tests,
as only a mock does; the others say nothing of an applicant."""

WORDS: dict[str, tuple[str, ...]] = {"word": ("contactpersoon", "e-mailadres", "rekeningnummer")}
"""What else stands in addresses, and every word that it can be."""

REFUSED = {403, 404}


def belongings(federation: FederationInTest) -> Sequence[Belonging]:
    """Return every dossier of the cast."""
    facts = [fact for fact in facts_of(CAST, federation.now.date()) if fact.system == "kiosk"]
    assigned = {fact.number: fact.members["assessors"] for fact in facts if fact.kind == "assessment"}
    return [
        Belonging(
            fact.number,
            fact.members["applicant"],
            fact.members["title"],
            frozenset(assigned.get(fact.number, ()) if fact.members["phase"] != "preparation" else ()),
        )
        for fact in facts
        if fact.kind == "dossier"
    ]


def dependants(federation: FederationInTest) -> dict[str, str]:
    """Return under whom each applicant without an enterprise number stands, by its code."""
    facts = facts_of(CAST, federation.now.date())
    return {
        fact.number: fact.members["acting"]
        for fact in facts
        if (fact.system, fact.kind) == ("kiosk", "dependant")
    }


def routes(application: Federation) -> tuple[Sequence[Route], Sequence[Route]]:
    """Return the routes of KIOSK that name a dossier, and the pages that name none."""
    naming, plain = [], []
    for rule in application.applications["kiosk"].url_map.iter_rules():
        text = str(rule.rule)
        if FOR_PROGRAMS.search(text):
            continue
        door = rule.endpoint.partition(".")[0]
        assert door in DOORS, f"say here by which door one comes to KIOSK's {text}, so that others try it"
        unknown = set(rule.arguments) - {NAMES_A_DOSSIER} - WORDS.keys()
        assert not unknown, f"say here what {unknown} of KIOSK's {text} names, so that others try it"
        methods = (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.arguments:
            naming += [Route(door, method, path) for method in sorted(methods) for path in spelt_out(text)]
        elif "GET" in methods:
            plain.append(Route(door, "GET", text))
    return naming, plain


def spelt_out(rule: str) -> Iterator[str]:
    """Give a rule with each of the words that it can have, and the place of the dossier left open."""
    parameters = [name for name in WORDS if f"<{name}>" in rule]
    for words in itertools.product(*(WORDS[name] for name in parameters)):
        path = rule
        for name, word in zip(parameters, words, strict=True):
            path = path.replace(f"<{name}>", word)
        yield path


def sign_in(federation: FederationInTest, door: str, person: str, identity: Identity) -> requests.Session:
    """Sign somebody in at a door of KIOSK, without pages."""
    browser = requests.Session()
    browser.headers["Accept"] = "text/html"
    asked = {
        "mock_persona": person,
        "mock_identity": identity.key,
        "mock_route": str(identity.route),
        **({"mock_holder": identity.holder_code} if identity.holder_code else {}),
    }
    page = browser.get(federation.url("kiosk", DOORS[door].sign_in), params=asked)
    inside = federation.url("kiosk", DOORS[door].inside)
    assert page.url == inside, f"{person} as {identity.key}: {page.url}"
    return browser


def form_of(federation: FederationInTest, browser: requests.Session, door: str) -> dict[str, str]:
    """Return what KIOSK's forms carry in this browser behind a door."""
    page = browser.get(federation.url("kiosk", DOORS[door].inside)).text
    return dict(re.findall(r'name="(csrf_token|mark)" value="([^"]+)"', page))


def identities_at(
    federation: FederationInTest, application: Federation, person: str, door: str
) -> Sequence[Identity]:
    """Return as whom ACM lets somebody come to a door."""
    visit = application.visit(federation.world)
    found = application.identities(visit, CAST.people[person].number, DOORS[door].client)
    visit.close()
    return found


def assessing(federation: FederationInTest, application: Federation, person: str) -> Iterator[Session]:
    """Sign somebody in by the door of the assessors as everything that ACM offers there."""
    for identity in identities_at(federation, application, person, "assessors"):
        browser = sign_in(federation, "assessors", person, identity)
        form = form_of(federation, browser, "assessors")
        yield Session(browser, "assessors", CAST.people[person].number, form)


def applying(federation: FederationInTest, application: Federation, person: str) -> Iterator[Session]:
    """Sign somebody in as everything that ACM offers at KIOSK, and pick everyone who stands under that.

    Whoever does not stand under that is picked, too, and must be refused.
    """
    number = CAST.people[person].number
    under = dependants(federation)
    known = {*under, *(one.code for one in (*CAST.people.values(), *CAST.organisations.values()))}
    for identity in identities_at(federation, application, person, "pages"):
        party = identity.code or number
        browser = sign_in(federation, "pages", person, identity)
        form = form_of(federation, browser, "pages")
        yield Session(browser, "pages", party, form)
        # Whoever has a mandate of a person acts for that person only.
        alone = str(identity.route) == "mandate" and party in {one.number for one in CAST.people.values()}
        picks = {code for code, acting in under.items() if acting == party and not alone}
        for code in (*sorted(known - picks), *sorted(picks)):
            sent = {**form, "aanvrager": code}
            answer = browser.post(federation.url("kiosk", "/aanvragers"), data=sent, allow_redirects=False)
            assert answer.status_code == (303 if code in picks else 404), f"{identity.key} picks {code}"
            if code in picks:
                yield Session(browser, "pages", code, form_of(federation, browser, "pages"))


def told(page: str, dossiers: Sequence[Belonging]) -> set[str]:
    """Return the numbers of the dossiers whose title stands on a page."""
    text = html.unescape(page)
    return {one.number for one in dossiers if one.title in text}


def test_no_two_dossiers_of_the_cast_have_one_number(federation: FederationInTest) -> None:
    numbers = [one.number for one in belongings(federation)]
    assert sorted(numbers) == sorted(set(numbers))


def sent_to_the_door(answer: requests.Response, route: Route) -> bool:
    """Return whether an answer sends one to sign in there, or says that one has to."""
    led = answer.headers.get("Location", "").partition("?")[0]
    return led.endswith(f"/kiosk{DOORS[route.door].sign_in}") or 'data-code="not-signed-in"' in answer.text


@pytest.mark.parametrize("sign_in_all", [applying, assessing])
@pytest.mark.parametrize("person", CAST.people)
def test_a_session_reaches_what_is_its_own_and_nothing_else(
    person: str,
    sign_in_all: Callable[[FederationInTest, Federation, str], Iterator[Session]],
    federation: FederationInTest,
    federation_application: Federation,
) -> None:
    dossiers = belongings(federation)
    naming, plain = routes(federation_application)
    for session in sign_in_all(federation, federation_application, person):
        others = [one for one in dossiers if not session.may_see(one)]
        for route in plain:
            page = session.browser.get(federation.url("kiosk", route.rule), allow_redirects=False)
            # What is one's own stands behind the door by which one came in, too.
            hidden = others if route.door == session.door else dossiers
            assert told(page.text, hidden) == set(), f"{person} for {session.acting} at {route.rule}"
        for route, dossier in itertools.product(naming, dossiers):
            answer = session.browser.request(
                route.method,
                federation.url("kiosk", route.at(dossier.number)),
                data=session.form if route.method != "GET" else None,
                allow_redirects=False,
            )
            tried = f"{person} for {session.acting}: {route.method} {route.at(dossier.number)}"
            if route.door != session.door:
                assert sent_to_the_door(answer, route), f"{tried} led elsewhere"
            elif not session.may_see(dossier):
                assert answer.status_code in REFUSED, f"{tried} gave {answer.status_code}"
            elif route.method == "GET":
                assert answer.status_code == 200, f"{tried} gave {answer.status_code}"
            assert told(answer.text, others) == set(), tried


def test_every_way_to_sign_in_at_kiosk_is_one_of_the_doors(federation_application: Federation) -> None:
    rules = federation_application.applications["kiosk"].url_map.iter_rules()
    found = {str(rule.rule) for rule in rules if str(rule.rule).endswith("/aanmelden")}
    assert found == {door.sign_in for door in DOORS.values()}


def test_somebody_comes_in_by_each_door(
    federation: FederationInTest, federation_application: Federation
) -> None:
    for door in DOORS:
        came = [one for one in CAST.people if identities_at(federation, federation_application, one, door)]
        assert came, f"nobody tries the routes behind {door}"


def test_whoever_is_not_signed_in_reaches_nothing(
    federation: FederationInTest, federation_application: Federation
) -> None:
    dossiers = belongings(federation)
    naming, plain = routes(federation_application)
    assert {route.door for route in naming} == set(DOORS), "behind each door there are dossiers"
    paths = [route.rule for route in plain] + [route.at(one.number) for route in naming for one in dossiers]
    for path in paths:
        answer = requests.get(federation.url("kiosk", path), headers={"Accept": "text/html"}, timeout=30)
        assert told(answer.text, dossiers) == set(), path
