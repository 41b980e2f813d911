"""The vocabulary that plays the features: steps, cast, drivers, bindings and the house rules."""
