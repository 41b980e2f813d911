"""KBO Open Data: what everybody may download of the register of enterprises, for a population of real ones.

*Bron*: Cookbook KBO Open Data R018.00 (domain facts §6.2): a zip of CSV files in UTF-8, separated by commas,
with only what is active.  It has no functions, so that these are invented, as the persons are.

Of nobody who is real is anything read: enterprises of natural persons are passed over, with their names and
addresses, and the file of contact data is never opened.  What the name of a company may say of who owns it
is part of that name, and stays.
"""
