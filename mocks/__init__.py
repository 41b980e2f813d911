"""The mocks of Proefloket: the authorities and e-lokets of the Flemish federation, on loopback."""
