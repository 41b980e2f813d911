"""Before the server starts: what is wrong is one sentence, and nothing is started."""

from __future__ import annotations

import pickle
import socket
from dataclasses import replace
from pathlib import Path

import pytest

from mocks.core.addresses import MalformedUrl
from mocks.core.clock import MalformedMoment
from mocks.core.mail import MailServer, MalformedMailServer
from mocks.core.store import Database
from mocks.core.store.database import write_transaction
from mocks.core.store.schema import OlderData, world_table
from mocks.core.store.sqlite import FileStorage
from mocks.federation import Federation
from mocks.launch import CannotStart, Options, settings_for
from mocks.settings import Settings


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def options() -> Options:
    return Options("127.0.0.1", free_port(), None, None, None, None, allow_real_numbers=False)


def test_a_server_on_loopback_needs_no_token(options: Options, tmp_path: Path) -> None:
    settings = settings_for(options, tmp_path)
    assert settings.url == f"http://127.0.0.1:{options.port}"
    assert settings.control_token is None


def test_a_server_that_others_reach_asks_for_a_token(options: Options, tmp_path: Path) -> None:
    settings = settings_for(replace(options, host="0.0.0.0", url="http://toneel:8600"), tmp_path)  # noqa: S104
    assert settings.url == "http://toneel:8600"
    assert settings.control_token


def test_servers_on_one_database_ask_for_the_same_token(
    options: Options, tmp_path: Path, postgres: str
) -> None:
    open_to_others = replace(options, host="0.0.0.0", url="http://toneel:8600")  # noqa: S104
    shared = replace(open_to_others, database=postgres)
    one, other = (settings_for(shared, tmp_path).control_token for _ in range(2))
    assert one
    assert one == other
    assert settings_for(open_to_others, tmp_path).control_token != one
    assert settings_for(replace(options, database=postgres), tmp_path).control_token is None


def test_every_address_without_a_url_is_refused(options: Options, tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="--url"):
        settings_for(replace(options, host="0.0.0.0"), tmp_path)  # noqa: S104


def test_a_mail_server_is_only_there_when_it_is_named(options: Options, tmp_path: Path) -> None:
    assert settings_for(options, tmp_path).smtp is None
    settings = settings_for(replace(options, smtp="127.0.0.1:1025"), tmp_path)
    assert settings.smtp == MailServer("127.0.0.1", 1025)
    assert pickle.loads(pickle.dumps(settings.smtp)) == settings.smtp  # noqa: S301  # workers get it so
    with pytest.raises(MalformedMailServer, match="HOST:POORT"):
        settings_for(replace(options, smtp="1025"), tmp_path)


def test_a_port_that_is_taken_is_refused(options: Options, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen(1)
        with pytest.raises(CannotStart, match="--port"):
            settings_for(replace(options, port=taken.getsockname()[1]), tmp_path)


def test_a_folder_that_cannot_be_written_is_refused(options: Options, tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="--data"):
        settings_for(replace(options, data=Path("/proc/nowhere")), tmp_path)


def test_a_database_that_does_not_answer_is_refused(options: Options, tmp_path: Path) -> None:
    away = f"postgresql+psycopg://nobody@127.0.0.1:{free_port()}/nothing?connect_timeout=2"
    with pytest.raises(CannotStart, match="--database"):
        settings_for(replace(options, database=away), tmp_path)


@pytest.mark.parametrize("url", ["toneel", "ftp://toneel", "http://toneel:8600/pad", "http://"])
def test_a_url_that_is_no_server_is_refused(options: Options, tmp_path: Path, url: str) -> None:
    with pytest.raises(MalformedUrl):
        settings_for(replace(options, url=url), tmp_path)


def test_a_date_that_does_not_exist_is_refused(options: Options, tmp_path: Path) -> None:
    with pytest.raises(MalformedMoment):
        settings_for(replace(options, date="2021-02-31"), tmp_path)


def test_kept_data_start_again(options: Options, tmp_path: Path) -> None:
    Federation(Settings(data=tmp_path / "toneel"))
    assert settings_for(replace(options, data=tmp_path / "toneel"), tmp_path).data == tmp_path / "toneel"


def test_data_of_another_schema_are_refused_with_the_way_out(options: Options, tmp_path: Path) -> None:
    Federation(Settings(data=tmp_path / "toneel"))
    database = FileStorage(tmp_path / "toneel" / "worlds").open("default")
    assert isinstance(database, Database)
    with database.connect() as connection, write_transaction(connection):
        connection.execute(world_table.update().values(schema_number=0))
    with pytest.raises(OlderData, match="_mock/facts"):
        settings_for(replace(options, data=tmp_path / "toneel"), tmp_path)
