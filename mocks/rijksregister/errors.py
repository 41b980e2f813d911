"""Why the register refuses.

NotFound
└── UnknownPerson
BadRequest
├── DocumentRefused       an identity document that is no longer valid
├── BirthRefused          a birth that is yet to come, or before 1900
├── DocumentOfAnother     a document that belongs to somebody else
├── ApplicantDeceased     somebody who died gets no BIS number
└── NumbersExhausted      no safe number is left for this birth
"""

from __future__ import annotations

from mocks.core.errors import BadRequest, NotFound
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


HELP = "Bel 1700, of +32 2 553 1700 uit het buitenland."
"""Where who is refused at the desk can turn.  *Bron*: case B14."""


class DocumentRefused(BadRequest):
    """An identity document that is no longer valid."""

    code = "document-refused"


class BirthRefused(BadRequest):
    """A birth that is yet to come, or that no number can hold."""

    code = "birth-refused"


class DocumentOfAnother(BadRequest):
    """A document that somebody of other names or another birth showed before."""

    code = "document-of-another"


class ApplicantDeceased(BadRequest):
    """Somebody who died gets no number."""

    code = "applicant-deceased"


class NumbersExhausted(BadRequest):
    """Every number that no citizen can have is given for this birth."""

    code = "numbers-exhausted"
