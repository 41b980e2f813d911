"""Many persons with their work relations and rights at once, for a generated population.

What was before is not told: the history of these persons begins with the first change, and e-lokets that
receive users hear of one at that moment.
"""

from __future__ import annotations

from collections.abc import Sequence

from mocks.core.store import Connection
from mocks.idm import store
from mocks.idm.domain.people import Person
from mocks.idm.domain.relations import WorkRelation
from mocks.idm.domain.rights import UserRight


def settle(
    connection: Connection,
    persons: Sequence[Person],
    relations: Sequence[WorkRelation],
    rights: Sequence[UserRight],
) -> None:
    """Add persons with all their work relations and rights.

    Args:
        connection: where to write.
        persons: who were not in IDM before.
        relations: theirs, one with each organisation.
        rights: on these work relations.

    Raises:
        AlreadyThere: when one of them was.
    """
    store.people.put_new(connection, persons)
    store.relations.put_new(connection, relations)
    store.rights.put_new(connection, rights)
    known = {one.insz: one for one in persons}
    members = [(one.number.organisation, known[one.number.person]) for one in relations]
    store.roster.enrol_new(connection, members)
