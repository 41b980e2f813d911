"""The kernel: what every mock wears.  It imports no mock.

clock, identifiers, errors, keys, tokens, statements, store, worlds, visit, addresses, oauth,
relying_party, shell and wire; each is one concern with its own module docstring.
"""
