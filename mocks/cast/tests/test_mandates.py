"""Who gave whom a mandate in the cast, and that the authorities know those words."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest
from pydantic import ValidationError

from mocks.cast import UnknownPersonage, UnreadableDate, _read, cast_of, load_cast
from mocks.cast.facts import facts_of
from mocks.idm.domain.asked import Catalogue
from mocks.ssm.domain.catalogue import CATALOGUE as TYPES
from mocks.ssm.domain.mandates import MandateNumber

START = date(2021, 4, 27)


def test_de_kade_gave_cijferwijs_the_mandate_of_the_webinar() -> None:
    cast = load_cast()
    (fact,) = [one for one in facts_of(cast, START) if one.kind == "mandate"]
    assert (fact.system, fact.number) == ("ssm", "M-2021-000001")
    assert fact.members == {
        "type": "kiosk",
        "mandator": str(cast.organisation("de-kade").number),
        "holder": str(cast.organisation("cijferwijs").number),
        "begin": "2021-03-27",
        "end": None,
    }


def test_every_type_and_number_is_one_of_ssm() -> None:
    for one in load_cast().mandates:
        assert TYPES[one.type].key == one.type
        assert MandateNumber.parse(one.number, check_may_lack=True)


def test_at_each_holder_somebody_may_use_the_mandate() -> None:
    cast, right = load_cast(), Catalogue().find("ssm-mandaatuitvoerder").name
    users = {
        mandate.holder: {
            relation.person
            for relation in cast.work_relations
            if relation.organisation == mandate.holder and right in {one.right for one in relation.rights}
        }
        for mandate in cast.mandates
    }
    assert users == {"cijferwijs": {"lotte", "rik"}}


@pytest.mark.parametrize("start", [date(2020, 3, 31), date(2024, 2, 29)])
def test_a_mandate_began_a_month_before_whenever_the_world_starts(start: date) -> None:
    (fact,) = [one for one in facts_of(load_cast(), start) if one.kind == "mandate"]
    begun = date.fromisoformat(fact.members["begin"])
    assert 28 <= (start - begun).days <= 31


ENTRY = {"number": "M-2021-000001", "type": "kiosk", "mandator": "jan", "holder": "els", "begin": "start"}
PEOPLE = _read((files("mocks.cast") / "people.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"mandator": "nobody"}, UnknownPersonage),
        ({"holder": "nobody"}, UnknownPersonage),
        ({"number": "1"}, ValidationError),
        ({"begin": "ooit"}, UnreadableDate),
    ],
)
def test_a_mandate_of_nobody_or_without_sense_is_refused(
    members: dict[str, str], reason: type[Exception]
) -> None:
    entries = {"people": PEOPLE, "organisations": [], "functions": []}
    assert cast_of({**entries, "mandates": [ENTRY]}).mandates[0].holder == "els"
    with pytest.raises(reason):
        cast_of({**entries, "mandates": [{**ENTRY, **members}]})
