"""The rehearsal of the April 2021 peak: a population, journeys, shapes of load, targets and a verdict.

Nothing here is part of the mocks: it is a visitor of theirs, which fills their worlds and then signs in.

Journeys say what people do, shapes how many of them come when, targets what is good enough; the verdict
is drawn from what was measured, and says whether the mocks or the e-loket is to blame.

Only ``locustfile`` and what it needs to browse import locust, since importing locust patches the process:
the command runs it in a process of its own.

*Bron*: the public figures are named in each shape; what is assumed is marked there.
"""
