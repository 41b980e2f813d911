"""Made-up organisations and people in every state that matters to a sign-in, from a seed."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from mocks.core.identifiers import Sex, make_enterprise_number, make_national_number

ORDER = (
    "rijksregister/person",
    "csam/key",
    "kbo/enterprise",
    "kbo/function",
    "csam/appointment",
    "idm/person",
    "idm/work-relation",
    "idm/right",
    "ssm/mandate",
)
"""What rests on something comes behind it."""

_PIECE = 2000

PEOPLE_PER_ORGANISATION = 3
_REPRESENTING, _AUDITOR = "10002", "10008"
_RIGHTS = (
    ("kiosk-aanvrager",),
    ("kiosk-aanvrager",),
    ("lokale-beheerder",),
    ("ssm-mandaatuitvoerder",),
    ("ssm-mandaatuitvoerder", "kiosk-aanvrager"),
)
"""What may hang on a work relation, besides nothing."""


class Population:
    """Facts of some organisations: nothing of the cast, every number safe."""

    def __init__(self, organisations: int, today: date, seed: int) -> None:
        """Make them."""
        self._random = random.Random(seed)  # noqa: S311  # nothing secret
        self._today = today
        self.facts: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
        count = organisations * PEOPLE_PER_ORGANISATION
        self.people = [self._person(place) for place in range(count)]
        self.organisations = [self._organisation(place) for place in range(organisations)]
        for number in self.organisations:
            for _ in range(self._random.randint(0, 7)):
                self._tie(number, self._random.choice(self.people))
            for _ in range(self._pick(0, 0, 1, 2)):
                self._mandate(number)

    def pieces(self) -> Iterator[dict[str, Any]]:
        """Give the facts as ``PUT /_mock/facts`` takes them, in pieces that fit in a request."""
        for kind in ORDER:
            system, _, name = kind.partition("/")
            numbered = sorted(self.facts[kind].items())
            for start in range(0, len(numbered), _PIECE):
                yield {system: {name: dict(numbered[start : start + _PIECE])}}

    def _pick(self, *choices: Any) -> Any:  # noqa: ANN401  # of any kind
        return self._random.choice(choices)

    def _day(self, *shifts: int) -> str:
        return (self._today + timedelta(days=self._pick(*shifts))).isoformat()

    def _person(self, place: int) -> str:
        counter = 1 + place % 998
        sex = Sex.MAN if counter % 2 else Sex.WOMAN
        number = str(make_national_number(date(1950 + place // 998, 5, 17), sex, counter=counter))
        self.facts["rijksregister/person"][number] = {
            "given_name": f"Proef{place}",
            "family_name": "Persoon",
            "belgian_eid": self._random.random() < 0.85,
            "deceased_on": self._day(-1, 0, 1) if self._random.random() < 0.08 else None,
        }
        if self._random.random() < 0.5:
            self.facts["csam/key"][f"{number}-{self._pick('itsme', 'app', 'sms')}"] = {
                "activated_on": self._day(-900, -400),
                "valid_until": self._day(-1, 0, 1, 2000),
                "active": self._random.random() < 0.8,
            }
        return number

    def _organisation(self, place: int) -> str:
        number = str(make_enterprise_number(500_000 + place))
        self.facts["kbo/enterprise"][number] = {
            "name": f"Proefhuis {place}",
            "target_group": self._pick("EA", "EA", "LB", "OV"),
            "kind": self._pick("1", "2"),
            "start_date": "2000-01-01",
            **({"stopped_on": self._day(-1, 0, 1)} if self._random.random() < 0.15 else {}),
        }
        return number

    def _tie(self, organisation: str, person: str) -> None:
        kind = self._pick("function", "function", "work", "work", "work", "appointment", "listed")
        if kind == "function":
            self._function(organisation, person)
        elif kind == "work":
            self._work(organisation, person)
        elif kind == "appointment":
            self.facts["csam/appointment"][f"{organisation}-{person}-main_access_manager"] = self._pick(
                {}, {"waiting": True}, {"begin": self._day(-30), "end": self._day(-1, 0)}
            )
        else:
            known = self.facts["idm/person"].setdefault(person, {"organisations": []})
            known.setdefault("organisations", []).append(organisation)

    def _function(self, organisation: str, person: str) -> None:
        code = self._pick(_REPRESENTING, _REPRESENTING, _REPRESENTING, _AUDITOR)
        begin = self._pick(-1000, -1000, 0, 1)
        holder = self._pick(person, person, person, *self.organisations)
        body = {
            "begin": (self._today + timedelta(days=begin)).isoformat(),
            "end": self._pick(None, None, self._day(1), self._day(-1) if begin < 0 else None),
        }
        if holder == organisation:
            return
        if holder != person:
            body["permanent_representative"] = person
        self.facts["kbo/function"][f"{organisation}-{holder}-{code}"] = body

    def _work(self, organisation: str, person: str) -> None:
        begin = self._pick(-500, -500, -500, 1)
        relation = f"{person}-{organisation}-1"
        if self._random.random() < 0.15:
            self.facts["idm/person"].setdefault(person, {})["status"] = "In afwachting"
        self.facts["idm/work-relation"][relation] = {
            "begin": (self._today + timedelta(days=begin)).isoformat(),
            "end": self._day(1, 700, 700, 700) if begin > 0 else self._day(-1, 0, 700, 700, 700),
        }
        for right in self._pick((), *_RIGHTS):
            revoked = self._day(-1, 0, 1) if self._random.random() < 0.3 else None
            begin = self._pick(-400, -400, -400, 0, 1)
            self.facts["idm/right"][f"{relation}-{right}"] = {
                "begin": (self._today + timedelta(days=begin)).isoformat(),
                "end": self._day(1, 600, 600) if begin >= 0 else self._day(-1, 0, 600, 600),
                "revoked_on": revoked,
            }

    def _mandate(self, mandator: str) -> None:
        holder = self._pick(*self.organisations, *self.people[: len(self.organisations) // 4])
        if holder == mandator:
            return
        begin = self._pick(-300, -300, -300, 1)
        signed = (self._today + timedelta(days=min(begin, 0))).isoformat()
        self.facts["ssm/mandate"][f"M-2021-{len(self.facts['ssm/mandate']) + 1000:06}"] = {
            "type": self._pick("kiosk", "kiosk", "kiosk", "kiosk", "eigen-eloket"),
            "mandator": mandator,
            "holder": holder,
            "begin": (self._today + timedelta(days=begin)).isoformat(),
            "end": self._pick(None, None, self._day(1) if begin > 0 else self._day(-1, 0)),
            "signed_by_mandator_on": self._pick(None, signed, signed, signed, signed),
            "signed_by_holder_on": self._pick(None, signed, signed, signed, signed),
            "stopped_on": self._pick(None, None, None, None, self._day(-1, 0, 1)),
        }
