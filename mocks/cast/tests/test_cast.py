"""The cast is whole and safe, and says what the list of personages says."""

import re
from collections import Counter
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError
from stdnum.be import ssn, vat

from mocks.cast import (
    Cast,
    UnknownOrganisation,
    UnknownPersonage,
    load_cast,
    resolve,
)
from mocks.core.identifiers import BisNumber

START = date(2021, 4, 27)

# Keys and numbers are fixed for ever; these lists say so a second time.
PEOPLE = {
    "jan": ("Jan Peeters", "68.11.23-999.10"),
    "fatima": ("Fatima El Amrani", "79.06.14-000.20"),
    "els": ("Els Maes", "85.03.19-000.72"),
    "sara": ("Sara Wouters", "90.08.12-000.34"),
    "mieke": ("Mieke Claes", "74.01.30-000.79"),
    "dirk": ("Dirk Aerts", "59.05.06-999.95"),
    "tom": ("Tom Willems", "87.10.02-999.62"),
    "karel": ("Karel Dubois", "71.04.17-999.10"),
    "lotte": ("Lotte Janssens", "94.12.09-000.42"),
    "bram": ("Bram Goethals", "01.03.07-999.26"),
    "noor": ("Noor Haddad", "91.07.21-000.69"),
    "sophie": ("Sophie Martin", "83.42.25-000.26"),
    "hugo": ("Hugo van Dijk", "89.29.16-999.11"),
    "wim": ("Wim De Smet", "66.08.28-999.88"),
    "ria": ("Ria Goossens", "77.11.11-000.06"),
    "luc": ("Luc Vermeulen", "63.03.03-999.61"),
    "greet": ("Greet Lambrecht", "81.05.27-000.53"),
    "an": ("An Segers", "70.09.08-000.32"),
    "piet": ("Piet Mertens", "72.12.18-999.57"),
    "olga": ("Olga Vandamme", "49.06.30-000.74"),
    "rik": ("Rik Bogaert", "76.02.05-999.73"),
    "lena": ("Lena Baert", "65.10.13-000.75"),
    "ines": ("Inês Duarte", "92.44.04-000.83"),
    "bart": ("Bart Nijs", "80.01.22-999.28"),
    "dora": ("Dora Stevens", "38.07.15-000.09"),
}
ORGANISATIONS = {
    "de-kade": ("Theater De Kade vzw", "EA", "0110.041.748"),
    "cijferwijs": ("Boekhoudkantoor Cijferwijs bv", "EA", "0122.386.185"),
    "leerpunt": ("Leerpunt nv", "EA", "0131.825.473"),
    "brightwater": ("Brightwater Training Ltd", "EA", "0140.569.232"),
    "noorderlicht": ("Atelier Noorderlicht", "EA", "0153.712.831"),
    "kapeldorp": ("Gemeente Kapeldorp", "LB", "0164.190.316"),
    "de-wilg": ("Basisschool De Wilg", "OV", "999001"),
    "de-linde": ("Scholengroep De Linde vzw", "EA", "0175.234.656"),
    "stilte": ("Studio Stilte vzw", "EA", "0186.407.571"),
}
FUNCTIONS = {
    ("de-kade", "jan", "10002"),
    ("de-kade", "jan", "10009"),
    ("de-kade", "rik", "10002"),
    ("de-kade", "dirk", "10002"),
    ("cijferwijs", "karel", "10006"),
    ("leerpunt", "wim", "10002"),
    ("leerpunt", "cijferwijs", "10008"),
    ("leerpunt", "cijferwijs", "10021"),
    ("brightwater", "sophie", "10002"),
    ("noorderlicht", "noor", "10012"),
    ("noorderlicht", "noor", "20090"),
    ("kapeldorp", "luc", "10010"),
    ("de-linde", "an", "10002"),
    ("stilte", "piet", "10002"),
}


@pytest.fixture
def cast() -> Cast:
    return load_cast()


# The members


def test_every_personage_has_the_key_name_and_number_that_never_change(cast: Cast) -> None:
    found = {key: (one.name, one.number.display) for key, one in cast.people.items()}
    assert found == PEOPLE


def test_every_organisation_has_the_key_name_group_and_code_that_never_change(cast: Cast) -> None:
    found = {
        key: (one.name, one.target_group, one.number.display if one.number else one.code)
        for key, one in cast.organisations.items()
    }
    assert found == ORGANISATIONS


def test_every_function_is_there_once(cast: Cast) -> None:
    found = [(one.organisation, one.holder, one.code) for one in cast.functions]
    assert set(found) == FUNCTIONS
    assert len(found) == len(FUNCTIONS)


def test_every_appointment_is_there_once_and_made_by_who_may(cast: Cast) -> None:
    found = {
        (one.organisation, one.person, one.post): (one.appointed_by, one.backup) for one in cast.appointments
    }
    assert found == {
        ("de-kade", "fatima", "main_access_manager"): ("jan", False),
        ("de-kade", "rik", "main_access_manager"): ("fatima", True),
        ("leerpunt", "wim", "main_access_manager"): ("wim", False),
    }
    assert len(cast.appointments) == len(found)
    representing = {(one.organisation, one.holder) for one in cast.functions}
    for one in cast.appointments:
        leads = {(other.organisation, other.person) for other in cast.appointments if not other.backup}
        assert (one.organisation, one.appointed_by) in (leads if one.backup else representing)
        assert one.begin is not None
        assert resolve(one.appointed_on, START) <= resolve(one.begin, START) < START


def test_every_number_is_safe_and_unique_and_the_judge_accepts_it(cast: Cast) -> None:
    people = [one.number for one in cast.people.values()]
    enterprises = [one.number for one in cast.organisations.values() if one.number]
    assert len(set(people)) == len(people)
    assert len(set(enterprises)) == len(enterprises)
    assert all(number.is_safe and ssn.is_valid(number) for number in people)
    assert all(number.is_safe and vat.is_valid(number) for number in enterprises)


def test_every_number_of_a_person_tells_the_same_birth_and_sex_as_the_entry(cast: Cast) -> None:
    for one in cast.people.values():
        assert one.number.birth_date == one.birth_date
        assert one.number.sex in (one.sex, None)


def test_only_sophie_hugo_and_ines_have_a_bis_number_and_no_belgian_eid(cast: Cast) -> None:
    with_bis = {key for key, one in cast.people.items() if isinstance(one.number, BisNumber)}
    without_eid = {key for key, one in cast.people.items() if not one.belgian_eid}
    assert with_bis == without_eid == {"sophie", "hugo", "ines"}


def test_who_holds_a_belgian_eid_and_nobody_else_has_the_key_eid(cast: Cast) -> None:
    for one in cast.people.values():
        assert ("eid" in {key.kind for key in one.digital_keys}) == one.belgian_eid


def test_only_dora_is_deceased_and_that_before_the_start(cast: Cast) -> None:
    deceased = {key: one.deceased_on for key, one in cast.people.items() if one.deceased_on}
    assert list(deceased) == ["dora"]
    assert resolve(deceased["dora"], START) < START


def test_the_start_finds_every_fact_already_begun(cast: Cast) -> None:
    begun = [one.begin for one in cast.functions]
    begun += [one.start_date for one in cast.organisations.values()]
    begun += [
        day
        for one in cast.people.values()
        for key in one.digital_keys
        for day in (key.activated_on, key.last_used, key.code_issued_on)
        if day
    ]
    assert all(resolve(expression, START) < START for expression in begun)


# The keys


@pytest.mark.parametrize(
    ("person", "kinds"),
    [
        ("jan", ["eid", "itsme"]),
        ("olga", ["eid"]),
        ("tom", ["eid", "app", "sms"]),
        ("sophie", ["app"]),
        ("ines", ["app"]),
        ("hugo", []),
        ("lena", ["eid", "token"]),
    ],
)
def test_the_active_keys_are_those_of_the_trait(cast: Cast, person: str, kinds: list[str]) -> None:
    assert [key.kind for key in cast.person(person).digital_keys if key.active] == kinds


def test_between_them_they_hold_every_kind_of_key_and_nobody_has_none(cast: Cast) -> None:
    held = Counter(key.kind for one in cast.people.values() for key in one.digital_keys)
    assert set(held) == {"eid", "itsme", "app", "sms", "token"}
    assert all(one.digital_keys for one in cast.people.values())
    for one in cast.people.values():
        kinds = [key.kind for key in one.digital_keys]
        assert len(set(kinds)) == len(kinds)


def test_hugo_has_an_activation_code_of_less_than_two_weeks_old(cast: Cast) -> None:
    (key,) = cast.person("hugo").digital_keys
    assert not key.active
    assert key.code_issued_on is not None
    assert 0 < (START - resolve(key.code_issued_on, START)).days < 14


def test_lena_has_a_token_of_2018_that_was_last_used_in_march_2021(cast: Cast) -> None:
    token = cast.person("lena").digital_keys[-1]
    assert token.activated_on is not None
    assert token.last_used is not None
    assert (token.activated_on[:4], token.last_used[:7]) == ("2018", "2021-03")


# The organisations and functions


def test_only_studio_stilte_is_stopped(cast: Cast) -> None:
    stopped = {key: one.stopped_on for key, one in cast.organisations.items() if one.stopped_on}
    assert list(stopped) == ["stilte"]
    assert resolve(stopped["stilte"], START) < START
    assert {key for key, one in cast.organisations.items() if one.status == "ST"} == {"stilte"}


def test_de_wilg_has_an_inrichtende_macht_in_the_place_of_a_number(cast: Cast) -> None:
    school = cast.organisation("de-wilg")
    assert (school.number, school.code) == (None, "999001")
    assert school.inrichtende_macht == "de-linde"
    assert all(one.number for key, one in cast.organisations.items() if key != "de-wilg")


def test_leerpunt_has_its_five_departments_activated(cast: Cast) -> None:
    assert cast.organisation("leerpunt").departments == (
        "Campus Aalst",
        "Campus Asse",
        "Campus Gent",
        "Campus Oudenaarde",
        "Campus Sint-Niklaas",
    )
    assert {key for key, one in cast.organisations.items() if one.departments_activated} == {"leerpunt"}


def test_the_function_of_dirk_ended_before_the_start_and_no_other_did(cast: Cast) -> None:
    ended = {one.holder: one.end for one in cast.functions if one.end}
    assert list(ended) == ["dirk"]
    assert resolve(ended["dirk"], START) < START


def test_no_function_begins_before_its_organisation(cast: Cast) -> None:
    for one in cast.functions:
        organisation = cast.organisation(one.organisation)
        assert resolve(one.begin, START) >= resolve(organisation.start_date, START)


def test_who_has_nothing_with_anyone_holds_no_function(cast: Cast) -> None:
    holders = {one.holder for one in cast.functions}
    holders |= {one.permanent_representative or one.holder for one in cast.functions}
    assert not holders & {"tom", "bart", "dora", "hugo", "bram", "olga", "lena"}


def test_every_trait_is_one_short_dutch_sentence(cast: Cast) -> None:
    traits = [one.trait for one in cast.people.values()]
    traits += [one.trait for one in cast.organisations.values()]
    assert len(set(traits)) == len(traits)
    for trait in traits:
        assert re.fullmatch(r"[A-Z][^\n]{5,130}\.", trait)


# Looking up


def test_a_member_is_found_by_its_key(cast: Cast) -> None:
    assert cast.person("els").name == "Els Maes"
    assert cast.organisation("de-kade").name == "Theater De Kade vzw"


def test_an_unknown_personage_is_refused_with_near_keys(cast: Cast) -> None:
    with pytest.raises(UnknownPersonage) as refused:
        cast.person("sophi")
    assert refused.value.sentence == 'De cast heeft geen personage "sophi". Bedoelt u "sophie"?'


def test_an_unknown_organisation_is_refused_with_near_keys(cast: Cast) -> None:
    with pytest.raises(UnknownOrganisation) as refused:
        cast.organisation("De-Kaai")
    assert '"de-kade"' in refused.value.sentence


def test_a_key_like_no_other_is_refused_with_all_keys(cast: Cast) -> None:
    with pytest.raises(UnknownPersonage) as refused:
        cast.person("0")
    assert all(f'"{key}"' in refused.value.sentence for key in cast.people)


def test_the_cast_is_read_once_and_cannot_be_altered(cast: Cast) -> None:
    assert load_cast() is cast
    people: Any = cast.people
    with pytest.raises(TypeError):
        people["jan"] = cast.person("els")
    with pytest.raises(ValidationError):
        cast.person("jan").trait = "Iets anders."
