"""What is wrong with what was typed or sent."""

from __future__ import annotations

from mocks.core.errors import BadRequest


class MalformedNumber(BadRequest):
    """A text that does not name a work relation, a user right or an activation."""

    code = "malformed-number"


class MalformedDate(BadRequest):
    """A text that is no date, such as 31/02/2021."""

    code = "malformed-date"


class MalformedPhone(BadRequest):
    """A telephone number in another format than +3212345678."""

    code = "malformed-phone"


class MalformedEmail(BadRequest):
    """A text that is no e-mail address."""

    code = "malformed-email"


class UnreadableText(BadRequest):
    """A text that is too long, or holds control characters."""

    code = "unreadable-text"


class MalformedCursor(BadRequest):
    """A place in a list that this list did not give."""

    code = "malformed-cursor"


class MalformedCsv(BadRequest):
    """A file that is no CSV with the columns asked."""

    code = "malformed-csv"


class TooManyLines(BadRequest):
    """A file with more lines than one delivery may have."""

    code = "too-many-lines"
