"""Frozen values that flow through the kit; no input, no output, no spaCy."""
