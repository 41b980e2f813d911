"""ACM, the access management of the Flemish government (Toegangsbeheer Vlaanderen).

Played: the OpenID provider (code flow, PKCE, RS256 ID token, userinfo, introspection, revocation,
refresh, logout without ``id_token_hint``, ``switch``), the choice of digital key and of identity
("Aanmelden namens"), single sign-on within two hours hard with the choice remembered and the key only ever
strengthened, targeted sign-in by ``login_hint``, and the decision whom a person may act for, with its
reasons.

Not played: SAML and HTTP-header integration, eIDAS, Kerberos and password means, consent, rotation
periods, rate limits.  Every line of the domain facts that is not played stands in
``docs/not-played.md``.

Ours, for tests: sign-in without pages (``mock_persona`` and its companions) and ``/_mock``.

*Bron*: the public integration documentation of ACM (domain facts §1); codes of errors that it does not
name are those of OAuth 2.0 and OpenID Connect.
"""
