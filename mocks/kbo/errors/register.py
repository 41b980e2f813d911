"""Why the KBO refuses to find or to register; the tree stands in the package."""

from __future__ import annotations

from mocks.core.errors import BadRequest, NotFound
from mocks.core.identifiers import EnterpriseNumber


class UnknownEnterprise(NotFound):
    """No enterprise has this number in this world, as far as others can see today."""

    code = "unknown-enterprise"

    def __init__(self, number: EnterpriseNumber) -> None:
        """Name the number that no enterprise has."""
        super().__init__(
            f"De KBO kent vandaag geen onderneming met nummer {number.display}. Kijk het nummer na, of zet "
            f"de onderneming in deze wereld met PUT /kbo/_mock/enterprise/{number}."
        )


class EnterpriseMissing(BadRequest):
    """A function refers to an enterprise that is not registered."""

    code = "enterprise-missing"

    def __init__(self, number: EnterpriseNumber) -> None:
        """Name the number that no enterprise has."""
        super().__init__(
            f"Onderneming {number.display} is niet geregistreerd, zodat er niemand een functie in kan "
            f"hebben en zij er zelf geen kan houden. Zet ze eerst: PUT /kbo/_mock/enterprise/{number}."
        )


class MalformedFunctionNumber(BadRequest):
    """A text that does not name a function."""

    code = "malformed-function-number"


class UnknownFunctionCode(BadRequest):
    """There is no function with this code."""

    code = "unknown-function-code"


class EndBeforeBegin(BadRequest):
    """A function that would have no valid day."""

    code = "end-before-begin"


class PersonRepresented(BadRequest):
    """A permanent representative is given for a person."""

    code = "person-represented"


class StatusContradicted(BadRequest):
    """The status of an enterprise and its dates say different things."""

    code = "status-contradicted"


class LabelMissing(BadRequest):
    """A code that no table here has came without a label."""

    code = "label-missing"


class UnusableName(BadRequest):
    """A name that cannot be searched for."""

    code = "unusable-name"
