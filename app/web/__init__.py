"""Floor 6: pages and API."""
