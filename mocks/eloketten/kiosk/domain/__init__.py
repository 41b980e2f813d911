"""What exists at KIOSK and what is allowed there, without a database or a browser."""
