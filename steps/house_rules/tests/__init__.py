"""The house rules are proven to bite."""
