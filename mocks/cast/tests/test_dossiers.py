"""The dossiers of the cast, who assesses them, and that KIOSK knows those words."""

from __future__ import annotations

from datetime import date

import pytest

from mocks.cast import UnknownPersonage, cast_of, load_cast
from mocks.cast.facts import facts_of
from mocks.eloketten.kiosk.domain.dossiers import DossierType, Phase, is_kiosk_number

START = date(2021, 4, 27)
BART = "80012299928"


def test_every_number_type_and_phase_is_one_of_kiosk() -> None:
    for one in load_cast().dossiers:
        assert is_kiosk_number(one.number)
        assert one.type in set(DossierType)
        assert one.phase in set(Phase)
        assert (one.phase == Phase.PREPARATION) == (one.submitted_on is None)


def test_no_two_dossiers_have_one_number() -> None:
    numbers = [one.number for one in load_cast().dossiers]
    assert sorted(numbers) == sorted(set(numbers))


def test_bart_assesses_a_dossier_of_de_kade_in_the_advice_phase_and_one_of_noor() -> None:
    found = {(one.applicant, one.phase) for one in load_cast().dossiers if one.assessors}
    assert found == {("de-kade", "advice"), ("noor", "submitted")}
    assert {key for one in load_cast().dossiers for key in one.assessors} == {"bart"}


def test_there_is_a_dossier_in_the_advice_phase_that_nobody_assesses() -> None:
    left = [one.applicant for one in load_cast().dossiers if one.phase == "advice" and not one.assessors]
    assert left == ["kapeldorp"]


def test_who_assesses_is_put_after_the_dossier_itself() -> None:
    facts = [one for one in facts_of(load_cast(), START) if one.system == "kiosk"]
    order = [(one.kind, one.number) for one in facts]
    told = {one.number: one.members for one in facts if one.kind == "assessment"}
    assert told == {number: {"assessors": [BART]} for number in ("KD-2020-0212", "KD-2021-0017")}
    for number in told:
        assert order.index(("dossier", number)) < order.index(("assessment", number))


def test_an_assessor_who_is_no_personage_is_refused() -> None:
    dossier = {"applicant": "jan", "number": "KD-2021-0001", "title": "X", "type": "subsidy"}
    jan = load_cast().people["jan"].model_dump(mode="json")
    entries: dict[str, object] = {
        name: [] for name in ("organisations", "functions", "appointments", "work_relations", "mandates")
    }
    with pytest.raises(UnknownPersonage, match="bert"):
        cast_of(
            {
                **entries,
                "people": [jan],
                "dossiers": [{**dossier, "phase": "advice", "assessors": ["bert"]}],
            }
        )
