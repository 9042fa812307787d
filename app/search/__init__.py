"""Search: from a question to an answer, over any engine."""
