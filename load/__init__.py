"""The load of the April peak: a population of any size, and what it does.

Nothing here is part of the mocks: it is a visitor of theirs, which fills their worlds and then signs in.
"""
