"""Checks of what others write: rules and their examples."""
