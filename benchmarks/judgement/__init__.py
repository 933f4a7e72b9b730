"""Agreement with the raters of the golden set."""
