"""What exists at the old KIOSK and what is allowed there, without a database or a browser."""
