"""Gebruikersbeheer van de Vlaamse overheid (IDM, "WebIDM"): persons, work relations and user rights.

Played: who is local administrator and why; adding a person from the Rijksregister (Bron: VKBP), with the
workflow "In afwachting" → "Actief"; coupling to an organisation for ten years at most; granting,
extending, ending and revoking rights with profile and contexts; the activation of rights; history; tasks
and self-registration; granting from CSV and exporting to it; the push to e-lokets by SCIM; and the signed
statement of work relations.

Not played: the target group GID and its entities, e-mail to administrators, the separate hosts for
self-registration and "Mijn profiel", requests to lengthen in bulk by ticket, and organisations without an
enterprise number (their inrichtende macht acts for them).

*Bron*: the screens of the kmo-portefeuille guide (seed 004), the steps (seed 002), the guide for foreign
providers (seed 003), domain facts §4.  The shape of the API is ours: none is public but the SCIM push.
"""
