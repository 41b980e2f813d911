"""Why a page of the stage refuses.

Refusal
├── UnknownApplicant      the guide does not know this kind of applicant, or this way
└── OtherApplicant        the organisation is of another kind than was chosen
"""

from __future__ import annotations

from mocks.core.errors import BadRequest


class UnknownApplicant(BadRequest):
    """No kind of applicant, and no way, that the guide knows."""

    code = "unknown-applicant"


class OtherApplicant(BadRequest):
    """The organisation is of another kind than was chosen."""

    code = "other-applicant"
    title = "Een ander soort aanvrager"
