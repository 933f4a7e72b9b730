"""Figures: how well the kit judges, how fast it is."""
