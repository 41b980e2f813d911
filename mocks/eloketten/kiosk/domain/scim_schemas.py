"""What KIOSK says of its SCIM service: what it supports, its one type of resource and the schemas of it.

*Bron*: RFC 7643 §5 to §7.  The attributes are those that IDM sends (domain facts §4); the organisation of an
e-mail address is an addition of the Flemish government to the User of the standard.
"""

from __future__ import annotations

from typing import Any

from mocks.eloketten.kiosk.domain.scim import MOST_ENTRIES, RIGHTS_SCHEMA, USER_SCHEMA
from mocks.eloketten.kiosk.domain.scim_query import MOST_ON_A_PAGE

Document = dict[str, Any]

_META_SCHEMAS = "urn:ietf:params:scim:schemas:core:2.0:"
CONFIG_SCHEMA = f"{_META_SCHEMAS}ServiceProviderConfig"


def service_provider_config(location: str, documentation: str) -> Document:
    """Return what the service supports; ``location`` is where this stands."""
    no = {"supported": False}
    return {
        "schemas": [CONFIG_SCHEMA],
        "documentationUri": documentation,
        "patch": no,
        "bulk": {"supported": False, "maxOperations": 0, "maxPayloadSize": 0},
        "filter": {"supported": True, "maxResults": MOST_ON_A_PAGE},
        "changePassword": no,
        "sort": no,
        "etag": {"supported": True},
        "authenticationSchemes": [
            {
                "type": "oauthbearertoken",
                "name": "OAuth Bearer Token",
                "description": "Een vast token, afgesproken bij de aansluiting van het e-loket.",
                "specUri": "https://www.rfc-editor.org/info/rfc6750",
                "primary": True,
            }
        ],
        "meta": {"resourceType": "ServiceProviderConfig", "location": location},
    }


def resource_types(location: str) -> list[Document]:
    """Return the types of resources; ``location`` is where the list stands."""
    return [
        {
            "schemas": [f"{_META_SCHEMAS}ResourceType"],
            "id": "User",
            "name": "User",
            "endpoint": "/Users",
            "description": "Een gebruiker van wie IDM vertelde.",
            "schema": USER_SCHEMA,
            "schemaExtensions": [{"schema": RIGHTS_SCHEMA, "required": False}],
            "meta": {"resourceType": "ResourceType", "location": f"{location}/User"},
        }
    ]


def schemas(location: str) -> list[Document]:
    """Return the schemas of a User; ``location`` is where the list stands."""
    told = (
        (USER_SCHEMA, "User", "Een gebruiker, een per doelgroep waarin de persoon actief is.", _USER),
        (RIGHTS_SCHEMA, "Rechten", "De rechten van een gebruiker en de contexten daarvan.", _RIGHTS),
    )
    return [
        {
            "schemas": [f"{_META_SCHEMAS}Schema"],
            "id": urn,
            "name": name,
            "description": description,
            "attributes": attributes,
            "meta": {"resourceType": "Schema", "location": f"{location}/{urn}"},
        }
        for urn, name, description, attributes in told
    ]


def _attribute(name: str, description: str, **more: Any) -> Document:  # noqa: ANN401  # JSON is of any type
    text = {"caseExact": False, "uniqueness": "none"} if more.get("type", "string") == "string" else {}
    return {
        "name": name,
        "type": "string",
        "multiValued": False,
        "description": description,
        "required": False,
        **text,
        "mutability": "readWrite",
        "returned": "default",
        **more,
    }


def _complex(name: str, description: str, *members: Document, **more: Any) -> Document:  # noqa: ANN401
    return _attribute(name, description, type="complex", subAttributes=list(members), **more)


def _organisation(required: bool) -> Document:
    return _attribute("organisation", "Het ondernemingsnummer, tien cijfers.", required=required)


_USER = [
    _attribute(
        "userName", "Het VO-id, zoals externalId.", required=True, caseExact=True, uniqueness="server"
    ),
    _complex(
        "name",
        "De naam van de persoon.",
        _attribute("givenName", "De voornaam.", required=True),
        _attribute("familyName", "De familienaam.", required=True),
        required=True,
    ),
    _attribute(
        "active", "Of er een geldige werkrelatie met een geldig recht is.", type="boolean", required=True
    ),
    _complex(
        "emails",
        f"Hoogstens {MOST_ENTRIES} e-mailadressen.",
        _attribute("value", "Het adres.", required=True),
        _attribute("type", "De soort.", canonicalValues=["work", "home", "other"]),
        _organisation(required=False),
        multiValued=True,
    ),
]

_RIGHTS = [
    _complex(
        "rights",
        f"Hoogstens {MOST_ENTRIES} gebruikersrechten.",
        _attribute("value", "De naam, ‘Simple’ of ‘Fully Qualified’.", required=True, caseExact=True),
        _organisation(required=True),
        _attribute("profile", "Het profiel.", caseExact=True),
        multiValued=True,
    ),
    _complex(
        "contexts",
        f"Hoogstens {MOST_ENTRIES} contexten waarbinnen een recht geldt.",
        _attribute("value", "De context.", required=True, caseExact=True),
        _organisation(required=True),
        _attribute("right", "De ‘value’ van het recht.", caseExact=True),
        multiValued=True,
    ),
]
