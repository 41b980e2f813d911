"""The users of whom IDM tells KIOSK: who has a right for it, at which organisation.

They open nothing.  Who signs in, and for whom, KIOSK knows from ACM's token only; users are kept as the list
of representatives per applicant that KIOSK has heard of.

*Bron*: domain facts §4 (GAEP 6377407851): a user is a VO-id, a name, active or not, and e-mails, rights and
contexts to each of which the code of an organisation is attached.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import blake2b

from mocks.core.identifiers import EnterpriseNumber


@dataclass(frozen=True)
class Email:
    """An e-mail address.

    Attributes:
        value: the address.
        organisation: at which organisation it is used, or None.
        type: what SCIM calls its type, such as ``work``, or None.
    """

    value: str
    organisation: EnterpriseNumber | None = None
    type: str | None = None


@dataclass(frozen=True)
class Right:
    """A right of a user at an organisation.

    Attributes:
        value: its name, "Simple" (``KIOSKAanvrager``) or "Fully Qualified" (with ``:<organisation>``).
        organisation: where it holds.
        profile: the profile that goes with it, or None.
    """

    value: str
    organisation: EnterpriseNumber
    profile: str | None = None


@dataclass(frozen=True)
class Context:
    """A context within which a right holds; ``right`` is the value of that right, or None."""

    value: str
    organisation: EnterpriseNumber
    right: str | None = None


@dataclass(frozen=True)
class User:
    """A user as IDM told of him.

    Attributes:
        vo_id: who it is, within one target group; whoever is active in two is two users.
        active: whether any right is valid, by IDM.
    """

    vo_id: str
    given_name: str
    family_name: str
    active: bool
    emails: tuple[Email, ...] = ()
    rights: tuple[Right, ...] = ()
    contexts: tuple[Context, ...] = ()

    @property
    def organisations(self) -> tuple[EnterpriseNumber, ...]:
        """The organisations at which the user has a right, each once."""
        return tuple(dict.fromkeys(one.organisation for one in self.rights))

    @property
    def numbers(self) -> set[EnterpriseNumber]:
        """Every organisation that is named, wherever."""
        of_emails = {one.organisation for one in self.emails if one.organisation is not None}
        of_contexts = {one.organisation for one in self.contexts}
        return {*self.organisations, *of_emails, *of_contexts}


@dataclass(frozen=True)
class KeptUser:
    """A user as KIOSK keeps him, with when it first and last heard of him, by the world's clock."""

    user: User
    created: datetime
    modified: datetime

    @property
    def version(self) -> str:
        """What changes with the content and with nothing else, for a weak entity tag."""
        content = json.dumps(asdict(self.user)).encode()
        return blake2b(content, digest_size=8).hexdigest()
