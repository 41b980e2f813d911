"""What exists at the kmo-portefeuille: its doors, who comes in by them, and the registered services."""
