"""The Rijksregister (and the BIS register): who somebody is.

Played: persons with national number or BIS number, names, birth date, sex, whether they hold a
Belgian eID, and whether they have died; an API and a signed identity statement; the desk where a BIS
number is asked with an identity document (by the API only).

Not played: addresses, households, history, the paper side of registration, the merging of two BIS
numbers, and the services between the register and its users (MAGDA).

*Bron*: domain facts on national and BIS numbers; the host and the shape of the API are ours, since no
public host is known.
"""
