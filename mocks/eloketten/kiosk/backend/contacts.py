"""Contact data of applicants, profiles of representatives, and whom one can reach about a dossier."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.store import Connection
from mocks.core.visit import Visit
from mocks.eloketten.kiosk import store
from mocks.eloketten.kiosk.domain.applicants import Applicant, Kind
from mocks.eloketten.kiosk.domain.changes import Change, Kept, change_by, change_of_scene, seen_version, told
from mocks.eloketten.kiosk.domain.contacts import (
    Authentic,
    Contact,
    Profile,
    Reachable,
    read_contact,
    read_profile,
)
from mocks.eloketten.kiosk.domain.dependants import is_code
from mocks.eloketten.kiosk.errors import OutdatedForm
from mocks.eloketten.kiosk.peers import Peers

MOST_CHANGES = 100
MOST_REPRESENTATIVES = 200


class Contacts:
    """How applicants and representatives are reached, during one visit; of an applicant only its own."""

    def __init__(self, visit: Visit) -> None:
        """Keep and find within ``visit``."""
        self._visit = visit

    def contact(self, applicant: Applicant) -> Kept[Contact] | None:
        """Return the contact data of an applicant, or None when nobody filled them in yet."""
        return store.contacts.contact(self._visit.reading, applicant.code)

    def changes(self, applicant: Applicant) -> Sequence[Change]:
        """Return the latest changes of the contact data, newest first."""
        return store.changes.of(self._visit.reading, _subject(applicant.code), MOST_CHANGES)

    def change_contact(self, applicant: Applicant, typed: Mapping[str, str]) -> None:
        """Fill in contact data, or change them; ``typed`` has their fields and the version that was seen.

        What changes nothing is no change: it neither raises the version nor stands in the history.

        Raises:
            InvalidForm, IncompleteForm: when a field does not fit.
            OutdatedForm: when somebody else changed them after the form was opened.
        """
        content, seen = read_contact(typed), seen_version(typed.get("version", ""))
        with self._visit.writing() as connection:
            kept = store.contacts.contact(connection, applicant.code)
            self._write(connection, applicant, content, kept, seen)

    def remove_address(self, applicant: Applicant, typed: Mapping[str, str]) -> None:
        """Remove the correspondence address; ``typed`` has the version that was seen.

        Raises:
            IncompleteForm: when there is no such version in it.
            OutdatedForm: when somebody else changed the contact data meanwhile.
        """
        seen = seen_version(typed.get("version", ""))
        with self._visit.writing() as connection:
            kept = store.contacts.contact(connection, applicant.code)
            if kept is None:
                raise OutdatedForm
            self._write(connection, applicant, replace(kept.content, address=None), kept, seen)

    def put_contact(self, applicant: str, content: Contact) -> None:
        """Put contact data as the scene has them, whoever saw which version.

        Raises:
            CouldBeReal: when the applicant's number could be a citizen's or a company's.
            OutdatedForm: when somebody else changes them at this very moment.
        """
        if not is_code(applicant):
            self._visit.require_safe(applicant)
        with self._visit.writing() as connection:
            kept = store.contacts.contact(connection, applicant)
            what, seen = _difference(kept, content), kept.version if kept else 0
            if what and not store.contacts.put_contact(connection, applicant, content, seen):
                raise OutdatedForm
            if what:
                change = change_of_scene(self._visit.clock.now, what)
                store.changes.record(connection, _subject(applicant), change)

    def remove_contact(self, applicant: str) -> bool:
        """Remove contact data with their history; return whether there were any."""
        with self._visit.writing() as connection:
            store.changes.forget(connection, _subject(applicant))
            return store.contacts.remove_contact(connection, applicant)

    def profile(self, applicant: Applicant) -> Kept[Profile] | None:
        """Return the profile of the person who is signed in, at this applicant, or None."""
        return store.contacts.profile(self._visit.reading, applicant.code, applicant.insz)

    def change_profile(self, applicant: Applicant, typed: Mapping[str, str]) -> None:
        """Fill in one's own profile at this applicant, or change it.

        Raises:
            InvalidForm, IncompleteForm: when a field does not fit.
            OutdatedForm: when it was changed elsewhere after the form was opened.
        """
        content = read_profile(typed, applicant.representative)
        seen = seen_version(typed.get("version", ""))
        with self._visit.writing() as connection:
            kept = store.contacts.profile(connection, applicant.code, applicant.insz)
            if seen != (kept.version if kept else 0):
                raise OutdatedForm
            if kept is None or kept.content != content:
                self._write_profile(connection, applicant.code, applicant.insz, content, seen)

    def put_profile(self, applicant: str, insz: Insz, content: Profile) -> None:
        """Put a profile as the scene has it, whoever saw which version.

        Raises:
            CouldBeReal: when a number could be a citizen's or a company's.
            OutdatedForm: when somebody else changes it at this very moment.
        """
        for number in (insz, *(() if is_code(applicant) else (applicant,))):
            self._visit.require_safe(number)
        with self._visit.writing() as connection:
            kept = store.contacts.profile(connection, applicant, insz)
            self._write_profile(connection, applicant, insz, content, kept.version if kept else 0)

    def remove_profile(self, applicant: str, insz: Insz) -> bool:
        """Remove a profile; return whether there was one."""
        with self._visit.writing() as connection:
            return store.contacts.remove_profile(connection, applicant, insz)

    def reachable(self, applicant: Applicant) -> tuple[Reachable, ...]:
        """Return the applicant and its representatives, as far as they said how they can be reached.

        A representative of whom the right or mandate ended stays among them: KIOSK hears of that only when
        he signs in.  That one has to have a profile first is our reading.
        """
        contact = self.contact(applicant)
        own = () if contact is None else (contact.content,)
        found = store.contacts.profiles_of(self._visit.reading, applicant.code, MOST_REPRESENTATIVES)
        return (
            *(Reachable(None, applicant.name, one.email, one.phone) for one in own),
            *(Reachable(insz, one.name, one.email, one.number) for insz, one in found),
        )

    def _write(
        self,
        connection: Connection,
        applicant: Applicant,
        content: Contact,
        kept: Kept[Contact] | None,
        seen: int,
    ) -> None:
        if seen != (kept.version if kept else 0):
            raise OutdatedForm
        what = _difference(kept, content)
        if not what:
            return
        # Asked once more in the statement that writes: on PostgreSQL two changes run beside each other.
        if not store.contacts.put_contact(connection, applicant.code, content, seen):
            raise OutdatedForm
        change = change_by(applicant, self._visit.clock.now, what)
        store.changes.record(connection, _subject(applicant.code), change)

    def _write_profile(
        self, connection: Connection, applicant: str, insz: str, content: Profile, seen: int
    ) -> None:
        if not store.contacts.put_profile(connection, applicant, insz, content, seen):
            raise OutdatedForm


def authentic(peers: Peers, applicant: Applicant) -> Authentic | None:
    """Return what the authentic source says of an applicant now, or None when it has none.

    *Bron*: the webinar: data from KBO and Rijksregister cannot be changed here.  A school by its institution
    number, and who is handled under somebody else, stand in neither.
    """
    if applicant.under is not None or is_code(applicant.code):
        return None
    if applicant.kind is Kind.PERSON:
        return peers.identities.authentic(Insz(applicant.code))
    return peers.extracts.authentic(EnterpriseNumber(applicant.code))


def _subject(applicant: str) -> str:
    return f"contact/{applicant}"


def _difference(kept: Kept[Contact] | None, content: Contact) -> str:
    before = dict(kept.content.told()) if kept is not None else {}
    return " ".join(
        told(label, before.get(label), value) for label, value in content.told() if value != before.get(label)
    )
