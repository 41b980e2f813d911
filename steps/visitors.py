"""Who visits which mock to look at every page of it, by which door, and what they fill in there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import requests

from steps.crawl import STRANGER, Crawl
from steps.drivers.browser import Browser
from steps.drivers.fas import prove

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mocks.cast import Personage
    from mocks.federation import Federation

OWN_ELOKET = Path(__file__).resolve().parent.parent / "docs" / "examples" / "mijn-eloket.yaml"

DOORS: Mapping[str, Mapping[str, str]] = {
    "kiosk": {"kiosk": "/aanmelden", "kiosk-beoordelaar": "/beoordelen/aanmelden"},
    "ssm": {"ssm": "/aanmelden"},
    "idm": {"idm": "/aanmelden"},
    "kmo-portefeuille": {
        "kmo-portefeuille": "/onderneming/aanmelden",
        "kmo-dienstverlener": "/dienstverlener/aanmelden",
        "kmo-departementen": "/departementen/aanmelden",
    },
    "eloket": {name: f"/{name}/aanmelden" for name in ("e-loketondernemers", "wse-loket")},
}
"""The doors of each e-loket, by client of ACM: there one signs in without pages."""

_BEHIND_FAS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "csam": (("csam", "/sleutels"), ("btb", "/btb"), ("csam", "/rollen")),
    "acm": (("kiosk", "/aanmelden"),),
}
"""Where one signs in over the pages; whoever did at the first is known at the others."""

_NEIGHBOURS = {"csam": {"acm", "rijksregister"}, "acm": {"csam", "kiosk"}}
"""Where else one must go to come further: a letter with a code is given at another counter."""

_ALSO: Mapping[str, tuple[tuple[str, str], ...]] = {
    "csam": (("rijksregister", "/loket/bis-nummer"), ("csam", "/brievenbus?zoek=Willems")),
    "acm": (
        (
            "acm",
            "/op/v1/auth?client_id=eigen-eloket&redirect_uri=http://127.0.0.1:9/callback&response_type=code"
            "&scope=openid&response_mode=form_post&mock_persona=jan&mock_identity=BUR",
        ),
    ),
    "idm": (("idm", "/zelfregistratie/aanvraag?dg=EA&an=kiosk&oc={de-kade}"),),
}
"""Addresses to which no page leads, but a mail or a program."""

_PARAMETERS = {"name": "wse-loket", "door": "dienstverlener"}
"""Parameters of routes with which one may come in from outside."""

_TYPED = {
    "pin": "1234",
    "password": "proef",
    "duration": "until",
    "email": "iemand@post.example",
    "phone": "+3212345678",
    "reason": "Zij werkt er niet meer.",
    "begin": "27/04/2021",
    "end": "30/04/2022",
    "relation_end": "30/04/2022",
    "right_end": "30/04/2022",
    "zoek": "Willems",
    "searchWord": "kade",
    "nummer": "{de-kade}",
    "organisatie": "{de-kade}",
    "enterprise_number": "{de-kade}",
    "organisation": "{de-kade}",
    "number": "{tom}",
    "other": "{cijferwijs}",
    "holder": "{cijferwijs}",
    "representative": "{tom}",
    "account": "BE68 5390 0754 7034",
    "document_number": "PN1234567",
    "valid_until": "01/01/2030",
    "birth_date": "14/03/1980",
    "country": "IE",
    "register_number": "612345",
    "street": "South Mall",
    "house_number": "14",
    "postcode": "T12",
    "municipality": "Cork",
    "name": "Tidewater",
    "given_name": "Tom",
    "family_name": "Willems",
}
"""What a sensible person fills in, by the name of the field; a personage in braces is its number."""


def crawled(federation: Federation, world: str, app: str) -> Crawl:
    """Return the walk of everybody through a mock, once it is over."""
    numbers = {key: str(one.number) for key, one in federation.cast.people.items()}
    numbers |= {key: one.code for key, one in federation.cast.organisations.items()}
    typed = {name: text.format_map(numbers) for name, text in _TYPED.items()}
    typed["file"] = OWN_ELOKET.read_text(encoding="utf-8")
    crawl = Crawl(federation, frozenset({app} | _NEIGHBOURS.get(app, set())), typed)
    for system, path in (*_ALSO.get(app, ()), *_open_addresses(federation, app)):
        url = federation.house.addresses.base(system) + path.format_map(numbers)
        crawl.enter(f"{STRANGER} at {url}", url)
    for who, url in _signing_in(federation, world, app):
        crawl.sign_in(who, url)
    for person in federation.cast.people.values() if app in _BEHIND_FAS else ():
        if person.belgian_eid and person.deceased_on is None:
            _enter_over_fas(crawl, federation, app, person)
    for system, path in _BEHIND_FAS.get(app, ()):
        url = federation.house.addresses.base(system) + path
        crawl.enter(f"{STRANGER} at {url}", url)
    for system, path in _ALSO.get(app, ()):
        crawl.enter("tom", federation.house.addresses.base(system) + path.format_map(numbers))
    if app == "csam":
        _hold_keys(crawl, federation)
    crawl.walk()
    return crawl


def _open_addresses(federation: Federation, app: str) -> Iterator[tuple[str, str]]:
    """Give the addresses of an application that one can type: all without a parameter."""
    for rule in federation.applications[app].url_map.iter_rules():
        if "GET" in (rule.methods or ()) and set(rule.arguments) <= set(_PARAMETERS):
            filled = re.sub(r"<(\w+)>", lambda found: _PARAMETERS[found[1]], str(rule.rule))
            yield "fas" if filled.startswith("/fas/") else app, filled


def _signing_in(federation: Federation, world: str, app: str) -> Iterator[tuple[str, str]]:
    """Give who signs in without pages at which address, for two of every kind of identity."""
    visit = federation.visit(world)
    taken: dict[tuple[str, ...], int] = {}
    for person in federation.cast.people.values():
        for client, door in DOORS.get(app, {}).items():
            for identity in federation.identities(visit, person.number, client):
                kind = (client, identity.route, identity.target_group)
                taken[kind] = taken.get(kind, 0) + 1
                if taken[kind] > 2 and app != "idm":
                    continue
                asked = {
                    "mock_persona": person.key,
                    "mock_identity": identity.key,
                    "mock_route": str(identity.route),
                    **({"mock_holder": identity.holder_code} if identity.holder_code else {}),
                }
                url = f"{federation.house.addresses.base(app)}{door}?{urlencode(asked)}"
                yield (person.key if app == "idm" else f"{person.key} {client} {identity.key}"), url
    visit.close()


def _enter_over_fas(crawl: Crawl, federation: Federation, app: str, person: Personage) -> None:
    """Let somebody with an eID prove who it is, and come in where that is known."""
    session = requests.Session()
    browser = Browser(session)
    addresses = [federation.house.addresses.base(system) + path for system, path in _BEHIND_FAS[app]]
    browser.open(addresses[0])
    prove(browser, person)
    for address in addresses:
        crawl.enter(person.key, address, session)


def _hold_keys(crawl: Crawl, federation: Federation) -> None:
    """Let somebody with each kind of key stand before its proof, who is not signed in yet."""
    people = reversed(federation.cast.people.values())
    holders = {key.kind: person for person in people if not person.deceased_on for key in person.digital_keys}
    for kind, holder in holders.items():
        session = requests.Session()
        browser = Browser(session)
        browser.open(federation.house.addresses.base("csam") + "/btb/aanmelden")
        browser.choose("key", str(kind))
        page = browser.press("Verder", number=str(holder.number))
        crawl.enter(f"{STRANGER} with {kind}", page.url, session)
