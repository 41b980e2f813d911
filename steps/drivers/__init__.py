"""The drivers: one per system.  They speak HTTP only, as a person with a browser or a program would."""
