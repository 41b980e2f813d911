"""The interface that ACM offers: OpenID provider, and the flow of a sign-in through the browser."""
