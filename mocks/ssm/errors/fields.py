"""What is wrong with what was typed or sent."""

from __future__ import annotations

from mocks.core.errors import BadRequest, NotFound


class MalformedNumber(BadRequest):
    """A text that is no number of a mandate."""

    code = "malformed-number"


class MalformedParty(BadRequest):
    """A text that is the number of neither an organisation nor a person."""

    code = "malformed-party"


class MalformedCursor(BadRequest):
    """A place in a list that this list did not give."""

    code = "malformed-cursor"


class UnknownFrame(BadRequest):
    """There is no such frame on the home screen."""

    code = "unknown-frame"


class UnknownSide(BadRequest):
    """A party is mandator or mandate holder, and nothing else."""

    code = "unknown-role"


class OneSearchAtATime(BadRequest):
    """A frame, a party and "changed since" are asked one at a time."""

    code = "one-search-at-a-time"


class NobodyOfThatName(NotFound):
    """KBO finds no organisation by this name."""

    code = "nobody-of-that-name"


class SeveralOfThatName(BadRequest):
    """KBO finds several organisations by this name."""

    code = "several-of-that-name"


class NothingChosen(BadRequest):
    """Several mandates at once were asked, and none or too many are named."""

    code = "nothing-chosen"


class MandateIncomplete(BadRequest):
    """A mandate that is put for the first time without saying of what type or between whom."""

    code = "mandate-incomplete"


class MandateContradicts(BadRequest):
    """Members of a mandate that is put contradict one another."""

    code = "mandate-contradicts"
