"""The guide: who are you, what do you have, and the steps for exactly this applicant.

*Bron*: the minister's answer 124 (a guide leads each applicant to information made to measure; the kinds of
applicants; from half March), the webinar (three ways to let somebody act, the calendar) and the steps to act
at an e-loket.  How far a step is, is read from what ACM decides; nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mocks.stage.company.readiness import Check, OrganisationReadiness, Readiness, Standing
from mocks.stage.domain.applicants import WAYS, Kind

RIGHTS_FROM, LAST_TEST, GO_LIVE = date(2021, 3, 15), date(2021, 4, 25), date(2021, 4, 27)
"""*Bron*: the webinar and answer 124; the 15th is our choice for half March."""

REPRESENTS = "De functie is niet beëindigd"
WORKS = "De werkrelatie is niet beëindigd"
HAS_RIGHT = "Het gebruikersrecht is niet ingetrokken"
ADMINISTERS = "De persoon beheert de organisatie"
SIGNED = "Beide partijen ondertekenden het mandaat"
EXECUTES = "De persoon mag het mandaat uitvoeren"
READ_CHECKS = (REPRESENTS, WORKS, HAS_RIGHT, ADMINISTERS, SIGNED, EXECUTES)
"""Checks of ACM's that a step looks for, by the names of the leeswijzer."""

BTB = "Beheer der Toegangsbeheerders"

KEYS = {
    "eid": "eID",
    "itsme": "itsme",
    "app": "beveiligingscode via mobiele app",
    "sms": "beveiligingscode via sms",
    "token": "federaal token",
}

MOST_NAMED = 6


class State(StrEnum):
    """How far a step is."""

    DONE = "in orde"
    TODO = "nog te doen"
    OPTIONAL = "niet verplicht"
    LATER = "later"
    PAST = "voorbij"


@dataclass(frozen=True)
class Step:
    """One step of an applicant.

    Attributes:
        title: what to do.
        text: how, in one or two sentences.
        state: how far it is.
        found: what the world says of it.
        where: the system at which it is done.
    """

    title: str
    text: str
    state: State
    found: tuple[str, ...] = ()
    where: str | None = None


@dataclass(frozen=True)
class Found:
    """What the guide reads the steps of an organisation from."""

    readiness: Readiness
    here: OrganisationReadiness
    administered: OrganisationReadiness

    def who(self, route: str, check: str) -> tuple[str, ...]:
        """Return what is said of everybody for whom a check of a way holds."""
        return tuple(
            f"{one.name}: {passed.fact}"
            for one in self.here.people
            if (passed := _check(one, route, check)) is not None and passed.holds
        )


def steps_of_person(readiness: Readiness, one: Standing) -> tuple[Step, ...]:
    """Return the steps of who acts for himself."""
    return (
        _keys([one]),
        Step(
            "U vertegenwoordigt uzelf",
            "Daarvoor is geen recht en geen mandaat nodig, en dat kunt u niet afgeven.",
            State.DONE if one.ways else State.TODO,
            () if one.missing is None else (one.missing.fact, f"Wat helpt: {one.missing.repair}"),
        ),
        Step(
            "Laat een ander voor u optreden",
            "Sluit een mandaat in het Self Service Mandatenbeheer.",
            State.OPTIONAL,
            where="ssm",
        ),
        *_calendar(readiness, [one.name] if one.ways else []),
    )


def steps_of_organisation(kind: Kind, way: str, found: Found) -> tuple[Step, ...]:
    """Return the steps of an organisation, for one way or for all of them."""
    wanted = {way} if way else set(WAYS) - {""}
    if kind is Kind.LOCAL:
        wanted.discard("mandate")
    steps = [_keys(found.here.people)]
    if "legal_representative" in wanted:
        steps.append(_function(found))
    if wanted & {"work_relation", "mandate"}:
        steps += [_administrators(found), _main_access_manager(found)]
    if "work_relation" in wanted:
        steps += [_work_relation(found), _right(found)]
    if "mandate" in wanted:
        steps += list(_mandate(found))
    able = [one.name for one in found.here.people if any(way in ("", taken.route) for taken in one.ways)]
    steps += _calendar(found.readiness, able)
    if kind is Kind.SCHOOL:
        steps.append(
            Step(
                "Kies in KIOSK de organisatie waarvoor u optreedt",
                "U meldt zich aan namens de inrichtende macht en kiest daarna de school of instelling.",
                State.LATER if found.readiness.day < GO_LIVE else State.OPTIONAL,
                where="kiosk",
            )
        )
    return tuple(steps)


def _keys(people: Iterable[Standing]) -> Step:
    listed = list(people)
    having = [f"{one.name}: {KEYS[one.key]}" for one in listed if one.key is not None]
    lacking = [f"{one.name}: nog geen sleutel die werkt" for one in listed if one.key is None]
    return Step(
        "Activeer uw digitale sleutels",
        "De eID werkt meteen; itsme en de beveiligingscodes activeert u eerst in Mijn digitale sleutels. "
        "Activeer er best meer dan één.",
        State.DONE if having else State.TODO,
        _named([*having, *lacking]),
        "csam",
    )


def _function(found: Found) -> Step:
    acting = found.who("legal_representative", REPRESENTS)
    return Step(
        "Kijk na wie in de KBO als wettelijk vertegenwoordiger staat",
        "Wie er onder Functies staat, treedt vanzelf op: er zijn geen rechten of mandaten voor nodig.",
        State.DONE if acting else State.TODO,
        _named(acting),
        "kbo",
    )


def _administrators(found: Found) -> Step:
    able = [one for one in found.administered.people if one.ways]
    return Step(
        "Kijk na wie uw beheerder is",
        "De wettelijk vertegenwoordiger en de hoofdtoegangsbeheerder kennen gebruikersrechten toe in het "
        "Gebruikersbeheer.",
        State.DONE if able else State.TODO,
        _named(_facts(able, lambda check: check.holds)),
        "idm",
    )


def _main_access_manager(found: Found) -> Step:
    appointed = list(_facts(found.administered.people, lambda check: check.holds and check.source == BTB))
    lapsed = _facts(
        (one for one in found.administered.people if BTB in one.known_by), lambda check: not check.holds
    )
    return Step(
        "Stel een hoofdtoegangsbeheerder aan",
        "Een wettelijk vertegenwoordiger kan dat in het Beheer der Toegangsbeheerders (BTB); een tweede "
        "zorgt dat er altijd iemand is. De aanstelling begint bij de eerste aanmelding.",
        State.DONE if appointed else State.OPTIONAL,
        _named([*appointed, *lapsed]),
        "btb",
    )


def _work_relation(found: Found) -> Step:
    working = found.who("work_relation", WORKS)
    return Step(
        "Geef de persoon een werkrelatie",
        "De lokale beheerder voegt de persoon toe in het Gebruikersbeheer, met het rijksregisternummer.",
        State.DONE if working else State.TODO,
        _named(working),
        "idm",
    )


def _right(found: Found) -> Step:
    having = found.who("work_relation", HAS_RIGHT)
    early = found.readiness.day < RIGHTS_FROM
    return Step(
        f"Ken het recht “{found.readiness.right}” toe",
        "De lokale beheerder kent het toe aan de werkrelatie van iemand met een Belgische eID. Dat kan vanaf "
        "half maart 2021.",
        State.DONE if having else State.LATER if early else State.TODO,
        _named(one.partition(": ")[0] for one in having),
        "idm",
    )


def _mandate(found: Found) -> Iterator[Step]:
    concluded = sorted({one.partition(": ")[2] for one in found.who("mandate", SIGNED)})
    executing = found.who("mandate", EXECUTES)
    early = State.LATER if found.readiness.day < RIGHTS_FROM else State.TODO
    yield Step(
        "Ken het recht “SSM Mandaatbeheerder” toe",
        "De lokale beheerder kent het toe aan wie voor de organisatie mandaten afsluit. Een wettelijk "
        "vertegenwoordiger heeft het niet nodig.",
        State.OPTIONAL,
        where="idm",
    )
    yield Step(
        "Sluit een mandaat met de externe dienstverlener",
        "In het Self Service Mandatenbeheer; beide partijen ondertekenen. Dat kan vanaf half maart 2021.",
        State.DONE if concluded else early,
        _named(concluded),
        "ssm",
    )
    yield Step(
        "Laat de dienstverlener zijn medewerkers het recht “SSM Mandaatuitvoerder” geven",
        "De lokale beheerder van de externe dienstverlener doet dat voor elke medewerker die het mandaat "
        "gebruikt.",
        State.DONE if executing else early,
        _named(executing),
        "idm",
    )


def _calendar(readiness: Readiness, able: list[str]) -> tuple[Step, ...]:
    day, names = readiness.day, _named(able)
    testing = State.PAST if day > LAST_TEST else State.TODO if able else State.LATER
    signing = State.LATER if day < GO_LIVE else State.DONE if able else State.TODO
    return (
        Step(
            "Test of u toegang krijgt",
            "Tot en met 25 april 2021 is KIOSK een testomgeving: u kijkt na of u erin komt en of de dossiers "
            "er zijn, en verandert niets. Dossiers beheert u tot dan in het oude KIOSK. Op 26 april 2021 is "
            "KIOSK niet bereikbaar.",
            testing,
            names if testing is State.TODO else (),
            "kiosk",
        ),
        Step(
            f"Meld u aan bij {readiness.title}",
            "Vanaf 27 april 2021 beheert u er uw dossiers. Kies een digitale sleutel en daarna namens wie.",
            signing,
            tuple(f"{name} kan zich aanmelden" for name in names) or ("Nog niemand kan zich aanmelden",),
            "kiosk",
        ),
    )


def _facts(people: Iterable[Standing], wanted: Callable[[Check], bool]) -> Iterator[str]:
    for one in people:
        check = _check(one, "administrator", ADMINISTERS)
        if check is not None and wanted(check):
            yield check.fact


def _check(one: Standing, route: str, name: str) -> Check | None:
    return next(
        (check for way in one.verdicts if way.route == route for check in way.checks if check.check == name),
        None,
    )


def _named(names: Iterable[str]) -> tuple[str, ...]:
    listed = list(names)
    more = len(listed) - MOST_NAMED
    return (*listed[:MOST_NAMED], *([f"en nog {more} anderen"] if more > 0 else []))
