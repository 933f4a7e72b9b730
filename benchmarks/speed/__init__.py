"""How fast the kit is, beside spaCy's own pipelines, as ratios of one run."""
