"""A machine that changes random worlds step by step, and compares them with the oracle after each.

Steps: functions, stopping, work relations, rights, mandates, keys, eID, death, the workflow of IDM, and time
in both directions; all of them as facts that are put.
"""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from mocks.federation import Federation
from mocks.settings import Settings
from mocks.tests.asked import OPENING
from mocks.tests.door import knock
from mocks.tests.oracle import (
    BUREAU,
    CLOSED,
    DAY,
    EXECUTOR,
    FIRM,
    GROUPS,
    NOT_REPRESENTING,
    ORGANISATIONS,
    PEOPLE,
    REPRESENTING,
    START,
    TOWN,
    Oracle,
    Paper,
    Span,
)

days = st.integers(-3, 3).map(lambda n: START + n * DAY)
spans = st.builds(
    lambda begin, length: Span(begin, begin + length * DAY if length is not None else None),
    days,
    st.none() | st.integers(0, 4),
)
losable = st.builds(lambda span, lost: replace(span, lost=lost), spans, st.none() | days)
people, organisations = st.sampled_from(PEOPLE), st.sampled_from(ORGANISATIONS)

FEDERATION = Federation(Settings(url="http://127.0.0.1:8600", clock={"running": False}))
_worlds = itertools.count(1)


class Worlds(RuleBasedStateMachine):
    """One random world, and the oracle beside it.

    ``compared`` are the e-lokets at which everybody is compared with the oracle.
    """

    compared: ClassVar[tuple[str, ...]] = tuple(OPENING)

    @initialize()
    def begin(self) -> None:
        """Make a world in which a few persons and organisations exist, and a way of each kind is open."""
        self.name, self.oracle = f"model-{next(_worlds)}", Oracle()
        made = knock(FEDERATION, "/_mock/worlds", "POST", body={"name": self.name, "cast": False})
        assert made.status == 201, made.body
        for number in PEOPLE:
            self._person(number)
            self._put(f"csam/_mock/key/{number}-app", activated_on="2018-01-01")
            self._put(f"idm/_mock/person/{number}", status="Actief")
        for number in ORGANISATIONS:
            self._put(f"kbo/_mock/enterprise/{number}", name=f"Huis {number}", target_group=GROUPS[number])
        self._let_everything_be_open()

    def _let_everything_be_open(self) -> None:
        """Put a way of each kind, so that any later step may close one."""
        always, director, employee = Span(START - 100 * DAY, START + 100 * DAY), PEOPLE[0], PEOPLE[1]
        self.register(director, card=False, died=None)
        self.hold_function(director, BUREAU, REPRESENTING, always)
        for right in OPENING.values():
            self.employ_and_grant(employee, FIRM, always, right, always)
        self.employ_and_grant(employee, BUREAU, always, EXECUTOR, always)
        for kind in OPENING:
            self.mandate(kind, FIRM, BUREAU, always, given=True, taken=True)
        self._let_nothing_more_be_open(always, director, employee)

    def _let_nothing_more_be_open(self, always: Span, director: str, employee: str) -> None:
        """Put what opens nothing, one thing for each check."""
        over, coming = replace(always, end=START - DAY), replace(always, begin=START + DAY)
        self.register(PEOPLE[3], card=True, died=START)
        self.change_key_and_workflow(PEOPLE[4], app=True, active=False)
        self.employ_and_grant(PEOPLE[4], FIRM, always, OPENING["kiosk"], always)
        self.stop(CLOSED, START)
        self.hold_function(employee, CLOSED, REPRESENTING, always)
        self.employ_and_grant(employee, CLOSED, always, OPENING["kiosk"], always)
        colleague, right = PEOPLE[2], OPENING["kiosk"]
        self.employ_and_grant(colleague, FIRM, always, right, over)
        self.employ_and_grant(colleague, BUREAU, over, right, always)
        self.employ_and_grant(colleague, TOWN, coming, right, always)
        self.employ_and_grant(employee, TOWN, always, right, replace(always, lost=START))
        self.employ_and_grant(director, TOWN, always, OPENING["eigen-eloket"], coming)
        self.mandate("kiosk", BUREAU, colleague, always, given=True, taken=True)
        self.hold_function(employee, FIRM, REPRESENTING, over)
        self.hold_function(employee, BUREAU, REPRESENTING, coming)
        self.hold_function(employee, TOWN, NOT_REPRESENTING, always)
        for kind in OPENING:
            self.mandate(kind, TOWN, BUREAU, always, given=True, taken=True)
            self.mandate(kind, director, employee, replace(always, lost=START), given=True, taken=True)
            self.mandate(kind, employee, director, over, given=True, taken=True)
            self.mandate(kind, BUREAU, employee, coming, given=True, taken=True)
            self.mandate(kind, BUREAU, director, always, given=True, taken=False)
            self.mandate(kind, CLOSED, BUREAU, always, given=True, taken=True)
            self.mandate(kind, BUREAU, CLOSED, always, given=True, taken=True)

    def teardown(self) -> None:
        """Remove the world."""
        FEDERATION.house.worlds.delete(self.name)

    @rule(number=people, organisation=organisations, code=st.sampled_from([REPRESENTING, NOT_REPRESENTING]))
    def lose_function(self, number: str, organisation: str, code: str) -> None:
        """Remove a function."""
        self._remove(f"kbo/_mock/function/{organisation}-{number}-{code}")
        self.oracle.people[number].functions.pop((organisation, code), None)

    @rule(
        number=people,
        organisation=organisations,
        code=st.sampled_from([REPRESENTING, REPRESENTING, NOT_REPRESENTING]),
        span=spans,
    )
    def hold_function(self, number: str, organisation: str, code: str, span: Span) -> None:
        """Put a function in the KBO."""
        self._put(f"kbo/_mock/function/{organisation}-{number}-{code}", **_dates(span))
        self.oracle.people[number].functions[organisation, code] = span

    @rule(organisation=organisations, day=st.none() | days)
    def stop(self, organisation: str, day: date | None) -> None:
        """Let an organisation stop on a day, or be active again."""
        stopped = {"status": "ST", "stopped_on": str(day)} if day else {"status": "AC", "stopped_on": None}
        self._put(f"kbo/_mock/enterprise/{organisation}", **stopped)
        self.oracle.houses[organisation].stopped = day

    @rule(
        number=people,
        organisation=organisations,
        span=spans,
        right=st.sampled_from([*OPENING.values(), EXECUTOR]),
        granted=losable,
    )
    def employ_and_grant(self, number: str, organisation: str, span: Span, right: str, granted: Span) -> None:
        """Put a work relation with a right on it."""
        person = self.oracle.people[number]
        relation = Span(span.begin, span.end or span.begin + 1000 * DAY)
        right_span = replace(granted, end=granted.end or granted.begin + 1000 * DAY)
        self._put(f"idm/_mock/work-relation/{number}-{organisation}-1", **_dates(relation))
        self._put(
            f"idm/_mock/right/{number}-{organisation}-1-{right}",
            **_dates(right_span),
            revoked_on=str(granted.lost) if granted.lost else None,
        )
        person.relations[organisation] = relation
        person.rights[organisation, right] = right_span

    @rule(
        kind=st.sampled_from(sorted(OPENING)),
        giver=st.sampled_from([*ORGANISATIONS, *PEOPLE]),
        holder=st.sampled_from([*ORGANISATIONS, *PEOPLE]),
        span=losable,
        given=st.booleans() | st.just(True),
        taken=st.booleans() | st.just(True),
    )
    def mandate(self, kind: str, giver: str, holder: str, span: Span, *, given: bool, taken: bool) -> None:
        """Put a mandate in SSM."""
        if giver == holder:
            return
        parties = [*ORGANISATIONS, *PEOPLE]
        place = parties.index(giver) * 10 + parties.index(holder) + (100 if kind == "kiosk" else 200)
        self._put(
            f"ssm/_mock/mandate/M-2021-{place:06}",
            type=kind,
            mandator=giver,
            holder=holder,
            **_dates(span),
            signed_by_mandator_on="2020-01-01" if given else None,
            signed_by_holder_on="2020-01-01" if taken else None,
            stopped_on=str(span.lost) if span.lost else None,
        )
        self.oracle.papers[kind, giver, holder] = Paper(span, given, taken)

    @rule(number=people, card=st.booleans(), died=st.none() | st.none() | days)
    def register(self, number: str, *, card: bool, died: date | None) -> None:
        """Change what the Rijksregister says: the eID and the death."""
        person = self.oracle.people[number]
        person.card, person.died = card, died
        self._person(number)

    @rule(number=people, app=st.booleans(), active=st.booleans() | st.just(True))
    def change_key_and_workflow(self, number: str, *, app: bool, active: bool) -> None:
        """Take the app key or give it back; let the person wait in IDM or be Actief."""
        person = self.oracle.people[number]
        revoked = None if app else date(2018, 6, 1)
        person.keys, person.active = {"app": Span(date(2018, 1, 1), lost=revoked)}, active
        self._put(
            f"csam/_mock/key/{number}-app",
            activated_on="2018-01-01",
            revoked_on=str(revoked) if revoked else None,
        )
        self._put(f"idm/_mock/person/{number}", status="Actief" if active else "In afwachting")

    @rule(day=days)
    def pass_time(self, day: date) -> None:
        """Set the clock to noon of a day."""
        self._put("_mock/clock", now=f"{day}T12:00:00+02:00")
        self.oracle.today = day

    @invariant()
    def whoever_can_sign_in_is_who_the_oracle_says(self) -> None:
        """Compare for every person at each e-loket."""
        visit = FEDERATION.visit(self.name)
        for number, eloket in itertools.product(PEOPLE, self.compared):
            found = {
                (one.route, one.target_group, one.code, one.holder_code)
                for one in FEDERATION.identities(visit, number, eloket)
            }
            assert found == self.oracle.ways(number, eloket), (number, eloket, self.oracle.today)
        visit.close()

    def _person(self, number: str) -> None:
        person = self.oracle.people[number]
        self._put(
            f"rijksregister/_mock/person/{number}",
            given_name="Proef",
            family_name=number,
            belgian_eid=person.card,
            deceased_on=str(person.died) if person.died else None,
        )

    def _put(self, path: str, **members: Any) -> None:  # noqa: ANN401  # of the fact
        answer = knock(FEDERATION, f"/w/{self.name}/{path}", "PUT", body=members)
        assert answer.status == 200, answer.body

    def _remove(self, path: str) -> None:
        assert knock(FEDERATION, f"/w/{self.name}/{path}", "DELETE").status in {200, 404}


def _dates(span: Span) -> dict[str, str | None]:
    return {"begin": str(span.begin), "end": str(span.end) if span.end else None}


_SEARCH = settings(max_examples=40, stateful_step_count=10, deadline=None, phases=[Phase.generate])


def is_noticed_by(machine: type[Worlds]) -> None:
    """Let the machine look for a difference, which must be there."""
    with pytest.raises(AssertionError):
        run_state_machine_as_test(machine, settings=_SEARCH)
