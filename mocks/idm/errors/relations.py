"""What is wrong with a work relation, or with a period."""

from __future__ import annotations

from mocks.core.errors import BadRequest, NotFound, Refusal


class WorkRelationOverlaps(Refusal):
    """The person has a work relation with this organisation on some of these days already."""

    code = "work-relation-overlaps"
    status = 409


class WorkRelationTooLong(Refusal):
    """A work relation lasts ten years at most."""

    code = "work-relation-too-long"
    status = 400


class WorkRelationEnded(Refusal):
    """The work relation has ended; couple the person anew."""

    code = "work-relation-ended"
    status = 409


class UnknownWorkRelation(NotFound):
    """There is no such work relation."""

    code = "unknown-work-relation"


class UnknownCategory(BadRequest):
    """There is no such category of work relation."""

    code = "unknown-category"


class EndBeforeBegin(Refusal):
    """A period that would have no day."""

    code = "end-before-begin"
    status = 400


class EndInThePast(Refusal):
    """An end date before today."""

    code = "end-in-the-past"
    status = 400


class NotLonger(Refusal):
    """An extension that does not move the end date later."""

    code = "not-longer"
    status = 409


class NotShorter(Refusal):
    """Ending something on a later day than it ends by itself."""

    code = "not-shorter"
    status = 409


class ChangedMeanwhile(Refusal):
    """Somebody else changed it since the administrator looked at it."""

    code = "changed-meanwhile"
    status = 409
    title = "Ondertussen gewijzigd"
