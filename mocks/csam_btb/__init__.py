"""CSAM: the digital keys, the sign-in service FAS and "Mijn digitale sleutels".

Played: the five digital keys with their calendar; FAS as an OpenID provider (code flow, PKCE, userinfo as
a signed JWT) with a sign-in page per key; the page on which a person activates and removes keys.

Not played: refresh tokens and ``private_key_jwt`` at FAS (real clients use both), SAML, eIDAS keys, e-mail
codes, the registration offices, and lock-out beyond three tries of one sign-in.  BTB comes here later.

*Bron*: domain facts on CSAM and FAS (§2) and on the means of authentication (§1.7); the webinar and the
guides of the kmo-portefeuille for labels.  Guesses stand marked at their line.
"""
