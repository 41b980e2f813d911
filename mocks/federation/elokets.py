"""The e-lokets of ``proefloket up --eloket``: their files read and checked before anything starts."""

from __future__ import annotations

import stat
from collections.abc import Mapping, Sequence
from pathlib import Path

from mocks.acm.backend import clients
from mocks.acm.backend.onboarding import register
from mocks.acm.domain.eloket import Eloket
from mocks.core.errors import BadRequest, Refusal
from mocks.core.visit import House, Visit
from mocks.federation.onboarding import check_together, desks

MOST_OCTETS = 64 * 1024
"""Of one file; those that come with Proefloket have some thousand."""


class UnusableFile(BadRequest):
    """A file of ``--eloket`` that cannot be registered."""

    code = "unusable-file"


def read_files(files: Sequence[Path]) -> tuple[str, ...]:
    """Return the texts of integration files that can stand beside one another and what is always there.

    Raises:
        UnusableFile: naming the file, what is wrong in it, and the repair.
    """
    known: dict[str, Path] = {}
    elokets: list[Eloket] = []
    texts = []
    for file in files:
        text = _text(file)
        try:
            eloket = clients.read_file(text)
            clients.require_keys(eloket)
            _require_own_name(eloket.client_id, known)
            check_together(eloket, elokets)
        except Refusal as refusal:
            raise UnusableFile(f"--eloket {file}: {refusal.sentence}") from None
        known[eloket.client_id] = file
        elokets.append(eloket)
        texts.append(text)
    return tuple(texts)


def _require_own_name(name: str, known: Mapping[str, Path]) -> None:
    if name in {one.client_id for one in clients.shipped()}:
        raise UnusableFile(
            f"client_id ‘{name}’ hoort bij Proefloket zelf. Geef uw e-loket een andere client_id, of vervang "
            f"‘{name}’ terwijl de server draait met PUT /acm/_mock/clients/{name}."
        )
    if name in known:
        raise UnusableFile(
            f"client_id ‘{name}’ staat ook in {known[name]}. Geef elk e-loket een eigen client_id, of laat "
            "een van beide bestanden weg."
        )


def register_all(visit: Visit, elokets: Sequence[Eloket]) -> None:
    """Register e-lokets in a world; one that stands there just so is left alone.

    Raises:
        Refusal: when the right or the mandate type of one is somebody else's.
    """
    for eloket in elokets:
        if clients.registered(visit, eloket.client_id) != eloket:
            register(visit, desks(visit), eloket)


def register_everywhere(house: House, elokets: Sequence[Eloket]) -> None:
    """Register e-lokets in every world that a lasting store kept.

    Raises:
        Refusal: as :func:`register_all` has it.
    """
    for name in house.worlds.names() if elokets else ():
        visit = Visit(house, house.worlds.open(name))
        try:
            register_all(visit, elokets)
        finally:
            visit.close()


def _text(file: Path) -> str:
    """Read a file, but never more than it may have, nor from what may never end."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise UnusableFile(
                f"--eloket {file} is geen gewoon bestand. Geef het pad van een integratiedossier in YAML."
            )
        with file.open("rb") as opened:
            octets = opened.read(MOST_OCTETS + 1)
        text = octets.decode("utf-8")
    except OSError as fault:
        raise UnusableFile(
            f"--eloket {file} is niet te lezen ({fault.strerror}). Geef het pad van een integratiedossier in "
            "YAML, zoals docs/examples/mijn-eloket.yaml."
        ) from None
    except UnicodeDecodeError:
        text = ""
    if len(octets) > MOST_OCTETS:
        raise UnusableFile(
            f"--eloket {file} is groter dan {MOST_OCTETS // 1024} kB en dus geen integratiedossier. Kijk het "
            "pad na."
        )
    if not text.strip():
        raise UnusableFile(
            f"--eloket {file} is leeg, of geen tekst in UTF-8. Geef een integratiedossier in YAML."
        )
    return text
