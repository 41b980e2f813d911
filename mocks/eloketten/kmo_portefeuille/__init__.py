"""The e-loket of the kmo-portefeuille, of the agency Innoveren & Ondernemen (INKOM).

The real one lets an enterprise apply for a subsidy on training and advice, and lets a service provider
register the training and the advice that it gives: for its seat, or per department.

Played: three doors, each a client of ACM of its own: the enterprise that applies, the seat of a service
provider ("Login dienstverleners") and its departments ("Login individuele dienstverlener/departementen");
signing in by the code flow with PKCE; a session per door, confirmed by ACM every quarter of an hour and
before every change; what to do at a first use, when nobody has the right yet; the registered services of a
seat and of each department, with a contact person and an account number of their own, and who changed what;
the desk at which the service kmo-portefeuille activates departments, so that IDM can grant the right for
them.

Not played: applying, the wallet and its payments, the approval and the quality label of a service provider,
and the sign-in of the staff at that desk, which anybody may use here.

*Bron*: seeds 003 and 004 for the doors, the rights, the departments and the way at a first use; domain facts
§5.3.  Addresses, pages, the fields of a registered service but for its contact person and account number, and
the quarter of an hour are ours; so is it that a seat and a department never see each other's data.
"""
