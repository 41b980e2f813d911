"""The oracle of the random worlds, told what the files of the cast say."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from mocks.cast.dates import resolve
from mocks.tests.oracle import START, House, Human, Oracle, Paper, Span

if TYPE_CHECKING:
    from mocks.cast import Cast
    from mocks.cast.model import DigitalKey, Personage

RIGHTS = {
    "KIOSK Aanvrager": "kiosk-aanvrager",
    "KIOSK Beoordelaar": "kiosk-beoordelaar",
    "SSM Mandaatbeheerder": "ssm-mandaatbeheerder",
    "SSM Mandaatuitvoerder": "ssm-mandaatuitvoerder",
    "VLAIO Inkom Gebruiker Nieuw": "vlaio-inkom-gebruiker-nieuw",
    "Dienstverlener kmo-portefeuille, departementen": "dienstverlener-departementen",
    "Hoofd Lokale beheerder": "hoofd-lokale-beheerder",
}
"""What the oracle calls the rights that somebody of the cast has."""

TOKEN_GONE = date(2024, 1, 31)
"""*Bron*: domain facts §2, the end of the federal token."""


def oracle_of(cast: Cast, today: date) -> Oracle:
    """Return what the cast, as the default world starts with it, lets people do on a day."""
    oracle = Oracle(
        today=today,
        people={one.number: _human(one) for one in cast.people.values()},
        houses={
            one.code: House(
                one.target_group,
                _day(one.stopped_on),
                natural=one.kind == "1",
                vzw=one.legal_form is not None and one.legal_form.code == "017",
                activated=frozenset(one.departments) if one.departments_activated else frozenset(),
                activation=Span(date.min) if one.departments_activated else None,
            )
            for one in cast.organisations.values()
            if one.number is not None
        },
    )
    for function in cast.functions:
        person = cast.people.get(function.permanent_representative or function.holder)
        if person is not None:
            place = cast.organisations[function.organisation].code, function.code
            oracle.people[person.number].functions[place] = _span(function.begin, function.end)
    for relation in cast.work_relations:
        human, code = (
            oracle.people[cast.people[relation.person].number],
            cast.organisations[relation.organisation].code,
        )
        human.relations[code] = _span(relation.begin, relation.end)
        for right in relation.rights:
            human.rights[code, RIGHTS[right.right]] = _span(right.begin, right.end)
            if right.profile is not None:
                human.profiles[code, RIGHTS[right.right]] = right.profile
            human.departments[code, RIGHTS[right.right]] = frozenset(right.contexts)
    for mandate in cast.mandates:
        parties = tuple(_number(cast, party) for party in (mandate.mandator, mandate.holder))
        oracle.papers[mandate.type, parties[0], parties[1]] = Paper(_span(mandate.begin, mandate.end))
    return oracle


def _human(person: Personage) -> Human:
    activated = [one for one in person.digital_keys if one.activated_on is not None]
    return Human(
        card=person.belgian_eid,
        keys={one.kind: _validity(one) for one in activated},
        died=_day(person.deceased_on),
    )


def _validity(key: DigitalKey) -> Span:
    """A key lasts ten years; a federal token no longer than the tokens, nor a year after its last use."""
    begin = resolve(str(key.activated_on), START)
    last = begin.replace(year=begin.year + 10)
    if key.kind != "token":
        return Span(begin, last)
    used = _day(key.last_used) or begin
    return Span(begin, min(last, used.replace(year=used.year + 1)), lost=TOKEN_GONE)


def _number(cast: Cast, party: str) -> str:
    return cast.people[party].number if party in cast.people else cast.organisations[party].code


def _span(begin: str, end: str | None) -> Span:
    return Span(resolve(begin, START), _day(end))


def _day(expression: str | None) -> date | None:
    return resolve(expression, START) if expression is not None else None
