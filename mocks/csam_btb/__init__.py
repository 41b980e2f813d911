"""CSAM: the digital keys, the sign-in service FAS, "Mijn digitale sleutels" and BTB.

Played: the five digital keys with their calendar; FAS as an OpenID provider (code flow, PKCE, userinfo as
a signed JWT) with a sign-in page per key; the page on which a person activates and removes keys; the code
and the link with which who cannot sign in activates one, and the letter boxes in which they lie.  Of BTB
(Beheer der Toegangsbeheerders): a legal representative registers the enterprise and appoints the first main
access manager, who appoints others as back-up and access managers per domain; the first sign-in that makes
an appointment active; replacing and ending; the history of an enterprise.

Of the federal role administration (``/rollen``): a main access manager, or an access manager for one domain,
grants roles of a small catalogue to a person, and revokes them.  A federal role opens nothing at a Flemish
e-loket.

Not played: refresh tokens and ``private_key_jwt`` at FAS (real clients use both), SAML, eIDAS keys, e-mail
codes, and lock-out beyond three tries of one sign-in.  Of BTB: the exception
procedure on paper, letters and messages to the appointee, that the appointee must be on the staff, and that
an appointment nobody accepts lapses (its term is not public).

*Bron*: domain facts on CSAM and FAS (§2), on the means of authentication (§1.7) and on BTB (§3); the webinar
and the guides of the kmo-portefeuille for labels.  Guesses stand marked at their line.
"""
