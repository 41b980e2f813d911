"""The house rules about the words of a feature: sentences, names, numbers and grammar.

Dutch cannot be parsed by a handful of patterns. These rules catch the slips that we have seen; each
works on a list that can be lengthened here, or in the leeswijzer where readers see it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from steps.leeswijzer import DAY, project_leeswijzer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from steps.house_rules.document import Document, Step


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


QUOTED = re.compile(r'"([^"]*)"')
# Capitals that are neither a personage nor a system.
OTHER_PROPER_WORDS = frozenset(
    {"Belgische", "Belg", "België", "Vlaamse", "Vlaanderen", "Nederlands", "Frans", "Engels"}
    | {"Duits", "BIS", "SMS", "ID"}
)
CAPITALISED = re.compile(r"(?<![\w-])[A-ZÀ-Ý][\w']*")

# The number of the helpdesk and the name of the new KIOSK are names, not numbers.
NAMES_WITH_DIGITS = re.compile(r"\b1700\b|\bKIOSK 2\.0\b|\b\d{1,2}(?:\.\d\d)? uur\b")
TECHNICAL = (
    (re.compile(r"\d{3,}|\d[./-]\d"), "a number"),
    (re.compile(r"https?:|www\.|\b[\w-]+\.(?:be|test|com|org|eu)\b|@"), "an address"),
    (re.compile(r"[{}\[\]=]"), "JSON or code"),
    (re.compile(r"\w_\w"), "a technical name"),
)

FINITE_VERBS = _listed(
    """
    is zijn heeft hebben kan kunnen mag mogen moet moeten wil willen wordt worden gaat gaan
    staat staan ziet zien doet doen blijft blijven geldt gelden krijgt krijgen opent openen
    vraagt vragen geeft geven toont tonen kiest kiezen
    """
)
# Words that end like a verb in the third person and are none.
NO_VERBS = _listed(
    """
    het met dat wat niet uit tot dit omdat zodat want recht gebruikersrecht mandaat loket
    e-loket niets bericht overzicht departement direct inzicht april lijst identiteit punt
    """
)
SPEAKER_WORDS = _listed(
    """
    ik mij me wij we ons onze jij je jou jouw u uw mijn
    """
)
OTHER_TENSES = _listed(
    """
    was waren had hadden werd werden kreeg kregen zou zouden zal zullen kon konden mocht
    mochten moest moesten ging gingen koos meldde
    """
)
# In a bijzin the particle joins its verb ("zich aanmeldt"), so these do not follow the subject.
SPLIT_VERBS = _listed(
    """
    meldt logt stelt kent sluit voegt zegt vult
    """
)
NO_OUTCOME_OPENING = _listed(
    """
    de het een er dat hij zij ze
    """
)
WRONG_REFUSALS = (re.compile(r"\bgeen toegang\b"), re.compile(r"\bkrijgt\b.*\bniet binnen\b"))


def _outside_quotes(text: str) -> str:
    return QUOTED.sub('""', text)


def _lower_words(text: str) -> list[str]:
    return re.findall(r"[\w'-]+", _outside_quotes(text))


def _texts(document: Document) -> Iterator[tuple[int, str]]:
    """Yield every text that people read as a rule, a name or a step."""
    if document.feature is None:
        return
    yield document.feature.line, document.feature.name
    for rule in document.feature.rules:
        yield rule.line, rule.name
    for _, scenario in document.scenarios():
        yield scenario.line, scenario.name
    for step in document.played_steps():
        yield step.line, step.text
        yield from ((step.line, cell) for cell in step.cells)


def _complain(document: Document, found: list[tuple[int, str]]) -> list[str]:
    return list(dict.fromkeys(document.at(line, complaint) for line, complaint in found))


def rules_are_sentences(document: Document) -> list[str]:
    """A Regel is one full sentence, that is true or false."""
    complaints = []
    for rule in document.feature.rules if document.feature else ():
        sentence = rule.name.rstrip(".")
        rest = [word.lower() for word in _lower_words(sentence)[1:]]
        ends_like_a_verb = any(word.endswith("t") and len(word) > 2 and word not in NO_VERBS for word in rest)
        if not sentence[:1].isupper() and sentence[:1] != '"':
            complaints.append((rule.line, "a Regel begins with a capital"))
        if len(rest) < 3 or not (ends_like_a_verb or FINITE_VERBS.intersection(rest)):
            complaints.append((rule.line, f"'{rule.name}' is no full sentence"))
        if sentence.endswith("?") or re.search(r"[.!?]\s", sentence):
            complaints.append((rule.line, f"'{rule.name}' is not one statement"))
    return _complain(document, complaints)


def people_come_from_the_cast(document: Document) -> list[str]:
    """Whoever appears is a personage of the leeswijzer; what else has a capital is a system."""
    known = project_leeswijzer().people | project_leeswijzer().systems | OTHER_PROPER_WORDS

    def is_known(word: str) -> bool:
        return word in known or word.removesuffix("s").removesuffix("'") in known

    return _complain(
        document,
        [
            (step.line, f"'{word}' is no personage and no system of the leeswijzer")
            for step in document.played_steps()
            for word in CAPITALISED.findall(_outside_quotes(step.text))
            if not is_known(word)
        ],
    )


def quotes_come_from_the_leeswijzer(document: Document) -> list[str]:
    """Between quotation marks stands an organisation, a department or an exact label."""
    if document.is_protocol:
        return []
    leeswijzer = project_leeswijzer()
    return _complain(
        document,
        [
            (step.line, f'"{quoted}" is no organisation, department or label of the leeswijzer')
            for step in document.played_steps()
            for quoted in QUOTED.findall(step.text)
            if not leeswijzer.may_be_quoted(quoted)
        ],
    )


def days_come_from_the_calendar(document: Document) -> list[str]:
    """A day is relative ("gisteren") or one of the calendar's own."""
    days = project_leeswijzer().days
    return _complain(
        document,
        [
            (step.line, f"{day} is not in the calendar of the leeswijzer")
            for step in document.played_steps()
            for day in DAY.findall(step.text)
            if day not in days and not any(known.startswith(f"{day} ") for known in days)
        ],
    )


def technique_stays_in_the_protocol(document: Document) -> list[str]:
    """No numbers, addresses, JSON, status codes or claim names outside features/protocol/."""
    if document.is_protocol:
        return []
    leeswijzer = project_leeswijzer()

    def readable(text: str) -> str:
        for quoted in QUOTED.findall(text):
            if leeswijzer.may_be_quoted(quoted):
                text = text.replace(f'"{quoted}"', "")
        return NAMES_WITH_DIGITS.sub("", DAY.sub("", text))

    return _complain(
        document,
        [
            (line, f"{what} in '{text}'")
            for line, text in _texts(document)
            for pattern, what in TECHNICAL
            if pattern.search(readable(text))
        ],
    )


def steps_tell_in_the_third_person(document: Document) -> list[str]:
    """A step has a name and the present tense, never "ik" and never "kreeg"."""
    return _complain(
        document,
        [
            (step.line, f"'{word}': a step is in the third person, present tense")
            for step in document.played_steps()
            for word in _lower_words(step.text)
            if word in SPEAKER_WORDS | OTHER_TENSES
        ],
    )


def _grammar_fault(step: Step) -> str:
    found = _lower_words(step.text)
    first, second = [*found, "", ""][:2]
    if step.kind == "given" and first in {"dat", "als", "wanneer"}:
        return "Gegeven takes a hoofdzin: 'Gegeven Els heeft …'"
    if step.kind == "when" and second in SPLIT_VERBS:
        return "Als takes a bijzin: 'Als Els zich … aanmeldt'"
    starts_with_subject = first[:1].isupper() or first in NO_OUTCOME_OPENING or not found
    if step.kind == "then" and (starts_with_subject or step.text.startswith('"')):
        return "Dan takes inversion: 'Dan krijgt Els …'"
    return ""


def steps_follow_their_grammar(document: Document) -> list[str]:
    """Gegeven has a hoofdzin, Als a bijzin, Dan inversion, also behind En and Maar."""
    return _complain(
        document,
        [(step.line, fault) for step in document.played_steps() if (fault := _grammar_fault(step))],
    )


def refusals_have_their_own_verb(document: Document) -> list[str]:
    """A step that says "krijgt … toegang" also fits "krijgt … geen toegang"."""
    return _complain(
        document,
        [
            (step.line, "a refusal has its own verb: 'Dan wordt Els geweigerd omdat …'")
            for step in document.played_steps()
            if step.kind == "then" and any(wrong.search(step.text) for wrong in WRONG_REFUSALS)
        ],
    )


WORDING_RULES = (
    rules_are_sentences,
    people_come_from_the_cast,
    quotes_come_from_the_leeswijzer,
    days_come_from_the_calendar,
    technique_stays_in_the_protocol,
    steps_tell_in_the_third_person,
    steps_follow_their_grammar,
    refusals_have_their_own_verb,
)
