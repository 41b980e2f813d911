"""Why the KBO refuses.

DeskFull                         the desk has no number left to give
NotFound
└── UnknownEnterprise
BadRequest
├── EnterpriseMissing        a function in, or held by, an enterprise that is not registered
├── MalformedFunctionNumber  not enterprise, holder and code
├── UnknownFunctionCode
├── EndBeforeBegin           a function that ends before it begins
├── PersonRepresented        a permanent representative of a person
├── StatusContradicted       active with a stop date, stopped without, or stopped before the start
├── LabelMissing             a code without label that no table has
├── UnusableName             a search by a name that is empty, too long or unreadable
└── FieldRefused             a field of the form at the desk of the ondernemingsloket
    ├── FieldMissing
    ├── FieldTooLong
    ├── UnreadableField          a sign that no page can show
    ├── UnknownCountry           no country has this code
    ├── NotForeign               an enterprise of Belgium at the desk for foreign ones
    ├── UnknownChoice            a legal form or a function that the desk does not know
    ├── MalformedBegin
    ├── BeginOutOfBounds         a begin too long ago, or too far ahead
    ├── MalformedEmail
    ├── MalformedPhone
    ├── MalformedRegisterNumber  a register number without a letter or a digit
    └── RepresentativeRefused
        ├── RepresentativeMissing
        ├── MalformedRepresentative  neither a national number nor a BIS number
        ├── UnknownRepresentative    whom the Rijksregister does not know
        └── DeceasedRepresentative
"""

from __future__ import annotations

from mocks.kbo.errors.loket import (
    BeginOutOfBounds,
    DeceasedRepresentative,
    DeskFull,
    FieldMissing,
    FieldRefused,
    FieldTooLong,
    MalformedBegin,
    MalformedEmail,
    MalformedPhone,
    MalformedRegisterNumber,
    MalformedRepresentative,
    NotForeign,
    RepresentativeMissing,
    RepresentativeRefused,
    UnknownChoice,
    UnknownCountry,
    UnknownRepresentative,
    UnreadableField,
)
from mocks.kbo.errors.register import (
    EndBeforeBegin,
    EnterpriseMissing,
    LabelMissing,
    MalformedFunctionNumber,
    PersonRepresented,
    StatusContradicted,
    UnknownEnterprise,
    UnknownFunctionCode,
    UnusableName,
)

__all__ = [
    "BeginOutOfBounds",
    "DeceasedRepresentative",
    "DeskFull",
    "EndBeforeBegin",
    "EnterpriseMissing",
    "FieldMissing",
    "FieldRefused",
    "FieldTooLong",
    "LabelMissing",
    "MalformedBegin",
    "MalformedEmail",
    "MalformedFunctionNumber",
    "MalformedPhone",
    "MalformedRegisterNumber",
    "MalformedRepresentative",
    "NotForeign",
    "PersonRepresented",
    "RepresentativeMissing",
    "RepresentativeRefused",
    "StatusContradicted",
    "UnknownChoice",
    "UnknownCountry",
    "UnknownEnterprise",
    "UnknownFunctionCode",
    "UnknownRepresentative",
    "UnreadableField",
    "UnusableName",
]
