"""The Kruispuntbank van Ondernemingen (KBO): which enterprises exist and who holds which function.

Played: enterprises with status, legal situation, kind, legal form, names, address and contact data;
functions held by persons or by enterprises with a permanent representative; signed statements on the
functions of a person and on an enterprise; the public search; the desk of an ondernemingsloket, which
registers a foreign enterprise with its legal representative; and, when asked, the day that a change takes
before others see it.

Not played: establishment units, activities, permissions, capital, links between enterprises, handing out
the open data files (``load/open_data`` reads them), the phonetic part of the search by name, MAGDA's SOAP,
and who may enter changes (a control room instead of the notary and the registry of the court).

*Bron*: domain facts §6.  The target group of an enterprise is ours to keep here: in reality it follows
from other sources than the KBO.  The shape of the API is ours.
"""
