"""The side of IDM where the owner of a right activates it for an organisation, with its contexts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mocks.core.clock import Period
from mocks.core.identifiers import EnterpriseNumber
from mocks.core.visit import Visit
from mocks.idm import store
from mocks.idm.backend.administrators import Administrators
from mocks.idm.backend.book import Actor, Book, booking
from mocks.idm.domain.activation import check_activation, checked_contexts
from mocks.idm.domain.catalogue import Right
from mocks.idm.domain.rights import Activation
from mocks.idm.errors import UnknownContext
from mocks.idm.peers import Peers

MOST_ORGANISATIONS = 100

OWNER = Actor("", "De dienst die het recht beheert")

Contexts = tuple[str, ...]


class Activations:
    """The activations of one right, during one visit.

    *Bron*: seed 003 (**), the service kmo-portefeuille activates the right for departments.
    """

    def __init__(self, visit: Visit, peers: Peers, right: Right) -> None:
        """Activate ``right`` within ``visit``; KBO is asked through ``peers``."""
        self._visit = visit
        self._administrators = Administrators(visit, peers)
        self._right = right

    def organisations(self) -> Sequence[str]:
        """Return the numbers of organisations for which it is activated, in order, a hundred at most."""
        return store.activations.organisations(self._visit.reading, self._right.key, MOST_ORGANISATIONS)

    def of(self, organisation: EnterpriseNumber) -> Contexts:
        """Return the contexts that are activated for an organisation today."""
        found = store.activations.find(self._visit.reading, organisation, self._right.key)
        return self._today(found)

    def put(self, organisation: EnterpriseNumber, names: Sequence[str]) -> None:
        """Let exactly these contexts be activated from today on; none takes all back.

        Raises:
            UnknownOrganisation, OrganisationStopped, RightNotForTargetGroup: by the organisation.
            MalformedContext, TooManyContexts: by the contexts.
        """
        if names:
            self._check(organisation)
        with booking(self._visit, OWNER) as book:
            self._write(book, organisation, lambda known: tuple(names))

    def add(self, organisation: EnterpriseNumber, names: Sequence[str]) -> None:
        """Activate contexts besides those that are already.

        Raises:
            Refusal: every reason of :meth:`put`.
        """
        self._check(organisation)
        with booking(self._visit, OWNER) as book:
            self._write(book, organisation, lambda known: (*known, *names))

    def remove(self, organisation: EnterpriseNumber, name: str) -> None:
        """Take a context back: whoever has the right for it has nothing there from now on.

        Raises:
            UnknownContext: when it is not activated.
        """

        def without(known: Contexts) -> Contexts:
            if name not in known:
                raise UnknownContext(
                    f"‘{name[:100]}’ is voor {organisation.display} niet geactiveerd. Kies uit de lijst."
                )
            return tuple(one for one in known if one != name)

        with booking(self._visit, OWNER) as book:
            self._write(book, organisation, without)

    def _check(self, organisation: EnterpriseNumber) -> None:
        self._visit.require_safe(organisation)
        known = self._administrators.organisation(organisation)
        check_activation(self._right, known, self._visit.clock.today)

    def _write(
        self, book: Book, organisation: EnterpriseNumber, change: Callable[[Contexts], Contexts]
    ) -> None:
        found = store.activations.find_to_change(book.connection, organisation, self._right.key)
        before = self._today(found)
        contexts = checked_contexts(change(before))
        if contexts:
            # What was activated before stays so since then; an activation that is over begins anew.
            begin = found.period.begin if found is not None and before else book.today
            store.activations.put(
                book.connection, Activation(str(organisation), self._right.key, contexts, Period(begin))
            )
        else:
            store.activations.remove(book.connection, organisation, self._right.key)
        book.touch_holders(organisation, self._right.key)

    def _today(self, found: Activation | None) -> Contexts:
        return found.contexts if found is not None and found.period.holds_on(self._visit.clock.today) else ()
