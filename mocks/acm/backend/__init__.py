"""ACM's use cases: clients, authorization requests, sign-in, tokens, decisions and explanations."""
