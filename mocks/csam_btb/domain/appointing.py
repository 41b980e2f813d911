"""Who may appoint whom: one small check each, in the order in which they are made.

First the enterprise and whoever acts, then whom it is about, then the post.  Each returns why it refuses,
or None.

*Bron*: domain facts §3: only a legal representative whose function stands in the KBO and is valid today
appoints the first main access manager; that one appoints others as back-up, and access managers.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mocks.core.errors import Refusal
from mocks.csam_btb.domain.cases import Case
from mocks.csam_btb.domain.nominations import Nomination
from mocks.csam_btb.errors import (
    AccessManagerMayNotAppoint,
    AlreadyAppointed,
    DeceasedActor,
    DeceasedAppointee,
    EnterpriseStopped,
    FamilyNameDiffers,
    FunctionDoesNotRepresent,
    FunctionEnded,
    FunctionNotBegun,
    GivenNameDiffers,
    HoldingEnterpriseStopped,
    MayNotEnd,
    NoFunction,
    NotAppointedHere,
    NothingToEnd,
    OwnAppointmentEnded,
    OwnAppointmentWaits,
    ReplacementUnconfirmed,
    UnknownAppointee,
    UnknownEnterprise,
)

Rule = Callable[[Case], Refusal | None]


def enterprise_is_known(case: Case) -> Refusal | None:
    """The KBO knows the enterprise."""
    return None if case.enterprise is not None else UnknownEnterprise(case.number.enterprise)


def actor_is_alive(case: Case) -> Refusal | None:
    """Whoever acts has not died."""
    died = case.actor_died is not None and case.actor_died <= case.today
    return DeceasedActor(case.actor) if died else None


def actor_has_function(case: Case) -> Refusal | None:
    """Whoever acts holds a function in the enterprise."""
    return None if case.functions else NoFunction(case.name)


def function_represents(case: Case) -> Refusal | None:
    """One of the functions is of a kind that represents the enterprise."""
    if case.representing:
        return None
    return FunctionDoesNotRepresent(", ".join(one.label for one in case.functions), case.name)


def function_has_begun(case: Case) -> Refusal | None:
    """One of those has begun."""
    if case.begun:
        return None
    first = min(case.representing, key=lambda one: one.period.begin)
    return FunctionNotBegun(first.label, first.period.begin)


def function_has_not_ended(case: Case) -> Refusal | None:
    """One of those has not ended; the end date is the last valid day."""
    if case.current:
        return None
    last = max(case.begun, key=lambda one: one.period.end or date.max)
    return FunctionEnded(last.label, last.period.end)


def holding_enterprise_is_active(case: Case) -> Refusal | None:
    """A function that an enterprise holds needs that enterprise to be active."""
    if case.acting:
        return None
    first = case.current[0]
    return HoldingEnterpriseStopped(first.label, first.through or "")


def actor_is_appointed(case: Case) -> Refusal | None:
    """Whoever acts is no outsider."""
    return None if case.own else NotAppointedHere(case.name)


def actor_leads(case: Case) -> Refusal | None:
    """Whoever acts is a main access manager and not only an access manager."""
    return None if case.own_lead is not None else AccessManagerMayNotAppoint(case.name)


def lead_has_not_ended(case: Case) -> Refusal | None:
    """That appointment has not ended."""
    lead = case.own_lead
    ended = lead is not None and lead.ended(case.today)
    return OwnAppointmentEnded(case.name, lead.end if lead else None) if ended else None


def lead_is_active(case: Case) -> Refusal | None:
    """That appointment does not wait for the first sign-in."""
    lead = case.own_lead
    return None if lead is not None and lead.active(case.today) else OwnAppointmentWaits(case.name)


def enterprise_is_active(case: Case) -> Refusal | None:
    """The enterprise has not stopped."""
    stopped = case.enterprise is not None and case.enterprise.stopped(case.today)
    return EnterpriseStopped(case.name, case.enterprise.stopped_on) if stopped and case.enterprise else None


def appointee_is_known(case: Case) -> Refusal | None:
    """The Rijksregister knows the appointee."""
    return None if case.appointee is not None else UnknownAppointee(case.number.insz)


def appointee_is_alive(case: Case) -> Refusal | None:
    """The appointee has not died."""
    died = case.appointee.deceased_on if case.appointee else None
    return DeceasedAppointee(case.number.insz) if died is not None and died <= case.today else None


def family_name_fits(case: Case) -> Refusal | None:
    """The surname is the one that goes with the number."""
    fits = case.nomination and case.appointee and case.nomination.family_name_fits(case.appointee)
    return None if fits else FamilyNameDiffers()


def given_name_fits(case: Case) -> Refusal | None:
    """The first name is the one that goes with the number."""
    fits = case.nomination and case.appointee and case.nomination.given_name_fits(case.appointee)
    return None if fits else GivenNameDiffers()


def appointee_has_not_the_post(case: Case) -> Refusal | None:
    """Nobody is appointed to the same twice, whether as the first or as back-up."""
    return AlreadyAppointed(case.target.label, case.name) if case.target is not None else None


def post_is_free(case: Case) -> Refusal | None:
    """Nobody has the post, or it was confirmed that this very person gives way."""
    confirmed = case.nomination.replaces if case.nomination is not None else None
    if not case.incumbents or confirmed in {one.insz for one in case.incumbents}:
        return None
    incumbent = case.incumbents[0]
    return ReplacementUnconfirmed(incumbent.label, case.name, incumbent.insz)


def there_is_something_to_end(case: Case) -> Refusal | None:
    """The appointment is there and has not ended."""
    return None if case.target is not None else NothingToEnd()


def actor_may_end(case: Case) -> Refusal | None:
    """The first main access manager answers to the legal representative, the others also to them.

    Who may end an appointment has no source: a guess, after who makes it.
    """
    target = case.target
    if why_refused(case, LEGAL_REPRESENTATIVE) is None or target is None:
        return None
    if not target.first and why_refused(case, MAIN_ACCESS_MANAGER) is None:
        return None
    return MayNotEnd(target.label, first=target.first)


LEGAL_REPRESENTATIVE: tuple[Rule, ...] = (
    actor_is_alive,
    actor_has_function,
    function_represents,
    function_has_begun,
    function_has_not_ended,
    holding_enterprise_is_active,
)
"""Whether somebody acts as legal representative, in the order of ACM."""

MAIN_ACCESS_MANAGER: tuple[Rule, ...] = (
    actor_is_alive,
    actor_is_appointed,
    actor_leads,
    lead_has_not_ended,
    lead_is_active,
)
"""Whether somebody acts as main access manager."""

APPOINTEE: tuple[Rule, ...] = (
    appointee_is_known,
    appointee_is_alive,
    family_name_fits,
    given_name_fits,
    appointee_has_not_the_post,
    post_is_free,
)
"""Whether this person can have this post."""

ENDING: tuple[Rule, ...] = (there_is_something_to_end, actor_may_end)
"""Whether an appointment can be ended by whoever asks it."""


def actor_rules(*, by_legal_representative: bool) -> tuple[Rule, ...]:
    """Return the checks of the enterprise and of whoever acts."""
    actor = LEGAL_REPRESENTATIVE if by_legal_representative else MAIN_ACCESS_MANAGER
    return (enterprise_is_known, *actor, enterprise_is_active)


def appointing_rules(nomination: Nomination) -> tuple[Rule, ...]:
    """Return all checks of a nomination."""
    return (*actor_rules(by_legal_representative=nomination.by_legal_representative), *APPOINTEE)


def why_refused(case: Case, rules: tuple[Rule, ...]) -> Refusal | None:
    """Return why the first check that does not hold refuses, or None when all hold."""
    return next((refusal for rule in rules if (refusal := rule(case)) is not None), None)


def check(case: Case, rules: tuple[Rule, ...]) -> None:
    """Let pass what all checks hold for.

    Raises:
        Refusal: of the first check that does not hold.
    """
    refusal = why_refused(case, rules)
    if refusal is not None:
        raise refusal
