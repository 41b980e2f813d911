"""Self Service Mandatenbeheer (SSM): mandates of power of attorney, from a mandator to a mandate holder.

Played: mandates per mandate type between organisations (enterprise number) and natural persons (INSZ);
concluding by either party, signing by the other, lengthening and stopping without the other's consent,
transferring to another holder, signing and stopping several at once; the frames of the home screen,
searching, and the history; who may conclude for a party (the person himself, a legal representative by KBO,
an employee with the right "SSM Mandaatbeheerder" of IDM); the signed statement of the mandates that somebody
holds; the pages of all this behind ACM, a page to print included.

Not played: an intermediary ("tussenpersoon"), the pdf of a mandate, documents, a reference of one's own,
e-mail to the other party, and every mandate type but those of our own e-lokets.

*Bron*: the webinar of KIOSK 2.0 (seed 000) for the steps; domain facts §5.1 and §5.2 (gcloud.belgium.be and
csam.be on the mandates; financien.belgium.be for labels and frames; vlaanderen.be for the two rights).  The
numbers of mandates and the shape of the API are ours: none is public.
"""
