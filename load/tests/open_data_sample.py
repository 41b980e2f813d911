"""A small register in the format of KBO Open Data, made up here: its numbers belong to nobody."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mocks.core.identifiers import make_enterprise_number, make_establishment_number

ENTERPRISE = (
    "EnterpriseNumber,Status,JuridicalSituation,TypeOfEnterprise,JuridicalForm,JuridicalFormCAC,StartDate"
)
DENOMINATION = "EntityNumber,Language,TypeOfDenomination,Denomination"
ADDRESS = (
    "EntityNumber,TypeOfAddress,CountryNL,CountryFR,Zipcode,MunicipalityNL,MunicipalityFR,StreetNL,StreetFR,"
    "HouseNumber,Box,ExtraAddressInfo,DateStrikingOff"
)

STRIDE = 3
"""Between two enterprises lie the numbers of two others; invented ones come to stand there too."""

NATURAL, FOREIGN, MUNICIPALITY, LATE = "Wannes Werkelijk", "Overzee Ltd", "Stad Ergens", "Te Laat vzw"
"""What the enterprises that must be passed over are called."""

BANKRUPT, FRENCH, NAMELESS, ABROAD, STRUCK_OFF = 5, 6, 7, 8, 9
"""Enterprises with something special, by their rank."""


@dataclass
class Sample:
    """The lines of each file; a test changes what it is about.

    Attributes:
        lines: by file, the header first.
        raw: bytes that stand in the place of a file.
    """

    lines: dict[str, list[str]]
    raw: dict[str, bytes] = field(default_factory=dict)

    def members(self) -> Mapping[str, bytes]:
        """Return the bytes of every file."""
        written = {name: "\r\n".join([*lines, ""]).encode() for name, lines in self.lines.items()}
        return {**written, **self.raw}

    def folder(self, folder: Path) -> Path:
        """Write the files into a new folder, and return it."""
        folder.mkdir()
        for name, content in self.members().items():
            (folder / name).write_bytes(content)
        return folder

    def zip(self, file: Path) -> Path:
        """Write the files into a zip, and return it."""
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.members().items():
                archive.writestr(name, content)
        return file


def number(rank: int) -> str:
    """Return the number of the legal person of a rank, as the file shows it."""
    return make_enterprise_number(1_000 + rank * STRIDE).display


def sample(enterprises: int = 400) -> Sample:
    """Return a register with so many legal persons that can be organisations, and with others."""
    lines = {
        "meta.csv": [
            "Variable,Value",
            '"SnapshotDate","09-04-2021"',
            '"ExtractTimestamp","10-04-2021 21:00:00"',
            '"ExtractType","full"',
            '"ExtractNumber","87"',
            '"Version","R018.00"',
        ],
        "code.csv": [
            "Category,Code,Language,Description",
            '"JuridicalForm","017","FR","Association sans but lucratif"',
            '"JuridicalForm","017","NL","Vereniging zonder winstoogmerk"',
            '"JuridicalForm","706","NL","Coöperatieve vennootschap"',
            '"JuridicalSituation","000","NL","Normale toestand"',
            '"JuridicalSituation","050","NL","Opening van faillissement"',
            '"Nace2008","90011","NL","Beoefening van uitvoerende kunsten"',
        ],
        "enterprise.csv": [ENTERPRISE],
        "denomination.csv": [DENOMINATION],
        "address.csv": [ADDRESS],
        "contact.csv": ["EntityNumber,EntityContact,ContactType,Value"],
        "establishment.csv": ["EstablishmentNumber,StartDate,EnterpriseNumber"],
        "activity.csv": ["EntityNumber,ActivityGroup,NaceVersion,NaceCode,Classification"],
        "branch.csv": ["Id,StartDate,EnterpriseNumber"],
    }
    for rank in range(enterprises):
        _legal_person(lines, rank)
    others = (
        (NATURAL, "1", "", "1999"),
        (FOREIGN, "2", "030", "1999"),
        (MUNICIPALITY, "2", "411", "1999"),
        (LATE, "2", "017", "2021"),
    )
    for further, (name, kind, form, year) in enumerate(others):
        own = make_enterprise_number(1_001 + further * STRIDE).display
        lines["enterprise.csv"].append(f'"{own}","AC","000","{kind}","{form}",,"02-01-{year}"')
        lines["denomination.csv"].append(f'"{own}","2","001","{name}"')
        lines["contact.csv"].append(f'"{own}","ENT","EMAIL","{name.split()[0]}@echt.example"')
    unit = make_establishment_number(7).display
    lines["denomination.csv"].append(f'"{unit}","2","003","Vestiging Zeven"')
    lines["address.csv"].append(f'"{unit}","BAET",,,"9000","Gent","Gand","Lindelaan","Allée","7",,,')
    return Sample(lines)


def _legal_person(lines: dict[str, list[str]], rank: int) -> None:
    own, form = number(rank), "706" if rank % 2 else "017"
    situation = "050" if rank == BANKRUPT else "000"
    lines["enterprise.csv"].append(f'"{own}","AC","{situation}","2","{form}",,"15-06-{1990 + rank % 30}"')
    names = lines["denomination.csv"]
    names.append(f'"{own}","1","003","Boutique ""{rank}"""')
    names.append(f'"{own}","1","001","Société {rank}"')
    if rank != FRENCH:
        names.append(f'"{own}","2","001","Vereniging {rank}, de échte"')
    if rank == NAMELESS:
        del names[-3:]
    country = '"Nederland","Pays-Bas"' if rank == ABROAD else ","
    gone = '"01-02-2020"' if rank == STRUCK_OFF else ""
    dutch, french = ("", "Rue des Tilleuls") if rank == FRENCH else ("Lindelaan", "")
    seat = f'"9000","Gent","Gand","{dutch}","{french}","{rank or ""}","{rank % 3 or ""}",,{gone}'
    lines["address.csv"].append(f'"{own}","REGO",{country},{seat}')
    lines["contact.csv"].append(f'"{own}","ENT","TEL","093330000"')
