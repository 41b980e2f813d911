"""Tasks of a local administrator ("Mijn taken"): requests that somebody made by a link for self-registration.

*Bron*: domain facts §4: ``aanvraag`` and ``aanvraag_werkrelatie`` with ``dg`` (mandatory), ``an`` or ``ec``
(one of both), ``ctx`` and ``oc``.  What an and ec stand for is our reading: a name, and the code of a right.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mocks.core.forms import shown
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.idm.domain.asked import Catalogue
from mocks.idm.domain.catalogue import CATALOGUE, Right
from mocks.idm.errors import MalformedLink, UnknownRight

TARGET_GROUPS = ("EA", "LB", "OV")


class Decision(StrEnum):
    """Where a task stands."""

    OPEN = "open"
    ACCEPTED = "aanvaard"
    REFUSED = "geweigerd"


@dataclass(frozen=True)
class Link:
    """What a link for self-registration asks.

    Attributes:
        target_group: ``dg``.
        right: from ``an`` (its name or that of its e-loket) or ``ec`` (its code); None at
            ``aanvraag_werkrelatie``.
        contexts: ``ctx``, separated by commas.
        organisation: ``oc``; None when the person still has to say it.
    """

    target_group: str
    right: Right | None
    contexts: tuple[str, ...]
    organisation: EnterpriseNumber | None

    @classmethod
    def read(
        cls,
        parameters: Mapping[str, str],
        catalogue: Catalogue,
        *,
        work_relation_only: bool = False,
    ) -> Link:
        """Read the query of a link.

        Raises:
            MalformedLink: when ``dg`` is missing or unknown, or not one of ``an`` and ``ec`` is there.
            UnknownRight: when there is no such right.
            IdentifierRefusal: when ``oc`` is no enterprise number.
        """
        group = parameters.get("dg", "").strip().upper()
        if group not in TARGET_GROUPS:
            raise MalformedLink(
                f"De link zegt niet voor welke doelgroep (dg): een van {', '.join(TARGET_GROUPS)}."
            )
        name, code = parameters.get("an", "").strip(), parameters.get("ec", "").strip()
        if bool(name) == bool(code):
            raise MalformedLink(
                "De link noemt precies één van beide: an (toepassing) of ec (code van het recht)."
            )
        right = None if work_relation_only else _right_of(catalogue, name, code, group)
        contexts = tuple(one.strip() for one in parameters.get("ctx", "").split(",") if one.strip())
        organisation = parameters.get("oc", "").strip()
        return cls(group, right, contexts, EnterpriseNumber(organisation) if organisation else None)


def _right_of(catalogue: Catalogue, name: str, code: str, group: str) -> Right:
    wanted = (name or code).casefold()
    for right in catalogue.rights:
        names = (right.name, right.key, *right.elokets) if name else (right.token_code, right.key)
        if wanted in {one.casefold() for one in names} and group in right.target_groups:
            return right
    raise UnknownRight(f"De link noemt ‘{shown(name or code)}’, en dat is geen recht voor doelgroep {group}.")


@dataclass(frozen=True)
class Task:
    """A request that waits for a local administrator, or was decided.

    Attributes:
        number: which one.
        organisation: of which organisation.
        person: who asks.
        person_name: the name.
        right_key: the right that is asked, or None for a work relation only.
        contexts: the contexts that are asked.
        phone: what the person gave, for the work relation.
        email: likewise.
        reason: why the person asks it.
        asked_at: when.
        decision: open, accepted or refused.
        decided_by: the name of who decided, or None.
        decided_at: when, or None.
        answer: what the administrator said, or None.
        asked: the entry of a right that an e-loket asks; None for one that is always there.
    """

    number: int
    organisation: EnterpriseNumber
    person: Insz
    person_name: str
    right_key: str | None
    contexts: tuple[str, ...]
    phone: str
    email: str
    reason: str | None
    asked_at: datetime
    decision: Decision = Decision.OPEN
    decided_by: str | None = None
    decided_at: datetime | None = None
    answer: str | None = None
    asked: Right | None = None

    @property
    def right(self) -> Right | None:
        """The right that is asked, or None for a work relation only."""
        return self.asked or (CATALOGUE[self.right_key] if self.right_key else None)

    @property
    def title(self) -> str:
        """What is asked, in one line."""
        right = self.right
        return f"{self.person_name} vraagt {f'het recht ‘{right.name}’' if right else 'een werkrelatie'}"
