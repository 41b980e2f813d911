"""What people, streets and organisations are called: pools that are made once per seed.

Faker takes up to a millisecond for a name; drawing one from a pool takes next to nothing.  Its numbers and
addresses are not used: they can belong to real people, and mix postcodes and places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from load.numbers import mixed
from mocks.core.identifiers import Sex

POOL = 400
"""Names of each kind; 400 given names of each sex with 400 surnames are 320,000 full names."""

PLACES: Sequence[tuple[str, str]] = (
    ("1000", "Brussel"),
    ("1500", "Halle"),
    ("1730", "Asse"),
    ("2000", "Antwerpen"),
    ("2200", "Herentals"),
    ("2300", "Turnhout"),
    ("2500", "Lier"),
    ("2800", "Mechelen"),
    ("3000", "Leuven"),
    ("3300", "Tienen"),
    ("3500", "Hasselt"),
    ("3600", "Genk"),
    ("3700", "Tongeren"),
    ("8000", "Brugge"),
    ("8400", "Oostende"),
    ("8500", "Kortrijk"),
    ("8800", "Roeselare"),
    ("8900", "Ieper"),
    ("9000", "Gent"),
    ("9100", "Sint-Niklaas"),
    ("9300", "Aalst"),
    ("9500", "Geraardsbergen"),
    ("9700", "Oudenaarde"),
)
"""Pairs of postcode and municipality that are real."""

_STREETS = (
    "Souffleur",
    "Wilgen",
    "Balans",
    "Penseel",
    "Krijtbord",
    "Linde",
    "Kapel",
    "Noten",
    "Orgel",
    "Toneel",
)
_KINDS = ("laan", "straat", "dreef", "pad", "kaai", "plein", "gang")
_DOINGS = (
    "Theater",
    "Muziekhuis",
    "Atelier",
    "Fanfare",
    "Jeugdhuis",
    "Museum",
    "Dansgroep",
    "Koor",
    "Uitgeverij",
)
_SUBJECTS = (
    "Voorstellingenreeks",
    "Werkbeurs",
    "Restauratie",
    "Festival",
    "Tentoonstelling",
    "Residentie",
    "Concertreeks",
)


@dataclass(frozen=True)
class Names:
    """The pools of one seed."""

    seed: int
    men: Sequence[str]
    women: Sequence[str]
    families: Sequence[str]

    def person(self, place: int, sex: Sex | None) -> tuple[str, str]:
        """Return first name and surname of the person at a place."""
        drawn = mixed(self.seed, "name", place)
        given = self.women if sex is Sex.WOMAN else self.men
        return given[drawn % POOL], self.families[drawn // POOL % POOL]

    def organisation(self, place: int, form: str) -> str:
        """Return the name of the organisation at a place, with its legal form behind it."""
        drawn = mixed(self.seed, "organisation", place)
        return (
            f"{_DOINGS[drawn % len(_DOINGS)]} {self.families[drawn // 16 % POOL]} {place + 1} {form}".strip()
        )

    def address(self, place: int) -> tuple[str, str, str, str]:
        """Return street, house number, postcode and municipality of the organisation at a place."""
        drawn = mixed(self.seed, "address", place)
        street = _STREETS[drawn % len(_STREETS)] + _KINDS[drawn // 16 % len(_KINDS)]
        return street, str(drawn // 256 % 180 + 1), *PLACES[drawn // 65_536 % len(PLACES)]

    def title(self, serial: int) -> str:
        """Return the title of the dossier with a serial number."""
        drawn = mixed(self.seed, "title", serial)
        return f"{_SUBJECTS[drawn % len(_SUBJECTS)]} {self.families[drawn // 16 % POOL]} {serial}"


@lru_cache(maxsize=4)
def names_of(seed: int) -> Names:
    """Return the pools of a seed; the same seed gives the same ones.

    Raises:
        ModuleNotFoundError: when Faker is not installed, which comes with the extra ``load``.
    """
    from faker import Faker  # noqa: PLC0415  # half a second that only who needs names pays

    faker = Faker("nl_BE")
    faker.seed_instance(seed)
    men = tuple(faker.first_name_male() for _ in range(POOL))
    women = tuple(faker.first_name_female() for _ in range(POOL))
    return Names(seed, men, women, tuple(faker.last_name() for _ in range(POOL)))
