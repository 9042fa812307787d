"""Engines: one file for each library that can hold the index."""
