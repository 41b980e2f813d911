"""Sentences that know how they were made, and the languages in which pages say them."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from mocks.core.errors import BadRequest
from mocks.core.languages import Language, Sentence, catalogue, dated, moment_text, say, written

if TYPE_CHECKING:
    from pathlib import Path

    from babel.support import Translations

GO_LIVE = date(2021, 4, 27)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with a French catalogue of three messages."""
    (tmp_path / "fr.po").write_text(
        'msgid "Fase"\nmsgstr "Phase"\n\n'
        'msgid "%(what)s van %(who)s"\nmsgstr "%(who)s a %(what)s"\n\n'
        'msgid "Vanaf %(day)s"\nmsgstr "Dès le %(day)s"\n',
        encoding="utf-8",
    )
    return tmp_path


@pytest.fixture
def french(place: Path) -> Translations | None:
    """Return the words of that catalogue."""
    return catalogue(Language.FR, [place])


def test_a_sentence_reads_as_dutch_wherever_it_is_a_text() -> None:
    sentence = say("%(what)s van %(who)s", what="Het dossier", who="Jan")
    assert sentence == "Het dossier van Jan"
    assert f"‘{sentence}’" == "‘Het dossier van Jan’"
    assert isinstance(sentence, Sentence)


def test_a_sentence_is_said_in_another_language_with_its_values(french: Translations) -> None:
    sentence = say("%(what)s van %(who)s", what=say("Fase"), who="Jan")
    assert written(sentence, Language.FR, french) == "Jan a Phase"


def test_a_text_that_happens_to_be_a_message_is_data_and_stays(french: Translations) -> None:
    assert written("Fase", Language.FR, french) == "Fase"
    sentence = say("%(what)s van %(who)s", what="Fase", who="Jan")
    assert written(sentence, Language.FR, french) == "Jan a Fase"


def test_a_message_without_translation_stays_dutch(french: Translations) -> None:
    assert written(say("Nieuw"), Language.FR, french) == "Nieuw"


def test_a_percent_sign_in_a_value_stays_itself(french: Translations) -> None:
    sentence = say("%(what)s van %(who)s", what="100 %", who="%(what)s")
    assert sentence == "100 % van %(what)s"
    assert written(sentence, Language.FR, french) == "%(what)s a 100 %"


def test_a_percent_sign_in_a_message_is_written_twice() -> None:
    assert say("50 %% korting") == "50 % korting"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.NL, "27 april 2021"),
        (Language.FR, "27 avril 2021"),
        (Language.DE, "27. April 2021"),
        (Language.EN, "27 April 2021"),
    ],
)
def test_a_day_is_written_as_the_language_does(language: Language, said: str, place: Path) -> None:
    for other in ("de", "en"):
        (place / f"{other}.po").write_text('msgid "Fase"\nmsgstr "…"\n', encoding="utf-8")
    assert written(dated(GO_LIVE), language, catalogue(language, [place])) == said


def test_a_day_within_a_sentence_is_written_as_the_language_does(french: Translations) -> None:
    sentence = say("Vanaf %(day)s", day=GO_LIVE)
    assert sentence == "Vanaf 27 april 2021"
    assert written(sentence, Language.FR, french) == "Dès le 27 avril 2021"


def test_a_moment_is_that_of_brussels() -> None:
    nine = datetime(2021, 4, 27, 7, 0, tzinfo=UTC)
    assert moment_text(nine, Language.NL) == "27 april 2021, 9.00 u."
    assert moment_text(nine, Language.FR) == "27 avril 2021, 09:00"


def test_a_later_catalogue_adds_to_the_one_before_it(place: Path, tmp_path: Path) -> None:
    more = tmp_path / "more"
    more.mkdir()
    (more / "fr.po").write_text('msgid "Nieuw"\nmsgstr "Nouveau"\n', encoding="utf-8")
    both = catalogue(Language.FR, [place, more])
    assert [written(say(text), Language.FR, both) for text in ("Fase", "Nieuw")] == ["Phase", "Nouveau"]


def test_dutch_needs_no_catalogue(tmp_path: Path) -> None:
    assert catalogue(Language.NL, [tmp_path / "nowhere"]) is None


def test_a_refusal_keeps_its_sentence(french: Translations) -> None:
    refusal = BadRequest(say("%(what)s van %(who)s", what=say("Fase"), who="Jan"))
    assert written(refusal.sentence, Language.FR, french) == "Jan a Phase"


def test_a_refusal_with_half_a_surrogate_pair_can_still_be_encoded() -> None:
    refusal = BadRequest(say("‘%(text)s’ past niet.", text="\ud800"))
    assert refusal.sentence.encode() == b"\xe2\x80\x98?\xe2\x80\x99 past niet."


def test_nobody_waits_for_other_languages_before_one_is_spoken() -> None:
    code = "import sys, mocks.core.shell; assert 'babel.messages' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  # our own interpreter
