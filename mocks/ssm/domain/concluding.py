"""Who may conclude mandates for a party: small checks in order, and three grounds side by side.

*Bron*: domain facts §5.1 (csam.be): natural persons and legal representatives directly, others by a right of
IDM.  How long a function, a work relation and a right hold is as at ACM.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from mocks.core.clock import Period
from mocks.core.dutch import dutch_date
from mocks.core.errors import Refusal
from mocks.ssm.domain.agents import MANAGER_RIGHT, Agent, Case, Ground
from mocks.ssm.domain.parties import Kind
from mocks.ssm.errors import (
    FunctionDoesNotRepresent,
    FunctionEnded,
    FunctionNotBegun,
    HoldingEnterpriseStopped,
    NotActiveInIdm,
    NothingWithOrganisation,
    NotThisPerson,
    OrganisationStopped,
    PersonDeceased,
    RightMissing,
    RightNotValid,
    RightRevoked,
    UnknownOrganisation,
    UnknownPerson,
    WorkRelationNotValid,
)

Rule = Callable[[Case], Refusal | None]


def actor_is_known(case: Case) -> Refusal | None:
    """The Rijksregister knows who acts."""
    if case.person is not None:
        return None
    return UnknownPerson(
        f"Het Rijksregister kent niemand met nummer {case.insz.display}. Kijk het nummer na."
    )


def actor_is_alive(case: Case) -> Refusal | None:
    """Who acts has not died."""
    if case.person is None or not case.person.deceased(case.today):
        return None
    return PersonDeceased(f"{case.who} is overleden en kan geen mandaten meer afsluiten.")


def organisation_is_known(case: Case) -> Refusal | None:
    """The KBO knows the organisation."""
    if case.file.party.kind is Kind.PERSON or case.file.known:
        return None
    return UnknownOrganisation(
        f"KBO kent geen onderneming met nummer {case.file.party.display}. Kijk het nummer na."
    )


def organisation_is_active(case: Case) -> Refusal | None:
    """The organisation has not stopped."""
    stopped = case.file.stopped_on(case.today)
    if stopped is None:
        return None
    return OrganisationStopped(
        f"{case.file.name} is stopgezet op {dutch_date(stopped)}; niemand sluit er nog mandaten voor af. "
        "Neem contact op met KBO als dat niet klopt."
    )


def is_oneself(case: Case) -> Refusal | None:
    """For a natural person, that person acts."""
    if case.file.party.number == case.insz:
        return None
    return NotThisPerson(
        f"Voor {case.file.party.display} sluit alleen die persoon zelf mandaten af. Meld u aan als uzelf, of "
        "laat die persoon zich aanmelden."
    )


_NOBODY = (
    f"Laat KBO uw functie registreren, of vraag aan de lokale beheerder het recht ‘{MANAGER_RIGHT}’ in IDM."
)


def has_function(case: Case) -> Refusal | None:
    """The KBO names the person in the organisation."""
    if case.functions:
        return None
    return NothingWithOrganisation(
        f"{case.who} heeft geen functie bij {case.file.name} in KBO en geen werkrelatie in IDM. {_NOBODY}"
    )


def function_represents(case: Case) -> Refusal | None:
    """One of the functions is of a kind that represents."""
    if case.representing:
        return None
    labels = ", ".join(one.label for one in case.functions)
    return FunctionDoesNotRepresent(
        f"Als {labels} vertegenwoordigt {case.who} {case.file.name} niet (bron: KBO). {_NOBODY}"
    )


def function_has_begun(case: Case) -> Refusal | None:
    """One of those has begun."""
    if any(one.period.begun(case.today) for one in case.representing):
        return None
    first = min(case.representing, key=lambda one: one.period.begin)
    return FunctionNotBegun(
        f"De functie van {case.who} bij {case.file.name} ({first.label}) begint pas op "
        f"{dutch_date(first.period.begin)} (bron: KBO). Wacht tot die dag. {_NOBODY}"
    )


def function_has_not_ended(case: Case) -> Refusal | None:
    """One of those has not ended; the end date is the last valid day."""
    if case.current:
        return None
    begun = [one for one in case.representing if one.period.begun(case.today)]
    last = max(begun, key=lambda one: one.period.end or date.max)
    return FunctionEnded(
        f"De functie van {case.who} bij {case.file.name} ({last.label}) is geëindigd op "
        f"{_last(last.period)} (bron: KBO). {_NOBODY}"
    )


def holding_enterprise_is_active(case: Case) -> Refusal | None:
    """A function that an enterprise holds needs that enterprise to be active."""
    for one in case.current:
        holder = case.holders.get(one.through) if one.through is not None else None
        if one.through is None or (holder is not None and not holder.stopped(case.today)):
            return None
    return HoldingEnterpriseStopped(
        f"De onderneming die de functie {case.current[0].label} bij {case.file.name} houdt, is stopgezet "
        f"(bron: KBO). {_NOBODY}"
    )


def has_work_relation(case: Case) -> Refusal | None:
    """IDM knows a work relation of the person with the organisation."""
    return None if case.relations else has_function(case) or NothingWithOrganisation(_NOBODY)


def is_active_in_idm(case: Case) -> Refusal | None:
    """The workflow of the person in IDM has ended."""
    if case.employment is not None and case.employment.active:
        return None
    return NotActiveInIdm(
        f"{case.who} is nog niet Actief in IDM. Wacht tot de werkstroom klaar is en probeer dan opnieuw."
    )


def has_right(case: Case) -> Refusal | None:
    """The person has the right "SSM Mandaatbeheerder" there."""
    if case.rights:
        return None
    return RightMissing(
        f"{case.who} werkt voor {case.file.name}, maar heeft het recht ‘{MANAGER_RIGHT}’ niet (bron: IDM). "
        "Vraag het aan de lokale beheerder."
    )


def right_is_not_revoked(case: Case) -> Refusal | None:
    """One of those was not revoked."""
    if any(not right.revoked(case.today) for _, right in case.rights):
        return None
    return RightRevoked(
        f"Het recht ‘{MANAGER_RIGHT}’ van {case.who} bij {case.file.name} is ingetrokken (bron: IDM). Vraag "
        "het opnieuw aan de lokale beheerder."
    )


def right_holds_today(case: Case) -> Refusal | None:
    """One of those holds today."""
    if case.valid_rights:
        return None
    periods = "; ".join(_days(one.period) for _, one in case.rights if not one.revoked(case.today))
    return RightNotValid(
        f"Het recht ‘{MANAGER_RIGHT}’ van {case.who} bij {case.file.name} geldt vandaag niet: {periods} "
        "(bron: IDM). Laat de lokale beheerder het verlengen of opnieuw toekennen."
    )


def work_relation_holds_today(case: Case) -> Refusal | None:
    """The work relation of such a right holds today."""
    if any(one.period.holds_on(case.today) for one, _ in case.valid_rights):
        return None
    periods = "; ".join(_days(one.period) for one, _ in case.valid_rights)
    return WorkRelationNotValid(
        f"De werkrelatie van {case.who} met {case.file.name} geldt vandaag niet: {periods} (bron: IDM). Laat "
        "de lokale beheerder ze verlengen."
    )


ALWAYS: tuple[Rule, ...] = (actor_is_known, actor_is_alive, organisation_is_known, organisation_is_active)

RULES: Mapping[Ground, tuple[Rule, ...]] = {
    Ground.ONESELF: (is_oneself,),
    Ground.LEGAL_REPRESENTATIVE: (
        has_function,
        function_represents,
        function_has_begun,
        function_has_not_ended,
        holding_enterprise_is_active,
    ),
    Ground.MANDATE_MANAGER: (
        has_work_relation,
        is_active_in_idm,
        has_right,
        right_is_not_revoked,
        right_holds_today,
        work_relation_holds_today,
    ),
}
"""The checks of each ground, in this order; the last two grounds stand side by side, one is enough."""

_GROUNDS = {
    Kind.PERSON: (Ground.ONESELF,),
    Kind.ORGANISATION: (Ground.LEGAL_REPRESENTATIVE, Ground.MANDATE_MANAGER),
}


def why_not(case: Case, rules: tuple[Rule, ...]) -> tuple[int, Refusal | None]:
    """Return how many checks hold before the first that does not, and why that one refuses."""
    for passed, rule in enumerate(rules):
        refusal = rule(case)
        if refusal is not None:
            return passed, refusal
    return len(rules), None


def agent(case: Case) -> Agent:
    """Return the person as agent of the party.

    Raises:
        Refusal: the first of ``ALWAYS`` that does not hold, or else that of the ground that comes furthest.
    """
    _, refusal = why_not(case, ALWAYS)
    if refusal is not None:
        raise refusal
    nearest: tuple[int, Refusal] | None = None
    for ground in _GROUNDS[case.file.party.kind]:
        passed, refusal = why_not(case, RULES[ground])
        if refusal is None:
            return Agent(case.insz, case.who, case.file, ground)
        if nearest is None or passed > nearest[0]:
            nearest = passed, refusal
    assert nearest is not None, "every kind of party has a ground"
    raise nearest[1]


def _days(period: Period) -> str:
    end = "" if period.open else f" tot en met {_last(period)}"
    return f"vanaf {dutch_date(period.begin)}{end}"


def _last(period: Period) -> str:
    return dutch_date(period.end) if period.end is not None else "–"
