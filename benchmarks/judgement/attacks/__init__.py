"""Attempts to fool the scorer, in French and English, and what they were given."""
