"""Sourcebook: procurement measures against trafficking in human beings, searchable."""
