"""Why IDM refuses.

Refusal
├── NotAdministrator               nobody who administers this organisation, by any of the five grounds
│   ├── AdministersElsewhere       … but another one
│   ├── WrongDomain                access manager of another domain than the right's
│   └── MayNotGrant                administrator, but not of the kind that grants this right
├── OrganisationStopped
├── PersonDeceased, BelgianEidNeeded, PersonAlreadyAdded, PersonNotActive
├── WorkRelationOverlaps, WorkRelationTooLong, WorkRelationEnded
├── RightNotActivated, RightNotForTargetGroup, RightNotYetAvailable
├── RightPastWorkRelation, RightBeforeWorkRelation, RightTooLong, RightBeginsInThePast
├── RightAlreadyGranted, RightRevoked, RightEnded
├── RightNameTaken                 an e-loket asks a right by the name of another one
├── EndBeforeBegin, EndInThePast, NotLonger, NotShorter
├── ChangedMeanwhile               somebody else was first
├── NoLocalAdministrator, RequestAlreadyOpen, TaskDecided
├── NotFound
│   ├── UnknownOrganisation, UnknownPerson, PersonNotInIdm
│   └── UnknownWorkRelation, UnknownRight, UnknownUserRight, UnknownTask, UnknownScimTarget
└── BadRequest
    ├── MalformedNumber, MalformedDate, MalformedPhone, MalformedEmail, UnreadableText, MalformedCursor
    ├── UnknownCategory, UnknownProfile, ContextMissing, UnknownContext, NothingToCompare
    ├── MalformedContext, TooManyContexts
    └── MalformedLink, MalformedCsv, TooManyLines, MalformedWorkflow, MalformedScimTarget
"""

from mocks.core.forms import MalformedDate, MalformedEmail, UnreadableText
from mocks.idm.errors.administrators import (
    AdministersElsewhere,
    MayNotGrant,
    NotAdministrator,
    OrganisationStopped,
    UnknownOrganisation,
    WrongDomain,
)
from mocks.idm.errors.fields import (
    MalformedCsv,
    MalformedCursor,
    MalformedNumber,
    MalformedPhone,
    TooManyLines,
)
from mocks.idm.errors.people import (
    BelgianEidNeeded,
    NothingToCompare,
    PersonAlreadyAdded,
    PersonDeceased,
    PersonNotActive,
    PersonNotInIdm,
    UnknownPerson,
)
from mocks.idm.errors.relations import (
    ChangedMeanwhile,
    EndBeforeBegin,
    EndInThePast,
    NotLonger,
    NotShorter,
    UnknownCategory,
    UnknownWorkRelation,
    WorkRelationEnded,
    WorkRelationOverlaps,
    WorkRelationTooLong,
)
from mocks.idm.errors.rights import (
    ContextMissing,
    MalformedContext,
    RightAlreadyGranted,
    RightBeforeWorkRelation,
    RightBeginsInThePast,
    RightEnded,
    RightNameTaken,
    RightNotActivated,
    RightNotForTargetGroup,
    RightNotYetAvailable,
    RightPastWorkRelation,
    RightRevoked,
    RightTooLong,
    TooManyContexts,
    UnknownContext,
    UnknownProfile,
    UnknownRight,
    UnknownUserRight,
)
from mocks.idm.errors.tasks import (
    MalformedLink,
    MalformedScimTarget,
    MalformedWorkflow,
    NoLocalAdministrator,
    RequestAlreadyOpen,
    TaskDecided,
    UnknownScimTarget,
    UnknownTask,
)

__all__ = [
    "AdministersElsewhere",
    "BelgianEidNeeded",
    "ChangedMeanwhile",
    "ContextMissing",
    "EndBeforeBegin",
    "EndInThePast",
    "MalformedContext",
    "MalformedCsv",
    "MalformedCursor",
    "MalformedDate",
    "MalformedEmail",
    "MalformedLink",
    "MalformedNumber",
    "MalformedPhone",
    "MalformedScimTarget",
    "MalformedWorkflow",
    "MayNotGrant",
    "NoLocalAdministrator",
    "NotAdministrator",
    "NotLonger",
    "NotShorter",
    "NothingToCompare",
    "OrganisationStopped",
    "PersonAlreadyAdded",
    "PersonDeceased",
    "PersonNotActive",
    "PersonNotInIdm",
    "RequestAlreadyOpen",
    "RightAlreadyGranted",
    "RightBeforeWorkRelation",
    "RightBeginsInThePast",
    "RightEnded",
    "RightNameTaken",
    "RightNotActivated",
    "RightNotForTargetGroup",
    "RightNotYetAvailable",
    "RightPastWorkRelation",
    "RightRevoked",
    "RightTooLong",
    "TaskDecided",
    "TooManyContexts",
    "TooManyLines",
    "UnknownCategory",
    "UnknownContext",
    "UnknownOrganisation",
    "UnknownPerson",
    "UnknownProfile",
    "UnknownRight",
    "UnknownScimTarget",
    "UnknownTask",
    "UnknownUserRight",
    "UnknownWorkRelation",
    "UnreadableText",
    "WorkRelationEnded",
    "WorkRelationOverlaps",
    "WorkRelationTooLong",
    "WrongDomain",
]
