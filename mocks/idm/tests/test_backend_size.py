"""Ten thousand work relations in one organisation: no list reads, sorts or counts them all."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from sqlalchemy import Table

from mocks.core.identifiers import Insz, Sex, make_national_number
from mocks.core.tests.plans import plans_of, statements_of
from mocks.idm import store
from mocks.idm.backend import Bulk, History, Tasks, WorkRelationsDesk
from mocks.idm.store.sequences import sequence_table
from mocks.idm.tests.alone import DE_KADE, TODAY, Acting, IdmAlone

MANY = 10_000


def person_number(place: int) -> Insz:
    """Return one of the numbers that the crowd has."""
    return make_national_number(date(1950, 1, 1) + timedelta(days=place), Sex.MAN)


def fill(idm: IdmAlone, many: int) -> None:
    """Let De Kade have so many employees, each with a right and a history."""
    here = {"organisation": DE_KADE, "begin_on": TODAY, "end_on": date(2031, 4, 27), "revision": 1}
    rows: list[tuple[Table, dict[str, object]]] = []
    for place in range(many):
        insz, given, family = str(person_number(place)), f"Voornaam{place}", f"Naam{place:05}"
        person = {"insz": insz, "given_name": given, "family_name": family, "sex": "M"}
        rows.append((store.people.person_table, {**person, "added_epoch": 0.0, "active_epoch": 0.0}))
        keys = {"family_key": f"{family} {given}".lower(), "given_key": f"{given} {family}".lower()}
        rows.append((store.roster.roster_table, {"organisation": DE_KADE, "person": insz, **keys}))
        relation = {"person": insz, "counter": 1, "target_group": "EA", "category": "Vaste Medewerker"}
        rows.append((store.relations.relation_table, {**here, **relation}))
        right = {"person": insz, "relation": 1, "right_key": "kiosk-aanvrager", "counter": 1, "contexts": []}
        rows.append((store.rights.right_table, {**here, **right}))
        event = {"action": "coupled", "person": insz, "organisation": DE_KADE, "actor": "", "actor_name": ""}
        rows.append(
            (store.history.history_table, {**event, "number": place + 1, "at_epoch": 0.0, "detail": ""})
        )
    tables = {table.name: table for table, _ in rows}
    with idm.visit() as visit, visit.writing() as connection:
        for name, table in tables.items():
            connection.execute(table.insert(), [row for one, row in rows if one.name == name])
        connection.execute(sequence_table.insert(), {"name": "history", "last": many})


@pytest.fixture(scope="module")
def crowded() -> IdmAlone:
    """Return an IDM with ten thousand work relations in one organisation."""
    idm = IdmAlone()
    fill(idm, MANY)
    return idm


USES: dict[str, Callable[[Acting], object]] = {
    "first piece": lambda acting: acting.people.search(acting.administrator),
    "last piece": lambda acting: acting.people.search(
        acting.administrator, after=acting.people.search(acting.administrator, "naam0998").next
    ),
    "by surname": lambda acting: acting.people.search(acting.administrator, "naam09999"),
    "by first name": lambda acting: acting.people.search(acting.administrator, "voornaam9999"),
    "by number": lambda acting: acting.people.search(acting.administrator, person_number(20)[:8]),
    "one person": lambda acting: acting.people.person(acting.administrator, person_number(20)),
    "history": lambda acting: History(acting.visit).of_organisation(acting.administrator, after="5000"),
    "history of a person": lambda acting: History(acting.visit).of_person(
        acting.administrator, person_number(20)
    ),
    "tasks": lambda acting: Tasks(acting.visit, acting.peers).open(acting.administrator),
    "administrators": lambda acting: acting.administrators.of(DE_KADE),
    "organisations": lambda acting: acting.administrators.organisations(acting.administrator.insz),
    "statement": lambda acting: WorkRelationsDesk(acting.visit).facts(person_number(20)),
    "version": lambda acting: WorkRelationsDesk(acting.visit).version(person_number(20)),
    "granting": lambda acting: acting.grant(
        acting.people.person(acting.administrator, person_number(7)).relations[0].relation,
        "eigen-eloket-gebruiker",
    ),
}


SLOW = re.compile(r"SCAN (?!CONSTANT|idm_scim_target)|USE TEMP B-TREE")
"""A step of a plan that grows with a table; the e-lokets that receive users are few."""


@pytest.mark.parametrize("name", USES)
def test_every_query_runs_along_an_index(crowded: IdmAlone, name: str) -> None:
    idm = crowded
    if name == "granting":
        idm.told.person(person_number(7), "Voornaam7", "Naam00007")
    with idm.acting() as acting:
        statements = statements_of(acting.visit, partial(USES[name], acting))
        plans = list(plans_of(acting.visit, statements, "idm_"))
    assert statements
    slow = [(text, step) for text, step in plans if SLOW.match(step)]
    assert slow == []


@pytest.mark.parametrize("name", sorted(set(USES) - {"granting"}))
def test_a_use_case_runs_as_many_statements_in_a_crowd_as_among_few(crowded: IdmAlone, name: str) -> None:
    few = IdmAlone()
    fill(few, 30)
    with crowded.acting() as there, few.acting() as here:
        assert (
            abs(
                len(statements_of(there.visit, partial(USES[name], there)))
                - len(statements_of(here.visit, partial(USES[name], here)))
            )
            <= 3
        )


def test_the_search_for_a_query_plan_notices_a_scan(crowded: IdmAlone) -> None:
    with crowded.acting() as acting:
        ((_, step),) = plans_of(acting.visit, ["SELECT * FROM idm_right WHERE profile = 'x'"], "idm_")
    assert step.startswith("SCAN")


def test_the_pieces_hold_everybody_once_in_order(crowded: IdmAlone) -> None:
    names, after = [], None
    with crowded.acting() as acting:
        for _ in range(12):
            piece = acting.people.search(acting.administrator, after=after, limit=100)
            names += [row.full_name.split()[1] for row in piece.items]
            after = piece.next
    assert names == [f"Naam{place:05}" for place in range(1200)]


def test_an_export_is_made_in_pieces(crowded: IdmAlone) -> None:
    with crowded.acting() as acting:
        export = Bulk(acting.visit, acting.peers).export(acting.administrator)
        header, first = next(export), next(export)
        assert header.startswith("\ufeffrijksregisternummer;")
        assert first.count("\r\n") == 500
        assert 1 + 500 + sum(piece.count("\r\n") for piece in export) >= MANY
