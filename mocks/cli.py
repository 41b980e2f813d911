"""The command line: ``proefloket up | rehearse | explain | readiness | populate | load``.

Heavy modules are imported by the command that needs them, so that ``--help`` answers at once and the
server is ready within a second.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from load.command import load, populate
from mocks.sentence import Sentence, told_in_a_sentence

if TYPE_CHECKING:
    from mocks.settings import Settings

PORT = 8600

PEOPLE_LISTED = 200
"""Of one organisation in ``readiness --json``, as a page of the control API has at the most."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Proefloket: de repetitiezaal voor de e-loketten van de Vlaamse overheid.

    \b
    proefloket up         start ACM en alles erachter op deze machine
    proefloket rehearse   speel alle gevallen en schrijf report/index.html
    proefloket explain    zeg waarom iemand wel of niet mag optreden
    proefloket readiness  zeg wie zich kan aanmelden, en wat er nog ontbreekt
    proefloket populate   vul een wereld met duizend tot een miljoen personen
    proefloket load       repeteer de piek van april 2021, en zeg of de doelen gehaald zijn
    """


main.add_command(populate)
main.add_command(load)


@main.command()
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(1, 65535), help="De poort.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Het adres om op te luisteren.")
@click.option("--url", help="Het adres waaronder anderen de server bereiken, zoals http://toneel:8600.")
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="Map die werelden en sleutels bewaart. Zonder is alles weg na het stoppen.",
)
@click.option("--database", help="postgresql+psycopg://…, als meerdere machines de stand delen.")
@click.option("--date", help="Wanneer de standaardwereld begint, zoals 2021-04-25 of 2021-04-27T00:00.")
@click.option(
    "--eloket",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Integratiedossier (YAML) van een eigen e-loket, geregistreerd in elke wereld. Mag meermaals.",
)
@click.option("--smtp", help="HOST:POORT van een mailserver die de berichten van KIOSK krijgt. Zonder geen.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="Processen.")
@click.option("--allow-real-numbers", is_flag=True, help="Neem ook nummers aan die echt kunnen bestaan.")
def up(**options: Any) -> None:  # noqa: ANN401  # click's options, read below
    """Start de hele federatie op één poort.

    \b
    Voorbeelden:
      proefloket up                                de cast, op http://127.0.0.1:8600
      proefloket up --date 2021-04-25              de laatste dag van de testomgeving
      proefloket up --data ./toneel                wat u verandert, blijft bewaard
      proefloket up --smtp 127.0.0.1:1025          berichten van KIOSK gaan ook naar deze mailserver
      proefloket up --eloket mijn-eloket.yaml      met uw eigen e-loket, op /eloket/<client_id>

    Wie een ander adres dan loopback gebruikt, krijgt een controletoken dat elke aanroep van
    /_mock moet meesturen (Authorization: Bearer …).
    """
    from mocks.core.wire.live import Server  # noqa: PLC0415
    from mocks.launch import Options, settings_for  # noqa: PLC0415

    workers = options.pop("workers")
    with tempfile.TemporaryDirectory(prefix="proefloket-") as temporary:
        with told_in_a_sentence():
            settings = settings_for(Options(**options), Path(temporary))
        server = Server(options["host"], options["port"], workers)
        server.serve(partial(_load, settings), partial(_welcome, settings))


def _load(settings: Settings) -> Any:  # noqa: ANN401  # a WSGI application
    import gc  # noqa: PLC0415

    # What is made from here to the end lives as long as the process: looking through it again and again
    # would cost a good part of the start, and later a pause at every collection.
    gc.disable()
    from mocks.federation import Federation  # noqa: PLC0415

    federation = Federation(settings)
    gc.freeze()
    # What a request makes is gone with it, by counting; cycles are few, and looking for them that often
    # costs a tenth of a sign-in.
    gc.set_threshold(20_000, 20, 50)
    gc.enable()
    return federation


def _welcome(settings: Settings) -> None:
    """Say where everything is and how to sign in."""
    from mocks.core.addresses import SYSTEMS, AddressBook  # noqa: PLC0415

    book = AddressBook.on(str(settings.url))
    lines = [f"Proefloket staat op {book.base('stage')}/", ""]
    lines += [
        f"  {system.title:<38}{book.base(key)}{system.door}"
        for key, system in SYSTEMS.items()
        if key not in {"stage", "fas"}
    ]
    lines += [
        "",
        "Aanmelden in een browser: open KIOSK en kies eID, kaart van Jan Peeters, pincode 1234.",
        "Aanmelden zonder pagina's:",
        f"  {book.base('acm')}/op/v1/auth?client_id=eigen-eloket&response_type=code&scope=openid+vo"
        "&redirect_uri=http://127.0.0.1:9999/callback&mock_persona=jan&mock_identity=BUR",
        f"Uw eigen e-loket: client eigen-eloket, geheim eigen-eloket-geheim, issuer {book.base('acm')}/op",
        "Stoppen: Ctrl-C.",
    ]
    if settings.control_token is not None:
        lines += [f"Controletoken voor /_mock: {settings.control_token}"]
    click.echo("\n".join(lines))


@main.command()
@click.option(
    "--wire",
    type=click.Choice(["process", "socket"]),
    default="process",
    show_default=True,
    help="In één proces op de echte hostnamen, of tegen een levende server.",
)
@click.option(
    "--report",
    default=Path("report"),
    show_default=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Map voor het verslag.",
)
@click.argument("choice", nargs=-1)
def rehearse(wire: str, report: Path, choice: tuple[str, ...]) -> None:
    """Speel de gevallen uit features/ en schrijf het verslag, met de tabel van wie zich waar aanmeldt.

    \b
    Voorbeelden:
      proefloket rehearse                          alles
      proefloket rehearse --wire=socket            alles, tegen een levende server
      proefloket rehearse -- -k "gisteren"         alleen wat zo heet (opties van pytest)
    """
    bindings = sorted(str(path) for path in _project().glob("steps/test_*.py") if _is_played(path))
    arguments = ["-q", f"--wire={wire}", "--report", str(report.resolve()), "--rootdir", str(_project())]
    # A process of its own, since pytest rewrites the modules that it checks before they are imported.
    command = [sys.executable, "-m", "pytest", *arguments, *bindings, *choice]
    sys.exit(subprocess.run(command, cwd=_project(), check=False).returncode)  # noqa: S603


def _project() -> Path:
    return Path(__file__).resolve().parent.parent


def _is_played(path: Path) -> bool:
    """Return whether a test belongs in the report: the features, and the table of who signs in where."""
    return "scenarios(" in path.read_text(encoding="utf-8") or path.stem == "test_sign_in_matrix"


@main.command()
@click.option("--who", required=True, help="Een personage (jan) of een rijksregister- of BIS-nummer.")
@click.option(
    "--for",
    "on_behalf_of",
    required=True,
    help="Een organisatie (de-kade), een ondernemingsnummer, of ‘self’.",
)
@click.option("--at", required=True, help="Het e-loket, zoals kiosk of eigen-eloket.")
@click.option("--key", help="De digitale sleutel: eid, itsme, app, sms of token.")
@click.option("--date", help="De dag waarop, zoals 2021-04-25; zonder is het 27 april 2021.")
@click.option("--json", "as_json", is_flag=True, help="Als JSON, zoals GET /_mock/explain.")
def explain(  # the options of the command
    who: str, on_behalf_of: str, at: str, key: str | None, date: str | None, as_json: bool
) -> None:
    """Zeg waarom iemand ergens wel of niet namens iemand mag optreden.

    Eerst de keten van controles, dan de eerste die faalt, dan de kleinste herstelling. De uitslag
    gaat over de cast zoals ze begint; voor een draaiende server is er GET /_mock/explain.

    \b
    Voorbeelden:
      proefloket explain --who jan --for de-kade --at kiosk
      proefloket explain --who dirk --for de-kade --at kiosk --json
    """
    from mocks.core.clock import STARTING_MOMENT, parse_moment  # noqa: PLC0415
    from mocks.federation import Federation  # noqa: PLC0415
    from mocks.settings import Settings  # noqa: PLC0415

    with told_in_a_sentence():
        moment = parse_moment(date) if date else STARTING_MOMENT
        federation = Federation(Settings(starting_moment=moment))
        visit = federation.visit()
        found = federation.explain(visit, who, on_behalf_of, at, key)
        visit.close()
    if as_json:
        click.echo(json.dumps(found.members(), ensure_ascii=False, indent=2))
        return
    click.echo("\n".join(found.lines()))


@main.command()
@click.option(
    "--for", "on_behalf_of", help="Een organisatie (de-kade) of een ondernemingsnummer; zonder alle."
)
@click.option("--at", default="kiosk", show_default=True, help="Het e-loket.")
@click.option("--date", help="De dag waarop, zoals 2021-04-25; zonder is het 27 april 2021.")
@click.option("--json", "as_json", is_flag=True, help="Als JSON, zoals GET /_mock/readiness.")
@click.option("--csv", "as_csv", is_flag=True, help="Als CSV: een lijn per organisatie en persoon.")
def readiness(on_behalf_of: str | None, at: str, date: str | None, as_json: bool, as_csv: bool) -> None:
    """Zeg wie zich namens een organisatie kan aanmelden, langs welke weg, en wat er nog ontbreekt.

    Per organisatie: wie er iets mee heeft, welke weg openstaat, en voor wie niet kan de eerste controle
    die faalt op de weg die het verst komt, met de kleinste herstelling. De feiten zijn die van de cast
    zoals ze begint; een andere dag verandert ze niet. Voor een draaiende server is er
    GET /_mock/readiness, en de pagina /gereedheid.

    \b
    Voorbeelden:
      proefloket readiness                                   alle organisaties, bij KIOSK
      proefloket readiness --for de-kade --date 2021-04-26
      proefloket readiness --at eigen-eloket --csv
    """
    from mocks.core.clock import parse_date  # noqa: PLC0415
    from mocks.federation import Federation  # noqa: PLC0415
    from mocks.settings import Settings  # noqa: PLC0415

    if as_json and as_csv:
        raise Sentence("Kies --json of --csv, niet allebei.")
    federation = Federation(Settings())
    visit = federation.visit()
    with told_in_a_sentence():
        found = federation.readiness(visit, at, parse_date(date) if date else None)
        asked = [found.organisation(on_behalf_of)] if on_behalf_of is not None else found.every()
    if as_csv:
        for line in found.csv(asked):
            click.echo(line, nl=False)
    elif as_json:
        listed = [found.of(one, 0, PEOPLE_LISTED) for one in asked]
        click.echo(json.dumps(found.members(listed), ensure_ascii=False, indent=2))
    else:
        for line in found.lines(asked):
            click.echo(line)
    visit.close()
