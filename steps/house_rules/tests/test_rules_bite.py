"""Each house rule refuses what it is there for, and names file and line."""

from __future__ import annotations

import pytest

from steps.house_rules import ALL_RULES
from steps.house_rules.document import Document, read_document
from steps.house_rules.scenarios import names_are_unique
from steps.house_rules.tests.examples import GOOD, PATH, changed, good, line_of

JAN_ARRIVES = '      Als Jan zich met itsme aanmeldt namens "Theater De Kade"\n'
JAN_ENTERS = "      Dan krijgt Jan toegang tot KIOSK\n"

# Rule, passage of the good feature, what replaces it, passage at the line complained of.
BITES = [
    ("can_be_read", "  @zonder-weigering", "  Dn is er iets\n  @zonder", "Dn is"),
    ("begins_with_its_language", "# language: nl\n", "#language:nl\n", "#language"),
    ("begins_with_its_language", "# language: nl\n", "# Aanmelden\n# language: nl\n", "# Aanm"),
    ("holds_one_feature", "Aanmelden namens een organisatie", "", "Functionaliteit"),
    ("uses_the_house_keywords", "Scenario: De best", "Voorbeeld: De best", "De best"),
    ("uses_the_house_keywords", "Gegeven Jan", "Stel Jan", "Stel"),
    ("uses_the_house_keywords", "Als Jan", "Wanneer Jan", "Wanneer"),
    ("uses_the_house_keywords", "Maar ziet <wie>", "* ziet <wie>", "* ziet"),
    ("uses_the_house_keywords", 'Gegeven "Theater', 'Stel "Theater', "Stel"),
    ("examples_belong_to_outlines", "    Abstract Scenario: W", "    Scenario: W", "Scenario: W"),
    ("examples_belong_to_outlines", "Scenario: De", "Abstract Scenario: De", "Scenario: De"),
    ("examples_belong_to_outlines", "Als <wie>", "Als <naam>", "Als <naam>"),
    ("says_why_and_where_from", "  Bron: webinar (dia 12), stappen\n", "", "Functionaliteit"),
    ("says_why_and_where_from", "webinar (dia 12)", "webniar", "Functionaliteit"),
    ("says_why_and_where_from", "webinar (dia 12), stappen", "", "Functionaliteit"),
    (
        "says_why_and_where_from",
        "  Daarom bepaalt de aanvrager wie dat mag.\n",
        "",
        "Functionaliteit",
    ),
    ("tags_are_known", "@S01", "@S99", "Abstract Scenario"),
    ("tags_are_known", "@S01", "@geval:S01", "Abstract Scenario"),
    ("tags_are_known", "@W12", "@Q12", "Regel: Een"),
    ("cases_come_from_the_sources", ", stappen", "", "Abstract Scenario"),
    ("scenarios_play_a_case", "  @W12\n", "", "De bestuurder"),
    (
        "scenarios_stand_under_a_rule",
        "  @W12\n  Regel: Een wettelijk vertegenwoordiger vertegenwoordigt de organisatie automatisch\n",
        "",
        "De bestuurder",
    ),
    (
        "rules_have_examples",
        "  @zonder-weigering @W16\n",
        "  Regel: Els heeft hier niets\n\n  @zonder-weigering @W16\n",
        "Els heeft hier",
    ),
    ("rules_refuse", "geweigerd omdat de functie ontbreekt", "begroet", "Regel: Een"),
    ("rules_refuse", "@zonder-weigering @W16", "@W16", "Regel: KIOSK"),
    ("rules_refuse", "Zonder weigering: er", "Er", "Regel: KIOSK"),
    ("scenarios_are_short", JAN_ENTERS, JAN_ENTERS + JAN_ENTERS * 3, "De bestuurder"),
    ("scenarios_act_once", JAN_ARRIVES, JAN_ARRIVES * 2, "De bestuurder"),
    ("scenarios_act_once", JAN_ARRIVES, JAN_ARRIVES + "      En Jan zoekt\n", "De bestuurder"),
    ("scenarios_act_once", JAN_ARRIVES, "", "De bestuurder"),
    ("scenarios_act_once", JAN_ARRIVES + JAN_ENTERS, JAN_ENTERS + JAN_ARRIVES, "De bestuurder"),
    ("scenarios_have_an_outcome", JAN_ENTERS, "", "De bestuurder"),
    ("scenarios_hold_no_prose", "Gegeven Jan is", "Gegeve Jan is", "De bestuurder"),
    ("scenarios_hold_no_prose", 'Gegeven "Theater', 'Gegevn "Theater', "Achtergrond"),
    ("scenarios_hold_no_prose", "Voorbeelden:\n", "Voorbeelden:\n        tekst\n", "Abstract"),
    ("rules_are_sentences", "KIOSK laat de digitale sleutel kiezen", "De digitale sleutels", "De d"),
    ("rules_are_sentences", "KIOSK laat de", "de gebruiker laat de", "Regel: de"),
    ("rules_are_sentences", "sleutel kiezen", "sleutel kiezen?", "Regel: KIOSK"),
    ("rules_are_sentences", "Regel: KIOSK laat", "Regel: Dat is zo. Els laat", "Regel: Dat"),
    ("people_come_from_the_cast", "Gegeven Jan", "Gegeven Joris", "Gegeven Joris"),
    ("people_come_from_the_cast", "| Tom |", "| Mia |", "Als <wie>"),
    ("people_come_from_the_cast", 'Gegeven "Theater De Kade"', "Gegeven De Kade", "Gegeven De"),
    ("quotes_come_from_the_leeswijzer", '"Theater De Kade" is', '"De Kaai" is', "De Kaai"),
    ("days_come_from_the_calendar", "27 april 2021", "28 april 2021", "28 april"),
    ("technique_stays_in_the_protocol", "toegang tot KIOSK", "code 403", "code 403"),
    ("technique_stays_in_the_protocol", 'van "Theater De Kade"', "van 0123.456.749", "0123"),
    ("technique_stays_in_the_protocol", "toegang tot KIOSK", "https://kiosk", "https"),
    ("technique_stays_in_the_protocol", "toegang tot KIOSK", '{"a"}', '{"a"}'),
    ("technique_stays_in_the_protocol", "toegang tot KIOSK", "een vo_orgcode", "vo_orgcode"),
    ("technique_stays_in_the_protocol", "De bestuurder heeft", "Met vo_id heeft", "vo_id"),
    ("steps_tell_in_the_third_person", "Dan krijgt Jan", "Dan krijg ik", "krijg ik"),
    ("steps_tell_in_the_third_person", "Dan krijgt Jan", "Dan kreeg Jan", "kreeg"),
    ("steps_follow_their_grammar", "Gegeven Jan is", "Gegeven dat Jan is", "Gegeven dat"),
    ("steps_follow_their_grammar", "Als Jan zich met", "Als Jan meldt zich met", "Jan meldt"),
    ("steps_follow_their_grammar", "Dan krijgt Jan", "Dan Jan krijgt", "Dan Jan"),
    ("steps_follow_their_grammar", "Maar ziet <wie>", "Maar <wie> ziet", "Maar <wie>"),
    (
        "refusals_have_their_own_verb",
        "wordt <wie> geweigerd omdat",
        "krijgt <wie> geen toegang want",
        "geen toegang",
    ),
]

RULES = {rule.__name__: rule for rule in ALL_RULES}


def test_the_good_feature_keeps_every_rule() -> None:
    document = good()
    assert [complaint for rule in ALL_RULES for complaint in rule(document)] == []


def test_every_rule_has_something_that_it_refuses() -> None:
    elsewhere = {"is_named_after_its_subject"}
    assert {name for name, *_ in BITES} | elsewhere == set(RULES)


@pytest.mark.parametrize(("name", "old", "new", "passage"), BITES)
def test_a_rule_refuses_what_breaks_it(name: str, old: str, new: str, passage: str) -> None:
    document = changed(old, new)
    complaints = RULES[name](document)
    assert complaints, f"{name} does not bite"
    assert complaints[0].startswith(f"{PATH}:{line_of(document, passage)}: ")


@pytest.mark.parametrize("path", ["features/los.feature", "features/a/b/diep.feature"])
def test_a_feature_file_lies_in_one_folder(path: str) -> None:
    assert RULES["is_named_after_its_subject"](read_document(path, GOOD)) == [
        f"{path}:1: a feature file lies in one folder under features/"
    ]


@pytest.mark.parametrize("name", ["Aanmelden.feature", "aan_melden.feature", "aan--.feature"])
def test_a_feature_file_is_named_after_its_subject(name: str) -> None:
    path = f"features/aanmelden/{name}"
    assert RULES["is_named_after_its_subject"](read_document(path, GOOD)) == [
        f"{path}:1: the file name {name} is not onderwerp-of-werkwoord"
    ]


def test_the_steps_of_an_achtergrond_count_towards_three() -> None:
    fewer = changed("      Maar ziet <wie> de eigen gegevens\n", "")
    assert RULES["scenarios_are_short"](fewer) == []
    bare = fewer.text.replace('    Gegeven "Theater De Kade" is actief\n', "")
    assert len(RULES["scenarios_are_short"](read_document(PATH, bare))) == 2


def test_a_file_without_a_feature_is_refused() -> None:
    document = read_document(PATH, "# niets\n")
    assert RULES["holds_one_feature"](document) == [f"{PATH}:1: there is no Functionaliteit in this file"]


def test_two_features_in_a_file_cannot_be_read() -> None:
    document = read_document(PATH, GOOD + "\nFunctionaliteit: Nog een\n")
    assert len(RULES["can_be_read"](document)) == 1


def test_a_scenario_name_is_used_once_within_a_file_and_across_files() -> None:
    first = changed("De bestuurder heeft geen recht", "Elke sleutel staat op het scherm")
    second = Document("features/b/c.feature", GOOD, read_document("features/b/c.feature", GOOD).feature)
    assert names_are_unique([good()]) == []
    assert len(names_are_unique([first])) == 1
    assert len(names_are_unique([good(), second])) == 3


def test_the_protocol_may_name_numbers_and_claims() -> None:
    path = "features/protocol/token.feature"
    text = GOOD.replace("toegang tot KIOSK", "een vo_orgcode met 0123456749")
    assert RULES["technique_stays_in_the_protocol"](read_document(path, text)) == []
