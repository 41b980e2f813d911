"""Whether a mandate can be concluded: small checks of the type, the parties, the days and what is there.

*Bron*: domain facts §5.1 and §5.2; the dates are as at IDM (ours where no source speaks).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mocks.core.clock import Period
from mocks.core.dutch import dutch_date
from mocks.core.errors import Refusal
from mocks.ssm.domain.catalogue import LB, MandateType
from mocks.ssm.domain.forms import date_text
from mocks.ssm.domain.mandates import Mandate, Side
from mocks.ssm.domain.parties import Kind, Party, PartyFile
from mocks.ssm.errors import (
    BeginInThePast,
    EndBeforeBegin,
    LocalGovernmentGivesNone,
    MandateExists,
    MandateToOneself,
    OrganisationStopped,
    PersonDeceased,
    TooManyMandates,
    TypeNotForTargetGroup,
    TypeNotYetAvailable,
    UnknownOrganisation,
    UnknownPerson,
)

MOST_HELD = 2_000
"""Mandates that count at one holder: what a statement carries (a limit of ours, twice a large accountant)."""


@dataclass(frozen=True)
class Wish:
    """What somebody wants to conclude.

    Attributes:
        type: of which type.
        mandator: who gives it.
        holder: who takes it.
        begin: the first day; None for today.
        end: the last valid day; None for an unlimited duration.
    """

    type: MandateType
    mandator: Party
    holder: Party
    begin: date | None = None
    end: date | None = None

    def period(self, today: date) -> Period:
        """Return from when to when it would hold."""
        return Period(self.begin or today, self.end)


@dataclass(frozen=True)
class Case:
    """What the checks look at.

    Attributes:
        type: of which type.
        mandator: as the KBO or the Rijksregister knows it.
        holder: likewise.
        period: from when to when.
        today: the day of the world.
        between: what there is between the same two that counts on the first day or later.
        room: whether the holder has fewer than ``MOST_HELD``.
    """

    type: MandateType
    mandator: PartyFile
    holder: PartyFile
    period: Period
    today: date
    between: tuple[Mandate, ...] = ()
    room: bool = True


Rule = Callable[[Case], Refusal | None]


def type_is_available(case: Case) -> Refusal | None:
    """Mandates of the type are on offer by today."""
    since = case.type.available_from
    if since is None or case.type.available(case.today):
        return None
    return TypeNotYetAvailable(
        f"Mandaten voor ‘{case.type.name}’ kunnen pas vanaf {dutch_date(since)}. Sluit het mandaat dan af."
    )


def parties_differ(case: Case) -> Refusal | None:
    """Nobody gives a mandate to himself."""
    if case.mandator.party != case.holder.party:
        return None
    return MandateToOneself(
        f"{case.mandator.name} kan geen mandaat aan zichzelf geven. Kies een andere mandaatnemer."
    )


def is_known(side: Side) -> Rule:
    """Return the check that the party of a side exists."""

    def party_is_known(case: Case) -> Refusal | None:
        file = _file(case, side)
        if file.known:
            return None
        if file.party.kind is Kind.PERSON:
            return UnknownPerson(
                f"Het Rijksregister kent niemand met nummer {file.party.display} ({side.label}). Kijk het na."
            )
        return UnknownOrganisation(
            f"KBO kent geen onderneming met nummer {file.party.display} ({side.label}). Kijk het nummer na."
        )

    return party_is_known


def goes_on(side: Side) -> Rule:
    """Return the check that the organisation of a side has not stopped, and that the person lives."""

    def party_goes_on(case: Case) -> Refusal | None:
        file = _file(case, side)
        stopped, died = file.stopped_on(case.today), file.deceased_on(case.today)
        if stopped is not None:
            return OrganisationStopped(
                f"{file.name} ({side.label}) is stopgezet op {dutch_date(stopped)}. Met een stopgezette "
                "organisatie kan geen mandaat; neem contact op met KBO als dat niet klopt."
            )
        if died is not None:
            return PersonDeceased(
                f"{file.name} ({side.label}) is overleden op {dutch_date(died)}. Kies iemand anders."
            )
        return None

    return party_goes_on


def mandator_is_no_local_government(case: Case) -> Refusal | None:
    """A local government never gives a mandate.  That it may hold one is a guess: no source speaks."""
    if case.mandator.target_group != LB:
        return None
    return LocalGovernmentGivesNone(
        f"{case.mandator.name} is een lokaal bestuur, en dat geeft geen mandaten. Laat de lokale beheerder "
        "in IDM een recht toekennen aan een werkrelatie."
    )


def type_is_for_mandator(case: Case) -> Refusal | None:
    """The type is for mandators of this target group."""
    if case.mandator.target_group in case.type.target_groups:
        return None
    return TypeNotForTargetGroup(
        f"‘{case.type.name}’ is niet voor doelgroep {case.mandator.target_group} van {case.mandator.name}, "
        f"wel voor {', '.join(case.type.target_groups)}."
    )


def begins_not_in_the_past(case: Case) -> Refusal | None:
    """A mandate begins today or later."""
    if case.period.begin >= case.today:
        return None
    return BeginInThePast(
        f"De begindatum {date_text(case.period.begin)} ligt in het verleden. Kies {date_text(case.today)} of "
        "later."
    )


def ends_not_before_begin(case: Case) -> Refusal | None:
    """A mandate has one day at least."""
    if case.period.end is None or case.period.end >= case.period.begin:
        return None
    return EndBeforeBegin(
        f"De einddatum {date_text(case.period.end)} ligt voor de begindatum {date_text(case.period.begin)}. "
        "Keer ze om, of laat het einde open."
    )


def is_not_there_already(case: Case) -> Refusal | None:
    """The same two have no mandate of this type on any of these days, signed or not."""
    for one in case.between:
        begins_in_time = case.period.end is None or one.period.begin <= case.period.end
        if one.type == case.type and one.until >= case.period.begin and begins_in_time:
            return MandateExists(
                f"Dat mandaat is er al: {one.number}, van {date_text(one.period.begin)} tot "
                f"{date_text(one.end)}. Verleng of onderteken dat, of kies andere dagen."
            )
    return None


def holder_has_room(case: Case) -> Refusal | None:
    """The holder has fewer mandates than a statement can carry."""
    if case.room:
        return None
    return TooManyMandates(
        f"{case.holder.name} heeft al {MOST_HELD} mandaten; meer kan Proefloket niet verklaren. Zet eerst "
        "mandaten stop."
    )


def _file(case: Case, side: Side) -> PartyFile:
    return case.mandator if side is Side.MANDATOR else case.holder


PARTIES: tuple[Rule, ...] = (
    parties_differ,
    is_known(Side.MANDATOR),
    is_known(Side.HOLDER),
    goes_on(Side.MANDATOR),
    goes_on(Side.HOLDER),
    mandator_is_no_local_government,
    type_is_for_mandator,
)
"""Between whom there can be a mandate of this type; asked again at every signature."""

DAYS: tuple[Rule, ...] = (begins_not_in_the_past, ends_not_before_begin)
"""On which days."""

THERE: tuple[Rule, ...] = (is_not_there_already, holder_has_room)
"""What is there already; looked at in the transaction of the change."""

CONCLUDING: tuple[Rule, ...] = (type_is_available, *PARTIES, *DAYS, *THERE)
"""All checks of a mandate that is concluded, in this order."""


def check(case: Case, rules: tuple[Rule, ...]) -> None:
    """Let pass what all checks hold for.

    Raises:
        Refusal: of the first check that does not hold.
    """
    for rule in rules:
        refusal = rule(case)
        if refusal is not None:
            raise refusal
