"""What is wrong with a user right."""

from __future__ import annotations

from mocks.core.errors import BadRequest, NotFound, Refusal


class RightNotActivated(Refusal):
    """The right is on offer only after its owner activated it for this organisation."""

    code = "right-not-activated"
    status = 409


class RightNotForTargetGroup(Refusal):
    """The right is not for organisations of this target group."""

    code = "right-not-for-target-group"
    status = 409


class RightNotYetAvailable(Refusal):
    """The right is not on offer yet on this day."""

    code = "right-not-yet-available"
    status = 409


class RightPastWorkRelation(Refusal):
    """A right does not outlive its work relation."""

    code = "right-past-work-relation"
    status = 400


class RightBeforeWorkRelation(Refusal):
    """A right does not begin before its work relation."""

    code = "right-before-work-relation"
    status = 400


class RightTooLong(Refusal):
    """The right has a maximum duration of its own."""

    code = "right-too-long"
    status = 400


class RightBeginsInThePast(Refusal):
    """A right is granted from today or later."""

    code = "right-begins-in-the-past"
    status = 400


class RightAlreadyGranted(Refusal):
    """The work relation has this right with this profile on some of these days already."""

    code = "right-already-granted"
    status = 409


class RightRevoked(Refusal):
    """The right was revoked; grant it anew."""

    code = "right-revoked"
    status = 409


class RightEnded(Refusal):
    """The right has ended; grant it anew."""

    code = "right-ended"
    status = 409


class UnknownRight(NotFound):
    """The catalogue has no right of this name."""

    code = "unknown-right"


class RightNameTaken(Refusal):
    """An e-loket asks a right by the name of another one."""

    code = "right-name-taken"
    status = 409


class UnknownUserRight(NotFound):
    """No work relation has this right."""

    code = "unknown-user-right"


class UnknownProfile(BadRequest):
    """The right has no such profile."""

    code = "unknown-profile"


class ContextMissing(BadRequest):
    """The right is granted for one or several contexts, and none was chosen."""

    code = "context-missing"


class MalformedContext(BadRequest):
    """A text that cannot be a context of a right."""

    code = "malformed-context"


class TooManyContexts(BadRequest):
    """More contexts than a right can have for one organisation."""

    code = "too-many-contexts"


class UnknownContext(BadRequest):
    """The right has no such context for this organisation."""

    code = "unknown-context"
