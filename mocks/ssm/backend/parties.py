"""Who may conclude mandates for which party, from statements of the KBO, the Rijksregister and IDM."""

from __future__ import annotations

from mocks.core.errors import Refusal
from mocks.core.forms import shown
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.visit import Visit
from mocks.ssm.domain.agents import MANAGER_RIGHT, Agent, Case
from mocks.ssm.domain.concluding import agent
from mocks.ssm.domain.facts import Employment
from mocks.ssm.domain.parties import Kind, Party, PartyFile
from mocks.ssm.errors import NobodyOfThatName, SeveralOfThatName
from mocks.ssm.peers import Peers


class Parties:
    """The parties of mandates and who acts for them, during one visit."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Ask ``peers`` within ``visit``."""
        self._visit = visit
        self._peers = peers

    def agent(self, actor: Insz, party: Party) -> Agent:
        """Return a person as agent of a party: every use case asks for one.

        Raises:
            UnknownPerson, PersonDeceased: by the person.
            UnknownOrganisation, OrganisationStopped: by the party.
            MayNotConclude: when no ground holds, with the reason of the nearest one.
        """
        return agent(self._case(actor, party))

    def represented_by(self, actor: Insz) -> tuple[Agent, ...]:
        """Return the person as agent of every party that there is: oneself first, then by name.

        *Bron*: after signing in one chooses for whom (csam.be); that all stand in one list is ours.
        """
        functions = self._peers.functions.held_by(actor)
        employment = self._peers.work_relations.of(actor)
        numbers = {one.organisation for one in functions if one.representing}
        numbers |= {
            one.organisation
            for one in (employment.relations if employment is not None else ())
            if any(right.name == MANAGER_RIGHT for right in one.rights)
        }
        candidates = [Party(actor), *(Party(EnterpriseNumber(number)) for number in sorted(numbers))]
        found = [one for party in candidates if (one := self._find(actor, party)) is not None]
        return tuple(sorted(found, key=lambda one: (one.party.kind is not Kind.PERSON, one.file.name)))

    def file(self, party: Party) -> PartyFile:
        """Return a party as the KBO or the Rijksregister knows it."""
        if isinstance(party.number, Insz):
            return PartyFile(party, person=self._peers.identities.person(party.number))
        return PartyFile(party, organisation=self._peers.extracts.organisation(party.number))

    def called(self, name: str) -> Party:
        """Return the organisation that KBO finds by the words of a name.

        Raises:
            NobodyOfThatName: when there is none.
            SeveralOfThatName: naming them, when there are several.
        """
        found = self._peers.search(name)
        if not found:
            raise NobodyOfThatName(
                f"De KBO vindt geen organisatie ‘{shown(name)}’. Kijk de naam na, of zoek op het nummer; een "
                "persoon zoekt u altijd op zijn nummer."
            )
        if len(found) > 1:
            named = "; ".join(f"{one} ({EnterpriseNumber(number).display})" for number, one in found)
            raise SeveralOfThatName(f"Verschillende organisaties heten zo. Zoek op het nummer: {named}.")
        return Party(EnterpriseNumber(found[0][0]))

    def name(self, party: Party) -> str:
        """Return the name of a party, or its number when nobody has it."""
        return self.file(party).name

    def _find(self, actor: Insz, party: Party) -> Agent | None:
        try:
            return self.agent(actor, party)
        except Refusal:
            return None

    def _case(self, actor: Insz, party: Party) -> Case:
        functions = tuple(
            one for one in self._peers.functions.held_by(actor) if one.organisation == str(party)
        )
        through = {one.through for one in functions if one.through is not None}
        employment = self._peers.work_relations.of(actor) if party.kind is Kind.ORGANISATION else None
        if employment is not None:
            here = tuple(one for one in employment.relations if one.organisation == str(party))
            employment = Employment(employment.active, here)
        return Case(
            insz=actor,
            person=self._peers.identities.person(actor),
            file=self.file(party),
            functions=functions,
            holders={holder: self._peers.extracts.organisation(holder) for holder in through},
            employment=employment,
            today=self._visit.clock.today,
        )
