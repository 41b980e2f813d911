"""Who may act for whom: the decision, with its reasons.

A pure function.  For every route, and for the organisation it concerns, an ordered row of checks; each
says whether it holds, on which fact, and from which source.  The first one that fails ends the row and
brings the smallest change that would open it.  One result feeds the choice page, the reasons page,
``explain`` and the tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from mocks.acm.domain import administration, employment, mandating, rules
from mocks.acm.domain.case import Case, Rule
from mocks.acm.domain.eloket import Eloket, Route
from mocks.acm.domain.facts import Facts, names_person
from mocks.acm.domain.means import MEANS
from mocks.acm.domain.verdict import Check, Decision, Holder, Identity, Role, Verdict

__all__ = [
    "ALWAYS",
    "RULES",
    "Case",
    "Check",
    "Decision",
    "Identity",
    "Rule",
    "Verdict",
    "decide",
    "proves",
    "strongest_key",
]

PROVEN: tuple[Rule, ...] = (
    rules.person_is_known,
    rules.person_is_alive,
    rules.key_is_active,
    rules.key_is_accepted,
)
"""What makes a sign-in succeed at FAS, whatever it then opens."""

ALWAYS: tuple[Rule, ...] = (*PROVEN, rules.holds_belgian_eid)

RULES: Mapping[Route, tuple[Rule, ...]] = {
    "person": (*ALWAYS, rules.admits_persons),
    "legal_representative": (
        *ALWAYS,
        rules.admits_legal_representatives,
        rules.organisation_is_known,
        rules.target_group_is_served,
        rules.legal_form_is_served,
        rules.has_function,
        rules.function_represents,
        rules.function_has_begun,
        rules.function_has_not_ended,
        rules.holding_enterprise_is_active,
        rules.admits_its_representatives,
        rules.organisation_is_active,
    ),
    "work_relation": (
        *ALWAYS,
        employment.admits_employees,
        rules.organisation_is_known,
        rules.target_group_is_served,
        rules.legal_form_is_served,
        employment.has_work_relation,
        employment.is_active_in_idm,
        employment.work_relation_has_begun,
        employment.work_relation_has_not_ended,
        employment.has_right,
        employment.right_has_profile,
        employment.right_has_begun,
        employment.right_has_not_ended,
        employment.right_is_not_revoked,
        employment.right_is_activated,
        rules.organisation_is_active,
    ),
    "mandate": (
        *ALWAYS,
        mandating.admits_holders,
        mandating.mandator_is_known,
        rules.target_group_is_served,
        rules.legal_form_is_served,
        mandating.mandator_is_no_local_government,
        mandating.has_mandate,
        mandating.mandate_is_of_type,
        mandating.mandate_is_signed,
        mandating.mandate_has_begun,
        mandating.mandate_has_not_ended,
        mandating.mandate_is_not_stopped,
        mandating.may_execute,
        mandating.holder_is_active,
        mandating.mandator_is_active,
    ),
    "administrator": (
        *ALWAYS,
        administration.admits_administrators,
        rules.organisation_is_known,
        administration.administers,
        rules.organisation_is_active,
    ),
}
"""The checks of each route, in the order of the leeswijzer."""

ORGANISATION_ROUTES: tuple[Route, ...] = ("legal_representative", "work_relation", "administrator")


def decide(facts: Facts, eloket: Eloket, today: date, key: str | None, about: str | None = None) -> Decision:
    """Return every verdict about a person at an e-loket, and about one organisation more if asked.

    A route that the e-loket does not have is looked at only for the organisation that was asked about,
    and only when the e-loket has no other.

    Args:
        facts: what the authorities stated.
        eloket: the integration file.
        today: the world's day.
        key: the kind of digital key used, or None when the person has none that is accepted.
        about: the number of an organisation that must be looked at, whether or not the person has
            anything there.
    """
    case = Case(facts, eloket, today, key)
    found = [_verdict("person", case)]
    asked = {about} if about is not None else set()
    routes = [route for route in ORGANISATION_ROUTES if route in eloket.routes]
    if not routes and "mandate" not in eloket.routes:
        routes = [ORGANISATION_ROUTES[0]]
    for number in sorted(one for one in facts.numbers() | asked if not names_person(one)):
        at = replace(case, organisation=facts.organisations.get(number), number=number)
        found += [_verdict(route, at) for route in routes]
    if "mandate" in eloket.routes:
        # Who was asked about and gave no mandate is told so.
        without = [
            (number, None) for number in asked if number not in {giver for giver, _ in facts.mandated()}
        ]
        for number, holder in (*without, *sorted(facts.mandated())):
            organisation = facts.organisations.get(number)
            through = replace(case, organisation=organisation, number=number, holder=holder)
            found.append(_verdict("mandate", through))
    return Decision(tuple(found), eloket.choice_level)


def strongest_key(facts: Facts, eloket: Eloket, today: date, allowed: tuple[str, ...]) -> str | None:
    """Return the strongest key of ``allowed`` that works today and that the e-loket accepts."""
    for kind in MEANS:
        case = Case(facts, eloket, today, kind)
        if kind in allowed and rules.key_is_accepted(case).holds and rules.key_is_active(case).holds:
            return kind
    return None


def proves(facts: Facts, eloket: Eloket, today: date, key: str | None) -> bool:
    """Return whether a person proves with this key who he is, whether or not that opens anything."""
    case = Case(facts, eloket, today, key)
    return all(rule(case).holds for rule in PROVEN)


def _verdict(route: Route, case: Case) -> Verdict:
    checks = []
    for rule in RULES[route]:
        check = rule(case)
        checks.append(check)
        if not check.holds:
            break  # What follows rests on it.
    return Verdict(route, _identity(route, case), tuple(checks))


def _identity(route: Route, case: Case) -> Identity:
    if case.number is None:
        return Identity(route, "BUR", None, case.who, "Uzelf")
    group = case.group or "EA"
    if route == "mandate":
        holder = _holder(case)
        capacity = f"Mandaatnemer: {holder.name}" if holder is not None else "Mandaatnemer"
        return Identity(route, group, case.number, case.name, capacity, holder=holder)
    if route == "work_relation":
        return Identity(route, group, case.number, case.name, _right_in_words(case), _roles(case))
    capacity = ", ".join(dict.fromkeys(one.label for one in case.acting)) or "Wettelijk vertegenwoordiger"
    return Identity(route, group, case.number, case.name, capacity)


def _holder(case: Case) -> Holder | None:
    if case.holder is None:
        return None
    if case.holder == case.facts.insz:
        return Holder("BUR", case.holder, case.who)
    at = case.at_holder
    return Holder(at.group or "EA", case.holder, at.name)


def _right_in_words(case: Case) -> str:
    return case.eloket.right.name if case.eloket.right else "Medewerker"


def _roles(case: Case) -> tuple[Role, ...]:
    """Return what the role claim says of an employee: each right, once per context."""
    return tuple(
        dict.fromkeys(
            Role(f"{right.token_code}{f'-{context}' if context else ''}", (case.number or "",))
            for right in case.activated_rights
            for context in (right.contexts or ("",))
        )
    )
