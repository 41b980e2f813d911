"""Who works for whom in the cast, with which rights, and that IDM knows those words."""

from __future__ import annotations

from datetime import date

import pytest

from mocks.cast import load_cast, resolve
from mocks.cast.facts import facts_of
from mocks.idm.domain.asked import Catalogue
from mocks.idm.domain.relations import Category, default_end

START = date(2021, 4, 27)

EMPLOYED = {
    ("els", "de-kade"): ["KIOSK Aanvrager"],
    ("sara", "de-kade"): ["KIOSK Aanvrager"],
    ("mieke", "de-kade"): ["SSM Mandaatbeheerder"],
    ("ines", "de-kade"): ["KIOSK Aanvrager"],
    ("lotte", "cijferwijs"): ["SSM Mandaatuitvoerder"],
    ("bram", "cijferwijs"): [],
    ("rik", "cijferwijs"): ["SSM Mandaatuitvoerder"],
    ("wim", "leerpunt"): ["Hoofd Lokale beheerder", "VLAIO Inkom Gebruiker Nieuw"],
    ("ria", "leerpunt"): ["Dienstverlener kmo-portefeuille, departementen"],
    ("greet", "kapeldorp"): ["KIOSK Aanvrager"],
    ("bart", "de-linde"): ["KIOSK Beoordelaar"],
}


def test_every_work_relation_has_the_rights_of_the_trait() -> None:
    found = {
        (one.person, one.organisation): [right.right for right in one.rights]
        for one in load_cast().work_relations
    }
    assert found == EMPLOYED


def test_every_right_and_category_is_one_of_idm() -> None:
    for one in load_cast().work_relations:
        assert one.category in {category.value for category in Category}
        for right in one.rights:
            entry = Catalogue().find(right.right)
            assert entry.name == right.right
            assert right.profile in (entry.profiles or (None,))
            assert bool(right.contexts) == entry.has_contexts


@pytest.mark.parametrize("start", [START, date(2020, 2, 28), date(2024, 1, 31)])
def test_every_date_stays_within_its_bounds_whenever_the_world_starts(start: date) -> None:
    for one in load_cast().work_relations:
        begin, end = resolve(one.begin, start), resolve(one.end, start)
        assert begin < start < end <= default_end(begin)
        for right in one.rights:
            assert begin <= resolve(right.begin, start) < start
            assert resolve(right.begin, start) <= resolve(right.end, start) <= end


def test_only_the_right_of_sara_ended_and_that_yesterday() -> None:
    ended = {
        one.person: resolve(right.end, START)
        for one in load_cast().work_relations
        for right in one.rights
        if resolve(right.end, START) < START
    }
    assert ended == {"sara": date(2021, 4, 26)}


def test_ria_has_two_of_the_five_departments_that_are_activated() -> None:
    cast = load_cast()
    activations = {fact.number: fact.members for fact in facts_of(cast, START) if fact.kind == "activation"}
    leerpunt = cast.organisation("leerpunt")
    key = Catalogue().find("Dienstverlener kmo-portefeuille, departementen").key
    assert set(activations) == {f"{leerpunt.number}-{key}"}
    (ria,) = [one for one in cast.work_relations if one.person == "ria"]
    assert ria.rights[0].contexts == ("Campus Aalst", "Campus Gent")
    assert set(ria.rights[0].contexts) < set(activations[f"{leerpunt.number}-{key}"]["contexts"])


def test_who_has_nothing_with_anyone_works_for_nobody() -> None:
    assert not {one.person for one in load_cast().work_relations} & {"tom", "dirk", "olga", "lena", "dora"}
