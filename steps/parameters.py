"""The closed types of the steps: who, which organisation, which key, function, post, right, day or reason.

A step that names something else fits no definition, and a house rule says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from parse import with_pattern
from pytest_bdd import parsers

from mocks.cast import load_cast
from steps.acm_reasons import REASONS
from steps.days import CALENDAR, ENDS, MINUTES
from steps.drivers.btb import MAIN, Post
from steps.reasons import (
    BTB_REASONS,
    CONTACT_FIELDS,
    DESK_REASONS,
    DOOR_REASONS,
    DOSSIER_TYPES,
    ELOKET_REASONS,
    IDM_REASONS,
    KIOSK_REASONS,
    PHASES,
    ROLE_REASONS,
    SSM_REASONS,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mocks.cast import CastAssociation, CastOrganisation, Personage

    Applicant = CastAssociation | CastOrganisation | Personage
    """Whose dossiers there can be in KIOSK; each has a code."""

CAST = load_cast()

KEYS = {
    "eID": "eid",
    "itsme": "itsme",
    "een code via app": "app",
    "een code via sms": "sms",
    "het federale token": "token",
}
"""How a step names a digital key, and its kind."""

FUNCTIONS = {
    "bestuurder": "10002",
    "gedelegeerd bestuurder": "10004",
    "zaakvoerder": "10006",
    "persoon belast met dagelijks bestuur": "10007",
    "commissaris": "10008",
    "oprichter": "10009",
    "algemeen directeur": "10010",
    "burgemeester": "10011",
    "houder van de basiskennis bedrijfsbeheer": "20090",
    "curator": "90001",
}
"""How a step names a function, and its code in the KBO."""


RIGHTS = {
    "KIOSK Aanvrager": "kiosk-aanvrager",
    "KIOSK Beoordelaar": "kiosk-beoordelaar",
    "SSM Mandaatbeheerder": "ssm-mandaatbeheerder",
    "SSM Mandaatuitvoerder": "ssm-mandaatuitvoerder",
    "VLAIO Inkom Gebruiker Nieuw": "vlaio-inkom-gebruiker-nieuw",
    "Dienstverlener kmo-portefeuille, departementen": "dienstverlener-departementen",
    "Hoofd Lokale beheerder": "hoofd-lokale-beheerder",
    "Lokale beheerder": "lokale-beheerder",
}
"""The user rights that steps name, and their keys in the catalogue of IDM."""

POSTS = {
    "hoofdtoegangsbeheerder": Post(MAIN),
    "mede-hoofdtoegangsbeheerder": Post(MAIN, beside=True),
    "toegangsbeheerder voor alle domeinen": Post("all"),
    "toegangsbeheerder voor werkgelegenheid": Post("employment"),
    "toegangsbeheerder voor financiën": Post("finance"),
    "toegangsbeheerder voor mobiliteit": Post("mobility"),
    "toegangsbeheerder voor economie": Post("economy"),
}
"""How a step names what somebody is in BTB."""

FEDERAL_ROLES = {
    "FODFin mandaatgever": "fodfin_mandaatgever",
    "FODFin mandaatnemer": "fodfin_mandaatnemer",
    "FODFin mandaatuitvoerder": "fodfin_mandaatuitvoerder",
}
"""The federal roles that steps name, and their codes."""

NAMES_OF_RIGHTS = {key: name for name, key in RIGHTS.items()}

PROFILES = ("dienstverlener", "dienstverlener kmo-portefeuille")
"""The profiles that steps name, to the letter."""

DEEDS = {
    "toegevoegd heeft": "Persoon toegevoegd",
    "gekoppeld heeft": "Werkrelatie toegevoegd",
    "een recht toegekend heeft": "Gebruikersrecht toegekend",
    "een recht afgenomen heeft": "Gebruikersrecht ingetrokken",
}
"""How a step names what somebody did to a person in IDM, and how the history does."""

_PEOPLE = {person.given_name: person for person in CAST.people.values()}
GUIDE_STEPS = {
    "de digitale sleutels": "Activeer uw digitale sleutels",
    "de functie in de KBO": "Kijk na wie in de KBO",
    "de werkrelatie": "Geef de persoon een werkrelatie",
    "het recht": "Ken het recht “KIOSK Aanvrager” toe",
    "het mandaat": "Sluit een mandaat",
    "het testen": "Test of u toegang krijgt",
    "het aanmelden": "Meld u aan bij KIOSK",
}
"""How a step names a step of the guide, and how its title begins there."""

STATES = {"in orde": "in orde", "nog te doen": "nog te doen", "voor later": "later", "voorbij": "voorbij"}
"""How a step says how far a step of the guide is, and how the guide does."""

ELOKETS = {
    "het WSE-loket": "wse-loket",
    "e-loketondernemers": "e-loketondernemers",
    "een e-loket met alleen de eID": "mijn-eloket",
    "een e-loket met alleen itsme": "telefoonloket",
}
"""How a step names an e-loket that is an integration file alone, and its client_id."""

DOORS = {
    '"Login onderneming"': "onderneming",
    '"Login dienstverleners"': "dienstverlener",
    '"Login individuele dienstverlener/departementen"': "departementen",
}
"""The doors of the kmo-portefeuille by their labels, and their names in addresses."""

SERVICES = {'"opleiding"': "opleiding", '"advies"': "advies"}
"""The services of a provider."""

LANGUAGES = {"Nederlands": "nl", "Frans": "fr", "Duits": "de", "Engels": "en"}
"""The languages of KIOSK, and their codes."""

DESKS = ("het registratiekantoor", "het ondernemingsloket", "CSAM")
"""Where one asks a number, an enterprise or a key."""

WHOSE = {"zijn": 0, "haar": 0, "zijn vorige": 1}
"""How a step names a letter of one's own, and which of them that is, the newest first."""

_LEGAL_FORMS = re.compile(r" (vzw|bv|nv)$")
_ORGANISATIONS = {
    name: one for one in CAST.organisations.values() for name in (one.name, _LEGAL_FORMS.sub("", one.name))
}


_APPLICANTS: dict[str, Applicant] = {
    **{f'"{name}"': one for name, one in _ORGANISATIONS.items()},
    **{f'"{one.name}"': one for one in CAST.associations},
    **_PEOPLE,
}
_DEPARTMENTS = "|".join(f'"{re.escape(name)}"' for name in CAST.organisations["leerpunt"].departments)


def _one_of(names: Iterable[str], read: Callable[[str], Any]) -> Callable[[str], Any]:
    longest_first = sorted(names, key=len, reverse=True)
    return with_pattern("|".join(re.escape(name) for name in longest_first))(read)


def _person(name: str) -> Personage:
    return _PEOPLE[name]


def _organisation(name: str) -> CastOrganisation:
    return _ORGANISATIONS[name.strip('"')]


@with_pattern(f"(?:{_DEPARTMENTS})(?:(?:, | en )(?:{_DEPARTMENTS}))*")
def _departments(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r'"([^"]+)"', text))


TYPES = {
    "Persoon": _one_of(_PEOPLE, _person),
    "Organisatie": _one_of([f'"{name}"' for name in _ORGANISATIONS], _organisation),
    "Eloket": _one_of(ELOKETS, lambda text: ELOKETS[text]),
    "Deur": _one_of(DOORS, lambda text: DOORS[text]),
    "RedenDeur": _one_of(DOOR_REASONS, lambda text: DOOR_REASONS[text]),
    "Dienst": _one_of(SERVICES, lambda text: SERVICES[text]),
    "Loket": _one_of(DESKS, lambda text: text),
    "RedenLoket": _one_of(DESK_REASONS, lambda text: DESK_REASONS[text]),
    "Wiens": _one_of(WHOSE, lambda text: WHOSE[text]),
    "RedenEloket": _one_of(ELOKET_REASONS, lambda text: ELOKET_REASONS[text]),
    "Aanvrager": _one_of(_APPLICANTS, lambda text: _APPLICANTS[text]),
    "Sleutel": _one_of(KEYS, lambda text: KEYS[text]),
    "Recht": _one_of([f'"{name}"' for name in RIGHTS], lambda text: RIGHTS[text.strip('"')]),
    "Functie": _one_of(FUNCTIONS, lambda text: text),
    "Reden": _one_of(REASONS, lambda text: REASONS[text]),
    "Aanstelling": _one_of(POSTS, lambda text: POSTS[text]),
    "RedenBTB": _one_of(BTB_REASONS, lambda text: BTB_REASONS[text]),
    "RedenRol": _one_of(ROLE_REASONS, lambda text: ROLE_REASONS[text]),
    "RedenIDM": _one_of(IDM_REASONS, lambda text: IDM_REASONS[text]),
    "RedenSSM": _one_of(SSM_REASONS, lambda text: SSM_REASONS[text]),
    "RedenKIOSK": _one_of(KIOSK_REASONS, lambda text: KIOSK_REASONS[text]),
    "Soort": _one_of(DOSSIER_TYPES, lambda text: DOSSIER_TYPES[text]),
    "Fase": _one_of(PHASES, lambda text: PHASES[text]),
    "Contactgegeven": _one_of(CONTACT_FIELDS, lambda text: CONTACT_FIELDS[text]),
    "FederaleRol": _one_of(
        [f'"{name}"' for name in FEDERAL_ROLES], lambda text: FEDERAL_ROLES[text.strip('"')]
    ),
    "Departementen": _departments,
    "Profiel": _one_of([f'"{name}"' for name in PROFILES], lambda text: text.strip('"')),
    "Daad": _one_of(DEEDS, lambda text: DEEDS[text]),
    "Einddatum": _one_of(ENDS, lambda text: ENDS[text]),
    "Taal": _one_of(LANGUAGES, lambda text: LANGUAGES[text]),
    "Stap": _one_of(GUIDE_STEPS, lambda text: GUIDE_STEPS[text]),
    "Stand": _one_of(STATES, lambda text: STATES[text]),
    "Minuut": _one_of(MINUTES, lambda text: MINUTES[text]),
    "Dag": _one_of(CALENDAR, lambda text: CALENDAR[text]),
}


def step(text: str) -> parsers.parse:
    """Return the pattern of a step, with the closed types above."""
    return parsers.parse(text, TYPES)
