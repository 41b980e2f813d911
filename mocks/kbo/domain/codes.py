"""The code tables of the KBO, as data.

*Bron*: domain facts §6.3 and §6.4.  What is not sourced there is ours and says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum

from mocks.kbo.errors import UnknownFunctionCode


class FunctionType(IntEnum):
    """What a function code stands for.  *Bron*: reuse manual of the KBO, §4.2.2."""

    LEGAL = 1
    """A legal function."""

    SKILL = 2
    """An entrepreneurial skill, which never gives power."""


class Power(Enum):
    """In which enterprises a function represents the enterprise.

    That depends on statutes and law; the KBO itself only names the function.  *Bron*: the webinar names
    "de personen onder Functies"; the list of the FOD Economie was not found, so that which function
    represents is our reading of company law.
    """

    ALWAYS = "in every enterprise"
    LOCAL_GOVERNMENT = "in a local government (target group LB)"
    NATURAL_PERSON = "in the enterprise of a natural person"
    NEVER = "in none"


@dataclass(frozen=True)
class FunctionCode:
    """A function code with its label.

    Attributes:
        code: five digits.
        label: the Dutch label.
        type: legal function or entrepreneurial skill.
        power: in which enterprises it represents the enterprise.
        sourced: whether the code was found in a source; if not, it is ours.
    """

    code: str
    label: str
    type: FunctionType
    power: Power
    sourced: bool


_LEGAL, _SKILL = FunctionType.LEGAL, FunctionType.SKILL
_SOURCED, _OURS = True, False

FUNCTION_CODES: Mapping[str, FunctionCode] = {
    row[0]: FunctionCode(*row)
    for row in (
        ("10002", "Bestuurder", _LEGAL, Power.ALWAYS, _OURS),
        ("10003", "Vast vertegenwoordiger rechtspersoon", _LEGAL, Power.ALWAYS, _SOURCED),
        ("10004", "Gedelegeerd bestuurder", _LEGAL, Power.ALWAYS, _OURS),
        ("10005", "Lid directiecomité", _LEGAL, Power.NEVER, _SOURCED),
        ("10006", "Zaakvoerder", _LEGAL, Power.ALWAYS, _SOURCED),
        ("10007", "Persoon belast met dagelijks bestuur", _LEGAL, Power.ALWAYS, _OURS),
        ("10008", "Commissaris", _LEGAL, Power.NEVER, _OURS),
        ("10009", "Oprichter", _LEGAL, Power.NEVER, _OURS),
        ("10010", "Algemeen directeur", _LEGAL, Power.LOCAL_GOVERNMENT, _OURS),
        ("10011", "Burgemeester", _LEGAL, Power.LOCAL_GOVERNMENT, _OURS),
        # That the owner of a natural person's enterprise stands among its functions is a guess.
        ("10012", "Eigenaar natuurlijk persoon", _LEGAL, Power.NATURAL_PERSON, _OURS),
        ("10021", "Vast vertegenwoordiger Commissaris", _LEGAL, Power.NEVER, _SOURCED),
        ("20090", "Basiskennis bedrijfsbeheer", _SKILL, Power.NEVER, _SOURCED),
        # Appointed by the court, a curator acts for the enterprise in the place of its directors.
        ("90001", "Curator (aanstelling door rechtbanken)", _LEGAL, Power.ALWAYS, _SOURCED),
    )
}
"""Every function that can be held.  *Bron*: MAGDA's GeefFuncties for the sourced codes."""

REPRESENTATIVE_CODES = frozenset({"10003", "10021"})
"""Functions that are themselves those of a permanent representative.

*Bron*: GeefFuncties states the person and the enterprise with them (AanduidingPersoonOnderneming 3).
"""

LEGAL_SITUATIONS: Mapping[str, str] = {
    "000": "Normale toestand",
    "001": "Juridische oprichting",
    "002": "Verlenging",
    "010": "Ontbinding van rechtswege",
    "012": "Vervroegde ontbinding",
    "013": "Juridische ontbinding",
    "014": "Sluiting vereffening",
    "050": "Opening faillissement",
}
"""Legal situations.  *Bron*: domain facts §6.3 (050 is likely)."""

LEGAL_FORMS: Mapping[str, str] = {
    "017": "Vereniging zonder winstoogmerk",
    # The codes below are ours, without a source.
    "014": "Naamloze vennootschap",
    "030": "Buitenlandse entiteit",
    "411": "Stad / gemeente",
    "610": "Besloten vennootschap",
}
"""Legal forms that need no label when they are put; others do."""


def function_code(code: str) -> FunctionCode:
    """Return the function with this code.

    Raises:
        UnknownFunctionCode: when there is none.
    """
    found = FUNCTION_CODES.get(code)
    if found is None:
        known = ", ".join(f"{one.code} ({one.label})" for one in FUNCTION_CODES.values())
        raise UnknownFunctionCode(f"‘{code[:20]}’ is geen functiecode. Kies een van {known}.")
    return found
