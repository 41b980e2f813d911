"""The desk of the service kmo-portefeuille, which activates departments and takes them back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mocks.core.identifiers import EnterpriseNumber
from mocks.eloketten.kmo_portefeuille.domain.services import department_name
from mocks.eloketten.kmo_portefeuille.errors import UnknownEnterprise
from mocks.eloketten.kmo_portefeuille.peers import Peers


@dataclass(frozen=True)
class Provider:
    """An organisation at the desk.

    Attributes:
        number: its enterprise number.
        name: its name in KBO.
        departments: which of its departments are activated today.
    """

    number: EnterpriseNumber
    name: str
    departments: tuple[str, ...]


class Desk:
    """The desk during one visit; what is activated stands in IDM, and only there.

    *Bron*: "dit recht wordt zichtbaar in het Gebruikersbeheer van zodra dit door de dienst kmo-portefeuille
    wordt geactiveerd" (seed 003).
    """

    def __init__(self, peers: Peers) -> None:
        """Ask ``peers`` for the organisation, and tell IDM what is activated."""
        self._peers = peers

    def providers(self) -> Sequence[tuple[str, str]]:
        """Return number and name of the organisations for which something is activated, a hundred at most."""
        numbers = self._peers.departments.organisations()
        return [(one, self._peers.extracts.name(EnterpriseNumber(one)) or one) for one in numbers]

    def provider(self, number: EnterpriseNumber) -> Provider:
        """Return an organisation with its activated departments.

        Raises:
            UnknownEnterprise: when KBO knows none with this number.
        """
        name = self._peers.extracts.name(number)
        if name is None:
            raise UnknownEnterprise(number.display)
        return Provider(number, name, self._peers.departments.of(number))

    def put(self, number: EnterpriseNumber, departments: Iterable[str]) -> Provider:
        """Let exactly these departments be activated from today on; none takes all back.

        Raises:
            MalformedDepartment: when a name cannot be one.
            UnknownEnterprise: when KBO knows no such organisation.
            Refusal: what IDM has against it.
        """
        names = tuple(department_name(one) for one in departments)
        self.provider(number)
        self._peers.departments.put(number, names)
        return self.provider(number)

    def activate(self, number: EnterpriseNumber, departments: Iterable[str]) -> None:
        """Activate departments besides those that are already.

        Raises:
            MalformedDepartment, UnknownEnterprise, Refusal: as :meth:`put` has it.
        """
        names = tuple(department_name(one) for one in departments)
        self.provider(number)
        self._peers.departments.add(number, names)

    def deactivate(self, number: EnterpriseNumber, department: str) -> None:
        """Take a department back: whoever had the right for it has nothing there any more.

        Raises:
            UnknownEnterprise, Refusal: as :meth:`put` has it.
        """
        self.provider(number)
        self._peers.departments.remove(number, department)
