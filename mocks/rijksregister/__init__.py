"""The Rijksregister (and the BIS register): who somebody is.

Played: persons with national number or BIS number, names, birth date, sex, whether they hold a
Belgian eID, and whether they have died; an API and a signed identity statement; the desk of BOSA or a
registration office, with pages and an API, where a BIS number or an activation code is asked with an
identity document, two numbers of one person become one, and a BIS number gives way to a national number.

Not played: addresses, households, history, appointments at the office, and the services between the
register and its users (MAGDA).

*Bron*: domain facts on national and BIS numbers; the host and the shape of the API are ours, since no
public host is known.
"""
