"""The guide: the steps of each kind of applicant, and how far each of them is."""
