"""Random worlds at the doors of the kmo-portefeuille: legal forms, profiles and activated departments."""

from __future__ import annotations

from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import rule

from mocks.tests.asked import DOORS
from mocks.tests.machine import Worlds, losable, organisations, people, spans
from mocks.tests.oracle import BUREAU, DAY, FIRM, PEOPLE, REPRESENTING, START, TOWN, Span

PROVIDERS = ("kmo-portefeuille", "kmo-dienstverlener", "kmo-departementen")
RIGHTS = {eloket: str(DOORS[eloket].right) for eloket in PROVIDERS}
PROFILES = {right: DOORS[eloket].profile for eloket, right in RIGHTS.items()}
DEPARTMENTS = frozenset({"Noord", "Zuid"})
BV, VZW = ("030", "Vennootschap"), ("017", "Vereniging zonder winstoogmerk")

some_departments = st.frozensets(st.sampled_from(sorted(DEPARTMENTS)), min_size=1)


class Providers(Worlds):
    """A world in which enterprises have forms, rights have profiles, and departments come and go."""

    compared: ClassVar[tuple[str, ...]] = PROVIDERS

    def _let_everything_be_open(self) -> None:
        """Put a way of each kind, and beside it what opens nothing, one thing for each check."""
        always, director, employee = Span(START - 100 * DAY, START + 100 * DAY), PEOPLE[0], PEOPLE[1]
        departments = RIGHTS["kmo-departementen"]
        for organisation in (FIRM, BUREAU):
            self.hold_function(director, organisation, REPRESENTING, always)
            self.activate(organisation, frozenset({"Noord"}), always)
            for right in RIGHTS.values():
                self.grant(employee, organisation, right, always, fits=True, departments=DEPARTMENTS)
        self.hold_function(director, TOWN, REPRESENTING, always)
        without, elsewhere = PEOPLE[2], PEOPLE[3]
        for right in RIGHTS.values():
            self.grant(without, FIRM, right, always, fits=False, departments=DEPARTMENTS)
        self.grant(elsewhere, FIRM, departments, always, fits=True, departments=frozenset({"Zuid"}))
        self.take_form(BUREAU, natural=True, vzw=False)

    @rule(organisation=organisations, natural=st.booleans(), vzw=st.booleans())
    def take_form(self, organisation: str, *, natural: bool, vzw: bool) -> None:
        """Let an organisation be the enterprise of a natural person, a vzw, or an ordinary company."""
        house = self.oracle.houses[organisation]
        house.natural, house.vzw = natural, vzw and not natural
        code, label = VZW if house.vzw else BV
        form = None if natural else {"code": code, "label": label}
        self._put(f"kbo/_mock/enterprise/{organisation}", kind="1" if natural else "2", legal_form=form)

    @rule(
        number=people,
        organisation=organisations,
        right=st.sampled_from(sorted(RIGHTS.values())),
        span=losable,
        fits=st.booleans() | st.just(True),
        departments=some_departments,
    )
    def grant(
        self,
        number: str,
        organisation: str,
        right: str,
        span: Span,
        *,
        fits: bool,
        departments: frozenset[str],
    ) -> None:
        """Put a right on a lasting work relation, with the profile of its door or without."""
        person, place = self.oracle.people[number], (organisation, right)
        lasting = Span(START - 100 * DAY, START + 1000 * DAY)
        self.employ_and_grant(number, organisation, lasting, right, span)
        profile = PROFILES[right] if fits else None
        for_departments = right == RIGHTS["kmo-departementen"]
        own = departments if for_departments else frozenset()
        self._put(f"idm/_mock/right/{number}-{organisation}-1-{right}", profile=profile, contexts=sorted(own))
        person.departments[place] = own
        person.profiles.pop(place, None)
        if profile is not None:
            person.profiles[place] = profile

    @rule(organisation=organisations, departments=some_departments, span=spans)
    def activate(self, organisation: str, departments: frozenset[str], span: Span) -> None:
        """Activate some departments of an organisation."""
        number = f"{organisation}-{RIGHTS['kmo-departementen']}"
        end = str(span.end) if span.end else None
        self._put(
            f"idm/_mock/activation/{number}", contexts=sorted(departments), begin=str(span.begin), end=end
        )
        house = self.oracle.houses[organisation]
        house.activated, house.activation = departments, span

    @rule(organisation=organisations)
    def deactivate(self, organisation: str) -> None:
        """Take the activation back."""
        self._remove(f"idm/_mock/activation/{organisation}-{RIGHTS['kmo-departementen']}")
        self.oracle.houses[organisation].activation = None
