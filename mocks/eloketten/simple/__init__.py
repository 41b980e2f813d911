"""E-lokets that need nothing but an integration file: e-loketondernemers, the WSE-loket, or your own.

Each stands at ``/eloket/<client_id>`` and lets people sign in at ACM by the code flow with PKCE.  A page
shows who is signed in, on whose behalf, by which way, and every claim of the token.  Its session is its own
and lasts as long as the token says; one switches and signs out at ACM.

Which e-lokets there are is not decided here: every client of ACM that may come back to
``{eloket}/<client_id>/aanmelden/callback`` is played.

Not played: what the real e-lokets are for (starting or moving an enterprise, permits for economic migrants).

*Bron*: seed 002 names e-loketondernemers and the WSE-loket as e-lokets that admit the legal representative
automatically; domain facts §1.4 to §1.6 for the rest.  Addresses, pages and the length of a session are
ours.
"""
