"""The driver of SSM: concludes, signs and stops mandates by its API, for a party."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    import requests

    from mocks.cast import CastOrganisation, Personage
    from steps.wires import Wire


@dataclass(frozen=True)
class MandateAnswer:
    """What SSM answered: the mandate as it then stands, or why not.

    Attributes:
        members: the mandate, or the refusal.
        code: why it was refused; empty when it was not.
    """

    members: dict[str, Any]
    code: str = ""

    def accepted(self) -> Self:
        """Return this answer, for an act that has to succeed before the scenario can begin.

        Raises:
            AssertionError: when it was refused.
        """
        assert self.code == "", self.members
        return self


class Ssm:
    """Speaks to SSM for whoever acts."""

    def __init__(self, wire: Wire, session: requests.Session) -> None:
        """Speak over ``session`` to SSM in the scenario's world."""
        self._wire = wire
        self._session = session

    def conclude(
        self, actor: Personage, mandator: CastOrganisation, holder: CastOrganisation
    ) -> MandateAnswer:
        """Make a mandate for KIOSK on behalf of the mandator."""
        parties = {"mandator": mandator.code, "holder": holder.code, "type": "kiosk"}
        return self._act("/mandates", actor, mandator, **parties)

    def sign(self, actor: Personage, party: CastOrganisation, number: str) -> MandateAnswer:
        """Sign a mandate for a party."""
        return self._act(f"/mandates/{number}/sign", actor, party)

    def stop(self, actor: Personage, party: CastOrganisation, number: str) -> MandateAnswer:
        """Stop a mandate for a party, having read the conditions."""
        return self._act(f"/mandates/{number}/stop", actor, party, conditions_read=True)

    def _act(
        self,
        path: str,
        actor: Personage,
        party: CastOrganisation,
        **members: Any,  # noqa: ANN401  # of the request
    ) -> MandateAnswer:
        body = {"actor": str(actor.number), "party": party.code, **members}
        answer = self._session.post(self._wire.url("ssm", f"/api/v1{path}"), json=body)
        assert answer.status_code < 500, answer.text
        told = answer.json()
        return MandateAnswer(told, "" if answer.ok else told["code"])
