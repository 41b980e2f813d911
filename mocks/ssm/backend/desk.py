"""The answering end of SSM's statement: which mandates does this party hold?"""

from __future__ import annotations

from mocks.core.statements import Question, issue
from mocks.core.store import version_of
from mocks.core.visit import Visit
from mocks.ssm import store
from mocks.ssm.domain.granting import MOST_HELD
from mocks.ssm.domain.mandates import Mandate
from mocks.ssm.domain.parties import Party
from mocks.ssm.domain.statement import mandate_facts

MANDATES = Question("ssm", "mandates")
"""Which mandates does this party (enterprise number or INSZ) hold?"""


_MOST_HOLDERS = 500


class MandatesDesk:
    """The answering end of ``MANDATES`` (an :class:`~mocks.core.statements.Authority`)."""

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        self._visit = visit

    def version(self, subject: str) -> int:
        """Return a number that rises with every change of what this party holds."""
        return version_of(self._visit.reading, MANDATES.issuer, subject)

    def statement(self, subject: str, audience: str) -> str:
        """Return a signed statement of the mandates that a party holds; there may be none."""
        facts = mandate_facts(self.held_by(Party.read(subject)))
        return issue(self._visit, MANDATES, subject, audience, facts)

    def held_by(self, holder: Party) -> list[Mandate]:
        """Return what a party holds and held, what counts longest first.

        ``MOST_HELD`` at most (2,000: some 0.9 MB of statement).  No more than that can count at once, so that
        only what ended longest ago is left out.
        """
        return store.mandates.held_by(self._visit.reading, str(holder), MOST_HELD)

    def holders_of(self, mandator: str) -> list[str]:
        """Return who holds, held or is to hold a mandate of a party, each once; five hundred at most."""
        return store.mandates.holders_of(self._visit.reading, mandator, _MOST_HOLDERS)
