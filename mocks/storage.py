"""Where a federation keeps its worlds and its keys: in memory, in a folder, or in PostgreSQL."""

from __future__ import annotations

from mocks.core.keys import FolderVault, MemoryVault, Vault
from mocks.core.store import Storage
from mocks.core.store.sqlite import FileStorage, MemoryStorage
from mocks.settings import Settings


def storage_of(settings: Settings) -> tuple[Storage, Vault]:
    """Return where worlds and keys are kept."""
    if settings.database is not None:
        from mocks.core.store.postgres import PostgresStorage, PostgresVault  # noqa: PLC0415  # only here

        return PostgresStorage(settings.database), PostgresVault(settings.database)
    if settings.data is not None:
        return FileStorage(settings.data / "worlds"), FolderVault(settings.data / "keys")
    return MemoryStorage(), MemoryVault()
