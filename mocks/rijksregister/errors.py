"""Why the register refuses.

NotFound
└── UnknownPerson
"""

from __future__ import annotations

from mocks.core.errors import NotFound
from mocks.core.identifiers import Insz


class UnknownPerson(NotFound):
    """Nobody has this number in this world."""

    code = "unknown-person"

    def __init__(self, insz: Insz) -> None:
        """Name the number that nobody has."""
        super().__init__(
            f"Het Rijksregister kent niemand met nummer {insz.display}. Kijk het nummer na, of zet de "
            f"persoon in deze wereld met PUT /rijksregister/_mock/person/{insz}."
        )
