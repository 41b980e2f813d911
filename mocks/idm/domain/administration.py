"""Who is local administrator of an organisation: five grounds, each a row of small checks with reasons.

*Bron*: seed 002 and domain facts §4: the legal representative (KBO), the hoofdtoegangsbeheerder (BTB), who
has the right "Hoofd Lokale beheerder" or "Lokale beheerder", and (ours) the access manager of the right's
domain (BTB, seed 003).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from mocks.core.clock import Period
from mocks.core.dutch import dutch_date
from mocks.core.identifiers import Insz
from mocks.idm.domain.catalogue import CHIEF_RIGHT, LOCAL_RIGHT, Ground
from mocks.idm.domain.facts import Appointment, Function, Organisation, Role
from mocks.idm.domain.people import Registered, Status
from mocks.idm.domain.relations import WorkRelation
from mocks.idm.domain.rights import UserRight

RIJKSREGISTER, KBO, BTB, IDM = "Rijksregister", "KBO", "BTB", "IDM"


@dataclass(frozen=True)
class Check:
    """One check: what must hold, whether it does, on which fact, and who says so."""

    check: str
    holds: bool
    fact: str
    source: str
    repair: str = ""


@dataclass(frozen=True)
class Case:
    """What the checks look at: one person and one organisation.

    Attributes:
        holders: the enterprises that hold a function of which the person is permanent representative.
        status: where the person's own workflow in IDM stands, or None when not in IDM.
        relations: the person's own work relations with the organisation, each with its rights.
    """

    insz: Insz
    person: Registered | None
    number: str
    organisation: Organisation | None
    functions: tuple[Function, ...]
    holders: Mapping[str, Organisation | None]
    appointments: tuple[Appointment, ...]
    status: Status | None
    relations: tuple[tuple[WorkRelation, tuple[UserRight, ...]], ...]
    today: date

    @property
    def who(self) -> str:
        """The name of the person, or the number."""
        return self.person.full_name if self.person else self.insz.display

    @property
    def name(self) -> str:
        """The name of the organisation, or its number."""
        return self.organisation.name if self.organisation else self.number

    def representing(self) -> list[Function]:
        """Return the functions of a representing kind."""
        return [one for one in self.functions if one.representing]

    def appointed(self, role: Role) -> list[Appointment]:
        """Return the appointments in a role."""
        return [one for one in self.appointments if one.role is role]

    def rights(self, key: str) -> list[tuple[WorkRelation, UserRight]]:
        """Return the person's own rights of one kind, each with its work relation."""
        return [
            (relation, right)
            for relation, rights in self.relations
            for right in rights
            if right.number.right == key
        ]


Rule = Callable[[Case], Check]


def _person_is_known(case: Case) -> Check:
    known = case.person is not None
    fact = f"{case.who} staat in het register." if known else f"Niemand heeft nummer {case.insz.display}."
    return Check("De persoon bestaat", known, fact, RIJKSREGISTER, "Kijk het nummer na.")


def _person_is_alive(case: Case) -> Check:
    died = case.person.deceased_on if case.person else None
    alive = died is None or died > case.today
    fact = f"{case.who} leeft." if alive else f"{case.who} is overleden op {_day(died)}."
    return Check("De persoon leeft", alive, fact, RIJKSREGISTER, "Iemand anders moet de rechten beheren.")


def _organisation_is_known(case: Case) -> Check:
    known = case.organisation is not None
    fact = f"{case.name} is ingeschreven." if known else f"KBO kent geen onderneming {case.number}."
    return Check("De organisatie is ingeschreven", known, fact, KBO, "Kijk het ondernemingsnummer na.")


def _organisation_is_active(case: Case) -> Check:
    ended = case.organisation.stopped_on if case.organisation else None
    holds = ended is None or ended > case.today
    fact = f"{case.name} is actief." if holds else f"{case.name} is stopgezet op {_day(ended)}."
    return Check(
        "De organisatie is actief", holds, fact, KBO, "Voor een stopgezette organisatie kan het niet."
    )


_ADD = "Laat KBO de functie registreren, of laat iemand van de top van de organisatie u aanstellen."


def _has_function(case: Case) -> Check:
    found = case.representing()
    labels = ", ".join(one.label for one in found)
    fact = (
        f"{case.who} bij {case.name}: {labels}." if found else f"KBO noemt {case.who} niet bij {case.name}."
    )
    return Check("De persoon vertegenwoordigt de organisatie", bool(found), fact, KBO, _ADD)


def _function_holds_today(case: Case) -> Check:
    found = case.representing()
    holds = any(one.period.holds_on(case.today) for one in found)
    fact = "; ".join(f"{one.label}: {_period(one.period, case.today)}" for one in found) + "."
    return Check("De functie is vandaag geldig", holds, fact, KBO, _ADD)


def _holder_is_active(case: Case) -> Check:
    acting = [one for one in case.representing() if one.period.holds_on(case.today)]
    holds = any(_holder_of(case, one) for one in acting)
    fact = (
        f"{case.who} oefent de functie uit."
        if holds
        else "De onderneming die de functie houdt, is stopgezet."
    )
    return Check("Wie de functie houdt, is actief", holds, fact, KBO, _ADD)


def _holder_of(case: Case, function: Function) -> bool:
    if function.through is None:
        return True
    holder = case.holders.get(function.through)
    return holder is not None and not holder.stopped(case.today)


def _appointed(role: Role, what: str, repair: str) -> tuple[Rule, ...]:
    """Return the checks of an appointment in BTB: made, accepted, valid."""

    def is_appointed(case: Case) -> Check:
        found = case.appointed(role)
        fact = f"{case.who} is {what} van {case.name}." if found else f"{case.who} is geen {what}."
        return Check(f"De persoon is aangesteld als {what}", bool(found), fact, BTB, repair)

    def has_signed_in(case: Case) -> Check:
        holds = any(not one.waiting for one in case.appointed(role))
        fact = "De aanstelling is actief." if holds else f"{case.who} heeft zich nog niet aangemeld bij BTB."
        return Check(
            f"De aanstelling als {what} is actief", holds, fact, BTB, "Meld u een eerste keer aan bij BTB."
        )

    def holds_today(case: Case) -> Check:
        found = [one for one in case.appointed(role) if not one.waiting]
        holds = any(one.period.holds_on(case.today) for one in found)
        fact = "; ".join(f"{what}: {_period(one.period, case.today)}" for one in found) + "."
        return Check(f"De aanstelling als {what} is vandaag geldig", holds, fact, BTB, repair)

    return is_appointed, has_signed_in, holds_today


def _own_right(key: str, name: str) -> tuple[Rule, ...]:
    """Return the checks of a right of one's own in IDM: granted, not revoked, valid."""
    ask = f"Laat het recht ‘{name}’ toekennen in IDM."

    def has_right(case: Case) -> Check:
        found = case.rights(key)
        fact = f"{case.who} heeft ‘{name}’." if found else f"{case.who} heeft ‘{name}’ niet bij {case.name}."
        return Check(f"Het recht ‘{name}’ is toegekend", bool(found), fact, IDM, ask)

    def person_is_active(case: Case) -> Check:
        holds = case.status is Status.ACTIVE
        fact = f"Status werkstroom: {case.status.value if case.status else 'niet in IDM'}."
        return Check("De persoon is Actief in IDM", holds, fact, IDM, "Wacht tot de werkstroom klaar is.")

    def not_revoked(case: Case) -> Check:
        revoked = [right for _, right in case.rights(key) if right.revoked(case.today)]
        holds = len(revoked) < len(case.rights(key))
        fact = f"‘{name}’ is niet ingetrokken." if holds else f"‘{name}’ is ingetrokken."
        return Check(f"Het recht ‘{name}’ is niet ingetrokken", holds, fact, IDM, ask)

    def right_holds_today(case: Case) -> Check:
        living = [right for _, right in case.rights(key) if not right.revoked(case.today)]
        holds = any(right.period.holds_on(case.today) for right in living)
        fact = "; ".join(f"‘{name}’: {_period(right.period, case.today)}" for right in living) + "."
        return Check(f"Het recht ‘{name}’ is vandaag geldig", holds, fact, IDM, ask)

    def relation_holds_today(case: Case) -> Check:
        valid = [one for one, right in case.rights(key) if right.holds_on(case.today)]
        holds = any(one.holds_on(case.today) for one in valid)
        fact = "; ".join(f"werkrelatie: {_period(one.period, case.today)}" for one in valid) + "."
        return Check("De werkrelatie is vandaag geldig", holds, fact, IDM, "Laat de werkrelatie verlengen.")

    return has_right, person_is_active, not_revoked, right_holds_today, relation_holds_today


ALWAYS: tuple[Rule, ...] = (
    _person_is_known,
    _person_is_alive,
    _organisation_is_known,
    _organisation_is_active,
)

RULES: Mapping[Ground, tuple[Rule, ...]] = {
    Ground.LEGAL_REPRESENTATIVE: (*ALWAYS, _has_function, _function_holds_today, _holder_is_active),
    Ground.MAIN_ACCESS_MANAGER: (
        *ALWAYS,
        *_appointed(
            Role.MAIN_ACCESS_MANAGER,
            "hoofdtoegangsbeheerder",
            "Laat een wettelijk vertegenwoordiger u aanstellen in BTB.",
        ),
    ),
    Ground.CHIEF_LOCAL_ADMINISTRATOR: (*ALWAYS, *_own_right(CHIEF_RIGHT, "Hoofd Lokale beheerder")),
    Ground.LOCAL_ADMINISTRATOR: (*ALWAYS, *_own_right(LOCAL_RIGHT, "Lokale beheerder")),
    Ground.ACCESS_MANAGER: (
        *ALWAYS,
        *_appointed(
            Role.ACCESS_MANAGER,
            "toegangsbeheerder",
            "Laat een hoofdtoegangsbeheerder u aanstellen in BTB.",
        ),
    ),
}
"""The checks of each ground, in this order; the grounds stand side by side, one is enough."""


@dataclass(frozen=True)
class Verdict:
    """Whether one ground makes the person local administrator, and why."""

    ground: Ground
    checks: tuple[Check, ...]

    @property
    def holds(self) -> bool:
        """Whether every check holds."""
        return all(check.holds for check in self.checks)

    @property
    def failed(self) -> Check | None:
        """The first check that fails, or None."""
        return next((check for check in self.checks if not check.holds), None)

    @property
    def reason(self) -> str:
        """The failed check in one sentence with its source, or an empty text."""
        failed = self.failed
        return f"{failed.fact.rstrip('.')} (bron: {failed.source}). {failed.repair}" if failed else ""


def judge(case: Case) -> tuple[Verdict, ...]:
    """Return for each ground whether it holds; the checks after the first failed one are left out."""
    verdicts = []
    for ground, rules in RULES.items():
        checks: list[Check] = []
        for rule in rules:
            checks.append(rule(case))
            if not checks[-1].holds:
                break
        verdicts.append(Verdict(ground, tuple(checks)))
    return tuple(verdicts)


def _day(day: date | None) -> str:
    return dutch_date(day) if day is not None else "–"


def _period(period: Period, today: date) -> str:
    if not period.begun(today):
        return f"begint pas op {_day(period.begin)}"
    if period.ended(today):
        return f"geldig tot en met {_day(period.end)}, dus beëindigd"
    return f"sinds {_day(period.begin)}" if period.open else f"tot en met {_day(period.end)}"
