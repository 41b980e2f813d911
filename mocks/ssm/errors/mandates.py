"""Why a mandate cannot be concluded, signed, changed, transferred or stopped."""

from __future__ import annotations

from mocks.core.errors import NotFound, Refusal


class TypeNotYetAvailable(Refusal):
    """Mandates of this type are not on offer yet on this day."""

    code = "type-not-yet-available"
    status = 409


class LocalGovernmentGivesNone(Refusal):
    """A local government never gives a mandate."""

    code = "local-government-gives-no-mandate"
    status = 409


class TypeNotForTargetGroup(Refusal):
    """Mandates of this type are not for mandators of this target group."""

    code = "type-not-for-target-group"
    status = 409


class MandateToOneself(Refusal):
    """Mandator and mandate holder are one and the same."""

    code = "mandate-to-oneself"
    status = 409


class MandateExists(Refusal):
    """The same mandate is there already on some of these days."""

    code = "mandate-exists"
    status = 409


class TooManyMandates(Refusal):
    """The holder has as many mandates as a statement can carry (a limit of ours)."""

    code = "too-many-mandates"
    status = 409


class NumbersExhausted(Refusal):
    """Every number of this year is given out (a limit of ours)."""

    code = "numbers-exhausted"
    status = 409


class BeginInThePast(Refusal):
    """A mandate begins today or later."""

    code = "begin-in-the-past"
    status = 400


class EndBeforeBegin(Refusal):
    """A mandate that would have no day."""

    code = "end-before-begin"
    status = 400


class NotLonger(Refusal):
    """A new end that is no later than the one there is."""

    code = "not-longer"
    status = 409


class MandateStopped(Refusal):
    """The mandate was stopped; conclude a new one."""

    code = "mandate-stopped"
    status = 409


class MandateEnded(Refusal):
    """The last day of the mandate has passed; conclude a new one."""

    code = "mandate-ended"
    status = 409


class AlreadySigned(Refusal):
    """This party has signed already."""

    code = "already-signed"
    status = 409


class NotYetConcluded(Refusal):
    """The mandate waits for a signature; until then it can only be signed or stopped."""

    code = "not-yet-concluded"
    status = 409


class TransferToSameHolder(Refusal):
    """A transfer to who holds the mandate already."""

    code = "transfer-to-same-holder"
    status = 409


class TransferUnderWay(Refusal):
    """The mandate waits for a transfer already."""

    code = "transfer-under-way"
    status = 409


class ConditionsNotRead(Refusal):
    """Who stops a mandate confirms that the conditions were read."""

    code = "conditions-not-read"
    status = 400


class ChangedMeanwhile(Refusal):
    """Somebody else changed the mandate since it was looked at."""

    code = "changed-meanwhile"
    status = 409
    title = "Ondertussen gewijzigd"


class UnknownMandate(NotFound):
    """There is no such mandate, or not for this party."""

    code = "unknown-mandate"


class TypeTaken(Refusal):
    """Another e-loket asks this mandate type."""

    code = "type-taken"
    status = 409


class UnknownType(NotFound):
    """There is no such mandate type."""

    code = "unknown-type"
