"""What the KBO does for others: find enterprises and functions, and state what it knows of them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date

from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.statements import Question, issue
from mocks.core.store import Connection
from mocks.core.visit import Visit
from mocks.kbo import store
from mocks.kbo.domain import (
    Coming,
    Delay,
    Enterprise,
    Function,
    FunctionNumber,
    Held,
    Revision,
    extract_facts,
    function_facts,
    search_words,
    visible_from,
)
from mocks.kbo.errors import EnterpriseMissing, UnknownEnterprise

FUNCTIONS = Question("kbo", "functions")
"""By which functions does this person (INSZ) act?"""

EXTRACT = Question("kbo", "extract")
"""What is registered of this enterprise (enterprise number)?"""

DELAY = "kbo.delay"
"""The switch of a world that says how long a change takes before others see it."""


class Kbo:
    """The KBO during one visit, as others see it on the world's day."""

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        self._visit = visit

    def enterprise(self, number: EnterpriseNumber) -> Enterprise:
        """Return the enterprise with this number.

        Raises:
            UnknownEnterprise: when none has it, as far as others see today.
        """
        found = self.find_enterprise(number)
        if found is None:
            raise UnknownEnterprise(number)
        return found

    def find_enterprise(self, number: EnterpriseNumber) -> Enterprise | None:
        """Return the enterprise with this number, or None."""
        return store.enterprises.find(self._visit.reading, number, self._visit.clock.today)

    def enterprises(self, name: str | None, offset: int, limit: int) -> tuple[list[Enterprise], int]:
        """Return a page of enterprises by number, and how many there are in all.

        Args:
            name: words that their names hold, in any order, with or without accents; None for all.
            offset: how many to pass over.
            limit: how many to return at most.

        Raises:
            UnusableName: when the name cannot be searched for.
        """
        words = search_words(name) if name is not None else ()
        return store.enterprises.page(self._visit.reading, self._visit.clock.today, words, offset, limit)

    def functions_in(self, number: EnterpriseNumber) -> list[Held]:
        """Return the functions in an enterprise, also those that ended or have not begun.

        Raises:
            UnknownEnterprise: when no enterprise has this number.
        """
        self.enterprise(number)
        return store.functions.held_in(self._visit.reading, number, self._visit.clock.today)

    def function_holders(self, number: EnterpriseNumber) -> list[str]:
        """Return the persons who act by a function in an enterprise; nobody for an unknown one."""
        held = store.functions.held_in(self._visit.reading, number, self._visit.clock.today)
        return [one.function.person for one in held if one.function.person is not None]

    def functions_of(self, person: Insz) -> list[Held]:
        """Return the functions by which a person acts, also those that ended or have not begun."""
        return store.functions.held_by(self._visit.reading, person, self._visit.clock.today)


class Registration:
    """The side of the KBO where changes come in: it knows what others do not see yet."""

    def __init__(self, visit: Visit) -> None:
        """Register within ``visit``."""
        self._visit = visit

    @property
    def delay(self) -> Delay:
        """How long a change takes before others see it."""
        return Delay(self._visit.settings.get(DELAY, Delay.NONE))

    def set_delay(self, delay: Delay) -> None:
        """Set how long later changes take; those already made keep their day."""
        self._visit.change_setting(DELAY, delay.value)

    def visible_from(self) -> date:
        """Return the first day on which others see a change that is made now."""
        return visible_from(self.delay, self._visit.clock.today)

    def coming(self) -> list[Coming]:
        """Return the changes that others do not see yet, the nearest first."""
        reading, today = self._visit.reading, self._visit.clock.today
        found = [
            Coming(kind, *change)
            for kind, changes in (
                ("enterprise", store.enterprises.coming(reading, today)),
                ("function", store.functions.coming(reading, today)),
            )
            for change in changes
        ]
        return sorted(found, key=lambda change: (change.visible_from, change.kind, change.number))

    def enterprise(self, number: EnterpriseNumber) -> Revision[Enterprise] | None:
        """Return an enterprise as it was registered last."""
        return store.enterprises.newest(self._visit.reading, number)

    def enterprise_numbers(self) -> list[str]:
        """Return the number of every registered enterprise."""
        return store.enterprises.numbers(self._visit.reading)

    def put_enterprise(self, enterprise: Enterprise, day: date | None = None) -> None:
        """Register an enterprise, or replace what is registered.

        Args:
            enterprise: the enterprise.
            day: from when others see it so; by default what ``kbo.delay`` says.

        Raises:
            CouldBeReal: when the number could be a company's and the house does not allow that.
        """
        self._visit.require_safe(enterprise.number)
        day = day or self.visible_from()
        with self._writing() as connection:
            store.enterprises.put(connection, enterprise, day)
            # Whether a function represents depends on its enterprise.
            persons = store.functions.persons_in(connection, enterprise.number)
            store.publication.publish(connection, [enterprise.number, *persons], [day])

    def remove_enterprise(self, number: EnterpriseNumber) -> bool:
        """Strike an enterprise with the functions in it and those it holds; return whether it was there."""
        day = self.visible_from()
        with self._writing() as connection:
            if store.enterprises.newest(connection, number) is None:
                return False
            subjects = {number, *store.functions.persons_in(connection, number)}
            for function in store.functions.numbers(connection, touching=number):
                subjects |= {function.enterprise, *store.functions.persons_of(connection, function)}
                store.functions.remove(connection, function, day)
            store.enterprises.remove(connection, number, day)
            store.publication.publish(connection, subjects, [day])
        return True

    def function(self, number: FunctionNumber) -> Revision[Function] | None:
        """Return a function as it was registered last."""
        return store.functions.newest(self._visit.reading, number)

    def function_numbers(self) -> list[FunctionNumber]:
        """Return the number of every registered function."""
        return store.functions.numbers(self._visit.reading)

    def put_function(self, function: Function, day: date | None = None) -> None:
        """Register a function, or replace what is registered.

        Args:
            function: the function.
            day: from when others see it so; by default what ``kbo.delay`` says.

        Raises:
            EnterpriseMissing: when its enterprise, or the one that holds it, is not registered.
            CouldBeReal: when a number could be real and the house does not allow that.
        """
        number = function.number
        for one in (number.enterprise, number.holder, function.permanent_representative):
            if one is not None:
                self._visit.require_safe(one)
        day = day or self.visible_from()
        with self._writing() as connection:
            for enterprise in (number.enterprise, function.through):
                if enterprise is not None and store.enterprises.newest(connection, enterprise) is None:
                    raise EnterpriseMissing(enterprise)
            subjects = {number.enterprise, *store.functions.persons_of(connection, number)}
            if function.person is not None:
                subjects.add(function.person)
            store.functions.put(connection, function, day)
            # What its enterprise was or will be on other days decides whether it represents then.
            days = {day, *store.enterprises.days(connection, number.enterprise)}
            store.publication.publish(connection, subjects, days)

    def remove_function(self, number: FunctionNumber) -> bool:
        """Strike a function; return whether there was one."""
        day = self.visible_from()
        with self._writing() as connection:
            if store.functions.newest(connection, number) is None:
                return False
            subjects = {number.enterprise, *store.functions.persons_of(connection, number)}
            store.functions.remove(connection, number, day)
            store.publication.publish(connection, subjects, [day])
        return True

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._visit.writing() as connection:
            store.publication.write_alone(connection)
            yield connection


class _Desk:
    """What both desks do: tell when what they would state has changed."""

    def __init__(self, visit: Visit) -> None:
        """Answer within ``visit``."""
        self._visit = visit

    def version(self, subject: str) -> int:
        """Return a number that differs after every change of this subject that others see."""
        return store.publication.version(self._visit.reading, subject, self._visit.clock.today)


class FunctionsDesk(_Desk):
    """The answering end of ``FUNCTIONS`` (an :class:`~mocks.core.statements.Authority`)."""

    def statement(self, subject: str, audience: str) -> str:
        """Return a signed statement of the functions by which a person acts; there may be none."""
        held = Kbo(self._visit).functions_of(Insz(subject))
        facts = {"functions": [function_facts(one) for one in held]}
        return issue(self._visit, FUNCTIONS, subject, audience, facts)


class ExtractDesk(_Desk):
    """The answering end of ``EXTRACT`` (an :class:`~mocks.core.statements.Authority`)."""

    def statement(self, subject: str, audience: str) -> str:
        """Return a signed extract of an enterprise, or that none has this number."""
        enterprise = Kbo(self._visit).find_enterprise(EnterpriseNumber(subject))
        facts = extract_facts(enterprise) if enterprise is not None else None
        return issue(self._visit, EXTRACT, subject, audience, facts)
