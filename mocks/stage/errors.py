"""Why a page of the stage refuses.

Refusal
├── UnknownOwnEloket      no e-loket of one's own has this client_id
├── UnreadableUpload      the file that was sent along is no text
├── UnknownApplicant      the guide does not know this kind of applicant, or this way
└── OtherApplicant        the organisation is of another kind than was chosen
"""

from __future__ import annotations

from mocks.core.errors import BadRequest, NotFound


class UnknownOwnEloket(NotFound):
    """No e-loket of one's own has this client_id in this world."""

    code = "unknown-own-eloket"


class UnreadableUpload(BadRequest):
    """The file that was sent along is no text."""

    code = "unreadable-upload"


class UnknownApplicant(BadRequest):
    """No kind of applicant, and no way, that the guide knows."""

    code = "unknown-applicant"


class OtherApplicant(BadRequest):
    """The organisation is of another kind than was chosen."""

    code = "other-applicant"
    title = "Een ander soort aanvrager"
