"""The checks of the route "mandate": the person acts for a mandator, through a holder.

*Bron*: domain facts §5.1, §5.2 and §9.3: a mandate of the e-loket's type, signed by both, valid; mandator
and holder active; the mandator is no local government; the person has "SSM Mandaatuitvoerder" at the holder,
or (our guess: the source speaks of employees only) represents it by KBO.  Two systems must agree: an active
mandate alone opens nothing.
"""

from __future__ import annotations

from mocks.acm.domain.case import FILE, IDM, KBO, RIJKSREGISTER, SSM, Case, stopped
from mocks.acm.domain.facts import ACTIVE
from mocks.acm.domain.verdict import Check
from mocks.acm.domain.words import dutch, period_in_words
from mocks.core.clock import Period

EXECUTOR_RIGHT = "SSM Mandaatuitvoerder"

_CONCLUDE = "Laat mandaatgever en mandaatnemer het mandaat sluiten in het Mandatenbeheer."


def admits_holders(case: Case) -> Check:
    """The e-loket takes mandates of a type."""
    holds = "mandate" in case.eloket.routes and case.eloket.mandate_type is not None
    fact = f"{case.eloket.client_name} laat mandaatnemers {'' if holds else 'niet '}toe."
    return Check("Het e-loket laat mandaatnemers toe", holds, fact, FILE, "Gebruik een ander e-loket.")


def mandator_is_known(case: Case) -> Check:
    """KBO knows the mandator, or the register does when it is a person."""
    known = case.organisation is not None or case.number in case.facts.mandators
    source = KBO if case.for_organisation else RIJKSREGISTER
    fact = f"{case.name} is bekend." if known else f"Niemand heeft nummer {case.number}."
    return Check("De mandaatgever is bekend", known, fact, source, "Kijk het nummer na.")


def mandator_is_no_local_government(case: Case) -> Check:
    """A local government gives no mandates (*Bron*: domain facts §5.2: only two possibilities)."""
    holds = case.group != "LB"
    fact = f"{case.name} is {'geen' if holds else 'een'} lokaal bestuur."
    repair = "Een lokaal bestuur geeft geen mandaat; laat de lokale beheerder een gebruikersrecht toekennen."
    return Check("De mandaatgever is geen lokaal bestuur", holds, fact, KBO, repair)


def has_mandate(case: Case) -> Check:
    """There is a mandate from the mandator to the person or to an organisation of the person."""
    holds = bool(case.mandates)
    if holds:
        fact = f"{case.name} gaf een mandaat aan {_holder(case)}."
    else:
        fact = f"{case.name} gaf geen mandaat aan {case.who} of aan een organisatie van {case.who}."
    return Check("Er is een mandaat voor de persoon of zijn organisatie", holds, fact, SSM, _CONCLUDE)


def mandate_is_of_type(case: Case) -> Check:
    """One of the mandates is of the type of the e-loket."""
    holds = bool(case.fitting_mandates)
    named = ", ".join(dict.fromkeys(one.type_name for one in (case.fitting_mandates or case.mandates)))
    fact = f"Het mandaat is van de soort ‘{named}’."
    return Check("Het mandaat is van de soort van het e-loket", holds, fact, SSM, _CONCLUDE)


def mandate_is_signed(case: Case) -> Check:
    """Both parties signed."""
    holds = bool(case.signed_mandates)
    if holds:
        fact = "Mandaatgever en mandaatnemer ondertekenden het mandaat."
    else:
        given = case.living_mandates[0].signed_by_mandator
        waits = "mandaatnemer" if given is not None and given <= case.today else "mandaatgever"
        fact = f"Het mandaat wacht op ondertekening door de {waits}."
    repair = "Laat die partij het mandaat ondertekenen in het Mandatenbeheer."
    return Check("Beide partijen ondertekenden het mandaat", holds, fact, SSM, repair)


def mandate_has_begun(case: Case) -> Check:
    """The mandate has begun."""
    shown = case.begun_mandates or case.signed_mandates
    fact = _periods(case, [one.period for one in shown])
    repair = "Wacht tot de eerste dag van het mandaat."
    return Check("Het mandaat is begonnen", bool(case.begun_mandates), fact, SSM, repair)


def mandate_has_not_ended(case: Case) -> Check:
    """The mandate has not ended; the end date is the last valid day."""
    shown = case.unended_mandates or case.begun_mandates
    fact = _periods(case, [one.period for one in shown])
    repair = "Laat een van de partijen een nieuw mandaat aanmaken."
    return Check("Het mandaat is niet afgelopen", bool(case.unended_mandates), fact, SSM, repair)


def mandate_is_not_stopped(case: Case) -> Check:
    """Neither party stopped the mandate."""
    holds = bool(case.current_mandates)
    day = None if holds else case.unended_mandates[0].stopped_on
    fact = "Het mandaat is niet stopgezet." if holds else f"Het mandaat is stopgezet op {dutch(day)}."
    return Check("Het mandaat is niet stopgezet", holds, fact, SSM, _CONCLUDE)


def may_execute(case: Case) -> Check:
    """The person is the holder, represents it by KBO, or has the right to execute mandates there."""
    what = "De persoon mag het mandaat uitvoeren"
    at, holder = case.at_holder, _holder(case)
    if case.holder == case.facts.insz:
        return Check(what, True, f"{case.who} is zelf de mandaatnemer.", SSM)
    if at.acting:
        return Check(what, True, f"{case.who} is {at.acting[0].label} van {holder} volgens de KBO.", KBO)
    granted = at.rights_named(EXECUTOR_RIGHT)
    valid = [one for one in granted if one.holds_on(case.today)]
    status = case.facts.employment.status if case.facts.employment else "onbekend"
    if valid and status == ACTIVE:
        return Check(what, True, f"{case.who} heeft bij {holder} het recht ‘{EXECUTOR_RIGHT}’.", IDM)
    if valid:
        fact = f"De status van {case.who} in het Gebruikersbeheer is ‘{status}’."
        return Check(what, False, fact, IDM, "Wacht tot de status Actief is.")
    repair = f"Laat de lokale beheerder van {holder} het recht ‘{EXECUTOR_RIGHT}’ toekennen."
    if not granted:
        fact = f"{case.who} heeft bij {holder} niet het recht ‘{EXECUTOR_RIGHT}’."
    elif any(one.period.holds_on(case.today) for one in granted):
        fact = f"Het recht ‘{EXECUTOR_RIGHT}’ is ingetrokken."
    else:
        told = "; ".join(period_in_words(one.period, case.today) for one in granted)
        fact = f"‘{EXECUTOR_RIGHT}’ bij {holder}: {told}."
    return Check(what, False, fact, IDM, repair)


def holder_is_active(case: Case) -> Check:
    """The organisation that holds the mandate has not stopped."""
    organisation = case.at_holder.organisation
    holds = organisation is None or not stopped(organisation, case.today)
    ended = organisation.stopped_on if organisation else None
    fact = f"{_holder(case)} is actief." if holds else f"{_holder(case)} is stopgezet op {dutch(ended)}."
    repair = "Sluit een mandaat met een organisatie die actief is."
    return Check("De mandaatnemer is actief", holds, fact, KBO, repair)


def mandator_is_active(case: Case) -> Check:
    """The organisation that gave the mandate has not stopped, the person who gave it lives."""
    what = "De mandaatgever is actief"
    mandator = case.facts.mandators.get(case.number or "")
    if mandator is not None:
        died = mandator.deceased_on
        alive = died is None or died > case.today
        fact = f"{case.name} leeft." if alive else f"{case.name} is overleden op {dutch(died)}."
        return Check(what, alive, fact, RIJKSREGISTER, "Een mandaat van een overledene geeft niets meer.")
    ended = case.organisation.stopped_on if case.organisation else None
    holds = ended is None or ended > case.today
    fact = f"{case.name} is actief." if holds else f"{case.name} is stopgezet op {dutch(ended)}."
    return Check(what, holds, fact, KBO, "Een mandaat van een stopgezette organisatie geeft niets meer.")


def _holder(case: Case) -> str:
    if case.holder == case.facts.insz:
        return case.who
    organisation = case.at_holder.organisation
    return organisation.name if organisation else (case.holder or "")


def _periods(case: Case, periods: list[Period]) -> str:
    return f"Mandaat: {'; '.join(period_in_words(one, case.today) for one in periods)}."
