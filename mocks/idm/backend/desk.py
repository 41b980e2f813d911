"""The answering end of IDM's statement: which work relations and rights does a person have?"""

from __future__ import annotations

from mocks.core.identifiers import Insz
from mocks.core.statements import Facts, Question, issue
from mocks.core.visit import Visit
from mocks.idm import store
from mocks.idm.domain.statement import work_relation_facts
from mocks.idm.domain.views import files_of

WORK_RELATIONS = Question("idm", "work-relations")
"""Which work relations and rights does this person (INSZ) have?"""


class WorkRelationsDesk:
    """The answering end of ``WORK_RELATIONS`` (an :class:`~mocks.core.statements.Authority`)."""

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        self._visit = visit

    def version(self, subject: str) -> int:
        """Return a number that differs after every change of this person, the end of a delay included."""
        return store.people.version(self._visit.reading, subject, self._visit.clock.now.timestamp())

    def statement(self, subject: str, audience: str) -> str:
        """Return a signed statement of a person's work relations, or that IDM does not know the person."""
        return issue(self._visit, WORK_RELATIONS, subject, audience, self.facts(Insz(subject)))

    def facts(self, insz: Insz) -> Facts:
        """Return what the statement says, or None for who is not in IDM."""
        reading, clock = self._visit.reading, self._visit.clock
        person = store.people.find(reading, insz)
        if person is None:
            return None
        rights = store.rights.of_person(reading, insz)
        relations = files_of(store.relations.of_person(reading, insz), rights, clock.today)
        return work_relation_facts(person, relations, store.activations.behind(reading, rights), clock.now)
