"""Rights by the file: exporting those of an organisation, and granting from CSV."""

from __future__ import annotations

from collections.abc import Iterator

from mocks.core.errors import Refusal
from mocks.core.forms import date_text, read_date
from mocks.core.identifiers import Insz
from mocks.core.visit import Visit
from mocks.idm import store
from mocks.idm.backend.book import Actor, Book, booking
from mocks.idm.backend.catalogue import catalogue_in
from mocks.idm.backend.people import registered_person
from mocks.idm.backend.rights import grant_in
from mocks.idm.domain.administrator import Administrator
from mocks.idm.domain.asked import Catalogue
from mocks.idm.domain.bulk import (
    EXPORT_COLUMNS,
    BulkReport,
    GrantLine,
    LineReport,
    csv_text,
    export_row,
    read_grants,
)
from mocks.idm.domain.people import Registered
from mocks.idm.domain.relations import RelationNumber
from mocks.idm.domain.rights import RightNumber, Wish
from mocks.idm.errors import UnknownWorkRelation
from mocks.idm.peers import Peers

_EXPORT_PIECE = 500

Read = tuple[GrantLine, Insz, Wish, Registered]


class _NothingDone(Exception):  # not a refusal: the way out of a transaction
    """Rolls back what a file would have done."""


class Bulk:
    """Rights by the file, during one visit."""

    def __init__(self, visit: Visit, peers: Peers) -> None:
        """Answer within ``visit``; the Rijksregister is asked through ``peers``."""
        self._visit = visit
        self._peers = peers

    def export(self, administrator: Administrator) -> Iterator[str]:
        """Give the rights of an organisation as CSV, piece by piece, passed and revoked ones included.

        *Bron*: CSV export "SyncTool" (domain facts §4); the columns are ours.
        """
        reading, number = self._visit.reading, administrator.organisation.number
        yield "\ufeff" + csv_text([EXPORT_COLUMNS])
        after: RightNumber | None = None
        while rights := store.rights.of_organisation(reading, number, after, _EXPORT_PIECE):
            after = rights[-1].number
            holders = sorted({right.number.relation.person for right in rights})
            persons = store.people.find_all(reading, holders)
            relations = {one.number: one for one in store.relations.of_persons_in(reading, holders, number)}
            yield csv_text(
                export_row(persons[right.number.relation.person], relations[right.number.relation], right)
                for right in rights
            )

    def grant(
        self, administrator: Administrator, text: str, *, all_or_nothing: bool = True, rehearse: bool = False
    ) -> BulkReport:
        """Grant every right in a file, and report line by line.

        A line is granted whole or not at all.  By default one wrong line undoes the whole file; with
        ``rehearse`` nothing is done in any case.

        Raises:
            MalformedCsv, TooManyLines: when the file as such cannot be read.
        """
        lines = read_grants(text)
        known: dict[Insz, Registered | Refusal] = {}
        catalogue = catalogue_in(self._visit.reading)
        read = {line.number: self._read(administrator, line, catalogue, known) for line in lines}
        reports: list[LineReport] = []
        done = True
        try:
            with booking(self._visit, Actor.of(administrator)) as book:
                for line in lines:
                    reports.append(self._line(book, administrator, line, read[line.number]))
                wrong = any(not report.right for report in reports)
                if rehearse or (wrong and all_or_nothing):
                    raise _NothingDone
        except _NothingDone:
            done = False
            reports = [_undone(report) for report in reports]
        return BulkReport(tuple(reports), done)

    def _read(
        self,
        administrator: Administrator,
        line: GrantLine,
        catalogue: Catalogue,
        known: dict[Insz, Registered | Refusal],
    ) -> Read | Refusal:
        """Return what a line asks, or why it cannot be understood or granted by this administrator."""
        try:
            insz = Insz(line.person)
            right = catalogue.find(line.right)
            administrator.require_grant(right)
            wish = Wish(
                right=right,
                profile=line.profile or None,
                contexts=line.contexts,
                begin=read_date(line.begin, "De begindatum") if line.begin else None,
                end=read_date(line.end, "De einddatum") if line.end else None,
            )
            return line, insz, wish, self._registered(insz, known)
        except Refusal as refusal:
            return refusal

    def _registered(self, insz: Insz, known: dict[Insz, Registered | Refusal]) -> Registered:
        if insz not in known:
            try:
                known[insz] = registered_person(self._visit, self._peers, insz)
            except Refusal as refusal:
                known[insz] = refusal
        found = known[insz]
        if isinstance(found, Refusal):
            raise found
        return found

    def _line(
        self, book: Book, administrator: Administrator, line: GrantLine, read: Read | Refusal
    ) -> LineReport:
        """Grant one line; every check of it comes before the first thing that it writes."""
        if isinstance(read, Refusal):
            return LineReport(line.number, None, read.code, read.sentence)
        _, insz, wish, registered = read
        try:
            number = self._relation_of(book, administrator, insz, wish)
            right = grant_in(book, administrator, number, wish, registered)
        except Refusal as refusal:
            return LineReport(line.number, None, refusal.code, refusal.sentence)
        sentence = (
            f"‘{right.right.name}’ toegekend aan {registered.full_name} tot en met {date_text(right.end)}."
        )
        return LineReport(line.number, str(right.number), "", sentence)

    def _relation_of(
        self, book: Book, administrator: Administrator, insz: Insz, wish: Wish
    ) -> RelationNumber:
        """Return the work relation that a line means: the one on the first day of the right."""
        organisation = administrator.organisation
        book.active_person(insz, organisation.number)
        relations = store.relations.of_person_in(book.connection, insz, organisation.number)
        day = wish.begin or book.today
        fitting = [one for one in relations if one.holds_on(day)] or relations[-1:]
        if not fitting:
            raise UnknownWorkRelation(
                f"Deze persoon heeft geen werkrelatie met {organisation.name}. Koppel de persoon eerst."
            )
        return fitting[0].number


def _undone(report: LineReport) -> LineReport:
    if report.granted is None:
        return report
    return LineReport(report.line, None, "", "In orde, maar niets is toegekend.")
