"""What exists in IDM and what is allowed, without Flask and without tables."""
