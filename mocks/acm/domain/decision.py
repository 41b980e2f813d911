"""Who may act for whom: the decision, with its reasons.

A pure function.  For every route, and for the organisation it concerns, an ordered row of checks; each
says whether it holds, on which fact, and from which source.  The first one that fails ends the row and
brings the smallest change that would open it.  One result feeds the choice page, the reasons page,
``explain`` and the tests.
"""

from __future__ import annotations

from datetime import date

from mocks.acm.domain.eloket import Eloket, Route
from mocks.acm.domain.facts import Facts
from mocks.acm.domain.means import MEANS
from mocks.acm.domain.rules import ALWAYS, RULES, Case, Rule, key_is_accepted, key_is_active
from mocks.acm.domain.verdict import Check, Decision, Identity, Verdict

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
    "strongest_key",
]


def decide(facts: Facts, eloket: Eloket, today: date, key: str | None, about: str | None = None) -> Decision:
    """Return every verdict about a person at an e-loket, and about one organisation more if asked.

    Args:
        facts: what the authorities stated.
        eloket: the integration file.
        today: the world's day.
        key: the kind of digital key used, or None when the person has none that is accepted.
        about: the number of an organisation that must be looked at, whether or not the person has
            anything there.
    """
    numbers = dict.fromkeys(function.organisation for function in facts.functions)
    if about is not None:
        numbers[about] = None
    own = _verdict("person", RULES["person"], Case(facts, eloket, today, key))
    cases = (
        Case(facts, eloket, today, key, facts.organisations.get(number), number) for number in sorted(numbers)
    )
    return Decision(
        (own, *(_verdict("legal_representative", RULES["legal_representative"], case) for case in cases))
    )


def strongest_key(facts: Facts, eloket: Eloket, today: date, allowed: tuple[str, ...]) -> str | None:
    """Return the strongest key of ``allowed`` that works today and that the e-loket accepts."""
    for kind in MEANS:
        case = Case(facts, eloket, today, kind)
        if kind in allowed and key_is_accepted(case).holds and key_is_active(case).holds:
            return kind
    return None


def _verdict(route: Route, rules: tuple[Rule, ...], case: Case) -> Verdict:
    checks = []
    for rule in rules:
        check = rule(case)
        checks.append(check)
        if not check.holds:
            break  # What follows rests on it.
    return Verdict(route, _identity(route, case), tuple(checks))


def _identity(route: Route, case: Case) -> Identity:
    if case.number is None:
        return Identity(route, "BUR", None, case.who, "Uzelf")
    group = case.organisation.target_group if case.organisation else "EA"
    capacity = ", ".join(dict.fromkeys(one.label for one in case.acting)) or "Wettelijk vertegenwoordiger"
    return Identity(route, group, case.number, case.name, capacity)
