"""From a place in a population to a number that nobody has, in a time that does not grow with its size.

Numbers rise with the place, so that a database is filled along its indexes.  Between two neighbours there is
room, and the seed says where in that room each stands: two seeds have other people.
"""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from functools import lru_cache
from hashlib import blake2b

from mocks.cast import load_cast
from mocks.core.identifiers import (
    EnterpriseNumber,
    NationalNumber,
    Sex,
    make_enterprise_number,
    make_national_number,
)

FIRST_BIRTH, LAST_BIRTH = date(1940, 1, 1), date(2002, 12, 31)
"""Whoever was born then is of age in 2021."""

COUNTERS = 998
"""An official test number has a counter from 1 to 998."""

PLACES = 700_000
"""Enterprises: what follows in 0100.000.000–0199.999.999 is for those that the desk of the KBO registers."""

_SLOTS = (LAST_BIRTH.toordinal() - FIRST_BIRTH.toordinal() + 1) * COUNTERS


def mixed(seed: int, purpose: str, place: int) -> int:
    """Return a number from 0 to 2**32 - 1 that follows from these alone, on every machine."""
    digest = blake2b(f"{seed}/{purpose}/{place}".encode(), digest_size=4).digest()
    return int.from_bytes(digest, "big")


def person_number(seed: int, place: int, size: int) -> NationalNumber:
    """Return the official test number of the person at a place, from 0 to ``size`` - 1."""
    room = _SLOTS // size
    day, counter = divmod(place * room + mixed(seed, "person", place) % room, COUNTERS)
    counter += 1
    sex = Sex.MAN if counter % 2 else Sex.WOMAN
    return make_national_number(date.fromordinal(FIRST_BIRTH.toordinal() + day), sex, counter=counter)


def enterprise_number(seed: int, place: int, size: int, taken: Container[str]) -> EnterpriseNumber:
    """Return the number of the enterprise at a place, from 0 to ``size`` - 1; none of those that are taken.

    Raises:
        ValueError: when there are too many to have room between them.
    """
    room = PLACES // size
    if room < 2:
        raise ValueError(f"{size} enterprises have no room in {PLACES} places")
    within = mixed(seed, "enterprise", place) % room
    for further in range(room):
        number = make_enterprise_number(place * room + (within + further) % room)
        if number not in taken:
            return number
    raise ValueError(f"every number that enterprise {place} could have is taken")


@lru_cache(maxsize=1)
def numbers_of_the_cast() -> frozenset[str]:
    """Return the enterprise numbers that organisations of the cast have."""
    found = (one.number for one in load_cast().organisations.values())
    return frozenset(str(number) for number in found if number is not None)
