"""Many dossiers and contact data at once, for a generated population; their history is empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mocks.core.store import Connection
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.domain.contacts import Contact
from mocks.eloketten.kiosk.domain.dossiers import Dossier


def settle(
    connection: Connection,
    dossiers: Sequence[Dossier],
    assigned: Sequence[tuple[str, str]],
    contacts: Mapping[str, Contact],
) -> None:
    """Keep dossiers, who assesses them, and how applicants can be reached.

    Args:
        connection: where to write.
        dossiers: new ones.
        assigned: pairs of the number of one of these dossiers and the INSZ of an assessor.
        contacts: contact data by applicant.

    Raises:
        AlreadyThere: when one of them was there.
    """
    store.dossiers.put_new(connection, dossiers)
    store.assessments.put_new(connection, assigned)
    store.contacts.put_new_contacts(connection, contacts)
