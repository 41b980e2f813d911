"""The checks of the route "work relation with a right".

*Bron*: IDM's screens and rules (domain facts §4): the person is Actief, the work relation is valid, the right
is valid and belongs to this e-loket.
"""

from __future__ import annotations

from mocks.acm.domain.case import FILE, IDM, Case
from mocks.acm.domain.facts import ACTIVE, UserRight
from mocks.acm.domain.verdict import Check
from mocks.acm.domain.words import period_in_words
from mocks.core.clock import Period

_ASK = "Vraag de lokale beheerder van de organisatie om een werkrelatie en het gebruikersrecht."
_GRANT = "Laat de lokale beheerder het gebruikersrecht toekennen in het Gebruikersbeheer."


def admits_employees(case: Case) -> Check:
    """The e-loket lets employees in by a user right."""
    right = case.eloket.right
    holds = "work_relation" in case.eloket.routes and right is not None
    title = case.eloket.client_name
    fact = (
        f"{title} laat medewerkers toe met het recht ‘{right.name}’."
        if holds and right is not None
        else f"{title} laat medewerkers niet toe door een gebruikersrecht."
    )
    return Check(
        "Het e-loket laat medewerkers met een recht toe", holds, fact, FILE, "Gebruik een ander e-loket."
    )


def has_work_relation(case: Case) -> Check:
    """IDM knows a work relation with the organisation."""
    holds = bool(case.relations)
    if holds:
        named = ", ".join(dict.fromkeys(one.category for one in case.relations))
        fact = f"{case.who} heeft een werkrelatie met {case.name} ({named})."
    else:
        fact = f"{case.who} heeft geen werkrelatie met {case.name}."
    return Check("De persoon heeft een werkrelatie met de organisatie", holds, fact, IDM, _ASK)


def is_active_in_idm(case: Case) -> Check:
    """The workflow of adding the person is finished."""
    status = case.facts.employment.status if case.facts.employment else "onbekend"
    holds = status == ACTIVE
    fact = f"De status van {case.who} in het Gebruikersbeheer is ‘{status}’."
    repair = "Wacht tot de status Actief is, of vraag het na bij de lokale beheerder."
    return Check("De persoon is Actief in het Gebruikersbeheer", holds, fact, IDM, repair)


def work_relation_has_begun(case: Case) -> Check:
    """A work relation has begun."""
    shown = case.begun_relations or case.relations
    fact = _periods(f"Werkrelatie met {case.name}", case, [one.period for one in shown])
    repair = "Wacht tot de eerste dag van de werkrelatie."
    return Check("De werkrelatie is begonnen", bool(case.begun_relations), fact, IDM, repair)


def work_relation_has_not_ended(case: Case) -> Check:
    """A work relation has not ended; the end date is the last valid day."""
    shown = case.current_relations or case.begun_relations
    fact = _periods(f"Werkrelatie met {case.name}", case, [one.period for one in shown])
    repair = "Laat de lokale beheerder de werkrelatie en de gebruikersrechten verlengen."
    return Check("De werkrelatie is niet beëindigd", bool(case.current_relations), fact, IDM, repair)


def has_right(case: Case) -> Check:
    """The right of this e-loket hangs on a work relation."""
    name = case.eloket.right.name if case.eloket.right else ""
    holds = bool(case.rights)
    fact = f"{case.who} heeft bij {case.name} {'' if holds else 'niet '}het recht ‘{name}’."
    return Check("De persoon heeft het gebruikersrecht van het e-loket", holds, fact, IDM, _GRANT)


def right_has_profile(case: Case) -> Check:
    """The right was granted with the profile that this e-loket asks."""
    profile = case.eloket.right.profile if case.eloket.right else None
    holds = bool(case.profiled_rights)
    if profile is None:
        fact = f"{case.eloket.client_name} vraagt geen profiel."
    elif holds:
        fact = f"Het recht heeft het profiel ‘{profile}’."
    else:
        fact = f"Het profiel ‘{profile}’ ontbreekt bij het recht van {case.who} bij {case.name}."
    repair = "Laat de lokale beheerder het recht opnieuw toekennen, met dat profiel."
    return Check("Het gebruikersrecht heeft het profiel van het e-loket", holds, fact, IDM, repair)


def right_has_begun(case: Case) -> Check:
    """The right has begun."""
    shown = case.begun_rights or case.profiled_rights
    fact = _rights(case, shown)
    return Check(
        "Het gebruikersrecht is begonnen", bool(case.begun_rights), fact, IDM, "Wacht tot de eerste dag."
    )


def right_has_not_ended(case: Case) -> Check:
    """The right has not ended."""
    shown = case.unended_rights or case.begun_rights
    repair = "Laat de lokale beheerder het gebruikersrecht verlengen of opnieuw toekennen."
    return Check(
        "Het gebruikersrecht is niet verlopen", bool(case.unended_rights), _rights(case, shown), IDM, repair
    )


def right_is_not_revoked(case: Case) -> Check:
    """The right was not revoked."""
    holds = bool(case.current_rights)
    fact = "Het recht is niet ingetrokken." if holds else "Het recht is ingetrokken."
    return Check("Het gebruikersrecht is niet ingetrokken", holds, fact, IDM, _GRANT)


def right_is_activated(case: Case) -> Check:
    """The owner of the right activated it for the organisation (*Bron*: seed 003, the departments right)."""
    holds = bool(case.activated_rights)
    right = (case.activated_rights or case.current_rights)[0]
    repair = (
        "Vraag de dienst die het recht beheert om het voor deze organisatie te activeren; voor departementen "
        "is dat de dienst kmo-portefeuille."
    )
    if not right.needs_activation:
        fact = f"‘{right.name}’ hoeft niet geactiveerd te worden."
    elif holds:
        fact = f"‘{right.name}’ is voor {case.name} geactiveerd voor {', '.join(right.contexts)}."
    elif right.activation is None:
        fact = f"‘{right.name}’ is voor {case.name} niet geactiveerd."
    elif not right.activation.holds_on(case.today):
        when = period_in_words(right.activation, case.today)
        fact = f"De activering van ‘{right.name}’ voor {case.name}: {when}."
    else:
        named = ", ".join(right.withdrawn_contexts) or "geen enkel departement"
        fact = f"Het recht geldt voor {named}; dat is voor {case.name} niet, of niet meer, geactiveerd."
        repair = (
            "Laat de lokale beheerder het recht toekennen voor wat wel geactiveerd is, of vraag de dienst "
            "die het recht beheert om dit te activeren."
        )
    return Check("Het gebruikersrecht is geactiveerd voor de organisatie", holds, fact, IDM, repair)


def _periods(what: str, case: Case, periods: list[Period]) -> str:
    return f"{what}: {'; '.join(period_in_words(one, case.today) for one in periods)}."


def _rights(case: Case, rights: tuple[UserRight, ...]) -> str:
    shown = "; ".join(f"‘{one.name}’ {period_in_words(one.period, case.today)}" for one in rights)
    return f"{shown}."
