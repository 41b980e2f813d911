"""Persons: looked up in the Rijksregister, added in three steps, reloaded, sought, compared."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import replace

from mocks.core.forms import read_line
from mocks.core.identifiers import Insz, vo_id
from mocks.core.visit import Visit
from mocks.idm import store
from mocks.idm.backend.book import Actor, booking, not_added, require_member
from mocks.idm.backend.workflow import workflow_of
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.history import Action
from mocks.idm.domain.people import Person, Registered
from mocks.idm.domain.rights import withdrawn_on
from mocks.idm.domain.views import (
    MOST_COMPARED,
    MOST_PER_PAGE,
    Account,
    Candidate,
    Comparison,
    Page,
    PersonFile,
    PersonRow,
    compare,
    files_of,
)
from mocks.idm.errors import (
    MalformedCursor,
    NothingToCompare,
    PersonAlreadyAdded,
    PersonDeceased,
    UnknownPerson,
)
from mocks.idm.peers import Peers
from mocks.idm.store.roster import Place


class People:
    """Persons, during one visit."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Answer within ``visit``; the Rijksregister is asked through ``peers``."""
        self._visit = visit
        self._peers = peers

    def look_up(self, administrator: Administrator, insz: Insz) -> Candidate:
        """Return what the register says of a number ("De naam … worden opgehaald uit het rijksregister").

        Raises:
            UnknownPerson: when the register knows nobody by it.
            PersonDeceased: when the person has died.
        """
        del administrator  # Whoever is one may look up; the argument says that it was checked.
        registered = registered_person(self._visit, self._peers, insz)
        return Candidate(registered, store.people.find(self._visit.reading, insz))

    def add(
        self,
        administrator: Administrator,
        insz: Insz,
        nickname: str | None = None,
        initials: str | None = None,
        reason: str | None = None,
    ) -> Person:
        """Add a person for an organisation; who is in IDM already only comes to belong to it.

        *Bron*: "Voeg gebruiker toe", stap 1 tot 3 (seed 004); the workflow then starts.

        Raises:
            UnknownPerson, PersonDeceased: by the register.
            PersonAlreadyAdded: when the person belongs to this organisation already.
            UnreadableText: when one of the texts cannot be kept.
            CouldBeReal: when the number could be a citizen's and the house does not allow that.
        """
        self._visit.require_safe(insz)
        registered = registered_person(self._visit, self._peers, insz)
        workflow, now = workflow_of(self._visit), self._visit.clock.now
        person = Person(
            insz=insz,
            given_name=registered.given_name,
            family_name=registered.family_name,
            birth_date=registered.birth_date,
            sex=registered.sex,
            nickname=read_line(nickname, "De roepnaam"),
            initials=read_line(initials, "De initialen", 20),
            reason=read_line(reason, "De reden"),
            added_at=now,
            active_from=workflow.active_from(now),
        )
        organisation = administrator.organisation
        with booking(self._visit, Actor.of(administrator)) as book:
            if not store.people.add(book.connection, person):
                person = book.person(insz)
            if store.roster.belongs(book.connection, organisation.number, insz):
                raise PersonAlreadyAdded(
                    f"{person.full_name} is al toegevoegd voor {organisation.name}. Koppel de persoon aan de "
                    "organisatie, of ken een recht toe."
                )
            store.roster.enrol(book.connection, organisation.number, person)
            book.record(
                Action.PERSON_ADDED,
                insz,
                organisation.number,
                None,
                f"Status werkstroom: {person.status(book.now).value}.",
            )
        return person

    def reload(self, administrator: Administrator, insz: Insz) -> Person:
        """Take the data of a person from the Rijksregister again ("Herlaad data van Rijksregister").

        Raises:
            UnknownPerson: when the register knows nobody by this number any more.
            PersonNotInIdm: when the person was not added for this organisation.
        """
        registered = registered_person(self._visit, self._peers, insz, deceased_too=True)
        with booking(self._visit, Actor.of(administrator)) as book:
            known = book.person(insz)
            require_member(book.connection, administrator.organisation.number, known)
            person = replace(
                known,
                given_name=registered.given_name,
                family_name=registered.family_name,
                birth_date=registered.birth_date,
                sex=registered.sex,
            )
            store.people.put(book.connection, person)
            store.roster.rename(book.connection, person)
            book.record(
                Action.PERSON_RELOADED,
                insz,
                None,
                None,
                f"Was {known.full_name}, is {person.full_name}." if person != known else "Niets gewijzigd.",
            )
        return person

    def person(self, administrator: Administrator, insz: Insz) -> PersonFile:
        """Return a person with the work relations at the administrator's organisation.

        Raises:
            PersonNotInIdm: when the person was not added for this organisation.
        """
        reading, number = self._visit.reading, administrator.organisation.number
        person = store.people.find(reading, insz)
        if person is None:
            raise not_added(insz)
        require_member(reading, number, person)
        clock = self._visit.clock
        rights = store.rights.of_person_in(reading, insz, number)
        relations = files_of(store.relations.of_person_in(reading, insz, number), rights, clock.today)
        withdrawn = withdrawn_on(rights, store.activations.behind(reading, rights), clock.today)
        groups = dict.fromkeys(one.relation.target_group for one in relations)
        pushed = [one for one in store.scim.users_of(reading, insz) if one.target_group in groups]
        accounts = [Account(group, vo_id(insz, group)) for group in groups]
        accounts += [
            Account(one.target_group, vo_id(insz, one.target_group), one.eloket, one.state.value)
            for one in pushed
        ]
        return PersonFile(person, person.status(clock.now), relations, tuple(accounts), withdrawn)

    def search(
        self, administrator: Administrator, text: str = "", after: str | None = None, limit: int = 25
    ) -> Page[PersonRow]:
        """Return a piece of the persons of an organisation, by surname, or of those whom ``text`` names.

        Args:
            administrator: of which organisation.
            text: what the number, the surname or the first name begins with; accents do not matter.
            after: :attr:`Page.next` of the piece before.
            limit: how many at most, up to a hundred.

        Raises:
            MalformedCursor: when ``after`` is no such text.
        """
        reading, number = self._visit.reading, administrator.organisation.number
        limit = max(1, min(limit, MOST_PER_PAGE))
        places = store.roster.piece(reading, number, text[:200], _read_place(after), limit + 1)
        shown = places[:limit]
        found = [Insz(person) for _, person in shown]
        persons = store.people.find_all(reading, found)
        today, now = self._visit.clock.today, self._visit.clock.now
        relations = store.relations.of_persons_in(reading, found, number)
        rights = store.rights.of_persons_in(reading, found, number)
        rows = tuple(
            PersonRow(
                insz=insz,
                full_name=persons[insz].full_name,
                status=persons[insz].status(now),
                relations=files_of(
                    [one for one in relations if one.number.person == insz],
                    [one for one in rights if one.number.relation.person == insz],
                    today,
                ),
            )
            for insz in found
        )
        return Page(rows, _write_place(shown[-1]) if len(places) > limit else None)

    def compare(self, administrator: Administrator, persons: Sequence[Insz]) -> Comparison:
        """Set several persons of an organisation beside one another ("Vergelijk meerdere personen").

        Raises:
            NothingToCompare: for fewer than two, or more than five.
            PersonNotInIdm: when one was not added for this organisation.
        """
        different = list(dict.fromkeys(persons))
        if not 2 <= len(different) <= MOST_COMPARED:
            raise NothingToCompare(f"Kies 2 tot {MOST_COMPARED} verschillende personen om te vergelijken.")
        return compare([self.person(administrator, insz) for insz in different], self._visit.clock.today)


def registered_person(visit: Visit, peers: Peers, insz: Insz, *, deceased_too: bool = False) -> Registered:
    """Return a person as the Rijksregister states it.

    Raises:
        UnknownPerson: when nobody has this number.
        PersonDeceased: when the person has died, unless ``deceased_too``.
    """
    registered = peers.identities.person(insz)
    if registered is None:
        raise UnknownPerson(
            f"Het Rijksregister kent niemand met nummer {insz.display}. Kijk het nummer na; wie niet in "
            "België woont, vraagt een BIS-nummer aan."
        )
    if registered.deceased(visit.clock.today) and not deceased_too:
        raise PersonDeceased(
            f"{registered.full_name} is overleden en kan geen werkrelatie of recht meer krijgen."
        )
    return registered


def _write_place(place: Place) -> str:
    return urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def _read_place(text: str | None) -> Place:
    if not text:
        return "", ""
    try:
        read = json.loads(urlsafe_b64decode(text[:2000] + "=" * (-len(text[:2000]) % 4)))
        key, person = read
        if not (isinstance(key, str) and isinstance(person, str)) or "\0" in key + person:
            raise ValueError(text)
        (key + person).encode()
    except (ValueError, TypeError, RecursionError):
        raise MalformedCursor("Deze plaats in de lijst bestaat niet. Begin opnieuw bij het begin.") from None
    return key, person
