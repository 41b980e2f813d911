"""Who asks whom: the peers of each system, connected to the authorities that answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mocks.acm.backend import clients
from mocks.acm.domain.eloket import Eloket
from mocks.acm.peers import Institution
from mocks.acm.peers import Peers as AcmPeers
from mocks.cast import Cast
from mocks.core.identifiers import EnterpriseNumber, Insz
from mocks.core.visit import Visit
from mocks.csam_btb.backend import Appointments, AppointmentsDesk, DigitalKeysDesk, Office, first_sign_in
from mocks.csam_btb.domain.kinds import Kind
from mocks.csam_btb.peers import Peers as CsamPeers
from mocks.eloketten.kiosk.peers import Peers as KioskPeers
from mocks.eloketten.kiosk_oud.peers import Peers as KioskOudPeers
from mocks.eloketten.kmo_portefeuille.peers import Peers as KmoPeers
from mocks.eloketten.simple.domain import Agreement
from mocks.eloketten.simple.peers import Peers as ElokettenPeers
from mocks.federation.shared_dossiers import SharedDossiers
from mocks.idm.backend import Activations, Administrators, WorkRelationsDesk
from mocks.idm.domain.catalogue import CATALOGUE
from mocks.idm.peers import Peers as IdmPeers
from mocks.kbo.backend import ExtractDesk, FunctionsDesk, Kbo
from mocks.kbo.peers import Peers as KboPeers
from mocks.rijksregister.backend import IdentityDesk, Rijksregister
from mocks.rijksregister.peers import Letter
from mocks.rijksregister.peers import Peers as RijksregisterPeers
from mocks.ssm.backend import MandatesDesk
from mocks.ssm.peers import Peers as SsmPeers


class Connections:
    """The peers of each system during a visit."""

    def __init__(self, cast: Cast) -> None:
        """Know the personages and the organisations by the keys of ``cast``."""
        self._cast = cast
        self._personas = {person.key: person.number for person in cast.people.values()}
        self._organisations = {one.key: one.code for one in cast.organisations.values()}
        self._institutions = dict(_institutions(cast))

    def rijksregister(self, visit: Visit) -> RijksregisterPeers:
        """Return whom the desk of the Rijksregister asks."""
        office = Office(visit, self.csam(visit))

        def activation_codes(insz: Insz, email: str, lost: Sequence[str]) -> Letter:
            code = office.issue(insz, email, [Kind(kind) for kind in lost])
            link = visit.url("csam", f"/activeren/{code.link}")
            return Letter(code.on_paper, link, code.email, code.valid_until)

        return RijksregisterPeers(activation_codes)

    def csam(self, visit: Visit) -> CsamPeers:
        """Return whom CSAM asks: FAS, "Mijn digitale sleutels" and BTB."""
        return CsamPeers(
            identity=IdentityDesk(visit),
            functions=FunctionsDesk(visit),
            extract=ExtractDesk(visit),
            directory=lambda text: self._cards(visit, text),
        )

    def idm(self, visit: Visit) -> IdmPeers:
        """Return whom IDM asks."""
        return IdmPeers.of(
            visit,
            identity=IdentityDesk(visit),
            functions=FunctionsDesk(visit),
            extract=ExtractDesk(visit),
            appointments=AppointmentsDesk(visit),
            function_holders=lambda number: Kbo(visit).function_holders(EnterpriseNumber(number)),
            appointees=lambda number: Appointments(visit).people(EnterpriseNumber(number), living=True),
        )

    def ssm(self, visit: Visit) -> SsmPeers:
        """Return whom SSM asks."""
        return SsmPeers.of(
            visit,
            identity=IdentityDesk(visit),
            functions=FunctionsDesk(visit),
            extract=ExtractDesk(visit),
            work_relations=WorkRelationsDesk(visit),
            search=lambda name: self._organisations_named(visit, name),
        )

    def acm(self, visit: Visit) -> AcmPeers:
        """Return whom ACM asks."""
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
            personas=self._personas,
            organisations=self._organisations,
            institutions=self._institutions,
        )

    @staticmethod
    def kbo(visit: Visit) -> KboPeers:
        """Return whom KBO asks."""
        return KboPeers(identity=IdentityDesk(visit))

    @staticmethod
    def kiosk(visit: Visit) -> KioskPeers:
        """Return whom KIOSK asks."""
        return KioskPeers.of(visit, identity=IdentityDesk(visit), extract=ExtractDesk(visit))

    @staticmethod
    def kiosk_oud(visit: Visit) -> KioskOudPeers:
        """Return whom the old KIOSK asks: KIOSK 2.0 has the same dossiers."""
        return KioskOudPeers(SharedDossiers(visit))

    def kmo_portefeuille(self, visit: Visit) -> KmoPeers:
        """Return whom the kmo-portefeuille asks; what it activates, IDM keeps."""
        return KmoPeers.of(
            visit,
            extract=ExtractDesk(visit),
            departments=Activations(visit, self.idm(visit), CATALOGUE["dienstverlener-departementen"]),
        )

    @staticmethod
    def elokets(visit: Visit) -> ElokettenPeers:
        """Return whom the e-lokets ask that need nothing but an integration file."""

        def agreement(name: str) -> Agreement | None:
            found = clients.find(visit, name)
            return agreement_of(visit, found) if found is not None else None

        return ElokettenPeers(
            agreement=agreement,
            agreements=lambda: [
                agreed for one in clients.every(visit) if (agreed := agreement_of(visit, one)) is not None
            ],
        )

    def _cards(self, visit: Visit, text: str) -> Sequence[tuple[str, str, str]]:
        """Return the identity cards in the drawer: number, name and trait of whoever fits ``text``."""
        traits = {person.number: person.trait for person in self._cast.people.values()}
        order = {number: place for place, number in enumerate(traits)}
        found = Rijksregister(visit).search(text, 60)
        ranked = sorted(found, key=lambda person: order.get(person.insz, len(order)))
        return [(person.insz, person.full_name, traits.get(person.insz, "")) for person in ranked]

    def _grantors(self, visit: Visit, number: str, right: str) -> Sequence[tuple[str, str]]:
        """Return name and ground of whoever could grant a right in an organisation."""
        found = Administrators(visit, self.idm(visit)).who_may_grant(EnterpriseNumber(number), right)
        return [(one.name, one.reason) for one in found]

    @staticmethod
    def _organisations_named(visit: Visit, name: str) -> Sequence[tuple[str, str]]:
        """Return number and name of at most ten organisations that KBO finds by this name."""
        found, _ = Kbo(visit).enterprises(name, 0, 10)
        return [(one.number, one.name) for one in found]


def _institutions(cast: Cast) -> Iterator[tuple[str, Institution]]:
    """Give the organisations of the cast for which an inrichtende macht acts, by key."""
    for one in cast.organisations.values():
        if one.inrichtende_macht is not None:
            acting = cast.organisation(one.inrichtende_macht)
            yield one.key, Institution(one.name, acting.code, acting.name)


def agreement_of(visit: Visit, eloket: Eloket) -> Agreement | None:
    """Return what an e-loket knows of its integration file, or None when it does not stand with ours."""
    here = visit.url("eloket", f"/{eloket.client_id}/aanmelden/callback")
    if here not in eloket.redirect_uris or eloket.client_secret is None:
        return None
    return Agreement(
        eloket.client_id,
        eloket.client_name,
        eloket.client_secret,
        eloket.scope,
        tuple(f"{scope}_rol_3d" for scope in sorted(eloket.role_scopes)),
    )
