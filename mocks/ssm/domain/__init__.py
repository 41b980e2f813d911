"""What exists in SSM and what is allowed, without Flask and without tables."""
