"""The e-lokets of ``proefloket up --eloket``: their files read and checked before anything starts."""

from __future__ import annotations

import stat
from collections.abc import Mapping, Sequence
from pathlib import Path

from mocks.acm.backend import clients
from mocks.acm.backend.onboarding import register, withdraw
from mocks.acm.domain.eloket import Eloket
from mocks.core.errors import BadRequest, Refusal
from mocks.core.visit import House, Visit
from mocks.federation.connections import agreement_of
from mocks.federation.onboarding import check_together, desks
from mocks.stage.domain.elokets import OwnEloket

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
    if name in _shipped_names():
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


class OwnElokets:
    """The e-lokets that did not come with Proefloket (an :class:`~mocks.stage.company.OwnElokets`)."""

    def __init__(self, started: Sequence[Eloket]) -> None:
        """Know which of them the start registered."""
        self._started = frozenset(one.client_id for one in started)

    def every(self, visit: Visit) -> Sequence[OwnEloket]:
        """Return them, by client_id."""
        return [
            OwnEloket(
                client_id=one.client_id,
                name=one.client_name,
                right=one.right.name if one.right is not None else None,
                mandate_type=one.mandate_type,
                played=agreement_of(visit, one) is not None,
                from_start=one.client_id in self._started,
            )
            for one in clients.every(visit)
            if one.client_id not in _shipped_names()
        ]

    def register(self, visit: Visit, text: str) -> str:
        """Register an integration file in YAML; return the client_id.

        Raises:
            Refusal: naming the field that is wrong and the repair.
        """
        if len(text.encode("utf-8", "replace")) > MOST_OCTETS:
            raise UnusableFile(f"Dit is groter dan {MOST_OCTETS // 1024} kB en dus geen integratiedossier.")
        if not text.strip():
            raise UnusableFile("Plak een integratiedossier, of kies een bestand.")
        eloket = clients.read_file(text)
        _require_own_name(eloket.client_id, {})
        register(visit, desks(visit), eloket)
        return eloket.client_id

    def remove(self, visit: Visit, client_id: str) -> None:
        """Remove one; nothing happens when it went already."""
        withdraw(visit, desks(visit), client_id)


def _shipped_names() -> frozenset[str]:
    return frozenset(one.client_id for one in clients.shipped())


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
