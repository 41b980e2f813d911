"""Why SSM refuses.

Refusal
├── MayNotConclude                 nobody who may conclude mandates for this party
│   ├── NotThisPerson              for a natural person, only that person
│   ├── NothingWithOrganisation    neither a function nor a work relation
│   ├── FunctionDoesNotRepresent, FunctionNotBegun, FunctionEnded, HoldingEnterpriseStopped
│   └── NotActiveInIdm, WorkRelationNotValid, RightMissing, RightRevoked, RightNotValid
├── NotAParty                      who acts, acts for nobody of this mandate
├── OrganisationStopped, PersonDeceased
├── TypeNotYetAvailable, LocalGovernmentGivesNone, TypeNotForTargetGroup, NoEnterpriseNumber
├── MandateToOneself, MandateExists, TooManyMandates, NumbersExhausted
├── BeginInThePast, EndBeforeBegin, NotLonger
├── MandateStopped, MandateEnded, AlreadySigned, NotYetConcluded
├── TransferToSameHolder, TransferUnderWay
├── ConditionsNotRead
├── TypeTaken                      another e-loket asks this mandate type
├── ChangedMeanwhile               somebody else was first
├── NotFound
│   ├── UnknownOrganisation, UnknownPerson
│   └── UnknownMandate, UnknownType, NobodyOfThatName
└── BadRequest
    ├── MalformedNumber, MalformedParty, MalformedDate, UnreadableText, MalformedCursor
    ├── UnknownFrame, UnknownSide, OneSearchAtATime, SeveralOfThatName, NothingChosen
    └── MandateIncomplete, MandateContradicts
"""

from mocks.core.forms import MalformedDate, UnreadableText
from mocks.ssm.errors.fields import (
    MalformedCursor,
    MalformedNumber,
    MalformedParty,
    MandateContradicts,
    MandateIncomplete,
    NobodyOfThatName,
    NothingChosen,
    OneSearchAtATime,
    SeveralOfThatName,
    UnknownFrame,
    UnknownSide,
)
from mocks.ssm.errors.mandates import (
    AlreadySigned,
    BeginInThePast,
    ChangedMeanwhile,
    ConditionsNotRead,
    EndBeforeBegin,
    LocalGovernmentGivesNone,
    MandateEnded,
    MandateExists,
    MandateStopped,
    MandateToOneself,
    NotLonger,
    NotYetConcluded,
    NumbersExhausted,
    TooManyMandates,
    TransferToSameHolder,
    TransferUnderWay,
    TypeNotForTargetGroup,
    TypeNotYetAvailable,
    TypeTaken,
    UnknownMandate,
    UnknownType,
)
from mocks.ssm.errors.parties import (
    FunctionDoesNotRepresent,
    FunctionEnded,
    FunctionNotBegun,
    HoldingEnterpriseStopped,
    MayNotConclude,
    NoEnterpriseNumber,
    NotActiveInIdm,
    NotAParty,
    NothingWithOrganisation,
    NotThisPerson,
    OrganisationStopped,
    PersonDeceased,
    RightMissing,
    RightNotValid,
    RightRevoked,
    UnknownOrganisation,
    UnknownPerson,
    WorkRelationNotValid,
)

__all__ = [
    "AlreadySigned",
    "BeginInThePast",
    "ChangedMeanwhile",
    "ConditionsNotRead",
    "EndBeforeBegin",
    "FunctionDoesNotRepresent",
    "FunctionEnded",
    "FunctionNotBegun",
    "HoldingEnterpriseStopped",
    "LocalGovernmentGivesNone",
    "MalformedCursor",
    "MalformedDate",
    "MalformedNumber",
    "MalformedParty",
    "MandateContradicts",
    "MandateEnded",
    "MandateExists",
    "MandateIncomplete",
    "MandateStopped",
    "MandateToOneself",
    "MayNotConclude",
    "NoEnterpriseNumber",
    "NobodyOfThatName",
    "NotAParty",
    "NotActiveInIdm",
    "NotLonger",
    "NotThisPerson",
    "NotYetConcluded",
    "NothingChosen",
    "NothingWithOrganisation",
    "NumbersExhausted",
    "OneSearchAtATime",
    "OrganisationStopped",
    "PersonDeceased",
    "RightMissing",
    "RightNotValid",
    "RightRevoked",
    "SeveralOfThatName",
    "TooManyMandates",
    "TransferToSameHolder",
    "TransferUnderWay",
    "TypeNotForTargetGroup",
    "TypeNotYetAvailable",
    "TypeTaken",
    "UnknownFrame",
    "UnknownMandate",
    "UnknownOrganisation",
    "UnknownPerson",
    "UnknownSide",
    "UnknownType",
    "UnreadableText",
    "WorkRelationNotValid",
]
