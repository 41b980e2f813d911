"""What exists at CSAM and what is allowed; the rules of BTB will stand beside those of the keys."""
