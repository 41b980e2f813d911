"""The federation as one WSGI application.

It builds each application once per process, connects who asks whom, seeds worlds with the cast, and is
itself the WSGI application that sends each request to the right system in the right world.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from werkzeug.wsgi import ClosingIterator

from mocks.acm.app import create_app as create_acm
from mocks.acm.backend import clients
from mocks.acm.backend.explain import Attempt, Explanation, attempts, explain, identities
from mocks.acm.backend.readiness import Readiness
from mocks.acm.control import seed as seed_clients
from mocks.acm.domain.verdict import Identity
from mocks.cast import Cast, load_cast
from mocks.cast.facts import facts_of
from mocks.core.addresses import DEFAULT_WORLD, AddressBook, Place, is_probe
from mocks.core.control import parse
from mocks.core.errors import Refusal
from mocks.core.keys import KeyPool
from mocks.core.refusals import OtherHost, UnknownPlace, answer_plainly, check_control
from mocks.core.statements import StatementCache
from mocks.core.store import Database
from mocks.core.visit import ENVIRON_VISIT, ENVIRON_WORLD, House, Visit
from mocks.core.wire.backchannel import Backchannel
from mocks.core.worlds import World, Worlds
from mocks.csam_btb.app import create_app as create_csam
from mocks.eloketten.kiosk.app import create_app as create_kiosk
from mocks.eloketten.kiosk_oud.app import create_app as create_kiosk_oud
from mocks.eloketten.kiosk_oud.domain.explanation import Explanation as OldExplanation
from mocks.eloketten.kmo_portefeuille.app import create_app as create_kmo_portefeuille
from mocks.eloketten.simple.app import create_app as create_elokets
from mocks.facts import Facts
from mocks.federation.connections import Connections
from mocks.federation.elokets import OwnElokets, register_all, register_everywhere
from mocks.federation.kinds import KINDS
from mocks.federation.old_kiosk import AT, explain_old_kiosk
from mocks.federation.onboarding import desks
from mocks.federation.register import register_of
from mocks.idm.app import create_app as create_idm
from mocks.kbo.app import create_app as create_kbo
from mocks.rijksregister.app import create_app as create_rijksregister
from mocks.settings import Settings
from mocks.ssm.app import create_app as create_ssm
from mocks.stage.app import create_app as create_stage
from mocks.stage.company import Company
from mocks.storage import storage_of

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment
    from flask import Flask


class Federation:
    """All systems behind one WSGI application."""

    def __init__(self, settings: Settings, cast: Cast | None = None) -> None:
        """Build the applications and make sure that the default world is there."""
        self.cast = cast or load_cast()
        self._peers = Connections(self.cast)
        self._elokets = tuple(clients.read_file(text) for text in settings.elokets)
        storage, vault = storage_of(settings)
        self.house = House(
            addresses=AddressBook.on(settings.url) if settings.url else AddressBook.real(),
            keys=KeyPool(vault),
            worlds=Worlds(storage, settings.wall, settings.starting_moment, settings.clock),
            wall=settings.wall,
            statements=StatementCache(),
            backchannel=Backchannel(),
            allow_real_numbers=settings.allow_real_numbers,
            control_token=settings.control_token,
            mail=settings.smtp,
        )
        self.house.worlds.seeder = self._seed
        self.house.backchannel.application = self
        self.applications = self._build()
        self.house.worlds.ensure_default()
        register_everywhere(self.house, self._elokets)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request in the world and at the system that it names."""
        try:
            return self._answer(environ, start_response)
        except Refusal as refusal:
            return answer_plainly(refusal, environ, start_response)

    def explain(
        self, visit: Visit, who: str, on_behalf_of: str, at: str, key: str | None
    ) -> Explanation | OldExplanation:
        """Say why somebody may or may not act for an organisation at an e-loket."""
        if at == AT:
            return explain_old_kiosk(visit, self._peers.acm(visit), who, on_behalf_of, key)
        return explain(visit, self._peers.acm(visit), who, on_behalf_of, at, key)

    def identities(self, visit: Visit, number: str, at: str) -> Sequence[Identity]:
        """Return the identities that a person can take at an e-loket, with his strongest key."""
        return identities(visit, self._peers.acm(visit), number, at)

    def attempts(self, visit: Visit, number: str) -> Iterator[Attempt]:
        """Give what becomes of a person at every e-loket with every kind of key."""
        return attempts(visit, self._peers.acm(visit), number)

    def readiness(self, visit: Visit, at: str, day: date | None) -> Readiness:
        """Say who could sign in at an e-loket on a day; without one on the world's own."""
        return Readiness(visit, self._peers.acm(visit), register_of(visit), at, day)

    def visit(self, world: str = DEFAULT_WORLD) -> Visit:
        """Enter a world outside of a request; the caller closes the visit."""
        return Visit(self.house, self.house.worlds.open(world))

    def _answer(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        world, prefix, path = self._world_of(environ)
        place = self.house.addresses.place(environ.get("HTTP_HOST", ""), path)
        if place is None:
            raise UnknownPlace(f"Op {environ.get('HTTP_HOST', '')} staat geen systeem van Proefloket.")
        if self.house.addresses.world_in_path and not is_probe(path):
            moved = self._moved(environ)
            if moved is not None:
                start_response("307 Temporary Redirect", [("Location", moved), ("Content-Length", "0")])
                return [b""]
        self._check_control(environ, place)
        environ["SCRIPT_NAME"] = prefix + place.mount
        environ["PATH_INFO"] = place.rest or "/"
        app = self.applications[place.app]
        if ENVIRON_VISIT in environ:
            return app(environ, start_response)
        visit = self.visit(world)
        environ[ENVIRON_VISIT] = visit
        try:
            return ClosingIterator(app(environ, start_response), visit.close)
        except BaseException:
            visit.close()
            raise

    def _world_of(self, environ: WSGIEnvironment) -> tuple[str, str, str]:
        """Return the world of a request, the prefix that named it, and the path without it."""
        path = environ.get("PATH_INFO", "") or "/"
        if not (self.house.addresses.world_in_path and path.startswith("/w/")):
            return environ.get(ENVIRON_WORLD, DEFAULT_WORLD), "", path
        world, _, rest = path.removeprefix("/w/").partition("/")
        if world == DEFAULT_WORLD:
            raise UnknownPlace("De standaardwereld staat op / zelf, zonder /w/default.")
        return world, f"/w/{world}", f"/{rest}"

    def _moved(self, environ: WSGIEnvironment) -> str | None:
        """Return where a request with another Host belongs, or None when it is right here.

        Raises:
            OtherHost: for a change at a host name that is not this machine's own.
        """
        host = environ.get("HTTP_HOST", "").lower()
        if host in self.house.addresses.origin_hosts:
            return None
        if environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
            if host in self.house.addresses.loopback_hosts:
                return None
            raise OtherHost(
                f"Proefloket staat op {self.house.addresses.base('stage')}, niet op ‘{host[:80]}’. "
                "Gebruik dat adres, of start met --url."
            )
        query = environ.get("QUERY_STRING", "")
        # PATH_INFO is decoded; encoded anew, a line end in it adds no header to the answer.
        path = quote(environ.get("PATH_INFO", "/").encode("latin-1"))
        return self.house.addresses.base("stage") + path + (f"?{query}" if query else "")

    def _check_control(self, environ: WSGIEnvironment, place: Place) -> None:
        # By segment, because Flask reads //_mock/cast as /_mock/cast.
        if "_mock" in place.rest.split("/"):
            check_control(
                self.house.control_token,
                environ.get("HTTP_AUTHORIZATION", "").removeprefix("Bearer "),
                "Stuur Authorization: Bearer <het controletoken dat bij het starten staat>.",
            )

    def _build(self) -> Mapping[str, Flask]:
        house = self.house
        company = Company(
            self.cast, self.explain, self.identities, self.readiness, Facts(KINDS), OwnElokets(self._elokets)
        )
        return {
            "rijksregister": create_rijksregister(house, self._peers.rijksregister),
            "kbo": create_kbo(house, self._peers.kbo),
            "csam": create_csam(house, self._peers.csam),
            "idm": create_idm(house, self._peers.idm),
            "ssm": create_ssm(house, self._peers.ssm),
            "acm": create_acm(house, self._peers.acm, desks),
            "kiosk": create_kiosk(house, self._peers.kiosk),
            "kiosk-oud": create_kiosk_oud(house, self._peers.kiosk_oud),
            "kmo-portefeuille": create_kmo_portefeuille(house, self._peers.kmo_portefeuille),
            "eloket": create_elokets(house, self._peers.elokets),
            "stage": create_stage(house, company),
        }

    def _seed(self, database: Database, moment: datetime, cast: bool) -> None:
        """Fill an empty world with the clients of ACM, which are always there, and with the cast.

        Those that the start registered are always there, too: so a reset puts them back.
        """
        visit = Visit(self.house, World(DEFAULT_WORLD, database))
        seed_clients(visit)
        register_all(visit, self._elokets)
        for fact in facts_of(self.cast, moment.date()) if cast else ():
            kind = KINDS[fact.system][fact.kind]
            kind.put(visit, fact.number, parse(kind.body, fact.members))
        visit.close()
