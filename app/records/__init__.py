"""Floor 1: what the corpus holds and how it is read and checked."""
