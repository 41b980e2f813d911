"""The command line: help in Dutch with examples, answers, and one sentence for what is wrong."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner, Result

from mocks.cli import main

ENGLISH = re.compile(r"\b(the|and|with|start the|listen|file|default world|folder)\b", re.IGNORECASE)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def explain(who: str = "jan", whom: str = "de-kade", at: str = "kiosk", *more: str) -> Result:
    return run("explain", "--who", who, "--for", whom, "--at", at, *more)


def own_words(command: click.Command) -> str:
    """Return the help that we wrote, without the frame that click draws around it."""
    options = (option.help for option in command.params if isinstance(option, click.Option))
    return "\n".join([command.help or "", *(text for text in options if text)])


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_the_help_names_every_command(flag: str) -> None:
    shown = run(flag)
    assert shown.exit_code == 0
    assert "de repetitiezaal voor de e-loketten" in shown.output
    for name in main.commands:
        assert f"proefloket {name}" in shown.output


@pytest.mark.parametrize("name", sorted(main.commands))
def test_the_help_of_each_command_is_dutch_and_gives_examples(name: str) -> None:
    shown = run(name, "--help")
    assert shown.exit_code == 0
    assert "Voorbeelden:" in shown.output
    assert shown.output.count(f"  proefloket {name}") >= 2
    words = own_words(main.commands[name])
    assert ENGLISH.search(words) is None, ENGLISH.search(words)
    for option in main.commands[name].params:
        if isinstance(option, click.Option):
            assert option.help, f"{option.name} says nothing of itself"


def test_every_example_in_the_help_can_be_read_by_its_command() -> None:
    for name, command in main.commands.items():
        examples = re.findall(rf"^ *proefloket {name}( .*?)?(?:  .*)?$", command.help or "", re.MULTILINE)
        assert examples
        for example in examples:
            words = re.findall(r'"[^"]*"|\S+', example)
            command.make_context(name, [word.strip('"') for word in words], resilient_parsing=False)


def test_the_help_of_up_says_port_and_what_lasts() -> None:
    shown = run("up", "--help").output
    for part in ("--port", "8600", "--data", "--database", "--date", "--url", "--workers", "controletoken"):
        assert part in shown


@pytest.mark.parametrize("who", ["jan", "dirk"])
def test_an_explanation_is_an_answer_whether_yes_or_no(who: str) -> None:
    told = explain(who)
    assert (told.exit_code, told.stderr) == (0, "")
    assert told.stdout.splitlines()[0].endswith({"jan": ": ja", "dirk": ": nee"}[who])


def test_a_no_says_the_check_that_fails_and_what_helps() -> None:
    told = explain("dirk").stdout
    assert told.count("✗") >= 1
    assert "✓" in told
    representing = explain("jan").stdout.split("door een werkrelatie")[0]
    assert "✗" not in representing


def test_the_chain_of_an_employee_is_told_in_order_up_to_the_claim() -> None:
    told = explain("els").stdout.split("door een werkrelatie met een recht: ja")[1]
    chain = (
        "De persoon leeft",
        "De digitale sleutel is actief",
        "De organisatie is ingeschreven",
        "Wie het recht ‘KIOSK Aanvrager’ kan toekennen: Jan Peeters (Wettelijk vertegenwoordiger (KBO))",
        "De persoon heeft een werkrelatie met de organisatie",
        "De persoon heeft het gebruikersrecht van het e-loket",
        "Het gebruikersrecht is niet verlopen: ‘KIOSK Aanvrager’ van 27 maart 2021 tot en met 27 april 2024",
        "In het token: ",
        "kiosk_rol_3d = ['KIOSKAanvrager:0110041748']",
    )
    places = [told.find(link) for link in chain]
    assert -1 not in places, told
    assert places == sorted(places)


def test_a_refused_employee_is_told_who_could_grant_and_no_claim() -> None:
    told = explain("bram", "cijferwijs").stdout
    assert "kan toekennen: Karel Dubois (Wettelijk vertegenwoordiger (KBO)) [Gebruikersbeheer]" in told
    assert "In het token" not in told


def test_an_explanation_as_json_is_that_of_the_control_api() -> None:
    told = explain("dirk", "de-kade", "kiosk", "--json")
    said = json.loads(told.stdout)
    assert (said["allowed"], set(said)) == (False, {"allowed", "open", "routes"} | set(said))
    assert {"route", "identity", "allowed", "checks", "repair"} == set(said["routes"][0])


def test_a_date_moves_the_world_in_which_is_asked() -> None:
    assert explain("jan", "de-kade", "kiosk", "--date", "2021-04-28").exit_code == 0
    before = json.loads(explain("jan", "de-kade", "kiosk", "--json", "--date", "2021-04-26").stdout)
    after = json.loads(explain("jan", "de-kade", "kiosk", "--json", "--date", "2021-04-27").stdout)
    assert (before["open"], after["open"]) == (False, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("niemand", "de-kade", "kiosk"), "niemand"),
        (("jan", "nergens", "kiosk"), "nergens"),
        (("jan", "de-kade", "nergens"), "nergens"),
        (("jan", "de-kade", "kiosk", "--key", "potlood"), "potlood"),
        (("jan", "de-kade", "kiosk", "--date", "morgen"), "‘morgen’ is geen datum of tijdstip"),
        (("jan", "de-kade", "kiosk", "--date", "2021-02-31"), "2021-04-27"),
        (("jan", "de-kade", "kiosk", "--date", "9999-01-01"), "‘9999-01-01’"),
        (("", "de-kade", "kiosk"), ""),
    ],
)
def test_what_cannot_be_explained_is_one_sentence_and_exit_code_2(words: tuple[str, ...], said: str) -> None:
    told = explain(*words)
    assert (told.exit_code, told.stdout) == (2, "")
    assert said in told.stderr
    assert 10 < len(told.stderr) < 600
    assert "Traceback" not in told.stderr


def test_readiness_tells_every_organisation_and_counts_them() -> None:
    told = run("readiness")
    assert (told.exit_code, told.stderr) == (0, "")
    assert told.stdout.startswith("KIOSK op 27 april 2021: bereikbaar\n")
    for line in (
        "Theater De Kade vzw (0110.041.748): klaar",
        "Studio Stilte vzw (0186.407.571): nog niet klaar",
        "  ✓ Els Maes, door een werkrelatie met een recht, met eID en aangesloten kaartlezer",
        "Klaar: 6 van 8 organisaties",
        "  ontbreekt het eerst – De organisatie is actief: 1",
    ):
        assert line in told.stdout.splitlines()


def test_readiness_of_one_organisation_tells_why_and_what_helps() -> None:
    told = run("readiness", "--for", "0140569232").stdout
    assert "✗ Sophie Martin, als wettelijk vertegenwoordiger: Sophie Martin heeft geen Belgische eID" in told
    assert "Wat helpt: Laat iemand met een Belgische eID voor de organisatie optreden." in told
    assert "Klaar:" not in told, "one organisation needs no counting"


def test_readiness_on_another_day_keeps_the_facts_and_tells_of_the_eloket() -> None:
    told = run("readiness", "--for", "de-kade", "--date", "2021-04-26").stdout
    assert told.startswith(
        "KIOSK op 26 april 2021: niet bereikbaar\nOp 26 april 2021 is KIOSK niet bereikbaar"
    )
    assert "✓ Dirk Aerts" in told
    assert "✗ Dirk Aerts" in run("readiness", "--for", "de-kade").stdout


def test_readiness_as_json_is_that_of_the_control_api() -> None:
    said = json.loads(run("readiness", "--json", "--at", "idm").stdout)
    assert set(said) == {"at", "date", "open", "notice", "organisations", "summary"}
    assert (said["at"], len(said["organisations"])) == ("idm", 8)


def test_readiness_as_csv_has_a_line_per_person() -> None:
    head, *lines = run("readiness", "--csv", "--for", "kapeldorp").stdout.splitlines()
    assert head == "organisatie,ondernemingsnummer,persoon,weg,open,reden,herstel"
    assert [line.split(",")[2:5] for line in lines] == [
        ["Luc Vermeulen", "als wettelijk vertegenwoordiger", "ja"],
        ["Greet Lambrecht", "door een werkrelatie met een recht", "ja"],
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--for", "nergens"), "‘nergens’ is geen organisatie"),
        (("--for", "de-wilg"), "inrichtende macht"),
        (("--for", "0150000008"), "KBO kent geen onderneming met nummer 0150.000.008"),
        (("--for", ""), "is geen organisatie"),
        (("--at", "nergens"), "Er is geen e-loket ‘nergens’"),
        (("--date", "morgen"), "‘morgen’ is geen bestaande datum"),
        (("--date", "2021-02-31"), "2021-02-31"),
        (("--json", "--csv"), "niet allebei"),
    ],
)
def test_what_readiness_cannot_answer_is_one_sentence_and_exit_code_2(
    words: tuple[str, ...], said: str
) -> None:
    told = run("readiness", *words)
    assert (told.exit_code, told.stdout) == (2, "")
    assert said in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("up", "--date", "morgen"),
        ("up", "--date", "2021-02-31"),
        ("up", "--url", "toneel"),
        ("up", "--url", "http://toneel:8600/pad"),
        ("up", "--port", "0"),
        ("up", "--port", "65536"),
        ("up", "--workers", "0"),
        ("up", "--onbekend"),
        ("explain", "--who", "jan"),
        ("rehearse", "--wire", "touw"),
        ("onbekend",),
    ],
)
def test_what_cannot_start_says_why_with_exit_code_2(words: tuple[str, ...]) -> None:
    told = run(*words)
    assert (told.exit_code, told.stdout) == (2, "")
    assert told.stderr.strip()
    assert "Traceback" not in told.stderr


def test_help_answers_without_loading_what_is_heavy() -> None:
    script = (
        "import sys; from click.testing import CliRunner; from mocks.cli import main; "
        "CliRunner().invoke(main, ['up', '--help']); "
        "print(sorted({'flask', 'sqlalchemy', 'granian', 'mocks.federation'} & set(sys.modules)))"
    )
    shown = subprocess.run(  # noqa: S603  # our own words
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert shown.stdout == "[]\n"
