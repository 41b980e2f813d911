"""Why an activation code is refused; the tree stands in the package."""

from __future__ import annotations

from datetime import date

from mocks.core.errors import BadRequest, NotFound
from mocks.csam_btb.domain.kinds import KEY_KINDS, Kind
from mocks.csam_btb.errors.keys import KeyRefused, StepRefused, tries_left

_OFFICE = (
    "Vraag een nieuwe code aan een registratiekantoor of aan BOSA. Bel 1700 voor hulp, of "
    "+32 2 553 1700 uit het buitenland."
)


class CodeRefused(KeyRefused):
    """An activation code that is of no use (any more)."""

    code = "code-refused"
    title = "Deze activeringscode werkt niet"


class CodeUsed(CodeRefused):
    """A code activates one key, once."""

    code = "code-used"

    def __init__(self, day: date) -> None:
        super().__init__(
            f"Met deze code is op {day:%d/%m/%Y} al een sleutel geactiveerd. Meld u met die sleutel aan. "
            f"Werkt ze niet meer? {_OFFICE}"
        )


class CodeReplaced(CodeRefused):
    """The office gave a newer code."""

    code = "code-replaced"

    def __init__(self, day: date) -> None:
        super().__init__(
            f"Deze code geldt niet meer sinds u op {day:%d/%m/%Y} een nieuwe kreeg. Gebruik de nieuwste "
            "brief en de nieuwste e-mail."
        )


class CodeSpent(CodeRefused):
    """Too many wrong codes were typed."""

    code = "code-spent"

    def __init__(self) -> None:
        super().__init__(f"Er is drie keer een verkeerde code getypt: deze link is gesloten. {_OFFICE}")


class CodeExpired(CodeRefused):
    """The fourteen days are over."""

    code = "code-expired"

    def __init__(self, last: date) -> None:
        super().__init__(
            f"De code was geldig tot en met {last:%d/%m/%Y}: een link en zijn code blijven veertien dagen "
            f"geldig. {_OFFICE}"
        )


class NotByCode(KeyRefused):
    """A key that no activation code activates."""

    code = "not-by-code"

    def __init__(self, kind: Kind) -> None:
        super().__init__(
            f"‘{KEY_KINDS[kind].label}’ activeert u niet met een activeringscode. Kies de beveiligingscode "
            "via mobiele app of via SMS."
        )


class UnknownLink(NotFound):
    """No e-mail ever held this link."""

    code = "unknown-link"
    title = "Deze link is niet bekend"

    def __init__(self) -> None:
        super().__init__(f"Open de link uit de e-mail in zijn geheel. {_OFFICE}")


class NoActivationCode(NotFound):
    """Nobody gave this person a code."""

    code = "no-activation-code"

    def __init__(self) -> None:
        super().__init__(f"Deze persoon heeft geen activeringscode. {_OFFICE}")


class WrongCode(StepRefused):
    """Not the code of the letter that belongs to this link."""

    code = "wrong-code"
    status = 403
    field = "code"

    def __init__(self, left: int) -> None:
        super().__init__(
            f"De code is verkeerd. Typ de code van de brief die bij deze link hoort. {tries_left(left)}"
        )
        self.left = left


class CodeNotEntered(StepRefused):
    """The code of the letter was not typed, or too long ago."""

    code = "code-not-entered"
    status = 403
    field = "code"

    def __init__(self) -> None:
        super().__init__("Typ eerst de code van uw brief; daarna kiest u een sleutel.")


class CodeContradicts(BadRequest):
    """A fact of the control room that cannot be."""

    code = "code-contradicts"
