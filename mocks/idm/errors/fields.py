"""What is wrong with what was typed or sent."""

from __future__ import annotations

from mocks.core.errors import BadRequest


class MalformedNumber(BadRequest):
    """A text that does not name a work relation, a user right or an activation."""

    code = "malformed-number"


class MalformedPhone(BadRequest):
    """A telephone number in another format than +3212345678."""

    code = "malformed-phone"


class MalformedCursor(BadRequest):
    """A place in a list that this list did not give."""

    code = "malformed-cursor"


class MalformedCsv(BadRequest):
    """A file that is no CSV with the columns asked."""

    code = "malformed-csv"


class TooManyLines(BadRequest):
    """A file with more lines than one delivery may have."""

    code = "too-many-lines"
