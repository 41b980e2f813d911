"""The old KIOSK, at which dossiers were managed until KIOSK 2.0 took its place.

The real one stood at cjsm.be/kiosk.  One signed in with a login and a password, and it had a security code
of its own, which is neither of the digital keys that send a code by app or by text message.

Played: signing in with login, password and security code; users and their rights, which are facts of the old
KIOSK alone and open nothing in KIOSK 2.0; the dossiers of an applicant, which are those of KIOSK 2.0, to look
at and to make; and the end of it: closed on 26 April 2021, gone from the 27th.

Not played: changing or submitting a dossier, asking for a login, a forgotten password, and how rights were
given.  It knows neither ACM nor a digital key, so that what ``explain`` says of it comes from its own users.

*Bron*: the webinar for login and password, for the security code that disappears, and for the days; the
addresses below the start page, when the security code is asked, its shape, and every user are ours.
"""
