"""Random worlds in which people appoint and grant: each call is allowed exactly when the oracle says so.

Over the APIs of BTB and IDM, on top of the facts that the other machine puts; time only goes on, since what
was done cannot be undone.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from operator import attrgetter
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from mocks.csam_btb.backend import btb
from mocks.csam_btb.domain import appointing
from mocks.csam_btb.domain.cases import Case
from mocks.tests.asked import OPENING
from mocks.tests.door import knock
from mocks.tests.machine import FEDERATION, Worlds, days, is_noticed_by, organisations, people
from mocks.tests.oracle import (
    ALL,
    BUREAU,
    CLOSED,
    DAY,
    ECONOMY,
    FIRM,
    MAIN,
    ORGANISATIONS,
    PEOPLE,
    REPRESENTING,
    START,
    TOWN,
    Post,
    Span,
)

RIGHT = OPENING["kiosk"]
CONTACT = {"email": "iemand@post.example", "phone": "+3212345678"}
posts = st.sampled_from([MAIN, MAIN, ALL, ECONOMY])


class Administering(Worlds):
    """A random world in which people also act."""

    def _let_everything_be_open(self) -> None:
        """Let the director of Bureau have appointed somebody who acts, and somebody who waits."""
        super()._let_everything_be_open()
        director, employee, waiting = PEOPLE[0], PEOPLE[1], PEOPLE[2]
        self.register(director, card=True, died=None)
        self.appoint(director, employee, BUREAU, MAIN, backup=False)
        self.sign_in_first(employee)
        self.appoint(employee, waiting, BUREAU, ECONOMY, backup=False)
        self.sign_in_first(waiting)
        self.appoint(employee, PEOPLE[4], BUREAU, MAIN, backup=True)
        self._try_in_vain()

    def _try_in_vain(self) -> None:
        """Let whoever may not, try it once: one thing for each check."""
        director, employee, colleague, waiting = PEOPLE[0], PEOPLE[1], PEOPLE[2], PEOPLE[4]
        over = Span(START - 9 * DAY, START - DAY)
        self.register(colleague, card=True, died=None)
        self.employ_and_grant(
            colleague, BUREAU, Span(START - DAY, START + 9 * DAY), "ssm-mandaatbeheerder", over
        )
        self.hold_function(PEOPLE[3], TOWN, REPRESENTING, Span(START - 9 * DAY))  # who has died
        self.appoint(waiting, director, BUREAU, "finance", backup=False)
        for by in PEOPLE:
            self.appoint(by, colleague, BUREAU, ALL, backup=False)
            self.appoint(by, director, FIRM, MAIN, backup=False)
            self.appoint(by, PEOPLE[3], BUREAU, MAIN, backup=True)
            self.appoint(by, director, CLOSED, MAIN, backup=False)
            self.appoint(by, director, TOWN, MAIN, backup=False)
            # Twice the same back-up, and a second manager of one domain.
            self.appoint(by, waiting, BUREAU, MAIN, backup=True)
            self.appoint(by, waiting, BUREAU, ECONOMY, backup=False)
        for by in (waiting, colleague, employee, director):
            self.grant(by, colleague, BUREAU)
        for by in (colleague, waiting, employee, director):
            self.end(by, employee, BUREAU, MAIN)

    @rule(day=days)
    def pass_time(self, day: date) -> None:
        """Let time go on."""
        if day > self.oracle.today:
            super().pass_time(day)

    @rule(by=people, who=people, organisation=organisations, post=posts, backup=st.booleans())
    def appoint(self, by: str, who: str, organisation: str, post: str, *, backup: bool) -> None:
        """Appoint somebody in BTB."""
        backup = backup and post == MAIN
        body = {"by": by, "insz": who, "family_name": who, "given_name": "Proef", "post": post, **CONTACT}
        path = f"csam/api/v1/btb/enterprises/{organisation}/appointments"
        status = self._post(path, **body, backup=backup)[0]
        allowed = self.oracle.may_appoint(by, who, organisation, post, backup=backup)
        assert (status == 201) is allowed, (by, who, organisation, post, backup, status)
        if allowed:
            self.oracle.posts[organisation, who, post] = Post(backup=backup)

    @rule(by=people, who=people, organisation=organisations, post=posts)
    def end(self, by: str, who: str, organisation: str, post: str) -> None:
        """End an appointment in BTB: it gives nothing from now on."""
        path = f"csam/api/v1/btb/enterprises/{organisation}/appointments/{who}/{post}/end"
        status = self._post(path, by=by)[0]
        allowed = self.oracle.may_end(by, who, organisation, post)
        assert (status == 200) is allowed, (by, who, organisation, post, status)
        if allowed:
            self.oracle.posts[organisation, who, post].end = self.oracle.today - DAY

    @rule(who=people)
    def sign_in_first(self, who: str) -> None:
        """Let somebody who lives sign in at CSAM: what waits for that begins."""
        if self.oracle.people[who].died is not None:
            return
        assert self._post(f"csam/api/v1/btb/persons/{who}/first-sign-in")[0] == 200
        for (_, holder, _), post in self.oracle.posts.items():
            if holder == who and post.begin is None and post.living(self.oracle.today):
                post.begin = self.oracle.today

    @rule(by=people, who=people, organisation=organisations)
    def grant(self, by: str, who: str, organisation: str) -> None:
        """Grant the right of KIOSK in IDM, as long as it can be had."""
        path = f"idm/api/v1/work-relations/{who}-{organisation}-1/rights"
        status, members = self._post(path, actor=by, right=RIGHT)
        allowed = self.oracle.may_grant(by, organisation) and self.oracle.can_have(who, organisation, RIGHT)
        assert (status == 201) is allowed, (by, who, organisation, status, members)
        if allowed:
            relation = self.oracle.people[who].relations[organisation]
            span = Span(max(self.oracle.today, relation.begin), relation.end)
            assert (members["begin"], members["end"]) == (str(span.begin), str(span.end))
            self.oracle.people[who].granted.setdefault((organisation, RIGHT), {})[members["number"]] = span

    @rule(by=people, who=people, organisation=organisations)
    def revoke(self, by: str, who: str, organisation: str) -> None:
        """Revoke what was granted last in IDM."""
        granted = self.oracle.people[who].granted.get((organisation, RIGHT), {})
        for number, span in list(granted.items())[-1:]:
            status = self._post(f"idm/api/v1/rights/{number}/revoke", actor=by)[0]
            living = span.lost is None and span.end is not None and span.end >= self.oracle.today
            allowed = self.oracle.may_grant(by, organisation) and living
            assert (status == 200) is allowed, (by, number, status)
            if allowed:
                granted[number] = replace(span, lost=self.oracle.today)

    @invariant()
    def whoever_administers_is_who_the_oracle_says(self) -> None:
        """Compare for every person and organisation, at IDM."""
        visit = FEDERATION.visit(self.name)
        for number in PEOPLE:
            found = {
                verdict.identity.code
                for attempt in FEDERATION.attempts(visit, number)
                if attempt.eloket.client_id == "idm"
                for verdict in attempt.decision.verdicts
                if verdict.route == "administrator" and verdict.allowed
            }
            person = self.oracle.people[number]
            proven = person.card or any(one.holds(self.oracle.today) for one in person.keys.values())
            said = {one for one in ORGANISATIONS if proven and self.oracle.administers(number, one)}
            assert found == said, (number, self.oracle.today)
        visit.close()

    def _post(self, path: str, **members: object) -> tuple[int, dict[str, Any]]:
        answer = knock(FEDERATION, f"/w/{self.name}/{path}", "POST", body=members)
        assert answer.status < 500, answer.body
        return answer.status, json.loads(answer.body)


TestAdministering = Administering.TestCase
TestAdministering.settings = settings(max_examples=8, stateful_step_count=10, deadline=None)

LOOSENED = {"representing": "functions", "begun": "representing", "current": "begun"}
"""What a check of BTB looks at, and what it would look at if it let everything through."""

LEFT_OUT = (
    ("MAIN_ACCESS_MANAGER", "lead_is_active"),
    ("APPOINTEE", "appointee_is_alive"),
    ("APPOINTEE", "appointee_has_not_the_post"),
    ("APPOINTEE", "post_is_free"),
)
"""Checks of BTB that stand alone."""


@pytest.mark.parametrize("name", LOOSENED)
def test_a_check_of_btb_that_lets_everything_through_is_noticed(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Case, name, property(attrgetter(LOOSENED[name])))
    is_noticed_by(Administering)


@pytest.mark.parametrize(("rules", "left_out"), LEFT_OUT)
def test_a_check_of_btb_that_is_left_out_is_noticed(
    rules: str, left_out: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    every: tuple[appointing.Rule, ...] = getattr(appointing, rules)
    kept = tuple(one for one in every if one.__name__ != left_out)
    assert len(kept) == len(every) - 1
    monkeypatch.setattr(appointing, rules, kept)
    is_noticed_by(Administering)


def test_ending_what_is_not_for_oneself_to_end_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(btb, "ENDING", (appointing.there_is_something_to_end,))
    is_noticed_by(Administering)


def test_a_stopped_enterprise_in_which_one_appoints_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(appointing, "enterprise_is_active", lambda _: None)
    is_noticed_by(Administering)
