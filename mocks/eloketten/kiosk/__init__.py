"""KIOSK 2.0, the e-loket of the Flemish department of Culture, Youth and Media.

The real one takes and follows applications for subsidies, recognitions, permits and certificates.  Whoever
signs in does so by ACM, for himself or for an applicant whom he represents.

Played: signing in by the code flow with PKCE; reading from the ID token, and from nothing else, who is the
applicant, who represents it and along which of the ways; a session of its own that is renewed at ACM every
quarter of an hour and before every change, and ends, with the reason, when ACM refuses; what was typed while
it ended, which waits some hours for the same person and applicant in the same browser; "Wisselen van
organisatie of persoon", "Afmelden", and the choice between Dutch, French, German and English; the dossiers of
the applicant: making, finding, submitting and following one, and contact person, e-mail address and account
number, which change with a history; the messages about a dossier, in an outbox that everybody who tests can
read; the contact data of the applicant beside what KBO and Rijksregister say, and the profile of the
representative per applicant; applicants without a number of their own; the calendar of April 2021: no change
before the launch, a day on which KIOSK is closed, and the launch; the door of the external assessors, who see
the dossiers that are assigned to them and change nothing; and taking the users of whom IDM tells by SCIM, the
representatives per applicant of whom KIOSK has heard, who open nothing.

Not played: what is in a dossier besides its title, what an assessor writes, who assigns a dossier to him, any
other editor, and the sign-in with user name and password for whoever has no key.  The department moves a
dossier on in the control room only.  Of SCIM, nothing but what IDM uses: no POST, PATCH or DELETE, no groups,
bulk, sorting or partial resources, no filter but "equal to" on the id.

Contact person of a dossier, or receiver of its messages, is the applicant or a representative who filled in
his profile: our reading, since KIOSK knows an address of nobody else.  That a subsidy is not submitted
without an account number, and is the only one that is accounted for, and which messages there are, is ours.

The real one shows its editors a third entry after one sign-in (domain facts §5.2).  Ours gives assessors a
client of ACM, a right and a session of their own, since ACM's integration file knows one right; what they see
is our guess as well (:mod:`mocks.eloketten.kiosk.domain.assessors`).

*Bron*: the webinar on KIOSK 2.0 and the minister's answer on its launch for what is shown and what it is
called; domain facts §5.2 and §1.4 to §1.6; for users domain facts §4, RFC 7643 and RFC 7644.  That KIOSK is
told of users at all, where, and by which token, is ours, as are addresses below the start page, the shape of
the KIOSK number, most phases and the quarter of an hour.
"""
