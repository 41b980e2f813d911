"""Before ``proefloket up`` starts: everything that can be wrong is said in one sentence."""

from __future__ import annotations

import secrets
import socket
from dataclasses import dataclass
from pathlib import Path

from mocks.core.addresses import AddressBook
from mocks.core.clock import STARTING_MOMENT, parse_moment
from mocks.core.errors import Refusal
from mocks.core.mail import mail_server
from mocks.settings import Settings

LOOPBACK = ("127.0.0.1", "localhost", "::1")
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104  # recognised, not bound to


class CannotStart(Refusal):
    """The server cannot start with these options."""

    code = "cannot-start"


@dataclass(frozen=True)
class Options:
    """What was asked on the command line."""

    host: str
    port: int
    url: str | None
    data: Path | None
    database: str | None
    date: str | None
    allow_real_numbers: bool
    eloket: tuple[Path, ...] = ()
    smtp: str | None = None


def settings_for(options: Options, temporary: Path) -> Settings:
    """Return the settings of a server that can start.

    Args:
        options: what was asked.
        temporary: the folder for a server without ``--data``.

    Raises:
        Refusal: a sentence that says what is wrong and how to repair it.
    """
    moment = parse_moment(options.date) if options.date else STARTING_MOMENT
    _check_port(options.host, options.port)
    data = (options.data or temporary).resolve()
    _check_folder(data)
    if options.database is not None:
        _check_database(options.database)
    elif (data / "worlds").exists():
        _check_schema(data)
    settings = Settings(
        url=_url(options),
        data=data,
        database=options.database,
        starting_moment=moment,
        allow_real_numbers=options.allow_real_numbers,
        elokets=_elokets(options.eloket),
        smtp=mail_server(options.smtp) if options.smtp is not None else None,
        control_token=None if options.host in LOOPBACK else _control_token(options.database),
    )
    if settings.elokets and (options.database is not None or (data / "worlds").exists()):
        _check_beside_what_is_kept(settings)
    return settings


def _control_token(database: str | None) -> str:
    """Return what opens the control rooms: one token for all servers that share a database.

    Behind a balancer nobody knows which of them will answer, so that they must ask for the same.
    """
    fresh = secrets.token_urlsafe(24)
    if database is None:
        return fresh
    from mocks.core.store.postgres import PostgresVault  # noqa: PLC0415  # only where it is used

    return PostgresVault(database).keep("control-token", fresh.encode()).decode()


def _elokets(files: tuple[Path, ...]) -> tuple[str, ...]:
    """Return the texts of the integration files."""
    if not files:
        return ()
    from mocks.federation.elokets import read_files  # noqa: PLC0415  # only where one is given

    return read_files(files)


def _check_beside_what_is_kept(settings: Settings) -> None:
    """Register in the worlds that were kept, where somebody may have taken a right or a mandate type."""
    from mocks.federation import Federation  # noqa: PLC0415  # only where something was kept

    try:
        Federation(settings)
    except Refusal as refusal:
        raise CannotStart(
            f"--eloket past niet bij wat bewaard werd. {refusal.sentence} Of start met een andere --data."
        ) from None


def _url(options: Options) -> str:
    if options.url is None and options.host in EVERYWHERE:
        raise CannotStart(
            f"--host {options.host} is elk adres van deze machine. Zeg met --url hoe anderen haar "
            f"bereiken, zoals --url http://toneel:{options.port}."
        )
    named = f"[{options.host}]" if ":" in options.host else options.host
    url = options.url or f"http://{named}:{options.port}"
    AddressBook.on(url)
    return url


def _check_port(host: str, port: int) -> None:
    """Refuse a port that somebody listens on: the server itself would share it in silence."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
        except OSError as fault:
            raise CannotStart(
                f"Op {host} poort {port} kan de server niet luisteren ({fault.strerror}). Stop wat daar "
                "draait, of kies een andere poort met --port."
            ) from None


def _check_folder(data: Path) -> None:
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        (data / ".writable").touch()
        (data / ".writable").unlink()
    except OSError as fault:
        raise CannotStart(
            f"In {data} kan de server niets bewaren ({fault.strerror}). Kies een andere map met --data."
        ) from None


def _check_schema(data: Path) -> None:
    from mocks.core.store.sqlite import FileStorage  # noqa: PLC0415  # only where something was kept
    from mocks.core.worlds import check_schema  # noqa: PLC0415

    database = FileStorage(data / "worlds").open("default")
    if database is not None:
        check_schema(database)
        database.close()


def _check_database(url: str) -> None:
    from mocks.core.store.postgres import reachable  # noqa: PLC0415  # only where it is used

    fault = reachable(url)
    if fault:
        raise CannotStart(
            f"De databank is niet te bereiken ({fault}). Schrijf --database "
            "postgresql+psycopg://gebruiker:wachtwoord@host:poort/naam."
        )
