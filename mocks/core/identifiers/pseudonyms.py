"""How ACM names a person towards an e-loket without telling the national number."""

from hashlib import blake2b
from uuid import UUID, uuid5

from mocks.core.identifiers.errors import UnknownTargetGroup
from mocks.core.identifiers.insz import Insz

TARGET_GROUPS = ("BUR", "GID", "EA", "LB", "OV")
# Any fixed UUID would do; a change of it would change every vo_id.
_PEOPLE = UUID("84183651-318f-5cb8-8ce6-69a79ab0fa01")


def vo_id(insz: str, target_group: str) -> str:
    """Give the id of a person within one target group: a UUID in small letters.

    In reality it is handed out once and kept; here it follows from the number, so that it stays
    the same in every world. One person has another id in each target group.

    *Bron*: ACM, scope-claims (`vo_id`); that it differs per target group is likely, by the SCIM
    page of IDM: "unieke id binnen een doelgroep".

    Raises:
        UnknownTargetGroup: ACM has no such target group.
        IdentifierRefusal: The number is none (see `Insz`).
    """
    if target_group not in TARGET_GROUPS:
        raise UnknownTargetGroup.about(target_group, choices=", ".join(TARGET_GROUPS))
    return str(uuid5(_PEOPLE, f"{Insz(insz)}/{target_group}"))


def subject_of(insz: str) -> str:
    """Give the `sub` of a person: 40 small hexadecimal signs, the same at every e-loket.

    *Bron*: ACM, discovery (`subject_types_supported` is "public") and values seen in public code.

    Raises:
        IdentifierRefusal: The number is none (see `Insz`).
    """
    return blake2b(Insz(insz).encode(), digest_size=20, person=b"proefloket sub").hexdigest()
