"""Rights by the file: exported, granted line by line, and nothing half done."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from mocks.idm import errors
from mocks.idm.backend import Bulk
from mocks.idm.domain.bulk import BulkReport, csv_text, read_grants
from mocks.idm.tests.alone import ELS, INES, JAN, NOBODY, TOM, IdmAlone

HEADER = "rijksregisternummer;recht;profiel;contexten;begin;einde"


def grant(idm: IdmAlone, *lines: str, all_or_nothing: bool = True, rehearse: bool = False) -> BulkReport:
    with idm.acting() as acting:
        bulk = Bulk(acting.visit, acting.peers)
        text = "\n".join((HEADER, *lines))
        return bulk.grant(acting.administrator, text, all_or_nothing=all_or_nothing, rehearse=rehearse)


def rights_held(idm: IdmAlone) -> list[str]:
    with idm.acting() as acting:
        found = acting.people.search(acting.administrator)
    return [
        f"{row.full_name}: {right.right.name} tot {right.end}"
        for row in found.items
        for relation in row.relations
        for right in relation.rights
    ]


@pytest.fixture
def staffed(idm: IdmAlone) -> IdmAlone:
    """Return an IDM where De Kade employs Els, Tom and Inês."""
    for person in (ELS, TOM, INES):
        idm.employ(person)
    return idm


def test_a_file_without_faults_grants_every_line(staffed: IdmAlone) -> None:
    report = grant(
        staffed,
        f"{ELS.display};KIOSK Aanvrager;;;;01/01/2022",
        "",
        f"{TOM};vlaio-inkom-gebruiker;Gebruiker;;28/04/2021;",
    )
    assert (report.done, report.granted, report.refused) == (True, 2, 0)
    assert [line.line for line in report.lines] == [2, 4], "an empty line is passed over and counted"
    assert rights_held(staffed) == [
        "Els Maes: KIOSK Aanvrager tot 2022-01-01",
        "Tom Willems: VLAIO Inkom Gebruiker tot 2025-04-28",
    ]


FAULTS = (
    f"{ELS};KIOSK Aanvrager;;;;",
    f"{ELS};KIOSK Aanvrager;;;;",
    f"{INES};KIOSK Aanvrager;;;;",
    f"{TOM};Recht dat niet bestaat;;;;",
    f"{TOM};KIOSK Aanvrager;;;;31/02/2022",
    f"{TOM};KIOSK Aanvrager;;;;01/01/2040",
    f"{NOBODY};KIOSK Aanvrager;;;;",
    f"{JAN};KIOSK Aanvrager;;;;",
    "12;KIOSK Aanvrager;;;;",
    f"{TOM};KIOSK Aanvrager;;Campus Mars|Campus Gent;;",
)
CODES = [
    "",
    "right-already-granted",
    "belgian-eid-needed",
    "unknown-right",
    "malformed-date",
    "right-past-work-relation",
    "unknown-person",
    "person-not-in-idm",
    "wrong-length",
    "unknown-context",
]


def test_one_wrong_line_undoes_the_file_and_every_line_is_told(staffed: IdmAlone) -> None:
    report = grant(staffed, *FAULTS)
    assert [line.code for line in report.lines] == CODES
    assert (report.done, report.granted, report.refused) == (False, 0, len(CODES) - 1)
    assert report.lines[0].sentence == "In orde, maar niets is toegekend."
    assert rights_held(staffed) == []


def test_asked_otherwise_the_right_lines_are_granted(staffed: IdmAlone) -> None:
    report = grant(staffed, *FAULTS, all_or_nothing=False)
    assert [line.code for line in report.lines] == CODES
    assert (report.done, report.granted) == (True, 1)
    assert rights_held(staffed) == ["Els Maes: KIOSK Aanvrager tot 2025-04-27"]


def test_a_rehearsal_does_nothing(staffed: IdmAlone) -> None:
    report = grant(staffed, FAULTS[0], rehearse=True)
    assert (report.done, report.granted, report.refused) == (False, 0, 0)
    assert rights_held(staffed) == []


def test_a_line_for_a_right_that_one_may_not_grant_is_refused(staffed: IdmAlone) -> None:
    staffed.told.appointment(TOM, staffed.employ(JAN).number.organisation, "access_manager", "mobility")
    with staffed.acting(TOM) as acting:
        text = f"{HEADER}\n{ELS};KIOSK Aanvrager;;;;"
        report = Bulk(acting.visit, acting.peers).grant(acting.administrator, text)
    assert [line.code for line in report.lines] == ["wrong-domain"]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", errors.MalformedCsv),
        ("nummer;recht\n1;2", errors.MalformedCsv),
        ("recht\nKIOSK Aanvrager", errors.MalformedCsv),
        ("recht;recht;rijksregisternummer\n", errors.MalformedCsv),
        (HEADER, errors.MalformedCsv),
        (HEADER + "\n1;2;3;4;5;6;7", errors.MalformedCsv),
        (HEADER + '\n"half', errors.MalformedCsv),
        (HEADER + "\n\0", errors.MalformedCsv),
        (HEADER + "\n1;2" * 2001, errors.TooManyLines),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_as_a_whole(text: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        read_grants(text)


def test_a_file_of_a_spreadsheet_is_read() -> None:
    (line,) = read_grants('\ufeffRecht,Rijksregisternummer,Contexten\r\n"A, b",123,x | y\r\n')
    assert (line.number, line.right, line.person, line.contexts) == (2, "A, b", "123", ("x", "y"))


def test_an_export_holds_every_right_also_a_revoked_one(staffed: IdmAlone) -> None:
    grant(staffed, f"{ELS};KIOSK Aanvrager;;;;", f"{TOM};Eigen e-loket Gebruiker;;;;")
    with staffed.acting() as acting:
        file = acting.people.person(acting.administrator, TOM)
        acting.rights.revoke(acting.administrator, file.relations[0].rights[0].number)
        text = "".join(Bulk(acting.visit, acting.peers).export(acting.administrator))
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert [(row["naam"], row["recht"], row["einde"], row["ingetrokken_op"]) for row in rows] == [
        ("Maes", "KIOSK Aanvrager", "27/04/2025", ""),
        ("Willems", "Eigen e-loket Gebruiker", "27/04/2025", "27/04/2021"),
    ]


def test_an_organisation_without_rights_exports_the_header_alone(idm: IdmAlone) -> None:
    with idm.acting() as acting:
        assert len(list(Bulk(acting.visit, acting.peers).export(acting.administrator))) == 1


def test_no_cell_is_run_as_a_formula_by_a_spreadsheet() -> None:
    assert (
        csv_text([["=1+1", "+32", "Els;Maes", date.min.isoformat()]])
        == "'=1+1;'+32;\"Els;Maes\";0001-01-01\r\n"
    )
