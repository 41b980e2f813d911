"""The side of IDM where the owner of a right activates it: what it takes, and what it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from mocks.core.clock import Period
from mocks.core.visit import Visit
from mocks.idm import errors
from mocks.idm.backend import Activations, Registration
from mocks.idm.domain.catalogue import CATALOGUE
from mocks.idm.domain.rights import Activation
from mocks.idm.tests.alone import KAPELDORP, LEERPUNT, NOWHERE, STILTE, TODAY, IdmAlone

KEY = "dienstverlener-departementen"


@pytest.fixture
def visit(idm: IdmAlone) -> Iterator[Visit]:
    """Enter the world."""
    with idm.visit() as visit:
        yield visit


@pytest.fixture
def owner(idm: IdmAlone, visit: Visit) -> Activations:
    """Give the desk of who owns the right for departments."""
    return Activations(visit, idm.peers(visit), CATALOGUE[KEY])


def activation(*contexts: str, begin: date, end: date | None = None) -> Activation:
    return Activation(LEERPUNT, KEY, contexts, Period(begin, end))


def test_contexts_are_put_added_and_taken_back(owner: Activations) -> None:
    assert owner.of(LEERPUNT) == ()
    owner.put(LEERPUNT, ["Noord", "Zuid", "Noord"])
    owner.add(LEERPUNT, ["Oost", "Zuid"])
    assert owner.of(LEERPUNT) == ("Noord", "Zuid", "Oost")
    assert owner.organisations() == [LEERPUNT]
    owner.remove(LEERPUNT, "Zuid")
    assert owner.of(LEERPUNT) == ("Noord", "Oost")
    owner.put(LEERPUNT, ())
    assert (owner.of(LEERPUNT), owner.organisations()) == ((), [])


def test_what_is_not_activated_cannot_be_taken_back(owner: Activations) -> None:
    owner.put(LEERPUNT, ["Noord"])
    with pytest.raises(errors.UnknownContext):
        owner.remove(LEERPUNT, "Zuid")
    assert owner.of(LEERPUNT) == ("Noord",)


def test_more_contexts_leave_the_first_day_as_it_was(visit: Visit, owner: Activations) -> None:
    registration = Registration(visit)
    registration.put_activation(activation("Noord", begin=date(2018, 1, 1)))
    owner.add(LEERPUNT, ["Zuid"])
    assert registration.activation(LEERPUNT, KEY) == activation("Noord", "Zuid", begin=date(2018, 1, 1))


def test_an_activation_that_is_over_begins_anew_today(visit: Visit, owner: Activations) -> None:
    registration, yesterday = Registration(visit), TODAY - timedelta(days=1)
    registration.put_activation(activation("Noord", begin=date(2018, 1, 1), end=yesterday))
    assert owner.of(LEERPUNT) == ()
    owner.add(LEERPUNT, ["Zuid"])
    assert registration.activation(LEERPUNT, KEY) == activation("Zuid", begin=TODAY)


def test_it_is_activated_only_for_organisations_that_can_have_the_right(owner: Activations) -> None:
    for number, reason in (
        (NOWHERE, errors.UnknownOrganisation),
        (STILTE, errors.OrganisationStopped),
        (KAPELDORP, errors.RightNotForTargetGroup),
    ):
        for change in (owner.put, owner.add):
            with pytest.raises(reason):
                change(number, ["Noord"])


@pytest.mark.parametrize("name", ["", " Noord", "a|b", "a\nb", "x" * 101])
def test_what_cannot_be_a_context_is_refused(owner: Activations, name: str) -> None:
    with pytest.raises(errors.MalformedContext):
        owner.put(LEERPUNT, [name])
    assert owner.of(LEERPUNT) == ()


def test_a_right_has_two_hundred_contexts_at_most(owner: Activations) -> None:
    owner.put(LEERPUNT, [f"Campus {number}" for number in range(200)])
    with pytest.raises(errors.TooManyContexts):
        owner.add(LEERPUNT, ["Eentje te veel"])
    assert len(owner.of(LEERPUNT)) == 200
