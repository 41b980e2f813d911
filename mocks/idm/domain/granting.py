"""When a user right may be granted, extended or ended: rows of small checks, each with its own reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mocks.core.clock import Period
from mocks.core.forms import date_text, shown
from mocks.idm.domain.activation import is_activated, require_target_group
from mocks.idm.domain.catalogue import Right, if_asked
from mocks.idm.domain.facts import Organisation
from mocks.idm.domain.people import Registered
from mocks.idm.domain.relations import WorkRelation, require_not_past, require_order, years_later
from mocks.idm.domain.rights import (
    Activation,
    RightNumber,
    UserRight,
    Wish,
    is_same,
    latest_end,
    require_living,
)
from mocks.idm.errors import (
    BelgianEidNeeded,
    ContextMissing,
    NotLonger,
    NotShorter,
    RightAlreadyGranted,
    RightBeforeWorkRelation,
    RightBeginsInThePast,
    RightNotActivated,
    RightNotYetAvailable,
    RightPastWorkRelation,
    RightTooLong,
    UnknownContext,
    UnknownProfile,
    WorkRelationEnded,
)


@dataclass(frozen=True)
class GrantCase:
    """Everything that the rules of granting look at."""

    wish: Wish
    relation: WorkRelation
    organisation: Organisation
    person: Registered | None
    activation: Activation | None
    held: Sequence[UserRight]
    today: date

    @property
    def begin(self) -> date:
        """The first day: as asked, or the first one possible from today."""
        return self.wish.begin or max(self.today, self.relation.period.begin)

    @property
    def end(self) -> date:
        """The last day: as asked, or the latest possible one."""
        return self.wish.end or latest_end(self.wish.right, self.relation, self.begin)

    @property
    def profile(self) -> str | None:
        """The profile: as asked, or the only one."""
        profiles = self.wish.right.profiles
        return self.wish.profile or (profiles[0] if len(profiles) == 1 else None)


def _relation_has_not_ended(case: GrantCase) -> None:
    """*Bron*: seed 004, a right hangs on a work relation."""
    if case.relation.period.ended(case.today):
        raise WorkRelationEnded(
            f"Deze werkrelatie is afgelopen op {date_text(case.relation.end)}. Koppel de persoon opnieuw."
        )


def _right_is_available(case: GrantCase) -> None:
    right = case.wish.right
    if not right.available(case.today) and right.available_from:
        raise RightNotYetAvailable(
            f"‘{right.name}’ kan pas vanaf {date_text(right.available_from)} toegekend worden."
        )


def _right_fits_target_group(case: GrantCase) -> None:
    require_target_group(case.wish.right, case.organisation)


def _right_is_activated(case: GrantCase) -> None:
    """*Bron*: seed 003 (**), the department right is visible only once activated."""
    right = case.wish.right
    if not is_activated(right, case.activation, case.today):
        raise RightNotActivated(
            f"‘{right.name}’ is voor {case.organisation.name} nog niet geactiveerd. Vraag dat aan de dienst "
            "die het recht beheert (voor departementen: de dienst kmo-portefeuille)."
        )


def _person_has_belgian_eid(case: GrantCase) -> None:
    """*Bron*: "een werkrelatie met een Belgische eID" (webinar)."""
    if case.wish.right.belgian_eid and not (case.person and case.person.belgian_eid):
        who = case.person.full_name if case.person else case.relation.number.person.display
        raise BelgianEidNeeded(
            f"‘{case.wish.right.name}’ kan enkel voor wie een Belgische eID heeft; volgens het Rijksregister "
            f"heeft {who} er geen."
        )


def _profile_is_known(case: GrantCase) -> None:
    profiles, chosen = case.wish.right.profiles, case.profile
    if not profiles and chosen:
        raise UnknownProfile(f"‘{case.wish.right.name}’ heeft geen profielen. Laat het profiel weg.")
    if profiles and chosen not in profiles:
        raise UnknownProfile(
            f"‘{shown(chosen or '')}’ is geen profiel van ‘{case.wish.right.name}’. Kies "
            f"{' of '.join(profiles)}."
        )


def _contexts_are_known(case: GrantCase) -> None:
    """*Bron*: "Selecteer de departementen ... Voeg toe aan lijst" (seed 004)."""
    right, chosen = case.wish.right, case.wish.contexts
    known = case.activation.contexts if case.activation else ()
    if not right.has_contexts:
        if chosen:
            raise UnknownContext(f"‘{right.name}’ heeft geen contexten. Laat de lijst leeg.")
        return
    if not chosen:
        raise ContextMissing(f"Kies minstens één van {', '.join(known)}, en voeg toe aan de lijst.")
    for context in chosen:
        if context not in known:
            raise UnknownContext(
                f"‘{shown(context)}’ is voor {case.organisation.name} niet geactiveerd. Kies uit "
                f"{', '.join(known)}."
            )


def _dates_fit(case: GrantCase) -> None:
    """*Bron*: seed 004, K16: not past the work relation; the own maximum by its example of four years."""
    right, relation = case.wish.right, case.relation
    if case.begin < case.today:
        raise RightBeginsInThePast(
            f"Een recht begint vandaag ({date_text(case.today)}) of later, niet op {date_text(case.begin)}."
        )
    require_order(case.begin, case.end)
    require_not_past(case.end, case.today)
    if case.begin < relation.period.begin:
        raise RightBeforeWorkRelation(
            f"De werkrelatie begint pas op {date_text(relation.period.begin)}. Laat het recht dan of later "
            "beginnen."
        )
    _end_fits(right, relation, case.begin, case.end)


def _end_fits(right: Right, relation: WorkRelation, begin: date, end: date) -> None:
    if end > relation.end:
        raise RightPastWorkRelation(
            f"De werkrelatie eindigt op {date_text(relation.end)}; een recht kan niet langer duren. Kies een "
            "vroegere einddatum, of verleng eerst de werkrelatie."
        )
    latest = years_later(begin, right.most_years)
    if end > latest:
        raise RightTooLong(
            f"‘{right.name}’ duurt hoogstens {right.most_years} jaar, dus tot en met {date_text(latest)}."
        )


def _not_granted_already(case: GrantCase) -> None:
    for held in case.held:
        same = held.number.right == case.wish.right.key and held.profile == case.profile
        overlaps = held.period.begin <= case.end and case.begin <= held.end
        if same and overlaps and not held.revoked(case.today):
            raise RightAlreadyGranted(
                f"‘{case.wish.right.name}’ is al toegekend van {date_text(held.period.begin)} tot en met "
                f"{date_text(held.end)}. Verleng dat recht, of trek het eerst in."
            )


GRANT_RULES: Sequence[Callable[[GrantCase], None]] = (
    _relation_has_not_ended,
    _right_is_available,
    _right_fits_target_group,
    _right_is_activated,
    _person_has_belgian_eid,
    _profile_is_known,
    _contexts_are_known,
    _dates_fit,
    _not_granted_already,
)
"""What has to hold before a right is granted, in this order; whether the administrator may comes first."""


def check_grant(case: GrantCase) -> None:
    """Check every rule of granting, in order; each raises its own reason."""
    for rule in GRANT_RULES:
        rule(case)


def granted(case: GrantCase, counter: int) -> UserRight:
    """Return the right that a checked case gives."""
    known = case.activation.contexts if case.activation else ()
    return UserRight(
        number=RightNumber(case.relation.number, case.wish.right.key, counter),
        profile=case.profile,
        contexts=tuple(context for context in known if context in case.wish.contexts),
        period=Period(case.begin, case.end),
        asked=if_asked(case.wish.right),
    )


def check_longer_right(
    right: UserRight, relation: WorkRelation, end: date, today: date, held: Iterable[UserRight]
) -> None:
    """Check a later end of a right; its own maximum then counts from today.

    Raises:
        RightRevoked, RightEnded: when there is nothing to extend.
        NotLonger: when the end is not later than it was.
        RightPastWorkRelation, RightTooLong: when it is too late.
        RightAlreadyGranted: when the same right follows it already.
    """
    require_living(right, today)
    if end <= right.end:
        raise NotLonger(
            f"‘{right.right.name}’ loopt al tot en met {date_text(right.end)}. Kies een latere einddatum."
        )
    _end_fits(right.right, relation, max(right.period.begin, today), end)
    for other in held:
        follows = right.end < other.period.begin <= end
        if follows and is_same(other, right) and not other.revoked(today):
            raise RightAlreadyGranted(
                f"‘{right.right.name}’ is opnieuw toegekend vanaf {date_text(other.period.begin)}. Verleng "
                "tot daarvoor, of trek dat eerst in."
            )


def check_shorter_right(right: UserRight, end: date, today: date) -> None:
    """Check an earlier end of a right.

    Raises:
        RightRevoked, RightEnded: when there is nothing to end.
        EndBeforeBegin, EndInThePast: by the date.
        NotShorter: when the end is later than it was.
    """
    require_living(right, today)
    require_order(right.period.begin, end)
    require_not_past(end, today)
    if end > right.end:
        raise NotShorter(f"‘{right.right.name}’ eindigt al op {date_text(right.end)}.")
