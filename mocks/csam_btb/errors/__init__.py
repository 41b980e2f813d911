"""Why CSAM refuses.

Refusal
├── UnknownClient, WrongRedirectUri, SignOutElsewhere   a page; never a redirect
├── UnknownAttempt, KeyNotOffered                       the sign-in is over, or this key is not for it
├── StepRefused                                         shown on the page of the step itself
│   ├── UnknownHolder
│   ├── KeyNotActive                                    one sentence per reason
│   ├── WrongProof, WrongCode, CodeNotEntered
│   └── WrongPhone
├── NotSignedIn                                         the page sends to FAS
├── KeyRefused                                          a key that cannot be put, activated or removed
│   ├── MalformedKeyNumber, EidIsNotPut, DatesContradict
│   ├── CannotActivate, AlreadyActive, NotStrongEnough
│   ├── NoActivation, ActivationEnded, NothingToRemove
│   ├── NotByCode                                       a key that no activation code activates
│   └── CodeRefused                                     an activation code that is of no use
│       └── CodeUsed, CodeReplaced, CodeSpent, CodeExpired
├── UnknownLink, NoActivationCode                       404: of an e-mail, of a person
├── NoDigitalKeys                                       404 of the API
├── AppointmentRefused                                  BTB: shown at the field that it is about
│   ├── UnknownEnterprise, EnterpriseStopped            the enterprise
│   ├── DeceasedActor                                   whoever acts
│   ├── NoFunction, FunctionDoesNotRepresent            whoever acts as legal representative
│   ├── FunctionNotBegun, FunctionEnded, HoldingEnterpriseStopped
│   ├── NotAppointedHere, AccessManagerMayNotAppoint    whoever acts as main access manager
│   ├── OwnAppointmentEnded, OwnAppointmentWaits
│   ├── UnknownAppointee, DeceasedAppointee             whom it is about
│   ├── FamilyNameDiffers, GivenNameDiffers, AlreadyAppointed
│   ├── ReplacementUnconfirmed                          the page asks to confirm
│   └── NothingToEnd, MayNotEnd, NotInvolved
├── RoleRefused                                         federal roles: shown at the field that it is about
│   ├── NotAManager, ManagerWaits, ManagerEnded         whoever acts
│   ├── NoRolesWhenStopped, RoleOfOtherDomain           the enterprise, the role
│   ├── UnknownRoleHolder, DeceasedRoleHolder           whom it is about
│   └── AlreadyGranted, NothingToRevoke
├── FieldRefused                                        a field that cannot be read
│   ├── FieldMissing, FieldTooLong, MalformedEmail, MalformedPhone, MalformedDay
│   └── UnknownRole, RoleBeginsInThePast, RoleContradicts
├── UnknownPost, MalformedAppointmentNumber             not a role or domain, not three parts
├── AppointmentContradicts, CodeContradicts             a fact of the control room that cannot be
├── MalformedRoleNumber                                 likewise
├── NotRegistered                                       404 of the API
└── OAuthRefusal (core.oauth)                           to the client, as OAuth 2.0 says
    └── LoginRequired

:class:`ToClient` wraps a refusal that must travel to the client's redirect URI.
"""

from __future__ import annotations

from mocks.csam_btb.errors.actors import (
    AccessManagerMayNotAppoint,
    DeceasedActor,
    FunctionDoesNotRepresent,
    FunctionEnded,
    FunctionNotBegun,
    HoldingEnterpriseStopped,
    MayNotEnd,
    NoFunction,
    NotAppointedHere,
    NotInvolved,
    OwnAppointmentEnded,
    OwnAppointmentWaits,
)
from mocks.csam_btb.errors.btb import (
    AlreadyAppointed,
    AppointmentRefused,
    DeceasedAppointee,
    EnterpriseStopped,
    FamilyNameDiffers,
    GivenNameDiffers,
    NothingToEnd,
    ReplacementUnconfirmed,
    UnknownAppointee,
    UnknownEnterprise,
)
from mocks.csam_btb.errors.codes import (
    CodeContradicts,
    CodeExpired,
    CodeNotEntered,
    CodeRefused,
    CodeReplaced,
    CodeSpent,
    CodeUsed,
    NoActivationCode,
    NotByCode,
    UnknownLink,
    WrongCode,
)
from mocks.csam_btb.errors.fields import (
    AppointmentContradicts,
    FieldMissing,
    FieldRefused,
    FieldTooLong,
    MalformedAppointmentNumber,
    MalformedEmail,
    MalformedPhone,
    NotRegistered,
    UnknownPost,
)
from mocks.csam_btb.errors.keys import (
    ActivationEnded,
    AlreadyActive,
    CannotActivate,
    DatesContradict,
    EidIsNotPut,
    KeyNotActive,
    KeyNotOffered,
    KeyRefused,
    LoginRequired,
    MalformedKeyNumber,
    NoActivation,
    NoDigitalKeys,
    NothingToRemove,
    NotSignedIn,
    NotStrongEnough,
    SignOutElsewhere,
    StepRefused,
    ToClient,
    UnknownAttempt,
    UnknownClient,
    UnknownHolder,
    WrongPhone,
    WrongProof,
    WrongRedirectUri,
)
from mocks.csam_btb.errors.roles import (
    AlreadyGranted,
    DeceasedRoleHolder,
    MalformedDay,
    MalformedRoleNumber,
    ManagerEnded,
    ManagerWaits,
    NoRolesWhenStopped,
    NotAManager,
    NothingToRevoke,
    RoleBeginsInThePast,
    RoleContradicts,
    RoleOfOtherDomain,
    RoleRefused,
    UnknownRole,
    UnknownRoleHolder,
)

__all__ = [
    "AccessManagerMayNotAppoint",
    "ActivationEnded",
    "AlreadyActive",
    "AlreadyAppointed",
    "AlreadyGranted",
    "AppointmentContradicts",
    "AppointmentRefused",
    "CannotActivate",
    "CodeContradicts",
    "CodeExpired",
    "CodeNotEntered",
    "CodeRefused",
    "CodeReplaced",
    "CodeSpent",
    "CodeUsed",
    "DatesContradict",
    "DeceasedActor",
    "DeceasedAppointee",
    "DeceasedRoleHolder",
    "EidIsNotPut",
    "EnterpriseStopped",
    "FamilyNameDiffers",
    "FieldMissing",
    "FieldRefused",
    "FieldTooLong",
    "FunctionDoesNotRepresent",
    "FunctionEnded",
    "FunctionNotBegun",
    "GivenNameDiffers",
    "HoldingEnterpriseStopped",
    "KeyNotActive",
    "KeyNotOffered",
    "KeyRefused",
    "LoginRequired",
    "MalformedAppointmentNumber",
    "MalformedDay",
    "MalformedEmail",
    "MalformedKeyNumber",
    "MalformedPhone",
    "MalformedRoleNumber",
    "ManagerEnded",
    "ManagerWaits",
    "MayNotEnd",
    "NoActivation",
    "NoActivationCode",
    "NoDigitalKeys",
    "NoFunction",
    "NoRolesWhenStopped",
    "NotAManager",
    "NotAppointedHere",
    "NotByCode",
    "NotInvolved",
    "NotRegistered",
    "NotSignedIn",
    "NotStrongEnough",
    "NothingToEnd",
    "NothingToRemove",
    "NothingToRevoke",
    "OwnAppointmentEnded",
    "OwnAppointmentWaits",
    "ReplacementUnconfirmed",
    "RoleBeginsInThePast",
    "RoleContradicts",
    "RoleOfOtherDomain",
    "RoleRefused",
    "SignOutElsewhere",
    "StepRefused",
    "ToClient",
    "UnknownAppointee",
    "UnknownAttempt",
    "UnknownClient",
    "UnknownEnterprise",
    "UnknownHolder",
    "UnknownLink",
    "UnknownPost",
    "UnknownRole",
    "UnknownRoleHolder",
    "WrongCode",
    "WrongPhone",
    "WrongProof",
    "WrongRedirectUri",
]
