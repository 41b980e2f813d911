"""What was answered is still there after the process was killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from mocks.core.store import version_of
from mocks.core.store.sqlite import FileStorage, empty_database

WRITES = 200

_WRITER = """
import sys
from pathlib import Path
from mocks.core.store import raise_version
from mocks.core.store.database import write_transaction
from mocks.core.store.sqlite import FileStorage
connection = FileStorage(Path(sys.argv[1])).open("a").connect()
for number in range(1_000_000):
    with write_transaction(connection):
        raise_version(connection, "kbo", str(number))
        raise_version(connection, "idm", str(number))
    print(number, flush=True)
"""


@pytest.mark.parametrize("acknowledged", [1, WRITES])
def test_every_acknowledged_write_survives_a_kill(tmp_path: Path, acknowledged: int) -> None:
    FileStorage(tmp_path).create("a", empty_database())
    command = [sys.executable, "-c", _WRITER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:  # noqa: S603
        assert writer.stdout is not None
        heard = [int(writer.stdout.readline()) for _ in range(acknowledged)]
        writer.kill()
        heard += [int(line) for line in writer.stdout if line.endswith("\n")]
    database = FileStorage(tmp_path).open("a")
    assert database is not None
    with database.connect() as connection:
        assert heard == list(range(len(heard)))
        assert {version_of(connection, "kbo", str(number)) for number in heard} == {1}
        unheard = str(len(heard) + 1)
        assert version_of(connection, "kbo", unheard) == version_of(connection, "idm", unheard)
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def test_a_world_half_made_by_a_killed_process_does_not_exist(tmp_path: Path) -> None:
    storage = FileStorage(tmp_path)
    (tmp_path / "a.0011223344556677.sqlite").write_bytes(b"half")
    (tmp_path / "a.0011223344556677.draft").write_text("a.0011223344556677.sqlite")
    assert (storage.open("a"), list(storage.names())) == (None, [])
    storage.create("a", empty_database())
    assert list(storage.names()) == ["a"]
