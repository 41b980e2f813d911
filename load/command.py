"""The commands ``proefloket populate`` and ``load``: light to import, since ``--help`` answers at once."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from mocks.sentence import Sentence, told_in_a_sentence

Option = Callable[[Any], Any]

OPEN_DATA: Option = click.option(
    "--kbo-open-data",
    type=click.Path(path_type=Path),
    help="KboOpenData_…_Full.zip van de KBO, of de map ervan: organisaties daaruit, in plaats van verzonnen.",
)
ALLOW_REAL: Option = click.option(
    "--allow-real-numbers", is_flag=True, help="Neem daaruit nummers aan die van echte ondernemingen zijn."
)


@click.command()
@click.argument("size", type=click.IntRange(1_000, 1_000_000))
@click.option(
    "--seed", default=1, show_default=True, type=click.IntRange(0), help="Wie er woont volgt hieruit."
)
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="De map van proefloket up --data.",
)
@click.option("--database", help="postgresql+psycopg://…, zoals bij proefloket up.")
@click.option("--date", help="Wanneer een nieuwe standaardwereld begint, zoals bij proefloket up.")
@OPEN_DATA
@ALLOW_REAL
def populate(size: int, data: Path | None, database: str | None, date: str | None, **asked: Any) -> None:  # noqa: ANN401  # click's options, read below
    """Vul de standaardwereld met SIZE personen, hun organisaties, rechten, mandaten en dossiers.

    Niemand ervan bestaat. Hetzelfde zaad en dezelfde grootte geven altijd dezelfde personen; in welke
    verhouding staat in load/proportions.toml. Wat afgebroken werd, gaat met hetzelfde commando verder.

    Met --kbo-open-data zijn de organisaties rechtspersonen uit de KBO; hun functies zijn verzonnen, want die
    staan er niet in. Van echte personen wordt niets gelezen.

    \b
    Voorbeelden:
      proefloket populate 1000 --data ./toneel
      proefloket populate 100000 --seed 7 --data ./toneel
      proefloket populate 1000 --data ./toneel --kbo-open-data kbo.zip --allow-real-numbers
    """
    if (data is None) == (database is None):
        raise Sentence("Zeg waar: met --data de map van proefloket up, of met --database de databank.")
    try:
        from load.crowd import Crowd  # noqa: PLC0415  # heavier than --help needs
        from load.open_data.archive import UnusableOpenData  # noqa: PLC0415
        from load.populate import fill  # noqa: PLC0415

        crowd = Crowd(size, asked["seed"], asked["kbo_open_data"], asked["allow_real_numbers"])
        try:
            with told_in_a_sentence():
                click.echo(fill(crowd, data, database, date))
        except UnusableOpenData as refusal:
            raise Sentence(str(refusal)) from None
    except ModuleNotFoundError as missing:
        raise Sentence(f"{missing.name} ontbreekt. Installeer met pip install 'proefloket[load]'.") from None


@click.command()
@click.argument("shape")
@click.option("--target", help="Het adres van de KIOSK die u beproeft. Zonder start er een eigen federatie.")
@click.option("--mocks", help="Het adres van de federatie, als die niet op --target staat.")
@click.option("--scale", default=1.0, show_default=True, help="Factor op de aankomsten van de vorm.")
@click.option("--minutes", type=float, help="Hoelang. Zonder is het de eigen lengte van de vorm.")
@click.option(
    "--processes", default=1, show_default=True, type=click.IntRange(1, 64), help="Processen van Locust."
)
@click.option(
    "--people",
    type=click.IntRange(0, 1_000_000),
    help="Personen van de bevolking die er staat (zie populate); 0 is de cast. "
    "Een eigen federatie krijgt er zonder 1000.",
)
@click.option("--people-seed", default=1, show_default=True, help="Het zaad van die bevolking.")
@OPEN_DATA
@ALLOW_REAL
@click.option("--seed", default="1", show_default=True, help="Van het toeval.")
@click.option(
    "--report",
    default=Path("report"),
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Map voor het verslag.",
)
@click.option(
    "--compare",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="De load.json van een vroegere proef. Zonder is het de vorige in dezelfde map.",
)
def load(shape: str, **options: Any) -> None:  # noqa: ANN401  # click's options, read below
    """Repeteer een piek, en zeg of de doelen gehaald zijn en aan wie het ligt als dat niet zo is.

    Eerst meet ze enkele seconden hoeveel aanmeldingen de mocks op deze machine aankunnen, dan komen de
    bezoekers. Het verslag is report/load.html, de meting report/load.json. Uitgang 0 is groen, 1 is rood.

    \b
    Voorbeelden:
      proefloket load go-live-morning --minutes 1
      proefloket load deadline-hour --scale 2 --processes 2
      proefloket load go-live-morning --target http://127.0.0.1:8600
    """
    from load.open_data.archive import UnusableOpenData  # noqa: PLC0415  # heavier than --help needs
    from load.rehearsal import CannotRehearse  # noqa: PLC0415
    from load.shape import FaultyFile, read_shape  # noqa: PLC0415
    from load.telling import Asked, carry_out  # noqa: PLC0415

    if options["scale"] <= 0 or (options["minutes"] is not None and options["minutes"] <= 0):
        raise click.UsageError("--scale en --minutes zijn meer dan nul.")
    code = 0
    try:
        with contextlib.closing(carry_out(Asked(read_shape(shape), **options))) as lines:
            for line in lines:
                click.echo(line.text)
                code = line.exit_code
    except (CannotRehearse, FaultyFile, UnusableOpenData) as refusal:
        raise Sentence(str(refusal)) from None
    raise SystemExit(code)
