"""What a request for the list of users asks: a filter and a page.

*Bron*: RFC 7644 §3.4.2.2 and §3.4.2.4.  Of the filters only "equal to" is played, on the two attributes by
which IDM would look a user up; sorting and partial resources are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mocks.eloketten.kiosk.domain.scim import USER_SCHEMA, is_vo_id
from mocks.eloketten.kiosk.errors import InvalidScimFilter, InvalidScimValue

MOST_ON_A_PAGE = 200
ON_A_PAGE = 50
_FURTHEST = 10**9

_FILTER = re.compile(
    rf'(?:{re.escape(USER_SCHEMA)}:)?(?:externalId|userName) +eq +"([^"\\]*)"', re.ASCII | re.IGNORECASE
)
_NUMBER = re.compile(r"-?[0-9]{1,12}", re.ASCII)


@dataclass(frozen=True)
class Wanted:
    """Which users a list is to hold.

    Attributes:
        only: the VO-id of the one user that is sought; None for all, an empty text for nobody.
        start: the place of the first one, counted from 1.
        count: how many at most.
    """

    only: str | None = None
    start: int = 1
    count: int = ON_A_PAGE


def wanted(filter_: str | None, start_index: str | None, count: str | None) -> Wanted:
    """Read what a list is asked to hold.

    A start before 1 is 1, a negative count is 0, and more than a page is a page (RFC 7644 §3.4.2.4).

    Raises:
        InvalidScimFilter: for any other filter than ``externalId eq "…"`` or ``userName eq "…"``.
        InvalidScimValue: when a number is none.
    """
    return Wanted(
        only=_sought(filter_) if filter_ is not None else None,
        start=min(max(_number("startIndex", start_index, 1), 1), _FURTHEST),
        count=min(max(_number("count", count, ON_A_PAGE), 0), MOST_ON_A_PAGE),
    )


def _sought(text: str) -> str:
    """Return the VO-id that is sought; what cannot be one is nobody's and is not looked up."""
    found = _FILTER.fullmatch(text.strip(" "))
    if found is None:
        raise InvalidScimFilter
    return found[1] if is_vo_id(found[1]) else ""


def _number(name: str, text: str | None, default: int) -> int:
    if text is None:
        return default
    if not _NUMBER.fullmatch(text):
        raise InvalidScimValue(name, "een geheel getal zijn")
    return int(text)
