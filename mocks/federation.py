"""The composition root: the only module that sees every mock.

It builds each application once per process, connects who asks whom, seeds worlds with the cast, and is
itself the WSGI application that sends each request to the right system in the right world.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from werkzeug.wsgi import ClosingIterator

from mocks.acm.app import create_app as create_acm
from mocks.acm.backend.explain import Explanation, explain, identities
from mocks.acm.backend.readiness import Readiness, Register, Source
from mocks.acm.control import KINDS as ACM_KINDS
from mocks.acm.control import seed as seed_clients
from mocks.acm.domain.facts import names_person
from mocks.acm.domain.verdict import Identity
from mocks.acm.peers import Peers as AcmPeers
from mocks.cast import Cast, load_cast
from mocks.cast.facts import facts_of
from mocks.core.addresses import DEFAULT_WORLD, AddressBook, Place, is_probe
from mocks.core.control import FactKind, parse
from mocks.core.errors import Refusal
from mocks.core.identifiers import EnterpriseNumber
from mocks.core.keys import KeyPool
from mocks.core.refusals import ControlRefused, OtherHost, UnknownPlace, answer_plainly
from mocks.core.statements import StatementCache
from mocks.core.store import Database
from mocks.core.visit import ENVIRON_VISIT, ENVIRON_WORLD, House, Visit
from mocks.core.wire.backchannel import Backchannel
from mocks.core.worlds import World, Worlds
from mocks.csam_btb.app import create_app as create_csam
from mocks.csam_btb.backend import Appointments, AppointmentsDesk, DigitalKeysDesk, first_sign_in
from mocks.csam_btb.control import KINDS as CSAM_KINDS
from mocks.csam_btb.peers import Peers as CsamPeers
from mocks.eloketten.kiosk.app import create_app as create_kiosk
from mocks.eloketten.kiosk.control import KINDS as KIOSK_KINDS
from mocks.eloketten.kiosk.domain.calendar import season_on
from mocks.eloketten.kiosk.peers import Peers as KioskPeers
from mocks.facts import Facts
from mocks.idm.app import create_app as create_idm
from mocks.idm.backend import Administrators, Registration, WorkRelationsDesk
from mocks.idm.control import KINDS as IDM_KINDS
from mocks.idm.peers import Peers as IdmPeers
from mocks.kbo.app import create_app as create_kbo
from mocks.kbo.backend import ExtractDesk, FunctionsDesk, Kbo
from mocks.kbo.control import KINDS as KBO_KINDS
from mocks.kbo.peers import Peers as KboPeers
from mocks.rijksregister.app import create_app as create_rijksregister
from mocks.rijksregister.backend import IdentityDesk, Rijksregister
from mocks.rijksregister.control import KINDS as RIJKSREGISTER_KINDS
from mocks.settings import Settings
from mocks.ssm.app import create_app as create_ssm
from mocks.ssm.backend import MandatesDesk
from mocks.ssm.control import KINDS as SSM_KINDS
from mocks.ssm.peers import Peers as SsmPeers
from mocks.stage.app import create_app as create_stage
from mocks.stage.company import Company
from mocks.storage import storage_of

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment
    from flask import Flask

KINDS: Mapping[str, Mapping[str, FactKind[Any]]] = {
    system: {kind.name: kind for kind in kinds}
    for system, kinds in (
        ("rijksregister", RIJKSREGISTER_KINDS),
        ("csam", CSAM_KINDS),
        ("kbo", KBO_KINDS),
        ("idm", IDM_KINDS),
        ("ssm", SSM_KINDS),
        ("acm", ACM_KINDS),
        ("kiosk", KIOSK_KINDS),
    )
}
"""Every kind of fact of every authority, for the cast and for exported facts."""


class Federation:
    """All systems behind one WSGI application."""

    def __init__(self, settings: Settings, cast: Cast | None = None) -> None:
        """Build the applications and make sure that the default world is there."""
        self.cast = cast or load_cast()
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
        )
        self.house.worlds.seeder = self._seed
        self.house.backchannel.application = self
        self.applications = self._build()
        self.house.worlds.ensure_default()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request in the world and at the system that it names."""
        try:
            return self._answer(environ, start_response)
        except Refusal as refusal:
            return answer_plainly(refusal, environ, start_response)

    def explain(self, visit: Visit, who: str, on_behalf_of: str, at: str, key: str | None) -> Explanation:
        """Say why somebody may or may not act for an organisation at an e-loket."""
        return explain(visit, self._acm_peers(visit), who, on_behalf_of, at, key)

    def identities(self, visit: Visit, number: str, at: str) -> Sequence[Identity]:
        """Return the identities that a person can take at an e-loket, with his strongest key."""
        return identities(visit, self._acm_peers(visit), number, at)

    def readiness(self, visit: Visit, at: str, day: date | None) -> Readiness:
        """Say who could sign in at an e-loket on a day; without one on the world's own."""
        return Readiness(visit, self._acm_peers(visit), _register(visit), at, day)

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
        token = self.house.control_token
        # By segment, because Flask reads //_mock/cast as /_mock/cast.
        if token is None or "_mock" not in place.rest.split("/"):
            return
        given = environ.get("HTTP_AUTHORIZATION", "").removeprefix("Bearer ")
        if not hmac.compare_digest(given.encode(), token.encode()):
            raise ControlRefused("Stuur Authorization: Bearer <het controletoken dat bij het starten staat>.")

    def _build(self) -> Mapping[str, Flask]:
        house = self.house
        company = Company(self.cast, self.explain, self.identities, self.readiness, Facts(KINDS))
        return {
            "rijksregister": create_rijksregister(house),
            "kbo": create_kbo(house, lambda visit: KboPeers(identity=IdentityDesk(visit))),
            "csam": create_csam(house, self._csam_peers),
            "idm": create_idm(house, self._idm_peers),
            "ssm": create_ssm(house, self._ssm_peers),
            "acm": create_acm(house, self._acm_peers),
            "kiosk": create_kiosk(
                house,
                lambda visit: KioskPeers.of(visit, identity=IdentityDesk(visit), extract=ExtractDesk(visit)),
            ),
            "stage": create_stage(house, company),
        }

    def _csam_peers(self, visit: Visit) -> CsamPeers:
        return CsamPeers(
            identity=IdentityDesk(visit),
            functions=FunctionsDesk(visit),
            extract=ExtractDesk(visit),
            directory=lambda text: self._cards(visit, text),
        )

    def _idm_peers(self, visit: Visit) -> IdmPeers:
        return IdmPeers.of(
            visit,
            identity=IdentityDesk(visit),
            functions=FunctionsDesk(visit),
            extract=ExtractDesk(visit),
            appointments=AppointmentsDesk(visit),
            function_holders=lambda number: Kbo(visit).function_holders(EnterpriseNumber(number)),
            appointees=lambda number: Appointments(visit).people(EnterpriseNumber(number), living=True),
        )

    def _ssm_peers(self, visit: Visit) -> SsmPeers:
        return SsmPeers.of(
            visit,
            identity=IdentityDesk(visit),
            functions=FunctionsDesk(visit),
            extract=ExtractDesk(visit),
            work_relations=WorkRelationsDesk(visit),
        )

    def _acm_peers(self, visit: Visit) -> AcmPeers:
        return AcmPeers.of(
            visit,
            identity=IdentityDesk(visit),
            digital_keys=DigitalKeysDesk(visit),
            functions=FunctionsDesk(visit),
            extract=ExtractDesk(visit),
            work_relations=WorkRelationsDesk(visit),
            appointments=AppointmentsDesk(visit),
            mandates=MandatesDesk(visit),
            signed_in=lambda insz: first_sign_in(visit, insz),
            grantors=lambda number, right: self._grantors(visit, number, right),
            search=lambda name: self._organisations_named(visit, name),
            personas={person.key: person.number for person in self.cast.people.values()},
            organisations={one.key: one.code for one in self.cast.organisations.values()},
        )

    def _cards(self, visit: Visit, text: str) -> Sequence[tuple[str, str, str]]:
        """Return the identity cards in the drawer: number, name and trait of whoever fits ``text``."""
        traits = {person.number: person.trait for person in self.cast.people.values()}
        order = {number: place for place, number in enumerate(traits)}
        found = Rijksregister(visit).search(text, 60)
        ranked = sorted(found, key=lambda person: order.get(person.insz, len(order)))
        return [(person.insz, person.full_name, traits.get(person.insz, "")) for person in ranked]

    def _grantors(self, visit: Visit, number: str, right: str) -> Sequence[tuple[str, str]]:
        """Return name and ground of whoever could grant a right in an organisation."""
        found = Administrators(visit, self._idm_peers(visit)).who_may_grant(EnterpriseNumber(number), right)
        return [(one.name, one.reason) for one in found]

    @staticmethod
    def _organisations_named(visit: Visit, name: str) -> Sequence[tuple[str, str]]:
        """Return number and name of at most ten organisations that KBO finds by this name."""
        found, _ = Kbo(visit).enterprises(name, 0, 10)
        return [(one.number, one.name) for one in found]

    def _seed(self, database: Database, moment: datetime, cast: bool) -> None:
        """Fill an empty world with the clients of ACM, which are always there, and with the cast."""
        visit = Visit(self.house, World(DEFAULT_WORLD, database))
        seed_clients(visit)
        for fact in facts_of(self.cast, moment.date()) if cast else ():
            kind = KINDS[fact.system][fact.kind]
            kind.put(visit, fact.number, parse(kind.body, fact.members))
        visit.close()


def _register(visit: Visit) -> Register:
    """Return who may have something with an organisation: whoever acts by a mandate joins here."""
    return Register(
        sources=(
            Source("KBO", Kbo(visit).function_holders),
            Source("Gebruikersbeheer", Registration(visit).persons_in),
            Source(
                "Beheer der Toegangsbeheerders",
                lambda number: Appointments(visit).people(EnterpriseNumber(number)),
            ),
            Source("Mandatenbeheer", lambda number: _mandated(visit, number)),
        ),
        directory=lambda name, offset, limit: _enterprises(visit, name, offset, limit),
        notice=lambda at, day: season_on(day).sentence if at == "kiosk" else None,
    )


def _enterprises(visit: Visit, name: str, offset: int, limit: int) -> tuple[list[str], int]:
    found, total = Kbo(visit).enterprises(name or None, offset, limit)
    return [one.number for one in found], total


def _mandated(visit: Visit, number: str) -> Iterator[str]:
    """Give who may use a mandate of an enterprise: its holders, and the people of these."""
    for holder in MandatesDesk(visit).holders_of(number):
        if names_person(holder):
            yield holder
        else:
            yield from Kbo(visit).function_holders(EnterpriseNumber(holder))
            yield from Registration(visit).persons_in(EnterpriseNumber(holder))


def load(settings: Settings) -> Callable[..., Any]:
    """Return the federation for a server's worker process."""
    return Federation(settings)
