"""Why the register refuses.

NotFound
├── UnknownPerson
└── NothingServed         no letter to print
Refusal
└── NumberReplaced        410: another number took its place
BadRequest
├── DocumentRefused       an identity document that is no longer valid
├── BirthRefused          a birth that is yet to come, or before 1900
├── DocumentOfAnother     a document that belongs to somebody else
├── ApplicantDeceased     somebody who died gets no number and no code
├── NationalNumberExists  whoever stands in the Rijksregister needs no BIS number
├── NoBisNumber           only a BIS number gives way to another number
├── SameNumber            a number does not take its own place
├── BirthsDiffer          two numbers of different births are of different people
├── SexNeeded             a national number tells the sex
└── NumbersExhausted      no safe number is left for this birth
"""

from __future__ import annotations

from mocks.core.errors import BadRequest, NotFound, Refusal
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


HELP = "Bel 1700, of +32 2 553 1700 uit het buitenland; voor een afspraak bij BOSA belt u +32 2 474 50 60."
"""Where who is refused at the desk can turn.  *Bron*: seed 003 (cases B04 and B14)."""


class NumberReplaced(Refusal):
    """Another number took the place of this one."""

    code = "number-replaced"
    status = 410
    title = "Dit nummer is vervangen"

    def __init__(self, old: Insz, new: Insz) -> None:
        """Name both numbers."""
        super().__init__(
            f"Nummer {old.display} is vervangen door {new.display}. Gebruik voortaan dat nummer; sleutels, "
            f"functies en rechten die op het oude nummer staan, vraagt u er opnieuw voor aan. {HELP}"
        )
        self.new = new


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
    """Somebody who died gets no number and no code."""

    code = "applicant-deceased"


class NumbersExhausted(BadRequest):
    """Every number that no citizen can have is given for this birth."""

    code = "numbers-exhausted"


class NationalNumberExists(BadRequest):
    """Whoever stands in the Rijksregister needs no BIS number."""

    code = "national-number-exists"


class NoBisNumber(BadRequest):
    """Only a BIS number gives way to another number."""

    code = "no-bis-number"


class SameNumber(BadRequest):
    """A number does not take its own place."""

    code = "same-number"


class BirthsDiffer(BadRequest):
    """Two numbers of different births are of different people."""

    code = "births-differ"


class SexNeeded(BadRequest):
    """A national number tells the sex, which the BIS number did not."""

    code = "sex-needed"


class NothingServed(NotFound):
    """The desk gave nothing in this browser that could be printed."""

    code = "nothing-served"

    def __init__(self) -> None:
        super().__init__("Hier ligt geen brief. Vraag eerst een nummer of een code aan het loket.")
