"""What is wrong with a person."""

from __future__ import annotations

from mocks.core.errors import BadRequest, NotFound, Refusal


class PersonDeceased(Refusal):
    """The person has died."""

    code = "person-deceased"
    status = 409


class BelgianEidNeeded(Refusal):
    """The right is only for who holds a Belgian eID."""

    code = "belgian-eid-needed"
    status = 409


class PersonAlreadyAdded(Refusal):
    """The person is in IDM already."""

    code = "person-already-added"
    status = 409


class PersonNotActive(Refusal):
    """The workflow of the person has not ended: couple once the status is Actief."""

    code = "person-not-active"
    status = 409


class UnknownPerson(NotFound):
    """The Rijksregister knows nobody with this number."""

    code = "unknown-person"


class PersonNotInIdm(NotFound):
    """The person was not added to IDM, or not for this organisation."""

    code = "person-not-in-idm"


class NothingToCompare(BadRequest):
    """Fewer than two persons, or too many."""

    code = "nothing-to-compare"
