"""The address book: the only source of absolute URLs, issuers and our own redirect URIs.

The Host header is never one.  ``AddressBook.on(url)`` is the book of ``proefloket up``: one port, each
system under a path of its own, a world under ``/w/<name>``.  ``AddressBook.real()`` is the book of the
in-process wire: the host names that the real systems have.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from mocks.core.errors import BadRequest

DEFAULT_WORLD = "default"

_URL = re.compile(r"(https?)://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::([0-9]{1,5}))?/?")
_DEFAULT_PORTS = {"http": 80, "https": 443}


class MalformedUrl(BadRequest):
    """An address at which no server can stand."""

    code = "malformed-url"


@dataclass(frozen=True)
class System:
    """A system of the federation and where it stands.

    Attributes:
        key: its name in code, in ``/<path>/_mock`` and in signed statements.
        title: its name on pages, in Dutch.
        path: where it stands on one port.
        real: the base URL that the real one has, or an invented host where none is public.
        about: one Dutch sentence for the dashboard.
        door: where a visitor enters it, below its base.
    """

    key: str
    title: str
    path: str
    real: str
    about: str
    door: str = "/"


SYSTEMS: Mapping[str, System] = {
    system.key: system
    for system in (
        System(
            "stage", "Proefloket", "", "https://proefloket.test",
            "Het toneel: wat waar draait, de personages, werelden en de klok.",
        ),
        System(
            "acm", "Toegangsbeheer (ACM)", "/acm", "https://authenticatie.vlaanderen.be",
            "Meldt personen aan bij e-loketten en zegt namens wie zij optreden.",
            "/op/.well-known/openid-configuration",
        ),
        System(
            "csam", "CSAM", "/csam", "https://www.csam.be",
            "Mijn digitale sleutels: activeren en beheren.", "/sleutels",
        ),
        System(
            "btb", "Beheer der Toegangsbeheerders (BTB)", "/csam", "https://www.csam.be",
            "Wie voor een onderneming hoofdtoegangsbeheerder of toegangsbeheerder is.", "/btb",
        ),
        System(
            "fas", "Federale aanmelddienst (FAS)", "/csam", "https://idp.iamfas.belgium.be",
            "Controleert de digitale sleutel van wie zich aanmeldt.",
        ),
        System(
            "kbo", "Kruispuntbank van Ondernemingen", "/kbo",
            "https://kbopub.economie.fgov.be/kbopub",
            "Ondernemingen en hun functiehouders; openbaar op te zoeken.", "/zoeknummerform.html",
        ),
        System(
            "idm", "Gebruikersbeheer van de Vlaamse overheid (IDM)", "/idm",
            "https://vo-gebruikersbeheer.vlaanderen.be",
            "Personen, werkrelaties en gebruikersrechten van een organisatie.",
        ),
        System(
            "ssm", "Self Service Mandatenbeheer (SSM)", "/ssm", "https://ssm.proefloket.test",
            "Mandaten: wie een ander in een e-loket laat optreden, en waarvoor.",
        ),
        System(
            "rijksregister", "Rijksregister", "/rijksregister", "https://rijksregister.proefloket.test",
            "Wie iemand is; het loket geeft BIS-nummers en activeringscodes.", "/loket",
        ),
        System(
            "kiosk", "KIOSK", "/kiosk", "https://kiosk.vlaanderen.be/kiosk",
            "Het e-loket van Cultuur, Jeugd en Media: dossiers van een aanvrager.",
        ),
        System(
            "kiosk-oud", "Oud KIOSK", "/cjsm/kiosk", "https://cjsm.be/kiosk",
            "Het oude KIOSK: tot en met 25 april 2021, met login, paswoord en beveiligingscode.",
        ),
        System(
            "kmo-portefeuille", "Kmo-portefeuille", "/kmo-portefeuille", "https://inkom.vlaanderen.be",
            "Het e-loket van VLAIO: ondernemingen, en dienstverleners met hun zetel en departementen.",
        ),
        System(
            "eloket", "E-loketten", "/eloket", "https://eloket.proefloket.test",
            "E-loketondernemers, het WSE-loket en elk ander e-loket met een integratiedossier.",
        ),
    )
}  # fmt: skip
"""Every system that this federation plays.  *Bron*: the hosts are those of the public documents."""

_SHARED_APPS = {"fas": "csam", "btb": "csam"}
"""FAS, Mijn digitale sleutels and BTB are one mock on two hosts."""


def app_of(system: str) -> str:
    """Return the key of the application that answers for ``system``."""
    return _SHARED_APPS.get(system, system)


def is_probe(path: str) -> bool:
    """Return whether a path tells only how a server fares: then any host name will do."""
    return path.endswith(("/health", "/metrics"))


@dataclass(frozen=True)
class Place:
    """Where a URL leads: the application, its mount point and the rest of the path."""

    app: str
    mount: str
    rest: str


@dataclass(frozen=True, eq=False)
class AddressBook:
    """External base URLs per system; one book per way of reaching the federation, equal to itself only."""

    bases: Mapping[str, str]
    world_in_path: bool

    @classmethod
    def on(cls, url: str) -> AddressBook:
        """Return the book for one port at ``url`` (scheme, host and port, no path).

        The host is written as browsers write it in the Host header: in small letters, and without
        the port that goes without saying.

        Raises:
            MalformedUrl: when it is no such address.
        """
        found = _URL.fullmatch(url)
        if found is None or not 0 < int(found[3] or 80) <= 65535:
            raise MalformedUrl(
                f"‘{url[:80]}’ is geen adres van een server. Schrijf schema, host en poort, zonder pad: "
                "http://toneel:8600."
            )
        scheme, host, port = found[1], found[2].lower(), int(found[3] or 0)
        named = f":{port}" if port and port != _DEFAULT_PORTS[scheme] else ""
        root = f"{scheme}://{host}{named}"
        return cls({key: root + system.path for key, system in SYSTEMS.items()}, world_in_path=True)

    @classmethod
    def real(cls) -> AddressBook:
        """Return the book of the real host names, for the wire in process."""
        return cls({key: system.real for key, system in SYSTEMS.items()}, world_in_path=False)

    def base(self, system: str, world: str = DEFAULT_WORLD) -> str:
        """Return the base URL of a system in a world, without a slash at the end."""
        base = self.bases[system]
        if not self.world_in_path or world == DEFAULT_WORLD:
            return base
        root = self.bases["stage"]
        return f"{root}/w/{world}{base[len(root) :]}"

    @cached_property
    def origin_hosts(self) -> frozenset[str]:
        """The hosts (with port) at which the systems stand."""
        return frozenset(urlsplit(base).netloc for base in self.bases.values())

    @cached_property
    def loopback_hosts(self) -> frozenset[str]:
        """The names of this machine itself, at the ports where the systems stand."""
        ports = {urlsplit(base).port for base in self.bases.values()}
        names = ("127.0.0.1", "localhost", "[::1]")
        return frozenset(f"{name}:{port}" if port else name for name in names for port in ports)

    def place(self, host: str, path: str) -> Place | None:
        """Return where ``path`` at ``host`` leads, or None when no system stands there.

        On one port the host does not choose; with real names it does.
        """
        for app, at, mount in self._mounts:
            if (self.world_in_path or at == host) and (path == mount or path.startswith(f"{mount}/")):
                return Place(app, mount, path[len(mount) :])
        return None

    @cached_property
    def _mounts(self) -> tuple[tuple[str, str, str], ...]:
        """Application, host and path of every system, the longest path first: the first that fits is it."""
        parts = {key: urlsplit(base) for key, base in self.bases.items()}
        return tuple(
            (app_of(key), parts[key].netloc, parts[key].path)
            for key in sorted(parts, key=lambda key: -len(parts[key].path))
        )
