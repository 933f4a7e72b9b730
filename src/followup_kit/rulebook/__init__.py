"""Files of ``rules/`` → one immutable RuleBook; no spaCy."""
