"""Functions: who holds which one in which enterprise, who acts by it, and whether that represents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from mocks.core.clock import Period
from mocks.core.identifiers import EnterpriseNumber, Insz, three_parts
from mocks.kbo.domain.codes import FunctionCode, Power, function_code
from mocks.kbo.domain.enterprises import Kind, TargetGroup
from mocks.kbo.errors import EndBeforeBegin, MalformedFunctionNumber, PersonRepresented


@dataclass(frozen=True)
class FunctionNumber:
    """What names one function: the enterprise, who holds it, and its code.

    The KBO also counts (Counter, three digits), so that somebody can hold one function twice in a row;
    here the later one replaces the earlier.
    """

    enterprise: EnterpriseNumber
    holder: Insz | EnterpriseNumber
    code: str

    @classmethod
    def parse(cls, text: str) -> FunctionNumber:
        """Read ``<enterprise number>-<holder number>-<code>``; the numbers may be displayed ones.

        Raises:
            MalformedFunctionNumber: when there are no three parts.
            UnknownFunctionCode: when there is no such function.
            IdentifierRefusal: when a number is none.
        """
        enterprise, holder, code = three_parts(
            text,
            MalformedFunctionNumber(
                "Schrijf een functie als ondernemingsnummer-houder-functiecode, zoals "
                "0100000070-80010199976-10002; de houder is een persoon of een onderneming."
            ),
        )
        digits = sum(sign.isdigit() for sign in holder)
        return cls(
            EnterpriseNumber(enterprise),
            Insz(holder) if digits > 10 else EnterpriseNumber(holder),
            function_code(code).code,
        )

    def __str__(self) -> str:
        return f"{self.enterprise}-{self.holder}-{self.code}"


@dataclass(frozen=True)
class Function:
    """A function that somebody holds.

    Attributes:
        number: which one.
        period: from when to when; the end date is the last valid day.
        permanent_representative: the person who acts, when an enterprise holds the function.
    """

    number: FunctionNumber
    period: Period
    permanent_representative: Insz | None = None

    def __post_init__(self) -> None:
        """Refuse what no function can be.

        Raises:
            EndBeforeBegin: when the period has no day.
            PersonRepresented: when a person is represented by another.
        """
        if self.period.ended(self.period.begin):
            raise EndBeforeBegin(
                f"Het einde {self.period.end} valt voor het begin {self.period.begin}. Kijk beide datums na."
            )
        if self.permanent_representative is not None and self.held_by == "person":
            raise PersonRepresented(
                "Een persoon oefent een functie zelf uit. Geef een vast vertegenwoordiger "
                "(permanent_representative) alleen als een onderneming de functie houdt."
            )

    @property
    def code(self) -> FunctionCode:
        """The code with its label and its power."""
        return function_code(self.number.code)

    @property
    def held_by(self) -> Literal["person", "enterprise"]:
        """Who holds it: a person, or an enterprise."""
        return "person" if isinstance(self.number.holder, Insz) else "enterprise"

    @property
    def person(self) -> Insz | None:
        """Who acts by it: the holder, or the permanent representative; None when there is none."""
        holder = self.number.holder
        return holder if isinstance(holder, Insz) else self.permanent_representative

    @property
    def through(self) -> EnterpriseNumber | None:
        """The enterprise that holds it, if one does."""
        holder = self.number.holder
        return holder if isinstance(holder, EnterpriseNumber) else None


@dataclass(frozen=True)
class Held:
    """A function with what of its enterprise decides whether it represents."""

    function: Function
    enterprise_kind: Kind
    target_group: TargetGroup

    @property
    def representing(self) -> bool:
        """Whether this function represents this enterprise, on whatever day it holds."""
        power = self.function.code.power
        if power is Power.LOCAL_GOVERNMENT:
            return self.target_group is TargetGroup.LOCAL_GOVERNMENT
        if power is Power.NATURAL_PERSON:
            return self.enterprise_kind is Kind.NATURAL_PERSON
        return power is Power.ALWAYS


def function_facts(held: Held) -> dict[str, Any]:
    """Return what a statement says of one function: dated facts, never a verdict for today.

    An end of 9999-12-31 is stated as it was registered: sources of the KBO write an open end both ways.
    Whether the enterprise of ``through`` exists still is for the receiver to ask and to weigh.
    """
    function, period = held.function, held.function.period
    return {
        "enterprise_number": str(function.number.enterprise),
        "code": function.code.code,
        "label": function.code.label,
        "type": function.code.type.value,
        "representing": held.representing,
        "begin": period.begin.isoformat(),
        "end": period.end.isoformat() if period.end else None,
        "held_by": function.held_by,
        "through": str(function.through) if function.through else None,
    }
