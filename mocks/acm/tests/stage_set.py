"""A good case to begin with, and one way to spoil each of its checks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from mocks.acm.domain.decision import Decision, Verdict, decide
from mocks.acm.domain.eloket import Eloket
from mocks.acm.domain.facts import DigitalKey, Facts, Function, Organisation, Person
from mocks.core.clock import Period
from mocks.core.identifiers import Insz

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Fact = TypeVar("Fact", bound="DataclassInstance")

TODAY = date(2021, 4, 27)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
LONG_AGO = date(2010, 6, 1)

JAN = Insz("68112399910")
DE_KADE, CIJFERWIJS = "0110041748", "0122386185"

PERSON = Person(JAN, "Jan", "Peeters", date(1968, 11, 23), belgian_eid=True, deceased_on=None)
KADE = Organisation(DE_KADE, "Theater De Kade vzw", "EA", "2", stopped_on=None, legal_form="017")
HOLDER = Organisation(CIJFERWIJS, "Boekhoudkantoor Cijferwijs bv", "EA", "2", stopped_on=None)
ITSME = DigitalKey("itsme", Period(date(2019, 4, 27), date(2029, 4, 27)))
BESTUURDER = Function(DE_KADE, "Bestuurder", representing=True, period=Period(LONG_AGO))
ELOKET = Eloket(
    client_id="proef",
    client_name="Proefloket",
    client_secret="geheim",
    redirect_uris=("http://127.0.0.1/callback",),
    target_groups=("BUR", "EA"),
    routes=("person", "legal_representative"),
)


@dataclass(frozen=True)
class Scene:
    """Everything that a decision looks at, easy to change one thing of."""

    person: Person | None = PERSON
    keys: tuple[DigitalKey, ...] = (ITSME,)
    functions: tuple[Function, ...] = (BESTUURDER,)
    organisations: Mapping[str, Organisation] = field(
        default_factory=lambda: {DE_KADE: KADE, CIJFERWIJS: HOLDER}
    )
    eloket: Eloket = ELOKET
    key: str | None = "itsme"

    def decide(self) -> Decision:
        """Decide about this person, and about De Kade in any case."""
        facts = Facts(JAN, self.person, self.keys, self.functions, self.organisations)
        return decide(facts, self.eloket, TODAY, self.key, DE_KADE)

    def on_route(self, route: str) -> Verdict:
        """Return the one verdict by this way: for oneself, or for De Kade."""
        (verdict,) = (one for one in self.decide().verdicts if one.route == route)
        return verdict

    def but(self, **changes: Any) -> Scene:  # noqa: ANN401  # members of a scene
        """Return the same scene with changes."""
        return replace(self, **changes)

    def with_person(self, **changes: Any) -> Scene:  # noqa: ANN401  # members of a person
        """Return the same scene with another person, if there is one."""
        return self if self.person is None else self.but(person=replace(self.person, **changes))

    def with_eloket(self, **changes: Any) -> Scene:  # noqa: ANN401  # members of an integration file
        """Return the same scene at another e-loket."""
        return self.but(eloket=self.eloket.model_copy(update=changes))

    def with_functions(self, **changes: Any) -> Scene:  # noqa: ANN401  # members of a function
        """Return the same scene with every function changed."""
        return self.but(functions=tuple(replace(one, **changes) for one in self.functions))

    def with_organisation(self, number: str, **changes: Any) -> Scene:  # noqa: ANN401  # the same
        """Return the same scene with one organisation changed, if it is known."""
        known = dict(self.organisations)
        if number in known:
            known[number] = replace(known[number], **changes)
        return self.but(organisations=known)


def held_for_a_stopped_enterprise(scene: Scene) -> Scene:
    """Let an enterprise hold every function, and let that enterprise have stopped."""
    return scene.with_functions(through=CIJFERWIJS).with_organisation(CIJFERWIJS, stopped_on=YESTERDAY)


def begins_tomorrow(scene: Scene) -> Scene:
    """Let every function begin tomorrow, keeping its end."""
    return scene.but(
        functions=tuple(replace(one, period=Period(TOMORROW, one.period.end)) for one in scene.functions)
    )


def ended_yesterday(scene: Scene) -> Scene:
    """Let every function have had its last valid day, keeping its begin."""
    return scene.but(
        functions=tuple(replace(one, period=Period(one.period.begin, YESTERDAY)) for one in scene.functions)
    )


SPOILERS: Mapping[str, Callable[[Scene], Scene]] = {
    "person_is_known": lambda scene: scene.but(person=None),
    "person_is_alive": lambda scene: scene.with_person(deceased_on=YESTERDAY),
    "key_is_active": lambda scene: scene.but(keys=()),
    "key_is_accepted": lambda scene: scene.with_eloket(keys=("eid", "sms")),
    "holds_belgian_eid": lambda scene: scene.with_eloket(belgian_eid="always").with_person(belgian_eid=False),
    "admits_persons": lambda scene: scene.with_eloket(target_groups=("EA",)),
    "admits_legal_representatives": lambda scene: scene.with_eloket(routes=("person",)),
    "organisation_is_known": lambda scene: scene.but(organisations={CIJFERWIJS: HOLDER}),
    "target_group_is_served": lambda scene: scene.with_eloket(target_groups=("BUR", "LB")),
    "legal_form_is_served": lambda scene: scene.with_eloket(excluded_legal_forms=("017",)),
    "admits_its_representatives": lambda scene: scene.with_eloket(legal_persons_only=True).with_organisation(
        DE_KADE, kind="1"
    ),
    "has_function": lambda scene: scene.but(functions=()),
    "function_represents": lambda scene: scene.with_functions(label="Commissaris", representing=False),
    "function_has_begun": begins_tomorrow,
    "function_has_not_ended": ended_yesterday,
    "holding_enterprise_is_active": held_for_a_stopped_enterprise,
    "organisation_is_active": lambda scene: scene.with_organisation(DE_KADE, stopped_on=TODAY),
}
"""How to make one check fail, by the name of its rule; they may be combined."""


def changed(fact: Fact, changes: Mapping[str, Any]) -> Fact:
    """Return `fact` with other values for the fields that `changes` names."""
    return replace(fact, **changes)
