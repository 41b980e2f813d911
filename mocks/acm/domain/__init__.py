"""What ACM decides: facts, means, integration files, the decision and its claims.  No Flask here."""
