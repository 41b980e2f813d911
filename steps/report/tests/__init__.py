"""The report is proven with runs of pytest inside pytest."""
