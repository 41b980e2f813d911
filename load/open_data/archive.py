"""The CSV files of KBO Open Data, in the zip that the KBO hands out or in a folder, read line by line.

Whatever is wrong with them is said with the file, the line and what to do.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

META, CODES = "meta.csv", "code.csv"
ENTERPRISES, NAMES, ADDRESSES = "enterprise.csv", "denomination.csv", "address.csv"

READ = (META, CODES, ENTERPRISES, NAMES, ADDRESSES)
"""What is read; contact, activity, branch and establishment are not."""

AGAIN = "Haal het bestand KboOpenData_…_Full.zip opnieuw op en verander er niets aan."

_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_BLOCK = 1 << 16

Row = tuple[int, tuple[str, ...]]
"""The number of a line, from 1 on with the header, and the values of the columns that were asked."""


class UnusableOpenData(Exception):
    """The open data cannot be used; the message says, in Dutch, where, why and how to repair it."""


class _Told(io.RawIOBase):
    """A stream of bytes that tells a digest what passes."""

    def __init__(self, source: IO[bytes]) -> None:
        """Read from ``source``."""
        super().__init__()
        self._source = source
        self.digest = hashlib.sha256()

    def readable(self) -> bool:
        """Be read only."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Read some bytes into a buffer."""
        got = self._source.read(len(memoryview(buffer)))
        memoryview(buffer)[: len(got)] = got
        self.digest.update(got)
        return len(got)

    def close(self) -> None:
        """Close the source as well."""
        self._source.close()
        super().close()


class Archive:
    """KBO Open Data at a path: a zip, or a folder with its files."""

    def __init__(self, path: Path) -> None:
        """Find the files.

        Raises:
            UnusableOpenData: when there is no zip and no folder, or a file is missing.
        """
        self.path = path
        self.digests: dict[str, str] = {}
        """What was read to its end, by file, as SHA-256."""
        self._zip: zipfile.ZipFile | None = None
        try:
            if path.is_dir():
                names = sorted(one.name for one in path.iterdir() if one.is_file())
            else:
                self._zip = zipfile.ZipFile(path)
                names = sorted(self._zip.namelist(), key=lambda name: (name.count("/"), name))
        except FileNotFoundError:
            raise UnusableOpenData(
                f"{path} bestaat niet. Noem de zip KboOpenData_…_Full.zip, of de map waarin u ze uitpakte."
            ) from None
        except zipfile.BadZipFile as fault:
            raise UnusableOpenData(
                f"{path} is geen zip, of niet helemaal opgehaald ({fault}). {AGAIN}"
            ) from None
        except OSError as fault:
            raise UnusableOpenData(
                f"{path} is niet te lezen ({fault.strerror}). Kijk na of u het bestand mag lezen."
            ) from None
        found: dict[str, str] = {}
        for name in names:
            found.setdefault(name.rpartition("/")[2].casefold(), name)
        missing = [name for name in READ if name not in found]
        if missing:
            update = any(name.endswith("_insert.csv") for name in found)
            hint = "Dit is een Update-bestand: neem het Full-bestand van dezelfde maand." if update else AGAIN
            raise UnusableOpenData(f"In {path} ontbreekt {' en '.join(missing)}. {hint}")
        self._found = found

    def rows(self, name: str, columns: Sequence[str]) -> Iterator[Row]:
        """Give every line of a file, with the values of some columns: at least two.

        Raises:
            UnusableOpenData: when a column is missing or a line cannot be read.
        """
        try:
            with self._open(name) as raw:
                text = io.TextIOWrapper(
                    io.BufferedReader(raw, _BLOCK), "utf-8-sig", errors="surrogateescape", newline=""
                )
                yield from self._rows(name, text, columns)
                self.digests[name] = raw.digest.hexdigest()
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as fault:
            raise UnusableOpenData(f"{name} in {self.path} is niet te lezen ({fault}). {AGAIN}") from None
        except (RuntimeError, NotImplementedError) as fault:
            # So zipfile says that a member is encrypted, or packed in a way that it does not know.
            raise UnusableOpenData(
                f"{name} in {self.path} is niet te lezen ({fault}). Pak de zip zelf uit en noem de map."
            ) from None

    def refuse(self, name: str, line: int, why: str) -> UnusableOpenData:
        """Return the refusal of a line; ``why`` goes on after its place and says what to do."""
        return UnusableOpenData(f"Regel {line} van {name} in {self.path}: {why}")

    def _rows(self, name: str, text: io.TextIOWrapper, columns: Sequence[str]) -> Iterator[Row]:
        reader = csv.reader(self._lines(name, text), strict=True)
        try:
            header = next(reader, [])
            missing = [column for column in columns if column not in header]
            if missing:
                raise self.refuse(
                    name,
                    1,
                    f"de kolom {' en '.join(missing)} ontbreekt; er staat {','.join(header)[:99]!r}. "
                    f"De eerste regel noemt de kolommen, met een komma ertussen. {AGAIN}",
                )
            wanted = itemgetter(*(header.index(column) for column in columns))
            for row in reader:
                if len(row) != len(header):
                    if not row:
                        continue
                    raise self.refuse(
                        name,
                        reader.line_num,
                        f"{len(row)} waarden, en de kop noemt er {len(header)}: ze is afgebroken. {AGAIN}",
                    )
                yield reader.line_num, wanted(row)
        except csv.Error as fault:
            raise self.refuse(
                name,
                reader.line_num,
                f"geen goede CSV ({fault}), zoals aanhalingstekens zonder einde. {AGAIN}",
            ) from None

    def _lines(self, name: str, text: io.TextIOWrapper) -> Iterator[str]:
        for number, line in enumerate(text, 1):
            if not line.isascii() and _NOT_UTF8.search(line):
                raise self.refuse(
                    name, number, f"geen UTF-8; het bestand is in een andere codering bewaard. {AGAIN}"
                )
            yield line

    def _open(self, name: str) -> _Told:
        member = self._found[name]
        source: IO[bytes] = (self.path / member).open("rb") if self._zip is None else self._zip.open(member)
        return _Told(source)
